// Debug information for line tables and backtraces: one compile unit, a file for each source file, a subprogram for each function, and a place for each statement and call.
using PopcornCC.Compiler.Semantics;
using PopcornCC.Compiler.Text;
using PopcornCC.Llvm;

namespace PopcornCC.Compiler.CodeGen;

/// <summary>Makes debug metadata; one for each module, when asked for.</summary>
internal sealed class DebugLines
{
    private readonly SourceManager _sources;
    private readonly EmitOptions _options;
    private readonly LLVMContextRef _context;
    private readonly LLVMDIBuilderRef _builder;
    private readonly Dictionary<string, LLVMMetadataRef> _files = new(StringComparer.Ordinal);
    private readonly LLVMMetadataRef _main;
    private readonly LLVMMetadataRef _type;

    public DebugLines(LLVMModuleRef module, EmitOptions options, SourceManager sources)
    {
        _sources = sources;
        _options = options;
        _context = module.Context;
        _builder = module.CreateDIBuilder();
        _main = _builder.CreateFile(options.FileName, options.Directory);
        _builder.CreateCompileUnit(_main, "PopcornCC", options.OptimizationLevel > 0);
        _type = _builder.CreateSubroutineType(_main, []);
    }

    public void Finish()
    {
        _builder.Finish();
        _builder.Dispose();
    }

    /// <summary>Gives a function its subprogram, which is the scope of its lines.</summary>
    public LLVMMetadataRef Begin(BoundFunction function, LLVMValueRef llvm)
    {
        (LLVMMetadataRef file, uint line, _) = Place(function.Span);
        LLVMMetadataRef scope = _builder.CreateFunction(
            file, llvm.Name, file, line, _type, function.Symbol.Linkage == Linkage.Internal, line, _options.OptimizationLevel > 0);
        llvm.Subprogram = scope;
        return scope;
    }

    /// <summary>A place in a function.</summary>
    public LLVMMetadataRef Location(SourceSpan span, LLVMMetadataRef scope)
    {
        (_, uint line, uint column) = Place(span);
        return _context.CreateDebugLocation(line, column, scope);
    }

    private (LLVMMetadataRef File, uint Line, uint Column) Place(SourceSpan span)
    {
        PresumedLocation place = _sources.GetLocation(span);
        if (place.Line == 0) return (_main, 0, 0);
        if (!_files.TryGetValue(place.Path, out LLVMMetadataRef file))
            _files.Add(place.Path, file = place.Path == _options.FileName ? _main : _builder.CreateFile(place.Path, _options.Directory));
        return (file, (uint)place.Line, (uint)place.Column);
    }
}
