// An inspection as tables. What belongs to the two ISAs stands side by side, so that a difference shows as one.
using PopcornCC.Linker.Elf;
using PopcornCC.Linker.Layout;
using PopcornCC.StackMap;
using Spectre.Console;
using static PopcornCC.Linker.Elf.ElfConstants;

namespace PopcornCC.Inspect;

/// <summary>Prints inspections on a console.</summary>
public sealed class Printer(Inspection inspection, IAnsiConsole console)
{
    /// <summary>Where each ISA's resume copies begin: behind all functions.</summary>
    private readonly uint[] _resumeText = [.. inspection.IsaMaps.Select(m => m.ResumeEntries.DefaultIfEmpty(uint.MaxValue).Min())];

    /// <summary>Header, segments, symbols, and a line on the maps.</summary>
    public void PrintProgram()
    {
        PrintHeader();
        PrintSegments();
        PrintSymbols();
        PrintMapSummary();
    }

    /// <summary>The sites and stack maps of every function of this name (local functions may share one); false if there is none.</summary>
    public bool PrintFunctions(string name)
    {
        uint firstSite = 0;
        bool found = false;
        for (int f = 0; f < inspection.Map.Functions.Count; f++)
        {
            MapFunction function = inspection.Map.Functions[f];
            if (function.Name == name)
            {
                PrintFunction(function, (uint)f, firstSite);
                found = true;
            }
            firstSite += (uint)function.Sites.Count;
        }
        return found;
    }

    /// <summary>Sizes in bytes, a line each: what scripts read.</summary>
    public void PrintSizes()
    {
        Sizes s = inspection.Measure();
        foreach ((string what, ulong bytes) in new[] { ("text", s.Text), ("resume", s.Resume), ("maps", s.Maps), ("data", s.Data), ("file", s.File) }) Line($"{what} {bytes}");
    }

    private void PrintHeader()
    {
        Table table = NewTable("Header", "", "x86-64", "AArch64");
        Row(table, "ELF machine", inspection.Isas.Select(i => $"{i.Header.Machine}"));
        Row(table, "entry", inspection.Isas.Select(i => Hex(i.Header.Entry)));
        Row(table, "segments", inspection.Isas.Select(i => $"{i.Segments.Count}"));
        Row(table, "stack map", inspection.IsaMaps.Select(m => $"{m.Returns.Count} return addresses, {m.Rules.Count} unwind rules"));
        console.Write(table);
        Line($"build id {Convert.ToHexStringLower(inspection.BuildId())}");
        if (inspection.Image is not { } image) return;
        Line($"text {Range(image.TextStart, image.TextEnd)}, data {Range(image.DataStart, image.DataEnd)}, private {Range(image.PrivateStart, image.PrivateEnd)}, "
            + $"thread-local block {image.TlsSize} bytes aligned {image.TlsAlign}");
    }

    private void PrintSegments()
    {
        Table table = NewTable("Segments", "type", "flags", "address", "bytes in memory", "x86-64: offset, bytes in file", "AArch64: offset, bytes in file", "verdict");
        List<(uint Type, ulong Address)> keys = [.. inspection.Isas.SelectMany(i => i.Segments).Select(p => (p.Type, p.Address)).Distinct().OrderBy(k => k.Type != PT_LOAD).ThenBy(k => k.Type).ThenBy(k => k.Address)];
        foreach ((uint type, ulong address) in keys)
        {
            ProgramHeader?[] halves = [.. inspection.Isas.Select(i => i.Segments.Where(p => (p.Type, p.Address) == (type, address)).Select(p => (ProgramHeader?)p).FirstOrDefault())];
            ProgramHeader any = halves.First(h => h is not null)!.Value;
            string verdict = halves.Contains(null) ? "private" : halves[0]!.Value.Offset == halves[1]!.Value.Offset && halves[0]!.Value.FileSize == halves[1]!.Value.FileSize ? "one copy" : "a copy each";
            table.AddRow([SegmentType(type), Flags(any.Flags), Hex(address), string.Join(" / ", halves.Where(h => h is not null).Select(h => h!.Value.MemorySize).Distinct()),
                .. halves.Select(h => h is { } p ? $"{Hex(p.Offset)}, {p.FileSize}" : "-"), verdict]);
        }
        console.Write(table);
    }

    private void PrintSymbols()
    {
        Table table = NewTable("Symbols", "address x86-64", "address AArch64", "size x86-64", "size AArch64", "section", "verdict", "name");
        foreach (SymbolPair p in inspection.Symbols)
        {
            table.AddRow(p.X86_64 is { } a ? Hex(a.Address) : "-", p.AArch64 is { } b ? Hex(b.Address) : "-", $"{p.X86_64?.Size}", $"{p.AArch64?.Size}",
                Markup.Escape((p.X86_64 ?? p.AArch64)!.Section), Describe(p.Verdict), Markup.Escape(p.Name));
        }
        console.Write(table);
        foreach (IGrouping<Verdict, SymbolPair> group in inspection.Symbols.GroupBy(p => p.Verdict).OrderBy(g => g.Key)) Line($"{Describe(group.Key)}: {group.Count()}");
    }

    /// <summary>One line: what was verified.</summary>
    public void PrintSound()
    {
        NeutralMap map = inspection.Map;
        Line($"sound: {map.Functions.Count} functions, {map.Functions.Sum(f => f.Sites.Count)} sites, "
            + $"{string.Join(" + ", inspection.IsaMaps.Select(m => m.Returns.Count))} return addresses, {string.Join(" + ", inspection.IsaMaps.Select(m => m.Rules.Count))} unwind rules");
    }

    private void PrintMapSummary()
    {
        NeutralMap map = inspection.Map;
        Line($"stack map: {map.Functions.Count} functions, {map.Functions.Sum(f => f.Sites.Count)} sites, {map.Functions.Sum(f => f.Sites.Sum(s => s.Units.Count))} live values, "
            + $"{map.Functions.Count(f => f.RecordInMemory)} functions whose record is kept in memory");
    }

    private void PrintFunction(MapFunction function, uint index, uint firstSite)
    {
        Line($"function {function.Name} at {Hex(function.Address)}, resume entry "
            + string.Join(", ", inspection.IsaMaps.Select((m, i) => $"{Hex(m.ResumeEntries[(int)index])} ({inspection.Isas[i].Target.Name})")));
        Line($"record: {function.Units.Count} units{(function.RecordInMemory ? ", kept in memory" : "")}");
        Table units = NewTable("Units", "unit", "type", "live at sites");
        for (int u = 0; u < function.Units.Count; u++)
        {
            int unit = u;
            IEnumerable<int> at = Enumerable.Range(0, function.Sites.Count).Where(s => function.Sites[s].Units.Contains((ushort)unit));
            units.AddRow($"{u}", Describe(function.Units[u]), function.Units[u] == UnitType.VectorUpper ? "" : string.Join(' ', at));
        }
        console.Write(units);

        Table sites = NewTable("Sites", "site", "line", "kind", "where, or value", "type", "x86-64", "AArch64");
        for (int n = 0; n < function.Sites.Count; n++)
        {
            MapSite site = function.Sites[n];
            string kind = site.Kind switch { SiteKind.Call => "call", SiteKind.Poll => "poll", SiteKind.Setjmp => "setjmp", _ => "call that does not return" };
            AddSite(sites, [$"{n}", site.Line == 0 ? "-" : $"{site.Line}", kind], [], function, site.Units, r => !r.IsResumeCall && r.Target == firstSite + (uint)n);
        }
        ushort[] all = [.. UnitTypes.Values(function.Units)];
        AddSite(sites, ["resume", "-", "call of the next frame"], [("site", "i64")], function, all,
            r => r.IsResumeCall && r.Target == index);
        console.Write(sites);
    }

    /// <summary>
    /// For the function and for its resume copy: a row with the return addresses, one with the unwind rules, then one a value. Duplicated code can
    /// give a site several return addresses in one place; they share their cells. A record in memory is one value, its address.
    /// </summary>
    private void AddSite(Table table, string[] head, (string Value, string Type)[] first, MapFunction function, IEnumerable<ushort> units, Predicate<ReturnAddress> wanted)
    {
        foreach (bool inCopy in new[] { false, true })
        {
            ReturnAddress[][] returns = [.. inspection.IsaMaps.Select((m, i) => m.Returns.Where(r => wanted(r) && r.Address >= _resumeText[i] == inCopy).ToArray())];
            if (returns.All(r => r.Length == 0)) continue;
            string[] Cells(Func<ReturnAddress, int, string> text) => [.. returns.Select((list, i) => list.Length == 0 ? "none" : Markup.Escape(string.Join(" or ", list.Select(r => text(r, i)).Distinct())))];
            table.AddRow([.. head, inCopy ? "resume copy" : "function", "return", .. Cells((r, _) => Hex(r.Address))]);
            table.AddRow(["", "", "", "", "frame", .. Cells((r, i) => MapDump.Describe(inspection.IsaMaps[i].Rules[r.Rule], inspection.Isas[i].Target.Machine))]);
            (string Value, string Type)[] values =
                [.. first, .. returns.Any(list => list.Any(r => r.RecordInMemory)) ? [("record", "pointer")] : units.Select(u => ($"{u}", Describe(function.Units[u])))];
            for (int v = 0; v < values.Length; v++)
            {
                int value = v;
                table.AddRow(["", "", "", values[v].Value, values[v].Type, .. Cells((r, i) => MapDump.Describe(r.Locations[value], inspection.Isas[i].Target.Machine))]);
            }
        }
    }

    private static Table NewTable(string title, params string[] columns)
    {
        Table table = new Table().Border(TableBorder.Simple).LeftAligned();
        table.Title = new TableTitle(title);
        foreach (string column in columns) table.AddColumn(new TableColumn(column).NoWrap());
        return table;
    }

    private static void Row(Table table, string head, IEnumerable<string> cells) => table.AddRow([head, .. cells]);

    private void Line(string text) => console.WriteLine(text);

    private static string Hex(ulong value) => $"0x{value:x}";

    private static string Range(ulong start, ulong end) => $"{Hex(start)}..{Hex(end)}";

    private static string Flags(uint flags) => $"{((flags & PF_R) != 0 ? 'R' : ' ')}{((flags & PF_W) != 0 ? 'W' : ' ')}{((flags & PF_X) != 0 ? 'X' : ' ')}".Trim();

    private static string SegmentType(uint type) => type switch
    {
        PT_LOAD => "LOAD",
        PT_NOTE => "NOTE",
        PT_PHDR => "PHDR",
        PT_TLS => "TLS",
        PT_GNU_STACK => "GNU_STACK",
        _ => $"0x{type:x}",
    };

    private static string Describe(Verdict verdict) => verdict switch
    {
        Verdict.Aligned => "aligned",
        Verdict.Private => "private",
        Verdict.Misaligned => "MISALIGNED",
        Verdict.Missing => "MISSING",
        Verdict.SizeDiffers => "SIZE DIFFERS",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string Describe(UnitType type) => type switch
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
}
