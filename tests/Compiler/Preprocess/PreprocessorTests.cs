// Each Cases/NAME.c is preprocessed as `popcorn-cc -E -P` would, and the output followed by the diagnostics is compared with NAME.expected. A first line `// options: …` gives -I, -D, -U, -W, -std= or
// -markers (line markers are printed too). What the standard's own examples and musl's headers give is also compared with clang, token by token, where clang is installed.
using System.Text.RegularExpressions;
using PopcornCC.Compiler.Preprocess;
using PopcornCC.Compiler.Text;
using PopcornCC.Tests.Support;
using Xunit;

namespace PopcornCC.Compiler.Tests.Preprocess;

public sealed partial class PreprocessorTests
{
    private const string CasesFolder = "tests/Compiler/Preprocess/Cases";

    public static TheoryData<string> Cases => [.. Directory.GetFiles(Path.Combine(Repository.Root, CasesFolder), "*.c").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Case_gives_the_expected_text_and_diagnostics(string name) => Golden.Verify($"{CasesFolder}/{name}.expected", Preprocessing.Run(Path.Combine(Repository.Root, CasesFolder), name + ".c"));

    [Fact]
    public void Every_expectation_has_its_case()
    {
        foreach (string file in Directory.GetFiles(Path.Combine(Repository.Root, CasesFolder), "*.expected")) Assert.True(File.Exists(Path.ChangeExtension(file, ".c")), file);
    }

    [Theory]
    [InlineData("standard-examples")]
    [InlineData("rescanning")]
    [InlineData("stringize")]
    [InlineData("va-opt")]
    [InlineData("conditions")]
    public void Clang_gives_the_same_tokens(string name)
    {
        if (!File.Exists("/usr/bin/clang-19")) return;
        string folder = Path.Combine(Repository.Root, CasesFolder);
        ProcessResult clang = Run.Program("/usr/bin/clang-19", ["-E", "-P", "-D__popcorn__", "-D__LDBL_MANT_DIG__=53", "-U__x86_64__", "-w", name + ".c"], directory: folder);
        Assert.Equal(Tokens(clang.Output), Tokens(Preprocessing.Run(folder, name + ".c", diagnostics: false)));
    }

    [Fact]
    public void All_headers_of_the_library_give_the_same_tokens_as_with_clang()
    {
        if (!File.Exists("/usr/bin/clang-19") || PopcornCC.Cli.Sysroot.Find() is not { } sysroot) return;
        string include = sysroot.IncludeFolder;
        string folder = Directory.CreateTempSubdirectory("popcorncc-headers").FullName;
        try
        {
            IEnumerable<string> headers = Directory.GetFiles(include, "*.h", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(include, f)).Order(StringComparer.Ordinal);
            File.WriteAllLines(Path.Combine(folder, "all.c"), ["// options: -w -I" + include, .. headers.Select(h => $"#include <{h}>")]);
            ProcessResult clang = Run.Program("/usr/bin/clang-19",
                ["-E", "-P", "-nostdinc", "-undef", "-w", "-D__popcorn__", "-D__LP64__", "-D__linux__", "-D__GNUC__=4", "-D__GNUC_MINOR__=2", "-I" + include, "all.c"], directory: folder);
            string ours = Preprocessing.Run(folder, "all.c", diagnostics: false);
            Assert.Equal(Tokens(clang.Output), Tokens(ours));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Printed_text_gives_the_same_tokens_again()
    {
        string folder = Path.Combine(Repository.Root, CasesFolder);
        foreach (string name in (string[])["standard-examples", "rescanning", "stringize", "paste", "lexing"])
        {
            string once = Preprocessing.Run(folder, name + ".c", diagnostics: false);
            string file = Path.Combine(Path.GetTempPath(), $"popcorncc-{name}.i");
            File.WriteAllText(file, once);
            Assert.Equal(Tokens(once), Tokens(Preprocessing.Run(Path.GetTempPath(), Path.GetFileName(file), diagnostics: false, preprocessed: true, markers: false)));
            File.Delete(file);
        }
    }

    [Fact]
    public void Bytes_that_are_not_utf8_survive()
    {
        byte[] source = [.. "char s[] = \""u8, 0xE9, 0x80, 0xFF, .. "é€😀\";"u8];
        Assert.Equal(source, SourceEncoding.Encode(SourceEncoding.Decode(source)));
    }

    [Fact]
    public void Dependencies_are_quoted_wrapped_and_given_phony_targets()
    {
        IncludedFile[] files = [new("my file.c", false), new("a$b.h", false), new("/usr/include/stdio.h", true), new(new string('x', 60) + ".h", false)];
        Assert.Equal("out.o: my\\ file.c a$$b.h /usr/include/stdio.h \\\n " + new string('x', 60) + ".h\n", DependencyFile.Format(new DependencyOptions(), "out.o", files));
        Assert.Equal("t u: my\\ file.c a$$b.h \\\n " + new string('x', 60) + ".h\na$$b.h:\n" + new string('x', 60) + ".h:\n",
            DependencyFile.Format(new DependencyOptions { Targets = ["t", "u"], UserHeadersOnly = true, PhonyTargets = true }, "out.o", files));
    }

    [Fact]
    public void Any_bytes_end_without_a_crash()
    {
        // Every prefix of a file that uses everything: whatever is cut off must give tokens and diagnostics, never an exception or a hang.
        string text = File.ReadAllText(Path.Combine(Repository.Root, CasesFolder, "errors.c")) + File.ReadAllText(Path.Combine(Repository.Root, CasesFolder, "lexing.c"));
        for (int length = 0; length < text.Length; length += 3)
        {
            SourceManager sources = new();
            DiagnosticBag diagnostics = new() { Policy = new WarningPolicy(sources, new WarningSettings()) };
            Preprocessor preprocessor = new(sources, diagnostics, new PreprocessorOptions(), new FileCache());
            preprocessor.Enter("cut.c", text[..length]);
            int tokens = preprocessor.Tokens().Count();
            Assert.InRange(tokens, 0, text.Length);
            DiagnosticRenderer.Render(diagnostics.Items, sources, new RenderOptions { ErrorLimit = 0 });
        }
    }

    private static string[] Tokens(string text) => [.. TokenPattern().Matches(text).Select(m => m.Value)];

    [GeneratedRegex("""(?:L|u8?|U)?"(?:\\.|[^"\\\n])*"|(?:L|u|U)?'(?:\\.|[^'\\\n])*'|\.?\d(?:[eEpP][+-]|[\w.])*|[\w$]+|[^\w\s]""")]
    private static partial Regex TokenPattern();

    /// <summary>What a use inside an argument gives must not depend on how its arguments were collected: from the file, from a macro's body or from an argument around it.</summary>
    [Theory]
    [InlineData("ID(ADD(ID(1), ID((2, 3))))", "1 + (2, 3)")]
    [InlineData("ID(ID (ID)(4))", "ID(4)")]
    [InlineData("ID(REST(ID(1), 2, ID(ID(3))))", "[2, 3]")]
    [InlineData("ID(REST(ID(1)))", "[]")]
    [InlineData("ID(STR(ID( 1 , 2 )))", "\"ID( 1 , 2 )\"")]
    [InlineData("ID(CAT(I, D)(5))", "5")]
    [InlineData("ID(NONE())", "none")]
    [InlineData("ID(ADD(SELF, ID(SELF)))", "SELF(1) + SELF(1)")]
    [InlineData("ID(ADD(,ID()))", "+")]
    [InlineData("OUTER(ID(OUTER(6)))", "< <6> >")]
    public void Arguments_inside_arguments_expand(string text, string expected)
    {
        const string Macros = """
            #define ID(...) __VA_ARGS__
            #define ADD(a, b) a + b
            #define REST(a, ...) [__VA_ARGS__]
            #define STR(a) #a
            #define CAT(a, b) a ## b
            #define NONE() none
            #define SELF SELF(1)
            #define OUTER(x) <ID(ID(x))>

            """;
        Assert.Equal(expected, Text(Macros + text + "\n").Trim());
    }

    [Fact]
    public void Arguments_nest_thirty_thousand_deep()
    {
        const int Depth = 30_000;
        string text = "#define F(x) x\n" + string.Concat(Enumerable.Repeat("F(", Depth)) + "end" + new string(')', Depth) + "\n";
        string? result = null;
        Thread thread = new(() => result = Text(text), PopcornCC.Cli.Program.StackSize) { IsBackground = true };
        thread.Start();
        Assert.True(thread.Join(TimeSpan.FromMinutes(1)), "takes too long");
        Assert.Equal("end", result!.Trim());
    }

    [Fact]
    public void Arguments_that_nest_too_deep_for_the_stack_are_one_error()
    {
        const int Depth = 20_000;
        string text = "#define F(x) x\n" + string.Concat(Enumerable.Repeat("F(", Depth)) + "end" + new string(')', Depth) + "\n";
        string? result = null;
        Thread thread = new(() => result = Text(text), 1 << 20) { IsBackground = true };
        thread.Start();
        Assert.True(thread.Join(TimeSpan.FromMinutes(1)), "takes too long");
        Assert.Contains("nested too deeply", result);
        Assert.DoesNotContain("nested too deeply", result!.Split("nested too deeply", 2)[1]);
    }

    private static string Text(string text)
    {
        string folder = Directory.CreateTempSubdirectory("popcorncc-text").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "text.c"), text);
            return Preprocessing.Run(folder, "text.c");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
