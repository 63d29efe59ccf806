// install.sh and the CMake package: what is installed works where the checkout's path means nothing, another compiler's project and one of our own find it, and uninstalling leaves what was there before.
using PopcornCC.Tests.Support;
using Xunit;

namespace PopcornCC.Programs.Tests;

public sealed class InstallTests
{
    private const string Mover = "#include <migrate.h>\n#include <stdio.h>\nint main(void) { printf(\"%d\", current_nid()); migrate(1, 0, 0); printf(\"%d\\n\", current_nid()); return 0; }\n";

    private static string NewFolder(string name)
    {
        string folder = Path.Combine(Toolchain.Scratch, name);
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(folder);
        return folder;
    }

    private static ProcessResult Shell(string commands, string folder, int seconds = 300) => Run.Program("/bin/sh", ["-e", "-c", commands], directory: folder,
        environment: new Dictionary<string, string> { ["POPCORN"] = Repository.Root, ["POPCORN_SYSROOT"] = "" }, timeoutSeconds: seconds);

    private static string Works(ProcessResult result)
    {
        Assert.True(result.ExitCode == 0, result.Output + result.Error);
        return result.Output;
    }

    [Fact]
    public void What_was_installed_works_after_it_was_moved_and_uninstalling_removes_exactly_it()
    {
        string folder = NewFolder("install");
        Works(Shell("mkdir -p first/share/man; echo mine > first/share/man/mine; $POPCORN/install.sh --prefix \"$PWD/first\"; mv first second", folder));
        File.WriteAllText(folder + "/mover.c", Mover);
        string bin = folder + "/second/bin/";
        Assert.Equal(folder + "/second/lib/popcorncc/sysroot\n", Works(Shell($"{bin}popcorn-cc -print-sysroot", folder)));
        Assert.Equal("01\n", Works(Shell($"{bin}popcorn-cc -O1 mover.c -o mover; {bin}popcorn-strip mover; {bin}popcorn run ./mover", folder)));
        foreach (string page in new[] { "popcorn-cc", "popcorn", "popcorn-strip" }) Assert.True(File.Exists($"{folder}/second/share/man/man1/{page}.1"), page);

        // Again over itself, then away: what was there before is all that is left.
        Works(Shell("$POPCORN/install.sh --prefix \"$PWD/second\"; second/lib/popcorncc/uninstall", folder));
        Assert.Equal(["second/share/man/mine"], Directory.GetFiles(folder + "/second", "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(folder, f)));
        Assert.Equal("second\nsecond/share\nsecond/share/man\n", Works(Shell("find second -type d | sort", folder)));
    }

    [Fact]
    public void A_file_of_somebody_else_is_not_replaced()
    {
        string folder = NewFolder("install-refused");
        Works(Shell("mkdir -p here/bin; echo mine > here/bin/popcorn", folder));
        ProcessResult refused = Shell("$POPCORN/install.sh --prefix \"$PWD/here\"", folder);
        Assert.NotEqual(0, refused.ExitCode);
        Assert.Contains("here/bin/popcorn is there already", refused.Error);
        Assert.Equal("here/bin/popcorn\n", Works(Shell("find here -type f", folder)));
    }

    [Theory]
    [InlineData("-DCMAKE_TOOLCHAIN_FILE=$POPCORN/share/cmake/popcorn-toolchain.cmake", 3)]
    [InlineData("-DCMAKE_PREFIX_PATH=$POPCORN", 4)]
    public void A_CMake_project_finds_the_package_and_CTest_runs_its_programs_on_both_ISAs(string how, int tests)
    {
        string folder = NewFolder("cmake-package-" + tests);
        Works(Shell("cp -R $POPCORN/tests/Programs/cmake/package project", folder));
        string output = Works(Shell($"cmake -S project -B build {how}; cmake --build build; ctest --test-dir build; touch project/form.h; cmake --build build", folder));
        Assert.Contains($"100% tests passed, 0 tests failed out of {tests}", output);
        foreach (string way in new[] { "x86-64", "aarch64", "moving" }) Assert.Contains("mover." + way, output);
        // The header's users are made again, nothing else is.
        string again = output[output.LastIndexOf("tests passed", StringComparison.Ordinal)..];
        Assert.Contains("mover.c.o", again.Replace("1-mover.o", "mover.c.o"));
        Assert.DoesNotContain("ordinary.c.o", again);
    }

    [Fact]
    public void The_version_is_one_everywhere()
    {
        string version = Works(Shell("$POPCORN/bin/popcorn-cc -dumpversion", Toolchain.Scratch)).Trim();
        Assert.Contains($"<Version>{version}</Version>", File.ReadAllText(Path.Combine(Repository.Root, "Directory.Build.props")));
        Assert.Contains($"set(PACKAGE_VERSION \"{version}\")", File.ReadAllText(Path.Combine(Repository.Root, "share/cmake/PopcornCC/PopcornCCConfigVersion.cmake")));
    }
}
