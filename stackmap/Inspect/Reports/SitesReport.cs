// `sites`: every call of a function that may find itself on the stack during a move: where it returns to on each ISA, what is live behind it and
// where each value is. Only the functions asked for are decoded.
using PopcornCC.StackMap;

namespace PopcornCC.Inspect;

/// <summary>
/// Where a value is. Kind: "register"; "slot", memory at base + offset, where the base is a register or "cfa"; "constant", which is <paramref name="Value"/>; or "address", base + offset itself.
/// </summary>
public sealed record Place(string Kind, string? Base, long? Offset, string? Value, int Size)
{
    public static Place Of(ValueLocation l, ushort machine) => l.Kind switch
    {
        LocationKind.Register => new Place("register", MapDump.RegisterName(l.Register, machine), null, null, l.Size),
        LocationKind.Memory => new Place("slot", MapDump.RegisterName(l.Register, machine), l.Value, null, l.Size),
        LocationKind.Frame => new Place("slot", "cfa", l.Value, null, l.Size),
        LocationKind.FrameAddress => new Place("address", "cfa", l.Value, null, l.Size),
        LocationKind.MemoryAddress => new Place("address", MapDump.RegisterName(l.Register, machine), l.Value, null, l.Size),
        _ => new Place("constant", null, null, $"{l.Value}", l.Size),
    };

    public override string ToString() => Kind switch
    {
        "register" => Base!,
        "slot" => $"[{Base}{Offset:+0;-0;+0}]",
        "address" => $"{Base}{Offset:+0;-0;+0}",
        _ => $"={Value}",
    };
}

/// <summary>A live value: a unit of the function's record, its machine type, and with `-g` the C name and type, as far as the debug information says.</summary>
public sealed record LiveValue(int Unit, string Type, string? Name, string? CType);

/// <summary>
/// A return address. In: "function" or "resume copy". Frame: the unwind rule. Places: parallel to the site's values, or to the record's in the resume call,
/// where the site number comes first; with the record in memory the only place is that of the record.
/// </summary>
public sealed record ReturnRow(string Isa, Address Address, string In, string Frame, bool RecordInMemory, IReadOnlyList<Place> Places);

/// <summary>A site. Line 0: not known.</summary>
public sealed record SiteRow(int Site, int Line, string Kind, string? Callee, IReadOnlyList<LiveValue> Values, IReadOnlyList<ReturnRow> Returns);

/// <summary>A unit of a function's record and the sites it is live at.</summary>
public sealed record UnitRow(int Unit, string Type, string? Name, string? CType, IReadOnlyList<int> LiveAt);

/// <summary>A function with sites.</summary>
public sealed record FunctionSites(string Name, string Source, Address? Address, IReadOnlyDictionary<string, Address> Resume, bool RecordInMemory, IReadOnlyList<UnitRow> Units,
    IReadOnlyList<SiteRow> Sites, IReadOnlyList<ReturnRow> ResumeCalls);

/// <summary>A function of the list that `sites` without a function gives.</summary>
public sealed record FunctionSummary(string Name, string Source, Address? Address, int Sites, int Calls, int Polls, int Values, bool RecordInMemory);

/// <summary>The answer of `sites`: without a function the list, with one its sites.</summary>
public sealed record SitesReport(IReadOnlyList<FunctionSummary> List, IReadOnlyList<FunctionSites> Functions) : FileReport
{
    /// <summary>Reads the sites of the functions of a name, or the list of all; null with the reason when that cannot be done.</summary>
    public static SitesReport? Read(InspectedFile file, string? name, out string? error)
    {
        if (!file.IsExecutable) return ObjectSites.Read(file, name, out error);
        if (ProgramMaps.Open(file, out error) is not { } maps) return null;
        if (name is null) return ListAll(maps, out error);
        List<FunctionSites> functions = [];
        foreach (int index in maps.Named(name))
        {
            error = "the stack map is damaged";
            if (maps.Read(index) is not { } owner) return null;
            if (maps.Returns(owner, out error) is not { } returns) return null;
            functions.Add(Describe(file, maps, owner, returns));
        }
        error = functions.Count == 0 ? NoSuchFunction(name) : null;
        return error is null ? new SitesReport([], functions) : null;
    }

    internal static string NoSuchFunction(string name) => $"no function '{name}' with migration sites";

    internal static string NameOf(SiteKind kind) => kind switch
    {
        SiteKind.Call => "call",
        SiteKind.Poll => "poll",
        SiteKind.NoReturn => "noreturn",
        SiteKind.Setjmp => "setjmp",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    internal static string NameOf(UnitType type) => type switch
    {
        UnitType.I32 => "i32",
        UnitType.I64 => "i64",
        UnitType.Pointer => "pointer",
        UnitType.Float => "float",
        UnitType.Double => "double",
        UnitType.Vector => "vector",
        UnitType.VectorUpper => "(vector)",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    internal static FunctionSummary Summarise(MapFunction f, Address? address) => new(f.Name, f.File, address, f.Sites.Count, f.Sites.Count(s => s.Kind is SiteKind.Call or SiteKind.NoReturn),
        f.Sites.Count(s => s.Kind == SiteKind.Poll), UnitTypes.Values(f.Units).Count(), f.RecordInMemory);

    private static SitesReport? ListAll(ProgramMaps maps, out string? error)
    {
        List<FunctionSummary> list = [];
        error = null;
        foreach (SiteOwner? owner in maps.All())
        {
            if (owner is null)
            {
                error = "the stack map is damaged";
                return null;
            }
            list.Add(Summarise(owner.Function, new Address(owner.Function.Address)));
        }
        return new SitesReport(list, []);
    }

    private static FunctionSites Describe(InspectedFile file, ProgramMaps maps, SiteOwner owner, IReadOnlyList<FunctionReturn> returns)
    {
        MapFunction f = owner.Function;
        ValueNames names = ValueNames.Of(file, maps, owner, returns);
        List<SiteRow> sites = [];
        for (int n = 0; n < f.Sites.Count; n++)
        {
            int number = n;
            MapSite site = f.Sites[n];
            FunctionReturn[] own = [.. returns.Where(r => r.Site == (uint)number)];
            sites.Add(new SiteRow(n, names.Line(number, site.Line), NameOf(site.Kind), Callee(maps, own),
                [.. site.Units.Select(u => new LiveValue(u, NameOf(f.Units[u]), names.Name(number, u), names.CType(number, u)))], [.. own.Select(r => Row(maps, owner, r))]));
        }
        UnitRow[] units = [.. Enumerable.Range(0, f.Units.Count).Select(u => new UnitRow(u, NameOf(f.Units[u]), names.Name(null, u), names.CType(null, u),
            [.. Enumerable.Range(0, f.Sites.Count).Where(s => f.Sites[s].Units.Contains((ushort)u))]))];
        return new FunctionSites(f.Name, f.File, new Address(f.Address), PerIsa.Of(maps.Isas.Select(i => (i.Half, (Address?)new Address(maps.ResumeEntry(i.Half, owner.Index)))))
            .ToDictionaryOf(a => a!.Value), f.RecordInMemory, units, sites, [.. returns.Where(r => r.Site is null).Select(r => Row(maps, owner, r))]);
    }

    /// <summary>Whether a return address lies in the function's resume copy, which is where the function itself is not.</summary>
    internal static bool IsInCopy(ProgramMaps maps, SiteOwner owner, FunctionReturn r)
    {
        if (r.Site is null) return true;
        // Functions come first in the text, all resume copies behind them, on each ISA.
        return r.Half.SectionAt(r.Address - 1)?.Name == ".text.private" && maps.ResumeEntry(r.Half, owner.Index) > owner.Function.Address;
    }

    private static ReturnRow Row(ProgramMaps maps, SiteOwner owner, FunctionReturn r) => new(r.Half.Target.Key, new Address(r.Address), IsInCopy(maps, owner, r) ? "resume copy" : "function",
        MapDump.Describe(r.Rule, r.Half.Target.Machine), r.RecordInMemory, [.. r.Locations.Select(l => Place.Of(l, r.Half.Target.Machine))]);

    /// <summary>The function that the call in front of a return address names; "(pointer)" for a call through one.</summary>
    private static string? Callee(ProgramMaps maps, IReadOnlyList<FunctionReturn> returns)
    {
        foreach (FunctionReturn r in returns)
        {
            if (r.Half.Code(r.Address - 8) is not { Length: >= 8 } code || !r.Half.Target.IsBehindCall(code[..8])) continue;
            if (r.Half.Target.CallTarget(code[..8], r.Address) is { } target)
            {
                if (r.Half.Symbols.Containing(target) is { } s && s.Address == target) return r.Half.Symbols.Name(s);
                if (maps.At(target) is { } f && maps.Read(f) is { } owner) return owner.Function.Name;
                if (r.Half.Code(target).Length > 0) return new Address(target).ToString();
            }
            return "(pointer)";
        }
        return null;
    }
}

internal static class DictionaryExtensions
{
    /// <summary>The same keys in the same order with other values.</summary>
    public static IReadOnlyDictionary<string, TOut> ToDictionaryOf<TIn, TOut>(this IReadOnlyDictionary<string, TIn> from, Func<TIn, TOut> value)
    {
        SortedDictionary<string, TOut> all = new(StringComparer.Ordinal);
        foreach ((string key, TIn v) in from) all[key] = value(v);
        return all;
    }
}
