// What the linker must know of an ISA. One subclass an ISA, in a file of its own; no other file asks which ISA it has. Relocation arithmetic
// uses the psABIs' letters: S symbol, A addend, P place, G address of the symbol's GOT slot.
namespace PopcornCC.Linker.Relocations;

/// <summary>What a relocation needs before it can be applied.</summary>
public enum RelocationUse
{
    /// <summary>Nothing is done.</summary>
    None,

    /// <summary>The symbol's address, taken or read through.</summary>
    Address,

    /// <summary>The symbol's address, only to branch to.</summary>
    Call,

    /// <summary>A GOT slot that holds the address.</summary>
    Got,

    /// <summary>A GOT slot that holds the offset from the thread pointer.</summary>
    GotThread,

    /// <summary>The offset from the thread pointer.</summary>
    Thread,

    /// <summary>The symbol's size.</summary>
    Size,

    /// <summary>Nothing we can do in a static program.</summary>
    Unsupported,
}

/// <summary>One relocation, with everything resolved. <paramref name="IsWeakZero"/>: the symbol is weak and undefined.</summary>
public readonly record struct ResolvedRelocation(uint Type, int Offset, ulong S, long A, ulong P, ulong G, long ThreadOffset, ulong Size, bool IsWeakZero);

/// <summary>Facts of an ISA and its relocations.</summary>
public abstract class Target
{
    /// <summary>All ISAs by index: x86-64 first, whose headers lead a fat file.</summary>
    public static IReadOnlyList<Target> All { get; } = [new X86_64(0), new AArch64(1)];

    protected Target(int index) => Index = index;

    /// <summary>Place in every list that has one entry an ISA.</summary>
    public int Index { get; }

    public abstract string Name { get; }

    /// <summary>The short name users type: `--arch aarch64`.</summary>
    public abstract string Key { get; }

    public abstract ushort Machine { get; }

    /// <summary>DWARF number of the stack pointer.</summary>
    public abstract byte StackPointer { get; }

    /// <summary>DWARF number of the frame pointer.</summary>
    public abstract byte FramePointer { get; }

    /// <summary>The column of the return address in unwind tables.</summary>
    public abstract byte ReturnRegister { get; }

    /// <summary>DWARF numbers of the registers that a called function keeps (of AArch64's v8 to v15 the low half).</summary>
    public abstract IReadOnlyList<byte> CalleeSaved { get; }

    /// <summary>Whether these eight bytes end with a call.</summary>
    public abstract bool IsBehindCall(ReadOnlySpan<byte> code);

    /// <summary>Where the call that ends these eight bytes goes, when the instruction itself says so; <paramref name="behind"/> is the address behind it.</summary>
    public abstract ulong? CallTarget(ReadOnlySpan<byte> code, ulong behind);

    /// <summary>Bytes a call instruction itself pushes: the CFA lies this far above the frame that LLVM counts.</summary>
    public abstract int CallPushes { get; }

    /// <summary>The instruction that fills gaps in text: it traps.</summary>
    public abstract ReadOnlySpan<byte> Filler { get; }

    /// <summary>The offset from the thread pointer of an object at <paramref name="offset"/> in the TLS block (docs/fat-file-format.md).</summary>
    public abstract long ThreadOffset(long offset, ulong blockSize);

    /// <summary>What the relocation needs, seen with the code it applies to (some instructions can do without their GOT slot).</summary>
    public abstract RelocationUse Use(uint type, ReadOnlySpan<byte> section, ulong offset, bool isDefined);

    /// <summary>Changes the bytes of a section; the reason when the value does not fit, else null.</summary>
    public abstract string? Apply(Span<byte> section, in ResolvedRelocation r);

    /// <summary>How many relocations after this one it swallows (rewritten TLS sequences).</summary>
    public virtual int Swallows(uint type) => 0;

    protected static string OutOfRange(long value, string field) => $"the value 0x{value:x} is out of range of {field}";

    protected const string CutShort = "it lies outside its section";
}
