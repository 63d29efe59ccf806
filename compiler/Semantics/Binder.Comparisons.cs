// What is suspicious about comparisons and truth values: signed with unsigned, a thing with itself, constants a type never reaches, addresses that are never null, string literals. After clang's checks of the same names;
// what stands in a macro's body is mostly let pass, since it must do for many uses.
using PopcornCC.Compiler.Preprocess;
using PopcornCC.Compiler.Semantics.Analysis;
using PopcornCC.Compiler.Syntax;
using PopcornCC.Compiler.Text;

namespace PopcornCC.Compiler.Semantics;

public sealed partial class Binder
{
    // Above zero in code that a constant condition excludes: what would happen there at run time never does.
    private int _excluded;

    /// <summary>Whether warnings about what happens at run time make sense here.</summary>
    private bool IsExecuted => _unevaluated == 0 && _excluded == 0;

    private void WarnComparison(BinarySyntax syntax, BinaryOperator op, BoundExpression left, BoundExpression right)
    {
        if (HasError(left, right) || _unevaluated > 0) return;
        bool isEquality = op is BinaryOperator.Equal or BinaryOperator.NotEqual;
        CType x = left.Type.Type, y = right.Type.Type;
        SourceSpan[] sides = [syntax.Left.Span, syntax.Right.Span];
        WarnLogicalNot(syntax, right);
        if (IsSameThing(left, right) && syntax.OperatorSpan.File > 0 && left.Span.File > 0 && right.Span.File > 0)
        {
            if (!x.IsFloating()) _diagnostics.SelfComparison(syntax.OperatorSpan, sides, op is BinaryOperator.Equal or BinaryOperator.LessEqual or BinaryOperator.GreaterEqual);
            return;
        }
        if ((Unparenthesized(syntax.Left) is StringSyntax || Unparenthesized(syntax.Right) is StringSyntax) && x is PointerType && y is PointerType)
        {
            _diagnostics.CompareString(syntax.OperatorSpan, sides);
            return;
        }
        if (x is PointerType || y is PointerType)
        {
            if (isEquality && IsNullPointerConstant(right)) WarnNeverNull(left, op == BinaryOperator.Equal, isComparison: true);
            else if (isEquality && IsNullPointerConstant(left)) WarnNeverNull(right, op == BinaryOperator.Equal, isComparison: true);
            return;
        }
        if (x.IsFloating() && y.IsFloating() && isEquality && !IsExactFloat(left) && !IsExactFloat(right)) _diagnostics.FloatEqual(syntax.OperatorSpan, sides);
        if (!x.IsInteger() || !y.IsInteger()) return;
        if (x is EnumType e1 && y is EnumType e2 && !ReferenceEquals(e1, e2) && !left.Type.Equals(right.Type)) _diagnostics.EnumCompare(syntax.OperatorSpan, sides, left.Type, right.Type);
        if (WarnAlwaysSame(syntax, op, left, right, sides)) return;
        WarnSignCompare(syntax, op, left, right, sides);
    }

    private static ExpressionSyntax Unparenthesized(ExpressionSyntax e)
    {
        while (e is ParenthesizedSyntax p) e = p.Expression;
        return e;
    }

    // A constant that float holds exactly is compared on purpose.
    private static bool IsExactFloat(BoundExpression e) => IntegerRange.WithoutImplicit(e) is BoundFloatConstant or BoundIntConstant;

    /// <summary><c>!x == y</c></summary>
    private void WarnLogicalNot(BinarySyntax syntax, BoundExpression right)
    {
        if (syntax.Left is not UnarySyntax { Operator: TokenKind.Bang } not || syntax.OperatorSpan.File < 0) return;
        if (IsTruthValue(right) || IsTruthSyntax(not.Operand)) return;
        _diagnostics.LogicalNotParentheses(not.Span, TextOfOperator(syntax.Operator) is "&" or "|" or "^" ? "bitwise operator" : "comparison");
    }

    private static bool IsTruthSyntax(ExpressionSyntax e) => Unparenthesized(e) is UnarySyntax { Operator: TokenKind.Bang } or BinarySyntax
    {
        Operator: TokenKind.AmpersandAmpersand or TokenKind.PipePipe or TokenKind.EqualEqual or TokenKind.BangEqual or TokenKind.Less or TokenKind.Greater or TokenKind.LessEqual or TokenKind.GreaterEqual
    };

    private static bool IsTruthValue(BoundExpression e)
    {
        e = IntegerRange.WithoutImplicit(e);
        return e.Type.Type.IsBool() || e is BoundUnary { Operator: UnaryOperator.LogicalNot } or BoundBinary { Operator: >= BinaryOperator.Less and <= BinaryOperator.LogicalOr };
    }

    private static string TextOfOperator(TokenKind kind) => kind switch
    {
        TokenKind.Ampersand => "&",
        TokenKind.Pipe => "|",
        TokenKind.Caret => "^",
        _ => "",
    };

    private static bool IsSameThing(BoundExpression a, BoundExpression b) => (IntegerRange.WithoutImplicit(a), IntegerRange.WithoutImplicit(b)) switch
    {
        (BoundVariable x, BoundVariable y) => ReferenceEquals(x.Symbol, y.Symbol) && !x.Type.IsVolatile,
        (BoundMember x, BoundMember y) => ReferenceEquals(x.Field, y.Field) && !x.Type.IsVolatile && IsSameThing(x.Base, y.Base),
        (BoundDereference { Pointer: var x }, BoundDereference { Pointer: var y }) when a is BoundDereference or BoundCast { Operand: BoundDereference } => IsPlainPointer(x) && IsSameThing(x, y),
        _ => false,
    };

    private static bool IsPlainPointer(BoundExpression e) => e is BoundCast { Kind: CastKind.LvalueToRvalue, Operand: BoundVariable };

    /// <summary>Comparisons with constants that a type, or the bits left by a mask, never reach.</summary>
    private bool WarnAlwaysSame(BinarySyntax syntax, BinaryOperator op, BoundExpression left, BoundExpression right, SourceSpan[] sides)
    {
        bool constantLeft = left is BoundIntConstant;
        if (constantLeft == right is BoundIntConstant || !IsExecuted) return false;
        Int128 value = ((BoundIntConstant)(constantLeft ? left : right)).Value;
        BoundExpression other = IntegerRange.WithoutImplicit(constantLeft ? right : left);
        if (!other.Type.Type.IsInteger()) return false;
        if (op is BinaryOperator.Equal or BinaryOperator.NotEqual && WarnBits(syntax, op, other, value, sides)) return true;
        CType common = TypeFacts.UsualArithmetic(left.Type.Type, right.Type.Type);
        IntegerRange range = other is BoundMember { Field.IsBitField: true } ? IntegerRange.Of(other) : IntegerRange.OfType(other.Type.Type);
        if (other is BoundUnary { Operator: UnaryOperator.LogicalNot } or BoundBinary { Operator: >= BinaryOperator.Less and <= BinaryOperator.LogicalOr }) range = new IntegerRange(1, true);
        Int128 low = range.NonNegative ? 0 : -(Int128.One << (range.Width - 1)), high = range.Width >= 127 ? Int128.MaxValue : (Int128.One << (range.NonNegative ? range.Width : range.Width - 1)) - 1;
        value = TypeFacts.Wrap(value, common);
        if (low < 0 && !common.IsSigned())
        {
            // Negative values wrap around to large ones: what lies between the two ends is never met.
            if (value <= high || value >= TypeFacts.Wrap(low, common)) return false;
            if (op is not (BinaryOperator.Equal or BinaryOperator.NotEqual)) return false;
        }
        if (constantLeft) op = Mirrored(op);
        bool? always = op switch
        {
            BinaryOperator.Less => value > high ? true : value <= low ? false : null,
            BinaryOperator.LessEqual => value >= high ? true : value < low ? false : null,
            BinaryOperator.Greater => value < low ? true : value >= high ? false : null,
            BinaryOperator.GreaterEqual => value <= low ? true : value > high ? false : null,
            _ => value < low || value > high || (low < 0 && !common.IsSigned()) ? op == BinaryOperator.NotEqual : null,
        };
        if (always is not bool result) return false;
        bool outside = value < low || value > high;
        if (outside) _diagnostics.OutOfRangeCompare(syntax.OperatorSpan, sides, value, other.Type, result);
        else if (value == 0 && range.NonNegative && !other.Type.Type.IsBool() && range.Width > 1) _diagnostics.UnsignedZeroCompare(syntax.OperatorSpan, sides, result);
        else if (range == new IntegerRange(1, true) && value == 1) _diagnostics.TruthCompare(syntax.OperatorSpan, sides, value, other.Type, result);
        else _diagnostics.TypeLimitCompare(syntax.OperatorSpan, sides, value, other.Type, result);
        return outside;
    }

    private static BinaryOperator Mirrored(BinaryOperator op) => op switch
    {
        BinaryOperator.Less => BinaryOperator.Greater,
        BinaryOperator.Greater => BinaryOperator.Less,
        BinaryOperator.LessEqual => BinaryOperator.GreaterEqual,
        BinaryOperator.GreaterEqual => BinaryOperator.LessEqual,
        _ => op,
    };

    /// <summary><c>(x &amp; 4) == 3</c>, <c>(x | 4) == 3</c></summary>
    private bool WarnBits(BinarySyntax syntax, BinaryOperator op, BoundExpression other, Int128 value, SourceSpan[] sides)
    {
        if (other is not BoundBinary { Operator: BinaryOperator.And or BinaryOperator.Or } b) return false;
        Int128? mask = b.Right is BoundIntConstant r ? r.Value : b.Left is BoundIntConstant l ? l.Value : null;
        if (mask is not { } m) return false;
        bool never = b.Operator == BinaryOperator.And ? (m & value) != value : (m | value) != value;
        if (never) _diagnostics.BitwiseCompare(syntax.OperatorSpan, sides, op == BinaryOperator.NotEqual);
        return never;
    }

    private void WarnSignCompare(BinarySyntax syntax, BinaryOperator op, BoundExpression left, BoundExpression right, SourceSpan[] sides)
    {
        CType common = TypeFacts.UsualArithmetic(Promoted(left), Promoted(right));
        if (common.IsSigned() || !IsExecuted) return;
        BoundExpression a = IntegerRange.WithoutImplicit(left), b = IntegerRange.WithoutImplicit(right);
        if (a is BoundIntConstant && b is BoundIntConstant) return;
        BoundExpression signed;
        if (a.Type.Type.IsSigned())
        {
            if (b.Type.Type.IsSigned()) return;
            signed = a;
        }
        else if (b.Type.Type.IsSigned())
        {
            signed = b;
        }
        else
        {
            return;
        }
        if (IntegerRange.Of(signed).NonNegative) return;
        if (op is BinaryOperator.Equal or BinaryOperator.NotEqual && IntegerRange.Of(ReferenceEquals(signed, a) ? b : a).Width < common.Bits()) return;
        _diagnostics.SignCompare(syntax.OperatorSpan, sides, a.Type, b.Type);
    }

    private static CType Promoted(BoundExpression e) => BitFieldOf(e) is { } f ? TypeFacts.PromoteBitField(e.Type.Type, f.BitWidth!.Value) : e.Type.Type;

    /// <summary>The address of something that exists, as a truth value or compared with null.</summary>
    private void WarnNeverNull(BoundExpression e, bool isEqual, bool isComparison)
    {
        if (_unevaluated > 0 || e.Span.File < 0) return;
        e = IntegerRange.WithoutImplicit(e);
        bool isAddress = e is BoundAddressOf;
        if (e is BoundAddressOf { Operand: var operand }) e = operand;
        (string what, string name) = e switch
        {
            BoundFunctionRef { Symbol: { Attributes.Weak: false } f } when !isAddress => ("function", f.Name),
            BoundVariable { Symbol: { Attributes.Weak: false } v } when isAddress => ("", SourceName(v)),
            BoundVariable { Symbol: { Attributes.Weak: false, Type.Type: ArrayType } v } => ("array", SourceName(v)),
            BoundMember { Type.Type: ArrayType, Field.Name: { } field } when !isAddress => ("array", field),
            _ => ("", ""),
        };
        if (name.Length == 0) return;
        if (isComparison) _diagnostics.NeverNullCompared(e.Span, what, name, isEqual);
        else _diagnostics.NeverNull(e.Span, what, name);
    }

    private void WarnLogical(BinarySyntax syntax, BoundExpression left, BoundExpression right)
    {
        WarnLogicalConstant(syntax, left, right);
        if (syntax.OperatorSpan.File < 0 || !IsExecuted || AsRange(left) is not { } a || AsRange(right) is not { } b || !ReferenceEquals(a.Variable, b.Variable)) return;

        // One comparison excludes the other, or leaves nothing to it.
        bool isAnd = syntax.Operator == TokenKind.AmpersandAmpersand;
        if (isAnd && (a.Low > b.High || b.Low > a.High)) _diagnostics.OverlappingComparisons(syntax.OperatorSpan, false);
        else if (!isAnd && ((a.Low == Int128.MinValue && b.High == Int128.MaxValue && b.Low <= a.High + 1) || (b.Low == Int128.MinValue && a.High == Int128.MaxValue && a.Low <= b.High + 1)))
            _diagnostics.OverlappingComparisons(syntax.OperatorSpan, true);
    }

    /// <summary>A comparison of a variable with a constant, as the range that makes it true.</summary>
    private static (VariableSymbol Variable, Int128 Low, Int128 High)? AsRange(BoundExpression e)
    {
        if (e is not BoundBinary b || b.Span.File < 0) return null;
        BoundExpression left = IntegerRange.WithoutImplicit(b.Left), right = IntegerRange.WithoutImplicit(b.Right);
        BinaryOperator op = b.Operator;
        if (left is BoundIntConstant)
        {
            (left, right) = (right, left);
            op = Mirrored(op);
        }
        if (left is not BoundVariable { Symbol: var v } || right is not BoundIntConstant { Value: var value } || !v.Type.Type.IsInteger()) return null;
        return op switch
        {
            BinaryOperator.Less => (v, Int128.MinValue, value - 1),
            BinaryOperator.LessEqual => (v, Int128.MinValue, value),
            BinaryOperator.Greater => (v, value + 1, Int128.MaxValue),
            BinaryOperator.GreaterEqual => (v, value, Int128.MaxValue),
            BinaryOperator.Equal => (v, value, value),
            _ => null,
        };
    }

    private void WarnXorAsPower(BinarySyntax syntax)
    {
        if (syntax.Left is not NumberSyntax { Token.Text: "2" or "10" } left || syntax.Right is not NumberSyntax right || left.Span.File < 0 || right.Span.File < 0 || _unevaluated > 0) return;
        if (!int.TryParse(right.Token.Text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int power) || right.Token.Text is ['0', _, ..] || power > 63) return;
        bool isTwo = left.Token.Text == "2";
        if (isTwo && power == 0) return;
        string meant = isTwo ? power < 31 ? $"'1 << {power}' ({1 << power})" : $"'1LL << {power}'" : $"'1e{power}'";
        _diagnostics.XorAsPower(syntax.OperatorSpan, left.Token.Text, right.Token.Text, (isTwo ? 2 : 10) ^ power, meant);
    }

    private void WarnStringPlus(BinarySyntax syntax, BoundExpression left, BoundExpression right)
    {
        BoundExpression index = left.Type.Type is PointerType ? right : left;
        if (index.Type.Type.IsInteger() && index.Type.Type is not EnumType) _diagnostics.StringPlusInteger(syntax.OperatorSpan, index.Type);
    }

    /// <summary><c>a &amp;&amp; 8</c>, where &amp; was meant.</summary>
    private void WarnLogicalConstant(BinarySyntax syntax, BoundExpression left, BoundExpression right)
    {
        if (syntax.OperatorSpan.File < 0 || HasError(left, right)) return;
        if (IsTelling(syntax.Left) || IsTelling(syntax.Right))
        {
            _diagnostics.EnumeratorAsTruth(syntax.OperatorSpan);
            return;
        }
        if (!left.Type.Type.IsInteger() || left.Type.Type.IsBool() || IsTruthValue(left) && left is BoundIntConstant || !right.Type.Type.IsInteger()) return;
        if (right is BoundIntConstant { Value: var value } && value != 0 && value != 1 && right.Span.File > 0)
            _diagnostics.LogicalConstant(syntax.OperatorSpan, syntax.Operator == TokenKind.AmpersandAmpersand ? "&&" : "||", [right.Span]);
    }

    // An enumerator that is neither 0 nor 1.
    private bool IsTelling(ExpressionSyntax syntax) => syntax is NameSyntax name && _scope.Lookup(name.Name) is EnumConstantSymbol { Value: var v } && v != 0 && v != 1;
}
