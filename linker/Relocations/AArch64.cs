// AArch64 relocations (ELF for the Arm 64-bit Architecture, AAELF64, sections 5.7 and 5.8): those LLVM makes for static small-model code, and
// those of Debian's libgcc.a. Page(x) is x with its low 12 bits clear.
using System.Buffers.Binary;
using static PopcornCC.Linker.Elf.ElfConstants;

namespace PopcornCC.Linker.Relocations;

/// <summary>AArch64.</summary>
public sealed class AArch64(int index) : Target(index)
{
    /// <summary>The thread pointer stands two words before the block (AAELF64, section 6.1: TCB of 16 bytes).</summary>
    private const long TcbSize = 16;

    private const uint Nop = 0xd503201f;

    public override string Name => "AArch64";

    public override string Key => "aarch64";

    public override ushort Machine => EM_AARCH64;

    public override byte StackPointer => 31;

    public override byte FramePointer => 29;

    public override byte ReturnRegister => 30;

    public override IReadOnlyList<byte> CalleeSaved { get; } = [19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 72, 73, 74, 75, 76, 77, 78, 79];

    public override int CallPushes => 0;

    /// <summary>`bl` or `blr`.</summary>
    public override bool IsBehindCall(ReadOnlySpan<byte> code)
    {
        uint instruction = BinaryPrimitives.ReadUInt32LittleEndian(code[^4..]);
        return instruction >> 26 == 0x25 || (instruction & 0xfffffc1f) == 0xd63f0000;
    }

    public override ulong? CallTarget(ReadOnlySpan<byte> code, ulong behind)
    {
        uint instruction = BinaryPrimitives.ReadUInt32LittleEndian(code[^4..]);
        return instruction >> 26 == 0x25 ? behind - 4 + (ulong)((long)((int)(instruction << 6) >> 6) * 4) : null;
    }

    /// <summary>`brk #0`.</summary>
    public override ReadOnlySpan<byte> Filler => [0x00, 0x00, 0x20, 0xd4];

    public override long ThreadOffset(long offset, ulong blockSize) => offset + TcbSize;

    public override RelocationUse Use(uint type, ReadOnlySpan<byte> section, ulong offset, bool isDefined) => type switch
    {
        R_AARCH64_NONE or R_AARCH64_NONE_OLD => RelocationUse.None,
        R_AARCH64_CALL26 or R_AARCH64_JUMP26 or R_AARCH64_CONDBR19 or R_AARCH64_TSTBR14 or R_AARCH64_PLT32 => RelocationUse.Call,
        R_AARCH64_ABS64 or R_AARCH64_ABS32 or R_AARCH64_ABS16 or R_AARCH64_PREL64 or R_AARCH64_PREL32 or R_AARCH64_PREL16
            or (>= R_AARCH64_MOVW_UABS_G0 and <= R_AARCH64_MOVW_UABS_G3)
            or (>= R_AARCH64_MOVW_SABS_G0 and <= R_AARCH64_LDST8_ABS_LO12_NC)
            or R_AARCH64_LDST16_ABS_LO12_NC or R_AARCH64_LDST32_ABS_LO12_NC or R_AARCH64_LDST64_ABS_LO12_NC
            or R_AARCH64_LDST128_ABS_LO12_NC => RelocationUse.Address,
        R_AARCH64_ADR_GOT_PAGE or R_AARCH64_LD64_GOT_LO12_NC => RelocationUse.Got,
        R_AARCH64_TLSIE_ADR_GOTTPREL_PAGE21 or R_AARCH64_TLSIE_LD64_GOTTPREL_LO12_NC => RelocationUse.GotThread,
        (>= R_AARCH64_TLSLE_MOVW_TPREL_G2 and <= R_AARCH64_TLSLE_LDST64_TPREL_LO12_NC)
            or R_AARCH64_TLSLE_LDST128_TPREL_LO12 or R_AARCH64_TLSLE_LDST128_TPREL_LO12_NC => RelocationUse.Thread,
        _ => RelocationUse.Unsupported,
    };

    public override string? Apply(Span<byte> section, in ResolvedRelocation r)
    {
        int width = r.Type is R_AARCH64_ABS64 or R_AARCH64_PREL64 ? 8 : r.Type is R_AARCH64_ABS16 or R_AARCH64_PREL16 ? 2 : 4;
        if (r.Offset > section.Length - width) return CutShort;
        Span<byte> place = section[r.Offset..];
        long x = (long)r.S + r.A, relative = x - (long)r.P;
        switch (r.Type)
        {
            case R_AARCH64_ABS64 or R_AARCH64_PREL64:
                BinaryPrimitives.WriteInt64LittleEndian(place, r.Type == R_AARCH64_ABS64 ? x : relative);
                return null;
            case R_AARCH64_ABS32 or R_AARCH64_PREL32:
                long word = r.Type == R_AARCH64_ABS32 ? x : relative;
                if (word is < int.MinValue or > uint.MaxValue || (r.Type == R_AARCH64_PREL32 && word > int.MaxValue)) return OutOfRange(word, "a 32-bit field");
                BinaryPrimitives.WriteInt32LittleEndian(place, (int)word);
                return null;
            case R_AARCH64_PLT32:
                if (relative is < int.MinValue or > int.MaxValue) return OutOfRange(relative, "a 32-bit field");
                BinaryPrimitives.WriteInt32LittleEndian(place, (int)relative);
                return null;
            case R_AARCH64_ABS16 or R_AARCH64_PREL16:
                long half = r.Type == R_AARCH64_ABS16 ? x : relative;
                if (half is < short.MinValue or > ushort.MaxValue) return OutOfRange(half, "a 16-bit field");
                BinaryPrimitives.WriteInt16LittleEndian(place, (short)half);
                return null;
            case R_AARCH64_CALL26 or R_AARCH64_JUMP26:
                if (r.IsWeakZero)
                {
                    // A branch to a weak undefined function goes to the next instruction (AAELF64, section 5.7.9).
                    BinaryPrimitives.WriteUInt32LittleEndian(place, Nop);
                    return null;
                }
                return Branch(place, relative, 26, 0);
            case R_AARCH64_CONDBR19 or R_AARCH64_LD_PREL_LO19:
                return Branch(place, relative, 19, 5);
            case R_AARCH64_TSTBR14:
                return Branch(place, relative, 14, 5);
            case R_AARCH64_ADR_PREL_LO21:
                return Adr(place, relative, check: true);
            case R_AARCH64_ADR_PREL_PG_HI21:
                return Adr(place, (Page(x) - Page((long)r.P)) >> 12, check: true);
            case R_AARCH64_ADR_PREL_PG_HI21_NC:
                return Adr(place, (Page(x) - Page((long)r.P)) >> 12, check: false);
            case R_AARCH64_ADR_GOT_PAGE or R_AARCH64_TLSIE_ADR_GOTTPREL_PAGE21:
                return Adr(place, (Page((long)r.G + r.A) - Page((long)r.P)) >> 12, check: true);
            case R_AARCH64_LD64_GOT_LO12_NC or R_AARCH64_TLSIE_LD64_GOTTPREL_LO12_NC:
                return Low12(place, (long)r.G + r.A, 3);
            case R_AARCH64_ADD_ABS_LO12_NC or R_AARCH64_LDST8_ABS_LO12_NC:
                return Low12(place, x, 0);
            case R_AARCH64_LDST16_ABS_LO12_NC:
                return Low12(place, x, 1);
            case R_AARCH64_LDST32_ABS_LO12_NC:
                return Low12(place, x, 2);
            case R_AARCH64_LDST64_ABS_LO12_NC:
                return Low12(place, x, 3);
            case R_AARCH64_LDST128_ABS_LO12_NC:
                return Low12(place, x, 4);
            case >= R_AARCH64_MOVW_UABS_G0 and <= R_AARCH64_MOVW_UABS_G3:
                return MoveWide(place, r.Type, x);
            case >= R_AARCH64_MOVW_SABS_G0 and <= R_AARCH64_MOVW_SABS_G2:
                return SignedMoveWide(place, (int)(r.Type - R_AARCH64_MOVW_SABS_G0), x);
            default:
                return Thread(place, r.Type, r.ThreadOffset + r.A);
        }
    }

    /// <summary>MOVW_UABS_G0, G0_NC, G1, G1_NC, G2, G2_NC, G3: 16 bits of the value; the checked ones refuse higher bits.</summary>
    private static string? MoveWide(Span<byte> place, uint type, long x)
    {
        int group = (int)(type - R_AARCH64_MOVW_UABS_G0) / 2;
        bool check = type != R_AARCH64_MOVW_UABS_G3 && (type - R_AARCH64_MOVW_UABS_G0) % 2 == 0;
        if (check && (ulong)x >> (16 * (group + 1)) != 0) return OutOfRange(x, $"{16 * (group + 1)} bits");
        return Insert(place, (uint)(x >> (16 * group)) & 0xffff, 16, 5);
    }

    /// <summary>The checked signed groups choose between MOVZ and MOVN by the sign (AAELF64, section 5.7.7).</summary>
    private static string? SignedMoveWide(Span<byte> place, int group, long x)
    {
        long limit = 1L << (16 * (group + 1));
        if (x < -limit || x >= limit) return OutOfRange(x, $"{16 * (group + 1)} bits and a sign");
        uint instruction = BinaryPrimitives.ReadUInt32LittleEndian(place) & ~(1u << 30);
        BinaryPrimitives.WriteUInt32LittleEndian(place, x >= 0 ? instruction | 1u << 30 : instruction);
        return Insert(place, (uint)((x < 0 ? ~x : x) >> (16 * group)) & 0xffff, 16, 5);
    }

    private static string? Thread(Span<byte> place, uint type, long x)
    {
        int scale = type switch
        {
            R_AARCH64_TLSLE_LDST16_TPREL_LO12 or R_AARCH64_TLSLE_LDST16_TPREL_LO12_NC => 1,
            R_AARCH64_TLSLE_LDST32_TPREL_LO12 or R_AARCH64_TLSLE_LDST32_TPREL_LO12_NC => 2,
            R_AARCH64_TLSLE_LDST64_TPREL_LO12 or R_AARCH64_TLSLE_LDST64_TPREL_LO12_NC => 3,
            R_AARCH64_TLSLE_LDST128_TPREL_LO12 or R_AARCH64_TLSLE_LDST128_TPREL_LO12_NC => 4,
            _ => 0,
        };
        switch (type)
        {
            case R_AARCH64_TLSLE_MOVW_TPREL_G2:
                return SignedMoveWide(place, 2, x);
            case R_AARCH64_TLSLE_MOVW_TPREL_G1:
                return SignedMoveWide(place, 1, x);
            case R_AARCH64_TLSLE_MOVW_TPREL_G1_NC:
                return Insert(place, (uint)(x >> 16) & 0xffff, 16, 5);
            case R_AARCH64_TLSLE_MOVW_TPREL_G0:
                return SignedMoveWide(place, 0, x);
            case R_AARCH64_TLSLE_MOVW_TPREL_G0_NC:
                return Insert(place, (uint)x & 0xffff, 16, 5);
            case R_AARCH64_TLSLE_ADD_TPREL_HI12:
                return x >> 24 != 0 ? OutOfRange(x, "24 bits") : Insert(place, (uint)(x >> 12) & 0xfff, 12, 10);
            case R_AARCH64_TLSLE_ADD_TPREL_LO12 or R_AARCH64_TLSLE_LDST8_TPREL_LO12 or R_AARCH64_TLSLE_LDST16_TPREL_LO12
                or R_AARCH64_TLSLE_LDST32_TPREL_LO12 or R_AARCH64_TLSLE_LDST64_TPREL_LO12 or R_AARCH64_TLSLE_LDST128_TPREL_LO12 when x >> 12 != 0:
                return OutOfRange(x, "12 bits");
            default:
                return Low12(place, x, scale);
        }
    }

    private static long Page(long x) => x & ~0xfffL;

    private static string? Branch(Span<byte> place, long relative, int bits, int shift)
    {
        if ((relative & 3) != 0) return $"the target is not aligned (offset 0x{relative:x})";
        long limit = 1L << (bits + 1);
        return relative < -limit || relative >= limit ? OutOfRange(relative, $"a {bits}-bit branch") : Insert(place, (uint)(relative >> 2), bits, shift);
    }

    /// <summary>The split immediate of ADR and ADRP: low two bits at 29, the rest at 5.</summary>
    private static string? Adr(Span<byte> place, long value, bool check)
    {
        if (check && value is < -(1 << 20) or >= 1 << 20) return OutOfRange(value, "adr's 21 bits");
        Insert(place, (uint)value, 2, 29);
        return Insert(place, (uint)(value >> 2), 19, 5);
    }

    private static string? Low12(Span<byte> place, long x, int scale)
    {
        long low = x & 0xfff;
        return (low & ((1 << scale) - 1)) != 0 ? $"the address 0x{x:x} is not a multiple of {1 << scale}" : Insert(place, (uint)(low >> scale), 12, 10);
    }

    private static string? Insert(Span<byte> place, uint value, int bits, int shift)
    {
        uint mask = ((1u << bits) - 1) << shift;
        uint instruction = BinaryPrimitives.ReadUInt32LittleEndian(place);
        BinaryPrimitives.WriteUInt32LittleEndian(place, (instruction & ~mask) | ((value << shift) & mask));
        return null;
    }
}
