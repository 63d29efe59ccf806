// Initial values of automatic objects (C11 6.7.9). A list is a series of stores into an object that is zero elsewhere. Like clang: what is constant and large is copied from a
// read-only object, what is mostly zero is cleared first, small things are stored one by one.
using PopcornCC.Compiler.Semantics;
using PopcornCC.Llvm;

namespace PopcornCC.Compiler.CodeGen;

internal sealed partial class FunctionEmitter
{
    /// <summary>Constant objects up to this size are stored piece by piece.</summary>
    private const long SmallObject = 32;

    private void EmitInitializer(Lvalue place, BoundInitializer initializer)
    {
        switch (initializer)
        {
            case BoundExpressionInitializer e:
                EmitElement(place, e.Value, clearTail: true);
                break;
            case BoundListInitializer l:
                EmitList(place, l);
                break;
        }
    }

    private void EmitList(Lvalue place, BoundListInitializer list)
    {
        CType type = place.Type.Type;
        long size = type.Size;
        if (size <= 0)
        {
            foreach (BoundInitializerElement e in list.Elements) EmitIgnored(e.Value);
            return;
        }
        if (type is not (RecordType or ArrayType or VectorType) && list.Elements is [var only])
        {
            EmitElement(place, only.Value, clearTail: true);
            return;
        }
        // Gather the constant part. Elements overwritten later are left out by the binder, so constants may be stored before the rest.
        ConstantImage image = new();
        List<BoundInitializerElement> rest = [];
        foreach (BoundInitializerElement e in list.Elements)
        {
            if (!_module.Constants.TryWrite(image, e.Offset, e.Type, e.BitField, e.Value)) rest.Add(e);
        }
        int constants = list.Elements.Length - rest.Count;
        // A struct value may have been overwritten in part by a later element: then the order counts.
        bool ordered = rest.Any(e => e.Type.Type is RecordType);
        if (!ordered && image.IsZero(0, size))
        {
            // Only what is not stored anyway needs clearing.
            if (!Covers(rest, size)) ZeroBytes(place.Address, place.Alignment, size, place.IsVolatile);
        }
        else if (!ordered && size > SmallObject && (rest.Count == 0 || constants > 8))
        {
            LLVMValueRef value = _module.Constants.Build(type, image);
            CopyBytes(place.Address, place.Alignment, _module.ConstantObject(value, place.Alignment), place.Alignment, size, place.IsVolatile);
        }
        else
        {
            rest = [.. list.Elements];
            if (!Covers(rest, size)) ZeroBytes(place.Address, place.Alignment, size, place.IsVolatile);
        }
        foreach (BoundInitializerElement e in rest) EmitListElement(place, e);
    }

    private void EmitListElement(Lvalue place, BoundInitializerElement e)
    {
        long offset = e.Offset;
        BitRange? bits = null;
        if (e.BitField is not null)
        {
            (long within, bits) = ModuleBitField(e.BitField);
            offset += within;
        }
        QualType type = new(e.Type.Type, (e.Type.Qualifiers & ~Qualifiers.Atomic) | (place.Type.Qualifiers & Qualifiers.Volatile));
        // No struct path: a store into a fresh object may alias what it likes, the scalar's own tag is exact enough except inside unions.
        Lvalue element = new(Offset(place.Address, offset), type, AlignmentAt(place.Alignment, offset), MayAlias: place.MayAlias || HoldsUnion(place.Type.Type), Bits: bits);
        EmitElement(element, e.Value, clearTail: false);
    }

    // The record is not known here, only the field: its own bytes are always right. The result is relative to the storage unit.
    private static (long Within, BitRange Bits) ModuleBitField(FieldSymbol field)
    {
        (long offset, BitRange bits) = LocateBitField(null, field);
        return (offset - field.Offset, bits);
    }

    private static bool HoldsUnion(CType type) => type switch
    {
        ArrayType a => HoldsUnion(a.Element.Type),
        RecordType r => r.IsUnion || r.Fields.Any(f => HoldsUnion(f.Type.Type)),
        _ => false,
    };

    private void EmitElement(Lvalue place, BoundExpression value, bool clearTail)
    {
        CType type = place.Type.Type;
        switch (value)
        {
            case BoundStringLiteral text when type is ArrayType:
                EmitString(place, text, clearTail);
                break;
            case var _ when type is RecordType:
                EmitAggregateTo(value, place with { Type = new QualType(type, place.Type.Qualifiers & ~Qualifiers.Atomic) });
                break;
            default:
                // Initialising an atomic object is not an atomic access (7.17.2.1p2).
                LLVMValueRef scalar = EmitScalar(value);
                StoreTo(place with { Type = new QualType(type, place.Type.Qualifiers & ~Qualifiers.Atomic) }, scalar);
                break;
        }
    }

    /// <summary><c>char a[10] = "abc";</c>: the literal is cut, or the rest cleared (6.7.9p14, p21).</summary>
    private void EmitString(Lvalue place, BoundStringLiteral text, bool clearTail)
    {
        long size = place.Type.Type.Size, given = Math.Min(size, text.Bytes.Length);
        if (clearTail && size > given && given < size / 2)
        {
            ZeroBytes(place.Address, place.Alignment, size, place.IsVolatile);
            while (given > 0 && text.Bytes[(int)given - 1] == 0) given--;
        }
        else if (clearTail && size > given)
        {
            ConstantImage image = new();
            image.WriteBytes(0, text.Bytes.AsSpan());
            LLVMValueRef whole = _module.ConstantObject(_module.Constants.Build(place.Type.Type, image), place.Alignment);
            CopyBytes(place.Address, place.Alignment, whole, place.Alignment, size, place.IsVolatile);
            return;
        }
        if (given > 0) CopyBytes(place.Address, place.Alignment, _module.String(text), ((ArrayType)text.Type.Type).Element.Type.Alignment, given, place.IsVolatile);
    }

    /// <summary>Whether elements leave no byte of an object unwritten (padding counts: clearing is cheap, and copies of the object then have no undefined bytes).</summary>
    private static bool Covers(List<BoundInitializerElement> elements, long size)
    {
        long at = 0;
        foreach (BoundInitializerElement e in elements.OrderBy(e => e.Offset))
        {
            if (e.BitField is not null || e.Offset > at) return false;
            long end = e.Offset + (e.Value is BoundStringLiteral text && e.Type.Type is ArrayType ? Math.Min(text.Bytes.Length, e.Type.Type.Size) : e.Type.Type.Size);
            at = Math.Max(at, end);
        }
        return at >= size;
    }
}
