// Jumps that would pass what has to be reached (C11 6.8.6.1p1, 6.8.4.2p2): into the scope of a variably modified type, whose lengths are computed at its declaration, and, in GNU C, into a
// statement expression. Each scope knows the chain of such places it is inside; a jump is right when its target's chain is a part of its own.
using PopcornCC.Compiler.Text;

namespace PopcornCC.Compiler.Semantics;

/// <summary>A place that no jump may pass: a variably modified declaration (to the end of its block), or a statement expression (<paramref name="Name"/> is null).</summary>
internal sealed record ProtectedPlace(ProtectedPlace? Outer, string? Name, SourceSpan Span)
{
    /// <summary>The first place around a target that is not around the jump; null when there is none.</summary>
    public static ProtectedPlace? Passed(ProtectedPlace? jump, ProtectedPlace? target)
    {
        for (ProtectedPlace? place = target; place is not null; place = place.Outer)
        {
            bool around = false;
            for (ProtectedPlace? own = jump; own is not null && !around; own = own.Outer) around = ReferenceEquals(own, place);
            if (!around) return place;
        }
        return null;
    }
}

/// <summary>A goto, kept until its label's place is known.</summary>
internal readonly record struct PendingJump(LabelSymbol Label, ProtectedPlace? From, SourceSpan Span);

public sealed partial class Binder
{
    private void ProtectDeclaration(QualType type, string name, SourceSpan span)
    {
        if (_function is not null && type.Type.IsVariablyModified()) _scope.Protected = new ProtectedPlace(_scope.Protected, name, span);
    }

    private void CheckJumps(FunctionContext context)
    {
        foreach (PendingJump jump in context.Jumps)
        {
            if (!context.LabelPlaces.TryGetValue(jump.Label, out ProtectedPlace? target)) continue;
            if (ProtectedPlace.Passed(jump.From, target) is ProtectedPlace passed) _diagnostics.JumpPasses(jump.Span, "this goto statement to its label", passed.Name, passed.Span);
        }
    }

    private void CheckCaseJump(SwitchContext context, SourceSpan span)
    {
        if (ProtectedPlace.Passed(context.Protected, _scope.Protected) is ProtectedPlace passed) _diagnostics.JumpPasses(span, "switch statement to this case label", passed.Name, passed.Span);
    }
}
