// C types to LLVM types. A type has a form in memory and a form as a value; they differ only for _Bool (i8 holding 0 or 1, and i1). Records are structs of their members with
// every gap spelled out, so that LLVM's idea of a record's layout is ours byte for byte; where LLVM would align a member more than C does (packed records), the struct is packed.
// Bit-fields are not members of the LLVM struct: their bytes are filled with integers, and accesses go by offset (see FunctionEmitter.Lvalues.cs).
using PopcornCC.Compiler.Semantics;
using PopcornCC.Llvm;

namespace PopcornCC.Compiler.CodeGen;

/// <summary>One element of a record's LLVM struct: a member, or bytes that belong to no member or to bit-fields (<paramref name="Type"/> null).</summary>
internal readonly record struct RecordElement(long Offset, LLVMTypeRef Llvm, CType? Type);

/// <summary>A record's LLVM struct.</summary>
internal sealed record RecordShape(LLVMTypeRef Llvm, IReadOnlyList<RecordElement> Elements, bool IsPacked, int LlvmAlignment);

/// <summary>Lowers types; one for each module.</summary>
internal sealed class TypeLowering(LLVMContextRef context)
{
    private readonly Dictionary<RecordType, RecordShape> _records = [];

    public LLVMTypeRef I1 { get; } = context.Int1Type;
    public LLVMTypeRef I8 { get; } = context.Int8Type;
    public LLVMTypeRef I32 { get; } = context.Int32Type;
    public LLVMTypeRef I64 { get; } = context.Int64Type;
    public LLVMTypeRef Pointer { get; } = context.PointerType;
    public LLVMTypeRef Void { get; } = context.VoidType;

    public LLVMTypeRef Integer(long bytes) => context.GetIntType((uint)bytes * 8);

    /// <summary>The type of an object of this type; functions, void and incomplete types give i8, which is what pointer arithmetic on them steps over.</summary>
    public LLVMTypeRef Memory(CType type)
    {
        switch (type)
        {
            case BuiltinType b:
                return b.Kind switch
                {
                    BuiltinKind.Float => context.FloatType,
                    BuiltinKind.Double or BuiltinKind.LongDouble => context.DoubleType,
                    BuiltinKind.NullPointer => Pointer,
                    _ => Integer(b.Size),
                };
            case ComplexType c:
                return LLVMTypeRef.CreateArray2(Memory(c.Element), 2);
            case EnumType e:
                return Memory(e.Underlying);
            case PointerType:
                return Pointer;
            case ArrayType a:
                return LLVMTypeRef.CreateArray2(Memory(a.Element.Type), (ulong)(a.Length ?? 0));
            case VectorType v:
                return LLVMTypeRef.CreateVector(Memory(v.Element), (uint)v.Count);
            case RecordType { IsComplete: true } r:
                return Shape(r).Llvm;
            default:
                return I8;
        }
    }

    /// <summary>The type of a value of this scalar or vector type in a register.</summary>
    public LLVMTypeRef Value(CType type) => type.IsBool() ? I1 : type.IsVoid() ? Void : Stored(type);

    /// <summary>What a load or store of an object of this scalar or vector type moves: its form in memory, except that a complex number moves as one vector of two.</summary>
    public LLVMTypeRef Stored(CType type) => type is ComplexType c ? LLVMTypeRef.CreateVector(Memory(c.Element), 2) : Memory(type);

    /// <summary>The LLVM struct of a complete record.</summary>
    public RecordShape Shape(RecordType record)
    {
        if (!_records.TryGetValue(record, out RecordShape? shape)) _records.Add(record, shape = MakeShape(record));
        return shape;
    }

    private RecordShape MakeShape(RecordType record)
    {
        List<RecordElement> elements = [];
        long at = 0;
        foreach (FieldSymbol field in record.IsUnion ? UnionRepresentative(record) : record.Fields)
        {
            if (field.IsBitField) continue;
            FillGap(record, elements, at, field.Offset);
            elements.Add(new RecordElement(field.Offset, Memory(field.Type.Type), field.Type.Type));
            at = field.Offset + Math.Max(0, field.Type.Type.Size);
        }
        FillGap(record, elements, at, record.Size);
        int alignment = 1;
        bool packed = false;
        foreach (RecordElement e in elements)
        {
            int own = LlvmAlignment(e);
            alignment = Math.Max(alignment, own);
            packed |= e.Offset % own != 0;
        }
        packed |= record.Size % alignment != 0;
        LLVMTypeRef llvm = context.CreateNamedStruct($"{(record.IsUnion ? "union" : "struct")}.{record.Tag ?? "anon"}");
        llvm.StructSetBody(elements.Select(e => e.Llvm).ToArray(), packed);
        return new RecordShape(llvm, elements, packed, packed ? 1 : alignment);
    }

    /// <summary>The member that stands for a union: the most aligned one, of those the largest, as clang chooses.</summary>
    private static IEnumerable<FieldSymbol> UnionRepresentative(RecordType union)
    {
        FieldSymbol? best = null;
        foreach (FieldSymbol f in union.Fields)
        {
            if (f.IsBitField || f.Type.Type.Size < 0) continue;
            if (best is null || (f.Type.Type.Alignment, f.Type.Type.Size).CompareTo((best.Type.Type.Alignment, best.Type.Type.Size)) > 0) best = f;
        }
        return best is null ? [] : [best];
    }

    /// <summary>Covers bytes that no ordinary member covers: with naturally aligned integers where bit-fields are, with a byte array elsewhere.</summary>
    private void FillGap(RecordType record, List<RecordElement> elements, long from, long to)
    {
        if (to <= from) return;
        bool bits = !record.IsUnion && record.Fields.Any(f => f.IsBitField && f.Offset + (f.BitOffset / 8) < to && f.Offset + ((f.BitOffset + f.BitWidth!.Value + 7) / 8) > from);
        if (!bits)
        {
            elements.Add(new RecordElement(from, LLVMTypeRef.CreateArray2(I8, (ulong)(to - from)), null));
            return;
        }
        while (from < to)
        {
            long size = 8;
            while (size > record.Alignment || from % size != 0 || from + size > to) size /= 2;
            elements.Add(new RecordElement(from, Integer(size), null));
            from += size;
        }
    }

    /// <summary>The ABI alignment LLVM gives a struct element under the neutral data layout.</summary>
    private int LlvmAlignment(RecordElement element) =>
        element.Type is not null ? LlvmAlignment(element.Type)
        : element.Llvm.Kind == LLVMTypeKind.LLVMIntegerTypeKind ? (int)element.Llvm.IntWidth / 8
        : 1;

    private int LlvmAlignment(CType type) => type switch
    {
        ArrayType a => LlvmAlignment(a.Element.Type),
        RecordType r => Shape(r).LlvmAlignment,
        VectorType v => (int)long.Max(1, (long)System.Numerics.BitOperations.RoundUpToPowerOf2((ulong)v.Size)),
        EnumType e => LlvmAlignment(e.Underlying),
        ComplexType c => c.Alignment,
        _ => (int)Math.Max(1, type.Size),
    };
}
