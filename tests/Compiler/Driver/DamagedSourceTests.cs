// Source text with random damage: the front end must end with diagnostics or without, never with an exception or in a loop. The damage is the same each time.
using PopcornCC.Compiler.Preprocess;
using PopcornCC.Compiler.Text;
using PopcornCC.Tests.Support;
using Xunit;

namespace PopcornCC.Compiler.Tests.Driver;

public sealed class DamagedSourceTests
{
    private static readonly string[] s_pieces =
        ["(", ")", "{", "}", "[", "]", ";", ",", "*", "&", "=", "...", "\"", "'", "\\", "#", "##", "\n#define X(", "\n#if 1\n", "\n#endif\n", "int ", "struct ", "typedef ", "static ", "sizeof ", "case ", "0x", "1e9", "u8", "_Generic(", "->", "? :",
            "goto ", "enum {", "union ", "__attribute__((", "_Atomic ", "const ", "volatile ", "return ", "void", "\0", "é", "__builtin_va_arg(", "({", ".x", "[]", "(*)", "default:", "asm(", "_Static_assert(", "inline "];

    [Theory]
    [InlineData("examples/stackdeep.c", 1)]
    [InlineData("bench/hashing.c", 2)]
    [InlineData("bench/sorting.c", 3)]
    [InlineData("tests/Compiler/Driver/Cases/everything.c", 4)]
    public void Damage_never_breaks_the_front_end(string file, int seed)
    {
        string text = SourceEncoding.Decode(File.ReadAllBytes(Path.Combine(Repository.Root, file)));
        Exception? failure = null;
        string culprit = "";
        Thread thread = new(() =>
        {
            ulong state = (ulong)seed;
            int Next(int limit)
            {
                state = state * 6364136223846793005 + 1442695040888963407;
                return (int)((state >> 33) % (ulong)limit);
            }
            for (int i = 0; i < 150; i++)
            {
                culprit = text;
                for (int n = Next(3); n >= 0; n--) culprit = Damage(culprit, Next);
                try
                {
                    SourceManager sources = new();
                    DiagnosticBag diagnostics = new() { Policy = new WarningPolicy(sources, new WarningSettings("all", "extra")) };
                    Compilation.Compile("damaged.c", culprit, new CompilationOptions { SyntaxOnly = true }, new FileCache(), sources, diagnostics);
                    DiagnosticRenderer.Render(diagnostics.Items, sources, new RenderOptions());
                }
#pragma warning disable CA1031 // Any exception at all is what is looked for.
                catch (Exception e)
#pragma warning restore CA1031
                {
                    failure = e;
                    return;
                }
            }
        }, 64 << 20);
        thread.Start();
        Assert.True(thread.Join(TimeSpan.FromMinutes(3)), "does not end on:\n" + culprit);
        Assert.True(failure is null, failure + "\non:\n" + culprit);
    }

    private static string Damage(string text, Func<int, int> next)
    {
        int at = next(text.Length);
        int length = Math.Min(next(12), text.Length - at);
        return next(4) switch
        {
            0 => text.Remove(at, length),
            1 => text.Insert(at, s_pieces[next(s_pieces.Length)]),
            2 => text.Insert(next(text.Length), text.Substring(at, length)),
            _ => text[..at] + s_pieces[next(s_pieces.Length)] + text[(at + Math.Min(1, length))..],
        };
    }
}
