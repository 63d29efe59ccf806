// Subscripts, members and compound literals (C11 6.5.2), casts (6.5.4), offsetof (7.19), va_arg (7.16.1.1).
using System.Collections.Immutable;
using PopcornCC.Compiler.Syntax;
using PopcornCC.Compiler.Text;

namespace PopcornCC.Compiler.Semantics;

public sealed partial class Binder
{
    private BoundExpression BindSubscript(SubscriptSyntax syntax)
    {
        bool addressOnly = _addressOnly;
        _addressOnly = false;
        BoundExpression array = BindExpression(syntax.Base);
        BoundExpression index = Rvalue(BindExpression(syntax.Index));
        if (HasError(array, index)) return Error(syntax.Span);
        if (array.Type.Type is VectorType vector && index.Type.Type.IsInteger())
        {
            return new BoundVectorElement(array, index, new QualType(vector.Element, array.Type.Qualifiers), syntax.Span);
        }
        array = Rvalue(array);
        // i[a] is a[i].
        if (array.Type.Type.IsInteger() && index.Type.Type is PointerType) (array, index) = (index, array);
        if (array.Type.Type is not PointerType pointer || !index.Type.Type.IsInteger())
        {
            SourceSpan at = Bracket(syntax);
            if (array.Type.Type is PointerType) _diagnostics.SubscriptIndex(at, syntax.Index.Span);
            else _diagnostics.SubscriptBase(at, syntax.Index.Span);
            return Error(syntax.Span);
        }
        if (pointer.Pointee.Type is FunctionType)
        {
            _diagnostics.SubscriptOfFunctions(syntax.Base.Span, pointer.Pointee);
            return Error(syntax.Span);
        }
        if (!CheckPointee(pointer, syntax.Span)) return Error(syntax.Span);
        CheckBounds(array, index, array.Span.FromStart(), Bracket(syntax), addressOnly);
        BoundExpression address = new BoundBinary(BinaryOperator.PointerAdd, array, Promote(index), pointer, syntax.Span);
        return new BoundDereference(address, pointer.Pointee, syntax.Span);
    }

    // Right behind the base, where the bracket usually is.
    private static SourceSpan Bracket(SubscriptSyntax syntax) => syntax.Span with { Caret = syntax.Base.Span.File == syntax.Span.File ? syntax.Base.Span.Length : 0 };

    private BoundExpression BindMemberAccess(MemberSyntax syntax)
    {
        BoundExpression target = BindExpression(syntax.Base);
        if (HasError(target)) return target;
        if (syntax.IsArrow)
        {
            target = Rvalue(target);
            if (target.Type.Type is not PointerType pointer)
            {
                if (target.Type.Type is RecordType) _diagnostics.ArrowOnRecord(syntax.OperatorSpan, target.Type);
                else _diagnostics.ArrowOnValue(syntax.OperatorSpan, target.Type);
                return Error(syntax.Span);
            }
            if (!pointer.Pointee.Type.IsError() && pointer.Pointee.Type is not RecordType)
            {
                _diagnostics.MemberOf(syntax.OperatorSpan, pointer.Pointee);
                return Error(syntax.Span);
            }
            target = new BoundDereference(target, pointer.Pointee, syntax.Base.Span);
        }
        if (target.Type.Type is not RecordType record)
        {
            if (target.Type.Type is PointerType { Pointee.Type: RecordType } && !syntax.IsArrow) _diagnostics.DotOnPointer(syntax.OperatorSpan, target.Type);
            else _diagnostics.MemberOf(syntax.OperatorSpan, target.Type);
            return Error(syntax.Span);
        }
        if (!record.IsComplete)
        {
            _diagnostics.IncompleteMemberAccess(syntax.Member.Span, target.Type);
            return Error(syntax.Span);
        }
        ImmutableArray<FieldSymbol> path = FindMember(record, syntax.Member.Name);
        if (path.IsEmpty)
        {
            _diagnostics.NoSuchMember(syntax.Member.Span, syntax.Member.Name, record, SpellingSuggestion.Find(syntax.Member.Name, AllNames(record).Select(f => f.Name!)));
            return Error(syntax.Span);
        }
        WarnDeprecatedPlace(syntax.Member.Span, syntax.Member.Name, path[^1].Span);
        return MemberOf(target, path, syntax.Span);
    }

    private static BoundExpression MemberOf(BoundExpression target, ImmutableArray<FieldSymbol> path, SourceSpan span)
    {
        foreach (FieldSymbol field in path)
        {
            // A member is as qualified as the whole (6.5.2.3p3); _Atomic and restrict are not handed on.
            Qualifiers q = target.Type.Qualifiers & ~(Qualifiers.Restrict | Qualifiers.Atomic);
            target = new BoundMember(target, field, field.Type.With(q), span);
        }
        return target;
    }

    private BoundExpression BindOffsetof(OffsetofSyntax syntax)
    {
        QualType type = BindTypeName(syntax.Type);
        Int128 constant = 0;
        BoundExpression? variable = null;
        foreach (OffsetofStepSyntax step in syntax.Path)
        {
            if (type.Type.IsError()) return Error(syntax.Span);
            if (step.Member is not null)
            {
                if (type.Type is not RecordType { IsComplete: true } record)
                {
                    _diagnostics.MemberOf(step.Span, type);
                    return Error(syntax.Span);
                }
                ImmutableArray<FieldSymbol> path = FindMember(record, step.Member.Name);
                if (path.IsEmpty)
                {
                    _diagnostics.NoSuchMember(step.Member.Span, step.Member.Name, record, null);
                    return Error(syntax.Span);
                }
                if (path[^1].IsBitField)
                {
                    _diagnostics.OffsetofBitField(step.Member.Span, step.Member.Name);
                    return Error(syntax.Span);
                }
                constant += path.Sum(f => f.Offset);
                type = path[^1].Type;
                continue;
            }
            BoundExpression index = Rvalue(BindExpression(step.Index!));
            if (HasError(index)) return index;
            if (type.Type is not ArrayType array || !index.Type.Type.IsInteger())
            {
                _diagnostics.SubscriptBase(step.Span, index.Span);
                return Error(syntax.Span);
            }
            type = array.Element;
            if (ConstantEvaluator.EvaluateInteger(index) is Int128 i)
            {
                constant += i * type.Type.Size;
                continue;
            }
            BoundExpression bytes = new BoundBinary(BinaryOperator.Multiply, Convert(index, TypeFacts.SizeT), IntConstant(type.Type.Size, TypeFacts.SizeT, step.Span), TypeFacts.SizeT, step.Span);
            variable = variable is null ? bytes : new BoundBinary(BinaryOperator.Add, variable, bytes, TypeFacts.SizeT, step.Span);
        }
        BoundExpression offset = IntConstant(constant, TypeFacts.SizeT, syntax.Span);
        return variable is null ? offset : new BoundBinary(BinaryOperator.Add, offset, variable, TypeFacts.SizeT, syntax.Span);
    }

    private BoundExpression BindVaArg(VaArgSyntax syntax)
    {
        BoundExpression list = BindExpression(syntax.List);
        QualType type = BindTypeName(syntax.Type);
        if (HasError(list) || type.Type.IsError()) return Error(syntax.Span);
        if (!CheckVaList(list)) return Error(syntax.Span);
        if (!type.Type.IsComplete())
        {
            _diagnostics.VaArgType(syntax.Type.Span, type);
            return Error(syntax.Span);
        }
        if (type.Type is ArrayType)
        {
            _diagnostics.VaArgType(syntax.Type.Span, type);
            return Error(syntax.Span);
        }
        CType promoted = type.Type.IsArithmetic() ? TypeCompatibility.DefaultPromotion(type.Type) : type.Type;
        if (promoted.Size != type.Type.Size)
        {
            // Undefined (7.16.1.1p2): read what was passed, so that it at least does what the writer meant.
            _diagnostics.VaArgPromoted(syntax.Type.Span, type, promoted);
            return WithSizes(Convert(new BoundVaArg(list, promoted, syntax.Span), type.Type));
        }
        return WithSizes(new BoundVaArg(list, type.Unqualified(), syntax.Span));
    }

    private bool CheckVaList(BoundExpression list)
    {
        if (list.IsLvalue && list.Type.Type is PointerType { Pointee.Type: BuiltinType { Kind: BuiltinKind.Char } })
        {
            MarkAddressTaken(list);
            return true;
        }
        _diagnostics.NotVaList(list.Span, list.Type);
        return false;
    }

    private BoundExpression BindCompoundLiteral(CompoundLiteralSyntax syntax)
    {
        QualType type = BindTypeName(syntax.Type);
        if (type.Type.IsError()) return Error(syntax.Span);
        if (type.Type.IsVariableLength())
        {
            TakeSizes();
            _diagnostics.VariableLengthInitialized(syntax.Span);
            return Error(syntax.Span);
        }
        if (type.Type is FunctionType || (!type.Type.IsComplete() && type.Type is not ArrayType))
        {
            _diagnostics.SizeofIncomplete(syntax.Span, type);
            return Error(syntax.Span);
        }
        bool isStatic = _function is null || _staticInitializers > 0 || (syntax.Type.Specifiers.Storage & (StorageSpecifiers.Static | StorageSpecifiers.ThreadLocal)) != 0;
        VariableSymbol variable = new(MakeName(".literal"), type, isStatic ? StorageDuration.Static : StorageDuration.Automatic, isStatic ? Linkage.Internal : Linkage.None, syntax.Span)
        {
            AddressTaken = isStatic || !type.Type.IsScalar(),
            IsReferenced = true,
            IsDefined = isStatic,
        };
        BoundInitializer? initializer = BindInitializer(ref type, syntax.Initializer, isStatic, variable);
        variable.Type = type;
        if (isStatic)
        {
            variable.Initializer = initializer ?? new BoundListInitializer([], syntax.Span);
            if (_unevaluated == 0) _variables.Add(variable);
        }
        return new BoundCompoundLiteral(variable, initializer, syntax.Span);
    }

    private BoundExpression BindCast(CastSyntax syntax)
    {
        QualType target = BindTypeName(syntax.Type);
        BoundExpression operand = Rvalue(BindExpression(syntax.Operand));
        if (HasError(operand) || target.Type.IsError()) return Error(syntax.Span);
        WarnCast(target, operand, syntax.Span);
        return WithSizes(BindCast(target, operand, syntax.Span));
    }

    private BoundExpression BindCast(QualType target, BoundExpression operand, SourceSpan span)
    {
        CType to = target.Type, from = operand.Type.Type;
        if (to.IsVoid())
        {
            NoteDiscarded(operand);
            return new BoundCast(CastKind.ToVoid, operand, BuiltinType.Void, span) { IsExplicit = true };
        }
        if (from.IsVoid())
        {
            _diagnostics.CastOfAggregate(operand.Span, operand.Type);
            return Error(span);
        }
        if (to is RecordType record)
        {
            if (ReferenceEquals(record, from)) return operand;
            // GNU: a cast to a union makes a union of which the member of the operand's type is set.
            if (record.IsUnion && record.Fields.FirstOrDefault(f => TypeCompatibility.AreCompatible(f.Type.Type, from)) is FieldSymbol)
            {
                _diagnostics.CastToUnion(span);
                return new BoundCast(CastKind.ToUnion, operand, to, span);
            }
            _diagnostics.BadCast(span, operand.Type, target);
            return Error(span);
        }
        if (to is VectorType || from is VectorType)
        {
            bool isBits = to.Size == from.Size && (to is VectorType || to.IsInteger() || to.IsFloating()) && (from is VectorType || from.IsInteger() || from.IsFloating());
            if (isBits) return to == from ? operand : new BoundCast(CastKind.BitCast, operand, to, span);
            _diagnostics.BadCast(span, operand.Type, target);
            return Error(span);
        }
        if (!to.IsScalar() || !from.IsScalar() || (to is PointerType && from.IsFloating()) || (to.IsFloating() && from is PointerType))
        {
            if (!to.IsScalar()) _diagnostics.CastToAggregate(span, target);
            else if (!from.IsScalar()) _diagnostics.CastOfAggregate(operand.Span, operand.Type);
            else if (from.IsFloating()) _diagnostics.CastOfFloatToPointer(operand.Span, operand.Type);
            else _diagnostics.CastOfPointerToFloat(operand.Span, target);
            return Error(span);
        }
        if (to is PointerType && from.IsInteger() && from.Size < 8 && operand is not BoundIntConstant && ConstantEvaluator.Evaluate(operand) is null) _diagnostics.IntToPointerSize(span, operand.Type, target);
        else if (from is PointerType && to.IsInteger() && to.Size < 8 && !to.IsBool()) _diagnostics.PointerToIntSize(span, operand.Type, target);
        BoundExpression converted = Convert(operand, to);
        // Even a cast to the same type makes a value of what was a promoted bit-field, and hides a literal's string or an assignment's parentheses.
        if (ReferenceEquals(converted, operand) && operand is not (BoundIntConstant or BoundFloatConstant)) return new BoundCast(CastKind.NoOp, operand, to, span) { IsExplicit = true };
        return converted is BoundCast cast ? cast with { IsExplicit = true, Span = span } : WithSpan(converted, span);
    }

    private static BoundExpression WithSpan(BoundExpression e, SourceSpan span) => e switch
    {
        BoundIntConstant c => c with { Span = span },
        BoundFloatConstant c => c with { Span = span },
        _ => e,
    };
}
