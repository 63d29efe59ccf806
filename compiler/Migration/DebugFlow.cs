// Which value each variable has at a site, as far as the records before it agree on every way there: a forward data flow over a function's blocks, where ways that meet keep what they
// agree on.
using System.Collections.Immutable;
using PopcornCC.Llvm;

namespace PopcornCC.Compiler.Migration;

internal sealed class DebugFlow
{
    // A variable of one inlined call.
    private readonly record struct Key(nint Variable, nint InlinedAt);

    // What a record says something of; fragments of a variable are kept apart.
    private readonly record struct Subject(Key Key, ulong Offset, ulong Size);

    private readonly FunctionBody body;
    private readonly IReadOnlyList<DebugEvent> events;
    private readonly Subject[] subjects;
    private readonly Dictionary<nint, List<int>> atAnchor = [];
    private readonly Dictionary<Key, ImmutableArray<int>>?[] entry;

    // Where the last question was, and what was known there: questions go on from site to site.
    private (int Block, int Next, Dictionary<Key, ImmutableArray<int>> State) last = (-1, 0, []);

    public DebugFlow(FunctionBody body, IReadOnlyList<DebugEvent> events, DebugExpressions expressions)
    {
        (this.body, this.events) = (body, events);
        subjects = [.. events.Select(e => SubjectOf(e, expressions))];
        for (var n = 0; n < events.Count; n++)
            (atAnchor.TryGetValue(events[n].Anchor.Handle, out var list) ? list : atAnchor[events[n].Anchor.Handle] = []).Add(n);
        entry = new Dictionary<Key, ImmutableArray<int>>?[body.Blocks.Length];
        entry[0] = [];
        // Each block's entry state only shrinks once it is set, so this ends.
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var b in body.ReversePostorder)
            {
                var state = new Dictionary<Key, ImmutableArray<int>>(entry[b]!);
                foreach (var i in body.Instructions[b])
                    Apply(i, state);
                foreach (var s in body.Successors[b].Distinct())
                    changed |= Meet(s, state);
            }
        }
    }

    /// <summary>What is known where a block begins.</summary>
    public IReadOnlyList<DebugEvent> AtEntry(int block) => Known(entry[block] ?? []);

    /// <summary>What is known right before the instruction at an index of a block. Cheap when asked in order.</summary>
    public IReadOnlyList<DebugEvent> Before(int block, int index)
    {
        var (from, state) = last.Block == block && last.Next <= index + 1 ? (last.Next, last.State) : (0, new(entry[block] ?? []));
        for (var i = from; i <= index; i++)
            Apply(body.Instructions[block][i], state);
        last = (block, index + 1, state);
        return Known(state);
    }

    // In the order of the records, which is the same in every run.
    private DebugEvent[] Known(Dictionary<Key, ImmutableArray<int>> state) => [.. state.Values.SelectMany(known => known).Order().Select(n => events[n])];

    private bool Meet(int block, Dictionary<Key, ImmutableArray<int>> state)
    {
        if (entry[block] is not { } known)
        {
            entry[block] = new(state);
            return true;
        }
        var changed = false;
        foreach (var (key, here) in known.ToArray())
        {
            var there = state.GetValueOrDefault(key, []);
            var agreed = here.RemoveAll(n => !there.Any(o => subjects[o] == subjects[n] && events[o].SameValue(events[n])));
            if (agreed.Length == here.Length)
                continue;
            changed = true;
            Set(known, key, agreed);
        }
        return changed;
    }

    private void Apply(LLVMValueRef instruction, Dictionary<Key, ImmutableArray<int>> state)
    {
        if (!atAnchor.TryGetValue(instruction.Handle, out var list))
            return;
        foreach (var n in list)
        {
            var key = subjects[n].Key;
            var left = state.GetValueOrDefault(key, []).RemoveAll(o => Overlap(subjects[o], subjects[n]));
            Set(state, key, events[n].Value.Handle != 0 ? left.Add(n) : left);
        }
    }

    private static void Set(Dictionary<Key, ImmutableArray<int>> state, Key key, ImmutableArray<int> known)
    {
        if (known.IsEmpty)
            state.Remove(key);
        else
            state[key] = known;
    }

    private static bool Overlap(Subject a, Subject b) => a.Size == 0 || b.Size == 0 || (a.Offset < b.Offset + b.Size && b.Offset < a.Offset + a.Size);

    private static Subject SubjectOf(DebugEvent e, DebugExpressions expressions)
    {
        var (offset, size) = expressions.Read(e.Expression) is { } operations ? DebugExpressions.FragmentOf(operations) ?? (0, 0) : (0, 0);
        return new(new(e.Variable.Handle, LLVM.DILocationGetInlinedAt(e.Location).Handle), offset, size);
    }
}
