// `verify`: whether the halves of a file agree with each other and with the maps. Programs are checked as after a link (Inspection); objects by what
// the linker needs of them: both halves name the same symbols and list the same sites.
using PopcornCC.Linker.Elf;
using PopcornCC.StackMap;
using static PopcornCC.Linker.Elf.ElfConstants;

namespace PopcornCC.Inspect;

/// <summary>The answer of `verify`: what was looked at, and what is wrong.</summary>
public sealed record VerifyReport(bool Sound, int Functions, int Sites, IReadOnlyDictionary<string, int> ReturnAddresses, IReadOnlyDictionary<string, int> UnwindRules, IReadOnlyList<string> Problems) : FileReport
{
    public static VerifyReport? Read(InspectedFile file, out string? error)
    {
        switch (file.Kind)
        {
            case FileKind.FatExecutable:
                if (Inspection.Read(file.Bytes, out error) is not { } inspection) return null;
                return new VerifyReport(inspection.Disagreements.Count == 0, inspection.Map.Functions.Count, inspection.Map.Functions.Sum(f => f.Sites.Count),
                    PerIsa.Of(file.Halves.Select((h, i) => (h, (int?)inspection.IsaMaps[i].Returns.Count))).ToDictionaryOf(n => n!.Value),
                    PerIsa.Of(file.Halves.Select((h, i) => (h, (int?)inspection.IsaMaps[i].Rules.Count))).ToDictionaryOf(n => n!.Value), inspection.Disagreements);
            case FileKind.ThinExecutable:
                return Thin(file, out error);
            default:
                error = null;
                return Object(file);
        }
    }

    private static VerifyReport? Thin(InspectedFile file, out string? error)
    {
        if (FatExecutable.ReadMaps(file.Bytes, out error) is not { } maps) return null;
        error = "the stack map of its ISA is missing";
        if (maps.Isas.Count != 1) return null;
        IReadOnlyList<string> problems = FatExecutable.Verify(file.Halves[0].Elf, file.Halves[0].Target, maps.Neutral, maps.Isas[0]);
        error = null;
        return new VerifyReport(problems.Count == 0, maps.Neutral.Functions.Count, maps.Neutral.Functions.Sum(f => f.Sites.Count),
            PerIsa.Of([(file.Halves[0], (int?)maps.Isas[0].Returns.Count)]).ToDictionaryOf(n => n!.Value), PerIsa.Of([(file.Halves[0], (int?)maps.Isas[0].Rules.Count)]).ToDictionaryOf(n => n!.Value), problems);
    }

    private static VerifyReport Object(InspectedFile file)
    {
        List<string> problems = [];
        int functions = 0, sites = 0;
        IReadOnlyList<(string Name, SiteFunction Function)>?[] entries = [.. file.Halves.Select(h =>
        {
            var found = ObjectSites.Entries(h, out string? error);
            if (error is not null) problems.Add(error);
            return found;
        })];
        foreach (Half h in file.Halves.Where(h => h.Symbols.Error is not null)) problems.Add($"{h.Target.Name}: {h.Symbols.Error}");
        if (entries[0] is { } first)
        {
            functions = first.Count;
            sites = first.Sum(f => f.Function.Sites.Count);
        }
        if (file.Halves.Count == 2 && problems.Count == 0)
        {
            CompareSites(entries[0]!, entries[1]!, problems);
            CompareSymbols(file.Halves[0], file.Halves[1], problems);
        }
        SortedDictionary<string, int> none = new(StringComparer.Ordinal);
        return new VerifyReport(problems.Count == 0, functions, sites, none, none, problems);
    }

    private static void CompareSites(IReadOnlyList<(string Name, SiteFunction Function)> a, IReadOnlyList<(string Name, SiteFunction Function)> b, List<string> problems)
    {
        if (a.Count != b.Count) problems.Add($"{a.Count} functions with sites on x86-64, {b.Count} on AArch64");
        foreach ((var x, var y) in a.Zip(b))
        {
            if (x.Name != y.Name) problems.Add($"the sites of '{x.Name}' on x86-64 stand where those of '{y.Name}' do on AArch64");
            else if (!x.Function.Units.SequenceEqual(y.Function.Units)) problems.Add($"'{x.Name}': the records have other units");
            else if (x.Function.Sites.Count != y.Function.Sites.Count) problems.Add($"'{x.Name}': {x.Function.Sites.Count} sites on x86-64, {y.Function.Sites.Count} on AArch64");
            else if (x.Function.Sites.Zip(y.Function.Sites).Any(p => p.First.Line != p.Second.Line || p.First.Kind != p.Second.Kind || !p.First.Units.SequenceEqual(p.Second.Units))) problems.Add($"'{x.Name}': the sites differ");
        }
    }

    private static void CompareSymbols(Half a, Half b, List<string> problems)
    {
        SortedSet<string> Names(Half h) => new(h.Symbols.All.Where(s => s.Binding != STB_LOCAL).Select(h.Symbols.Name), StringComparer.Ordinal);
        SortedSet<string> left = Names(a), right = Names(b);
        foreach (string name in left.Except(right, StringComparer.Ordinal)) problems.Add($"symbol '{name}' exists on {a.Target.Name} only");
        foreach (string name in right.Except(left, StringComparer.Ordinal)) problems.Add($"symbol '{name}' exists on {b.Target.Name} only");
    }
}
