// Which values a resume function in memory form makes anew where it uses them, instead of keeping them: those that no site records because
// they follow from others (Recomputation.cs). Kept, each would have to be computed and stored on every way in, and optimised code has many
// such values, addresses of members above all, that live through a whole function.
//
// A value can be made anew wherever it is used if its operands are at hand there: an operand that is live at every site where the value is
// live (its slot is filled on every way in, and keeps its content as long as the value is in use: UnitAssignment sees to that); or one that
// is never live at a site and can itself be made from such operands.
using PopcornCC.Llvm;

namespace PopcornCC.Compiler.Migration;

internal sealed class Rematerialization
{
    private readonly Liveness liveness;
    private readonly LLVMValueRef alwaysAvailable;
    private readonly Dictionary<int, ulong[]> sitesOf = [];
    private readonly HashSet<int> remade = [];
    private readonly Dictionary<int, int[]> sources = [];

    public Rematerialization(Liveness liveness, IReadOnlyList<Site> sites, IReadOnlyList<int> recorded, LLVMValueRef alwaysAvailable)
    {
        (this.liveness, this.alwaysAvailable) = (liveness, alwaysAvailable);
        for (var s = 0; s < sites.Count; s++)
            foreach (var index in sites[s].Live)
            {
                if (!sitesOf.TryGetValue(index, out var set))
                    sitesOf[index] = set = new ulong[(sites.Count + 63) / 64];
                set[s >> 6] |= 1ul << s;
            }
        var kept = recorded.ToHashSet();
        foreach (var (index, set) in sitesOf)
            if (!kept.Contains(index) && liveness.Values[index] != alwaysAvailable && CanMake(liveness.Values[index], set, 0))
                remade.Add(index);
    }

    /// <summary>Whether the value with this index is made anew at its uses.</summary>
    public bool Contains(int index) => remade.Contains(index);

    /// <summary>Whether an operand of such a value is at hand in its own right, rather than made with it.</summary>
    public bool IsSource(int index) => sitesOf.ContainsKey(index);

    /// <summary>The values in slots that a use of this value reads: itself, or what it is made from.</summary>
    public int[] Sources(int index)
    {
        if (!remade.Contains(index))
            return [index];
        if (sources.TryGetValue(index, out var found))
            return found;
        var all = new SortedSet<int>();
        Collect(liveness.Values[index], all);
        return sources[index] = [.. all];
    }

    private void Collect(LLVMValueRef value, SortedSet<int> all)
    {
        for (uint i = 0, n = (uint)value.OperandCount; i < n; i++)
            if (liveness.IndexOf(value.GetOperand(i)) is >= 0 and var index && value.GetOperand(i) != alwaysAvailable)
            {
                if (IsSource(index))
                    all.UnionWith(Sources(index));
                else
                    Collect(value.GetOperand(i), all);
            }
    }

    private const int MaxDepth = 3;

    private bool CanMake(LLVMValueRef value, ulong[] sites, int depth)
    {
        if (!Recomputation.IsCheap(value) || depth > MaxDepth)
            return false;
        for (uint i = 0, n = (uint)value.OperandCount; i < n; i++)
        {
            var operand = value.GetOperand(i);
            var index = liveness.IndexOf(operand);
            if (operand == alwaysAvailable || (index < 0 && operand.IsConstant))
                continue;
            if (index < 0 || (sitesOf.TryGetValue(index, out var set) ? !Covers(set, sites) : !CanMake(operand, sites, depth + 1)))
                return false;
        }
        return true;
    }

    private static bool Covers(ulong[] all, ulong[] part)
    {
        for (var w = 0; w < all.Length; w++)
            if ((part[w] & ~all[w]) != 0)
                return false;
        return true;
    }
}
