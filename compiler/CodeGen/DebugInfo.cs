// Debug information (DWARF 5): one compile unit, a file for each source file, a subprogram for each function, a place for each statement and call, and the variables with where they
// are kept. It is metadata beside the code and changes none of it. A function's resume copy gets a subprogram too, made here in advance because only this stage can make one: pairs of
// the two are the operands of the named node <see cref="ResumePairs"/>; the migration passes say that the copy's code is the function's, inlined (Migration/DebugValues.cs).
using PopcornCC.Compiler.Semantics;
using PopcornCC.Compiler.Text;
using PopcornCC.Llvm;

namespace PopcornCC.Compiler.CodeGen;

/// <summary>Makes debug metadata; one for each module, when asked for.</summary>
internal sealed class DebugInfo
{
    /// <summary>The named metadata with a node for each function: its subprogram and that of its resume copy.</summary>
    public const string ResumePairs = "popcorn.resume";

    private readonly LLVMModuleRef _module;
    private readonly SourceManager _sources;
    private readonly EmitOptions _options;
    private readonly LLVMContextRef _context;
    private readonly LLVMDIBuilderRef _builder;
    private readonly Dictionary<string, LLVMMetadataRef> _files = new(StringComparer.Ordinal);
    private readonly Dictionary<FunctionSymbol, LLVMMetadataRef> _functions = [];
    private readonly List<(VariableSymbol Variable, LLVMValueRef Global)> _globals = [];
    private readonly LLVMMetadataRef _main;
    private readonly LLVMMetadataRef _unit;
    private readonly LLVMMetadataRef _noExpression;
    private readonly DebugTypes _types;

    public DebugInfo(LLVMModuleRef module, EmitOptions options, SourceManager sources)
    {
        _module = module;
        _sources = sources;
        _options = options;
        _context = module.Context;
        _builder = module.CreateDIBuilder();
        _main = _builder.CreateFile(options.FileName, options.Directory);
        _unit = _builder.CreateCompileUnit(_main, "PopcornCC", options.OptimizationLevel > 0,
            HasVariables ? LLVMDWARFEmissionKind.LLVMDWARFEmissionFull : LLVMDWARFEmissionKind.LLVMDWARFEmissionLineTablesOnly);
        _noExpression = _builder.CreateExpression([]);
        _types = new DebugTypes(_builder, _main, Place);
    }

    /// <summary>Whether variables and types are described, not only functions and lines.</summary>
    public bool HasVariables => _options.Debug == DebugLevel.Full;

    private bool Optimized => _options.OptimizationLevel > 0;

    public void Finish()
    {
        uint kind = _context.GetMDKindID("dbg");
        foreach ((VariableSymbol variable, LLVMValueRef global) in _globals) global.GlobalSetMetadata(kind, Global(variable, global));
        _builder.Finish();
        _builder.Dispose();
    }

    /// <summary>Gives a function its subprogram, which is the scope of its lines.</summary>
    public LLVMMetadataRef Begin(BoundFunction function, LLVMValueRef llvm)
    {
        (LLVMMetadataRef file, uint line, _) = Place(function.Span);
        uint bodyLine = Place(function.Body.Span).Line;
        bool local = function.Symbol.Linkage == Linkage.Internal;
        LLVMMetadataRef type = HasVariables ? _types.Subroutine(function.Symbol.Type) : _builder.CreateSubroutineType(_main, []);
        LLVMDIFlags flags = function.Symbol.Type.HasPrototype ? LLVMDIFlags.LLVMDIFlagPrototyped : LLVMDIFlags.LLVMDIFlagZero;
        if (function.Symbol.Attributes.NoReturn) flags |= LLVMDIFlags.LLVMDIFlagNoReturn;
        string name = function.Symbol.Name;
        LLVMMetadataRef scope = _builder.CreateFunction(file, name, llvm.Name == name ? "" : llvm.Name, file, line, type, local, bodyLine, flags, Optimized);
        llvm.Subprogram = scope;
        _functions[function.Symbol] = scope;

        LLVMMetadataRef resume = _builder.CreateFunction(
            file, llvm.Name + ".resume", "", file, line, _builder.CreateSubroutineType(_main, []), true, bodyLine, LLVMDIFlags.LLVMDIFlagArtificial, Optimized);
        LLVM.AddNamedMetadataOperand(_module, ResumePairs, _context.GetMDNode([scope, resume]).AsValue(_context));
        return scope;
    }

    /// <summary>A block of a function.</summary>
    public LLVMMetadataRef Block(SourceSpan span, LLVMMetadataRef scope)
    {
        (LLVMMetadataRef file, uint line, uint column) = Place(span);
        return _builder.CreateLexicalBlock(scope, file, line, column);
    }

    /// <summary>A place in a function.</summary>
    public LLVMMetadataRef Location(SourceSpan span, LLVMMetadataRef scope)
    {
        (_, uint line, uint column) = Place(span);
        return _context.CreateDebugLocation(line, column, scope);
    }

    /// <summary>Says that a local variable or (<paramref name="parameter"/>, from 1) a parameter is kept at an address, or that the address itself is kept there.</summary>
    public void Declare(VariableSymbol variable, int parameter, LLVMValueRef address, bool isIndirect, LLVMMetadataRef scope, LLVMBasicBlockRef block)
    {
        (LLVMMetadataRef file, uint line, _) = Place(variable.Span);
        LLVMMetadataRef type = _types.Of(variable.Type);
        LLVMMetadataRef described = parameter > 0
            ? _builder.CreateParameterVariable(scope, variable.Name, (uint)parameter, file, line, type, Optimized)
            : _builder.CreateAutoVariable(scope, variable.Name, file, line, type, Optimized, LLVMDIFlags.LLVMDIFlagZero, (uint)variable.Attributes.Alignment * 8);
        const ulong DW_OP_deref = 0x06;
        _builder.InsertDeclareAtEnd(address, described, isIndirect ? _builder.CreateExpression([DW_OP_deref]) : _noExpression, Location(variable.Span, scope), block);
    }

    /// <summary>Describes an object of static or thread storage when all functions are known, of which one may be its scope.</summary>
    public void Describe(VariableSymbol variable, LLVMValueRef global)
    {
        if (HasVariables && (variable.Owner is not null || !variable.Name.Contains('.', StringComparison.Ordinal))) _globals.Add((variable, global));
    }

    private LLVMMetadataRef Global(VariableSymbol variable, LLVMValueRef global)
    {
        (LLVMMetadataRef file, uint line, _) = Place(variable.Span);
        LLVMMetadataRef scope = variable.Owner is not null && _functions.TryGetValue(variable.Owner, out LLVMMetadataRef function) ? function : _unit;
        // A static local's symbol is "function.variable.n".
        string name = variable.Owner is null ? variable.Name : variable.Name.Split('.')[1];
        return _builder.CreateGlobalVariableExpression(
            scope, name, variable.Owner is null && global.Name != name ? global.Name : "", file, line, _types.Of(variable.Type), variable.Linkage != Linkage.External, _noExpression,
            (uint)variable.Attributes.Alignment * 8);
    }

    private (LLVMMetadataRef File, uint Line, uint Column) Place(SourceSpan span)
    {
        PresumedLocation place = _sources.GetLocation(span);
        if (place.Line == 0) return (_main, 0, 0);
        if (!_files.TryGetValue(place.Path, out LLVMMetadataRef file))
            _files.Add(place.Path, file = place.Path == _options.FileName ? _main : _builder.CreateFile(place.Path, _options.Directory));
        return (file, (uint)place.Line, _options.DebugColumns ? (uint)place.Column : 0);
    }
}
