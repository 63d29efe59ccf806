// `.popcorn.sites`: what the compiler tells the linker of each function with sites. docs/stackmap-format.md, section 1.
namespace PopcornCC.StackMap;

/// <summary>Type codes of a record's units.</summary>
public enum UnitType : byte
{
    I32 = 1,
    I64 = 2,
    Pointer = 3,
    Float = 4,
    Double = 5,
    Vector = 6,
    VectorUpper = 7,
}

/// <summary>What kind of call a site is.</summary>
public enum SiteKind : byte
{
    Call = 0,
    Poll = 1,
    NoReturn = 2,
    Setjmp = 3,
}

/// <summary>Facts about unit types.</summary>
public static class UnitTypes
{
    /// <summary>Bytes of a value whose first unit has this type; 0 for a vector's second unit and for codes that do not exist.</summary>
    public static int Size(this UnitType type) => type switch
    {
        UnitType.I32 or UnitType.Float => 4,
        UnitType.I64 or UnitType.Pointer or UnitType.Double => 8,
        UnitType.Vector => 16,
        _ => 0,
    };

    /// <summary>Whether the codes form whole values: every vector followed by its second unit and no code unknown.</summary>
    public static bool AreValid(ReadOnlySpan<UnitType> units)
    {
        for (int i = 0; i < units.Length; i++)
        {
            if (units[i].Size() == 0) return false;
            if (units[i] == UnitType.Vector && (++i == units.Length || units[i] != UnitType.VectorUpper)) return false;
        }
        return true;
    }

    /// <summary>The first units of the values a record has, in order.</summary>
    public static IEnumerable<ushort> Values(IReadOnlyList<UnitType> units)
    {
        for (int i = 0; i < units.Count; i++)
        {
            if (units[i] != UnitType.VectorUpper) yield return (ushort)i;
        }
    }
}

/// <summary>A site: its place in the source, its kind, and the units live there.</summary>
public sealed record SiteEntry(uint Line, SiteKind Kind, IReadOnlyList<ushort> Units);

/// <summary>
/// One function's entry. <paramref name="Offset"/> is where the entry starts; the function's address is relocated at that offset and
/// the resume entry's at offset + 8.
/// </summary>
public sealed record SiteFunction(int Offset, int Length, uint Ordinal, IReadOnlyList<UnitType> Units, bool RecordInMemory, IReadOnlyList<SiteEntry> Sites);

/// <summary>A parsed `.popcorn.sites` section.</summary>
public static class SiteTable
{
    /// <summary>The site number in a statepoint's id that marks the resume call.</summary>
    public const uint ResumeSite = 0xFFFFF;

    /// <summary>The bit of a statepoint's id that says its values are in memory, in the form of a record.</summary>
    public const ulong InMemory = 1ul << 52;

    /// <summary>Reads a section; on damage returns null and says what is wrong.</summary>
    public static IReadOnlyList<SiteFunction>? Read(ReadOnlySpan<byte> section, out string? error)
    {
        List<SiteFunction> functions = [];
        ByteReader r = new(section);
        while (!r.AtEnd)
        {
            int start = r.Position;
            r.Skip(16);
            uint ordinal = r.U32(), units = r.U32(), sites = r.U32(), flags = r.U32();
            if (r.Failed || units > ushort.MaxValue || sites >= ResumeSite || units + sites * 8L > r.Remaining)
            {
                error = $"the entry at offset {start} is cut short or its counts are wrong";
                return null;
            }
            UnitType[] types = new UnitType[units];
            for (int i = 0; i < types.Length; i++) types[i] = (UnitType)r.U8();
            r.Align(8);
            SiteEntry[] entries = new SiteEntry[sites];
            bool good = flags <= 1 && UnitTypes.AreValid(types);
            for (int i = 0; i < entries.Length && good; i++) good = ReadSite(ref r, types, out entries[i]);
            if (!good || r.Failed)
            {
                error = $"the entry at offset {start} is malformed";
                return null;
            }
            functions.Add(new SiteFunction(start, r.Position - start, ordinal, types, (flags & 1) != 0, entries));
        }
        error = null;
        return functions;
    }

    /// <summary>Writes one entry, addresses zero; the compiler's own output has the same form.</summary>
    public static byte[] Write(uint ordinal, IReadOnlyList<UnitType> units, bool recordInMemory, IReadOnlyList<SiteEntry> sites)
    {
        ByteWriter w = new();
        w.Zero(16);
        w.U32(ordinal);
        w.U32((uint)units.Count);
        w.U32((uint)sites.Count);
        w.U32(recordInMemory ? 1u : 0u);
        foreach (UnitType t in units) w.U8((byte)t);
        w.Align(8);
        foreach (SiteEntry s in sites)
        {
            w.U32(s.Line);
            w.U8((byte)s.Kind);
            w.U8(0);
            w.U16((ushort)s.Units.Count);
            foreach (ushort u in s.Units) w.U16(u);
            w.Align(8);
        }
        return w.ToArray();
    }

    private static bool ReadSite(ref ByteReader r, UnitType[] types, out SiteEntry entry)
    {
        uint line = r.U32();
        byte kind = r.U8();
        r.Skip(1);
        int count = r.U16();
        entry = new SiteEntry(line, (SiteKind)kind, []);
        if (kind > (byte)SiteKind.Setjmp || count * 2L > r.Remaining) return false;
        ushort[] units = new ushort[count];
        for (int i = 0; i < count; i++)
        {
            units[i] = r.U16();
            if (units[i] >= types.Length || types[units[i]].Size() == 0) return false;
        }
        r.Align(8);
        entry = entry with { Units = units };
        return true;
    }
}
