// Builtins that are generic in their arguments' types or answered by the binder itself: the place of a call, the checking forms of library functions, bit counting on any unsigned type,
// overflow tests without a result, and shuffles by an index vector.
using System.Collections.Immutable;
using PopcornCC.Compiler.Syntax;
using PopcornCC.Compiler.Text;

namespace PopcornCC.Compiler.Semantics;

public sealed partial class Binder
{
    // __builtin_LINE() and its like: where the call is written; inside a macro, where that is used.
    private BoundExpression BindPlaceBuiltin(string plain, NameSyntax name, CallSyntax syntax)
    {
        if (!CheckCount(syntax, 0)) return Error(syntax.Span);
        if (plain == "FUNCTION" && _function is not null) return Rvalue(BindFunctionName(name));
        PresumedLocation place = _options.Sources?.GetLocation(name.Span) ?? default;
        if (plain is "LINE" or "COLUMN") return IntConstant(plain == "LINE" ? place.Line : place.Column, BuiltinType.Int, syntax.Span);
        string path = plain == "FUNCTION" ? "" : place.Path ?? "";
        ImmutableArray<byte> bytes = [.. System.Text.Encoding.UTF8.GetBytes(plain == "FILE_NAME" ? Path.GetFileName(path) : path), 0];
        return Rvalue(new BoundStringLiteral(bytes, new ArrayType(BuiltinType.Char, bytes.Length), syntax.Span));
    }

    // __builtin___memcpy_chk(d, s, n, size) and its like, as headers with _FORTIFY_SOURCE call them: the check is left out, as where the size is unknown.
    private BoundExpression? BindCheckedLibraryCall(string plain, CallSyntax syntax)
    {
        string name = plain[2..^"_chk".Length];
        (int first, int count) = name switch
        {
            "memcpy" or "memmove" or "memset" or "mempcpy" or "strncpy" or "strncat" or "stpncpy" => (3, 1),
            "strcpy" or "strcat" or "stpcpy" => (2, 1),
            "printf" or "vprintf" => (0, 1),
            "fprintf" or "vfprintf" => (1, 1),
            "sprintf" or "vsprintf" => (1, 2),
            "snprintf" or "vsnprintf" => (2, 2),
            _ => (0, 0),
        };
        if (count == 0) return null;
        CallSyntax call = syntax with
        {
            Callee = new NameSyntax(Prefix + name, syntax.Callee.Span),
            Arguments = syntax.Arguments.Length >= first + count ? syntax.Arguments.RemoveRange(first, count) : syntax.Arguments,
        };
        return BindCall(call);
    }

    // clang's and gcc 14's __builtin_clzg(x[, fallback]): any unsigned type, without promotion.
    private BoundExpression BindGenericBits(string plain, ImmutableArray<BoundExpression> arguments, CallSyntax syntax)
    {
        if (!CheckCount(syntax, 1, plain == "popcountg" ? 1 : 2)) return Error(syntax.Span);
        if (!arguments[0].Type.Type.IsInteger() || arguments[0].Type.Type.IsSigned() || arguments[0].Type.Type.IsBool())
        {
            _diagnostics.NeedsUnsigned(arguments[0].Span, Prefix + plain, arguments[0].Type);
            return Error(syntax.Span);
        }
        BuiltinFunction function = plain switch
        {
            "clzg" => BuiltinFunction.Clz,
            "ctzg" => BuiltinFunction.Ctz,
            _ => BuiltinFunction.Popcount,
        };
        if (arguments.Length == 2) arguments = [arguments[0], ConvertAssigned(arguments[1], BuiltinType.Int, ConversionContext.Argument)];
        return arguments.Any(HasError) ? Error(syntax.Span) : new BoundBuiltinCall(function, arguments, BuiltinType.Int, syntax.Span);
    }

    // GNU: whether a + b does not fit the third's type; constant where its operands are.
    private BoundExpression BindOverflowTest(string plain, ImmutableArray<BoundExpression> arguments, CallSyntax syntax)
    {
        if (!CheckCount(syntax, 3)) return Error(syntax.Span);
        if (arguments.Any(a => !a.Type.Type.IsInteger()))
        {
            _diagnostics.OverflowArguments(syntax.Span);
            return Error(syntax.Span);
        }
        BuiltinFunction function = plain[0] switch
        {
            'a' => BuiltinFunction.AddOverflow,
            's' => BuiltinFunction.SubOverflow,
            _ => BuiltinFunction.MulOverflow,
        };
        return new BoundBuiltinCall(function, arguments, BuiltinType.Bool, syntax.Span);
    }

    // gcc's form takes its mask as a vector value, whose elements count modulo the number of elements there are.
    private BoundExpression BindShuffle(ImmutableArray<BoundExpression> a, CallSyntax syntax)
    {
        if (!CheckCount(syntax, 2, 3)) return Error(syntax.Span);
        if (a[0].Type.Type is not VectorType vector || a[^1].Type.Type is not VectorType mask || mask.Count != vector.Count || !mask.Element.IsInteger() || mask.Element.Size != vector.Element.Size
            || (a.Length == 3 && a[1].Type.Type != vector))
        {
            _diagnostics.ShuffleMask(syntax.Span);
            return Error(syntax.Span);
        }
        return new BoundBuiltinCall(BuiltinFunction.ShuffleVector, a, vector, syntax.Span);
    }

    // GNU: the condition's elements choose; a scalar arm is repeated.
    private BoundExpression BindVectorConditional(BoundExpression condition, BoundExpression whenTrue, BoundExpression whenFalse, SourceSpan span)
    {
        VectorType mask = (VectorType)condition.Type.Type;
        VectorType? vector = whenTrue.Type.Type as VectorType ?? whenFalse.Type.Type as VectorType;
        if (vector is null && whenTrue.Type.Type.IsArithmetic() && whenFalse.Type.Type.IsArithmetic())
        {
            CType element = UsualConversions(ref whenTrue, ref whenFalse);
            vector = new VectorType(element, mask.Count);
        }
        BoundExpression? a = vector is null ? null : Arm(whenTrue, vector), b = vector is null ? null : Arm(whenFalse, vector);
        if (a is null || b is null || vector!.Count != mask.Count || vector.Element.Size != mask.Element.Size || !mask.Element.IsInteger())
        {
            _diagnostics.ConditionalTypes(span, whenTrue.Type, whenFalse.Type);
            return Error(span);
        }
        return new BoundBuiltinCall(BuiltinFunction.VectorSelect, [condition, a, b], vector, span);

        static BoundExpression? Arm(BoundExpression value, VectorType vector) =>
            value.Type.Type is VectorType v ? (v == vector ? value : null)
            : value.Type.Type.IsArithmetic() ? new BoundCast(CastKind.VectorSplat, Convert(value, vector.Element), vector, value.Span)
            : null;
    }
}
