// `frames`: pictures of a function's native frames on both ISAs: where the return address, the caller's registers and the live values are. A function
// may have several frames on one ISA (its own, its resume copy's; parts with and without saved registers): one picture for each unwind rule.
using PopcornCC.StackMap;

namespace PopcornCC.Inspect;

/// <summary>A place in a frame: bytes at CFA + offset. Kind: "return address", "saved register" or "value".</summary>
public sealed record SlotRow(long Offset, int Size, string Kind, string What, IReadOnlyList<int> Sites);

/// <summary>A value that is not in the frame: in a register, or a constant.</summary>
public sealed record HeldRow(string Where, string What, IReadOnlyList<int> Sites);

/// <summary>A frame: so many bytes from the stack pointer at the call up to the CFA, where the caller's frame begins.</summary>
public sealed record FrameRow(string Isa, string In, string Rule, string CfaRegister, int Size, IReadOnlyList<int> Sites, IReadOnlyList<SlotRow> Slots, IReadOnlyList<HeldRow> Held);

/// <summary>The frames of one function.</summary>
public sealed record FunctionFrames(string Name, Address Address, IReadOnlyList<FrameRow> Frames);

/// <summary>The answer of `frames`.</summary>
public sealed record FramesReport(IReadOnlyList<FunctionFrames> Functions) : FileReport
{
    public static FramesReport? Read(InspectedFile file, string name, out string? error)
    {
        error = "an object's frames are laid out when it is linked into a program";
        if (!file.IsExecutable) return null;
        if (ProgramMaps.Open(file, out error) is not { } maps) return null;
        List<FunctionFrames> functions = [];
        foreach (int index in maps.Named(name))
        {
            error = "the stack map is damaged";
            if (maps.Read(index) is not { } owner) return null;
            if (maps.Returns(owner, out error) is not { } returns) return null;
            ValueNames names = ValueNames.Of(file, maps, owner, returns);
            FrameRow[] frames = [.. returns.Where(r => r.Site is not null).GroupBy(r => (r.Half, Copy: SitesReport.IsInCopy(maps, owner, r), r.Rule))
                .OrderBy(g => g.Key.Copy).ThenBy(g => g.Min(r => r.Site)).ThenBy(g => g.Key.Half.Target.Index).Select(g => Picture(owner.Function, names, [.. g], g.Key.Copy))];
            functions.Add(new FunctionFrames(owner.Function.Name, new Address(owner.Function.Address), frames));
        }
        error = functions.Count == 0 ? SitesReport.NoSuchFunction(name) : null;
        return error is null ? new FramesReport(functions) : null;
    }

    private static FrameRow Picture(MapFunction f, ValueNames names, IReadOnlyList<FunctionReturn> returns, bool inCopy)
    {
        Half half = returns[0].Half;
        UnwindRule rule = returns[0].Rule;
        List<(long Offset, int Size, string Kind, string What, int Site)> slots = [];
        List<(string Where, string What, int Site)> held = [];
        foreach (FunctionReturn r in returns)
        {
            int site = (int)r.Site!.Value;
            for (int v = 0; v < r.Locations.Count; v++)
            {
                int unit = r.RecordInMemory ? -1 : f.Sites[site].Units[v];
                string what = unit < 0 ? "the record" : names.Name(site, unit) is { } name ? $"%{unit} {SitesReport.NameOf(f.Units[unit])} {name}" : $"%{unit} {SitesReport.NameOf(f.Units[unit])}";
                ValueLocation l = r.Locations[v];
                // Memory relative to the register that the CFA is found by is in the frame too.
                bool inFrame = l.Kind is LocationKind.Frame or LocationKind.FrameAddress || (l.Kind is LocationKind.Memory or LocationKind.MemoryAddress && l.Register == rule.CfaRegister);
                long offset = l.Kind is LocationKind.Frame or LocationKind.FrameAddress ? l.Value : l.Value - rule.CfaOffset;
                if (inFrame) slots.Add((offset, l.Size, "value", l.Kind is LocationKind.FrameAddress or LocationKind.MemoryAddress ? $"{what}: here" : what, site));
                else held.Add((Place.Of(l, half.Target.Machine).ToString(), what, site));
            }
        }
        List<SlotRow> rows = [.. rule.Saved.Select(s => new SlotRow(s.Offset, 8, s.Register == half.Target.ReturnRegister ? "return address" : "saved register", MapDump.RegisterName(s.Register, half.Target.Machine), []))];
        rows.AddRange(slots.GroupBy(s => (s.Offset, s.Size, s.Kind, s.What)).Select(g => new SlotRow(g.Key.Offset, g.Key.Size, g.Key.Kind, g.Key.What, [.. g.Select(s => s.Site).Distinct().Order()])));
        return new FrameRow(half.Target.Key, inCopy ? "resume copy" : "function", MapDump.Describe(rule, half.Target.Machine), MapDump.RegisterName(rule.CfaRegister, half.Target.Machine), rule.CfaOffset,
            [.. returns.Select(r => (int)r.Site!.Value).Distinct().Order()], [.. rows.OrderByDescending(r => r.Offset).ThenBy(r => r.What, StringComparer.Ordinal)],
            [.. held.GroupBy(h => (h.Where, h.What)).OrderBy(g => g.Key.Where, StringComparer.Ordinal).ThenBy(g => g.Key.What, StringComparer.Ordinal)
                .Select(g => new HeldRow(g.Key.Where, g.Key.What, [.. g.Select(h => h.Site).Distinct().Order()]))]);
    }
}
