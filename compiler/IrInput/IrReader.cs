// LLVM IR as input, text or bitcode: another front end's module, which from here on is compiled like one of our own. It must be for the neutral machine
// (docs/llvm-ir-input.md): what cannot be is refused by name (IrChecker), what merely names one machine is dropped (IrCleaning), and the native form of
// calls is brought into the neutral one (IrCalls).
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using PopcornCC.Compiler.CodeGen;
using PopcornCC.Compiler.Text;
using PopcornCC.Llvm;

namespace PopcornCC.Compiler.IrInput;

/// <summary>Reads a module of LLVM IR.</summary>
public static partial class IrReader
{
    /// <summary>The module of a file in the neutral form; without one there has been an error.</summary>
    public static LLVMModuleRef? Read(string path, byte[] content, LLVMContextRef context, SourceManager sources, DiagnosticBag diagnostics)
    {
        if (Parse(path, content, context, sources, diagnostics) is not LLVMModuleRef module) return null;
        if (Accepted(path, module, diagnostics)) return module;
        module.Dispose();
        return null;
    }

    private static bool Accepted(string path, LLVMModuleRef module, DiagnosticBag diagnostics)
    {
        if (!module.TryVerify(LLVMVerifierFailureAction.LLVMReturnStatusAction, out string message))
        {
            diagnostics.IrIllFormed(path, message.TrimEnd());
            return false;
        }
        if (!new IrChecker(path, module, diagnostics).Check()) return false;
        module.Target = NeutralMachine.Triple;
        module.DataLayout = NeutralMachine.DataLayout;
        IrCleaning.Run(module);
        if (!HasNeutralCalls(module)) IrCalls.Lower(module);
        module.Verify();
        return true;
    }

    // What this compiler itself has written: its va_list is not that of x86-64.
    private static bool HasNeutralCalls(LLVMModuleRef module) =>
        module.GetNamedMetadataOperands("llvm.module.flags").Any(flag => flag.PrintToString().Contains($"!\"{NeutralMachine.NeutralCalls}\"", StringComparison.Ordinal));

    private static LLVMModuleRef? Parse(string path, byte[] content, LLVMContextRef context, SourceManager sources, DiagnosticBag diagnostics)
    {
        if (!TryParse(path, content, context, out LLVMModuleRef module, out string message))
        {
            Report(path, content, message, sources, diagnostics);
            return null;
        }
        if (module.DataLayout.Length > 0 || IsBitcode(content)) return module;
        // Alignments that the text leaves out are those of the layout, so it has to be known from the start.
        module.Dispose();
        byte[] layout = Encoding.UTF8.GetBytes($"target datalayout = \"{NeutralMachine.DataLayout}\"\n");
        return TryParse(path, [.. layout, .. content], context, out module, out _) ? module : throw new InvalidOperationException("the same text does not parse again");
    }

    private static bool TryParse(string path, byte[] content, LLVMContextRef context, out LLVMModuleRef module, out string message) =>
        // LLVM takes the buffer.
        context.TryParseIR(LLVMMemoryBufferRef.Create(content, path), out module, out message);

    private static bool IsBitcode(byte[] content) => content is [(byte)'B', (byte)'C', 0xC0, 0xDE, ..] or [0xDE, 0xC0, 0x17, 0x0B, ..];

    // LLVM's own form: "x.ll:3:5: error: expected type", the line, and a caret.
    private static void Report(string path, byte[] content, string message, SourceManager sources, DiagnosticBag diagnostics)
    {
        string first = message.Split('\n')[0];
        if (!IsBitcode(content) && Place().Match(first) is { Success: true } match && first.StartsWith(path, StringComparison.Ordinal))
        {
            string text = SourceEncoding.Decode(content);
            SourceFile file = sources.Add(path, text, false, default);
            int line = int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture), column = int.Parse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture);
            int start = 0;
            for (int l = 1; l < line && start >= 0; l++) start = text.IndexOf('\n', start) + 1;
            diagnostics.IrNotRead(new SourceSpan(file.Id, Math.Min(start + Math.Max(0, column - 1), text.Length), 0), match.Groups[3].Value);
            return;
        }
        diagnostics.IrNotRead(default, first.StartsWith(path, StringComparison.Ordinal) ? first : $"{path}: {first}");
    }

    [GeneratedRegex(@":(\d+):(\d+): error: (.*)$")]
    private static partial Regex Place();
}
