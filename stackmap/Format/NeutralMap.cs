// `__popcorn_map`: the neutral part of the compact maps, one copy for all ISAs. docs/stackmap-format.md, section 2.
namespace PopcornCC.StackMap;

/// <summary>A site: the units live there, its line (0: not known; 65535: more) and kind.</summary>
public sealed record MapSite(IReadOnlyList<ushort> Units, ushort Line, SiteKind Kind);

/// <summary>A function with sites. Its sites' numbers are their places in the list.</summary>
public sealed record MapFunction(uint Address, string Name, bool RecordInMemory, IReadOnlyList<UnitType> Units, IReadOnlyList<MapSite> Sites, string File = "")
{
    /// <summary>Sizes in bytes of the operands whose locations the ISA map gives at site <paramref name="number"/>: of its values, or of the record's address.</summary>
    public IReadOnlyList<int> SiteOperandSizes(int number, bool inMemory) =>
        inMemory ? [8] : [.. Sites[number].Units.Select(u => Units[u].Size())];

    /// <summary>The same for the resume call inside the function's resume copy: the site number, then every value of the record or its address.</summary>
    public IReadOnlyList<int> ResumeOperandSizes(bool inMemory) => inMemory ? [8, 8] : [8, .. UnitTypes.Values(Units).Select(u => Units[u].Size())];
}

/// <summary>The map: functions ascending by address.</summary>
public sealed record NeutralMap(IReadOnlyList<MapFunction> Functions)
{
    internal const int HeaderSize = 40;
    internal const int FunctionSize = 24;
    internal const int SiteSize = 12;

    /// <summary>`PCMAP\0` and version 2.</summary>
    internal static ReadOnlySpan<byte> Magic => "PCMAP\0\u0002\0"u8;

    /// <summary>Writes the map; the same map always gives the same bytes.</summary>
    public byte[] Write()
    {
        ByteWriter functions = new(), sites = new();
        BytePool units = new(), names = new(), types = new();
        uint siteCount = 0;
        for (int f = 0; f < Functions.Count; f++)
        {
            MapFunction function = Functions[f];
            functions.U32(function.Address);
            functions.U32(siteCount);
            functions.U32((uint)function.Sites.Count);
            functions.U16((ushort)function.Units.Count);
            functions.U16(function.RecordInMemory ? (ushort)1 : (ushort)0);
            uint file = names.Add([.. System.Text.Encoding.UTF8.GetBytes(function.File), 0]);
            byte[] fileOffset = new byte[4];
            System.Buffers.Binary.BinaryPrimitives.WriteUInt32LittleEndian(fileOffset, file);
            functions.U32(names.Add([.. System.Text.Encoding.UTF8.GetBytes(function.Name), 0, .. fileOffset]));
            functions.U32(types.Add([.. function.Units.Select(u => (byte)u)]));
            siteCount += (uint)function.Sites.Count;
            foreach (MapSite site in function.Sites)
            {
                ByteWriter list = new();
                list.Uleb((ulong)site.Units.Count);
                foreach (ushort u in site.Units) list.Uleb(u);
                sites.U32((uint)f);
                sites.U32(units.Add(list.ToArray()));
                sites.U16(site.Line);
                sites.U8((byte)site.Kind);
                sites.U8(0);
            }
        }
        ByteWriter w = new();
        w.Bytes(Magic);
        w.U32((uint)Functions.Count);
        w.U32(siteCount);
        int offset = HeaderSize;
        foreach (int length in (ReadOnlySpan<int>)[functions.Length, sites.Length, units.Length, names.Length, types.Length])
        {
            w.U32((uint)offset);
            offset += length;
        }
        w.U32((uint)offset);
        w.Bytes(functions.Written);
        w.Bytes(sites.Written);
        w.Bytes(units.Written);
        w.Bytes(names.Written);
        w.Bytes(types.Written);
        return w.ToArray();
    }

    /// <summary>Reads a map; on damage returns null and says what is wrong.</summary>
    public static NeutralMap? Read(ReadOnlySpan<byte> map, out string? error)
    {
        if (NeutralMapHeader.Read(map, out error) is not { } header) return null;
        error = "the map is cut short or damaged";
        MapFunction[] functions = new MapFunction[header.Functions];
        uint nextSite = 0;
        for (int f = 0; f < functions.Length; f++)
        {
            if (header.Entry(map, f).FirstSite != nextSite || ReadFunction(map, header, f) is not { } function) return null;
            nextSite += (uint)function.Sites.Count;
            functions[f] = function;
        }
        if (nextSite != header.Sites) return null;
        error = null;
        return new NeutralMap(functions);
    }

    /// <summary>Reads one function without looking at the others; null when it is damaged.</summary>
    public static MapFunction? ReadFunction(ReadOnlySpan<byte> map, NeutralMapHeader header, int index)
    {
        map = map[..(int)header.Total];
        NeutralMapEntry e = header.Entry(map, index);
        if (e.FirstSite > header.Sites || e.Count > header.Sites - e.FirstSite || e.Flags > 1) return null;
        if (ReadTypes(map, (long)header.TypesAt + e.Types, e.Units) is not { } unitTypes) return null;
        ByteReader n = new(map);
        n.Seek((long)header.NamesAt + e.Name);
        string text = n.CString();
        uint fileOffset = n.U32();
        n.Seek((long)header.NamesAt + fileOffset);
        string file = n.CString();
        if (n.Failed) return null;
        MapSite[] sites = new MapSite[e.Count];
        for (int s = 0; s < sites.Length; s++)
        {
            if (ReadSite(map, header.SitesAt + (e.FirstSite + (uint)s) * (long)SiteSize, header.UnitsAt, (uint)index, unitTypes) is not { } site) return null;
            sites[s] = site;
        }
        return new MapFunction(e.Address, text, e.Flags == 1, unitTypes, sites, file);
    }

    private static UnitType[]? ReadTypes(ReadOnlySpan<byte> map, long offset, int count)
    {
        ByteReader r = new(map);
        r.Seek(offset);
        if (r.Failed || count > r.Remaining) return null;
        UnitType[] types = new UnitType[count];
        for (int i = 0; i < count; i++) types[i] = (UnitType)r.U8();
        return UnitTypes.AreValid(types) ? types : null;
    }

    private static MapSite? ReadSite(ReadOnlySpan<byte> map, long offset, uint unitsAt, uint function, UnitType[] types)
    {
        ByteReader r = new(map);
        r.Seek(offset);
        uint owner = r.U32(), list = r.U32();
        ushort line = r.U16();
        byte kind = r.U8();
        if (owner != function || kind > (byte)SiteKind.Setjmp || r.U8() != 0) return null;
        ByteReader u = new(map);
        u.Seek((long)unitsAt + list);
        ulong count = u.Uleb();
        if (count > (ulong)types.Length) return null;
        ushort[] units = new ushort[count];
        for (int i = 0; i < units.Length; i++)
        {
            ulong unit = u.Uleb();
            if (unit >= (ulong)types.Length || types[unit].Size() == 0) return null;
            units[i] = (ushort)unit;
        }
        return r.Failed || u.Failed ? null : new MapSite(units, line, (SiteKind)kind);
    }
}

/// <summary>Byte strings one after another, equal ones stored once; offsets in order of first use.</summary>
internal sealed class BytePool
{
    private readonly ByteWriter _data = new();
    private readonly Dictionary<string, uint> _known = new(StringComparer.Ordinal);

    public int Length => _data.Length;

    public ReadOnlySpan<byte> Written => _data.Written;

    public uint Add(ReadOnlySpan<byte> bytes)
    {
        // Latin-1 maps each byte to one character, so the string is the bytes with a hash and equality of their own.
        string key = System.Text.Encoding.Latin1.GetString(bytes);
        if (_known.TryGetValue(key, out uint offset)) return offset;
        offset = (uint)_data.Length;
        _known.Add(key, offset);
        _data.Bytes(bytes);
        return offset;
    }
}
