// Calls of compiler builtins. Those with fixed types come from BuiltinTable; what depends on its arguments' types is here (generic floating classification, overflow arithmetic,
// variable arguments, object_size …), atomics and vectors in Binder.Atomics.cs.
using System.Collections.Immutable;
using PopcornCC.Compiler.Syntax;
using PopcornCC.Compiler.Text;

namespace PopcornCC.Compiler.Semantics;

public sealed partial class Binder
{
    private const string Prefix = "__builtin_";

    private static bool IsBuiltinName(string name) =>
        name.StartsWith(Prefix, StringComparison.Ordinal) || name.StartsWith("__atomic_", StringComparison.Ordinal) || name.StartsWith("__sync_", StringComparison.Ordinal)
        || name.StartsWith("__c11_atomic_", StringComparison.Ordinal);

    private static BuiltinFunction? LibraryBuiltin(string name, FunctionType type) =>
        BuiltinTable.LibraryNames.TryGetValue(name, out BuiltinEntry entry) && BuiltinTable.Matches(type, entry.Signature) ? entry.Function : null;

    /// <summary>The library's function behind <c>__builtin_name</c>, declared on demand; null if there is none.</summary>
    private FunctionSymbol? BuiltinLibraryFunction(string name)
    {
        if (!name.StartsWith(Prefix, StringComparison.Ordinal)) return null;
        string plain = name[Prefix.Length..];
        // The checking variants of _FORTIFY_SOURCE, __builtin___memcpy_chk, are bound in BindCheckedLibraryCall.
        if (!BuiltinTable.Library.TryGetValue(plain, out string? signature)) return null;
        if (_linked.TryGetValue(plain, out Symbol? symbol)) return symbol as FunctionSymbol;
        FunctionSymbol function = new(plain, BuiltinTable.FunctionTypeOf(signature), Linkage.External, SourceSpan.None);
        if (plain is "abort" or "exit" or "_exit" or "_Exit" or "longjmp") function.Attributes = function.Attributes with { NoReturn = true };
        if (!_options.NoBuiltin) function.Builtin = LibraryBuiltin(plain, function.Type);
        _linked[plain] = function;
        _declared.Add(function);
        _assumedFunctions.Add(function);
        return function;
    }

    /// <summary>Binds a call of a builtin; null if the name is not one that is expanded.</summary>
    private BoundExpression? BindBuiltinCall(NameSyntax name, CallSyntax syntax)
    {
        if (!IsBuiltinName(name.Name)) return null;
        if (!name.Name.StartsWith(Prefix, StringComparison.Ordinal)) return BindAtomicCall(name, syntax);
        string plain = name.Name[Prefix.Length..];
        SourceSpan span = syntax.Span;
        switch (plain)
        {
            case "constant_p":
                return BindConstantP(syntax);
            case "choose_expr" or "types_compatible_p" or "offsetof" or "va_arg":
                return null;
            case "classify_type":
                return BindClassifyType(syntax);
            case "object_size" or "dynamic_object_size":
                return BindObjectSize(syntax);
            case "LINE" or "COLUMN" or "FILE" or "FILE_NAME" or "FUNCTION":
                return BindPlaceBuiltin(plain, name, syntax);
        }
        if (plain.StartsWith("__", StringComparison.Ordinal) && plain.EndsWith("_chk", StringComparison.Ordinal)) return BindCheckedLibraryCall(plain, syntax);
        ImmutableArray<BoundExpression> arguments = plain is "va_start" or "va_end" or "va_copy" or "c23_va_start"
            ? [.. syntax.Arguments.Select(BindExpression)]
            : [.. syntax.Arguments.Select(a => Rvalue(BindExpression(a)))];
        if (arguments.Any(HasError)) return Error(span);
        if (BuiltinTable.Prefixed.TryGetValue(plain, out BuiltinEntry entry)) return BindTableBuiltin(entry, arguments, syntax);
        return BindGenericBuiltin(plain, arguments, syntax);
    }

    private BoundExpression BindTableBuiltin(BuiltinEntry entry, ImmutableArray<BoundExpression> arguments, CallSyntax syntax)
    {
        FunctionType type = BuiltinTable.FunctionTypeOf(entry.Signature);
        if (!ConvertArguments(ref arguments, type, null, syntax)) return Error(syntax.Span);
        if (entry.Function is BuiltinFunction.FrameAddress or BuiltinFunction.ReturnAddress && arguments[0] is not BoundIntConstant)
        {
            _diagnostics.NotConstant(arguments[0].Span, "argument");
            return Error(syntax.Span);
        }
        BoundBuiltinCall call = new(entry.Function, arguments, type.ReturnType, syntax.Span);
        // Constant bit counting is an integer constant expression to gcc.
        return arguments is [BoundIntConstant] && ConstantEvaluator.Evaluate(call) is IntegerValue v ? IntConstant(v.Value, type.ReturnType.Type, syntax.Span) : call;
    }

    private BoundExpression? BindGenericBuiltin(string plain, ImmutableArray<BoundExpression> arguments, CallSyntax syntax)
    {
        SourceSpan span = syntax.Span;
        switch (plain)
        {
            case "va_start" or "c23_va_start":
                return BindVaStart(arguments, syntax);
            case "va_end":
                return CheckCount(syntax, 1) && CheckVaList(arguments[0]) ? new BoundBuiltinCall(BuiltinFunction.VaEnd, arguments, BuiltinType.Void, span) : Error(span);
            case "va_copy":
                return CheckCount(syntax, 2) && CheckVaList(arguments[0]) && CheckVaList(arguments[1]) ? new BoundBuiltinCall(BuiltinFunction.VaCopy, arguments, BuiltinType.Void, span) : Error(span);
            case "prefetch":
                return CheckCount(syntax, 1, 3) && arguments[0].Type.Type is PointerType ? new BoundBuiltinCall(BuiltinFunction.Prefetch, arguments, BuiltinType.Void, span) : Error(span);
            case "assume_aligned":
                return CheckCount(syntax, 2, 3) ? new BoundBuiltinCall(BuiltinFunction.AssumeAligned, arguments, arguments[0].Type, span) : Error(span);
            case "extract_return_addr" or "frob_return_addr":
                return CheckCount(syntax, 1) ? arguments[0] : Error(span);
            case "speculation_safe_value":
                return CheckCount(syntax, 1, 2) ? arguments[0] : Error(span);
            case "assoc_barrier":
                return CheckCount(syntax, 1) ? arguments[0] : Error(span);
            case "complex" or "creal" or "crealf" or "creall" or "cimag" or "cimagf" or "cimagl" or "conj" or "conjf" or "conjl":
                return BindComplexBuiltin(plain, arguments, syntax);
            case "clzg" or "ctzg" or "popcountg":
                return BindGenericBits(plain, arguments, syntax);
            case "huge_val" or "inf" or "huge_valf" or "inff" or "huge_vall" or "infl":
                return new BoundFloatConstant(double.PositiveInfinity, FloatTypeBySuffix(plain is "inf" or "huge_val" ? "" : plain), span);
            case "nan" or "nanf" or "nanl" or "nans" or "nansf" or "nansl":
                return BindNan(plain, arguments, syntax);
            case "isnan" or "isinf" or "isfinite" or "isnormal" or "signbit" or "isinf_sign" or "finite" or "isnanf" or "isinff" or "signbitf" or "signbitl" or "isnanl" or "isinfl" or "finitef" or "finitel" or "issubnormal" or "iszero" or "issignaling":
                return BindFloatTest(plain, arguments, syntax);
            case "fpclassify":
                return BindFpClassify(arguments, syntax);
            case "isgreater" or "isgreaterequal" or "isless" or "islessequal" or "islessgreater" or "isunordered":
                return BindQuietComparison(plain, arguments, syntax);
            case "shufflevector":
                return BindShuffleVector(arguments, syntax);
            case "shuffle":
                return BindShuffle(arguments, syntax);
        }
        if (plain is "add_overflow_p" or "sub_overflow_p" or "mul_overflow_p") return BindOverflowTest(plain, arguments, syntax);
        if (plain.EndsWith("_overflow", StringComparison.Ordinal)) return BindOverflow(plain[..^"_overflow".Length], arguments, syntax);
        if (plain.StartsWith("rotate", StringComparison.Ordinal)) return BindRotate(plain, arguments, syntax);
        if (plain.StartsWith("bitreverse", StringComparison.Ordinal)) return BindBitReverse(plain, arguments, syntax);
        return null;
    }

    private bool CheckCount(CallSyntax syntax, int least, int most = 0)
    {
        int count = syntax.Arguments.Length;
        most = Math.Max(least, most);
        if (count >= least && count <= most) return true;
        _diagnostics.ArgumentCount(count < least ? syntax.CloseParen : syntax.Span, count < least, most > least, count < least ? least : most, count, null, SourceSpan.None);
        return false;
    }

    // Folded at once where it is constant. Otherwise it is asked again after optimisation, but not where a constant is needed (gcc: 0 there, which the evaluator's null gives through
    // BindIntegerConstant's callers only for choose_expr); so what has side effects or reads memory is 0 now.
    private BoundExpression BindConstantP(CallSyntax syntax)
    {
        if (!CheckCount(syntax, 1)) return Error(syntax.Span);
        _unevaluated++;
        BoundExpression argument = Rvalue(BindExpression(syntax.Arguments[0]));
        _unevaluated--;
        TakeSizes();
        if (HasError(argument)) return argument;
        ConstantValue? value = ConstantEvaluator.Evaluate(argument);
        bool isConstant = value is IntegerValue or FloatValue or AddressValue { Base: BoundStringLiteral };
        return IntConstant(isConstant ? 1 : 0, BuiltinType.Int, syntax.Span);
    }

    // gcc's typeclass.h, after promotion: integer 1, pointer 5, real 8, record 12, union 13, void 0.
    private BoundExpression BindClassifyType(CallSyntax syntax)
    {
        if (!CheckCount(syntax, 1)) return Error(syntax.Span);
        _unevaluated++;
        BoundExpression argument = Rvalue(BindExpression(syntax.Arguments[0]));
        _unevaluated--;
        TakeSizes();
        if (HasError(argument)) return argument;
        int kind = argument.Type.Type switch
        {
            PointerType => 5,
            RecordType r => r.IsUnion ? 13 : 12,
            { } t when t.IsFloating() => 8,
            { } t when t.IsInteger() => 1,
            _ => 0,
        };
        return IntConstant(kind, BuiltinType.Int, syntax.Span);
    }

    private BoundExpression BindObjectSize(CallSyntax syntax)
    {
        if (!CheckCount(syntax, 2)) return Error(syntax.Span);
        BoundExpression pointer = Rvalue(BindExpression(syntax.Arguments[0]));
        if (HasError(pointer) || BindIntegerConstant(syntax.Arguments[1]) is not Int128 kind) return Error(syntax.Span);
        return new BoundBuiltinCall(BuiltinFunction.ObjectSize, [Convert(pointer, TypeFacts.VoidPointer), IntConstant(kind, BuiltinType.Int, syntax.Span)], TypeFacts.SizeT, syntax.Span);
    }

    private BoundExpression BindVaStart(ImmutableArray<BoundExpression> arguments, CallSyntax syntax)
    {
        if (!CheckCount(syntax, 1, 2) || !CheckVaList(arguments[0])) return Error(syntax.Span);
        if (_function is null || !_function.Symbol.Type.IsVariadic)
        {
            _diagnostics.VaStartNotVariadic(syntax.Span);
            return Error(syntax.Span);
        }
        return new BoundBuiltinCall(BuiltinFunction.VaStart, [arguments[0]], BuiltinType.Void, syntax.Span);
    }

    private static BuiltinType FloatTypeBySuffix(string name) => name.Length == 0 ? BuiltinType.Double : name[^1] switch
    {
        'f' => BuiltinType.Float,
        'l' => BuiltinType.LongDouble,
        _ => BuiltinType.Double,
    };

    private BoundExpression BindNan(string plain, ImmutableArray<BoundExpression> arguments, CallSyntax syntax)
    {
        if (!CheckCount(syntax, 1)) return Error(syntax.Span);
        ulong payload = 0;
        if (ConstantEvaluator.Evaluate(arguments[0]) is AddressValue { Base: BoundStringLiteral text })
        {
            string digits = System.Text.Encoding.ASCII.GetString(text.Bytes.AsSpan()).TrimEnd('\0');
            bool hex = digits.StartsWith("0x", StringComparison.OrdinalIgnoreCase);
            _ = ulong.TryParse(hex ? digits[2..] : digits, hex ? System.Globalization.NumberStyles.HexNumber : System.Globalization.NumberStyles.None,
                System.Globalization.CultureInfo.InvariantCulture, out payload);
        }
        bool signalling = plain.StartsWith("nans", StringComparison.Ordinal);
        if (signalling && payload == 0) payload = 1UL << 50;
        BuiltinType type = plain is "nan" or "nans" ? BuiltinType.Double : FloatTypeBySuffix(plain);
        if (type.Kind == BuiltinKind.Float && !signalling) payload <<= 29;
        ulong bits = 0x7FF0000000000000UL | (signalling ? 0 : 1UL << 51) | (payload & ((1UL << 51) - 1));
        return new BoundFloatConstant(BitConverter.UInt64BitsToDouble(bits), type, syntax.Span);
    }

    private BoundExpression BindFloatTest(string plain, ImmutableArray<BoundExpression> arguments, CallSyntax syntax)
    {
        if (!CheckCount(syntax, 1)) return Error(syntax.Span);
        BoundExpression value = arguments[0];
        if (!value.Type.Type.IsArithmetic() || value.Type.Type is ComplexType)
        {
            _diagnostics.NeedsFloating(value.Span, Prefix + plain, value.Type);
            return Error(syntax.Span);
        }
        if (!value.Type.Type.IsFloating()) value = Convert(value, BuiltinType.Double);
        BuiltinFunction function = plain switch
        {
            "isnan" or "isnanf" or "isnanl" => BuiltinFunction.IsNan,
            "isinf" or "isinff" or "isinfl" => BuiltinFunction.IsInf,
            "isfinite" or "finite" or "finitef" or "finitel" => BuiltinFunction.IsFinite,
            "issubnormal" => BuiltinFunction.IsSubnormal,
            "iszero" => BuiltinFunction.IsZero,
            "issignaling" => BuiltinFunction.IsSignaling,
            "isnormal" => BuiltinFunction.IsNormal,
            "isinf_sign" => BuiltinFunction.IsInfSign,
            _ => BuiltinFunction.SignBit,
        };
        return new BoundBuiltinCall(function, [value], BuiltinType.Int, syntax.Span);
    }

    private BoundExpression BindFpClassify(ImmutableArray<BoundExpression> arguments, CallSyntax syntax)
    {
        if (!CheckCount(syntax, 6)) return Error(syntax.Span);
        if (!arguments[5].Type.Type.IsFloating() || arguments.Take(5).Any(a => !a.Type.Type.IsInteger()))
        {
            _diagnostics.NeedsFloating(arguments[5].Span, "__builtin_fpclassify", arguments[5].Type);
            return Error(syntax.Span);
        }
        return new BoundBuiltinCall(BuiltinFunction.FpClassify, [.. arguments.Take(5).Select(a => Convert(a, BuiltinType.Int)), arguments[5]], BuiltinType.Int, syntax.Span);
    }

    private BoundExpression BindQuietComparison(string plain, ImmutableArray<BoundExpression> arguments, CallSyntax syntax)
    {
        if (!CheckCount(syntax, 2)) return Error(syntax.Span);
        BoundExpression x = arguments[0], y = arguments[1];
        if (!x.Type.Type.IsArithmetic() || !y.Type.Type.IsArithmetic() || !TypeFacts.UsualArithmetic(x.Type.Type, y.Type.Type).IsFloating())
        {
            _diagnostics.NeedsFloating(x.Span, Prefix + plain, x.Type);
            return Error(syntax.Span);
        }
        UsualConversions(ref x, ref y);
        BuiltinFunction function = plain switch
        {
            "isgreater" => BuiltinFunction.IsGreater,
            "isgreaterequal" => BuiltinFunction.IsGreaterEqual,
            "isless" => BuiltinFunction.IsLess,
            "islessequal" => BuiltinFunction.IsLessEqual,
            "islessgreater" => BuiltinFunction.IsLessGreater,
            _ => BuiltinFunction.IsUnordered,
        };
        return new BoundBuiltinCall(function, [x, y], BuiltinType.Int, syntax.Span);
    }

    // __builtin_add_overflow(a, b, &r) keeps each type; __builtin_sadd_overflow and its like fix them all.
    private BoundExpression? BindOverflow(string name, ImmutableArray<BoundExpression> arguments, CallSyntax syntax)
    {
        CType? type = null;
        string operation = name;
        if (name.Length > 3 && name is not ("add" or "sub" or "mul"))
        {
            operation = name.TrimEnd('l')[1..] switch { "add" or "sub" => name.TrimEnd('l')[1..], _ => name.Contains("mul", StringComparison.Ordinal) ? "mul" : "" };
            int longs = name[1..].Replace("mul", "", StringComparison.Ordinal).Count(c => c == 'l');
            bool signed = name[0] == 's';
            type = (signed, longs) switch
            {
                (true, 0) => BuiltinType.Int,
                (true, 1) => BuiltinType.Long,
                (true, _) => BuiltinType.LongLong,
                (false, 0) => BuiltinType.UInt,
                (false, 1) => BuiltinType.ULong,
                (false, _) => BuiltinType.ULongLong,
            };
        }
        BuiltinFunction? function = operation switch
        {
            "add" => BuiltinFunction.AddOverflow,
            "sub" => BuiltinFunction.SubOverflow,
            "mul" => BuiltinFunction.MulOverflow,
            _ => null,
        };
        if (function is null) return null;
        if (!CheckCount(syntax, 3)) return Error(syntax.Span);
        if (!arguments[0].Type.Type.IsInteger() || !arguments[1].Type.Type.IsInteger() || arguments[2].Type.Type is not PointerType { Pointee: { IsConst: false, Type: var result } } || !result.IsInteger())
        {
            _diagnostics.OverflowArguments(syntax.Span);
            return Error(syntax.Span);
        }
        if (type is not null) arguments = [Convert(arguments[0], type), Convert(arguments[1], type), arguments[2]];
        return new BoundBuiltinCall(function.Value, arguments, BuiltinType.Bool, syntax.Span);
    }

    private BoundExpression? BindRotate(string plain, ImmutableArray<BoundExpression> arguments, CallSyntax syntax)
    {
        bool left = plain.StartsWith("rotateleft", StringComparison.Ordinal);
        BuiltinType? type = UnsignedOfBits(plain[(left ? "rotateleft" : "rotateright").Length..]);
        if (type is null) return null;
        if (!CheckCount(syntax, 2)) return Error(syntax.Span);
        arguments = [ConvertAssigned(arguments[0], type, ConversionContext.Argument), ConvertAssigned(arguments[1], type, ConversionContext.Argument)];
        return arguments.Any(HasError) ? Error(syntax.Span) : new BoundBuiltinCall(left ? BuiltinFunction.RotateLeft : BuiltinFunction.RotateRight, arguments, type, syntax.Span);
    }

    private BoundExpression? BindBitReverse(string plain, ImmutableArray<BoundExpression> arguments, CallSyntax syntax)
    {
        if (UnsignedOfBits(plain["bitreverse".Length..]) is not BuiltinType type) return null;
        if (!CheckCount(syntax, 1)) return Error(syntax.Span);
        BoundExpression value = ConvertAssigned(arguments[0], type, ConversionContext.Argument);
        return HasError(value) ? value : new BoundBuiltinCall(BuiltinFunction.BitReverse, [value], type, syntax.Span);
    }

    private static BuiltinType? UnsignedOfBits(string bits) => bits switch
    {
        "8" => BuiltinType.UChar,
        "16" => BuiltinType.UShort,
        "32" => BuiltinType.UInt,
        "64" => BuiltinType.ULong,
        _ => null,
    };
}
