// Objects of static and thread storage (C11 6.9.2), string literals, aliases, and the lists of constructors and of symbols that must stay.
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using PopcornCC.Compiler.Semantics;
using PopcornCC.Llvm;

namespace PopcornCC.Compiler.CodeGen;

public sealed partial class ModuleEmitter
{
    private readonly Dictionary<(string Bytes, int Alignment), LLVMValueRef> _strings = [];
    private int _constantNumber;

    private static bool IsDefinition(VariableSymbol v) => v.IsDefined || v.Initializer is not null;

    /// <summary>The address of a variable of static or thread storage.</summary>
    internal LLVMValueRef Variable(VariableSymbol symbol)
    {
        if (_variables.TryGetValue(symbol, out LLVMValueRef global)) return global;
        string name = LinkName(symbol);
        if (symbol.Attributes.Alias is not null) return _variables[symbol] = Alias(symbol, name, Types.Memory(symbol.Type.Type), symbol.Attributes, symbol.Linkage);
        // A block-scope extern declaration is another symbol of the same object.
        if (_definitions.TryGetValue(name, out object? definition) && !ReferenceEquals(definition, symbol))
            return _variables[symbol] = definition is VariableSymbol v ? Variable(v) : Function((FunctionSymbol)definition);
        global = _module.GetNamedGlobal(name);
        if (global.Handle == 0)
        {
            global = _module.AddGlobal(Types.Memory(symbol.Type.Type), name);
            SetUp(global, symbol);
        }
        _variables[symbol] = global;
        if (IsDefinition(symbol) && _queued.Add(symbol)) _pending.Enqueue(symbol);
        return global;
    }

    private void SetUp(LLVMValueRef global, VariableSymbol symbol)
    {
        SymbolAttributes a = symbol.Attributes;
        bool defined = IsDefinition(symbol);
        global.Linkage = symbol.Linkage != Linkage.External ? LLVMLinkage.LLVMInternalLinkage
            : !a.Weak ? LLVMLinkage.LLVMExternalLinkage
            : defined ? LLVMLinkage.LLVMWeakAnyLinkage
            : LLVMLinkage.LLVMExternalWeakLinkage;
        if (symbol.Linkage == Linkage.External) global.Visibility = Map(a.Visibility);
        global.Alignment = (uint)AlignmentOf(symbol);
        if (a.Section is not null) global.Section = a.Section;
        // The program is linked statically: thread-local objects are at fixed distances from the thread pointer.
        if (symbol.Storage == StorageDuration.Thread) global.ThreadLocalMode = LLVMThreadLocalMode.LLVMLocalExecTLSModel;
        global.IsGlobalConstant = IsConstant(symbol.Type);
    }

    /// <summary>The alignment of a variable: its type's, what attributes ask for, and 16 for arrays of at least 16 bytes (System V x86-64 psABI 3.1.2).</summary>
    internal static int AlignmentOf(VariableSymbol symbol)
    {
        int alignment = Math.Max(TypeFacts.AlignmentOf(symbol.Type), symbol.Attributes.Alignment);
        bool large = symbol.Type.Type is ArrayType a && (a.Length is null || a.Size >= NeutralMachine.LargeArray) && symbol.Storage != StorageDuration.Parameter;
        // An array declared without its length may turn out small elsewhere, so only its definition is known to be aligned.
        if (symbol.Type.Type is ArrayType { Length: null, VariableLength: null }) large = false;
        return large ? Math.Max(alignment, NeutralMachine.LargeArray) : alignment;
    }

    /// <summary>Whether an object can be put in read-only memory: const all through, and not volatile.</summary>
    private static bool IsConstant(QualType type) =>
        type.Type is ArrayType a ? IsConstant(a.Element) || (type.IsConst && !type.IsVolatile) : type is { IsConst: true, IsVolatile: false };

    private static LLVMVisibility Map(Visibility visibility) => visibility switch
    {
        Visibility.Hidden or Visibility.Internal => LLVMVisibility.LLVMHiddenVisibility,
        Visibility.Protected => LLVMVisibility.LLVMProtectedVisibility,
        _ => LLVMVisibility.LLVMDefaultVisibility,
    };

    private void DefineVariable(VariableSymbol symbol)
    {
        ConstantImage image = new();
        if (!Constants.TryWrite(image, 0, symbol.Type, symbol.Initializer)) Diagnostics.InitialValueNotConstant(symbol.Initializer!.Span, symbol.Name);
        LLVMValueRef value = Constants.Build(symbol.Type.Type, image);
        LLVMValueRef global = _variables[symbol];
        if (value.TypeOf != global.GlobalValueType)
        {
            // The initialiser's type differs from the declared one (a union's other member, a flexible array): the object is made anew under the same name.
            LLVMValueRef old = global;
            string name = old.Name;
            old.Name = "";
            global = _module.AddGlobal(value.TypeOf, name);
            SetUp(global, symbol);
            old.ReplaceAllUsesWith(global);
            foreach (VariableSymbol other in _variables.Where(p => p.Value == old).Select(p => p.Key).ToArray()) _variables[other] = global;
            old.DeleteGlobal();
        }
        global.Initializer = value;
        Debug?.Describe(symbol, global);
    }

    /// <summary>The object of a string literal (C11 6.4.5): equal ones are one object, which 6.4.5p7 allows. Not private: what is neutral has a symbol.</summary>
    internal LLVMValueRef String(BoundStringLiteral literal)
    {
        ArrayType array = (ArrayType)literal.Type.Type;
        int alignment = array.Element.Type.Alignment;
        string key = string.Create(literal.Bytes.Length, literal.Bytes, static (span, bytes) =>
        {
            for (int i = 0; i < span.Length; i++) span[i] = (char)bytes[i];
        });
        if (_strings.TryGetValue((key, alignment), out LLVMValueRef global)) return global;
        ReadOnlySpan<byte> content = literal.Bytes.AsSpan();
        LLVMValueRef value = alignment switch
        {
            2 => Elements<ushort>(content, Context.Int16Type),
            4 => Elements<uint>(content, Context.Int32Type),
            _ => Context.GetConstString(content, dontNullTerminate: true),
        };
        global = ConstantObject(_strings.Count == 0 ? ".str" : $".str.{_strings.Count}", value, alignment);
        _strings.Add((key, alignment), global);
        return global;
    }

    private static LLVMValueRef Elements<T>(ReadOnlySpan<byte> bytes, LLVMTypeRef type)
        where T : unmanaged, IConvertible
    {
        ReadOnlySpan<T> elements = MemoryMarshal.Cast<byte, T>(bytes);
        LLVMValueRef[] values = new LLVMValueRef[elements.Length];
        for (int i = 0; i < values.Length; i++) values[i] = LLVMValueRef.CreateConstInt(type, elements[i].ToUInt64(null));
        return LLVMValueRef.CreateConstArray2(type, values);
    }

    /// <summary>A nameless read-only object, such as the initial value of a local array.</summary>
    internal LLVMValueRef ConstantObject(string name, LLVMValueRef value, int alignment)
    {
        LLVMValueRef global = _module.AddGlobal(value.TypeOf, name);
        global.Initializer = value;
        global.Linkage = LLVMLinkage.LLVMInternalLinkage;
        global.UnnamedAddress = LLVMUnnamedAddr.LLVMGlobalUnnamedAddr;
        global.IsGlobalConstant = true;
        global.Alignment = (uint)alignment;
        return global;
    }

    /// <summary>A read-only object with a counted name.</summary>
    internal LLVMValueRef ConstantObject(LLVMValueRef value, int alignment) => ConstantObject($".const.{_constantNumber++}", value, alignment);

    private LLVMValueRef Alias(Symbol symbol, string name, LLVMTypeRef valueType, SymbolAttributes attributes, Linkage linkage)
    {
        LLVMValueRef target;
        if (_definitions.TryGetValue(attributes.Alias!, out object? definition))
        {
            target = definition is FunctionSymbol f ? Function(f) : Variable((VariableSymbol)definition);
        }
        else
        {
            target = _module.GetNamedGlobalAlias(attributes.Alias!);
            if (target.Handle == 0)
            {
                Diagnostics.AliasTargetNotDefined(symbol.Span, name, attributes.Alias!);
                return LLVMValueRef.CreateConstNull(Types.Pointer);
            }
            // LLVM wants an alias to lead to a definition, not to another alias that may be replaced.
            target = target.Aliasee;
        }
        // Something may have referred to the name before it was known to be an alias.
        LLVMValueRef earlier = _module.GetNamedFunction(name);
        if (earlier.Handle == 0) earlier = _module.GetNamedGlobal(name);
        if (earlier.Handle != 0) earlier.Name = "";
        LLVMValueRef alias = _module.AddAlias2(valueType, 0, target, name);
        if (earlier.Handle != 0) earlier.ReplaceAllUsesWith(alias);
        alias.Linkage = linkage == Linkage.Internal ? LLVMLinkage.LLVMInternalLinkage
            : attributes.Weak ? LLVMLinkage.LLVMWeakAnyLinkage
            : LLVMLinkage.LLVMExternalLinkage;
        if (linkage != Linkage.Internal) alias.Visibility = Map(attributes.Visibility);
        return alias;
    }

    /// <summary><c>constructor</c> and <c>destructor</c>: Migration/Constructors.cs makes .init_array and .fini_array of these lists.</summary>
    private void EmitConstructors(BoundUnit unit)
    {
        Emit("llvm.global_ctors", static a => a.Constructor);
        Emit("llvm.global_dtors", static a => a.Destructor);

        void Emit(string name, Func<SymbolAttributes, int?> priority)
        {
            LLVMValueRef[] entries =
            [
                .. from f in unit.Functions
                   where priority(f.Symbol.Attributes) is not null
                   select Context.GetConstStruct(
                       [LLVMValueRef.CreateConstInt(Types.I32, (ulong)priority(f.Symbol.Attributes)!.Value), Function(f.Symbol), LLVMValueRef.CreateConstNull(Types.Pointer)], false),
            ];
            if (entries.Length == 0) return;
            LLVMValueRef list = _module.AddGlobal(LLVMTypeRef.CreateArray2(entries[0].TypeOf, (ulong)entries.Length), name);
            list.Linkage = LLVMLinkage.LLVMAppendingLinkage;
            list.Initializer = LLVMValueRef.CreateConstArray2(entries[0].TypeOf, entries);
        }
    }

    private void EmitUsed(BoundUnit unit)
    {
        LLVMValueRef[] used =
        [
            .. from v in unit.Variables where v.Attributes.Used && IsDefinition(v) select Variable(v),
            .. from f in unit.Functions where f.Symbol.Attributes.Used select Function(f.Symbol),
        ];
        if (used.Length == 0) return;
        LLVMValueRef list = _module.AddGlobal(LLVMTypeRef.CreateArray2(Types.Pointer, (ulong)used.Length), "llvm.compiler.used");
        list.Linkage = LLVMLinkage.LLVMAppendingLinkage;
        list.Section = "llvm.metadata";
        list.Initializer = LLVMValueRef.CreateConstArray2(Types.Pointer, used);
    }
}
