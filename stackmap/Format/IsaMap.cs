// `__popcorn_isa_map`: what differs by ISA: return addresses, unwind rules and where each value is. docs/stackmap-format.md, section 3.
namespace PopcornCC.StackMap;

/// <summary>How a value is found.</summary>
public enum LocationKind : byte
{
    Register = 0,
    Memory = 1,
    Frame = 2,
    Constant = 3,
    WideConstant = 4,
    FrameAddress = 5,
    MemoryAddress = 6,
}

/// <summary>
/// Where a value of <paramref name="Size"/> bytes is: in a register; at register + <paramref name="Value"/>; at CFA + value; the value itself; or, for the
/// address of an object on the native stack, CFA + value or register + value.
/// </summary>
public readonly record struct ValueLocation(LocationKind Kind, byte Size, byte Register, long Value)
{
    internal static byte SizeCode(int size) => size switch
    {
        4 => 0,
        8 => 1,
        16 => 2,
        1 => 3,
        2 => 4,
        _ => throw new ArgumentOutOfRangeException(nameof(size)),
    };

    internal void Write(ByteWriter w)
    {
        w.U8((byte)((byte)Kind | SizeCode(Size) << 4));
        switch (Kind)
        {
            case LocationKind.Register:
                w.U8(Register);
                break;
            case LocationKind.Memory or LocationKind.MemoryAddress:
                w.U8(Register);
                w.Sleb(Value);
                break;
            case LocationKind.Frame or LocationKind.FrameAddress or LocationKind.Constant:
                w.Sleb(Value);
                break;
            case LocationKind.WideConstant:
                w.U64((ulong)Value);
                break;
        }
    }

    internal static bool Read(ref ByteReader r, out ValueLocation location)
    {
        byte head = r.U8();
        location = default;
        ReadOnlySpan<byte> sizes = [4, 8, 16, 1, 2];
        if (head >> 4 >= sizes.Length || (head & 15) > (byte)LocationKind.MemoryAddress) return false;
        LocationKind kind = (LocationKind)(head & 15);
        byte register = kind is LocationKind.Register or LocationKind.Memory or LocationKind.MemoryAddress ? r.U8() : (byte)0;
        long value = kind switch
        {
            LocationKind.Register => 0,
            LocationKind.WideConstant => (long)r.U64(),
            _ => r.Sleb(),
        };
        location = new ValueLocation(kind, sizes[head >> 4], register, value);
        return !r.Failed;
    }
}

/// <summary>
/// One return address. <paramref name="Target"/> is the site (counted over the whole neutral map), or for a resume call the function's index.
/// With <paramref name="RecordInMemory"/> the values are in memory in the form of a record, whose address takes their place.
/// </summary>
public sealed record ReturnAddress(uint Address, bool IsResumeCall, uint Target, int Rule, bool RecordInMemory, IReadOnlyList<ValueLocation> Locations);

/// <summary>One ISA's map; return addresses ascend.</summary>
public sealed record IsaMap(ushort Machine, IReadOnlyList<uint> ResumeEntries, IReadOnlyList<ReturnAddress> Returns, IReadOnlyList<UnwindRule> Rules)
{
    internal const int HeaderSize = 48;
    internal const int SiteSize = 12;
    internal const uint ResumeBit = 0x80000000;

    /// <summary>`PCISA\0` and version 1.</summary>
    internal static ReadOnlySpan<byte> Magic => "PCISA\0\u0001\0"u8;

    /// <summary>Writes the map; the same map always gives the same bytes.</summary>
    public byte[] Write()
    {
        ByteWriter addresses = new(), sites = new(), rules = new();
        BytePool locations = new();
        foreach (ReturnAddress r in Returns)
        {
            ByteWriter list = new();
            foreach (ValueLocation l in r.Locations) l.Write(list);
            addresses.U32(r.Address);
            sites.U32(r.IsResumeCall ? r.Target | ResumeBit : r.Target);
            sites.U32(locations.Add(list.Written));
            sites.U16((ushort)r.Rule);
            sites.U16(r.RecordInMemory ? (ushort)1 : (ushort)0);
        }
        foreach (UnwindRule r in Rules) r.Write(rules);

        ByteWriter w = new();
        int resume = HeaderSize, address = resume + ResumeEntries.Count * 4, site = address + addresses.Length;
        int rule = site + sites.Length, pool = rule + rules.Length;
        w.Bytes(Magic);
        w.U32(Machine);
        w.U32((uint)Returns.Count);
        w.U32((uint)resume);
        w.U32((uint)address);
        w.U32((uint)site);
        w.U32((uint)rule);
        w.U32((uint)Rules.Count);
        w.U32((uint)pool);
        w.U32((uint)(pool + locations.Length));
        w.U32(0);
        foreach (uint entry in ResumeEntries) w.U32(entry);
        w.Bytes(addresses.Written);
        w.Bytes(sites.Written);
        w.Bytes(rules.Written);
        w.Bytes(locations.Written);
        return w.ToArray();
    }

    /// <summary>Reads a map, whose operand counts follow from the neutral map; on damage returns null and says what is wrong.</summary>
    public static IsaMap? Read(ReadOnlySpan<byte> map, NeutralMap neutral, out string? error)
    {
        int functions = neutral.Functions.Count;
        if (IsaMapHeader.Read(map, functions, out error) is not { } header) return null;
        error = "the map is cut short or damaged";
        UnwindRule[] rules = new UnwindRule[header.Rules];
        for (int i = 0; i < rules.Length; i++)
        {
            if (header.Rule(map, i) is not { } rule) return null;
            rules[i] = rule;
        }
        uint[] entries = new uint[functions];
        for (int i = 0; i < functions; i++) entries[i] = header.ResumeEntry(map, i);

        List<(MapFunction Function, int Number)> sites = [.. neutral.Functions.SelectMany(f => f.Sites.Select((_, n) => (f, n)))];
        ReturnAddress[] returns = new ReturnAddress[header.Returns];
        for (int i = 0; i < returns.Length; i++)
        {
            IsaMapEntry e = header.Entry(map, i);
            if (e.Rule >= header.Rules || e.Target >= (e.IsResumeCall ? functions : sites.Count)) return null;
            IReadOnlyList<int> sizes = e.IsResumeCall ? neutral.Functions[(int)e.Target].ResumeOperandSizes(e.RecordInMemory)
                : sites[(int)e.Target].Function.SiteOperandSizes(sites[(int)e.Target].Number, e.RecordInMemory);
            if (header.Locations(map, e, sizes) is not { } locations) return null;
            returns[i] = new ReturnAddress(e.Address, e.IsResumeCall, e.Target, e.Rule, e.RecordInMemory, locations);
            if (i > 0 && returns[i].Address <= returns[i - 1].Address) return null;
        }
        error = null;
        return new IsaMap(header.Machine, entries, returns, rules);
    }
}
