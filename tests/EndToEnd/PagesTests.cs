// What of the memory travels (docs/wire-format.md, section 3): counts from the log, and contents that must be what they would be without moves.
using System.Text.RegularExpressions;
using PopcornCC.Tests.Support;
using Xunit;

namespace PopcornCC.EndToEnd.Tests;

public sealed partial class PagesTests
{
    public static TheoryData<string> Nodes => ["x86-64,aarch64", "x86-64,x86-64"];

    private sealed record Move(int From, int To, long Pages, long Same, long Zero, long Bytes);

    private static List<Move> RunLogged(string program, string name, string nodes, string expected, string pages = "check")
    {
        string log = Path.Combine(Toolchain.Scratch, name + ".log");
        File.Delete(log);
        ProcessResult result = Run.Program(Toolchain.ToolPath, ["run", "--log", log, "--nodes", nodes, program],
            environment: new Dictionary<string, string> { ["POPCORN_PAGES"] = pages });
        Assert.Equal(("", expected, 0), (result.Error, result.Output, result.ExitCode));
        return [.. File.ReadAllLines(log).Select(l => LogLine().Match(l)).Select(m => new Move((int)Number(m, 1), (int)Number(m, 2), Number(m, 3), Number(m, 4), Number(m, 5), Number(m, 6)))];

        static long Number(Match m, int group) => long.Parse(m.Groups[group].Value);
    }

    [GeneratedRegex(@"from=(\d+) to=(\d+) .*pages=(\d+) same=(\d+) zero=(\d+) bytes=(\d+) ")]
    private static partial Regex LogLine();

    /// <summary>A gigabyte is mapped, 10 MiB are used; then three pages change and one becomes zero. Neither end gets memory for what was not used.</summary>
    [Theory, MemberData(nameof(Nodes))]
    public void OnlyWhatIsUsedGoesAndOnlyWhatHasChangedComesBack(string nodes)
    {
        string program = Toolchain.CompileText("used", """
            #define _GNU_SOURCE
            #include <migrate.h>
            #include <stdio.h>
            #include <stdlib.h>
            #include <sys/mman.h>
            enum { PAGES = 2560 };
            static unsigned char *big;
            static unsigned char seen[1 << 18];
            static long resident(void) {
              long n = 0;
              if (mincore(big, 1 << 30, seen)) return -1;
              for (long i = 0; i < 1 << 18; i++) n += seen[i] & 1;
              return n;
            }
            int main(void) {
              big = mmap(0, 1 << 30, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
              for (long i = 0; i < PAGES; i++) big[i * 64 % (1 << 18) * 4096 + i] = 1 + i % 255;
              seen[0] = 1, seen[(1 << 18) - 1] = 1;
              migrate(1, 0, 0);
              long there = resident();
              for (int i = 1; i <= 3; i++) big[i * 100 * 64 * 4096L] = 9;
              big[7 * 64 * 4096 + 7] = 0;
              migrate(0, 0, 0);
              long back = resident();
              long sum = 0;
              for (long i = 0; i < 1 << 30; i++) sum += big[i] * (i % 1000003);
              printf("%d %d %ld\n", there < PAGES + 100, back < PAGES + 100, sum);
              return 0;
            }
            """, "-O2");
        List<Move> moves = RunLogged(program, "used" + nodes.Length, nodes, Run.Program(program, []).Output.Replace("0 0", "1 1", StringComparison.Ordinal), "");
        Assert.Equal([(0, 1), (1, 0)], moves.Select(m => (m.From, m.To)));
        Assert.InRange(moves[0].Pages, 2560, 2560 + 120);
        Assert.InRange(moves[0].Bytes, 2560 * 4096, (2560 + 130) * 4096);
        // Three, the resident flags (64 pages), the state of the runtime, the thread's block, the stack.
        Assert.InRange(moves[1].Pages, 3, 3 + 64 + 6);
        Assert.InRange(moves[1].Same, 2560 - 10, 2560 + 120);
        Assert.Equal(1, moves[1].Zero);
    }

    /// <summary>Three nodes: each gets what has changed since it last had the program, wherever that happened.</summary>
    [Fact]
    public void EachNodeGetsWhatItHasMissed()
    {
        string program = Toolchain.CompileText("missed", """
            #include <migrate.h>
            #include <stdio.h>
            static char pages[200][4096] __attribute__((aligned(4096)));
            int main(void) {
              static const int way[] = {1, 2, 0, 1, 2, 1, 0, 2};
              for (int i = 0; i < 200; i++) pages[i][1] = 1;
              for (int i = 0; i < 8; i++) {
                migrate(way[i], 0, 0);
                for (int k = 0; k < 10; k++) pages[10 * i + k][2] += 1 + i;
                if (i == 1) pages[150][1] = 0;
                if (i == 4) pages[150][3] = 7;
              }
              long sum = 0;
              for (int i = 0; i < 200; i++) sum += i * (pages[i][1] + 3 * pages[i][2] + 5 * pages[i][3]);
              printf("%ld\n", sum);
              return 0;
            }
            """, "-O2");
        long expected = Enumerable.Range(0, 200).Sum(i => i * ((i == 150 ? 0 : 1) + 3 * (i < 80 ? 1 + i / 10 : 0) + (i == 150 ? 35 : 0)));
        List<Move> moves = RunLogged(program, "missed", "x86-64,aarch64,x86-64", $"{expected}\n");
        // 0→1 and 1→2 bring all; then the ten of each stop that the node has missed, and the few of runtime, thread and stack.
        int[] least = [200, 200, 20, 20, 20, 10, 30, 20];
        Assert.Equal(8, moves.Count);
        for (int i = 0; i < 8; i++) Assert.InRange(moves[i].Pages, least[i], least[i] + 15);
    }

    /// <summary>Mappings come, go, grow, lose their access and become zero between moves, and the stack rises and falls.</summary>
    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public void MemoryOfEveryShapeIsWhatItWouldBeWithoutMoves(int seed)
    {
        string program = Toolchain.CompileText("shapes", """
            #define _GNU_SOURCE
            #include <migrate.h>
            #include <stdio.h>
            #include <stdlib.h>
            #include <string.h>
            #include <sys/mman.h>
            enum { SLOTS = 24, P = 4096 };
            static struct { unsigned char *at; long pages; int closed, split; } slot[SLOTS];
            static unsigned long state, sum;
            static unsigned next(unsigned n) {
              state = state * 6364136223846793005 + 1442695040888963407;
              return (state >> 33) % n;
            }
            static void look(const unsigned char *p, long n) {
              for (long i = 0; i < n; i += 8) sum = (sum ^ *(const unsigned long *)(p + i)) * 0x9e3779b97f4a7c15 + 1;
            }
            static int moving;
            static void go(void) { if (moving) migrate(next(3), 0, 0); else next(3); }
            static void deep(int n) {
              unsigned char room[9000];
              memset(room, n % 3 ? n : 0, 1 + next(8999));
              if (n) deep(n - 1); else go();
              sum += room[0];
            }
            int main(int argc, char **argv) {
              state = atol(argv[1]);
              moving = argc > 2;
              for (int step = 0; step < 400; step++) {
                int s = next(SLOTS);
                long n = slot[s].pages;
                if (!n) {
                  slot[s].pages = n = 1 + next(next(8) ? 20 : 700);
                  slot[s].at = mmap(0, n * P, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
                  slot[s].closed = slot[s].split = 0;
                } else switch (slot[s].closed ? 7 : next(9)) {
                  case 0: munmap(slot[s].at, n * P); slot[s].pages = 0; break;
                  case 1: if (n > 2) { long k = 1 + next(n - 1); munmap(slot[s].at + k * P, (n - k) * P); slot[s].pages = k; } break;
                  case 2: case 3: if (!slot[s].split) { long k = 1 + next(40); slot[s].at = mremap(slot[s].at, n * P, k * P, MREMAP_MAYMOVE); slot[s].pages = k; } break; // not of two mappings, which may be one elsewhere
                  case 4: memset(slot[s].at + next(n) * P, 0, P); break;
                  case 5: mmap(slot[s].at, (n + 1) / 2 * P, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0); slot[s].split = 1; break;
                  case 6: mprotect(slot[s].at, n * P, next(2) ? PROT_READ : PROT_NONE); slot[s].closed = 1; break;
                  case 7: mprotect(slot[s].at, n * P, PROT_READ | PROT_WRITE); slot[s].closed = 0; break;
                  default: for (int k = 0; k < 5; k++) slot[s].at[next(n * P)] = next(256); break;
                }
                if (next(3) == 0) deep(next(12));
                if (next(4) == 0) go();
                if (step % 20 == 19) for (int i = 0; i < SLOTS; i++) if (!slot[i].closed) look(slot[i].at, slot[i].pages * P);
              }
              printf("%lx\n", sum);
              return 0;
            }
            """, "-O2");
        ProcessResult moved = Run.Program(Toolchain.ToolPath, ["run", "--nodes", "x86-64,aarch64,x86-64", program, $"{seed}", "move"],
            environment: new Dictionary<string, string> { ["POPCORN_PAGES"] = "check" });
        Assert.Equal(("", Run.Program(program, [$"{seed}"]).Output, 0), (moved.Error, moved.Output, moved.ExitCode));
    }
}
