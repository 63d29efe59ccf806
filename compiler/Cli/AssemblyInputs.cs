// Assembly as input: NAME.x86_64.s and NAME.aarch64.s (or .S, preprocessed) are one unit and make one fat object; NAME.S without an instruction set in its name is preprocessed and
// assembled once for each. LLVM assembles. The result is leaf code: nothing in it can move, and it says nothing to the migration passes, so what is checked here is what the linker and the
// ABI need: both halves define the same global symbols, of the same kind (docs/neutral-abi.md, "Assembly").
using System.Globalization;
using System.Text.RegularExpressions;
using PopcornCC.Compiler.Migration;
using PopcornCC.Compiler.Preprocess;
using PopcornCC.Compiler.Text;
using PopcornCC.Linker.Elf;
using PopcornCC.Llvm;

namespace PopcornCC.Cli;

/// <summary>Assembles the assembly inputs of one command line.</summary>
internal sealed partial class AssemblyInputs(PreprocessorOptions preprocessor, FileCache files, Func<SourceManager, DiagnosticBag> newBag)
{
    private static readonly (Target Target, string Suffix, string Macro)[] s_targets = [(Target.X86_64, ".x86_64", "__x86_64__"), (Target.AArch64, ".aarch64", "__aarch64__")];

    /// <summary>The unit a file belongs to: its path without instruction set and extension.</summary>
    public static string UnitOf(string path)
    {
        string stem = Path.ChangeExtension(path, null);
        return s_targets.Any(t => stem.EndsWith(t.Suffix, StringComparison.Ordinal)) ? Path.ChangeExtension(stem, null) : stem;
    }

    /// <summary>The fat object of the unit that a file belongs to, or null after errors.</summary>
    public byte[]? Assemble(string path, ErrorOutput output)
    {
        string unit = UnitOf(path);
        if (unit == Path.ChangeExtension(path, null))
        {
            if (IsPreprocessed(path)) return Combine([.. s_targets.Select(_ => path)], output);
            output.Error($"{path}: an assembly file is for one instruction set: name it NAME.x86_64.s, beside NAME.aarch64.s with the same symbols; or name it NAME.S with '#ifdef __x86_64__' and '#ifdef __aarch64__' inside", "PCC4105");
            return null;
        }
        List<string> paths = [];
        foreach ((_, string suffix, _) in s_targets)
        {
            string wanted = unit + suffix;
            string? found = path.StartsWith(wanted + ".", StringComparison.Ordinal) ? path : new[] { wanted + Path.GetExtension(path), wanted + ".s", wanted + ".S" }.FirstOrDefault(File.Exists);
            if (found is null)
            {
                output.Error($"{path}: its partner {wanted}{Path.GetExtension(path)} is missing: both make one object", "PCC4113");
                return null;
            }
            paths.Add(found);
        }
        return Combine(paths, output);
    }

    private byte[]? Combine(IReadOnlyList<string> paths, ErrorOutput output)
    {
        List<byte[]> halves = [];
        for (int i = 0; i < s_targets.Length; i++)
        {
            if (TextOf(paths[i], s_targets[i].Macro, output) is not string text || AssembleText(text, paths[i], s_targets[i].Target, output) is not byte[] half) return null;
            halves.Add(half);
        }
        return SymbolsAgree(paths, halves, output) ? FatObject.Combine(halves[0], halves[1]) : null;
    }

    private static bool IsPreprocessed(string path) => Path.GetExtension(path) is ".S" or ".sx";

    private string? TextOf(string path, string macro, ErrorOutput output)
    {
        if (CompileStep.ReadText(path, output) is not string text || !IsPreprocessed(path)) return CompileStep.ReadText(path, output);
        SourceManager sources = new();
        DiagnosticBag diagnostics = newBag(sources);
        using StringWriter writer = new();
        CommandLineMacro[] macros = [new CommandLineMacro(macro, false), new CommandLineMacro("__ASSEMBLER__", false), .. preprocessor.Macros];
        // Line markers tell the assembler the lines of the file.
        PreprocessedOutput.Print(new Preprocessor(sources, diagnostics, preprocessor with { Macros = macros, KeepPragmas = true }, files), path, text, sources, writer, lineMarkers: true);
        return output.Write(diagnostics, sources) ? writer.ToString() : null;
    }

    /// <summary>Assembles text for one target; null after errors, whose places are put into the form of all other messages.</summary>
    public static byte[]? AssembleText(string text, string path, Target target, ErrorOutput output)
    {
        (byte[] half, IReadOnlyList<LlvmDiagnostic> diagnostics) = Assembler.Assemble(text, path, target.Triple, target.Cpu, target.Features);
        bool failed = half.Length == 0;
        foreach (LlvmDiagnostic d in diagnostics)
        {
            Match place = Place().Match(d.Message);
            string severity = d.Severity == LLVMDiagnosticSeverity.LLVMDSError ? "error" : "warning";
            if (!place.Success)
            {
                output.Error($"{path}: {d.Message.TrimEnd()}", "PCC4106");
                continue;
            }
            string file = place.Groups[1].Value == "<inline asm>" ? path : place.Groups[1].Value;
            int end = d.Message.IndexOf('\n', StringComparison.Ordinal);
            string rest = end < 0 ? "" : d.Message[end..].TrimEnd();
            int column = int.Parse(place.Groups[3].Value, CultureInfo.InvariantCulture);
            output.WriteLine($"{file}:{place.Groups[2].Value}:{column}: {severity}: {place.Groups[4].Value} [PCC4106]{rest}");
        }
        return failed ? null : half;
    }

    // What one half alone defines would be there on one machine and missing on the other.
    private static bool SymbolsAgree(IReadOnlyList<string> paths, List<byte[]> halves, ErrorOutput output)
    {
        SortedDictionary<string, bool>[] defined = [.. halves.Select(GlobalsOf)];
        bool agree = true;
        for (int i = 0; i < halves.Count; i++)
        {
            int other = 1 - i;
            foreach ((string name, bool isCode) in defined[i])
            {
                if (!defined[other].TryGetValue(name, out bool otherIsCode))
                    output.Error($"{paths[i]}: '{name}' is defined for {Target.All[i].Name} and not for {Target.All[other].Name} ({paths[other]})", "PCC4114");
                else if (i == 0 && isCode != otherIsCode) output.Error($"{paths[i]}: '{name}' is code on one instruction set and data on the other", "PCC4114");
                else continue;
                agree = false;
            }
        }
        return agree;
    }

    private static SortedDictionary<string, bool> GlobalsOf(byte[] half)
    {
        SortedDictionary<string, bool> globals = new(StringComparer.Ordinal);
        ElfFile elf = ElfFile.Read(half, out string? error) ?? throw new InvalidOperationException(error);
        if (elf.Find(".symtab") is not { } table) return globals;
        ReadOnlySpan<byte> symbols = elf.Content(table).Span, names = elf.Content(elf.Sections[(int)table.Header.Link]).Span;
        for (int at = ElfConstants.SymSize; at + ElfConstants.SymSize <= symbols.Length; at += ElfConstants.SymSize)
        {
            SymbolEntry e = SymbolEntry.Read(symbols[at..]);
            if (e.Binding == ElfConstants.STB_LOCAL || e.Section == ElfConstants.SHN_UNDEF) continue;
            bool isCode = e.Section < elf.Sections.Count && (elf.Sections[e.Section].Header.Flags & ElfConstants.SHF_EXECINSTR) != 0;
            if (ElfFile.StringAt(names, e.Name) is string name) globals[name] = isCode;
        }
        return globals;
    }

    [GeneratedRegex(@"\A(.+?):(\d+):(\d+): (?:(?:error|warning): )?(.*)")]
    private static partial Regex Place();
}
