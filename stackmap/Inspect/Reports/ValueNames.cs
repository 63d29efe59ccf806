// What debug information adds to a function's sites: lines beyond those the map can hold, and for each value the C variable it is.
using PopcornCC.StackMap;

namespace PopcornCC.Inspect;

/// <summary>Names of a function's values.</summary>
internal sealed class ValueNames
{
    private ValueNames()
    {
    }

    public static ValueNames Of(InspectedFile file, ProgramMaps maps, SiteOwner owner, IReadOnlyList<FunctionReturn> returns) => new();

    /// <summary>The site's line.</summary>
    public int Line(int site, ushort line) => line;

    /// <summary>The C variable that a unit holds at a site; of all sites when there is none given.</summary>
    public string? Name(int? site, int unit) => null;

    /// <summary>Its type in C.</summary>
    public string? CType(int? site, int unit) => null;
}
