// The symbol table of one ISA (gABI chapter 4): local symbols by object, then global ones by name.
using PopcornCC.Linker.Elf;
using PopcornCC.Linker.Relocations;
using PopcornCC.Linker.Symbols;
using PopcornCC.StackMap;
using static PopcornCC.Linker.Elf.ElfConstants;

namespace PopcornCC.Linker.Layout;

/// <summary>Writes `.symtab`.</summary>
internal static class SymbolTableWriter
{
    /// <summary>Writes the table; <paramref name="locals"/> is the index of the first global symbol, as sh_info wants it.</summary>
    public static byte[] Write(SymbolTable table, Target target, ProgramLayout layout, StringTable strings, out int locals)
    {
        byte[] entry = new byte[SymSize];
        ByteWriter w = new();
        w.Zero(SymSize);
        void Add(Symbol s, byte binding)
        {
            ushort section = s.Section?.Output is { } output ? (ushort)output.Index : s.State == SymbolState.Linker ? Containing(layout, target, s) : SHN_ABS;
            new SymbolEntry(strings.Add(s.Name), (byte)(binding << 4 | s.Type), 0, section, s.Address, s.Size).Write(entry);
            w.Bytes(entry);
        }

        foreach (InputHalf half in table.Objects.Select(o => o.Halves[target.Index]).OfType<InputHalf>())
        {
            foreach (Symbol s in half.Symbols)
            {
                // Mapping symbols (`$x`) would be the only symbols some debuggers show.
                if (s.IsLocal && s.Name.Length > 0 && s.Name[0] != '$' && s.Type is not (STT_SECTION or STT_FILE) && s.Section is { IsLive: true }) Add(s, STB_LOCAL);
            }
        }
        locals = w.Length / SymSize;
        foreach (Symbol s in table.All(target.Index))
        {
            if (s.State is SymbolState.Absolute or SymbolState.Linker || s.Section is { IsLive: true }) Add(s, s.IsWeak ? STB_WEAK : STB_GLOBAL);
        }
        return w.ToArray();
    }

    private static ushort Containing(ProgramLayout layout, Target target, Symbol s)
    {
        if (s.IsThreadLocal) return (ushort)(layout.TlsBss.Size > 0 ? layout.TlsBss : layout.TlsData).Index;
        OutputSection? found = layout.Sections.FirstOrDefault(o => o.Isa is null || o.Isa == target ? s.Value >= o.Address && s.Value <= o.End && (o.Flags & SHF_TLS) == 0 : false);
        return found is null ? SHN_ABS : (ushort)found.Index;
    }
}
