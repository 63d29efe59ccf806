// The compiler's table of contents: one C source file through all passes, in order. Each pass takes what the one before gave and nothing else; what a pass
// has to say goes into the diagnostic bag; after an error no code is made.
using System.Runtime.ExceptionServices;
using PopcornCC.Compiler.CodeGen;
using PopcornCC.Compiler.IrInput;
using PopcornCC.Compiler.Migration;
using PopcornCC.Compiler.Preprocess;
using PopcornCC.Compiler.Semantics;
using PopcornCC.Compiler.Syntax;
using PopcornCC.Compiler.Text;
using PopcornCC.Llvm;

namespace PopcornCC.Compiler;

/// <summary>Everything a compilation is told, one record a stage.</summary>
public sealed record CompilationOptions
{
    public PreprocessorOptions Preprocessor { get; init; } = new();
    public LanguageOptions Language { get; init; } = LanguageOptions.Default;
    public BinderOptions Binder { get; init; } = new();
    public EmitOptions CodeGen { get; init; } = new();
    public CodeGenOptions Migration { get; init; } = new();

    /// <summary>Stop after binding (<c>-fsyntax-only</c>).</summary>
    public bool SyntaxOnly { get; init; }

    /// <summary>Give the neutral module instead of code (<c>-emit-llvm</c>).</summary>
    public LlvmOutput Llvm { get; init; }

    /// <summary>Takes the time of each stage (<c>-ftime-report</c>).</summary>
    public TimeReport? Times { get; init; }
}

/// <summary>In what form to give the neutral module.</summary>
public enum LlvmOutput : byte
{
    None,
    Text,
    Bitcode,
}

/// <summary>What a compilation gave: an ELF object (or assembly text) a target in the order of <see cref="Target.All"/>, or LLVM IR; nothing after an error.</summary>
public sealed record CompilationResult(IReadOnlyList<byte[]> Outputs, byte[]? Llvm, IReadOnlyList<IncludedFile> Dependencies);

/// <summary>Compiles one translation unit.</summary>
public static class Compilation
{
    private static readonly CompilationResult Nothing = new([], null, []);

    // The passes recurse over trees whose depth the parser limits; this is more than the deepest it lets through needs. Only what is touched costs memory.
    private const int StackSize = 512 << 20;

    /// <summary>Runs every pass over a file whose text has been read, on a thread whose stack fits the deepest tree. <paramref name="sources"/> and <paramref name="diagnostics"/> belong to this unit
    /// alone.</summary>
    public static CompilationResult Compile(string path, string text, CompilationOptions options, FileCache files, SourceManager sources, DiagnosticBag diagnostics)
    {
        CompilationResult result = Nothing;
        ExceptionDispatchInfo? failure = null;
        Thread thread = new(() =>
        {
            try
            {
                result = CompileHere(path, text, options, files, sources, diagnostics);
            }
            catch (Exception e)
            {
                failure = ExceptionDispatchInfo.Capture(e);
            }
        }, StackSize);
        thread.Start();
        thread.Join();
        failure?.Throw();
        return result;
    }

    /// <summary>Compiles a module of LLVM IR, text or bitcode, from another front end.</summary>
    public static CompilationResult CompileIr(string path, byte[] content, CompilationOptions options, SourceManager sources, DiagnosticBag diagnostics)
    {
        CodeGenOptions migration = options.Migration with { Times = options.Times };
        byte[] optimized;
        using (LLVMContextRef context = LLVMContextRef.Create())
        {
            // IR to the neutral form, or to errors that say what has none.
            if (IrReader.Read(path, content, context, sources, diagnostics) is not LLVMModuleRef module) return Nothing;
            using (module)
            {
                options.Times?.Ended("read the module");
                if (options.SyntaxOnly) return Nothing;
                if (options.Llvm != LlvmOutput.None) return new CompilationResult([], Print(module, options.Llvm), []);
                optimized = MigrationPipeline.Optimize(module, migration);
            }
        }
        return Finish(optimized, migration, [], diagnostics);
    }

    private static CompilationResult CompileHere(string path, string text, CompilationOptions options, FileCache files, SourceManager sources, DiagnosticBag diagnostics)
    {
        // Phases 1 to 4: characters to tokens, macros expanded, pulled one by one.
        Preprocessor preprocessor = new(sources, diagnostics, options.Preprocessor, files);
        preprocessor.Enter(path, text);

        // Phases 5 to 7: tokens to syntax.
        TranslationUnitSyntax syntax = Parser.Parse(preprocessor.Next, sources, options.Language, diagnostics);
        IReadOnlyList<IncludedFile> dependencies = preprocessor.Dependencies;
        options.Times?.Ended("preprocess and parse");
        if (diagnostics.HasFatalError) return Nothing with { Dependencies = dependencies };

        // After errors too: what could be parsed is checked, so that one run reports all.
        // Names, types, conversions, constants: syntax to meaning.
        BoundUnit bound = Binder.Bind(syntax, options.Binder with { Sources = sources, IsInMainFile = span => IsInMainFile(span, sources) }, diagnostics);
        options.Times?.Ended("bind");
        if (diagnostics.HasErrors || options.SyntaxOnly) return Nothing with { Dependencies = dependencies };

        CodeGenOptions migration = options.Migration with { Times = options.Times };
        byte[] optimized;
        using (LLVMContextRef context = LLVMContextRef.Create())
        {
            // Meaning to one LLVM module for the neutral machine.
            using LLVMModuleRef module = ModuleEmitter.Emit(bound, options.CodeGen, sources, context, diagnostics);
            options.Times?.Ended("make the neutral module");
            if (diagnostics.HasErrors) return Nothing with { Dependencies = dependencies };
            if (options.Llvm != LlvmOutput.None) return new CompilationResult([], Print(module, options.Llvm), dependencies);

            // Optimise once.
            optimized = MigrationPipeline.Optimize(module, migration);
        }

        return Finish(optimized, migration, dependencies, diagnostics);
    }

    // Add migration points, sites and resume functions, generate code for each target.
    private static CompilationResult Finish(byte[] optimized, CodeGenOptions migration, IReadOnlyList<IncludedFile> dependencies, DiagnosticBag diagnostics)
    {
        CompiledModule compiled = MigrationPipeline.Generate(optimized, migration);
        foreach (Diagnostic d in compiled.Diagnostics) diagnostics.Add(d);
        return new CompilationResult(compiled.Outputs, null, dependencies);
    }

    private static bool IsInMainFile(SourceSpan span, SourceManager sources)
    {
        SourceSpan place = sources.Outermost(span);
        return place.File == 0 || sources[place.File]!.IncludedFrom.File == 0;
    }

    private static byte[] Print(LLVMModuleRef module, LlvmOutput form)
    {
        if (form == LlvmOutput.Text) return System.Text.Encoding.UTF8.GetBytes(module.PrintToString());
        using LLVMMemoryBufferRef buffer = module.WriteBitcodeToMemoryBuffer();
        return buffer.ToArray();
    }
}
