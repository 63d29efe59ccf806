// How a live value goes into a record: as itself, in 8-byte units; widened first, because the upper bits of a value narrower than its
// register are undefined in a stack map (and AArch64 stores such an operand at every site); or through memory on the data stack.
using PopcornCC.Llvm;

namespace PopcornCC.Compiler.Migration;

internal static class ValueTypes
{
    /// <summary>The type code of the value's first unit (docs/stackmap-format.md), or 0 if it cannot be recorded as it is.</summary>
    public static byte Code(LLVMTypeRef type) => type.Kind switch
    {
        LLVMTypeKind.LLVMIntegerTypeKind when type.IntWidth == 32 => 1,
        LLVMTypeKind.LLVMIntegerTypeKind when type.IntWidth == 64 => 2,
        LLVMTypeKind.LLVMPointerTypeKind => 3,
        LLVMTypeKind.LLVMFloatTypeKind => 4,
        LLVMTypeKind.LLVMDoubleTypeKind => 5,
        LLVMTypeKind.LLVMVectorTypeKind when IsWholeVector(type) => 6,
        _ => 0,
    };

    public const byte SecondUnit = 7;

    public static int Units(byte code) => code == 6 ? 2 : 1;

    /// <summary>The integer type a narrow or odd integer is widened to, or none.</summary>
    public static LLVMTypeRef Widened(LLVMTypeRef type) =>
        type.Kind != LLVMTypeKind.LLVMIntegerTypeKind || type.IntWidth >= 64 || type.IntWidth == 32 ? default
        : type.IntWidth < 32 ? type.Context.Int32Type : type.Context.Int64Type;

    /// <summary>How many elements of this vector's kind make 16 bytes, or 0 if they are not whole bytes.</summary>
    public static uint WholeElements(LLVMTypeRef vector)
    {
        var element = vector.ElementType;
        var bits = element.Kind switch
        {
            LLVMTypeKind.LLVMIntegerTypeKind => element.IntWidth,
            LLVMTypeKind.LLVMFloatTypeKind => 32u,
            LLVMTypeKind.LLVMDoubleTypeKind or LLVMTypeKind.LLVMPointerTypeKind => 64u,
            _ => 0u,
        };
        return bits is 8 or 16 or 32 or 64 ? 128 / bits : 0;
    }

    private static bool IsWholeVector(LLVMTypeRef type) => WholeElements(type) == type.VectorSize;
}
