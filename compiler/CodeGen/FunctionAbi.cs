// The neutral calling convention (docs/neutral-abi.md, "Calls") as an LLVM function type: scalars as themselves, records by pointer to the callee's own copy, results that fit
// 8 bytes as one integer and larger ones through a hidden first pointer, and one last pointer to the argument area when the function is variadic.
using PopcornCC.Compiler.Semantics;
using PopcornCC.Llvm;

namespace PopcornCC.Compiler.CodeGen;

/// <summary>How one parameter or the result travels.</summary>
internal enum Passing : byte
{
    /// <summary>As a value of the LLVM type.</summary>
    Direct,

    /// <summary>Parameter: a pointer to the callee's copy. Result: a hidden pointer to the result's memory.</summary>
    Indirect,

    /// <summary>Result only: a record of 1 to 8 bytes as an integer.</summary>
    Integer,

    /// <summary>void, or an empty record.</summary>
    Nothing,
}

/// <summary>A parameter or result: its C type, how it travels and the LLVM type it travels as.</summary>
internal readonly record struct PassedValue(CType Type, Passing Passing, LLVMTypeRef Llvm)
{
    /// <summary><c>signext</c> or <c>zeroext</c> for integers narrower than int; otherwise null.</summary>
    public string? Extension => Passing != Passing.Direct || !Type.IsInteger() || Type.Size >= 4 ? null : Type.IsSigned() ? "signext" : "zeroext";
}

/// <summary>A function's neutral signature.</summary>
internal sealed class FunctionAbi
{
    /// <summary>Computes the signature. <paramref name="parameters"/> are the declared types, or, without a prototype, the promoted types of the arguments.</summary>
    public FunctionAbi(TypeLowering types, CType result, IEnumerable<CType> parameters, bool isVariadic)
    {
        Result = result switch
        {
            RecordType { Size: 0 } => new PassedValue(result, Passing.Nothing, types.Void),
            RecordType { Size: > 8 } => new PassedValue(result, Passing.Indirect, types.Void),
            RecordType r => new PassedValue(result, Passing.Integer, types.Integer(IntegerSize(r.Size))),
            _ when result.IsVoid() => new PassedValue(result, Passing.Nothing, types.Void),
            _ => new PassedValue(result, Passing.Direct, types.Value(result)),
        };
        Parameters = [.. parameters.Select(p => p switch
        {
            RecordType { Size: 0 } => new PassedValue(p, Passing.Nothing, types.Void),
            RecordType => new PassedValue(p, Passing.Indirect, types.Pointer),
            _ => new PassedValue(p, Passing.Direct, types.Value(p)),
        })];
        HasArgumentArea = isVariadic;
        List<LLVMTypeRef> llvm = [];
        if (Result.Passing == Passing.Indirect) llvm.Add(types.Pointer);
        llvm.AddRange(Parameters.Where(p => p.Passing != Passing.Nothing).Select(p => p.Llvm));
        if (isVariadic) llvm.Add(types.Pointer);
        Type = LLVMTypeRef.CreateFunction(Result.Llvm, llvm.ToArray());
    }

    public PassedValue Result { get; }
    public IReadOnlyList<PassedValue> Parameters { get; }

    /// <summary>The last LLVM parameter is the pointer to the argument area.</summary>
    public bool HasArgumentArea { get; }

    /// <summary>The LLVM function type.</summary>
    public LLVMTypeRef Type { get; }

    /// <summary>The integer that carries a small record: sizes that are no power of two travel in 8 bytes.</summary>
    public static long IntegerSize(long size) => size is 1 or 2 or 4 ? size : 8;

    /// <summary>The LLVM attributes of the parameters and the result, by attribute index; for declarations and calls alike.</summary>
    public IEnumerable<(LLVMAttributeIndex Index, LLVMAttributeRef Attribute)> Attributes(AttributeCache cache)
    {
        if (Result.Extension is string e) yield return (LLVMAttributeIndex.LLVMAttributeReturnIndex, cache[e]);
        uint index = 1;
        if (Result.Passing == Passing.Indirect)
        {
            // The caller gives fresh memory that nothing else points to while the call runs.
            yield return ((LLVMAttributeIndex)index, cache["noalias"]);
            yield return ((LLVMAttributeIndex)index, cache["noundef"]);
            yield return ((LLVMAttributeIndex)index, cache["writable"]);
            yield return ((LLVMAttributeIndex)index, cache.Get("align", (ulong)Result.Type.Alignment));
            yield return ((LLVMAttributeIndex)index++, cache.Get("dereferenceable", (ulong)Result.Type.Size));
        }
        foreach (PassedValue p in Parameters)
        {
            if (p.Passing == Passing.Nothing) continue;
            yield return ((LLVMAttributeIndex)index, cache["noundef"]);
            if (p.Extension is string extension) yield return ((LLVMAttributeIndex)index, cache[extension]);
            if (p.Passing == Passing.Indirect)
            {
                yield return ((LLVMAttributeIndex)index, cache["noalias"]);
                yield return ((LLVMAttributeIndex)index, cache.Get("align", (ulong)p.Type.Alignment));
                yield return ((LLVMAttributeIndex)index, cache.Get("dereferenceable", (ulong)p.Type.Size));
            }
            index++;
        }
    }
}

/// <summary>Attributes by name, made once a module.</summary>
internal sealed class AttributeCache(LLVMContextRef context)
{
    private readonly Dictionary<(string, ulong), LLVMAttributeRef> _attributes = [];

    public LLVMAttributeRef this[string name] => Get(name, 0);

    public LLVMAttributeRef Get(string name, ulong value)
    {
        if (!_attributes.TryGetValue((name, value), out LLVMAttributeRef attribute))
            _attributes.Add((name, value), attribute = context.CreateEnumAttribute(name, value));
        return attribute;
    }
}
