// longjmp to where nothing is any more, after a move: a message and SIGABRT, as docs/migrate-h.md says. What must work is in tests/Cases/setjmp_moves.c.
using PopcornCC.Tests.Support;
using Xunit;

namespace PopcornCC.EndToEnd.Tests;

public sealed class JumpTests
{
    private static string Program => Toolchain.CompileText("jumps", """
        #include <migrate.h>
        #include <setjmp.h>
        #include <stdio.h>
        #include <string.h>

        static jmp_buf buffer;
        __attribute__((noinline)) static int set(void) { int r = setjmp(buffer); migrate(0, 0, 0); return r; }
        __attribute__((noinline)) static int leaf(int first) { return setjmp(buffer) + first; }

        int main(int argc, char **argv) {
          int r = !strcmp(argv[1], "leaf") ? leaf(0) : set();
          if (r) return 3;
          migrate(1, 0, 0);
          puts("moved");
          fflush(stdout);
          longjmp(buffer, 1);
        }
        """, "-O2");

    [Theory]
    [InlineData("returned", "the function that called setjmp has returned")]
    [InlineData("leaf", "setjmp was called by code that has no migration points")]
    public void AJumpToAFunctionThatIsNotThereEndsTheProgramWithAMessage(string what, string reason)
    {
        ProcessResult result = Run.Program(Toolchain.ToolPath, ["run", Program, what]);
        Assert.Equal((134, "moved\n"), (result.ExitCode, result.Output));
        Assert.Contains(reason, result.Error, StringComparison.Ordinal);
    }
}
