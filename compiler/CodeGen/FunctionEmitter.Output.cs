// Formatted output that needs no formatting. LLVM knows printf only as a native variadic function, which ours is not, so what its optimiser does for other compilers is done here, where the result of
// the call is not used and the function is the library's:
//     printf("text\n")   →   puts("text")          printf("%s\n", s)   →   puts(s)          printf("%c", c)   →   putchar(c)
//     fprintf(f, "text")  →   fwrite("text", 4, 1, f)     fprintf(f, "%s", s)  →   fputs(s, f)     sprintf(d, "%s", s)  →   strcpy(d, s)
using System.Collections.Immutable;
using PopcornCC.Compiler.Semantics;
using PopcornCC.Llvm;

namespace PopcornCC.Compiler.CodeGen;

internal sealed partial class FunctionEmitter
{
    private bool TrySimplifyOutput(BoundCall call)
    {
        if (!Optimizing || call.Callee is not BoundFunctionRef { Symbol: var symbol } || !call.FunctionType.IsVariadic || !MayExpand(symbol) || symbol.Attributes.AsmName is not null) return false;
        int format = ModuleEmitter.LinkName(symbol) switch
        {
            "printf" => 0,
            "fprintf" or "sprintf" => 1,
            _ => -1,
        };
        if (format < 0 || !HasSignature(call.FunctionType, format) || call.Arguments.Length is 0 || call.Arguments.Length <= format || FormatText(call.Arguments[format]) is not byte[] text) return false;
        ImmutableArray<BoundExpression> rest = call.Arguments[(format + 1)..];
        SetLocation(call.Span);
        return ModuleEmitter.LinkName(symbol) switch
        {
            "printf" => TryPrint(text, rest),
            "fprintf" => TryPrintTo(call.Arguments[0], call.Arguments[1], text, rest),
            _ => TryPrintInto(call.Arguments[0], call.Arguments[1], text, rest),
        };
    }

    // int f(T *…, const char *, ...)
    private static bool HasSignature(FunctionType type, int format) =>
        type.HasPrototype && type.ReturnType.Type is BuiltinType { Kind: BuiltinKind.Int } && type.Parameters.Length == format + 1 && type.Parameters.All(p => p.Type is PointerType)
        && ((PointerType)type.Parameters[format].Type).Pointee.Type is BuiltinType { Kind: BuiltinKind.Char };

    /// <summary>The format's characters, up to its end; null where they are not known.</summary>
    private static byte[]? FormatText(BoundExpression format)
    {
        if (ConstantEvaluator.Evaluate(format) is not AddressValue { Base: BoundStringLiteral text, Offset: 0 }) return null;
        int end = text.Bytes.IndexOf((byte)0);
        return end < 0 ? null : text.Bytes.AsSpan()[..end].ToArray();
    }

    private bool TryPrint(byte[] text, ImmutableArray<BoundExpression> rest)
    {
        if (rest.IsEmpty && !text.Contains((byte)'%'))
        {
            if (text.Length == 1) CallLibrary(_module.LibraryFunction("putchar", _types.I32, _types.I32), Constant32(text[0]));
            else if (text.Length > 1 && text[^1] == '\n') Puts(Literal(text[..^1]));
            else return text.Length == 0;
            return true;
        }
        if (Is(text, "%c") && rest is [{ Type.Type: BuiltinType { Kind: BuiltinKind.Int } } character])
        {
            CallLibrary(_module.LibraryFunction("putchar", _types.I32, _types.I32), EmitScalar(character));
            return true;
        }
        if (Is(text, "%s\n") && rest is [{ Type.Type: PointerType } line])
        {
            Puts(EmitScalar(line));
            return true;
        }
        return false;

        void Puts(LLVMValueRef line) => CallLibrary(_module.LibraryFunction("puts", _types.I32, _types.Pointer), line);
    }

    private bool TryPrintTo(BoundExpression file, BoundExpression format, byte[] text, ImmutableArray<BoundExpression> rest)
    {
        if (rest.IsEmpty && text.Length > 0 && !text.Contains((byte)'%'))
        {
            LLVMValueRef stream = EmitScalar(file);
            CallLibrary(_module.LibraryFunction("fwrite", _types.I64, _types.Pointer, _types.I64, _types.I64, _types.Pointer), EmitScalar(format), Constant64(text.Length), Constant64(1), stream);
            return true;
        }
        if (Is(text, "%c") && rest is [{ Type.Type: BuiltinType { Kind: BuiltinKind.Int } } character])
        {
            LLVMValueRef stream = EmitScalar(file);
            CallLibrary(_module.LibraryFunction("fputc", _types.I32, _types.I32, _types.Pointer), EmitScalar(character), stream);
            return true;
        }
        if (Is(text, "%s") && rest is [{ Type.Type: PointerType } line])
        {
            LLVMValueRef stream = EmitScalar(file);
            CallLibrary(_module.LibraryFunction("fputs", _types.I32, _types.Pointer, _types.Pointer), EmitScalar(line), stream);
            return true;
        }
        return false;
    }

    private bool TryPrintInto(BoundExpression target, BoundExpression format, byte[] text, ImmutableArray<BoundExpression> rest)
    {
        if (rest.IsEmpty && !text.Contains((byte)'%'))
        {
            LLVMValueRef place = EmitScalar(target);
            CopyBytes(place, 1, EmitScalar(format), 1, text.Length + 1);
            return true;
        }
        if (Is(text, "%s") && rest is [{ Type.Type: PointerType } source])
        {
            LLVMValueRef place = EmitScalar(target);
            CallLibrary(_module.LibraryFunction("strcpy", _types.Pointer, _types.Pointer, _types.Pointer), place, EmitScalar(source));
            return true;
        }
        return false;
    }

    private static bool Is(byte[] text, string format) => text.AsSpan().SequenceEqual(System.Text.Encoding.ASCII.GetBytes(format));

    private LLVMValueRef Literal(byte[] text)
    {
        ImmutableArray<byte> bytes = [.. text, 0];
        return _module.String(new BoundStringLiteral(bytes, new ArrayType(BuiltinType.Char, bytes.Length), default));
    }
}
