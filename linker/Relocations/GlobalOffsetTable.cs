// The GOT of one ISA: constant in a static program, one slot for each symbol whose address, or offset from the thread pointer, is loaded
// through it. ISA-private.
using System.Buffers.Binary;
using PopcornCC.Linker.Symbols;

namespace PopcornCC.Linker.Relocations;

/// <summary>Slots in order of first use.</summary>
public sealed class GlobalOffsetTable(Target target)
{
    private readonly Dictionary<(Symbol Symbol, bool IsThread), int> _slots = [];
    private readonly List<(Symbol Symbol, bool IsThread)> _order = [];

    /// <summary>Where the table is; set by the layout.</summary>
    public ulong Address { get; set; }

    public int Size => _order.Count * 8;

    public void Need(Symbol s, bool isThread)
    {
        if (_slots.TryAdd((s, isThread), _order.Count)) _order.Add((s, isThread));
    }

    /// <summary>The address of a symbol's slot, or 0 when it has none.</summary>
    public ulong Slot(Symbol s, bool isThread) => _slots.TryGetValue((s, isThread), out int i) ? Address + (ulong)i * 8 : 0;

    /// <summary>The content.</summary>
    public byte[] Write(ulong tlsSize)
    {
        byte[] bytes = new byte[Size];
        for (int i = 0; i < _order.Count; i++)
        {
            (Symbol s, bool isThread) = _order[i];
            ulong value = isThread ? (ulong)target.ThreadOffset((long)s.Address, tlsSize) : s.Address;
            BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(i * 8), value);
        }
        return bytes;
    }
}
