// The types of C as debug metadata. LLVM keeps equal nodes once, so only what has an identity (struct, union, enum, typedef) is remembered here. A struct may refer to itself: a
// replaceable declaration stands for it while its members are described. A type that was written with a typedef name is described by that name, as long as it still is that type.
using PopcornCC.Compiler.Semantics;
using PopcornCC.Compiler.Text;
using PopcornCC.Llvm;

namespace PopcornCC.Compiler.CodeGen;

/// <summary>Describes types; one for each module.</summary>
internal sealed class DebugTypes(LLVMDIBuilderRef builder, LLVMMetadataRef unit, Func<SourceSpan, (LLVMMetadataRef File, uint Line, uint Column)> place)
{
    private readonly Dictionary<CType, LLVMMetadataRef> _identified = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<TypedefSymbol, LLVMMetadataRef> _typedefs = [];

    // From the inside out.
    private static readonly (Qualifiers Qualifier, DwarfTag Tag)[] s_qualifiers =
    [
        (Qualifiers.Atomic, DwarfTag.DW_TAG_atomic_type), (Qualifiers.Restrict, DwarfTag.DW_TAG_restrict_type),
        (Qualifiers.Volatile, DwarfTag.DW_TAG_volatile_type), (Qualifiers.Const, DwarfTag.DW_TAG_const_type),
    ];

    /// <summary>A type; none for void.</summary>
    public LLVMMetadataRef Of(QualType type)
    {
        Qualifiers qualifiers = type.Qualifiers;
        LLVMMetadataRef described;
        if (type.Typedef is { Span.File: not 0 } name && (name.Type.Qualifiers & ~qualifiers) == 0 && name.Type.Type.Equals(type.Type))
        {
            qualifiers &= ~name.Type.Qualifiers;
            if (!_typedefs.TryGetValue(name, out described))
            {
                (LLVMMetadataRef file, uint line, _) = place(name.Span);
                described = builder.CreateTypedef(Of(name.Type), name.Name, file, line, unit, (uint)name.Alignment * 8);
                _typedefs[name] = described;
            }
        }
        else
        {
            described = Of(type.Type);
        }
        foreach ((Qualifiers qualifier, DwarfTag tag) in s_qualifiers)
        {
            if ((qualifiers & qualifier) != 0) described = builder.CreateQualifiedType(tag, described);
        }
        return described;
    }

    /// <summary>A function's type: result, parameters, and nothing more where more may come.</summary>
    public LLVMMetadataRef Subroutine(FunctionType type)
    {
        List<LLVMMetadataRef> types = [Of(type.ReturnType), .. type.Parameters.Select(Of)];
        if (type.IsVariadic || !type.HasPrototype) types.Add(default);
        return builder.CreateSubroutineType(unit, types.ToArray());
    }

    private LLVMMetadataRef Of(CType type)
    {
        switch (type)
        {
            case BuiltinType { Kind: BuiltinKind.Void or BuiltinKind.Error }:
                return default;
            case BuiltinType { Kind: BuiltinKind.NullPointer }:
                return builder.CreateUnspecifiedType("nullptr_t");
            case BuiltinType b:
                return builder.CreateBasicType(TypePrinter.Name(b.Kind), (ulong)b.Size * 8, EncodingOf(b.Kind));
            case ComplexType c:
                return builder.CreateBasicType("_Complex " + TypePrinter.Name(c.Element.Kind), (ulong)c.Size * 8, DwarfEncoding.DW_ATE_complex_float);
            case PointerType p:
                return builder.CreatePointerType(Of(p.Pointee), 64);
            case FunctionType f:
                return Subroutine(f);
            case VectorType v:
                return builder.CreateArrayType((ulong)v.Size * 8, 0, Of(v.Element), [builder.GetOrCreateSubrange(v.Count)], isVector: true);
            case ArrayType a:
                return Array(a);
            case EnumType e:
                return Identified(e, Enumeration);
            case RecordType r:
                return Identified(r, Record);
            default:
                throw new System.Diagnostics.UnreachableException(type.GetType().Name);
        }
    }

    private LLVMMetadataRef Identified<T>(T type, Func<T, LLVMMetadataRef> make)
        where T : CType
    {
        if (_identified.TryGetValue(type, out LLVMMetadataRef known)) return known;
        LLVMMetadataRef made = make(type);
        _identified[type] = made;
        return made;
    }

    // An array of arrays is one array type with several dimensions.
    private LLVMMetadataRef Array(ArrayType array)
    {
        List<LLVMMetadataRef> dimensions = [];
        QualType element = array;
        while (element is { Type: ArrayType a, Typedef: null } || ReferenceEquals(element.Type, array))
        {
            ArrayType dimension = (ArrayType)element.Type;
            dimensions.Add(builder.GetOrCreateSubrange(dimension.Length ?? -1));
            element = dimension.Element;
        }
        return builder.CreateArrayType((ulong)Math.Max(0, array.Size) * 8, 0, Of(element), dimensions.ToArray(), isVector: false);
    }

    private LLVMMetadataRef Enumeration(EnumType type)
    {
        (LLVMMetadataRef file, uint line, _) = place(type.Span);
        bool isUnsigned = !type.Underlying.IsSigned();
        LLVMMetadataRef[] enumerators = [.. type.Enumerators.Select(e => builder.CreateEnumerator(e.Name, (long)e.Value, isUnsigned))];
        return builder.CreateEnumerationType(unit, type.Tag ?? "", file, line, (ulong)Math.Max(0, type.Size) * 8, enumerators, Of(type.Underlying));
    }

    private LLVMMetadataRef Record(RecordType type)
    {
        (LLVMMetadataRef file, uint line, _) = place(type.Span);
        DwarfTag tag = type.IsUnion ? DwarfTag.DW_TAG_union_type : DwarfTag.DW_TAG_structure_type;
        string name = type.Tag ?? "";
        if (!type.IsComplete) return builder.CreateForwardDeclaration(tag, name, unit, file, line);
        LLVMMetadataRef standIn = builder.CreateReplaceable(tag, name, unit, file, line);
        _identified[type] = standIn;
        LLVMMetadataRef[] members = [.. type.Fields.Select(f => Member(f, standIn))];
        LLVMMetadataRef made = builder.CreateRecordType(type.IsUnion, unit, name, file, line, (ulong)type.Size * 8, 0, members);
        LLVM.MetadataReplaceAllUsesWith(standIn, made);
        return made;
    }

    private LLVMMetadataRef Member(FieldSymbol field, LLVMMetadataRef scope)
    {
        (LLVMMetadataRef file, uint line, _) = place(field.Span);
        LLVMMetadataRef type = Of(field.Type);
        ulong offset = (ulong)field.Offset * 8;
        return field.BitWidth is int width
            ? builder.CreateBitFieldMemberType(scope, field.Name ?? "", file, line, (ulong)width, offset + (ulong)field.BitOffset, offset, type)
            : builder.CreateMemberType(scope, field.Name ?? "", file, line, (ulong)Math.Max(0, field.Type.Type.Size) * 8, 0, offset, type);
    }

    private static DwarfEncoding EncodingOf(BuiltinKind kind) => kind switch
    {
        BuiltinKind.Bool => DwarfEncoding.DW_ATE_boolean,
        BuiltinKind.Char or BuiltinKind.SChar => DwarfEncoding.DW_ATE_signed_char,
        BuiltinKind.UChar => DwarfEncoding.DW_ATE_unsigned_char,
        BuiltinKind.Float or BuiltinKind.Double or BuiltinKind.LongDouble => DwarfEncoding.DW_ATE_float,
        BuiltinKind.UShort or BuiltinKind.UInt or BuiltinKind.ULong or BuiltinKind.ULongLong or BuiltinKind.UInt128 => DwarfEncoding.DW_ATE_unsigned,
        _ => DwarfEncoding.DW_ATE_signed,
    };
}
