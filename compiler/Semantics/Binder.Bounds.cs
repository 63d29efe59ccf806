// Places that are outside: constant indices beyond an array, shifts beyond a type, addresses of objects that end with their function.
using PopcornCC.Compiler.Syntax;
using PopcornCC.Compiler.Text;

namespace PopcornCC.Compiler.Semantics;

public sealed partial class Binder
{
    // The operand of & may be one past the end (6.5.6p8).
    private bool _addressOnly;

    private void CheckBounds(BoundExpression array, BoundExpression index, SourceSpan at, SourceSpan bracket, bool addressOnly)
    {
        if (index.Type.Type is BuiltinType { Kind: BuiltinKind.Char } && index is not BoundIntConstant) _diagnostics.CharSubscript(bracket);
        if (!IsExecuted || index is not BoundIntConstant { Value: var i }) return;
        if (array is not BoundCast { Kind: CastKind.ArrayToPointer, Operand: var whole } || whole.Type.Type is not ArrayType { Length: { } length } type) return;

        // The last member of a struct may stand for as many elements as were allocated.
        if (whole is BoundMember member && IsLastMember(member)) return;
        (string name, SourceSpan declared) = whole switch
        {
            BoundVariable v => (SourceName(v.Symbol), v.Symbol.Span),
            BoundMember { Field.Name: { } field } m => (field, m.Field.Span),
            _ => ("", SourceSpan.None),
        };
        if (i < 0) _diagnostics.IndexBeforeArray(at, i, name, declared);
        else if (i > length || (i == length && !addressOnly)) _diagnostics.IndexPastArray(at, i, type, name, declared);
    }

    private static bool IsLastMember(BoundMember member)
    {
        for (BoundExpression e = member; e is BoundMember m; e = m.Base)
        {
            if (m.Base.Type.Type is not RecordType record) return false;
            if (!record.IsUnion && !ReferenceEquals(record.Fields[^1], m.Field)) return false;
        }
        return true;
    }

    private void CheckShift(BinaryOperator op, BoundExpression left, BoundExpression right, SourceSpan at)
    {
        if (!IsExecuted) return;
        int bits = left.Type.Type.Bits();
        if (right is BoundIntConstant { Value: var count } && (count < 0 || count >= bits))
        {
            _diagnostics.ShiftCount(at, count, left.Type);
            return;
        }
        if (op != BinaryOperator.ShiftLeft || left is not BoundIntConstant { Value: var value } || !left.Type.Type.IsSigned()) return;
        if (value < 0)
        {
            _diagnostics.ShiftOfNegative(at);
            return;
        }
        if (right is not BoundIntConstant { Value: var by } || bits > 64) return;
        int needed = 128 - (int)Int128.LeadingZeroCount(value) + (int)by;
        if (needed == bits) _diagnostics.ShiftIntoSign(at, left.Type);
        else if (needed > bits) _diagnostics.ShiftOverflow(at, (UInt128)value << (int)by, needed + 1, left.Type, bits);
    }

    private void WarnReturnedLocal(BoundExpression value)
    {
        switch (value)
        {
            case BoundCast { Kind: CastKind.PointerCast or CastKind.NoOp } c:
                WarnReturnedLocal(c.Operand);
                break;
            case BoundCast { Kind: CastKind.ArrayToPointer } c:
                WarnReturnedObject(c.Operand);
                break;
            case BoundAddressOf a:
                WarnReturnedObject(a.Operand);
                break;
            case BoundBinary { Operator: BinaryOperator.PointerAdd or BinaryOperator.PointerSubtract } b:
                WarnReturnedLocal(b.Left);
                break;
            case BoundConditional c:
                if (c.WhenTrue is not null) WarnReturnedLocal(c.WhenTrue);
                WarnReturnedLocal(c.WhenFalse);
                break;
            case BoundComma c:
                WarnReturnedLocal(c.Right);
                break;
            case BoundLabelAddress:
                _diagnostics.ReturnsLabel(value.Span);
                break;
        }
    }

    private void WarnReturnedObject(BoundExpression lvalue)
    {
        switch (lvalue)
        {
            case BoundMember m:
                WarnReturnedObject(m.Base);
                break;
            case BoundDereference { Pointer: BoundBinary or BoundCast { Kind: CastKind.ArrayToPointer } } d:
                WarnReturnedLocal(d.Pointer);
                break;
            case BoundVariable { Symbol: { Storage: StorageDuration.Automatic or StorageDuration.Parameter } local }:
                _diagnostics.ReturnsLocalAddress(lvalue.Span, local.Name, local.Storage == StorageDuration.Parameter ? "parameter" : "local variable");
                break;
            case BoundCompoundLiteral { Object.Storage: StorageDuration.Automatic }:
                _diagnostics.ReturnsLiteralAddress(lvalue.Span);
                break;
        }
    }
}
