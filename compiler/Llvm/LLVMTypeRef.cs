// Types. LLVM keeps equal types once a context, so that == on handles is type equality.
namespace PopcornCC.Llvm;

public readonly partial struct LLVMTypeRef
{
    public LLVMTypeKind Kind => LLVM.GetTypeKind(this);

    public LLVMContextRef Context => LLVM.GetTypeContext(this);

    public bool IsSized => LLVM.TypeIsSized(this);

    public uint IntWidth => LLVM.GetIntTypeWidth(this);

    public static unsafe LLVMTypeRef CreateFunction(LLVMTypeRef returnType, ReadOnlySpan<LLVMTypeRef> parameters, bool isVarArg = false)
    {
        fixed (LLVMTypeRef* p = parameters)
            return LLVM.FunctionType(returnType, p, (uint)parameters.Length, isVarArg);
    }

    public static LLVMTypeRef CreateArray(LLVMTypeRef element, uint count) => LLVM.ArrayType2(element, count);

    public static LLVMTypeRef CreateArray2(LLVMTypeRef element, ulong count) => LLVM.ArrayType2(element, count);

    public static LLVMTypeRef CreateVector(LLVMTypeRef element, uint count) => LLVM.VectorType(element, count);

    public static LLVMTypeRef CreatePointer(LLVMTypeRef element, uint addressSpace) => LLVM.PointerType(element, addressSpace);

    public static LLVMTypeRef CreateStruct(ReadOnlySpan<LLVMTypeRef> elements, bool packed) => elements[0].Context.GetStructType(elements, packed);

    public bool IsFunctionVarArg => LLVM.IsFunctionVarArg(this);

    public LLVMTypeRef ReturnType => LLVM.GetReturnType(this);

    public uint ParamTypesCount => LLVM.CountParamTypes(this);

    public unsafe LLVMTypeRef[] ParamTypes
    {
        get
        {
            var types = new LLVMTypeRef[LLVM.CountParamTypes(this)];
            fixed (LLVMTypeRef* p = types)
                LLVM.GetParamTypes(this, p);
            return types;
        }
    }

    public unsafe string StructName => Strings.Borrowed(LLVM.GetStructName(this));

    public unsafe void StructSetBody(ReadOnlySpan<LLVMTypeRef> elements, bool packed)
    {
        fixed (LLVMTypeRef* p = elements)
            LLVM.StructSetBody(this, p, (uint)elements.Length, packed);
    }

    public uint StructElementTypesCount => LLVM.CountStructElementTypes(this);

    public unsafe LLVMTypeRef[] StructElementTypes
    {
        get
        {
            var types = new LLVMTypeRef[LLVM.CountStructElementTypes(this)];
            fixed (LLVMTypeRef* p = types)
                LLVM.GetStructElementTypes(this, p);
            return types;
        }
    }

    public LLVMTypeRef StructGetTypeAtIndex(uint index) => LLVM.StructGetTypeAtIndex(this, index);

    public bool IsPackedStruct => LLVM.IsPackedStruct(this);

    public bool IsOpaqueStruct => LLVM.IsOpaqueStruct(this);

    public LLVMTypeRef ElementType => LLVM.GetElementType(this);

    public uint ArrayLength => (uint)LLVM.GetArrayLength2(this);

    public ulong ArrayLength2 => LLVM.GetArrayLength2(this);

    public uint VectorSize => LLVM.GetVectorSize(this);

    /// <summary>The address space of a pointer.</summary>
    public uint AddressSpace => LLVM.GetPointerAddressSpace(this);

    public LLVMValueRef Undef => LLVM.GetUndef(this);

    public LLVMValueRef Poison => LLVM.GetPoison(this);

    public LLVMValueRef SizeOf => LLVM.SizeOf(this);

    public unsafe string PrintToString() => Strings.Owned(LLVM.PrintTypeToString(this));

    public override string ToString() => Handle == 0 ? "" : PrintToString();
}
