// What cannot move is said with function, file and line, and the program goes on: a frame of another compiler's object, a signal handler, memory
// that is somebody else's too, and, away from home, a system call that cannot be made from there.
using PopcornCC.Tests.Support;
using Xunit;

namespace PopcornCC.EndToEnd.Tests;

public sealed class RefusalTests
{
    private static ProcessResult RunLogged(string program, out string log, params string[] arguments)
    {
        string file = Path.Combine(Toolchain.Scratch, Path.GetRandomFileName() + ".log");
        ProcessResult result = Run.Program(Toolchain.ToolPath, ["run", "--log", file, program, .. arguments]);
        log = File.Exists(file) ? string.Concat(File.ReadLines(file).Where(l => !l.Contains(" from=", StringComparison.Ordinal)).Select(l => l + "\n")) : "";
        return result;
    }

    private static string BuildForeign()
    {
        string folder = Path.Combine(Toolchain.Scratch, "foreign");
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "foreign.c"), "long foreign_apply(long (*f)(long), long v) { return f(v) + f(v + 1); }\n");
        File.WriteAllText(Path.Combine(folder, "ours.c"), """
            #include <migrate.h>
            #include <stdio.h>
            long foreign_apply(long (*)(long), long);
            static long callback(long v) {
              migrate(1, 0, 0);
              return v * 10 + current_nid();
            }
            int main(void) {
              printf("%ld\n", foreign_apply(callback, 4));
              migrate(1, 0, 0);
              printf("%d %ld\n", current_nid(), foreign_apply(callback, 5));
              return 0;
            }
            """);
        foreach (string machine in new[] { "x86_64", "aarch64" })
        {
            ProcessResult made = Run.Program("clang-19", [$"--target={machine}-linux-gnu", "-O2", "-c", "foreign.c", "-o", machine + ".o"], directory: folder);
            Assert.Equal((0, ""), (made.ExitCode, made.Error));
        }
        string program = Path.Combine(folder, "program");
        ProcessResult linked = Run.Program(Toolchain.CompilerPath, ["-O2", "-g", "ours.c", "x86_64.o", "aarch64.o", "-o", program], directory: folder);
        Assert.True(linked.ExitCode == 0, linked.Error);
        return program;
    }

    [Fact]
    public void AnotherCompilersFrameIsNamedWithWhatItCalledAndTheProgramGoesOn()
    {
        ProcessResult result = RunLogged(BuildForeign(), out _);
        Assert.Equal((0, "90\n1 112\n"), (result.ExitCode, result.Output));
        Assert.Matches(@"\A(popcorn: node 0: cannot move to node 1: a function on the stack is without migration points: foreign_apply at 0x[0-9a-f]+, which called callback \(ours\.c:5\)\n){2}\z", result.Error);
    }

    [Theory]
    [InlineData("handler", "a signal handler runs, which called on_signal \\(refusals\\.c\\)")]
    [InlineData("stack", "a signal handler runs on its own stack")]
    [InlineData("file", "a file is mapped with MAP_SHARED")]
    [InlineData("child", "memory is shared with a child \\(MAP_SHARED \\| MAP_ANONYMOUS before fork\\)")]
    [InlineData("segment", "a System V shared memory segment is attached")]
    public void WhatKeepsAProgramIsSaidAndWhenItIsGoneTheProgramMoves(string what, string reason)
    {
        ProcessResult result = RunLogged(Refusals, out _, what);
        Assert.Equal((0, "at 0, then at 1\n"), (result.ExitCode, result.Output));
        Assert.Matches($@"\Apopcorn: node 0: cannot move to node 1: ({reason})\n\z", result.Error);
    }

    [Fact]
    public void SharedMemoryWithoutAChildMoves()
    {
        ProcessResult result = RunLogged(Refusals, out _, "alone");
        Assert.Equal((0, "at 1, then at 1\n", ""), (result.ExitCode, result.Output, result.Error));
    }

    [Fact]
    public void ACallThatCannotBeMadeFromAwayFailsWithEnosysAndOneLineInTheLog()
    {
        ProcessResult result = RunLogged(Refusals, out string log, "calls");
        Assert.Equal((0, "at 1, then at 1\n", ""), (result.ExitCode, result.Output, result.Error));
        Assert.Equal(string.Concat(new[] { "io_setup", "process_vm_readv", "sendmmsg", "unshare" }
            .Select(call => $"popcorn: {call}: cannot be made away from home; it fails with ENOSYS\n")), log);
    }

    private static string Refusals => Toolchain.CompileText("refusals", """
        #define _GNU_SOURCE
        #include <errno.h>
        #include <migrate.h>
        #include <signal.h>
        #include <stdio.h>
        #include <stdlib.h>
        #include <string.h>
        #include <sys/mman.h>
        #include <sys/shm.h>
        #include <sys/syscall.h>
        #include <sys/wait.h>
        #include <unistd.h>

        static int first;
        static void on_signal(int signo) { (void)signo; migrate(1, 0, 0); first = current_nid(); }
        static void fails(int nr) {
          errno = 0;
          if (syscall(nr, 1, 0, 0, 0, 0, 0) != -1 || errno != ENOSYS) printf("%d: %d\n", nr, errno);
        }

        int main(int argc, char **argv) {
          const char *what = argv[argc - 1];
          long shared = MAP_SHARED | MAP_ANONYMOUS;
          if (!strcmp(what, "handler") || !strcmp(what, "stack")) {
            stack_t s = {.ss_sp = malloc(65536), .ss_size = 65536};
            sigaltstack(&s, 0);
            struct sigaction a = {.sa_handler = on_signal, .sa_flags = what[0] == 's' ? SA_ONSTACK : 0};
            sigaction(SIGUSR1, &a, 0);
            raise(SIGUSR1);
          } else if (!strcmp(what, "file")) {
            FILE *f = tmpfile();
            ftruncate(fileno(f), 4096);
            void *p = mmap(0, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, fileno(f), 0);
            migrate(1, 0, 0);
            first = current_nid();
            munmap(p, 4096);
          } else if (!strcmp(what, "child")) {
            int *p = mmap(0, 4096, PROT_READ | PROT_WRITE, shared, -1, 0), status;
            if (!fork()) { *p = 5; _exit(0); }
            wait(&status);
            migrate(1, 0, 0);
            first = current_nid() + (*p != 5);
            munmap(p, 4096);
          } else if (!strcmp(what, "segment")) {
            int id = shmget(IPC_PRIVATE, 4096, 0600);
            void *p = shmat(id, 0, 0);
            shmctl(id, IPC_RMID, 0);
            migrate(1, 0, 0);
            first = current_nid();
            shmdt(p);
          } else if (!strcmp(what, "alone")) {
            int *p = mmap(0, 4096, PROT_READ | PROT_WRITE, shared, -1, 0), status;
            *p = 1;
            migrate(1, 0, 0);
            first = current_nid();
            ++*p;
            migrate(0, 0, 0);
            if (!fork()) { ++*p; _exit(0); }
            wait(&status);
            if (*p != 3) printf("not shared: %d\n", *p);
            munmap(p, 4096);
          } else {
            migrate(1, 0, 0);
            first = current_nid();
            fails(SYS_io_setup);
            fails(SYS_process_vm_readv);
            fails(SYS_sendmmsg);
            fails(SYS_unshare);
          }
          migrate(1, 0, 0);
          printf("at %d, then at %d\n", first, current_nid());
          return 0;
        }
        """, "-O2");
}
