// Runs preprocessor and parser over a text.
using System.Text;
using PopcornCC.Compiler.Preprocess;
using PopcornCC.Compiler.Syntax;
using PopcornCC.Compiler.Text;

namespace PopcornCC.Compiler.Tests.Syntax;

internal sealed record Parsed(TranslationUnitSyntax Unit, string Errors);

internal static class ParserHarness
{
    public static Parsed Parse(string text, LanguageStandard standard = LanguageStandard.C17, bool gnu = true, string path = "test.c")
    {
        SourceManager sources = new();
        DiagnosticBag diagnostics = new();
        Preprocessor preprocessor = new(sources, diagnostics, new PreprocessorOptions { Standard = standard, GnuMode = gnu }, new FileCache());
        preprocessor.Enter(path, text);
        TranslationUnitSyntax unit = Parser.Parse(preprocessor.Next, sources, new LanguageOptions(standard, gnu), diagnostics);
        StringBuilder errors = new();
        foreach (Diagnostic d in diagnostics.Items)
        {
            Append(d, d.Severity.ToString().ToLowerInvariant(), $" [{d.Id}]");
            foreach (Diagnostic note in d.Notes ?? []) Append(note, "note", "");
        }
        return new Parsed(unit, errors.ToString());

        void Append(Diagnostic d, string severity, string id)
        {
            PresumedLocation at = sources.GetLocation(d.Span);
            errors.Append(at.Line).Append(':').Append(at.Column).Append(": ").Append(severity).Append(": ").Append(d.Message).Append(id).Append('\n');
        }
    }
}
