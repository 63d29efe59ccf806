// Gives each recorded value its place in the function's record. Values that no site records together may share a unit: so a record is about
// as long as the most values any site has, not as long as all of them, which makes moves, maps and resume functions smaller. Where the
// resume function keeps the record in memory all the time (ResumeForm.Memory), two values may share a unit only if they are never live
// together at all; then a phi and what flows into it are put into one unit where that is possible, which saves the copy.
//
// Greedy colouring in the order of the function's text, so that the result depends on nothing else.
using PopcornCC.Llvm;

namespace PopcornCC.Compiler.Migration;

internal sealed class UnitAssignment
{
    private readonly IReadOnlyList<LLVMValueRef> values;
    private readonly int words;
    private readonly ulong[][] conflicts;
    private readonly Dictionary<int, int> unitOf = [];
    private readonly List<byte> codes = [];

    /// <summary>A value's index to its (first) unit.</summary>
    public IReadOnlyDictionary<int, int> UnitOf => unitOf;

    /// <summary>The type codes of the units.</summary>
    public byte[] TypeCodes => [.. codes];

    /// <summary>Assigns units to the values with these indices, ascending; each its own unless they may <paramref name="share"/>;
    /// <paramref name="remade"/> is there in memory form.</summary>
    public UnitAssignment(IReadOnlyList<int> recorded, IEnumerable<int[]> keptAtSites, FunctionBody body, Liveness liveness, Rematerialization? remade, bool share)
    {
        values = [.. recorded.Select(i => liveness.Values[i])];
        words = (recorded.Count + 63) / 64;
        conflicts = [.. recorded.Select(_ => new ulong[words])];
        var dense = new Dictionary<int, int>();
        for (var i = 0; i < recorded.Count; i++)
            dense[recorded[i]] = i;
        if (share)
            FindRecordedTogether(keptAtSites, dense);
        else
            Array.ForEach(conflicts, c => Array.Fill(c, ulong.MaxValue));
        if (remade != null)
            FindLiveTogether(body, liveness, dense, remade);
        var classOf = Enumerable.Range(0, recorded.Count).ToArray();
        var members = new ulong[recorded.Count][];
        for (var i = 0; i < recorded.Count; i++)
            Set(members[i] = new ulong[words], i);
        if (remade != null)
            JoinPhis(body, liveness, dense, classOf, members);
        Colour(recorded, classOf, members);
    }

    private void FindRecordedTogether(IEnumerable<int[]> keptAtSites, Dictionary<int, int> dense)
    {
        foreach (var kept in keptAtSites)
        {
            var set = new ulong[words];
            foreach (var index in kept)
                Set(set, dense[index]);
            foreach (var index in kept)
                Add(conflicts[dense[index]], set);
        }
    }

    // A value conflicts with all that is live where it is defined; of any two that are ever live together, one is live at the other's definition.
    // What a value is made from, where it is made anew at its uses, must live as long as the value: so this is a liveness of its own.
    private void FindLiveTogether(FunctionBody body, Liveness liveness, Dictionary<int, int> dense, Rematerialization remade)
    {
        var atEdges = new Dictionary<(int From, int To), List<int>>();
        for (var b = 0; b < body.Blocks.Length; b++)
            foreach (var phi in body.Instructions[b].TakeWhile(i => i.InstructionOpcode == LLVMOpcode.LLVMPHI))
                for (uint i = 0; i < phi.IncomingCount; i++)
                    if (liveness.IndexOf(phi.GetIncomingValue(i)) is >= 0 and var index)
                    {
                        var edge = (body.IndexOf(phi.GetIncomingBlock(i)), b);
                        (atEdges.TryGetValue(edge, out var list) ? list : atEdges[edge] = []).Add(index);
                    }
        void Use(ulong[] live, int index)
        {
            foreach (var source in remade.Sources(index))
                if (dense.TryGetValue(source, out var d))
                    Set(live, d);
        }
        ulong[] Walk(int b, ulong[][] liveIn, bool note)
        {
            var live = new ulong[words];
            foreach (var s in body.Successors[b])
            {
                Add(live, liveIn[s]);
                if (atEdges.TryGetValue((b, s), out var list))
                    foreach (var index in list)
                        Use(live, index);
            }
            var instructions = body.Instructions[b];
            for (var i = instructions.Length - 1; i >= 0; i--)
            {
                if (liveness.IndexOf(instructions[i]) is >= 0 and var result && dense.TryGetValue(result, out var defined))
                {
                    Clear(live, defined);
                    if (note)
                        Conflict(defined, live);
                }
                foreach (var index in liveness.Operands(b, i))
                    Use(live, index);
            }
            return live;
        }

        var liveIn = body.Blocks.Select(_ => new ulong[words]).ToArray();
        for (var changed = true; changed;)
        {
            changed = false;
            for (var o = body.ReversePostorder.Count - 1; o >= 0; o--)
            {
                var b = body.ReversePostorder[o];
                var live = Walk(b, liveIn, note: false);
                if (live.AsSpan().SequenceEqual(liveIn[b]))
                    continue;
                liveIn[b] = live;
                changed = true;
            }
        }
        foreach (var b in body.ReversePostorder)
            Walk(b, liveIn, note: true);
        // Arguments are all there from the start.
        foreach (var argument in body.Function.Params)
            if (dense.TryGetValue(liveness.IndexOf(argument), out var d))
                Conflict(d, liveIn[0]);
    }

    private void Conflict(int value, ulong[] with)
    {
        with = [.. with];
        Clear(with, value);
        Add(conflicts[value], with);
        for (var w = 0; w < words; w++)
            for (var bits = with[w]; bits != 0; bits &= bits - 1)
                Set(conflicts[(w << 6) + System.Numerics.BitOperations.TrailingZeroCount(bits)], value);
    }

    private void JoinPhis(FunctionBody body, Liveness liveness, Dictionary<int, int> dense, int[] classOf, ulong[][] members)
    {
        int Find(int i) => classOf[i] == i ? i : classOf[i] = Find(classOf[i]);

        foreach (var b in body.ReversePostorder)
            foreach (var phi in body.Instructions[b].TakeWhile(i => i.InstructionOpcode == LLVMOpcode.LLVMPHI))
            {
                if (!dense.TryGetValue(liveness.IndexOf(phi), out var result))
                    continue;
                for (uint i = 0; i < phi.IncomingCount; i++)
                {
                    if (!dense.TryGetValue(liveness.IndexOf(phi.GetIncomingValue(i)), out var incoming))
                        continue;
                    var (to, from) = (Find(result), Find(incoming));
                    if (to == from || Intersect(conflicts[to], members[from]) || Intersect(conflicts[from], members[to]))
                        continue;
                    var (first, second) = (Math.Min(to, from), Math.Max(to, from));
                    classOf[second] = first;
                    Add(members[first], members[second]);
                    Add(conflicts[first], conflicts[second]);
                }
            }
        for (var i = 0; i < classOf.Length; i++)
            classOf[i] = Find(i);
    }

    private void Colour(IReadOnlyList<int> recorded, int[] classOf, ulong[][] members)
    {
        var colours = new List<(LLVMTypeRef Type, int Unit, ulong[] Members)>();
        for (var i = 0; i < recorded.Count; i++)
        {
            if (classOf[i] != i)
            {
                unitOf[recorded[i]] = unitOf[recorded[classOf[i]]];
                continue;
            }
            var type = values[i].TypeOf;
            var colour = colours.FindIndex(c => c.Type == type && !Intersect(c.Members, conflicts[i]));
            if (colour < 0)
            {
                colour = colours.Count;
                colours.Add((type, codes.Count, new ulong[words]));
                var code = ValueTypes.Code(type);
                codes.Add(code);
                if (ValueTypes.Units(code) == 2)
                    codes.Add(ValueTypes.SecondUnit);
            }
            Add(colours[colour].Members, members[i]);
            unitOf[recorded[i]] = colours[colour].Unit;
        }
    }

    private static void Set(ulong[] set, int i) => set[i >> 6] |= 1ul << i;

    private static void Clear(ulong[] set, int i) => set[i >> 6] &= ~(1ul << i);

    private static void Add(ulong[] set, ulong[] other)
    {
        for (var w = 0; w < set.Length; w++)
            set[w] |= other[w];
    }

    private static bool Intersect(ulong[] a, ulong[] b)
    {
        for (var w = 0; w < a.Length; w++)
            if ((a[w] & b[w]) != 0)
                return true;
        return false;
    }
}
