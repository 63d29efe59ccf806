// Debug information: the types of C. Sizes, alignments and offsets are in bits, as LLVM has them.
namespace PopcornCC.Llvm;

public readonly partial struct LLVMDIBuilderRef
{
    public unsafe LLVMMetadataRef CreateBasicType(string name, ulong sizeInBits, DwarfEncoding encoding)
    {
        var text = Strings.Utf8(name);
        fixed (byte* p = text)
            return LLVM.DIBuilderCreateBasicType(this, p, Strings.Size(text), sizeInBits, (uint)encoding, LLVMDIFlags.LLVMDIFlagZero);
    }

    public unsafe LLVMMetadataRef CreateUnspecifiedType(string name)
    {
        var text = Strings.Utf8(name);
        fixed (byte* p = text)
            return LLVM.DIBuilderCreateUnspecifiedType(this, p, Strings.Size(text));
    }

    public unsafe LLVMMetadataRef CreatePointerType(LLVMMetadataRef pointee, ulong sizeInBits)
    {
        byte none = 0;
        return LLVM.DIBuilderCreatePointerType(this, pointee, sizeInBits, 0, 0, &none, 0);
    }

    public LLVMMetadataRef CreateQualifiedType(DwarfTag tag, LLVMMetadataRef type) => LLVM.DIBuilderCreateQualifiedType(this, (uint)tag, type);

    public unsafe LLVMMetadataRef CreateTypedef(LLVMMetadataRef type, string name, LLVMMetadataRef file, uint line, LLVMMetadataRef scope, uint alignInBits)
    {
        var text = Strings.Utf8(name);
        fixed (byte* p = text)
            return LLVM.DIBuilderCreateTypedef(this, type, p, Strings.Size(text), file, line, scope, alignInBits);
    }

    /// <summary>The result (none for void), the parameters, and none at the end for what is not specified.</summary>
    public unsafe LLVMMetadataRef CreateSubroutineType(LLVMMetadataRef file, ReadOnlySpan<LLVMMetadataRef> types)
    {
        fixed (LLVMMetadataRef* p = types)
            return LLVM.DIBuilderCreateSubroutineType(this, file, p, (uint)types.Length, LLVMDIFlags.LLVMDIFlagZero);
    }

    public unsafe LLVMMetadataRef CreateArrayType(ulong sizeInBits, uint alignInBits, LLVMMetadataRef element, ReadOnlySpan<LLVMMetadataRef> subscripts, bool isVector)
    {
        fixed (LLVMMetadataRef* p = subscripts)
            return isVector ? LLVM.DIBuilderCreateVectorType(this, sizeInBits, alignInBits, element, p, (uint)subscripts.Length)
                : LLVM.DIBuilderCreateArrayType(this, sizeInBits, alignInBits, element, p, (uint)subscripts.Length);
    }

    /// <summary>A dimension; a count of -1 is not known.</summary>
    public LLVMMetadataRef GetOrCreateSubrange(long count) => LLVM.DIBuilderGetOrCreateSubrange(this, 0, count);

    public unsafe LLVMMetadataRef CreateEnumerator(string name, long value, bool isUnsigned)
    {
        var text = Strings.Utf8(name);
        fixed (byte* p = text)
            return LLVM.DIBuilderCreateEnumerator(this, p, Strings.Size(text), value, isUnsigned);
    }

    public unsafe LLVMMetadataRef CreateEnumerationType(
        LLVMMetadataRef scope, string name, LLVMMetadataRef file, uint line, ulong sizeInBits, ReadOnlySpan<LLVMMetadataRef> elements, LLVMMetadataRef underlying)
    {
        var text = Strings.Utf8(name);
        fixed (byte* p = text)
        fixed (LLVMMetadataRef* e = elements)
            return LLVM.DIBuilderCreateEnumerationType(this, scope, p, Strings.Size(text), file, line, sizeInBits, 0, e, (uint)elements.Length, underlying);
    }

    /// <summary>A declaration to be replaced by the type itself.</summary>
    public unsafe LLVMMetadataRef CreateReplaceable(DwarfTag tag, string name, LLVMMetadataRef scope, LLVMMetadataRef file, uint line)
    {
        var text = Strings.Utf8(name);
        byte none = 0;
        fixed (byte* p = text)
            return LLVM.DIBuilderCreateReplaceableCompositeType(this, (uint)tag, p, Strings.Size(text), scope, file, line, 0, 0, 0, LLVMDIFlags.LLVMDIFlagFwdDecl, &none, 0);
    }

    public unsafe LLVMMetadataRef CreateForwardDeclaration(DwarfTag tag, string name, LLVMMetadataRef scope, LLVMMetadataRef file, uint line)
    {
        var text = Strings.Utf8(name);
        byte none = 0;
        fixed (byte* p = text)
            return LLVM.DIBuilderCreateForwardDecl(this, (uint)tag, p, Strings.Size(text), scope, file, line, 0, 0, 0, &none, 0);
    }

    public unsafe LLVMMetadataRef CreateRecordType(
        bool isUnion, LLVMMetadataRef scope, string name, LLVMMetadataRef file, uint line, ulong sizeInBits, uint alignInBits, ReadOnlySpan<LLVMMetadataRef> members)
    {
        var text = Strings.Utf8(name);
        byte none = 0;
        fixed (byte* p = text)
        fixed (LLVMMetadataRef* m = members)
            return isUnion
                ? LLVM.DIBuilderCreateUnionType(this, scope, p, Strings.Size(text), file, line, sizeInBits, alignInBits, LLVMDIFlags.LLVMDIFlagZero, m, (uint)members.Length, 0, &none, 0)
                : LLVM.DIBuilderCreateStructType(
                    this, scope, p, Strings.Size(text), file, line, sizeInBits, alignInBits, LLVMDIFlags.LLVMDIFlagZero, default, m, (uint)members.Length, 0, default, &none, 0);
    }

    public unsafe LLVMMetadataRef CreateMemberType(
        LLVMMetadataRef scope, string name, LLVMMetadataRef file, uint line, ulong sizeInBits, uint alignInBits, ulong offsetInBits, LLVMMetadataRef type)
    {
        var text = Strings.Utf8(name);
        fixed (byte* p = text)
            return LLVM.DIBuilderCreateMemberType(this, scope, p, Strings.Size(text), file, line, sizeInBits, alignInBits, offsetInBits, LLVMDIFlags.LLVMDIFlagZero, type);
    }

    public unsafe LLVMMetadataRef CreateBitFieldMemberType(
        LLVMMetadataRef scope, string name, LLVMMetadataRef file, uint line, ulong sizeInBits, ulong offsetInBits, ulong storageOffsetInBits, LLVMMetadataRef type)
    {
        var text = Strings.Utf8(name);
        fixed (byte* p = text)
            return LLVM.DIBuilderCreateBitFieldMemberType(
                this, scope, p, Strings.Size(text), file, line, sizeInBits, offsetInBits, storageOffsetInBits, LLVMDIFlags.LLVMDIFlagZero, type);
    }
}
