// docs/libc.md lists what of musl is left out, and why; the build list is what is true.
using PopcornCC.Tests.Support;
using Xunit;

namespace PopcornCC.EndToEnd.Tests;

public sealed class LibcListTests
{
    [Fact]
    public void EveryFileOfMuslThatIsLeftOutIsInTheDocument()
    {
        string document = File.ReadAllText(Path.Combine(Repository.Root, "docs/libc.md"));
        string[] skipped = [.. File.ReadLines(Path.Combine(Repository.Root, "runtime/libc/build.list")).Where(l => l.StartsWith("skip ", StringComparison.Ordinal)).Select(l => l.Split(' ')[1])];
        Assert.NotEmpty(skipped);
        Assert.All(skipped, path => Assert.Contains($"{Path.GetFileName(path)}`", document, StringComparison.Ordinal));
    }

    [Fact]
    public void EveryFolderOfMuslThatHasFilesIsTaken()
    {
        string sources = Path.Combine(Repository.Root, "artifacts/musl/musl/src");
        string list = File.ReadAllText(Path.Combine(Repository.Root, "runtime/libc/build.list"));
        foreach (string folder in Directory.GetDirectories(sources).Where(d => Directory.EnumerateFiles(d, "*.c").Any()))
            Assert.Matches($@"(?m)^dir musl/src/{Path.GetFileName(folder)}( |$)", list);
    }
}
