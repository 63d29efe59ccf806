// The head of `__popcorn_isa_map` and its entries one by one, for who wants one function of thousands. docs/stackmap-format.md, section 3.
namespace PopcornCC.StackMap;

/// <summary>A return address as it stands in the map; <paramref name="Places"/> is an offset in the pool of locations.</summary>
public readonly record struct IsaMapEntry(uint Address, bool IsResumeCall, uint Target, uint Places, ushort Rule, bool RecordInMemory);

/// <summary>Where the parts of a map are; checked against its size.</summary>
public readonly record struct IsaMapHeader(ushort Machine, int Returns, int Rules, uint ResumeAt, uint AddressesAt, uint SitesAt, uint RulesAt, uint PoolAt, uint Total)
{
    /// <summary>Reads the head of a map of a program with so many functions; on damage returns null and says what is wrong.</summary>
    public static IsaMapHeader? Read(ReadOnlySpan<byte> map, int functions, out string? error)
    {
        error = "not a stack map of version 1";
        if (map.Length < IsaMap.HeaderSize || !map.StartsWith(IsaMap.Magic)) return null;
        error = "the map is cut short or damaged";
        ByteReader h = new(map);
        h.Skip(8);
        uint machine = h.U32(), count = h.U32(), resumeAt = h.U32(), addressAt = h.U32(), siteAt = h.U32(), ruleAt = h.U32(), ruleCount = h.U32();
        uint poolAt = h.U32(), total = h.U32();
        if (total > map.Length || machine > ushort.MaxValue) return null;
        if (resumeAt + functions * 4L > total || addressAt + count * 4L > total || siteAt + (long)count * IsaMap.SiteSize > total) return null;
        if (ruleAt + (long)ruleCount * UnwindRule.Size > total || poolAt > total) return null;
        error = null;
        return new IsaMapHeader((ushort)machine, (int)count, (int)ruleCount, resumeAt, addressAt, siteAt, ruleAt, poolAt, total);
    }

    /// <summary>The resume entry of a function, by its index in the neutral map.</summary>
    public uint ResumeEntry(ReadOnlySpan<byte> map, int function)
    {
        ByteReader r = new(map);
        r.Seek(ResumeAt + (long)function * 4);
        return r.U32();
    }

    /// <summary>A return address by its place.</summary>
    public IsaMapEntry Entry(ReadOnlySpan<byte> map, int index)
    {
        ByteReader a = new(map), s = new(map);
        a.Seek(AddressesAt + (long)index * 4);
        s.Seek(SitesAt + (long)index * IsaMap.SiteSize);
        uint target = s.U32(), places = s.U32();
        ushort rule = s.U16();
        return new IsaMapEntry(a.U32(), (target & IsaMap.ResumeBit) != 0, target & ~IsaMap.ResumeBit, places, rule, (s.U16() & 1) != 0);
    }

    /// <summary>An unwind rule; null when it is damaged.</summary>
    public UnwindRule? Rule(ReadOnlySpan<byte> map, int index) =>
        index < Rules ? UnwindRule.Read(map.Slice((int)RulesAt + index * UnwindRule.Size, UnwindRule.Size)) : null;

    /// <summary>Where the values of a return address are; null when that is damaged or their sizes are others.</summary>
    public ValueLocation[]? Locations(ReadOnlySpan<byte> map, IsaMapEntry entry, IReadOnlyList<int> sizes)
    {
        ByteReader l = new(map[..(int)Total]);
        l.Seek((long)PoolAt + entry.Places);
        ValueLocation[] locations = new ValueLocation[sizes.Count];
        for (int k = 0; k < locations.Length; k++)
        {
            if (!ValueLocation.Read(ref l, out locations[k]) || locations[k].Size != sizes[k]) return null;
        }
        return locations;
    }
}
