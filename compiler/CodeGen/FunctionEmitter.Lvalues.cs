// Lvalues (C11 6.3.2.1): where an object is, and what may be assumed of an access to it: alignment as clang derives it (from the object where it is known, else from the type),
// alias information, whether it is volatile or atomic, and which bits of it a bit-field takes.
using System.Diagnostics;
using PopcornCC.Compiler.Semantics;
using PopcornCC.Llvm;

namespace PopcornCC.Compiler.CodeGen;

/// <summary>An object to be read or written. <paramref name="IsDeclared"/>: the alignment comes from a declared object, not only from a pointer's type.
/// <paramref name="Base"/> and <paramref name="BaseOffset"/> say of which record it is a member, for TBAA.</summary>
internal readonly record struct Lvalue(
    LLVMValueRef Address, QualType Type, int Alignment, bool IsDeclared = true, bool MayAlias = false,
    BitRange? Bits = null, LLVMValueRef VectorIndex = default, LLVMTypeRef Vector = default, RecordType? Base = null, long BaseOffset = 0)
{
    public bool IsVolatile => Type.IsVolatile;
}

/// <summary>The bits of a bit-field in the integer of <paramref name="Bytes"/> bytes at the lvalue's address.</summary>
internal readonly record struct BitRange(int Bytes, int Shift, int Width);

/// <summary>A pointer value and what is known of its target.</summary>
internal readonly record struct PointerInfo(LLVMValueRef Value, int Alignment, bool IsDeclared, bool MayAlias);

internal sealed partial class FunctionEmitter
{
    private Lvalue EmitLvalue(BoundExpression expression)
    {
        switch (expression)
        {
            case BoundVariable v:
                return VariableLvalue(v.Symbol, v.Type);
            case BoundStringLiteral s:
                return new Lvalue(_module.String(s), s.Type, ((ArrayType)s.Type.Type).Element.Type.Alignment);
            case BoundFunctionRef f:
                return new Lvalue(_module.Function(f.Symbol), f.Type, 1);
            case BoundCompoundLiteral c:
                return EmitCompoundLiteral(c);
            case BoundMember m:
                return MemberLvalue(m);
            case BoundDereference d:
                PointerInfo p = EmitPointer(d.Pointer);
                return new Lvalue(p.Value, d.Type, p.IsDeclared ? p.Alignment : NaturalAlignment(d.Type), p.IsDeclared, p.MayAlias || MayAlias(d.Type));
            case BoundVectorElement e:
                Lvalue vector = EmitLvalue(e.Vector);
                return vector with { Type = new QualType(e.Type.Type, e.Type.Qualifiers | vector.Type.Qualifiers), VectorIndex = EmitScalar(e.Index), Vector = _types.Memory(e.Vector.Type.Type) };
            case BoundComplexPart { IsLvalue: true } part:
                Lvalue whole = EmitLvalue(part.Operand);
                long half = part.IsImaginary ? part.Type.Type.Size : 0;
                return whole with { Address = Offset(whole.Address, half), Type = part.Type, Alignment = AlignmentAt(whole.Alignment, half), MayAlias = true, Base = null };
            case BoundCast { Kind: CastKind.NoOp or CastKind.BitCast } c when c.Operand.IsLvalue:
                return EmitLvalue(c.Operand) with { Type = c.Type };
            default:
                // A struct value, of which a member is wanted: it is in memory somewhere.
                return EmitAggregate(expression);
        }
    }

    private Lvalue VariableLvalue(VariableSymbol symbol, QualType type)
    {
        LLVMValueRef address = symbol.Storage switch
        {
            StorageDuration.Static => _module.Variable(symbol),
            StorageDuration.Thread => CallIntrinsic("llvm.threadlocal.address", _types.Pointer, _module.Variable(symbol)),
            _ => Local(symbol),
        };
        return new Lvalue(address, type, ModuleEmitter.AlignmentOf(symbol), MayAlias: MayAlias(type));
    }

    private Lvalue MemberLvalue(BoundMember member)
    {
        Lvalue record = EmitLvalue(member.Base);
        RecordType type = (RecordType)member.Base.Type.Type;
        FieldSymbol field = member.Field;
        long offset = field.Offset;
        BitRange? bits = null;
        if (field.IsBitField) (offset, bits) = LocateBitField(type, field);
        bool mayAlias = record.MayAlias || type.IsUnion || type.MayAlias || MayAlias(member.Type);
        RecordType? tbaaBase = null;
        long tbaaOffset = 0;
        if (!mayAlias && bits is null)
        {
            tbaaBase = record.Base ?? type;
            tbaaOffset = record.Base is null ? offset : record.BaseOffset + offset;
            // A record that has no node of its own leaves its members to be bases themselves.
            if (!Tbaa.IsBase(tbaaBase)) (tbaaBase, tbaaOffset) = (null, 0);
        }
        // The qualifiers of the record are its members' too (6.5.2.3p3).
        QualType memberType = new(member.Type.Type, member.Type.Qualifiers | (record.Type.Qualifiers & Qualifiers.Volatile));
        return new Lvalue(
            Offset(record.Address, offset), memberType, AlignmentAt(record.Alignment, offset), record.IsDeclared, mayAlias, bits, Base: tbaaBase, BaseOffset: tbaaOffset);
    }

    /// <summary>The integer a bit-field is accessed by: the storage unit of its type where that touches no other member and stays inside the record, so that neighbouring
    /// bit-fields share one load; else just the bytes that hold it, as C11 3.14 wants (other members are other memory locations).</summary>
    internal static (long Offset, BitRange Bits) LocateBitField(RecordType? record, FieldSymbol field)
    {
        int width = field.BitWidth!.Value;
        long unit = field.Type.Type.Size;
        if (record is not null && field.BitOffset + width <= unit * 8 && field.Offset + unit <= record.Size
            && (record.IsUnion || !record.Fields.Any(f => !f.IsBitField && f.Offset < field.Offset + unit && f.Offset + Math.Max(0, f.Type.Type.Size) > field.Offset)))
        {
            return (field.Offset, new BitRange((int)unit, field.BitOffset, width));
        }
        int first = field.BitOffset / 8;
        int bytes = ((field.BitOffset + width + 7) / 8) - first;
        return (field.Offset + first, new BitRange(bytes, field.BitOffset % 8, width));
    }

    /// <summary>The largest alignment an address at an offset from an aligned one has.</summary>
    private static int AlignmentAt(int alignment, long offset) => offset == 0 ? alignment : (int)Math.Min(alignment, offset & -offset);

    private static int NaturalAlignment(QualType type) => (type.Qualifiers & Qualifiers.Unaligned) != 0 ? 1 : TypeFacts.AlignmentOf(type);

    private static bool MayAlias(QualType type) => (type.Qualifiers & Qualifiers.MayAlias) != 0 || type.Type is VectorType or RecordType { MayAlias: true };

    /// <summary>An address some bytes further on, inside the same object.</summary>
    private LLVMValueRef Offset(LLVMValueRef address, long offset) => offset == 0 ? address : GepBytes(address, Constant64(offset));

    private LLVMValueRef GepBytes(LLVMValueRef address, LLVMValueRef offset) => Gep(_types.I8, address, offset);

    private LLVMValueRef Gep(LLVMTypeRef element, LLVMValueRef address, LLVMValueRef index) =>
        IsInBounds(address) ? _b.BuildInBoundsGEP2(element, address, [index]) : _b.BuildGEP2(element, address, [index]);

    // With -fwrapv pointers wrap too; and arithmetic on an address made up from an integer (the old offsetof) is in no object.
    private bool IsInBounds(LLVMValueRef address) => !_module.Options.WrapSigned && (!address.IsConstant || address.IsAGlobalValue.Handle != 0);

    // ---- Pointers -------------------------------------------------------------------------------------------------------------------------------

    /// <summary>A pointer value with what is known of its target; follows clang's EmitPointerWithAlignment.</summary>
    private PointerInfo EmitPointer(BoundExpression expression)
    {
        switch (expression)
        {
            case BoundCast { Kind: CastKind.ArrayToPointer or CastKind.FunctionToPointer } c:
                return ToPointer(EmitLvalue(c.Operand));
            case BoundAddressOf a:
                return ToPointer(EmitLvalue(a.Operand));
            case BoundCast { Kind: CastKind.PointerCast or CastKind.NoOp, Operand.Type.Type: PointerType } c:
                PointerInfo inner = EmitPointer(c.Operand);
                return inner.IsDeclared ? inner : new PointerInfo(inner.Value, PointeeAlignment(c.Type), false, inner.MayAlias);
            case BoundBinary { Operator: BinaryOperator.PointerAdd or BinaryOperator.PointerSubtract } b:
                return EmitPointerArithmetic(b);
            default:
                return new PointerInfo(EmitScalar(expression), PointeeAlignment(expression.Type), false, false);
        }
    }

    private static PointerInfo ToPointer(Lvalue place) => new(place.Address, place.Alignment, place.IsDeclared, place.MayAlias);

    private static int PointeeAlignment(QualType pointer) => pointer.Type is PointerType p ? NaturalAlignment(p.Pointee) : 1;

    private PointerInfo EmitPointerArithmetic(BoundBinary binary)
    {
        PointerInfo start = EmitPointer(binary.Left);
        CType element = ((PointerType)binary.Left.Type.Type).Pointee.Type;
        LLVMValueRef index = EmitScalar(binary.Right);
        index = _b.BuildIntCast2(index, _types.I64, binary.Right.Type.Type.IsSigned());
        bool subtract = binary.Operator == BinaryOperator.PointerSubtract;
        if (subtract) index = _b.BuildSub(Null(_types.I64), index);
        long size = element.Size;
        LLVMValueRef value;
        if (element.IsVariableLength())
        {
            LLVMValueRef bytes = EmitSize(element);
            value = GepBytes(start.Value, _module.Options.WrapSigned ? _b.BuildMul(index, bytes) : _b.BuildNSWMul(index, bytes));
            size = 1;
        }
        else
        {
            value = Gep(_types.Memory(element), start.Value, index);
            size = Math.Max(1, size);
        }
        long step = index.IsAConstantInt.Handle != 0 ? index.ConstIntSExt * size : size;
        return new PointerInfo(value, AlignmentAt(start.Alignment, step), start.IsDeclared, start.MayAlias);
    }

    // ---- Access ---------------------------------------------------------------------------------------------------------------------------------

    /// <summary>The value of a scalar or vector object (6.3.2.1p2).</summary>
    private LLVMValueRef LoadFrom(Lvalue place)
    {
        CType type = place.Type.Type;
        if (place.VectorIndex.Handle != 0)
        {
            LLVMValueRef vector = RawLoad(place, place.Vector, place.Alignment);
            return _b.BuildExtractElement(vector, place.VectorIndex);
        }
        if (place.Bits is BitRange bits) return ExtractBits(RawLoad(place, _types.Integer(bits.Bytes), place.Alignment), bits, type);
        if (type is FunctionType or ArrayType) return place.Address;
        if (place.Type.IsAtomic) return AtomicLoad(place.Address, type, LLVMAtomicOrdering.LLVMAtomicOrderingSequentiallyConsistent, place.IsVolatile);
        LLVMValueRef value = RawLoad(place, _types.Stored(type), place.Alignment);
        AddTbaa(value, place);
        if (!type.IsBool()) return value;
        if (Optimizing && !place.MayAlias)
        {
            value.SetMetadata(_module.Metadata.Range, _module.Metadata.BoolRange);
            value.SetMetadata(_module.Metadata.NoUndef, _module.Metadata.Empty);
        }
        return _b.BuildTrunc(value, _types.I1);
    }

    /// <summary>Stores a value into a scalar or vector object; the result is the value as stored (a bit-field's is cut to its width, 6.5.16p3).</summary>
    private LLVMValueRef StoreTo(Lvalue place, LLVMValueRef value)
    {
        CType type = place.Type.Type;
        if (place.VectorIndex.Handle != 0)
        {
            LLVMValueRef vector = RawLoad(place, place.Vector, place.Alignment);
            RawStore(place, _b.BuildInsertElement(vector, value, place.VectorIndex));
            return value;
        }
        if (place.Bits is BitRange bits) return InsertBits(place, bits, value);
        if (place.Type.IsAtomic)
        {
            AtomicStore(place.Address, value, type, LLVMAtomicOrdering.LLVMAtomicOrderingSequentiallyConsistent, place.IsVolatile);
            return value;
        }
        AddTbaa(RawStore(place, ToMemory(value, type)), place);
        return value;
    }

    /// <summary>A value in the form it has in memory.</summary>
    private LLVMValueRef ToMemory(LLVMValueRef value, CType type) => type.IsBool() ? _b.BuildZExt(value, _types.I8) : value;

    private LLVMValueRef FromMemory(LLVMValueRef value, CType type) => type.IsBool() ? _b.BuildTrunc(value, _types.I1) : value;

    private LLVMValueRef RawLoad(Lvalue place, LLVMTypeRef type, int alignment)
    {
        LLVMValueRef load = _b.BuildLoad2(type, place.Address);
        load.Alignment = (uint)alignment;
        if (place.IsVolatile) load.IsVolatile = true;
        return load;
    }

    private LLVMValueRef RawStore(Lvalue place, LLVMValueRef value)
    {
        LLVMValueRef store = _b.BuildStore(value, place.Address);
        store.Alignment = (uint)place.Alignment;
        if (place.IsVolatile) store.IsVolatile = true;
        return store;
    }

    private LLVMValueRef ExtractBits(LLVMValueRef unit, BitRange bits, CType type)
    {
        LLVMTypeRef unitType = unit.TypeOf;
        int size = bits.Bytes * 8;
        LLVMValueRef value;
        bool signed = type.IsSigned();
        if (signed)
        {
            value = _b.BuildShl(unit, _module.Integer(unitType, size - bits.Width - bits.Shift));
            value = _b.BuildAShr(value, _module.Integer(unitType, size - bits.Width));
        }
        else
        {
            value = _b.BuildLShr(unit, _module.Integer(unitType, bits.Shift));
            if (bits.Shift + bits.Width < size) value = _b.BuildAnd(value, _module.Integer(unitType, (Int128)((UInt128.One << bits.Width) - 1)));
        }
        return type.IsBool() ? _b.BuildTrunc(value, _types.I1) : _b.BuildIntCast2(value, _types.Memory(type), signed);
    }

    private LLVMValueRef InsertBits(Lvalue place, BitRange bits, LLVMValueRef value)
    {
        CType type = place.Type.Type;
        LLVMTypeRef unitType = _types.Integer(bits.Bytes);
        LLVMValueRef source = _b.BuildIntCast2(value, unitType, false);
        LLVMValueRef result;
        if (bits.Width == bits.Bytes * 8)
        {
            RawStore(place, source);
            result = source;
        }
        else
        {
            UInt128 mask = (UInt128.One << bits.Width) - 1;
            source = _b.BuildAnd(source, _module.Integer(unitType, (Int128)mask));
            LLVMValueRef old = RawLoad(place, unitType, place.Alignment);
            LLVMValueRef rest = _b.BuildAnd(old, _module.Integer(unitType, (Int128)~(mask << bits.Shift)));
            RawStore(place, _b.BuildOr(rest, _b.BuildShl(source, _module.Integer(unitType, bits.Shift))));
            result = source;
        }
        if (type.IsBool()) return value;
        return ExtractBits(result, new BitRange(bits.Bytes, 0, bits.Width), type);
    }

    private void AddTbaa(LLVMValueRef access, Lvalue place)
    {
        if (_module.Tbaa is not Tbaa tbaa) return;
        CType type = place.Type.Type;
        access.SetMetadata(tbaa.Kind, place.Base is not null && !place.MayAlias
            ? tbaa.Member(place.Base, place.BaseOffset, type)
            : tbaa.Scalar(type, place.MayAlias));
    }
}
