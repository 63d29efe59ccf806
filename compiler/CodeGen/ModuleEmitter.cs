// From a bound translation unit to one LLVM module for the neutral machine (docs/neutral-abi.md). What has external linkage is emitted in source order; what has internal linkage
// only when something emitted refers to it, as clang does, so that the inline functions and tables of headers cost nothing. References are made before bodies: a queue holds
// what is still to be emitted, in the order of first reference, which keeps the output deterministic.
using PopcornCC.Compiler.Semantics;
using PopcornCC.Compiler.Text;
using PopcornCC.Llvm;

namespace PopcornCC.Compiler.CodeGen;

/// <summary>Emits a module.</summary>
public sealed partial class ModuleEmitter
{
    private readonly LLVMModuleRef _module;
    private readonly Dictionary<VariableSymbol, LLVMValueRef> _variables = [];
    private readonly Dictionary<FunctionSymbol, LLVMValueRef> _functions = [];
    private readonly Dictionary<FunctionSymbol, BoundFunction> _bodies = [];
    private readonly Dictionary<string, object> _definitions = new(StringComparer.Ordinal);
    private readonly Queue<object> _pending = new();
    private readonly HashSet<object> _queued = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<(string Name, LLVMTypeRef A, LLVMTypeRef B), LLVMValueRef> _intrinsics = [];

    private ModuleEmitter(BoundUnit unit, EmitOptions options, SourceManager sources, LLVMContextRef context, DiagnosticBag diagnostics)
    {
        Options = options;
        Context = context;
        Diagnostics = diagnostics;
        _module = context.CreateModuleWithName(options.FileName);
        _module.SourceFileName = options.FileName;
        _module.Target = NeutralMachine.Triple;
        _module.DataLayout = NeutralMachine.DataLayout;
        Types = new TypeLowering(context);
        Tbaa = options.OptimizationLevel > 0 && options.StrictAliasing ? new Tbaa(context) : null;
        Attributes = new AttributeCache(context);
        Constants = new ConstantEmitter(this);
        Metadata = new MetadataKinds(context);
        Debug = options.Debug != DebugLevel.None ? new DebugInfo(_module, options, sources) : null;
        foreach (BoundFunction f in unit.Functions)
        {
            _bodies[f.Symbol] = f;
            _definitions.TryAdd(LinkName(f.Symbol), f.Symbol);
        }
        foreach (VariableSymbol v in unit.Variables)
        {
            if (IsDefinition(v)) _definitions.TryAdd(LinkName(v), v);
        }
    }

    internal EmitOptions Options { get; }
    internal LLVMContextRef Context { get; }
    internal DiagnosticBag Diagnostics { get; }
    internal TypeLowering Types { get; }
    internal Tbaa? Tbaa { get; }
    internal AttributeCache Attributes { get; }
    internal ConstantEmitter Constants { get; }
    internal MetadataKinds Metadata { get; }
    internal DebugInfo? Debug { get; }

    /// <summary>Emits the unit into a new module of the context, and verifies it. A module that does not verify is a defect of this compiler and throws.</summary>
    public static LLVMModuleRef Emit(BoundUnit unit, EmitOptions options, SourceManager sources, LLVMContextRef context, DiagnosticBag diagnostics)
    {
        ModuleEmitter emitter = new(unit, options, sources, context, diagnostics);
        emitter.EmitUnit(unit);
        return emitter._module;
    }

    private void EmitUnit(BoundUnit unit)
    {
        foreach (VariableSymbol v in unit.Variables)
        {
            if ((IsDefinition(v) && (v.Linkage == Linkage.External || v.Attributes.Used)) || v.Attributes.Alias is not null) Variable(v);
        }
        foreach (FunctionSymbol f in unit.Declared)
        {
            if (f.Attributes.Alias is not null) Function(f);
        }
        foreach (BoundFunction f in unit.Functions)
        {
            if (IsRoot(f.Symbol)) Function(f.Symbol);
        }
        while (_pending.TryDequeue(out object? next))
        {
            if (next is VariableSymbol v) DefineVariable(v);
            else if (next is BoundFunction f) DefineFunction(f);
        }
        EmitConstructors(unit);
        EmitUsed(unit);
        EmitModuleFlags();
        Debug?.Finish();
        Verify();
    }

    private static bool IsRoot(FunctionSymbol f) =>
        (f.Linkage != Linkage.Internal && !f.IsInlineDefinition) || f.Attributes.Used || f.Attributes.Constructor is not null || f.Attributes.Destructor is not null;

    /// <summary>The name the linker sees.</summary>
    internal static string LinkName(Symbol symbol)
    {
        string? asmName = symbol switch
        {
            FunctionSymbol f => f.Attributes.AsmName,
            VariableSymbol v => v.Attributes.AsmName,
            _ => null,
        };
        const string Builtin = "__builtin_";
        return asmName ?? (symbol is FunctionSymbol && symbol.Name.StartsWith(Builtin, StringComparison.Ordinal) ? symbol.Name[Builtin.Length..] : symbol.Name);
    }

    /// <summary>An integer constant of an LLVM integer type of any width up to 128.</summary>
    internal LLVMValueRef Integer(LLVMTypeRef type, Int128 value) =>
        type.IntWidth <= 64
            ? LLVMValueRef.CreateConstInt(type, (ulong)(UInt128)value)
            : LLVMValueRef.CreateConstIntOfArbitraryPrecision(type, [(ulong)(UInt128)value, (ulong)((UInt128)value >> 64)]);

    /// <summary>An intrinsic with up to two overloaded types.</summary>
    internal LLVMValueRef Intrinsic(string name, LLVMTypeRef first = default, LLVMTypeRef second = default)
    {
        if (!_intrinsics.TryGetValue((name, first, second), out LLVMValueRef function))
        {
            LLVMTypeRef[] overloads = first.IsNull ? [] : second.IsNull ? [first] : [first, second];
            function = _module.GetIntrinsicDeclaration(name, overloads);
            _intrinsics.Add((name, first, second), function);
        }
        return function;
    }

    /// <summary>A library function the compiler itself calls (<c>memcmp</c>, <c>__atomic_load</c> …).</summary>
    internal LLVMValueRef LibraryFunction(string name, LLVMTypeRef result, params ReadOnlySpan<LLVMTypeRef> parameters)
    {
        // If the unit defines or has declared it, that one is meant.
        if (_definitions.TryGetValue(name, out object? definition) && definition is FunctionSymbol symbol) return Function(symbol);
        LLVMValueRef existing = _module.GetNamedFunction(name);
        if (existing.Handle != 0) return existing;
        LLVMValueRef function = _module.AddFunction(name, LLVMTypeRef.CreateFunction(result, parameters));
        function.AddAttributeAtIndex(LLVMAttributeIndex.LLVMAttributeFunctionIndex, Attributes["nounwind"]);
        return function;
    }

    /// <summary>The argument area of a call without variadic arguments: 64 zero bytes of the runtime's.</summary>
    internal LLVMValueRef NoArguments
    {
        get
        {
            const string name = "__popcorn_no_arguments";
            LLVMValueRef global = _module.GetNamedGlobal(name);
            if (global.Handle != 0) return global;
            global = _module.AddGlobal(LLVMTypeRef.CreateArray2(Types.I8, 64), name);
            global.Visibility = LLVMVisibility.LLVMHiddenVisibility;
            global.IsGlobalConstant = true;
            global.Alignment = NeutralMachine.StackAlignment;
            return global;
        }
    }

    private void EmitModuleFlags()
    {
        _module.AddModuleFlag("wchar_size", LLVMModuleFlagBehavior.LLVMModuleFlagBehaviorError, 4);
        _module.AddModuleFlag("uwtable", LLVMModuleFlagBehavior.LLVMModuleFlagBehaviorError, 2);
        _module.AddModuleFlag(NeutralMachine.NeutralCalls, LLVMModuleFlagBehavior.LLVMModuleFlagBehaviorError, 1);
        if (Options.Debug != DebugLevel.None)
        {
            _module.AddModuleFlag("Debug Info Version", LLVMModuleFlagBehavior.LLVMModuleFlagBehaviorWarning, LLVM.DebugMetadataVersion());
            _module.AddModuleFlag("Dwarf Version", LLVMModuleFlagBehavior.LLVMModuleFlagBehaviorWarning, (uint)Options.DwarfVersion);
        }
    }


    private void Verify()
    {
        if (_module.TryVerify(LLVMVerifierFailureAction.LLVMReturnStatusAction, out string message)) return;
        foreach (LLVMValueRef f in _module.Functions)
        {
            if (!f.IsDeclaration && !f.VerifyFunction(LLVMVerifierFailureAction.LLVMReturnStatusAction))
                throw new InvalidOperationException($"the IR of function '{f.Name}' is not valid: {message}");
        }
        throw new InvalidOperationException($"the module is not valid: {message}");
    }
}

/// <summary>The metadata kinds code generation attaches.</summary>
internal sealed class MetadataKinds(LLVMContextRef context)
{
    public uint Loop { get; } = context.GetMDKindID("llvm.loop");
    public uint Range { get; } = context.GetMDKindID("range");
    public uint NoUndef { get; } = context.GetMDKindID("noundef");
    public LLVMValueRef Empty { get; } = context.GetMDNode([]).AsValue(context);

    /// <summary>A _Bool in memory is 0 or 1.</summary>
    public LLVMValueRef BoolRange { get; } = context.GetMDNode(
        [LLVMValueRef.CreateConstInt(context.Int8Type, 0).AsMetadata(), LLVMValueRef.CreateConstInt(context.Int8Type, 2).AsMetadata()]).AsValue(context);

    /// <summary>What makes a loop's metadata say that it ends (C11 6.8.5p6).</summary>
    public LLVMMetadataRef MustProgress { get; } = context.GetMDNode([context.GetMDString("llvm.loop.mustprogress")]);
}
