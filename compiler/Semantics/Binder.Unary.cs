// Unary operators (C11 6.5.3), ++ and -- (6.5.2.4, 6.5.3.1), sizeof and _Alignof (6.5.3.4).
using System.Diagnostics;
using PopcornCC.Compiler.Preprocess;
using PopcornCC.Compiler.Syntax;
using PopcornCC.Compiler.Text;

namespace PopcornCC.Compiler.Semantics;

public sealed partial class Binder
{
    private BoundExpression BindUnary(UnarySyntax syntax)
    {
        switch (syntax.Operator)
        {
            case TokenKind.PlusPlus or TokenKind.MinusMinus:
                return BindIncrement(syntax.Operand, syntax.Operator, isPostfix: false, syntax.Span);
            case TokenKind.Ampersand:
                return BindAddressOf(syntax);
            case TokenKind.Star:
                bool isAddressOnly = _addressOnly;
                _addressOnly = false;
                return BindDereference(Rvalue(BindExpression(syntax.Operand)), syntax.Span, isAddressOnly);
        }
        BoundExpression operand = Rvalue(BindExpression(syntax.Operand));
        if (HasError(operand)) return operand;
        CType type = operand.Type.Type;
        if (type is VectorType vector) return BindVectorUnary(syntax, operand, vector);
        switch (syntax.Operator)
        {
            case TokenKind.Bang:
                operand = CheckCondition(operand);
                return HasError(operand) ? operand : FoldUnary(new BoundUnary(UnaryOperator.LogicalNot, operand, BuiltinType.Int, syntax.Span));
            case TokenKind.Tilde when type.IsInteger():
                if (IsTruthValue(operand) && syntax.Span.File > 0) _diagnostics.NegatedTruth(syntax.Span);
                operand = Promote(operand);
                return FoldUnary(new BoundUnary(UnaryOperator.BitwiseNot, operand, operand.Type.Type, syntax.Span));
            case TokenKind.Tilde when type is ComplexType:
                return new BoundUnary(UnaryOperator.BitwiseNot, operand, type, syntax.Span);
            case TokenKind.Plus when type.IsArithmetic():
                operand = Promote(operand);
                return operand is BoundIntConstant or BoundFloatConstant ? operand : new BoundCast(CastKind.NoOp, operand, operand.Type, syntax.Span);
            case TokenKind.Minus when type.IsArithmetic():
                operand = Promote(operand);
                return FoldUnary(new BoundUnary(UnaryOperator.Negate, operand, operand.Type.Type, syntax.Span));
        }
        _diagnostics.UnaryOperand(syntax.Span, operand.Type);
        return Error(syntax.Span);
    }

    private static BoundExpression FoldUnary(BoundUnary e)
    {
        if (e.Operand is BoundIntConstant && ConstantEvaluator.Evaluate(e) is IntegerValue i) return new BoundIntConstant(i.Value, e.Type, e.Span);
        if (e.Operand is BoundFloatConstant f && e.Operator == UnaryOperator.Negate) return new BoundFloatConstant(-f.Value, e.Type, e.Span);
        return e;
    }

    private BoundExpression BindVectorUnary(UnarySyntax syntax, BoundExpression operand, VectorType vector)
    {
        switch (syntax.Operator)
        {
            case TokenKind.Plus:
                return operand;
            case TokenKind.Minus:
                return new BoundUnary(UnaryOperator.Negate, operand, vector, syntax.Span);
            case TokenKind.Tilde when vector.Element.IsInteger():
                return new BoundUnary(UnaryOperator.BitwiseNot, operand, vector, syntax.Span);
            case TokenKind.Bang:
                // GNU: !v is v == 0, element by element.
                BoundExpression zero = vector.Element.IsFloating() ? new BoundFloatConstant(0, vector.Element, syntax.Span) : new BoundIntConstant(0, vector.Element, syntax.Span);
                return new BoundBinary(BinaryOperator.Equal, operand, new BoundCast(CastKind.VectorSplat, zero, vector, syntax.Span), ComparisonVector(vector), syntax.Span);
            default:
                _diagnostics.UnaryOperand(syntax.Span, operand.Type);
                return Error(syntax.Span);
        }
    }

    private static VectorType ComparisonVector(VectorType vector) => new(TypeFacts.SignedOfSize(vector.Element.Size), vector.Count);

    private BoundExpression BindAddressOf(UnarySyntax syntax)
    {
        _addressOnly = Unparenthesized(syntax.Operand) is SubscriptSyntax or UnarySyntax { Operator: TokenKind.Star };
        BoundExpression operand = BindExpression(syntax.Operand);
        _addressOnly = false;
        if (HasError(operand)) return operand;
        if (operand is BoundMember { Field.IsBitField: true } bitField)
        {
            _diagnostics.AddressOfBitField(syntax.Span, bitField.Field.Name);
            return Error(syntax.Span);
        }
        if (!operand.IsLvalue)
        {
            _diagnostics.AddressOfValue(syntax.Span, operand.Type);
            return Error(syntax.Span);
        }
        if (operand is BoundVectorElement)
        {
            _diagnostics.AddressOfVectorElement(syntax.Span);
            return Error(syntax.Span);
        }
        // &*p is p (6.5.3.2p3).
        if (operand is BoundDereference d && operand.Type == ((PointerType)d.Pointer.Type.Type).Pointee) return d.Pointer with { Span = syntax.Span };
        MarkAddressTaken(operand);
        return new BoundAddressOf(operand, new PointerType(operand.Type), syntax.Span);
    }

    private BoundExpression BindDereference(BoundExpression pointer, SourceSpan span, bool isAddressOnly)
    {
        if (HasError(pointer)) return pointer;
        if (pointer.Type.Type is not PointerType type)
        {
            _diagnostics.DereferenceOf(span, pointer.Type);
            return Error(span);
        }
        // *f on a function designator is the function again.
        if (pointer is BoundCast { Kind: CastKind.FunctionToPointer, Operand: var function }) return function;
        if (IsNullConstant(pointer) && !type.Pointee.IsVolatile && IsExecuted && !isAddressOnly && !type.Pointee.Type.IsVoid() && type.Pointee.Type is not FunctionType) _diagnostics.NullDereferenced(span);
        if (type.Pointee.Type.IsVoid() && _unevaluated == 0 && !isAddressOnly) _diagnostics.DereferenceOfVoid(span, pointer.Type);
        return new BoundDereference(pointer, type.Pointee, span);
    }

    private BoundExpression BindIncrement(ExpressionSyntax syntax, TokenKind op, bool isPostfix, SourceSpan span)
    {
        BoundExpression target = BindExpression(syntax);
        if (HasError(target)) return target;
        if (target.Type.Type is ArrayType or FunctionType or RecordType)
        {
            _diagnostics.IncrementOf(span, op == TokenKind.PlusPlus, target.Type);
            return Error(span);
        }
        if (!CheckModifiable(target, span)) return Error(span);
        BoundPlaceholder old = new(target.Type.Unqualified(), span);
        BinaryOperator add = op == TokenKind.PlusPlus ? BinaryOperator.Add : BinaryOperator.Subtract;
        BoundExpression? value = target.Type.Type switch
        {
            PointerType => BindBinary(add, old, IntConstant(1, BuiltinType.Int, span), span),
            VectorType v => BindBinary(add, old, v.Element.IsFloating() ? new BoundFloatConstant(1, v.Element, span) : IntConstant(1, v.Element, span), span),
            { } t when t.IsArithmetic() => Convert(BindBinary(add, old, IntConstant(1, BuiltinType.Int, span), span), target.Type.Type),
            _ => null,
        };
        if (value is null)
        {
            _diagnostics.IncrementOf(span, op == TokenKind.PlusPlus, target.Type);
            return Error(span);
        }
        return HasError(value) ? value : new BoundCompoundAssignment(target, old, value, isPostfix, target.Type.Unqualified(), span);
    }

    /// <summary>6.3.2.1p1: a modifiable lvalue.</summary>
    private bool CheckModifiable(BoundExpression target, SourceSpan span)
    {
        if (target.Type.Type is FunctionType)
        {
            _diagnostics.FunctionNotAssignable(span, target.Type);
            return false;
        }
        if (!target.IsLvalue)
        {
            if (target is BoundCast { IsExplicit: true, Kind: not CastKind.ToVoid, Operand: BoundCast { Kind: CastKind.LvalueToRvalue } }) _diagnostics.CastNotAssignable(target.Span.FromStart());
            else _diagnostics.NotAssignable(span);
            return false;
        }
        if (target.Type.Type is ArrayType)
        {
            _diagnostics.ArrayNotAssignable(span, target.Type);
            return false;
        }
        if (target.Type.IsConst || target.Type.Type.HasConstMember())
        {
            ReportConst(target, span);
            return false;
        }
        if (!target.Type.Type.IsComplete())
        {
            _diagnostics.IncompleteNotAssignable(span, target.Type);
            return false;
        }
        return true;
    }

    // What is const about it: a member of its type, a member on the way, or the variable.
    private void ReportConst(BoundExpression target, SourceSpan span)
    {
        for (BoundExpression e = target; ; e = ((BoundMember)e).Base)
        {
            string member = e.Type.IsConst ? "" : FirstConstMember(e.Type.Type)?.Name ?? "";
            switch (e)
            {
                case BoundVariable v:
                    _diagnostics.ConstAssignment(span, $"variable '{SourceName(v.Symbol)}'", member, e.Type, member.Length > 0 ? FirstConstMember(e.Type.Type)!.Span : v.Symbol.Span);
                    return;
                case BoundMember { Field: { Type.IsConst: true } or { Type.Type: ArrayType { Element.IsConst: true } } } m:
                    _diagnostics.ConstAssignment(span, $"non-static data member '{m.Field.Name}'", "", m.Type, m.Field.Span);
                    return;
                case BoundMember { Base: BoundMember or BoundVariable }:
                    continue;
                case BoundMember { Base: BoundDereference { Pointer: BoundCast { Kind: CastKind.LvalueToRvalue, Operand: BoundVariable pointer } } }:
                    _diagnostics.ConstAssignment(span, $"variable '{SourceName(pointer.Symbol)}'", "", pointer.Type, pointer.Symbol.Span);
                    return;
                default:
                    _diagnostics.ConstAssignment(span, "", "", target.Type, SourceSpan.None);
                    return;
            }
        }
    }

    private static FieldSymbol? FirstConstMember(CType type) => (type as RecordType)?.Fields.FirstOrDefault(f => f.Type.IsConst || f.Type.Type.HasConstMember());

    private BoundExpression BindSizeofExpression(SizeofExpressionSyntax syntax)
    {
        // A variable-length array's sizeof evaluates its operand (6.5.3.4p2); its lengths were computed at its declaration, so nothing is lost.
        _unevaluated++;
        BoundExpression operand = BindExpression(syntax.Operand);
        _unevaluated--;
        if (HasError(operand)) return operand;
        if (_unevaluated == 0) WarnSizeof(syntax.Operand, operand);
        if (operand is BoundMember { Field.IsBitField: true })
        {
            _diagnostics.SizeofBitField(syntax.Span);
            return Error(syntax.Span);
        }
        return WithSizes(SizeOf(operand.Type, syntax.Span));
    }

    private BoundExpression BindSizeofType(SizeofTypeSyntax syntax)
    {
        QualType type = BindTypeName(syntax.Type);
        return WithSizes(SizeOf(type, syntax.Span));
    }

    private BoundExpression SizeOf(QualType type, SourceSpan span)
    {
        if (type.Type.IsError()) return Error(span);
        if (type.Type is FunctionType || type.Type.IsVoid())
        {
            _diagnostics.SizeofVoidOrFunction(span, type);
            return IntConstant(1, TypeFacts.SizeT, span);
        }
        if (type.Type.IsVariableLength()) return new BoundVariableSize(type.Type, TypeFacts.SizeT, span);
        if (!type.Type.IsComplete())
        {
            _diagnostics.SizeofIncomplete(span, type);
            return Error(span);
        }
        return IntConstant(type.Type.Size, TypeFacts.SizeT, span);
    }

    private BoundExpression BindAlignof(AlignofSyntax syntax)
    {
        int alignment;
        QualType type;
        if (syntax.Type is not null)
        {
            SpecifiedType specified = BindSpecifiers(syntax.Type.Specifiers);
            Declared declared = BindDeclarator(specified, syntax.Type.Declarator);
            TakeSizes();
            type = declared.Type;
            alignment = declared.Alignment;
        }
        else
        {
            _unevaluated++;
            BoundExpression operand = BindExpression(syntax.Operand!);
            _unevaluated--;
            type = operand.Type;
            alignment = operand switch
            {
                BoundVariable v => v.Symbol.Attributes.Alignment,
                BoundMember m => MemberAlignment(m),
                _ => 0,
            };
        }
        if (type.Type.IsError()) return Error(syntax.Span);
        if (!type.Type.IsComplete() && type.Type is not (FunctionType or ArrayType) && !type.Type.IsVoid())
        {
            _diagnostics.SizeofIncomplete(syntax.Span, type);
            return Error(syntax.Span);
        }
        return IntConstant(alignment != 0 ? alignment : TypeFacts.AlignmentOf(type), TypeFacts.SizeT, syntax.Span);
    }

    // An _Alignas on a member shows in its offset and its struct's alignment.
    private static int MemberAlignment(BoundMember member)
    {
        int natural = TypeFacts.AlignmentOf(member.Type);
        int whole = TypeFacts.AlignmentOf(member.Base.Type.Type);
        return whole < natural ? whole : 0;
    }

    private static BinaryOperator OperatorOf(TokenKind token) => token switch
    {
        TokenKind.Plus or TokenKind.PlusEqual => BinaryOperator.Add,
        TokenKind.Minus or TokenKind.MinusEqual => BinaryOperator.Subtract,
        TokenKind.Star or TokenKind.StarEqual => BinaryOperator.Multiply,
        TokenKind.Slash or TokenKind.SlashEqual => BinaryOperator.Divide,
        TokenKind.Percent or TokenKind.PercentEqual => BinaryOperator.Remainder,
        TokenKind.LessLess or TokenKind.LessLessEqual => BinaryOperator.ShiftLeft,
        TokenKind.GreaterGreater or TokenKind.GreaterGreaterEqual => BinaryOperator.ShiftRight,
        TokenKind.Ampersand or TokenKind.AmpersandEqual => BinaryOperator.And,
        TokenKind.Pipe or TokenKind.PipeEqual => BinaryOperator.Or,
        TokenKind.Caret or TokenKind.CaretEqual => BinaryOperator.Xor,
        TokenKind.Less => BinaryOperator.Less,
        TokenKind.Greater => BinaryOperator.Greater,
        TokenKind.LessEqual => BinaryOperator.LessEqual,
        TokenKind.GreaterEqual => BinaryOperator.GreaterEqual,
        TokenKind.EqualEqual => BinaryOperator.Equal,
        TokenKind.BangEqual => BinaryOperator.NotEqual,
        TokenKind.AmpersandAmpersand => BinaryOperator.LogicalAnd,
        TokenKind.PipePipe => BinaryOperator.LogicalOr,
        _ => throw new UnreachableException(),
    };
}
