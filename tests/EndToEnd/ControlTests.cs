// The node server and a program that misbehaves on the control socket: it is told off, or cut off, and nothing is left behind.
using PopcornCC.Tests.Support;
using Xunit;

namespace PopcornCC.EndToEnd.Tests;

public sealed class ControlTests
{
    private static string Talker => Toolchain.CompileText("talker", """
        #include <stdio.h>
        #include <stdlib.h>
        #include <string.h>
        #include <sys/socket.h>
        #include <sys/un.h>
        #include <unistd.h>
        static char environment[65536], *control;
        // The runtime keeps its own variables from the program; the kernel's copy has them.
        static void find(void) {
          FILE *f = fopen("/proc/self/environ", "r");
          size_t n = fread(environment, 1, sizeof environment - 1, f);
          for (char *p = environment; p < environment + n; p += strlen(p) + 1)
            if (!strncmp(p, "POPCORN_CONTROL=", 16)) control = p + 16;
          fclose(f);
        }
        static int talk(const unsigned *message, int size) {
          struct sockaddr_un a = {.sun_family = AF_UNIX};
          strcpy(a.sun_path, control);
          a.sun_path[0] = 0;                    // @: an abstract address
          int s = socket(AF_UNIX, SOCK_STREAM, 0);
          if (connect(s, (struct sockaddr *)&a, 2 + strlen(control))) { perror("connect"); return -1; }
          if (write(s, message, size) != size) return -1;
          unsigned reply[64] = {0};
          int n = (int)read(s, reply, sizeof reply - 4);
          if (n == 0) printf("closed\n");
          else printf("%u %u %s\n", reply[0], reply[2], reply[0] == 3 ? (char *)(reply + 3) : "");
          shutdown(s, SHUT_WR);
          while (read(s, reply, sizeof reply) > 0) {}
          close(s);
          return 0;
        }
        int main(void) {
          unsigned unknown[] = {1, 8, 7, 'a'}, home[] = {1, 8, 0, 'a'}, huge[] = {1, 100000, 1}, type[] = {9, 4, 1}, tiny[] = {1, 2, 0};
          find();
          talk(unknown, sizeof unknown);
          talk(home, sizeof home);
          talk(huge, sizeof huge);
          talk(type, sizeof type);
          talk(tiny, sizeof tiny);
          return 0;
        }
        """, "-O2");

    [Fact]
    public void MessagesThatMakeNoSenseAreRefusedAndTheProgramGoesOn()
    {
        ProcessResult result = Run.Program(Toolchain.ToolPath, ["run", Talker]);
        Assert.Equal(0, result.ExitCode);
        Assert.Equal("3 7 there is no such node\n3 0 there is no such node\nclosed\nclosed\nclosed\n", result.Output);
        Assert.Equal(3, result.Error.Split('\n').Count(l => l.EndsWith("[PCC4030]", StringComparison.Ordinal)));
    }
}
