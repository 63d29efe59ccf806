// The ways a program is run: on x86-64, its AArch64 half alone, and moved between the two at every Nth migration point. POPCORN_FULL=1 (./test.sh --full) adds the long ones.
using PopcornCC.Tests.Support;
using Xunit;
using Processes = PopcornCC.Tests.Support.Run;

namespace PopcornCC.Programs.Tests;

/// <summary>Runs a fat program one way.</summary>
public static class Ways
{
    /// <summary>Everything is run, however long it takes.</summary>
    public static bool Full { get; } = Environment.GetEnvironmentVariable("POPCORN_FULL") == "1";

    public const string X86_64 = "x86-64";
    public const string AArch64 = "AArch64";

    /// <summary>Moved at every <paramref name="every"/>th migration point.</summary>
    public static string Moving(int every) => $"moving {every}";

    /// <summary>The ways every program is run, and further ones for <c>--full</c>.</summary>
    public static IReadOnlyList<string> Usual { get; } = Full ? [X86_64, AArch64, Moving(101), Moving(10007)] : [X86_64, AArch64, Moving(101)];

    /// <summary>As <see cref="Usual"/>, for programs that have a megabyte or more to take along at each move.</summary>
    public static IReadOnlyList<string> Large { get; } = Full ? Usual : [X86_64, AArch64, Moving(5003)];

    /// <summary>Every name with every way.</summary>
    public static TheoryData<string, string> Of(IEnumerable<string> names, IReadOnlyList<string>? ways = null)
    {
        TheoryData<string, string> all = [];
        foreach (string name in names)
        {
            foreach (string way in ways ?? Usual) all.Add(name, way);
        }
        return all;
    }

    /// <summary>Runs a program.</summary>
    public static ProcessResult Run(string way, string program, IEnumerable<string> arguments, string? input = null, string? directory = null, int seconds = 240)
    {
        if (way == X86_64) return Processes.Program(program, arguments, input, directory, timeoutSeconds: seconds);
        if (way == AArch64) return Processes.Program("qemu-aarch64", [Toolchain.Thin(program), .. arguments], input, directory, timeoutSeconds: seconds);
        return Processes.Program(Toolchain.ToolPath, ["run", program, .. arguments], input, directory,
            new Dictionary<string, string> { ["POPCORN_MIGRATE_EVERY"] = way["moving ".Length..] }, seconds);
    }

    /// <summary>Fails unless both did the same.</summary>
    public static void Same(ProcessResult expected, ProcessResult actual)
    {
        Assert.Equal(expected.Output, actual.Output);
        Assert.Equal(expected.Error, actual.Error);
        Assert.Equal(expected.ExitCode, actual.ExitCode);
    }
}

/// <summary>A test that only <c>./test.sh --full</c> runs.</summary>
public sealed class FullFactAttribute : FactAttribute
{
    public FullFactAttribute()
    {
        if (!Ways.Full) Skip = "runs with ./test.sh --full";
    }
}

/// <summary>A theory that only <c>./test.sh --full</c> runs.</summary>
public sealed class FullTheoryAttribute : TheoryAttribute
{
    public FullTheoryAttribute()
    {
        if (!Ways.Full) Skip = "runs with ./test.sh --full";
    }
}
