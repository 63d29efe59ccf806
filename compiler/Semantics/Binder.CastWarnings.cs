// Warnings about casts that somebody wrote: to stricter alignment (-Wcast-align), away from const (-Wcast-qual), of a call's result to something unlike it (-Wbad-function-cast), between functions that are called differently
// (-Wcast-function-type). All are off by default but the last one's -mismatch, which -Wextra turns on. After clang's SemaCast.cpp and CheckCastAlign.
using PopcornCC.Compiler.Text;

namespace PopcornCC.Compiler.Semantics;

public sealed partial class Binder
{
    private bool? _checksCasts;

    private bool ChecksCasts => _checksCasts ??= s_castGroups.Any(_diagnostics.MayShow);

    private static readonly string[] s_castGroups = ["cast-align", "cast-qual", "bad-function-cast", "cast-function-type-mismatch", "cast-function-type-strict"];

    private void WarnCast(QualType target, BoundExpression operand, SourceSpan span)
    {
        if (_unevaluated > 0 || !ChecksCasts || HasError(operand)) return;
        span = span.FromStart();
        if (operand is BoundCall) WarnCallCast(target, operand);
        if (target.Type is not PointerType to || operand.Type.Type is not PointerType from) return;
        WarnAlignment(to, from, operand, target, span);
        WarnCastAway(to, from, operand);
        if (to.Pointee.Type is FunctionType called && from.Pointee.Type is FunctionType function) WarnFunctionCast(called, function, operand, target, span);
    }

    private void WarnCallCast(QualType target, BoundExpression call)
    {
        CType to = target.Type, from = call.Type.Type;
        bool alike = to.IsVoid() || (to is PointerType && from is PointerType) || (to.IsFloating() && from.IsFloating()) || (to is ComplexType && from is ComplexType)
            || (to.IsInteger() && from.IsInteger() && to.IsBool() == from.IsBool() && to is EnumType == from is EnumType);
        if (!alike) _diagnostics.BadFunctionCast(call.Span, call.Type, target);
    }

    private void WarnAlignment(PointerType to, PointerType from, BoundExpression operand, QualType target, SourceSpan span)
    {
        if (!to.Pointee.Type.IsComplete() || !from.Pointee.Type.IsComplete() || from.Pointee.Type.IsVoid() || to.Pointee.Type is FunctionType || from.Pointee.Type is FunctionType) return;
        int wanted = TypeFacts.AlignmentOf(to.Pointee), known = Math.Max(TypeFacts.AlignmentOf(from.Pointee), KnownAlignment(operand));
        if (known < wanted) _diagnostics.CastAlign(span, operand.Type, target, known, wanted);
    }

    // What the declaration behind a pointer promises: &variable, an array, a member of either.
    private static int KnownAlignment(BoundExpression pointer)
    {
        BoundExpression e = pointer;
        while (e is BoundCast { Kind: CastKind.PointerCast or CastKind.NoOp or CastKind.ArrayToPointer } c) e = c.Operand;
        if (e is BoundAddressOf a) e = a.Operand;
        long offset = 0;
        while (e is BoundMember m)
        {
            offset |= m.Field.Offset;
            e = m.Base;
        }
        int alignment = e switch
        {
            BoundVariable v => Math.Max(v.Symbol.Attributes.Alignment, TypeFacts.AlignmentOf(v.Type)),
            BoundDereference d when !ReferenceEquals(e, pointer) && offset > 0 => TypeFacts.AlignmentOf(d.Type),
            _ => 1,
        };
        return offset == 0 ? alignment : (int)Math.Min(alignment, offset & -offset);
    }

    private void WarnCastAway(PointerType to, PointerType from, BoundExpression operand)
    {
        const Qualifiers counted = Qualifiers.Const | Qualifiers.Volatile;
        bool allConst = true, unsafely = false;
        QualType a = from, b = to;
        for (int level = 0; a.Type is PointerType p && b.Type is PointerType q; level++)
        {
            Qualifiers lost = PointeeQualifiers(p.Pointee) & ~PointeeQualifiers(q.Pointee) & counted;
            if (lost != Qualifiers.None)
            {
                _diagnostics.CastAway(operand.Span.FromStart(), a.Unqualified(), b.Unqualified(), (lost & Qualifiers.Const) != 0, (lost & Qualifiers.Volatile) != 0);
                return;
            }
            if (level > 0 && PointeeQualifiers(p.Pointee) != PointeeQualifiers(q.Pointee) && !allConst) unsafely = true;
            allConst &= q.Pointee.IsConst;
            a = p.Pointee;
            b = q.Pointee;
        }
        if (unsafely) _diagnostics.CastAddsConst(operand.Span.FromStart(), operand.Type, to);
    }

    private void WarnFunctionCast(FunctionType to, FunctionType from, BoundExpression operand, QualType target, SourceSpan span)
    {
        if (IsVoidVoid(to) || IsVoidVoid(from)) return;
        bool passedAlike = ArePassedAlike(from.ReturnType, to.ReturnType), same = from.ReturnType.Unqualified() == to.ReturnType.Unqualified();
        if (from.HasPrototype && to.HasPrototype)
        {
            int count = Math.Min(from.Parameters.Length, to.Parameters.Length);
            passedAlike &= from.Parameters.Length <= count || to.IsVariadic;
            passedAlike &= to.Parameters.Length <= count || from.IsVariadic;
            for (int i = 0; i < count; i++) passedAlike &= ArePassedAlike(from.Parameters[i], to.Parameters[i]);
            same &= from.IsVariadic == to.IsVariadic && from.Parameters.AsSpan().SequenceEqual(to.Parameters.AsSpan());
        }
        if (!passedAlike) _diagnostics.CastFunctionType(span, operand.Type, target, isStrict: false);
        else if (!same && from.HasPrototype && to.HasPrototype) _diagnostics.CastFunctionType(span, operand.Type, target, isStrict: true);
    }

    private static bool IsVoidVoid(FunctionType f) => f.ReturnType.Type.IsVoid() && (!f.HasPrototype || (f.Parameters.IsEmpty && !f.IsVariadic)) && f.HasPrototype;

    private static bool ArePassedAlike(QualType a, QualType b) =>
        a.Type == b.Type || (a.Type is PointerType && b.Type is PointerType) || (a.Type.IsInteger() && b.Type.IsInteger() && a.Type.Size == b.Type.Size);
}
