// The stack maps of an executable, read function by function: the tables' heads are checked once, and of the rest only what is asked for is decoded.
using System.Text;
using PopcornCC.StackMap;

namespace PopcornCC.Inspect;

/// <summary>A return address of a function, on one ISA; <paramref name="Site"/> is the site's number in the function, null for the resume call.</summary>
public sealed record FunctionReturn(Half Half, ulong Address, uint? Site, UnwindRule Rule, bool RecordInMemory, IReadOnlyList<ValueLocation> Locations);

/// <summary>A function with sites: its place in the map and what the map says.</summary>
public sealed record SiteOwner(int Index, uint FirstSite, MapFunction Function);

/// <summary>The maps of a program's halves.</summary>
public sealed class ProgramMaps
{
    private readonly ReadOnlyMemory<byte> _neutral;
    private readonly NeutralMapHeader _header;
    private readonly List<(Half Half, ReadOnlyMemory<byte> Bytes, IsaMapHeader Header)> _isas = [];

    private ProgramMaps(ReadOnlyMemory<byte> neutral, NeutralMapHeader header)
    {
        _neutral = neutral;
        _header = header;
    }

    public int FunctionCount => _header.Functions;

    public uint SiteCount => _header.Sites;

    /// <summary>The halves that have a map, and its head.</summary>
    public IEnumerable<(Half Half, IsaMapHeader Header)> Isas => _isas.Select(i => (i.Half, i.Header));

    /// <summary>Opens the maps of an executable; null with the reason when they are missing or damaged.</summary>
    public static ProgramMaps? Open(InspectedFile file, out string? error)
    {
        error = "it has no stack map (.popcorn.map)";
        if (file.Halves.Count == 0 || file.Halves[0].Find(".popcorn.map") is null) return null;
        ReadOnlyMemory<byte> neutral = file.Halves[0].Content(".popcorn.map");
        if (NeutralMapHeader.Read(neutral.Span, out error) is not { } header) return null;
        ProgramMaps maps = new(neutral, header);
        foreach (Half half in file.Halves)
        {
            ReadOnlyMemory<byte> bytes = half.Content(".popcorn.isa_map");
            if (IsaMapHeader.Read(bytes.Span, header.Functions, out error) is not { } isa)
            {
                error = $"{half.Target.Name}: {error}";
                return null;
            }
            maps._isas.Add((half, bytes, isa));
        }
        error = null;
        return maps;
    }

    /// <summary>A function's address, without reading the rest of it.</summary>
    public uint Address(int index) => _header.Entry(_neutral.Span, index).Address;

    /// <summary>The number of a function's sites, without reading them.</summary>
    public uint Sites(int index) => _header.Entry(_neutral.Span, index).Count;

    /// <summary>Where a function's resume copy is entered on a half.</summary>
    public ulong ResumeEntry(Half half, int index) => _isas.Where(i => i.Half == half).Select(i => (ulong)i.Header.ResumeEntry(i.Bytes.Span, index)).FirstOrDefault();

    /// <summary>The functions of a name: local ones may share it.</summary>
    public IReadOnlyList<int> Named(string name)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(name);
        List<int> found = [];
        for (int f = 0; f < _header.Functions; f++)
        {
            if (_header.IsNamed(_neutral.Span, f, utf8)) found.Add(f);
        }
        return found;
    }

    /// <summary>The function that begins at an address, or null.</summary>
    public int? At(ulong address)
    {
        for (int f = 0; f < _header.Functions; f++)
        {
            if (Address(f) == address) return f;
        }
        return null;
    }

    /// <summary>Reads a function; null when the map is damaged there.</summary>
    public SiteOwner? Read(int index) =>
        NeutralMap.ReadFunction(_neutral.Span, _header, index) is { } function ? new SiteOwner(index, _header.Entry(_neutral.Span, index).FirstSite, function) : null;

    /// <summary>Every function in turn; null in place of a damaged one.</summary>
    public IEnumerable<SiteOwner?> All() => Enumerable.Range(0, _header.Functions).Select(Read);

    /// <summary>How many return addresses each function has, on all ISAs together.</summary>
    public uint[] CountReturns()
    {
        uint[] counts = new uint[_header.Functions];
        uint[] owner = new uint[_header.Sites];
        for (int f = 0; f < _header.Functions; f++)
        {
            NeutralMapEntry e = _header.Entry(_neutral.Span, f);
            for (ulong s = e.FirstSite; s < Math.Min((ulong)e.FirstSite + e.Count, _header.Sites); s++) owner[s] = (uint)f;
        }
        foreach ((_, ReadOnlyMemory<byte> bytes, IsaMapHeader header) in _isas)
        {
            for (int i = 0; i < header.Returns; i++)
            {
                IsaMapEntry e = header.Entry(bytes.Span, i);
                if (e.IsResumeCall ? e.Target < counts.Length : e.Target < owner.Length) counts[e.IsResumeCall ? e.Target : owner[e.Target]]++;
            }
        }
        return counts;
    }

    /// <summary>A function's return addresses on both ISAs, ascending on each; null with the reason when a map is damaged there.</summary>
    public IReadOnlyList<FunctionReturn>? Returns(SiteOwner owner, out string? error)
    {
        List<FunctionReturn> found = [];
        foreach ((Half half, ReadOnlyMemory<byte> bytes, IsaMapHeader header) in _isas)
        {
            for (int i = 0; i < header.Returns; i++)
            {
                IsaMapEntry e = header.Entry(bytes.Span, i);
                if (e.IsResumeCall ? e.Target != owner.Index : e.Target - owner.FirstSite >= owner.Function.Sites.Count) continue;
                uint? site = e.IsResumeCall ? null : e.Target - owner.FirstSite;
                error = $"{half.Target.Name}: the stack map is damaged at the return address 0x{e.Address:x}";
                IReadOnlyList<int> sizes = site is { } s ? owner.Function.SiteOperandSizes((int)s, e.RecordInMemory) : owner.Function.ResumeOperandSizes(e.RecordInMemory);
                if (header.Rule(bytes.Span, e.Rule) is not { } rule || header.Locations(bytes.Span, e, sizes) is not { } places) return null;
                found.Add(new FunctionReturn(half, e.Address, site, rule, e.RecordInMemory, places));
            }
        }
        error = null;
        return found;
    }

    /// <summary>All return addresses of a half, ascending.</summary>
    public IEnumerable<ulong> ReturnAddresses(Half half)
    {
        foreach ((Half _, ReadOnlyMemory<byte> bytes, IsaMapHeader header) in _isas.Where(i => i.Half == half))
        {
            for (int i = 0; i < header.Returns; i++) yield return header.Entry(bytes.Span, i).Address;
        }
    }

    /// <summary>The return address at exactly this address on a half: the function's index and the site's number over the whole map, or null.</summary>
    public (int Function, uint? Site)? ReturnAt(Half half, ulong address)
    {
        foreach ((Half _, ReadOnlyMemory<byte> bytes, IsaMapHeader header) in _isas.Where(i => i.Half == half))
        {
            for (int i = 0; i < header.Returns; i++)
            {
                IsaMapEntry e = header.Entry(bytes.Span, i);
                if (e.Address != address) continue;
                if (e.IsResumeCall) return e.Target < _header.Functions ? ((int)e.Target, null) : null;
                for (int f = 0; f < _header.Functions; f++)
                {
                    NeutralMapEntry owner = _header.Entry(_neutral.Span, f);
                    if (e.Target - owner.FirstSite < owner.Count) return (f, e.Target - owner.FirstSite);
                }
            }
        }
        return null;
    }
}
