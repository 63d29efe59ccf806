// Applies relocations once everything has its address.
using PopcornCC.Linker.Elf;
using PopcornCC.Linker.Symbols;
using static PopcornCC.Linker.Elf.ElfConstants;

namespace PopcornCC.Linker.Relocations;

/// <summary>Applies relocations to copies of sections.</summary>
internal sealed class Relocator(GlobalOffsetTable[] gots, ulong tlsSize, LinkDiagnostics diagnostics)
{
    /// <summary>Relocates a section's bytes, which will stand at <paramref name="address"/>.</summary>
    public void Apply(InputSection s, Span<byte> bytes, ulong address) => Apply(s, s.Relocations, bytes, 0, address);

    /// <summary>Relocates a piece of a section that starts at <paramref name="start"/> in it.</summary>
    public void Apply(InputSection s, ReadOnlySpan<RelocationEntry> relocations, Span<byte> bytes, ulong start, ulong address)
    {
        Target target = s.Half.Target;
        GlobalOffsetTable got = gots[target.Index];
        bool isLoaded = (s.Flags & SHF_ALLOC) != 0;
        for (int i = 0; i < relocations.Length; i++)
        {
            RelocationEntry r = relocations[i];
            Symbol symbol = s.Half.Symbols[r.Symbol];
            RelocationUse use = target.Use(r.Type, s.Content.Span, r.Offset, symbol.IsDefined);
            if (use == RelocationUse.None) continue;
            int offset = (int)(r.Offset - start);
            ulong value = symbol.Address;
            long addend = r.Addend;
            if (!isLoaded && symbol.Section is { IsLive: false } && (symbol.Section.Flags & SHF_ALLOC) != 0)
            {
                // Debugging information of code that was left out: an address that no program has; in range lists 0 would end the list.
                value = s.Name is ".debug_ranges" or ".debug_loc" ? 1u : 0u;
                addend = 0;
            }
            bool thread = use is RelocationUse.Thread or RelocationUse.GotThread;
            ResolvedRelocation resolved = new(r.Type, offset, value, addend, address + (ulong)offset,
                use is RelocationUse.Got or RelocationUse.GotThread ? got.Slot(symbol, use == RelocationUse.GotThread) : 0,
                thread ? target.ThreadOffset((long)value, tlsSize) : 0, symbol.Size, !symbol.IsDefined);
            if (target.Apply(bytes, resolved) is { } reason)
                diagnostics.RelocationFailed(s.Half.Owner.Name, RelocationScanner.Place(s, r.Offset), symbol.Name.Length > 0 ? symbol.Name : symbol.Section?.Name ?? "", reason);
            i += target.Swallows(r.Type);
        }
    }
}
