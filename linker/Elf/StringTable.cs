// A string table being built (gABI chapter 4, "String Table"): equal strings are stored once, offset 0 is the empty string.
using System.Text;
using PopcornCC.StackMap;

namespace PopcornCC.Linker.Elf;

/// <summary>Collects names for an SHT_STRTAB section.</summary>
public sealed class StringTable
{
    private readonly ByteWriter _data = new();
    private readonly Dictionary<string, uint> _known = new(StringComparer.Ordinal) { [""] = 0 };

    public StringTable() => _data.U8(0);

    public ReadOnlySpan<byte> Written => _data.Written;

    public uint Add(string name)
    {
        if (_known.TryGetValue(name, out uint offset)) return offset;
        offset = (uint)_data.Length;
        _known.Add(name, offset);
        _data.Bytes(Encoding.UTF8.GetBytes(name));
        _data.U8(0);
        return offset;
    }
}
