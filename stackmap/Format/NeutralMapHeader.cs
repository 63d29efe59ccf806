// The head of `__popcorn_map` and its table of functions, for who wants one function of thousands: the rest of the map is not touched.
// docs/stackmap-format.md, section 2.
namespace PopcornCC.StackMap;

/// <summary>Where the parts of a map are; checked against its size.</summary>
public readonly record struct NeutralMapHeader(int Functions, uint Sites, uint FunctionsAt, uint SitesAt, uint UnitsAt, uint NamesAt, uint TypesAt, uint Total)
{
    /// <summary>Reads the head of a map; on damage returns null and says what is wrong.</summary>
    public static NeutralMapHeader? Read(ReadOnlySpan<byte> map, out string? error)
    {
        error = "not a stack map of version 2";
        if (map.Length < NeutralMap.HeaderSize || !map.StartsWith(NeutralMap.Magic)) return null;
        error = "the map is cut short or damaged";
        ByteReader h = new(map);
        h.Skip(8);
        uint functions = h.U32(), sites = h.U32();
        uint functionsAt = h.U32(), sitesAt = h.U32(), unitsAt = h.U32(), namesAt = h.U32(), typesAt = h.U32(), total = h.U32();
        if (total > map.Length || functionsAt + (long)functions * NeutralMap.FunctionSize > total || sitesAt + (long)sites * NeutralMap.SiteSize > total) return null;
        error = null;
        return new NeutralMapHeader((int)functions, sites, functionsAt, sitesAt, unitsAt, namesAt, typesAt, total);
    }

    /// <summary>A function's entry, as it stands in the map.</summary>
    public NeutralMapEntry Entry(ReadOnlySpan<byte> map, int index)
    {
        ByteReader r = new(map);
        r.Seek(FunctionsAt + (long)index * NeutralMap.FunctionSize);
        return new NeutralMapEntry(r.U32(), r.U32(), r.U32(), r.U16(), r.U16(), r.U32(), r.U32());
    }

    /// <summary>Whether the function has this name (UTF-8): compared in place.</summary>
    public bool IsNamed(ReadOnlySpan<byte> map, int index, ReadOnlySpan<byte> name)
    {
        long at = (long)NamesAt + Entry(map, index).Name;
        if (at + name.Length >= Total) return false;
        ReadOnlySpan<byte> text = map[(int)at..(int)Total];
        return text.StartsWith(name) && text[name.Length] == 0;
    }
}

/// <summary>A function's entry. <paramref name="Name"/> and <paramref name="Types"/> are offsets in their parts.</summary>
public readonly record struct NeutralMapEntry(uint Address, uint FirstSite, uint Count, ushort Units, ushort Flags, uint Name, uint Types);
