// Constant initialisers: expressions that are constant (C11 6.6p7-9) go into a ConstantImage, and an image becomes an LLVM constant that follows the object's C type, so that
// the optimiser sees arrays of ints and structs of pointers. Where the bytes do not follow the type (the active member of a union is not the one that stands for it, an
// address in odd places), that part becomes a packed struct of bytes and addresses: always right, only less pretty.
using System.Collections.Immutable;
using PopcornCC.Compiler.Semantics;
using PopcornCC.Llvm;

namespace PopcornCC.Compiler.CodeGen;

/// <summary>Makes constants; one for each module.</summary>
internal sealed class ConstantEmitter(ModuleEmitter module)
{
    private readonly TypeLowering _types = module.Types;

    /// <summary>Writes an initialiser into an image; false if some part is not constant (what was written before is then of no use).</summary>
    public bool TryWrite(ConstantImage image, long offset, QualType type, BoundInitializer? initializer) => initializer switch
    {
        null => true,
        BoundExpressionInitializer e => TryWrite(image, offset, type, null, e.Value),
        BoundListInitializer l => l.Elements.All(e => TryWrite(image, offset + e.Offset, e.Type, e.BitField, e.Value)),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>Writes one value.</summary>
    public bool TryWrite(ConstantImage image, long offset, QualType type, FieldSymbol? bitField, BoundExpression value)
    {
        if (value is BoundStringLiteral text && type.Type is ArrayType array)
        {
            long room = array.Size >= 0 ? array.Size : text.Bytes.Length;
            image.WriteBytes(offset, text.Bytes.AsSpan()[..(int)Math.Min(room, text.Bytes.Length)]);
            // The object's extent counts even where the literal is shorter: what lies there is zero.
            if (room > text.Bytes.Length) image.WriteBytes(offset + room - 1, [0]);
            return true;
        }
        if (type.Type is RecordType or ArrayType or VectorType) return TryWriteAggregate(image, offset, type, value);
        switch (ConstantEvaluator.Evaluate(value))
        {
            case IntegerValue i when bitField is not null:
                image.WriteBits(offset, bitField.BitOffset, bitField.BitWidth!.Value, i.Value);
                return true;
            case IntegerValue i:
                image.WriteInteger(offset, type.Type.Size, i.Value);
                return true;
            case FloatValue f:
                image.WriteFloat(offset, type.Type.Size, f.Value);
                return true;
            case ComplexValue c:
                image.WriteFloat(offset, type.Type.Size / 2, c.Real);
                image.WriteFloat(offset + (type.Type.Size / 2), type.Type.Size / 2, c.Imaginary);
                return true;
            case AddressValue { Base: BoundLabelAddress label } a:
                image.WriteInteger(offset, type.Type.Size, label.Label.AddressNumber + a.Offset);
                return true;
            case AddressValue a when type.Type.Size == 8 && Address(a) is LLVMValueRef pointer:
                image.WriteAddress(offset, pointer);
                return true;
            default:
                return false;
        }
    }

    private bool TryWriteAggregate(ConstantImage image, long offset, QualType type, BoundExpression value)
    {
        switch (value)
        {
            case BoundCast { Kind: CastKind.LvalueToRvalue or CastKind.NoOp } c when c.Operand is BoundCompoundLiteral literal:
                return TryWriteLiteral(image, offset, type, literal);
            case BoundCompoundLiteral literal:
                return TryWriteLiteral(image, offset, type, literal);
            case BoundCast { Kind: CastKind.NoOp or CastKind.LvalueToRvalue or CastKind.BitCast } c:
                return TryWriteAggregate(image, offset, type, c.Operand);
            case BoundCast { Kind: CastKind.ToUnion } c:
                return TryWrite(image, offset, c.Operand.Type, null, c.Operand);
            case BoundCast { Kind: CastKind.VectorSplat } c when type.Type is VectorType v:
                for (int i = 0; i < v.Count; i++)
                {
                    if (!TryWrite(image, offset + (i * v.Element.Size), v.Element, null, c.Operand)) return false;
                }
                return true;
            case BoundConditional { WhenTrue: not null } c when ConstantEvaluator.EvaluateCondition(c.Condition) is bool condition:
                return TryWriteAggregate(image, offset, type, condition ? c.WhenTrue : c.WhenFalse);
            default:
                return false;
        }
    }

    // The object written is what the literal's initial value is, whatever happens to the literal later.
    private bool TryWriteLiteral(ConstantImage image, long offset, QualType type, BoundCompoundLiteral literal)
    {
        BoundInitializer? initializer = literal.Initializer ?? literal.Object.Initializer;
        ConstantImage own = new();
        if (!TryWrite(own, 0, literal.Object.Type, initializer)) return false;
        long size = Math.Max(0, type.Type.Size);
        image.WriteBytes(offset, own.Read(0, size));
        foreach (long at in own.AddressesIn(0, size)) image.WriteAddress(offset + at, own.AddressAt(at)!.Value.Pointer);
        return true;
    }

    /// <summary>The LLVM constant of an address constant; null if its base is not of static storage.</summary>
    public LLVMValueRef? Address(AddressValue address)
    {
        LLVMValueRef pointer;
        switch (address.Base)
        {
            case BoundVariable { Symbol.Storage: StorageDuration.Static } v:
                pointer = module.Variable(v.Symbol);
                break;
            case BoundCompoundLiteral { Object.Storage: StorageDuration.Static } c:
                pointer = module.Variable(c.Object);
                break;
            case BoundFunctionRef f:
                pointer = module.Function(f.Symbol);
                break;
            case BoundStringLiteral s:
                pointer = module.String(s);
                break;
            case BoundLabelAddress l:
                return LLVMValueRef.CreateConstIntToPtr(
                    LLVMValueRef.CreateConstInt(_types.I64, (ulong)(l.Label.AddressNumber + address.Offset)), _types.Pointer);
            default:
                return null;
        }
        // No inbounds: C lets a constant address be formed that points far outside (offsetof tricks); constant folding loses nothing by it.
        return address.Offset == 0 ? pointer
            : LLVMValueRef.CreateConstGEP2(_types.I8, pointer, [LLVMValueRef.CreateConstInt(_types.I64, (ulong)address.Offset)]);
    }

    /// <summary>The constant of an object of this type from its image. A flexible array at the end takes what the image holds.</summary>
    public LLVMValueRef Build(CType type, ConstantImage image)
    {
        long size = Math.Max(0, type.Size);
        if (type is RecordType { HasFlexibleArray: true } or ArrayType { Length: null } && image.End > size) return Pieces(image, 0, image.End);
        return Build(type, image, 0);
    }

    private LLVMValueRef Build(CType type, ConstantImage image, long offset)
    {
        long size = Math.Max(0, type.Size);
        LLVMTypeRef llvm = _types.Memory(type);
        if (image.IsZero(offset, offset + size)) return LLVMValueRef.CreateConstNull(llvm);
        return type switch
        {
            ArrayType a => BuildArray(a, image, offset, llvm),
            RecordType r => BuildRecord(r, image, offset),
            ComplexType c => LLVMValueRef.CreateConstArray2(_types.Memory(c.Element), [Build(c.Element, image, offset), Build(c.Element, image, offset + c.Element.Size)]),
            VectorType v => LLVMValueRef.CreateConstVector(
                Enumerable.Range(0, v.Count).Select(i => Build(v.Element, image, offset + (i * v.Element.Size))).ToArray()),
            _ => BuildScalar(type, image, offset, llvm),
        };
    }

    private LLVMValueRef BuildScalar(CType type, ConstantImage image, long offset, LLVMTypeRef llvm)
    {
        if (image.HasAddress(offset, offset + type.Size))
        {
            if (type.Size != 8 || image.AddressAt(offset) is not ImageAddress address || llvm.Kind == LLVMTypeKind.LLVMDoubleTypeKind)
                return Pieces(image, offset, type.Size);
            return llvm == _types.Pointer ? address.Pointer : LLVMValueRef.CreateConstPtrToInt(address.Pointer, llvm);
        }
        Int128 bits = image.ReadInteger(offset, type.Size);
        return llvm.Kind switch
        {
            LLVMTypeKind.LLVMPointerTypeKind => LLVMValueRef.CreateConstIntToPtr(module.Integer(_types.I64, bits), llvm),
            LLVMTypeKind.LLVMFloatTypeKind or LLVMTypeKind.LLVMDoubleTypeKind =>
                LLVMValueRef.CreateConstBitCast(module.Integer(_types.Integer(type.Size), bits), llvm),
            _ => module.Integer(llvm, bits),
        };
    }

    private LLVMValueRef BuildArray(ArrayType array, ConstantImage image, long offset, LLVMTypeRef llvm)
    {
        CType element = array.Element.Type;
        long count = array.Length ?? 0;
        if (element.Size == 1 && element is BuiltinType && !image.HasAddress(offset, offset + count) && image.End - offset >= count / 2)
            return module.Context.GetConstString(image.Read(offset, count), dontNullTerminate: true);
        // A long tail of zeros is one element, as clang does it: an initialiser's size is not the object's.
        long used = count;
        if (count > 8)
        {
            long nonzero = Math.Clamp((image.End - offset + element.Size - 1) / element.Size, 0, count);
            while (nonzero > 0 && image.IsZero(offset + ((nonzero - 1) * element.Size), offset + (nonzero * element.Size))) nonzero--;
            if (count - nonzero >= 8) used = nonzero;
        }
        LLVMValueRef[] values = new LLVMValueRef[used];
        LLVMTypeRef common = _types.Memory(element);
        bool same = true;
        for (long i = 0; i < used; i++)
        {
            values[i] = Build(element, image, offset + (i * element.Size));
            same &= values[i].TypeOf == common;
        }
        LLVMValueRef head = same ? LLVMValueRef.CreateConstArray2(common, values) : module.Context.GetConstStruct(values, true);
        if (used == count) return head;
        LLVMValueRef tail = LLVMValueRef.CreateConstNull(LLVMTypeRef.CreateArray2(common, (ulong)(count - used)));
        return module.Context.GetConstStruct([head, tail], true);
    }

    private LLVMValueRef BuildRecord(RecordType record, ConstantImage image, long offset)
    {
        RecordShape shape = _types.Shape(record);
        if (record.IsUnion && shape.Elements is [{ Type: CType active }, ..] && !FollowsType(active, image, offset)) return Pieces(image, offset, record.Size);
        LLVMValueRef[] values = new LLVMValueRef[shape.Elements.Count];
        bool same = true;
        for (int i = 0; i < values.Length; i++)
        {
            RecordElement e = shape.Elements[i];
            long at = offset + e.Offset;
            long end = offset + (i + 1 < values.Length ? shape.Elements[i + 1].Offset : record.Size);
            values[i] = e.Type is not null ? Build(e.Type, image, at)
                : image.HasAddress(at, end) ? Pieces(image, at, end - at)
                : e.Llvm.Kind == LLVMTypeKind.LLVMIntegerTypeKind ? module.Integer(e.Llvm, image.ReadInteger(at, end - at))
                : image.IsZero(at, end) ? LLVMValueRef.CreateConstNull(e.Llvm)
                : module.Context.GetConstString(image.Read(at, end - at), dontNullTerminate: true);
            same &= values[i].TypeOf == e.Llvm;
            // A union's address may reach out of the member that stands for it: then only pieces are right.
            if (e.Type is not null && image.AddressesIn(at, end).Any(a => a < at || a + 8 > end)) return Pieces(image, offset, record.Size);
        }
        return same ? LLVMValueRef.CreateConstNamedStruct(shape.Llvm, values) : module.Context.GetConstStruct(values, true);
    }

    /// <summary>Whether the addresses of an image lie where a type has pointers, so that building by that type keeps them whole.</summary>
    private static bool FollowsType(CType type, ConstantImage image, long offset) =>
        !image.HasAddress(offset, offset + type.Size)
        || type switch
        {
            PointerType => image.AddressAt(offset) is not null,
            RecordType { IsUnion: false } r => r.Fields.All(f => f.Type.Type.Size <= 0 || FollowsType(f.Type.Type, image, offset + f.Offset)),
            ArrayType a => Enumerable.Range(0, (int)(a.Length ?? 0)).All(i => FollowsType(a.Element.Type, image, offset + (i * a.Element.Type.Size))),
            _ => type.Size == 8 && type.IsInteger() && image.AddressAt(offset) is not null,
        };

    /// <summary>A range as a packed struct of addresses and runs of bytes.</summary>
    private LLVMValueRef Pieces(ConstantImage image, long offset, long size)
    {
        List<LLVMValueRef> pieces = [];
        long at = offset, end = offset + size;
        foreach (long address in image.AddressesIn(offset, end))
        {
            Bytes(at, address);
            pieces.Add(image.AddressAt(address)!.Value.Pointer);
            at = address + 8;
        }
        Bytes(at, end);
        return module.Context.GetConstStruct(pieces.ToArray(), true);

        void Bytes(long from, long to)
        {
            if (to <= from) return;
            pieces.Add(image.IsZero(from, to)
                ? LLVMValueRef.CreateConstNull(LLVMTypeRef.CreateArray2(_types.I8, (ulong)(to - from)))
                : module.Context.GetConstString(image.Read(from, to - from), dontNullTerminate: true));
        }
    }
}
