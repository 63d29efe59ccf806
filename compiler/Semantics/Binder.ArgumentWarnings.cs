// Warnings about what is passed to functions: null where none may be, lengths that are a pointer's size, sizeof of what is no array; and about what sizeof is asked.
using System.Collections.Immutable;
using PopcornCC.Compiler.Preprocess;
using PopcornCC.Compiler.Syntax;
using PopcornCC.Compiler.Text;

namespace PopcornCC.Compiler.Semantics;

public sealed partial class Binder
{
    // Functions of string.h that take a destination, (a source,) and a number of bytes: the positions of the pointers and of the number.
    private static readonly Dictionary<string, (int[] Pointers, int Size)> s_memoryFunctions = new(StringComparer.Ordinal)
    {
        ["memset"] = ([0], 2),
        ["memcpy"] = ([0, 1], 2),
        ["memmove"] = ([0, 1], 2),
        ["memcmp"] = ([0, 1], 2),
        ["strncpy"] = ([0], 2),
        ["strncmp"] = ([0, 1], 2),
        ["strncat"] = ([0], 2),
    };

    private void WarnArguments(FunctionSymbol function, CallSyntax syntax, ImmutableArray<BoundExpression> arguments)
    {
        if (_unevaluated > 0) return;
        WarnNullArguments(function, arguments, syntax.CloseParen);
        string name = function.Name.StartsWith("__builtin_", StringComparison.Ordinal) ? function.Name["__builtin_".Length..] : function.Name;
        if (function.Linkage != Linkage.External || !s_memoryFunctions.TryGetValue(name, out (int[] Pointers, int Size) memory) || arguments.Length <= memory.Size || syntax.Arguments.Length != arguments.Length) return;
        ExpressionSyntax size = Unparenthesized(syntax.Arguments[memory.Size]);
        if (name == "memset") WarnTransposed(syntax, arguments);
        if (size.Span.File < 0) return;
        foreach (int index in memory.Pointers)
        {
            if (WarnPointerSize(name, size, Unparenthesized(syntax.Arguments[index]), arguments[index])) return;
        }
    }

    private void WarnNullArguments(FunctionSymbol function, ImmutableArray<BoundExpression> arguments, SourceSpan closeParen)
    {
        if (!IsExecuted) return;
        if (function.Attributes.NonNull is not { } numbers) return;
        for (int i = 0; i < arguments.Length && i < function.Type.Parameters.Length; i++)
        {
            if (numbers.IsEmpty ? function.Type.Parameters[i].Type is not PointerType : !numbers.Contains(i + 1)) continue;
            if (IsNullPointerConstant(arguments[i])) _diagnostics.NullPassed(closeParen);
        }
    }

    private void WarnTransposed(CallSyntax syntax, ImmutableArray<BoundExpression> arguments)
    {
        if (arguments[2] is BoundIntConstant { Value: var size } && size == 0 && syntax.Arguments[2].Span.File > 0)
        {
            if (arguments[1] is not BoundIntConstant { Value: var value } || value != 0) _diagnostics.TransposedMemset(arguments[2].Span, isZero: true);
        }
        else if (Unparenthesized(syntax.Arguments[1]) is SizeofExpressionSyntax or SizeofTypeSyntax && Unparenthesized(syntax.Arguments[2]) is not (SizeofExpressionSyntax or SizeofTypeSyntax))
        {
            _diagnostics.TransposedMemset(arguments[1].Span, isZero: false);
        }
    }

    private bool WarnPointerSize(string function, ExpressionSyntax size, ExpressionSyntax pointer, BoundExpression value)
    {
        BoundExpression e = Analysis.IntegerRange.WithoutImplicit(value);
        if (e.Type.Type is not PointerType { Pointee: var pointee } || pointee.Type.IsVoid()) return false;
        bool same = size switch
        {
            SizeofExpressionSyntax s => SameText(Unparenthesized(s.Operand), pointer),
            _ => false,
        };
        if (same || (size is SizeofTypeSyntax t && pointee.Type is not PointerType && TypeCompatibility.AreCompatible(QuietTypeName(t.Type).Type, e.Type.Type)))
        {
            _diagnostics.PointerSizeAsLength(size is SizeofExpressionSyntax written ? Unparenthesized(written.Operand).Span.FromStart() : size.Span, function, pointee.Unqualified(), e.Type);
            return true;
        }
        return false;
    }

    // The type name was bound, and what is wrong with it reported, as an argument.
    private QualType QuietTypeName(TypeNameSyntax syntax) => syntax.Specifiers.Type is RecordSyntax { IsDefinition: true } or EnumSyntax { IsDefinition: true } or ErrorTypeSyntax ? BuiltinType.Void : BindTypeName(syntax);

    private static bool SameText(ExpressionSyntax a, ExpressionSyntax b) => (a, b) switch
    {
        (NameSyntax x, NameSyntax y) => x.Name == y.Name,
        (MemberSyntax x, MemberSyntax y) => x.IsArrow == y.IsArrow && x.Member.Name == y.Member.Name && SameText(x.Base, y.Base),
        _ => false,
    };

    /// <summary>sizeof of a parameter written as an array, of an array plus something, of a pointer divided by its element.</summary>
    private void WarnSizeof(ExpressionSyntax syntax, BoundExpression operand)
    {
        if (operand is BoundAssignment or BoundCompoundAssignment) _diagnostics.UnevaluatedEffect(syntax.Span);
        if (operand is BoundVariable { Symbol: { Storage: StorageDuration.Parameter, WrittenType: { } written } } v) _diagnostics.SizeofArrayParameter(syntax.Span, v.Type, written, v.Symbol.Span);
        BoundExpression decayed = operand is BoundBinary { Operator: BinaryOperator.PointerAdd or BinaryOperator.PointerSubtract } b ? b.Left : operand;
        if (!ReferenceEquals(decayed, operand) && decayed is BoundCast { Kind: CastKind.ArrayToPointer, IsExplicit: false, Operand: var array } && Unparenthesized(syntax) is BinarySyntax)
            _diagnostics.SizeofDecayed(Unparenthesized(syntax).Span, operand.Type, array.Type);
    }

    private void WarnSizeDivision(BinarySyntax syntax)
    {
        if (syntax.Operator != TokenKind.Slash || syntax.OperatorSpan.File < 0 || _unevaluated > 0) return;
        if (Unparenthesized(syntax.Left) is not SizeofExpressionSyntax left || Unparenthesized(left.Operand) is not NameSyntax whole || _scope.Lookup(whole.Name) is not VariableSymbol { Type: var type } variable) return;
        ExpressionSyntax right = Unparenthesized(syntax.Right);
        if (right is not (SizeofExpressionSyntax or SizeofTypeSyntax)) return;
        if (type.Type is PointerType { Pointee: var pointee })
        {
            QualType? divisor = DivisorType(right);
            if (divisor is { } d && TypeCompatibility.AreCompatible(d.Type, pointee.Type)) _diagnostics.SizeofPointerDivided(syntax.OperatorSpan, [syntax.Left.Span, syntax.Right.Span], whole.Name, variable.Span);
        }
        else if (type.Type is ArrayType { Element: var element } && syntax.Right is not ParenthesizedSyntax)
        {
            if (DivisorType(right) is { } d && !d.Type.IsError() && !TypeCompatibility.AreCompatible(d.Type, element.Type) && d.Type is not ArrayType && !element.Type.IsCharacter() && element.Type is not ArrayType
                && element.Type is not RecordType)
                _diagnostics.SizeofArrayDivided(syntax.OperatorSpan, [syntax.Left.Span, syntax.Right.Span], element, d, variable.Span, whole.Name);
        }
    }

    private QualType? DivisorType(ExpressionSyntax size)
    {
        if (size is SizeofTypeSyntax t) return QuietTypeName(t.Type);
        _unevaluated++;
        QualType type = BindExpression(((SizeofExpressionSyntax)size).Operand).Type;
        _unevaluated--;
        return type;
    }
}
