// Function declarations: linkage, and the attributes that tell LLVM what the C source promises.
using PopcornCC.Compiler.Semantics;
using PopcornCC.Llvm;

namespace PopcornCC.Compiler.CodeGen;

public sealed partial class ModuleEmitter
{
    private const LLVMAttributeIndex OnFunction = LLVMAttributeIndex.LLVMAttributeFunctionIndex, OnResult = LLVMAttributeIndex.LLVMAttributeReturnIndex;

    // LLVM's encoding of memory effects: two bits (read 1, write 2) for each of argument memory, inaccessible memory and all other.
    private const ulong MemoryNone = 0, MemoryRead = 0b010101;

    /// <summary>The library functions that return a second time (C11 7.13.1.1 and POSIX).</summary>
    private static readonly HashSet<string> s_returnsTwice = new(StringComparer.Ordinal) { "setjmp", "_setjmp", "sigsetjmp", "__sigsetjmp", "__setjmp", "vfork" };

    /// <summary>The address of a function; its body is emitted later if this unit has one.</summary>
    internal LLVMValueRef Function(FunctionSymbol symbol)
    {
        if (_functions.TryGetValue(symbol, out LLVMValueRef function)) return function;
        string name = LinkName(symbol);
        if (symbol.Attributes.Alias is not null) return _functions[symbol] = Alias(symbol, name, Abi(symbol).Type, symbol.Attributes, symbol.Linkage);
        if (_definitions.TryGetValue(name, out object? definition) && !ReferenceEquals(definition, symbol))
            return _functions[symbol] = definition is FunctionSymbol f ? Function(f) : Variable((VariableSymbol)definition);
        function = _module.GetNamedFunction(name);
        if (function.Handle == 0)
        {
            function = _module.GetNamedGlobalAlias(name);
            if (function.Handle == 0) function = Declare(symbol, name);
        }
        _functions[symbol] = function;
        if (_bodies.TryGetValue(symbol, out BoundFunction? body) && WantsBody(symbol) && _queued.Add(body)) _pending.Enqueue(body);
        return function;
    }

    // An inline definition (6.7.4p7) is only a hint to the optimiser: without one it is a declaration.
    private bool WantsBody(FunctionSymbol symbol) => !symbol.IsInlineDefinition || Options.OptimizationLevel > 0 || symbol.Attributes.AlwaysInline;

    /// <summary>The neutral signature of a function. A definition without prototype takes its parameters as an unprototyped call passes them: promoted (6.5.2.2p6).</summary>
    internal FunctionAbi Abi(FunctionSymbol symbol)
    {
        _bodies.TryGetValue(symbol, out BoundFunction? body);
        FunctionType type = symbol.Type;
        if (body is not null && IsMain(symbol))
        {
            // main is called with three arguments, however many it declares.
            CType pointer = new PointerType(new PointerType(BuiltinType.Char));
            return new FunctionAbi(Types, type.ReturnType.Type, [BuiltinType.Int, pointer, pointer], false);
        }
        IEnumerable<CType> parameters = !type.HasPrototype && body is not null
            ? body.Parameters.Select(p => DefaultPromotion(p.Type.Type))
            : type.Parameters.Select(p => p.Type);
        return new FunctionAbi(Types, type.ReturnType.Type, parameters, type.IsVariadic);
    }

    /// <summary>Whether this is the program's entry (5.1.2.2.1).</summary>
    internal static bool IsMain(FunctionSymbol symbol) => symbol is { Name: "main", Linkage: Linkage.External };

    /// <summary>6.5.2.2p6: the default argument promotions.</summary>
    internal static CType DefaultPromotion(CType type) => type is BuiltinType { Kind: BuiltinKind.Float } ? BuiltinType.Double : type.IsInteger() ? type.Promote() : type;

    private LLVMValueRef Declare(FunctionSymbol symbol, string name)
    {
        SymbolAttributes a = symbol.Attributes;
        FunctionAbi abi = Abi(symbol);
        LLVMValueRef function = _module.AddFunction(name, abi.Type);
        bool defined = _bodies.ContainsKey(symbol) && WantsBody(symbol);
        function.Linkage = symbol.Linkage == Linkage.Internal && defined ? LLVMLinkage.LLVMInternalLinkage
            : symbol.IsInlineDefinition && defined ? LLVMLinkage.LLVMAvailableExternallyLinkage
            : !a.Weak ? LLVMLinkage.LLVMExternalLinkage
            : defined ? LLVMLinkage.LLVMWeakAnyLinkage
            : LLVMLinkage.LLVMExternalWeakLinkage;
        if (symbol.Linkage == Linkage.External) function.Visibility = Map(a.Visibility);
        if (a.Section is not null && defined) function.Section = a.Section;
        if (a.Alignment > 0) function.Alignment = (uint)a.Alignment;
        foreach ((LLVMAttributeIndex index, LLVMAttributeRef attribute) in abi.Attributes(Attributes)) function.AddAttributeAtIndex(index, attribute);
        AddAttributes(function, symbol, abi, name, defined);
        return function;
    }

    private void AddAttributes(LLVMValueRef function, FunctionSymbol symbol, FunctionAbi abi, string name, bool defined)
    {
        SymbolAttributes a = symbol.Attributes;
        Add("nounwind");
        if (a.NoReturn) Add("noreturn");
        if (a.Cold) Add("cold");
        if (a.Hot) Add("hot");
        if (a.ReturnsTwice || s_returnsTwice.Contains(name)) Add("returns_twice");
        if (a.Const || a.Pure)
        {
            function.AddAttributeAtIndex(OnFunction, Attributes.Get("memory", a.Const ? MemoryNone : MemoryRead));
            Add("willreturn");
        }
        if (a.Malloc && abi.Result.Llvm == Types.Pointer) function.AddAttributeAtIndex(OnResult, Attributes["noalias"]);
        if (a.PopcornLeaf) function.AddAttributeAtIndex(OnFunction, Context.CreateStringAttribute("popcorn-leaf"));
        if (Options.NoBuiltin || a.NoBuiltin) function.AddAttributeAtIndex(OnFunction, Context.CreateStringAttribute("no-builtins"));
        AddParameterAttributes(function, symbol, abi);
        if (!defined) return;
        function.AddAttributeAtIndex(OnFunction, Attributes.Get("uwtable", 2));
        function.AddAttributeAtIndex(OnFunction, Context.CreateStringAttribute("frame-pointer", "none"));
        if (a.AlwaysInline) Add("alwaysinline");
        else if (a.NoInline || a.OptNone) Add("noinline");
        else if (symbol.IsInline) Add("inlinehint");
        if (Options.OptimizeForSize) Add("optsize");

        void Add(string attribute) => function.AddAttributeAtIndex(OnFunction, Attributes[attribute]);
    }

    private void AddParameterAttributes(LLVMValueRef function, FunctionSymbol symbol, FunctionAbi abi)
    {
        uint index = abi.Result.Passing == Passing.Indirect ? 2u : 1u;
        for (int i = 0; i < abi.Parameters.Count; i++)
        {
            PassedValue p = abi.Parameters[i];
            if (p.Passing == Passing.Nothing) continue;
            if (p is { Passing: Passing.Direct, Type: PointerType })
            {
                // 6.7.3.1: for the time of the call, what is changed through a restrict parameter is reached through it only.
                bool isRestrict = i < symbol.RestrictParameters.Length ? symbol.RestrictParameters[i]
                    : i < symbol.Type.Parameters.Length && symbol.Type.Parameters[i].IsRestrict;
                if (isRestrict && Options.OptimizationLevel > 0) function.AddAttributeAtIndex((LLVMAttributeIndex)index, Attributes["noalias"]);
                if (symbol.Attributes.NonNull is { } nonNull && (nonNull.IsEmpty || nonNull.Contains(i + 1)))
                    function.AddAttributeAtIndex((LLVMAttributeIndex)index, Attributes["nonnull"]);
            }
            index++;
        }
    }

    private void DefineFunction(BoundFunction body)
    {
        LLVMValueRef function = Function(body.Symbol);
        // The name may belong to an alias or to a definition before this one; the binder has said so.
        if (function.IsAFunction.Handle == 0 || !function.IsDeclaration) return;
        new FunctionEmitter(this, body, function).Emit();
    }
}
