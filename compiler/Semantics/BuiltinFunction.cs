// The compiler's builtins, by what they do. The binder maps names (__builtin_x, and the library's own names where the language lets us know them) to these and checks arguments;
// code generation expands each. One entry serves all sizes where the argument's type says which.
namespace PopcornCC.Compiler.Semantics;

/// <summary>A builtin function.</summary>
public enum BuiltinFunction : byte
{
    // Memory and strings: also known by their library names; the first argument decides nothing.
    Memcpy, Memmove, Memset, Memcmp, Strlen, Alloca, AllocaWithAlign,

    // Variable arguments. VaStart/VaEnd/VaCopy take lvalues of type va_list.
    VaStart, VaEnd, VaCopy,

    // Control.
    Expect, ExpectWithProbability, Unreachable, Trap, Prefetch, Assume, AssumeAligned, FrameAddress, ReturnAddress,

    // Bits; the argument's type says the width, result int (Bswap, BitReverse, Rotate: the argument's type).
    Clz, Ctz, Clrsb, Ffs, Parity, Popcount, Bswap16, Bswap32, Bswap64, RotateLeft, RotateRight, BitReverse,

    // Arithmetic with overflow: (a, b, pointer to result) with each type kept; result _Bool. Where the third is an integer instead, only its type counts.
    AddOverflow, SubOverflow, MulOverflow,

    // Floating point; the type of the first argument says which.
    Fabs, CopySign, Sqrt, Floor, Ceil, Trunc, Rint, NearbyInt, Round, Fmin, Fmax, Fma, Powi, IsNan, IsInf, IsFinite, IsNormal, IsSubnormal, IsZero, IsSignaling, SignBit, FpClassify, IsInfSign,
    IsGreater, IsGreaterEqual, IsLess, IsLessEqual, IsLessGreater, IsUnordered,

    // Atomics: __atomic_* with their memory orders as arguments (GNU generic and _n forms; generic ones take pointers), __sync_* map to these with sequentially consistent order.
    AtomicLoad, AtomicLoadN, AtomicStore, AtomicStoreN, AtomicExchange, AtomicExchangeN, AtomicCompareExchange, AtomicCompareExchangeN,
    AtomicFetchAdd, AtomicFetchSub, AtomicFetchAnd, AtomicFetchOr, AtomicFetchXor, AtomicFetchNand,
    AtomicAddFetch, AtomicSubFetch, AtomicAndFetch, AtomicOrFetch, AtomicXorFetch, AtomicNandFetch,
    AtomicTestAndSet, AtomicClear, AtomicThreadFence, AtomicSignalFence, AtomicIsLockFree,
    SyncBoolCompareAndSwap, SyncValCompareAndSwap, SyncLockTestAndSet, SyncLockRelease, SyncSynchronize,

    // Run time answers of what was not constant.
    ObjectSize, ConstantP,

    // Vectors.
    ShuffleVector, ConvertVector,

    // (condition, a, b): the elements of a where the condition's are not zero, those of b elsewhere.
    VectorSelect,

    // (real, imaginary)
    MakeComplex,
}
