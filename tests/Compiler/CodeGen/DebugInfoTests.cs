// -g describes the code and changes none of it: every case is compiled with and without, and what is loaded must be the same on both instruction sets. Each stage's module is verified.
using PopcornCC.Cli;
using PopcornCC.Compiler.CodeGen;
using PopcornCC.Compiler.Migration;
using PopcornCC.Compiler.Preprocess;
using PopcornCC.Compiler.Semantics;
using PopcornCC.Compiler.Text;
using PopcornCC.Linker.Elf;
using PopcornCC.Tests.Support;
using Xunit;

namespace PopcornCC.Compiler.Tests.CodeGen;

public sealed class DebugInfoTests
{
    public static TheoryData<string, int> CasesAtLevels
    {
        get
        {
            TheoryData<string, int> data = [];
            int number = 0;
            foreach (string file in Directory.GetFiles(Path.Combine(Repository.Root, "tests/Cases"), "*.c").Order(StringComparer.Ordinal))
            {
                if (number++ % 4 == 0) data.Add(Path.GetFileName(file), 0);
                data.Add(Path.GetFileName(file), 2);
            }
            return data;
        }
    }

    [Theory, MemberData(nameof(CasesAtLevels))]
    public void DebugInformationChangesNoCode(string file, int level)
    {
        IReadOnlyList<byte[]> without = Compile(file, level, DebugLevel.None), with = Compile(file, level, DebugLevel.Full);
        for (int t = 0; t < Target.All.Count; t++) Assert.Equal(Loaded(without[t]), Loaded(with[t]));
    }

    private static IReadOnlyList<byte[]> Compile(string file, int level, DebugLevel debug)
    {
        string path = Path.Combine(Repository.Root, "tests/Cases", file);
        SourceManager sources = new();
        DiagnosticBag diagnostics = new();
        string text = SourceEncoding.Decode(File.ReadAllBytes(path));
        LanguageStandard standard = text.Contains("\n// options: -std=c23\n", StringComparison.Ordinal) ? LanguageStandard.C23 : LanguageStandard.C17;
        LanguageOptions language = new(standard, standard != LanguageStandard.C23);
        CompilationResult result = Compilation.Compile(path, text, new CompilationOptions
        {
            Preprocessor = new PreprocessorOptions { SystemFolders = [Sysroot.Find()!.IncludeFolder], Optimize = level > 0, Standard = standard },
            Language = language,
            Binder = new BinderOptions { Language = language },
            CodeGen = new EmitOptions { OptimizationLevel = level, Debug = debug, FileName = path },
            Migration = new CodeGenOptions((OptimizationLevel)level) { VerifyEach = true },
        }, new FileCache(), sources, diagnostics);
        Assert.DoesNotContain(diagnostics.Items, d => d.Severity == Severity.Error);
        return result.Outputs;
    }

    // Every section that reaches memory, but for the site table, which holds line numbers, and unwind data, which the linker makes its own from.
    private static List<(string Name, string Content)> Loaded(byte[] image)
    {
        ElfFile elf = ElfFile.Read(image, out string? error) ?? throw new InvalidOperationException(error);
        return [.. elf.Sections.Where(s => (s.Header.Flags & ElfConstants.SHF_ALLOC) != 0 && !s.Name.StartsWith(".popcorn.sites", StringComparison.Ordinal))
            .Select(s => (s.Name, Convert.ToHexString(elf.Content(s).Span)))];
    }
}
