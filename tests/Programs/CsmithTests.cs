// Random programs: bench/csmith.sh compares ours with gcc's and clang's. A few small fixed ones each time, a thousand with --full.
using PopcornCC.Tests.Support;
using Xunit;

namespace PopcornCC.Programs.Tests;

public sealed class CsmithTests
{
    private static void Seeds(string options, int first, int last, int seconds)
    {
        ProcessResult result = Run.Program("/bin/sh", ["-c", $"bench/csmith.sh {options} -d '{Toolchain.Scratch}/csmith' {first} {last}"], timeoutSeconds: seconds);
        Assert.True(result.ExitCode == 0, result.Output + result.Error);
        Assert.Contains(" 0 different,", result.Output);
    }

    [Fact]
    public void Ten_programs_print_what_they_print_with_gcc_and_clang() => Seeds("-s -a 2 -m 101", 1, 10, 600);

    [FullFact]
    public void A_thousand_programs_print_what_they_print_with_gcc_and_clang() => Seeds("-a 3 -m 10007", 1001, 2000, 4 * 3600);
}
