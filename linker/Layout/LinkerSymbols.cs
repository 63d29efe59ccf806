// The symbols that the linker defines (docs/fat-file-format.md): only those that the inputs ask for, and never against a definition.
using PopcornCC.Linker.Relocations;
using PopcornCC.Linker.Symbols;
using static PopcornCC.Linker.Elf.ElfConstants;

namespace PopcornCC.Linker.Layout;

/// <summary>Provides the symbols before garbage collection, and gives them values after the layout.</summary>
internal static class LinkerSymbols
{
    private static readonly string[] s_zero = ["_init", "_fini", "_DYNAMIC"];
    private static readonly string[] s_arrays = ["preinit_array", "init_array", "fini_array"];

    /// <summary>Defines the symbols that are asked for.</summary>
    public static void Provide(SymbolTable table)
    {
        HashSet<string> sections = [.. table.Objects.SelectMany(o => o.Pairs).Select(p => p.Name).Where(GarbageCollector.IsIdentifier)];
        string[] names = [.. s_zero, "__popcorn_image", "__popcorn_map", "__popcorn_isa_map", "__ehdr_start", "__executable_start", "__bss_start", "_edata", "edata",
            "_end", "end", "_etext", "etext", "__data_start"];
        foreach (Target t in Target.All)
        {
            foreach (string name in names) table.Provide(t.Index, name);
            foreach (string array in s_arrays)
            {
                table.Provide(t.Index, $"__{array}_start");
                table.Provide(t.Index, $"__{array}_end");
            }
            if (table.Provide(t.Index, "__popcorn_tls_end") is { } tls) tls.Type = STT_TLS;
            foreach (string section in sections)
            {
                foreach (string end in (string[])["start", "stop"])
                {
                    if (table.Provide(t.Index, $"__{end}_{section}") is { } s) s.KeepsSections = section;
                }
            }
        }
    }

    /// <summary>Gives every provided symbol its address on one ISA.</summary>
    public static void SetValues(SymbolTable table, Target target, ProgramLayout layout)
    {
        foreach (Symbol s in table.All(target.Index).Where(s => s.State == SymbolState.Linker)) s.Value = Value(s, target, layout);
    }

    private static ulong Value(Symbol s, Target target, ProgramLayout layout)
    {
        foreach (string array in s_arrays)
        {
            // An array that does not exist has its start and its end at the same place; which place does not matter.
            OutputSection? section = layout.Find("." + array);
            if (s.Name == $"__{array}_start") return section?.Address ?? layout.DataStart;
            if (s.Name == $"__{array}_end") return section?.End ?? layout.DataStart;
        }
        if (s.KeepsSections is { } kept)
        {
            OutputSection? section = layout.Find(kept);
            return (s.Name.StartsWith("__start_", StringComparison.Ordinal) ? section?.Address : section?.End) ?? layout.DataStart;
        }
        return s.Name switch
        {
            "__popcorn_image" => layout.Find(".popcorn.image")!.Address,
            "__popcorn_map" => layout.Find(".popcorn.map")!.Address,
            "__popcorn_isa_map" => layout.Find(".popcorn.isa_map", target)!.Address,
            "__popcorn_tls_end" => layout.TlsSize,
            "__ehdr_start" or "__executable_start" => ProgramLayout.TextBase,
            "__data_start" => layout.DataStart,
            "__bss_start" => layout.Bss.Address,
            "_edata" or "edata" => layout.InitialisedDataEnd,
            "_end" or "end" => layout.DataEnd,
            "_etext" or "etext" => layout.TextEnd,
            _ => 0,
        };
    }
}
