// Puts messages into the order in which a reader meets their places: preprocessing, parsing, binding and the analyses each go through the whole unit, so what they say comes in batches. A place in a header comes where the
// header was included.
namespace PopcornCC.Compiler.Text;

/// <summary>Sorts diagnostics by place.</summary>
internal sealed class ReadingOrder(SourceManager sources)
{
    private readonly Dictionary<int, int[]> _ways = [];

    /// <summary>The diagnostics by place; those at one place stay in their order, those without a place come first.</summary>
    public IEnumerable<Diagnostic> Sort(IEnumerable<Diagnostic> diagnostics) => diagnostics.OrderBy(d => sources.Outermost(d.Span), Comparer<SourceSpan>.Create(Compare));

    private int Compare(SourceSpan a, SourceSpan b)
    {
        if (a.File == b.File) return a.Point.CompareTo(b.Point);
        if (a.File == 0 || b.File == 0) return a.File.CompareTo(b.File);
        int[] x = WayTo(a.File), y = WayTo(b.File);
        for (int i = 0; ; i++)
        {
            // The way of one may be the beginning of the other's: then its own place counts.
            int p = i < x.Length ? x[i] : i == x.Length ? a.Start : -1, q = i < y.Length ? y[i] : i == y.Length ? b.Start : -1;
            if (p != q || p < 0) return p.CompareTo(q);
        }
    }

    // The number of the outermost file, then the offsets of the include directives on the way in.
    private int[] WayTo(int file)
    {
        if (_ways.TryGetValue(file, out int[]? way)) return way;
        SourceSpan from = sources.Outermost(sources[file]!.IncludedFrom);
        way = from.File == 0 ? [file] : [.. WayTo(from.File), from.Start];
        _ways.Add(file, way);
        return way;
    }
}
