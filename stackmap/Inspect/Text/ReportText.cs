// Reports as text, one method a verb.
namespace PopcornCC.Inspect;

/// <summary>Prints reports for people.</summary>
public static partial class ReportText
{
    public static void Print(FileReport report, Output o)
    {
        switch (report)
        {
            case InfoReport r:
                Info(r, o);
                break;
            case ArchsReport r:
                o.Line(string.Join(' ', r.Archs));
                break;
            case VerifyReport r:
                Verify(r, o);
                break;
            case LayoutReport r:
                Layout(r, o);
                break;
            case SymbolsReport r:
                Symbols(r, o);
                break;
            case SitesReport r:
                Sites(r, o);
                break;
            case FramesReport r:
                Frames(r, o);
                break;
            case SizeReport r:
                Size(r, o);
                break;
            case AddressReport r:
                Addresses(r, o);
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private static void Info(InfoReport r, Output o)
    {
        o.Facts(("kind", r.Kind), ("file size", $"{r.FileSize}"), ("format version", r.FormatVersion is { } v ? $"{v}" : null), ("build id", r.BuildId), ("compiler", r.Compiler),
            ("functions with sites", r.Functions is { } f ? $"{f}" : null), ("sites", r.Sites is { } s ? $"{s}" : null), ("thread-local block", r.ThreadLocal is { } t ? $"{t} bytes" : null),
            ("debug information", r.HasDebugInfo ? "yes" : "no"), ("symbols", r.HasSymbols ? "yes" : "no"));
        if (r.Functions is not null)
            o.Facts(("shared read-only", $"{r.Shared.ReadOnly}"), ("shared map", $"{r.Shared.NeutralMap}"), ("shared data", $"{r.Shared.Data}"), ("zero (bss)", $"{r.Shared.Zero}"), ("private to a node", $"{r.Shared.Private}"));
        o.Heading("By ISA, in bytes");
        (string Name, Func<IsaInfo, string?> Of)[] rows =
        [
            ("machine", i => $"{i.Machine}"), ("flags", i => i.Flags), ("entry", i => i.Entry?.ToString()), ("segments", i => $"{i.Segments}"), ("sections", i => $"{i.Sections}"), ("text", i => $"{i.Text}"),
            ("resume and private text", i => $"{i.PrivateText}"), ("private read-only", i => $"{i.PrivateReadOnly}"), ("unwind table", i => $"{i.UnwindTable}"), ("stack map", i => $"{i.IsaMap}"),
            ("debug information", i => $"{i.Debug}"), ("symbol table", i => $"{i.SymbolTable}"), ("return addresses", i => i.ReturnAddresses is { } n ? $"{n}" : null), ("unwind rules", i => i.UnwindRules is { } n ? $"{n}" : null),
        ];
        o.Table([Column.Name(""), .. r.Isas.Select(i => Column.Number(i.Isa))], rows.Where(w => r.Isas.Any(i => w.Of(i) is not null)).Select(w => (IReadOnlyList<string>)[w.Name, .. r.Isas.Select(i => w.Of(i) ?? "")]));
    }

    private static void Verify(VerifyReport r, Output o)
    {
        foreach (string problem in r.Problems) o.Verdict(problem, isGood: false);
        if (r.Sound) o.Verdict($"sound: {r.Functions} functions, {r.Sites} sites{(r.ReturnAddresses.Count > 0 ? $", {Both(r.ReturnAddresses)} return addresses, {Both(r.UnwindRules)} unwind rules" : "")}", isGood: true);
    }

    private static void Layout(LayoutReport r, Output o)
    {
        string[] isas = [.. Order(r.Segments.SelectMany(s => s.Isas.Keys).Concat(r.Sections.SelectMany(s => s.Isas.Keys)))];
        if (r.Segments.Count > 0)
        {
            o.Heading("Segments");
            o.Table([Column.Name("type"), new("flags"), Column.Address("address"), new("sharing"), .. isas.SelectMany(i => (Column[])[Column.Number($"{i}: offset"), Column.Number("in file"), Column.Number("in memory")])],
                r.Segments.Select(s => (IReadOnlyList<string>)[s.Type, s.Flags, s.Address.ToString(), s.Sharing,
                    .. isas.SelectMany(i => s.Isas.TryGetValue(i, out SegmentHalf? h) ? (string[])[$"0x{h.Offset:x}", $"{h.FileSize}", $"{h.MemorySize}"] : ["", "", ""])]));
        }
        o.Heading("Sections");
        o.Table([Column.Name("name"), new("flags"), new("sharing"), .. isas.SelectMany(i => (Column[])[Column.Number($"{i}: address"), Column.Number("bytes"), Column.Number("padding")])],
            r.Sections.Select(s => (IReadOnlyList<string>)[s.Name, s.Flags, s.Sharing,
                .. isas.SelectMany(i => s.Isas.TryGetValue(i, out SectionHalf? h) ? (string[])[h.Address.Value == 0 ? "" : h.Address.ToString(), $"{h.Size}", h.Padding is { } p ? $"{p}" : ""] : ["", "", ""])]));
        if (r.Padding.Count > 0)
        {
            o.Line();
            o.Line($"padding between functions: {string.Join(", ", Order(r.Padding.Keys).Select(i => $"{r.Padding[i]} bytes on {i}"))}");
        }
    }

    private static void Symbols(SymbolsReport r, Output o)
    {
        string[] isas = [.. Order(r.Symbols.SelectMany(s => s.Isas.Keys))];
        o.Table([.. isas.SelectMany(i => (Column[])[Column.Address($"{i}: address"), Column.Number("bytes"), Column.Number("padding")]), new("section"), new("kind"), new("verdict"), Column.Name("name")],
            r.Symbols.Select(s => (IReadOnlyList<string>)[.. isas.SelectMany(i => s.Isas.TryGetValue(i, out SymbolOnIsa? h) ? (string[])[h.Address.ToString(), $"{h.Size}", $"{h.Padding}"] : ["", "", ""]),
                s.Section, s.Kind, s.Verdict ?? "", s.Name]));
    }

    private static void Size(SizeReport r, Output o)
    {
        string[] isas = [.. Order(r.Totals.Text.Keys)];
        IReadOnlyList<string> Row(string name, string sites, IReadOnlyDictionary<string, ulong> text, IReadOnlyDictionary<string, ulong> resume, string maps, string total) =>
            [name, sites, .. isas.Select(i => $"{text.GetValueOrDefault(i)}"), .. isas.Select(i => $"{resume.GetValueOrDefault(i)}"), maps, total];
        o.Table([Column.Name("function"), Column.Number("sites"), .. isas.Select(i => Column.Number($"text {i}")), .. isas.Select(i => Column.Number($"resume {i}")), Column.Number("maps"), Column.Number("total")],
            r.Functions.Select(f => Row(f.Name, f.Sites == 0 ? "" : $"{f.Sites}", f.Text, f.Resume, $"{f.Maps}", $"{f.Total}"))
                .Append(Row("all functions", $"{r.Functions.Sum(f => f.Sites)}", r.Totals.Text, r.Totals.Resume, $"{r.Totals.MapsOfFunctions}", $"{r.Functions.Aggregate(0ul, (n, f) => n + f.Total)}")));
        o.Line();
        o.Facts(("maps", $"{r.Totals.Maps} bytes, of which {r.Totals.MapsOfFunctions} belong to one function each"),
            ("padding", string.Join(", ", isas.Where(r.Totals.Padding.ContainsKey).Select(i => $"{r.Totals.Padding[i]} bytes on {i}"))), ("data", $"{r.Totals.Data} bytes"), ("file", $"{r.Totals.File} bytes"));
    }

    private static void Addresses(AddressReport r, Output o)
    {
        o.Table([Column.Name("ISA"), new("section"), new("symbol"), new("source"), new("site")], r.Isas.Select(i => (IReadOnlyList<string>)
        [
            i.Isa, i.Section ?? "nothing is loaded there", i.Symbol is null ? "" : i.Offset == 0 ? i.Symbol : $"{i.Symbol}+{i.Offset}", i.Source is null ? "" : i.Line is { } line ? $"{i.Source}:{line}" : i.Source,
            i.Site is not { } s ? "" : $"{(s.IsExact ? "" : "before ")}{(s.Site is { } n ? $"{s.Kind} {n}" : "the resume call")} of {s.Function}{(s.IsExact ? "" : $" at {s.Return}")}",
        ]));
    }

    private static string Both(IReadOnlyDictionary<string, int> values) => string.Join(" + ", Order(values.Keys).Select(k => values[k]));

    /// <summary>The ISAs in the order of a fat file: x86-64 first.</summary>
    private static IEnumerable<string> Order(IEnumerable<string> isas)
    {
        HashSet<string> present = [.. isas];
        return Linker.Relocations.Target.All.Select(t => t.Key).Where(present.Contains);
    }
}
