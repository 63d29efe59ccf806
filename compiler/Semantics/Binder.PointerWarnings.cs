// Warnings about pointers: arithmetic on null (-Wnull-pointer-arithmetic, -Wnull-pointer-subtraction), addresses of packed members handed on as if they were aligned (-Waddress-of-packed-member).
using PopcornCC.Compiler.Text;

namespace PopcornCC.Compiler.Semantics;

public sealed partial class Binder
{
    // Casts have folded "(char *)0" already.
    private static bool IsNullConstant(BoundExpression e) => e is BoundIntConstant { Value: var v } && v == 0;

    private void WarnNullArithmetic(BinaryOperator op, BoundExpression pointer, SourceSpan operatorSpan)
    {
        if (!IsExecuted || !IsNullConstant(pointer)) return;
        bool isIdiom = op == BinaryOperator.Add && ((PointerType)pointer.Type.Type).Pointee.Type.IsCharacter();
        _diagnostics.NullArithmetic(operatorSpan, pointer.Span, isIdiom);
    }

    private void WarnNullSubtraction(BoundExpression left, BoundExpression right, SourceSpan operatorSpan)
    {
        if (!IsExecuted) return;
        if (IsNullConstant(left)) _diagnostics.NullSubtraction(operatorSpan, left.Span);
        if (IsNullConstant(right)) _diagnostics.NullSubtraction(operatorSpan, right.Span);
    }

    /// <summary>The address of a member that lies less aligned than its type wants, converted to a pointer that promises more.</summary>
    private void WarnPackedAddress(BoundExpression value, CType target)
    {
        if (_unevaluated > 0 || target is not PointerType { Pointee: var pointee } || !pointee.Type.IsComplete() || pointee.Type.IsVoid() || pointee.Type is FunctionType) return;
        if (value is not BoundAddressOf { Operand: BoundMember member } || member.Field.IsBitField) return;
        int wanted = TypeFacts.AlignmentOf(pointee);
        long offset = 0;
        BoundMember? packed = null;
        BoundExpression e = member;
        while (e is BoundMember m)
        {
            offset += m.Field.Offset;
            if (m.Field.Name is not null && m.Base.Type.Type is RecordType r && r.Alignment < TypeFacts.AlignmentOf(m.Field.Type) && packed is null) packed = m;
            e = m.Base;
        }
        packed ??= (BoundMember)OutermostMember(member);
        int whole = e is BoundVariable v ? Math.Max(v.Symbol.Attributes.Alignment, TypeFacts.AlignmentOf(v.Type)) : TypeFacts.AlignmentOf(e.Type);
        if (wanted == 1 || (offset % wanted == 0 && whole >= wanted)) return;
        if (((RecordType)packed.Base.Type.Type).Tag is not { } tag) tag = "(anonymous)";
        if (packed.Field.Name is { } name) _diagnostics.AddressOfPackedMember(member.Span.FromStart(), name, tag);
    }

    private static BoundExpression OutermostMember(BoundMember member)
    {
        BoundMember m = member;
        while (m.Base is BoundMember inner) m = inner;
        return m;
    }
}
