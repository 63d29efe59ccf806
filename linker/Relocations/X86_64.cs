// x86-64 relocations (System V psABI for AMD64, sections 4.4 and B.2): those LLVM makes for static small-model code, and those of Debian's
// libgcc.a. GOTPCRELX loads and branches of defined symbols lose their GOT slot, and the general-dynamic TLS sequence becomes local-exec,
// as every static linker does.
using System.Buffers.Binary;
using static PopcornCC.Linker.Elf.ElfConstants;

namespace PopcornCC.Linker.Relocations;

/// <summary>x86-64.</summary>
public sealed class X86_64(int index) : Target(index)
{
    public override string Name => "x86-64";

    public override string Key => "x86-64";

    public override ushort Machine => EM_X86_64;

    public override byte StackPointer => 7;

    public override byte FramePointer => 6;

    public override byte ReturnRegister => 16;

    public override IReadOnlyList<byte> CalleeSaved { get; } = [3, 6, 12, 13, 14, 15];

    public override int CallPushes => 8;

    public override ulong? CallTarget(ReadOnlySpan<byte> code, ulong behind) =>
        code[^5] == 0xe8 ? behind + (ulong)(long)BinaryPrimitives.ReadInt32LittleEndian(code[^4..]) : null;

    /// <summary>`E8 rel32`, or `FF /2` with every form of operand (Intel SDM, volume 2, tables 2-2 and 2-3).</summary>
    public override bool IsBehindCall(ReadOnlySpan<byte> code)
    {
        if (code[^5] == 0xe8) return true;
        for (int length = 2; length <= 7; length++)
        {
            if (code[^length] != 0xff) continue;
            byte operand = code[^(length - 1)];
            int mod = operand >> 6, rm = operand & 7;
            if ((operand >> 3 & 7) != 2) continue;
            bool sib = mod != 3 && rm == 4;
            int displacement = mod switch { 1 => 1, 2 => 4, 0 when rm == 5 => 4, 0 when sib && length > 2 && (code[^(length - 2)] & 7) == 5 => 4, _ => 0 };
            if (length == 2 + (sib ? 1 : 0) + displacement) return true;
        }
        return false;
    }

    public override ReadOnlySpan<byte> Filler => [0xcc];

    public override long ThreadOffset(long offset, ulong blockSize) => offset - (long)blockSize;

    public override RelocationUse Use(uint type, ReadOnlySpan<byte> section, ulong offset, bool isDefined) => type switch
    {
        R_X86_64_NONE => RelocationUse.None,
        R_X86_64_PLT32 => RelocationUse.Call,
        R_X86_64_64 or R_X86_64_PC32 or R_X86_64_32 or R_X86_64_32S or R_X86_64_16 or R_X86_64_PC16 or R_X86_64_8 or R_X86_64_PC8
            or R_X86_64_PC64 => RelocationUse.Address,
        R_X86_64_GOTPCRELX or R_X86_64_REX_GOTPCRELX when isDefined => Relax(section, offset) switch
        {
            Relaxation.None => RelocationUse.Got,
            Relaxation.Load => RelocationUse.Address,
            _ => RelocationUse.Call,
        },
        R_X86_64_GOTPCREL or R_X86_64_GOTPCRELX or R_X86_64_REX_GOTPCRELX => RelocationUse.Got,
        R_X86_64_GOTTPOFF => RelocationUse.GotThread,
        R_X86_64_TPOFF32 or R_X86_64_TPOFF64 or R_X86_64_TLSGD or R_X86_64_DTPOFF32 or R_X86_64_DTPOFF64 => RelocationUse.Thread,
        R_X86_64_SIZE32 or R_X86_64_SIZE64 => RelocationUse.Size,
        _ => RelocationUse.Unsupported,
    };

    /// <summary>The call of __tls_get_addr that ends a general-dynamic sequence has a relocation of its own.</summary>
    public override int Swallows(uint type) => type == R_X86_64_TLSGD ? 1 : 0;

    public override string? Apply(Span<byte> section, in ResolvedRelocation r)
    {
        int width = r.Type switch
        {
            R_X86_64_64 or R_X86_64_PC64 or R_X86_64_TPOFF64 or R_X86_64_DTPOFF64 or R_X86_64_SIZE64 => 8,
            R_X86_64_16 or R_X86_64_PC16 => 2,
            R_X86_64_8 or R_X86_64_PC8 => 1,
            _ => 4,
        };
        if (r.Offset > section.Length - width) return CutShort;
        Span<byte> place = section[r.Offset..];
        long absolute = (long)r.S + r.A, relative = absolute - (long)r.P;
        switch (r.Type)
        {
            case R_X86_64_64:
                return Store(place, 8, absolute);
            case R_X86_64_PC64:
                return Store(place, 8, relative);
            case R_X86_64_PC32 or R_X86_64_PLT32:
                return Signed(place, 4, relative);
            case R_X86_64_PC16:
                return Signed(place, 2, relative);
            case R_X86_64_PC8:
                return Signed(place, 1, relative);
            case R_X86_64_32:
                return absolute is < 0 or > uint.MaxValue ? OutOfRange(absolute, "an unsigned 32-bit field") : Store(place, 4, absolute);
            case R_X86_64_32S:
                return Signed(place, 4, absolute);
            case R_X86_64_16:
                return absolute is < short.MinValue or > ushort.MaxValue ? OutOfRange(absolute, "a 16-bit field") : Store(place, 2, absolute);
            case R_X86_64_8:
                return absolute is < sbyte.MinValue or > byte.MaxValue ? OutOfRange(absolute, "an 8-bit field") : Store(place, 1, absolute);
            case R_X86_64_GOTPCREL or R_X86_64_GOTTPOFF:
                return Signed(place, 4, (long)r.G + r.A - (long)r.P);
            case R_X86_64_GOTPCRELX or R_X86_64_REX_GOTPCRELX:
                return r.G != 0 ? Signed(place, 4, (long)r.G + r.A - (long)r.P) : Relaxed(section, r, relative);
            case R_X86_64_TPOFF32:
                return Signed(place, 4, r.ThreadOffset + r.A);
            case R_X86_64_TPOFF64:
                return Store(place, 8, r.ThreadOffset + r.A);
            case R_X86_64_DTPOFF32:
                return Signed(place, 4, absolute);
            case R_X86_64_DTPOFF64:
                return Store(place, 8, absolute);
            case R_X86_64_SIZE32:
                return Store(place, 4, (long)r.Size + r.A);
            case R_X86_64_SIZE64:
                return Store(place, 8, (long)r.Size + r.A);
            case R_X86_64_TLSGD:
                return GeneralDynamicToLocalExec(section, r);
            default:
                return null;
        }
    }

    private enum Relaxation
    {
        None,
        Load,
        Call,
        Jump,
    }

    /// <summary>Which GOTPCRELX instruction stands before <paramref name="offset"/> (psABI B.2).</summary>
    private static Relaxation Relax(ReadOnlySpan<byte> section, ulong offset)
    {
        if (offset < 2 || offset > (ulong)section.Length - 4) return Relaxation.None;
        return (section[(int)offset - 2], section[(int)offset - 1]) switch
        {
            (0x8b, _) => Relaxation.Load,
            (0xff, 0x15) => Relaxation.Call,
            (0xff, 0x25) => Relaxation.Jump,
            _ => Relaxation.None,
        };
    }

    private static string? Relaxed(Span<byte> section, in ResolvedRelocation r, long relative)
    {
        switch (Relax(section, (ulong)r.Offset))
        {
            case Relaxation.Load: // mov f@GOTPCREL(%rip), %r  →  lea f(%rip), %r
                section[r.Offset - 2] = 0x8d;
                return Signed(section[r.Offset..], 4, relative);
            case Relaxation.Call: // call *f@GOTPCREL(%rip)  →  addr32 call f
                section[r.Offset - 2] = 0x67;
                section[r.Offset - 1] = 0xe8;
                return Signed(section[r.Offset..], 4, relative);
            case Relaxation.Jump: // jmp *f@GOTPCREL(%rip)  →  jmp f; nop
                section[r.Offset - 2] = 0xe9;
                section[r.Offset + 3] = 0x90;
                return Signed(section[(r.Offset - 1)..], 4, relative + 1);
            default:
                return "the instruction does not fit the relocation";
        }
    }

    private static string? GeneralDynamicToLocalExec(Span<byte> section, in ResolvedRelocation r)
    {
        // data16 lea x@tlsgd(%rip), %rdi; data16 data16 rex.W call __tls_get_addr  →  mov %fs:0, %rax; lea x@tpoff(%rax), %rax
        if (r.Offset < 4 || r.Offset > section.Length - 12 || !section.Slice(r.Offset - 4, 4).SequenceEqual<byte>([0x66, 0x48, 0x8d, 0x3d]))
            return "the code is no general-dynamic TLS sequence";
        ReadOnlySpan<byte> code = [0x64, 0x48, 0x8b, 0x04, 0x25, 0, 0, 0, 0, 0x48, 0x8d, 0x80];
        code.CopyTo(section[(r.Offset - 4)..]);
        return Signed(section[(r.Offset + 8)..], 4, r.ThreadOffset + r.A + 4);
    }

    private static string? Signed(Span<byte> place, int width, long value)
    {
        long limit = 1L << (width * 8 - 1);
        return value < -limit || value >= limit ? OutOfRange(value, $"a signed {width * 8}-bit field") : Store(place, width, value);
    }

    private static string? Store(Span<byte> place, int width, long value)
    {
        switch (width)
        {
            case 8: BinaryPrimitives.WriteInt64LittleEndian(place, value); break;
            case 4: BinaryPrimitives.WriteInt32LittleEndian(place, (int)value); break;
            case 2: BinaryPrimitives.WriteInt16LittleEndian(place, (short)value); break;
            default: place[0] = (byte)value; break;
        }
        return null;
    }
}
