// Golden files: an expectation lives beside its input, and a test compares what was printed with it. With POPCORN_UPDATE_GOLDEN=1 in the
// environment the expectation is rewritten instead, so that a change of output shows as a diff in review.
using Xunit;

namespace PopcornCC.Tests.Support;

/// <summary>Compares text with an expectation file of the repository.</summary>
public static class Golden
{
    /// <summary>Fails unless <paramref name="actual"/> equals the content of the file, a path relative to the repository's root.</summary>
    public static void Verify(string relativePath, string actual)
    {
        string path = Path.Combine(Repository.Root, relativePath);
        string text = actual.ReplaceLineEndings("\n");
        if (Environment.GetEnvironmentVariable("POPCORN_UPDATE_GOLDEN") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
            return;
        }
        Assert.True(File.Exists(path), $"no expectation {relativePath}; run with POPCORN_UPDATE_GOLDEN=1 to write it");
        Assert.Equal(File.ReadAllText(path), text);
    }
}
