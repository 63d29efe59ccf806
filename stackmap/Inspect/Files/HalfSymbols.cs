// A half's defined symbols in ascending order of address. Names stay in the file until they are asked for: a large program has tens of thousands.
using System.Text;
using PopcornCC.Linker.Elf;
using static PopcornCC.Linker.Elf.ElfConstants;

namespace PopcornCC.Inspect;

/// <summary>A symbol. In an object the address is the offset in its section.</summary>
public readonly record struct HalfSymbol(uint NameOffset, ulong Address, ulong Size, byte Type, byte Binding, ushort Section);

/// <summary>The defined symbols of a half.</summary>
public sealed class HalfSymbols
{
    private readonly ReadOnlyMemory<byte> _strings;
    private readonly HalfSymbol[] _all;

    private HalfSymbols(HalfSymbol[] all, ReadOnlyMemory<byte> strings, string? error)
    {
        _all = all;
        _strings = strings;
        Error = error;
    }

    /// <summary>Why there are none (the file is stripped), or what is damaged; null when they could be read.</summary>
    public string? Error { get; }

    public IReadOnlyList<HalfSymbol> All => _all;

    public string Name(HalfSymbol s) => ElfFile.StringAt(_strings.Span, s.NameOffset) ?? "";

    /// <summary>Whether the symbol has this name, compared in place.</summary>
    public bool IsNamed(HalfSymbol s, ReadOnlySpan<byte> name)
    {
        ReadOnlySpan<byte> strings = _strings.Span;
        return s.NameOffset < strings.Length && strings[(int)s.NameOffset..] is var rest && rest.Length > name.Length && rest.StartsWith(name) && rest[name.Length] == 0;
    }

    /// <summary>All symbols of a name, by address.</summary>
    public IEnumerable<HalfSymbol> Named(string name)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(name);
        return _all.Where(s => IsNamed(s, utf8));
    }

    /// <summary>The function or object that an address of a program is in, or null. Of several with one address that with the best name: a global one before a local one.</summary>
    public HalfSymbol? Containing(ulong address)
    {
        int low = 0, high = _all.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_all[middle].Address <= address) low = middle + 1;
            else high = middle;
        }
        // Aliases and labels may stand between an object's start and the address: look back some.
        HalfSymbol? best = null;
        for (int i = low - 1, left = 64; i >= 0 && left > 0; i--, left--)
        {
            HalfSymbol s = _all[i];
            if (s.Type == STT_TLS || (s.Size == 0 ? address != s.Address : address - s.Address >= s.Size)) continue;
            if (best is not { } b || (s.Address == b.Address && Rank(s) > Rank(b))) best = s;
        }
        return best;

        static int Rank(HalfSymbol s) => (s.Size > 0 ? 4 : 0) + (s.Binding == STB_GLOBAL ? 2 : s.Binding == STB_WEAK ? 1 : 0);
    }

    internal static HalfSymbols Read(Half half)
    {
        if (half.Find(".symtab") is not { } table) return new HalfSymbols([], default, "it has no symbols");
        HalfSymbols damaged = new([], default, "its symbol table is damaged");
        if (table.Header.Link >= half.Elf.Sections.Count) return damaged;
        ReadOnlySpan<byte> entries = half.Elf.Content(table.Section).Span;
        if (entries.Length % SymSize != 0) return damaged;
        ReadOnlyMemory<byte> strings = half.Elf.Content(half.Elf.Sections[(int)table.Header.Link]);
        List<HalfSymbol> all = new(entries.Length / SymSize);
        for (int at = SymSize; at + SymSize <= entries.Length; at += SymSize)
        {
            SymbolEntry s = SymbolEntry.Read(entries[at..]);
            if (s.Section == SHN_UNDEF || s.Type is STT_SECTION or STT_FILE) continue;
            if (s.Name >= strings.Length) return damaged;
            // AArch64's mapping symbols say where code and data are, and name nothing.
            if (strings.Span[(int)s.Name] == '$') continue;
            all.Add(new HalfSymbol(s.Name, s.Value, s.Size, s.Type, s.Binding, s.Section));
        }
        // A stable sort: symbols of one address stay in the file's order.
        return new HalfSymbols([.. all.OrderBy(s => s.Address)], strings, null);
    }
}
