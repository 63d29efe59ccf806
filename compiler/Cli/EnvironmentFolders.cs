// Lists of folders in the environment, as gcc reads them: separated by colons, an empty one is the current folder.
namespace PopcornCC.Cli;

/// <summary>Reads CPATH and the like.</summary>
public static class EnvironmentFolders
{
    /// <summary>The folders a variable names; none when it is not set or empty.</summary>
    public static IReadOnlyList<string> Of(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value ? [.. value.Split(':').Select(f => f.Length == 0 ? "." : f)] : [];
}
