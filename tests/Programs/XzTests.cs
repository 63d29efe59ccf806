// xz, through autotools and libtool as docs/building-software.md says; part of --full, since configure alone takes a minute.
using PopcornCC.Tests.Support;
using Xunit;

namespace PopcornCC.Programs.Tests;

public sealed class XzTests
{
    private static readonly Package Xz = new("xz-utils",
        "./configure CC=\"$CC\" --build=le64-popcorn-linux-musl --disable-shared --disable-nls --disable-doc && make -j2", buildSeconds: 1800);

    public static TheoryData<string, string> All => Ways.Of(Samples.Names, [Ways.X86_64, Ways.AArch64, Ways.Moving(101), Ways.Moving(10007)]);

    [FullTheory, MemberData(nameof(All))]
    public void What_it_compresses_is_what_it_is_with_gcc(string sample, string way) =>
        Samples.RoundTrip(sample, way, Xz.Reference + "/src/xz/xz", Xz.Ours + "/src/xz/xz", ".xz", ["-1", "-T1"], ["-d", "-T1"]);

    [FullFact]
    public void Its_own_tests_pass()
    {
        ProcessResult result = Run.Program("make", ["check"], directory: Xz.Ours, timeoutSeconds: 1800);
        Assert.True(result.ExitCode == 0, result.Output[^Math.Min(result.Output.Length, 4000)..] + result.Error);
        Assert.Contains("# FAIL:  0", result.Output);
    }

    [FullFact]
    public void A_few_bytes_compress_while_moving_at_every_migration_point()
    {
        string file = Path.Combine(Toolchain.Scratch, "few-xz");
        File.WriteAllText(file, "to move or not to move, to move or not");
        ProcessResult result = Ways.Run(Ways.Moving(1), Xz.Ours + "/src/xzdec/xzdec", ["--version"], seconds: 600);
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Equal(new ProcessResult(0, "", ""), Ways.Run(Ways.Moving(1009), Xz.Ours + "/src/xz/xz", ["-0", "-T1", file], seconds: 600));
        Assert.Equal("to move or not to move, to move or not", Run.Program(Xz.Reference + "/src/xz/xz", ["-dc", file + ".xz"]).Output);
    }
}
