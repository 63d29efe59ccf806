// Assignment (C11 6.5.16), simple and compound; ++ and -- are compound assignments here. As in clang, the right side is evaluated before the object is read.
using PopcornCC.Compiler.Semantics;
using PopcornCC.Llvm;

namespace PopcornCC.Compiler.CodeGen;

internal sealed partial class FunctionEmitter
{
    private LLVMValueRef EmitAssignment(BoundAssignment e)
    {
        if (e.Target.Type.Type is RecordType)
        {
            EmitRecordAssignment(e);
            return default;
        }
        LLVMValueRef value = EmitScalar(e.Value);
        return StoreTo(EmitLvalue(e.Target), value);
    }

    private Lvalue EmitRecordAssignment(BoundAssignment e)
    {
        // The value may read the target in any way, so it is complete before the target changes; a plain copy needs no detour (6.5.16.1p3 allows only exact overlap).
        Lvalue value = EmitAggregate(e.Value);
        Lvalue target = EmitLvalue(e.Target);
        CopyRecord(target, value);
        return target;
    }

    private LLVMValueRef EmitCompoundAssignment(BoundCompoundAssignment e)
    {
        BoundExpression? right = RightOperand(e.NewValue, out BoundBinary? operation);
        if (right is not null and not BoundIntConstant and not BoundFloatConstant) _evaluated[right] = EmitScalar(right);
        Lvalue target = EmitLvalue(e.Target);
        LLVMValueRef result = target.Type.IsAtomic && target.Bits is null
            ? EmitAtomicCompound(e, target, operation)
            : EmitPlainCompound(e, target);
        if (right is not null) _evaluated.Remove(right);
        return result;
    }

    private LLVMValueRef EmitPlainCompound(BoundCompoundAssignment e, Lvalue target)
    {
        LLVMValueRef old = LoadFrom(target);
        LLVMValueRef stored = StoreTo(target, NewValue(e, old));
        return e.IsPostfix ? old : stored;
    }

    private LLVMValueRef NewValue(BoundCompoundAssignment e, LLVMValueRef old)
    {
        _placeholders.Add((e.OldValue, old));
        LLVMValueRef value = EmitScalar(e.NewValue);
        _placeholders.RemoveAt(_placeholders.Count - 1);
        return value;
    }

    /// <summary>The right operand of the operator in <c>(T)(old op right)</c>, if the new value has that form.</summary>
    private static BoundExpression? RightOperand(BoundExpression newValue, out BoundBinary? operation)
    {
        operation = null;
        while (newValue is BoundCast c) newValue = c.Operand;
        if (newValue is not BoundBinary b) return null;
        BoundExpression left = b.Left;
        while (left is BoundCast c) left = c.Operand;
        if (left is not BoundPlaceholder) return null;
        operation = b;
        return b.Right;
    }
}
