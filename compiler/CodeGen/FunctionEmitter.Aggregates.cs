// Struct and union values. They are never LLVM values: each is in memory, its own object's or a temporary's, and is copied by memcpy.
using PopcornCC.Compiler.Semantics;
using PopcornCC.Llvm;

namespace PopcornCC.Compiler.CodeGen;

internal sealed partial class FunctionEmitter
{
    /// <summary>Where the value of a struct expression is: the object itself if it is one, else a temporary. The caller copies or reads it before anything else is evaluated.</summary>
    private Lvalue EmitAggregate(BoundExpression expression)
    {
        switch (expression)
        {
            case BoundCast { Kind: CastKind.LvalueToRvalue or CastKind.NoOp } e when !e.Operand.Type.IsAtomic:
                return e.Operand.IsLvalue ? EmitLvalue(e.Operand) : EmitAggregate(e.Operand);
            case BoundMember e:
                return EmitLvalue(e);
            case BoundAssignment e:
                return EmitRecordAssignment(e);
            case BoundComma e:
                EmitIgnored(e.Left);
                return EmitAggregate(e.Right);
            default:
                if (expression.IsLvalue) return EmitLvalue(expression);
                Lvalue temporary = Temporary(expression.Type.Type);
                EmitAggregateTo(expression, temporary);
                return temporary;
        }
    }

    /// <summary>Evaluates a struct expression into memory that the expression itself does not read.</summary>
    private void EmitAggregateTo(BoundExpression expression, Lvalue target)
    {
        switch (expression)
        {
            case BoundCast { Kind: CastKind.LvalueToRvalue } e when e.Operand.Type.IsAtomic && e.Operand.IsLvalue:
                Lvalue atomic = EmitLvalue(e.Operand);
                AtomicLoadRecord(atomic.Address, atomic.Alignment, target, LLVMAtomicOrdering.LLVMAtomicOrderingSequentiallyConsistent);
                break;
            case BoundCall e:
                EmitCall(e, target);
                break;
            case BoundConditional { WhenTrue: not null } e:
                LLVMBasicBlockRef then = NewBlock("cond.true"), otherwise = NewBlock("cond.false"), end = NewBlock("cond.end");
                EmitBranch(e.Condition, then, otherwise);
                Place(then);
                EmitAggregateTo(e.WhenTrue, target);
                Jump(end);
                Place(otherwise);
                EmitAggregateTo(e.WhenFalse, target);
                Place(end);
                break;
            case BoundComma e:
                EmitIgnored(e.Left);
                EmitAggregateTo(e.Right, target);
                break;
            case BoundStatementExpression e:
                int depth = _cleanups.Count;
                foreach (BoundStatement s in e.Statements) EmitStatement(s);
                if (e.Result is not null) EmitAggregateTo(e.Result, target);
                CloseScope(depth);
                break;
            case BoundVaArg e:
                CopyRecord(target, EmitVaArg(e));
                break;
            case BoundCast { Kind: CastKind.ToUnion } e:
                // The value becomes the member of its type; unions hold every member at their start.
                Lvalue member = target with { Type = new QualType(e.Operand.Type.Type), MayAlias = true, Base = null };
                if (e.Operand.Type.Type is RecordType) EmitAggregateTo(e.Operand, member);
                else StoreTo(member, EmitScalar(e.Operand));
                break;
            default:
                CopyRecord(target, EmitAggregate(expression));
                break;
        }
    }

    private void CopyRecord(Lvalue target, Lvalue source)
    {
        long size = target.Type.Type.Size;
        if (target.Type.IsAtomic)
        {
            AtomicStoreRecord(target, source, LLVMAtomicOrdering.LLVMAtomicOrderingSequentiallyConsistent);
            return;
        }
        if (size > 0 && target.Address != source.Address)
            CopyBytes(target.Address, target.Alignment, source.Address, source.Alignment, size, target.IsVolatile || source.IsVolatile);
    }

    private void CopyBytes(LLVMValueRef target, int targetAlignment, LLVMValueRef source, int sourceAlignment, long size, bool isVolatile = false)
    {
        LLVMValueRef copy = _b.BuildMemCpy(target, (uint)targetAlignment, source, (uint)sourceAlignment, Constant64(size));
        if (isVolatile) copy.SetOperand(3, LLVMValueRef.CreateConstInt(_types.I1, 1));
    }

    private void ZeroBytes(LLVMValueRef target, int alignment, long size, bool isVolatile = false)
    {
        LLVMValueRef fill = _b.BuildMemSet(target, Null(_types.I8), Constant64(size), (uint)alignment);
        if (isVolatile) fill.SetOperand(3, LLVMValueRef.CreateConstInt(_types.I1, 1));
    }

    private Lvalue EmitCompoundLiteral(BoundCompoundLiteral literal)
    {
        if (literal.Object.Storage is StorageDuration.Static or StorageDuration.Thread) return VariableLvalue(literal.Object, literal.Type);
        Lvalue place = new(Local(literal.Object), literal.Type, ModuleEmitter.AlignmentOf(literal.Object), MayAlias: MayAlias(literal.Type));
        if (literal.Initializer is not null) EmitInitializer(place, literal.Initializer);
        return place;
    }
}
