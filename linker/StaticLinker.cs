// The static linker, as a table of contents: one call a pass. It links both ISAs together: fat objects bring two halves, which are resolved,
// kept or dropped, and placed as pairs (docs/fat-file-format.md).
using PopcornCC.Linker.Elf;
using PopcornCC.Linker.Layout;
using PopcornCC.Linker.Relocations;
using PopcornCC.Linker.StackMaps;
using PopcornCC.Linker.Symbols;
using static PopcornCC.Linker.Elf.ElfConstants;

namespace PopcornCC.Linker;

/// <summary>Links a program.</summary>
public static class StaticLinker
{
    /// <summary>Links the inputs into one fat executable; null when something is wrong, with every reason in <paramref name="diagnostics"/>.</summary>
    public static LinkResult? Link(LinkOptions options, IReadOnlyList<LinkInput> inputs, LinkDiagnostics diagnostics)
    {
        // Read the objects in order, and offer the archives' members.
        SymbolTable table = new(diagnostics);
        table.Want(options.Entry);
        foreach (string name in options.Undefined) table.Want(name);
        foreach (LinkInput input in inputs) InputReader.Read(input, options, table, diagnostics);

        // Pull archive members until nothing more is wanted; give storage to common symbols; define our own.
        table.Resolve();
        if (diagnostics.HasErrors) return null;
        LinkerSymbols.Provide(table);

        // Keep what the program reaches, and see what its relocations need.
        GarbageCollector.Run(table, options);
        GlobalOffsetTable[] gots = [.. Target.All.Select(t => new GlobalOffsetTable(t))];
        RelocationScanner.Run(table, gots, diagnostics);
        if (Target.All.Any(t => table.Find(t.Index, options.Entry) is not { IsDefined: true }) && !diagnostics.HasErrors) diagnostics.NoEntry(options.Entry);
        if (diagnostics.HasErrors) return null;

        // Align the functions; the maps need their addresses, and everything else the maps' sizes.
        ProgramLayout layout = new();
        layout.Classify(table, diagnostics);
        layout.PlaceText();
        MapBuilder maps = new(table, diagnostics);
        FrameTable[] frames = [.. Target.All.Select(t => FrameTable.Collect(table, t))];
        layout.AddTable(FatObject.NoteSection, SHT_NOTE, FatObject.Note(), 4, null);
        layout.AddTable(BuildId.Section, SHT_NOTE, BuildId.Empty(), 4, null);
        layout.AddTable(".popcorn.image", SHT_PROGBITS, new byte[ImageRecord.Size], 8, null);
        layout.AddTable(".popcorn.map", SHT_PROGBITS, maps.Neutral.Write(), 8, null);
        foreach (Target t in Target.All)
        {
            if (gots[t.Index].Size > 0) layout.AddTable(".got", SHT_PROGBITS, new byte[gots[t.Index].Size], 8, t);
            layout.AddTable(".popcorn.isa_map", SHT_PROGBITS, maps.Build(t).Write(), 8, t);
            layout.AddTable(".eh_frame", SHT_PROGBITS, new byte[frames[t.Index].Size], 8, t);
        }
        layout.PlaceRest(diagnostics);
        if (diagnostics.HasErrors) return null;

        // Everything has its address: relocate, compare, write.
        foreach (Target t in Target.All)
        {
            if (layout.Find(".got", t) is { } got) gots[t.Index].Address = got.Address;
            LinkerSymbols.SetValues(table, t, layout);
        }
        ImageWriter writer = new(layout, table, new Relocator(gots, layout.TlsSize, diagnostics), options, diagnostics);
        if (writer.Write(frames, gots) is not { } executable) return null;

        // What was written must be able to move: the maps are read back and checked against the code.
        Verify(executable, diagnostics);
        return diagnostics.HasErrors ? null : new LinkResult(executable, options.WantMap ? MapFile.Print(layout) : null);
    }

    private static void Verify(byte[] executable, LinkDiagnostics diagnostics)
    {
        if (ElfFile.Read(executable, out string? error) is not { } elf || FatExecutable.ReadMaps(executable, out error) is not { } maps || maps.Isas.Count != Target.All.Count)
        {
            diagnostics.NotVerified(error ?? "a map is missing");
            return;
        }
        foreach (Target t in Target.All)
        {
            foreach (string problem in FatExecutable.Verify(elf, t, maps.Neutral, maps.Isas[t.Index]).Take(10)) diagnostics.NotVerified(problem);
        }
    }
}
