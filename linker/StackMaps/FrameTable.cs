// The `.eh_frame` of one ISA: the descriptions of live functions, each distinct CIE once. The program does not read it (the compact maps hold
// what it needs); debuggers do, and libgcc's unwinder could.
using System.Buffers.Binary;
using PopcornCC.Linker.Elf;
using PopcornCC.Linker.Relocations;
using PopcornCC.Linker.Symbols;

namespace PopcornCC.Linker.StackMaps;

/// <summary>Collects the entries, then writes them once addresses are known.</summary>
internal sealed class FrameTable
{
    private readonly record struct Piece(InputSection Source, IReadOnlyList<RelocationEntry> Relocations, int Start, int Length, int Target, int? Cie);

    private readonly List<Piece> _pieces = [];

    private FrameTable()
    {
    }

    /// <summary>Size in bytes, with the zero that ends the table.</summary>
    public int Size { get; private set; }

    /// <summary>Collects what describes live functions.</summary>
    public static FrameTable Collect(SymbolTable table, Target target)
    {
        FrameTable frames = new();
        Dictionary<string, int> cies = new(StringComparer.Ordinal);
        foreach (SectionPair pair in table.Objects.SelectMany(o => o.Pairs).Where(p => p.IsLive))
        {
            if (pair.Halves[target.Index] is not { } s) continue;
            foreach (FrameEntry f in s.Frames)
            {
                ReadOnlySpan<byte> bytes = f.Table.Content.Span.Slice(f.Fde.Cie.Offset, f.Fde.Cie.Length);
                string key = Convert.ToHexString(bytes) + string.Concat(f.CieRelocations.Select(r => $" {r.Type} {r.Addend} {s.Half.Symbols[r.Symbol].Name}"));
                if (!cies.TryGetValue(key, out int cie))
                {
                    cies[key] = cie = frames.Size;
                    frames.Add(f.Table, f.CieRelocations, f.Fde.Cie.Offset, f.Fde.Cie.Length, null);
                }
                frames.Add(f.Table, f.FdeRelocations, f.Fde.Offset, f.Fde.Length, cie);
            }
        }
        frames.Size += 4;
        return frames;
    }

    public byte[] Write(ulong address, Relocator relocator)
    {
        byte[] bytes = new byte[Size];
        foreach (Piece p in _pieces)
        {
            Span<byte> target = bytes.AsSpan(p.Target, p.Length);
            p.Source.Content.Span.Slice(p.Start, p.Length).CopyTo(target);
            if (p.Cie is { } cie) BinaryPrimitives.WriteInt32LittleEndian(target[4..], p.Target + 4 - cie);
            relocator.Apply(p.Source, [.. p.Relocations], target, (ulong)p.Start, address + (ulong)p.Target);
        }
        return bytes;
    }

    private void Add(InputSection source, IReadOnlyList<RelocationEntry> relocations, int start, int length, int? cie)
    {
        _pieces.Add(new Piece(source, relocations, start, length, Size, cie));
        Size += length;
    }
}
