// Which value each variable has at a site, as far as the records before it agree on every way there: a forward data flow over a function's blocks, where ways that meet keep what they
// agree on.
using PopcornCC.Llvm;

namespace PopcornCC.Compiler.Migration;

internal sealed class DebugFlow
{
    // A variable of one inlined call; fragments of it are kept apart.
    private readonly record struct Key(nint Variable, nint InlinedAt, ulong Offset, ulong Size);

    private readonly FunctionBody body;
    private readonly IReadOnlyList<DebugEvent> events;
    private readonly DebugExpressions expressions;
    private readonly Dictionary<nint, List<DebugEvent>> atAnchor = [];
    private readonly Dictionary<Key, DebugEvent>?[] entry;

    public DebugFlow(FunctionBody body, IReadOnlyList<DebugEvent> events, DebugExpressions expressions)
    {
        (this.body, this.events, this.expressions) = (body, events, expressions);
        foreach (var e in events)
            (atAnchor.TryGetValue(e.Anchor.Handle, out var list) ? list : atAnchor[e.Anchor.Handle] = []).Add(e);
        entry = new Dictionary<Key, DebugEvent>?[body.Blocks.Length];
        entry[0] = [];
        // Each block's entry state only shrinks once it is set, so this ends.
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var b in body.ReversePostorder)
            {
                var state = new Dictionary<Key, DebugEvent>(entry[b]!);
                foreach (var i in body.Instructions[b])
                    Apply(i, state);
                foreach (var s in body.Successors[b].Distinct())
                    changed |= Meet(s, state);
            }
        }
    }

    /// <summary>What is known where a block begins.</summary>
    public IReadOnlyList<DebugEvent> AtEntry(int block) => Known(entry[block] ?? []);

    /// <summary>What is known right before an instruction.</summary>
    public IReadOnlyList<DebugEvent> Before(int block, LLVMValueRef instruction)
    {
        var state = new Dictionary<Key, DebugEvent>(entry[block] ?? []);
        foreach (var i in body.Instructions[block])
        {
            Apply(i, state);
            if (i == instruction)
                break;
        }
        return Known(state);
    }

    // In the order of the records, which is the same in every run.
    private DebugEvent[] Known(Dictionary<Key, DebugEvent> state) =>
        [.. events.Where(e => state.TryGetValue(KeyOf(e), out var current) && ReferenceEquals(current, e))];

    private bool Meet(int block, Dictionary<Key, DebugEvent> state)
    {
        if (entry[block] is not { } known)
        {
            entry[block] = new(state);
            return true;
        }
        var gone = known.Where(k => !state.TryGetValue(k.Key, out var other) || !k.Value.SameValue(other)).Select(k => k.Key).ToArray();
        foreach (var key in gone)
            known.Remove(key);
        return gone.Length > 0;
    }

    private void Apply(LLVMValueRef instruction, Dictionary<Key, DebugEvent> state)
    {
        if (!atAnchor.TryGetValue(instruction.Handle, out var list))
            return;
        foreach (var e in list)
        {
            var key = KeyOf(e);
            foreach (var other in state.Keys.Where(o => o.Variable == key.Variable && o.InlinedAt == key.InlinedAt && Overlap(o, key)).ToArray())
                state.Remove(other);
            if (e.Value.Handle != 0)
                state[key] = e;
        }
    }

    private static bool Overlap(Key a, Key b) => a.Size == 0 || b.Size == 0 || (a.Offset < b.Offset + b.Size && b.Offset < a.Offset + a.Size);

    private Key KeyOf(DebugEvent e)
    {
        var (offset, size) = expressions.Read(e.Expression) is { } operations ? DebugExpressions.FragmentOf(operations) ?? (0, 0) : (0, 0);
        return new(e.Variable.Handle, LLVM.DILocationGetInlinedAt(e.Location).Handle, offset, size);
    }
}
