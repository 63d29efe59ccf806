// The program headers of each ISA (gABI chapter 5).
using PopcornCC.Linker.Elf;
using PopcornCC.Linker.Relocations;
using static PopcornCC.Linker.Elf.ElfConstants;

namespace PopcornCC.Linker.Layout;

internal sealed partial class ProgramLayout
{
    /// <summary>An ISA's program headers, with offsets in the fat file.</summary>
    public IReadOnlyList<ProgramHeader> ProgramHeaders(Target target)
    {
        Isa isa = _isas[target.Index];
        List<ProgramHeader> loads = [new(PT_LOAD, PF_R | PF_X, isa.FileBase, TextBase, isa.TextEnd - TextBase, isa.TextEnd - TextBase, SegmentAlign)];
        List<OutputSection> readOnly = [.. isa.ReadOnly, .. _readOnly];
        AddLoad(loads, PF_R, readOnly);
        AddLoad(loads, PF_R | PF_W, [.. _data, _bss]);
        AddLoad(loads, PF_R | PF_W, [_private, _privateBss]);
        AddLoad(loads, PF_R | PF_W, [isa.PrivateData]);

        List<ProgramHeader> all = [];
        List<OutputSection> notes = [.. _readOnly.Where(s => s.Type == SHT_NOTE)];
        ulong count = (ulong)(loads.Count + (TlsSize > 0 ? 4 : 3));
        all.Add(new ProgramHeader(PT_PHDR, PF_R, isa.FileBase + EhdrSize, TextBase + EhdrSize, count * PhdrSize, count * PhdrSize, 8));
        all.AddRange(loads);
        if (TlsSize > 0) all.Add(new ProgramHeader(PT_TLS, PF_R, TlsData.Offset, TlsData.Address, TlsData.Size, TlsSize, TlsAlign));
        all.Add(new ProgramHeader(PT_NOTE, PF_R, notes[0].Offset, notes[0].Address, notes[^1].End - notes[0].Address, notes[^1].End - notes[0].Address, 4));
        all.Add(new ProgramHeader(PT_GNU_STACK, PF_R | PF_W, 0, 0, 0, 0, 16));
        return all;
    }

    /// <summary>One segment over sections that stand one after another; zeroed ones are last.</summary>
    private static void AddLoad(List<ProgramHeader> loads, uint flags, List<OutputSection> sections)
    {
        List<OutputSection> present = [.. sections.Where(s => !s.IsEmpty && (s.Flags & SHF_TLS) == 0 || s.Name == ".tdata" && s.Size > 0)];
        if (present.Count == 0) return;
        OutputSection first = present.MinBy(s => s.Address)!;
        ulong fileEnd = present.Where(s => !s.IsBss).Select(s => s.End).DefaultIfEmpty(first.Address).Max();
        loads.Add(new ProgramHeader(PT_LOAD, flags, first.Offset, first.Address, fileEnd - first.Address, present.Max(s => s.End) - first.Address, SegmentAlign));
    }
}
