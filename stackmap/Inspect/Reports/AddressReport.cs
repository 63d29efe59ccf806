// `map`: what is at an address, on each ISA: section, function or object, source line, site.
using PopcornCC.StackMap;

namespace PopcornCC.Inspect;

/// <summary>The site that an address belongs to: exactly its return address, or the next one at or behind the address in the same function.</summary>
public sealed record AddressSite(string Function, int? Site, int Line, string Kind, Address Return, bool IsExact);

/// <summary>An address on one ISA.</summary>
public sealed record AddressRow(string Isa, string? Section, string? Symbol, ulong? Offset, string? Source, int? Line, AddressSite? Site);

/// <summary>The answer of `map`.</summary>
public sealed record AddressReport(Address Address, IReadOnlyList<AddressRow> Isas) : FileReport
{
    public static AddressReport? Read(InspectedFile file, ulong address, out string? error)
    {
        error = "an object's functions get their addresses when it is linked into a program";
        if (!file.IsExecutable) return null;
        ProgramMaps? maps = ProgramMaps.Open(file, out _);
        List<AddressRow> rows = [];
        foreach (Half half in file.Halves)
        {
            HalfSection? section = half.SectionAt(address);
            HalfSymbol? symbol = section is null ? null : half.Symbols.Containing(address);
            bool code = half.Code(address).Length > 0;
            AddressSite? site = code && maps is not null ? Site(half, maps, address, symbol) : null;
            (string? source, int? line) = code ? SourceLines.Find(half, address) : (null, null);
            if (source is null && site is { IsExact: true } && maps!.ReturnAt(half, address) is { } exact && maps.Read(exact.Function) is { } owner) source = owner.Function.File;
            rows.Add(new AddressRow(half.Target.Key, section?.Name, symbol is { } s ? half.Symbols.Name(s) : null, symbol is { } t ? address - t.Address : null,
                source, line ?? (site is { IsExact: true, Line: > 0 } ? site.Line : null), site));
        }
        error = null;
        return new AddressReport(new Address(address), rows);
    }

    private static AddressSite? Site(Half half, ProgramMaps maps, ulong address, HalfSymbol? symbol)
    {
        ulong end = symbol is { } s ? s.Address + s.Size : address;
        foreach (ulong at in maps.ReturnAddresses(half).Where(a => a >= address && a <= end))
        {
            if (maps.ReturnAt(half, at) is not { } found || maps.Read(found.Function) is not { } owner) return null;
            MapSite? site = found.Site is { } n && n < owner.Function.Sites.Count ? owner.Function.Sites[(int)n] : null;
            return new AddressSite(owner.Function.Name, (int?)found.Site, site?.Line ?? 0, site is null ? "resume" : SitesReport.NameOf(site.Kind), new Address(at), at == address);
        }
        return null;
    }
}
