// docs/building-software.md, run: the commands in its boxes, word by word, on small projects; and its table of tools.
using PopcornCC.Tests.Support;
using Xunit;

namespace PopcornCC.Programs.Tests;

public sealed class BuildSystemTests
{
    private const string Main = "#include <stdio.h>\nint part(int);\nint main(void) { printf(\"%d\\n\", part(21)); return 0; }\n";
    private const string Part = "int part(int x) { return 2 * x; }\nint unused(void) { return 1; }\n";

    private static string NewFolder(string name)
    {
        string folder = Path.Combine(Toolchain.Scratch, name);
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "main.c"), Main);
        File.WriteAllText(Path.Combine(folder, "part.c"), Part);
        return folder;
    }

    /// <summary>The commands of the box under a heading of the document.</summary>
    private static string Box(string heading)
    {
        string text = File.ReadAllText(Path.Combine(Repository.Root, "docs/building-software.md"));
        IEnumerable<string> section = text.Split($"\n## {heading}\n")[1].Split("\n## ")[0].Split('\n').Where(l => l.StartsWith("    ", StringComparison.Ordinal)).Select(l => l.Trim());
        string box = string.Join('\n', section);
        Assert.NotEqual("", box);
        return box;
    }

    private static ProcessResult Shell(string commands, string folder, int seconds = 300) => Run.Program("/bin/sh", ["-e", "-c", commands], directory: folder,
        environment: new Dictionary<string, string> { ["POPCORN"] = Repository.Root, ["PATH"] = $"{Repository.Root}/bin:{Environment.GetEnvironmentVariable("PATH")}" }, timeoutSeconds: seconds);

    private static void Works(ProcessResult result) => Assert.True(result.ExitCode == 0, result.Output + result.Error);

    private static void RunsOnBoth(string program)
    {
        foreach (string way in new[] { Ways.X86_64, Ways.AArch64, Ways.Moving(1) }) Assert.Equal(new ProcessResult(0, "42\n", ""), Ways.Run(way, program, []));
    }

    [Fact]
    public void A_makefile_takes_CC()
    {
        string folder = NewFolder("doc-make");
        File.WriteAllText(Path.Combine(folder, "Makefile"), "CFLAGS = -O2 -MMD\nmain: main.o libpart.a\n\t$(CC) $(LDFLAGS) -o $@ main.o -L. -lpart\nlibpart.a: part.o\n\t$(AR) rcs $@ $^\n-include *.d\n");
        Works(Shell(Box("make"), folder));
        RunsOnBoth(folder + "/main");
    }

    [Fact]
    public void CMake_takes_the_toolchain_file_and_CTest_runs_the_tests()
    {
        string folder = Path.Combine(Toolchain.Scratch, "doc-cmake");
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(folder);
        foreach (string file in Directory.GetFiles(Path.Combine(Repository.Root, "tests/Programs/cmake/project"))) File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        ProcessResult result = Shell(Box("CMake"), folder);
        Works(result);
        Assert.Contains("100% tests passed, 0 tests failed out of 1", result.Output);
        Assert.Contains("Building a STATIC library instead", result.Error);
        Assert.Equal("root of 16 is 4, part 42, shared 7\n", Ways.Run(Ways.AArch64, folder + "/build/small", ["16"]).Output);
        Works(Shell("cmake --install build --prefix installed --strip", folder));
        Assert.Equal("root of 9 is 3, part 42, shared 7\n", Ways.Run(Ways.AArch64, folder + "/installed/bin/small", ["9"]).Output);
    }

    [Fact]
    public void Programs_are_made_by_hand()
    {
        string folder = NewFolder("doc-hand");
        Works(Shell(Box("Compile and link by hand"), folder));
        RunsOnBoth(folder + "/main");
    }

    [FullFact]
    public void Autotools_take_CC_and_a_build_triple()
    {
        string folder = Path.Combine(Toolchain.Scratch, "doc-autotools");
        Works(Shell($"'{Repository.Root}/.ci/fetch-source.sh' artifacts/sources xz-utils; rm -rf '{folder}'; cp -a artifacts/sources/xz-utils '{folder}'", Repository.Root));
        Works(Shell(Box("autotools"), folder, 3600));
        Works(Shell("make install-strip DESTDIR=\"$PWD/root\" STRIP=$POPCORN/bin/popcorn-strip; echo 42 > small; root/usr/local/bin/xz small", folder));
        Assert.Equal(new ProcessResult(0, "42\n", ""), Ways.Run(Ways.AArch64, folder + "/root/usr/local/bin/xz", ["-dc", folder + "/small.xz"]));
    }

    [Theory, InlineData("ar rcs"), InlineData("llvm-ar-19 rcs"), InlineData("gcc-ar rcs")]
    public void Archives_of_ordinary_tools_link(string ar)
    {
        string folder = NewFolder("tools-" + ar.Split(' ')[0]);
        Works(Shell($"popcorn-cc -O1 -c main.c part.c; {ar} libpart.a part.o; nm libpart.a | grep -q ' T part'; popcorn-cc main.o libpart.a -o main", folder));
        RunsOnBoth(folder + "/main");
    }

    [Theory, InlineData("strip -g"), InlineData("llvm-strip-19 -g"), InlineData("objcopy --strip-debug"), InlineData("llvm-objcopy-19 --strip-debug"), InlineData("popcorn-strip")]
    public void Objects_without_debugging_information_link(string strip)
    {
        string folder = NewFolder("tools-" + strip.Replace(' ', '-'));
        Works(Shell($"popcorn-cc -O1 -g -c main.c part.c; {strip} main.o; {strip} part.o; ! readelf -S main.o | grep -q '\\.debug'; popcorn-cc main.o part.o -o main", folder));
        RunsOnBoth(folder + "/main");
    }

    [Theory, InlineData("strip main.o", "PCC3040"), InlineData("strip --strip-unneeded main.o", "PCC3040"), InlineData("ld -r main.o part.o -o joined.o; mv joined.o main.o", "join them with ar instead")]
    public void Objects_that_lost_a_part_are_refused(string damage, string message)
    {
        string folder = NewFolder("tools-" + damage.Split(' ')[0] + damage.Length);
        Works(Shell($"popcorn-cc -O1 -c main.c part.c; {damage}", folder));
        ProcessResult result = Shell("popcorn-cc main.o part.o -o main", folder);
        Assert.Equal(1, result.ExitCode);
        Assert.Contains(message, result.Error);
        Assert.False(File.Exists(folder + "/main"));
    }

    [Fact]
    public void Stripping_keeps_both_halves()
    {
        string folder = NewFolder("tools-popcorn-strip-executable");
        Works(Shell("popcorn-cc -g -O1 main.c part.c -o main; popcorn-strip -g main -o debug; popcorn-strip main", folder));
        RunsOnBoth(folder + "/main");
        RunsOnBoth(folder + "/debug");
        Works(Shell("nm debug | grep -q ' T main'; ! readelf -S debug | grep -q '\\.debug'; nm main 2>&1 | grep -q 'no symbols'; popcorn inspect debug main | grep -q 'function main'", folder));
        Assert.True(new FileInfo(folder + "/main").Length < new FileInfo(folder + "/debug").Length);
        ProcessResult refused = Shell("popcorn-strip main.c", folder);
        Assert.Equal((1, "popcorn: error: main.c: not an ELF file [PCC4004]\n"), (refused.ExitCode, refused.Error));
    }

    [Fact]
    public void An_ordinarily_stripped_program_is_said_to_have_lost_its_other_half()
    {
        string folder = NewFolder("tools-strip-executable");
        Works(Shell("popcorn-cc -O1 main.c part.c -o main; strip main; ./main", folder));
        ProcessResult result = Shell("popcorn thin --arch aarch64 main -o other", folder);
        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith("popcorn: error: main: ", result.Error);
    }
}
