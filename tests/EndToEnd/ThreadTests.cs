// Threads and moves: they live at home, and while there are several the program stays. What threads do by themselves is in tests/Cases/threads.c.
using System.Diagnostics;
using PopcornCC.Tests.Support;
using Xunit;

namespace PopcornCC.EndToEnd.Tests;

public sealed class ThreadTests
{
    private static string Probe => Toolchain.CompileText("threads-probe", """
        #include <migrate.h>
        #include <pthread.h>
        #include <stdio.h>
        #include <stdlib.h>
        #include <string.h>
        #include <sys/wait.h>
        #include <unistd.h>

        static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
        static long sum;
        static void *add(void *p) {
          for (int i = 0; i < 1000; i++) {
            pthread_mutex_lock(&mutex);
            sum += (long)p;
            pthread_mutex_unlock(&mutex);
          }
          return p;
        }
        static void *mover(void *p) { migrate(1, 0, 0); return (void *)(long)current_nid(); }
        static void *forker(void *p) {
          int status = 0;
          pid_t child = fork();
          if (!child) {
            char *memory = malloc(300000);
            memset(memory, 1, 300000);
            free(memory);
            _exit(7);
          }
          waitpid(child, &status, 0);
          return (void *)(long)WEXITSTATUS(status);
        }
        static void *sleeper(void *p) { char c; return (void *)(long)read(0, &c, 1); }
        static void *late(void *p) { usleep(20000); migrate(1, 0, 0); puts("late"); return 0; }

        int main(int argc, char **argv) {
          pthread_t t[4];
          void *r;
          if (argc > 1) {
            pthread_create(&t[0], 0, sleeper, 0);
            printf("ready %d\n", (int)getpid());
            fflush(stdout);
            pthread_join(t[0], &r);
            printf("at %d\n", current_nid());
            return 0;
          }
          for (int round = 1; round < 4; round++) {
            migrate(1, 0, 0);
            printf("at %d, ", current_nid());
            for (long i = 0; i < 4; i++) pthread_create(&t[i], 0, add, (void *)(i + 1));
            for (int i = 0; i < 4; i++) pthread_join(t[i], &r);
            printf("sum %ld at %d\n", sum, current_nid());
          }
          pthread_create(&t[0], 0, mover, 0);
          pthread_join(t[0], &r);
          printf("mover at %ld\n", (long)r);
          pthread_create(&t[0], 0, forker, 0);
          pthread_join(t[0], &r);
          printf("forker %ld\n", (long)r);
          migrate(1, 0, 0);
          printf("at %d\n", current_nid());
          fflush(stdout);
          pthread_create(&t[0], 0, late, 0);
          pthread_exit(0);
        }
        """, "-O2");

    [Fact]
    public void AThreadTakesTheProgramHomeAndWhenItIsGoneTheProgramMovesAgain()
    {
        ProcessResult result = Run.Program(Toolchain.ToolPath, ["run", Probe]);
        Assert.Equal((0, "at 1, sum 10000 at 0\nat 1, sum 20000 at 0\nat 1, sum 30000 at 0\nmover at 0\nforker 7\nat 1\nlate\n"), (result.ExitCode, result.Output));
        Assert.Equal("""
            popcorn: node 0: cannot move to node 1: the program has 2 threads; only a program of one thread moves
            popcorn: node 0: cannot move to node 1: the program's main thread has ended

            """, result.Error);
    }

    [Fact]
    public void ARequestFromOutsideIsAnsweredWithTheReason()
    {
        ProcessStartInfo start = new(Toolchain.ToolPath) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string argument in new[] { "run", Probe, "wait" }) start.ArgumentList.Add(argument);
        using Process process = Process.Start(start)!;
        string pid = process.StandardOutput.ReadLine()!["ready ".Length..];
        Assert.Equal(0, Toolchain.Popcorn("migrate", pid).ExitCode);
        process.StandardInput.Close();
        Assert.Equal("at 0\n", process.StandardOutput.ReadToEnd());
        Assert.Equal("popcorn: node 0: cannot move: the program has 2 threads; only a program of one thread moves\n", process.StandardError.ReadToEnd());
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }
}
