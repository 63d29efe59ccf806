// Type-based alias metadata (C11 6.5p7) in the form clang 19 gives it, so that LLVM's analysis sees what it is tested with: a root, the omnipotent char below it, one node a
// scalar type (signedness does not matter, an enumeration is its integer type, all pointers are one), and struct nodes with the members' offsets for access through a member.
// Unions, bit-fields, vectors and may_alias types are accessed as char, or without a tag.
using PopcornCC.Compiler.Semantics;
using PopcornCC.Llvm;

namespace PopcornCC.Compiler.CodeGen;

/// <summary>Makes TBAA tags; one for each module.</summary>
internal sealed class Tbaa
{
    private readonly LLVMContextRef _context;
    private readonly LLVMTypeRef _i64;
    private readonly LLVMMetadataRef _char;
    private readonly Dictionary<string, LLVMMetadataRef> _scalars = [];
    private readonly Dictionary<RecordType, LLVMMetadataRef> _records = [];
    private readonly Dictionary<(LLVMMetadataRef, LLVMMetadataRef, long), LLVMValueRef> _tags = [];

    public Tbaa(LLVMContextRef context)
    {
        _context = context;
        _i64 = context.Int64Type;
        Kind = context.GetMDKindID("tbaa");
        LLVMMetadataRef root = context.GetMDNode([context.GetMDString("Simple C/C++ TBAA")]);
        _char = context.GetMDNode([context.GetMDString("omnipotent char"), root, Offset(0)]);
    }

    /// <summary>The metadata kind.</summary>
    public uint Kind { get; }

    /// <summary>The tag of an access to a whole object of this type.</summary>
    public LLVMValueRef Scalar(CType type, bool mayAlias)
    {
        LLVMMetadataRef node = mayAlias ? _char : Node(type);
        return Tag(node, node, 0);
    }

    /// <summary>The tag of an access to a scalar at an offset in a record.</summary>
    public LLVMValueRef Member(RecordType record, long offset, CType type) => Tag(Record(record), Node(type), offset);

    /// <summary>Whether a record can be the base of a member access.</summary>
    public static bool IsBase(RecordType record) => record is { IsComplete: true, IsUnion: false, MayAlias: false, HasFlexibleArray: false };

    private LLVMValueRef Tag(LLVMMetadataRef baseNode, LLVMMetadataRef access, long offset)
    {
        if (!_tags.TryGetValue((baseNode, access, offset), out LLVMValueRef tag))
        {
            tag = _context.GetMDNode([baseNode, access, Offset(offset)]).AsValue(_context);
            _tags.Add((baseNode, access, offset), tag);
        }
        return tag;
    }

    private LLVMMetadataRef Offset(long value) => LLVMValueRef.CreateConstInt(_i64, (ulong)value).AsMetadata();

    private LLVMMetadataRef Node(CType type)
    {
        string? name = type switch
        {
            PointerType => "any pointer",
            EnumType e => ScalarName(e.Underlying.Kind),
            BuiltinType b => ScalarName(b.Kind),
            _ => null,
        };
        if (name is null) return _char;
        if (!_scalars.TryGetValue(name, out LLVMMetadataRef node))
            _scalars.Add(name, node = _context.GetMDNode([_context.GetMDString(name), _char, Offset(0)]));
        return node;
    }

    private static string? ScalarName(BuiltinKind kind) => kind switch
    {
        BuiltinKind.Bool => "_Bool",
        BuiltinKind.Short or BuiltinKind.UShort => "short",
        BuiltinKind.Int or BuiltinKind.UInt => "int",
        BuiltinKind.Long or BuiltinKind.ULong => "long",
        BuiltinKind.LongLong or BuiltinKind.ULongLong => "long long",
        BuiltinKind.Int128 or BuiltinKind.UInt128 => "__int128",
        BuiltinKind.Float => "float",
        BuiltinKind.Double => "double",
        BuiltinKind.LongDouble => "long double",
        BuiltinKind.NullPointer => "any pointer",
        _ => null,
    };

    private LLVMMetadataRef Record(RecordType record)
    {
        if (_records.TryGetValue(record, out LLVMMetadataRef node)) return node;
        List<LLVMMetadataRef> operands = [_context.GetMDString(record.Tag ?? "")];
        foreach (FieldSymbol f in record.Fields)
        {
            if (f.Type.Type.Size <= 0) continue;
            operands.Add((f.Type.Qualifiers & Qualifiers.MayAlias) != 0 ? _char
                : f.Type.Type is RecordType r ? IsBase(r) ? Record(r) : _char : Node(f.Type.Type));
            operands.Add(Offset(f.Offset + (f.BitOffset / 8)));
        }
        node = _context.GetMDNode(operands.ToArray());
        _records.Add(record, node);
        return node;
    }
}
