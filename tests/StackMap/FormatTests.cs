// The stack-map formats: what is written reads back, damage is an error and never an exception, and the frame interpreter follows DWARF.
using PopcornCC.Tests.Support;
using Xunit;

namespace PopcornCC.StackMap.Tests;

public sealed class FormatTests
{
    private static readonly UnitType[] s_units = [UnitType.I64, UnitType.Vector, UnitType.VectorUpper, UnitType.Float, UnitType.Pointer, UnitType.I32, UnitType.Double];

    private static readonly NeutralMap s_neutral = new([
        new MapFunction(0x400400, "first", false, s_units, [new MapSite([0, 1, 3], 12, SiteKind.Call), new MapSite([], 0, SiteKind.Poll), new MapSite([0, 1, 3], 65535, SiteKind.NoReturn)]),
        new MapFunction(0x400500, "second", true, s_units, [new MapSite([4, 5, 6], 7, SiteKind.Call)]),
        new MapFunction(0x400600, "empty", false, [], []),
    ]);

    private static readonly UnwindRule[] s_rules = [new(7, 16, [new(3, -16), new(16, -8)]), new(6, -40000, [.. Enumerable.Range(0, 20).Select(i => new SavedRegister((byte)i, -4 * i))])];

    private static readonly IsaMap s_isa = new(62, [0x500000, 0x500100, 0], [
        new ReturnAddress(0x400410, false, 0, 0, false, [Register(8, 3), new(LocationKind.Frame, 16, 0, -64), new(LocationKind.Constant, 4, 0, -1)]),
        new ReturnAddress(0x400420, false, 0, 1, false, [new(LocationKind.Memory, 8, 14, 1 << 20), Register(16, 17), new(LocationKind.WideConstant, 4, 0, long.MinValue)]),
        new ReturnAddress(0x400430, false, 1, 0, false, []),
        new ReturnAddress(0x400510, false, 3, 0, true, [new(LocationKind.MemoryAddress, 8, 6, 24)]),
        new ReturnAddress(0x500010, true, 0, 0, false, [Register(8, 1), Register(8, 2), Register(16, 18), Register(4, 19), Register(8, 3), Register(4, 12), Register(8, 20)]),
        new ReturnAddress(0x500110, true, 1, 1, true, [Register(8, 1), new(LocationKind.FrameAddress, 8, 0, -48)]),
    ], s_rules);

    [Fact]
    public void The_neutral_map_reads_back_as_written()
    {
        byte[] bytes = s_neutral.Write();
        NeutralMap? read = NeutralMap.Read(bytes, out string? error);
        Assert.Null(error);
        Assert.Equal(bytes, read!.Write());
        Assert.Equal(MapDump.Print(s_neutral), MapDump.Print(read));
    }

    [Fact]
    public void The_ISA_map_reads_back_as_written()
    {
        byte[] bytes = s_isa.Write();
        IsaMap? read = IsaMap.Read(bytes, s_neutral, out string? error);
        Assert.Null(error);
        Assert.Equal(bytes, read!.Write());
        Golden.Verify("tests/StackMap/maps.txt", MapDump.Print(s_neutral, read));
    }

    [Fact]
    public void Equal_lists_are_stored_once()
    {
        NeutralMap twice = s_neutral with { Functions = [.. s_neutral.Functions, .. s_neutral.Functions] };
        // Only the functions (24 bytes) and sites (12 bytes) themselves grow.
        Assert.Equal(s_neutral.Write().Length + 3 * 24 + 4 * 12, twice.Write().Length);
    }

    [Fact]
    public void The_layout_is_the_documented_one()
    {
        byte[] n = s_neutral.Write(), i = s_isa.Write();
        Assert.Equal("PCMAP\0\u0002\0"u8, n.AsSpan(0, 8));
        Assert.Equal([3, 4, 40, 40 + 72, 40 + 72 + 48], Words(n, 8, 5));
        Assert.Equal((uint)n.Length, Words(n, 36, 1)[0]);
        Assert.Equal("PCISA\0\u0001\0"u8, i.AsSpan(0, 8));
        Assert.Equal([62, 6, 48, 60, 84, 156, 2, 156 + 144], Words(i, 8, 8));
        Assert.Equal((uint)i.Length, Words(i, 40, 1)[0]);
        Assert.Equal(0x80000001u, Words(i, 84 + 5 * 12, 1)[0]);
        // Rule 0: CFA rsp+16, two registers, offsets in units of 4 bytes.
        Assert.Equal<byte>([7, 2, 0, 0, 16, 0, 0, 0, 3, 16], i.AsSpan(156, 10).ToArray());
        Assert.Equal<byte>([0xfc, 0xff, 0xfe, 0xff], i.AsSpan(156 + 28, 4).ToArray());
    }

    [Fact]
    public void Damaged_maps_are_errors()
    {
        byte[] n = s_neutral.Write(), i = s_isa.Write();
        foreach (byte[] damaged in Damage(n))
        {
            if (NeutralMap.Read(damaged, out string? error) is null) Assert.NotNull(error);
        }
        foreach (byte[] damaged in Damage(i))
        {
            if (IsaMap.Read(damaged, s_neutral, out string? error) is null) Assert.NotNull(error);
        }
    }

    [Fact]
    public void Sites_read_back_as_written_and_damage_is_an_error()
    {
        SiteEntry[] sites = [new(3, SiteKind.Call, [0, 1, 3]), new(70000, SiteKind.Poll, []), new(0, SiteKind.NoReturn, [6])];
        byte[] one = SiteTable.Write(5, s_units, false, sites), two = SiteTable.Write(6, [], true, []);
        IReadOnlyList<SiteFunction>? read = SiteTable.Read([.. one, .. two], out string? error);
        Assert.Null(error);
        Assert.Equal([5u, 6u], read!.Select(f => f.Ordinal));
        Assert.Equal([0, one.Length], read!.Select(f => f.Offset));
        Assert.Equal(one, SiteTable.Write(5, read![0].Units, read[0].RecordInMemory, read[0].Sites));
        Assert.Equal(two, SiteTable.Write(6, read[1].Units, read[1].RecordInMemory, read[1].Sites));
        foreach (byte[] damaged in Damage(one)) SiteTable.Read(damaged, out _);
    }

    [Fact]
    public void A_unit_that_is_no_value_is_refused()
    {
        byte[] bytes = SiteTable.Write(0, s_units, false, [new(1, SiteKind.Call, [2])]);
        Assert.Null(SiteTable.Read(bytes, out string? error));
        Assert.Equal("the entry at offset 0 is malformed", error);
    }

    [Fact]
    public void Numbers_survive_LEB128()
    {
        long[] values = [0, 1, -1, 63, 64, -64, -65, 127, 128, int.MaxValue, int.MinValue, long.MaxValue, long.MinValue];
        ByteWriter w = new();
        foreach (long v in values)
        {
            w.Sleb(v);
            w.Uleb((ulong)v);
        }
        ByteReader r = new(w.Written);
        foreach (long v in values)
        {
            Assert.Equal(v, r.Sleb());
            Assert.Equal((ulong)v, r.Uleb());
        }
        Assert.True(r.AtEnd && !r.Failed);
    }

    [Fact]
    public void LLVM_stack_maps_are_read_with_their_constants()
    {
        byte[] bytes = StackMapSection();
        LlvmStackMap map = LlvmStackMap.Read([.. bytes, .. bytes], out string? error)!;
        Assert.Null(error);
        Assert.Equal(2, map.Functions.Count);
        StackMapFunction f = map.Functions[1];
        Assert.Equal((bytes.Length + 16, 24ul), (f.AddressOffset, f.StackSize));
        Assert.Equal([new(StackMapLocationKind.Indirect, 8, 7, -8), new StackMapLocation(StackMapLocationKind.Constant, 8, 0, 0x123456789abc)], f.Records[0].DeoptOperands()!);
        foreach (byte[] damaged in Damage(bytes)) LlvmStackMap.Read(damaged, out _)?.Functions.SelectMany(x => x.Records).Select(x => x.DeoptOperands()).Count();
    }

    [Fact]
    public void Call_frame_programs_give_the_rule_at_each_address()
    {
        // CIE: x86-64 as LLVM makes it. FDE: push rbp; mov rbp, rsp (at 1 and 4), saved rbx; remembered epilogue and what follows it.
        byte[] cie = [0x14, 0, 0, 0, 0, 0, 0, 0, 1, (byte)'z', (byte)'R', 0, 1, 0x78, 0x10, 1, 0x1b, 0x0c, 7, 8, 0x90, 1, 0, 0];
        byte[] program = [0x41, 0x0e, 16, 0x86, 2, 0x43, 0x0d, 6, 0x83, 3, 0x4a, 0x0a, 0xc6, 0x0c, 7, 8, 0x41, 0x0b, 0, 0, 0];
        byte[] fde = [(byte)(13 + program.Length), 0, 0, 0, 28, 0, 0, 0, 0, 0, 0, 0, 40, 0, 0, 0, 0, .. program];
        EhFrame frame = EhFrame.Read(new byte[][] { cie, fde }.SelectMany(b => b).ToArray(), out string? error)!;
        Assert.Null(error);
        FrameFde f = frame.Fdes.Single();
        Assert.Equal((40ul, 32), (f.Range, f.PcOffset));
        Assert.Equal(["cfa=rsp+8 ra@-8", "cfa=rsp+16 rbp@-16 ra@-8", "cfa=rbp+16 rbx@-24 rbp@-16 ra@-8", "cfa=rsp+8 rbx@-24 ra@-8", "cfa=rbp+16 rbx@-24 rbp@-16 ra@-8"],
            new ulong[] { 0, 1, 4, 14, 15 }.Select(pc => MapDump.Describe(FrameProgram.RuleAt(f, pc, out _)!, 62)));
        byte[] whole = [.. cie, .. fde];
        foreach (byte[] damaged in Damage(whole))
        {
            foreach (FrameFde d in EhFrame.Read(damaged, out _)?.Fdes ?? []) FrameProgram.RuleAt(d, 20, out _);
        }
    }

    [Fact]
    public void Rules_that_do_not_fit_say_why()
    {
        Assert.Null(s_rules[1].WhyItDoesNotFit());
        Assert.Contains("no multiple of 4", new UnwindRule(7, 8, [new(3, -18)]).WhyItDoesNotFit(), StringComparison.Ordinal);
        Assert.Contains("too far", new UnwindRule(7, 8, [new(3, -200000)]).WhyItDoesNotFit(), StringComparison.Ordinal);
        Assert.Contains("at most 20", new UnwindRule(7, 8, [.. Enumerable.Range(0, 21).Select(i => new SavedRegister((byte)i, 0))]).WhyItDoesNotFit(), StringComparison.Ordinal);
    }

    private static ValueLocation Register(byte size, byte number) => new(LocationKind.Register, size, number, 0);

    private static uint[] Words(byte[] bytes, int offset, int count) => [.. Enumerable.Range(0, count).Select(i => BitConverter.ToUInt32(bytes, offset + 4 * i))];

    /// <summary>Every bit of every byte flipped, and every prefix.</summary>
    private static IEnumerable<byte[]> Damage(byte[] good)
    {
        for (int i = 0; i < good.Length * 8; i++)
        {
            byte[] bad = [.. good];
            bad[i / 8] ^= (byte)(1 << (i % 8));
            yield return bad;
        }
        for (int i = 0; i < good.Length; i++) yield return good[..i];
    }

    private static byte[] StackMapSection()
    {
        ByteWriter w = new();
        w.U32(3);
        w.U32(1);
        w.U32(1);
        w.U32(1);
        w.U64(0);
        w.U64(24);
        w.U64(1);
        w.U64(0x123456789abc);
        w.U64(0x500001);
        w.U32(20);
        w.U16(0);
        w.U16(5);
        foreach (int constant in (int[])[0, 0, 2]) Location(4, 8, 0, constant);
        Location(3, 8, 7, -8);
        Location(5, 8, 0, 0);
        w.Align(8);
        w.U32(0);
        w.Align(8);
        return w.ToArray();

        void Location(byte kind, ushort size, ushort register, int value)
        {
            w.U8(kind);
            w.U8(0);
            w.U16(size);
            w.U16(register);
            w.U16(0);
            w.U32((uint)value);
        }
    }
}
