// A symbol as one ISA sees it. The two ISAs have symbol tables of their own that the same inputs fill: an object that has both halves fills
// both, a foreign one its own.
using static PopcornCC.Linker.Elf.ElfConstants;

namespace PopcornCC.Linker.Symbols;

/// <summary>What is known of a symbol.</summary>
public enum SymbolState
{
    Undefined,

    /// <summary>Defined in a section.</summary>
    Defined,

    /// <summary>A number, not an address.</summary>
    Absolute,

    /// <summary>A tentative definition: storage is given out once all inputs are known.</summary>
    Common,

    /// <summary>Defined by the linker; the value is filled in when everything has its place.</summary>
    Linker,
}

/// <summary>A symbol of one ISA.</summary>
public sealed class Symbol(string name)
{
    public string Name { get; } = name;

    public SymbolState State { get; set; }

    /// <summary>The object that defines it; null for linker symbols and undefined ones.</summary>
    public InputHalf? Half { get; set; }

    public InputSection? Section { get; set; }

    /// <summary>Offset in the section, the number, or the address of a linker symbol.</summary>
    public ulong Value { get; set; }

    public ulong Size { get; set; }

    public byte Type { get; set; }

    public bool IsLocal { get; init; }

    /// <summary>A weak definition, or an undefined symbol with only weak references so far.</summary>
    public bool IsWeak { get; set; } = true;

    /// <summary>Alignment of a common symbol.</summary>
    public ulong Align { get; set; }

    /// <summary>For `__start_S` and `__stop_S`: S, whose sections a reference keeps.</summary>
    public string? KeepsSections { get; set; }

    public bool IsDefined => State != SymbolState.Undefined;

    public bool IsThreadLocal => Type == STT_TLS;

    /// <summary>The address; for a thread-local symbol its offset in the TLS block. Valid once the layout is made.</summary>
    public ulong Address => Section is null ? Value : Section.Address + Value;
}
