// Atomic objects (C11 6.2.5p20, 7.17) and the GNU atomic builtins. Sizes of 1, 2, 4, 8 and 16 bytes are instructions (16 becomes a library call where an ISA has none) if the object
// is aligned to its size; other structs go through the library's generic functions. Memory orders that are not constant count as sequentially consistent, which is always allowed.
using System.Diagnostics;
using PopcornCC.Compiler.Semantics;
using PopcornCC.Llvm;

namespace PopcornCC.Compiler.CodeGen;

internal sealed partial class FunctionEmitter
{
    private const LLVMAtomicOrdering SeqCst = LLVMAtomicOrdering.LLVMAtomicOrderingSequentiallyConsistent;

    private static bool IsAtomicSize(long size) => size is 1 or 2 or 4 or 8 or 16;

    /// <summary>Whether an object can be handled by one instruction: AArch64's fault when it is not aligned to its size.</summary>
    private static bool IsAtomicObject(long size, int alignment) => IsAtomicSize(size) && alignment >= size;

    private LLVMValueRef AtomicLoad(LLVMValueRef address, CType type, LLVMAtomicOrdering order, bool isVolatile = false)
    {
        LLVMValueRef load = _b.BuildLoad2(type is ComplexType ? _types.Integer(type.Size) : _types.Memory(type), address);
        load.Alignment = (uint)type.Size;
        load.Ordering = LoadOrder(order);
        load.IsVolatile = isVolatile;
        return type is ComplexType ? FromAtomic(load, type) : FromMemory(load, type);
    }

    private void AtomicStore(LLVMValueRef address, LLVMValueRef value, CType type, LLVMAtomicOrdering order, bool isVolatile = false)
    {
        LLVMValueRef store = _b.BuildStore(type is ComplexType ? ToAtomic(value, type, _types.Integer(type.Size)) : ToMemory(value, type), address);
        store.Alignment = (uint)type.Size;
        store.Ordering = StoreOrder(order);
        store.IsVolatile = isVolatile;
    }

    /// <summary>Copies an atomic object of any type to ordinary memory.</summary>
    private void AtomicLoadRecord(LLVMValueRef address, int alignment, Lvalue target, LLVMAtomicOrdering order)
    {
        long size = target.Type.Type.Size;
        if (!IsAtomicObject(size, alignment))
        {
            CallLibrary(_module.LibraryFunction("__atomic_load", _types.Void, _types.I64, _types.Pointer, _types.Pointer, _types.I32),
                Constant64(size), address, target.Address, Constant32(LibraryOrder(order)));
            return;
        }
        LLVMValueRef load = _b.BuildLoad2(_types.Integer(size), address);
        load.Alignment = (uint)size;
        load.Ordering = LoadOrder(order);
        RawStore(target, load);
    }

    private void AtomicStoreRecord(Lvalue target, Lvalue source, LLVMAtomicOrdering order)
    {
        long size = target.Type.Type.Size;
        if (!IsAtomicObject(size, target.Alignment))
        {
            CallLibrary(_module.LibraryFunction("__atomic_store", _types.Void, _types.I64, _types.Pointer, _types.Pointer, _types.I32),
                Constant64(size), target.Address, source.Address, Constant32(LibraryOrder(order)));
            return;
        }
        LLVMValueRef store = _b.BuildStore(RawLoad(source, _types.Integer(size), source.Alignment), target.Address);
        store.Alignment = (uint)size;
        store.Ordering = StoreOrder(order);
    }

    /// <summary><c>x += v</c> on an atomic object (6.5.16.2p3): one read-modify-write, as an instruction where there is one, else in a loop:
    /// <code>old = x; do new = old op v; while (!compare_exchange(&amp;x, &amp;old, new));</code></summary>
    private LLVMValueRef EmitAtomicCompound(BoundCompoundAssignment e, Lvalue target, BoundBinary? operation)
    {
        CType type = target.Type.Type;
        if (operation is not null && type.IsInteger() && !type.IsBool() && operation.Type.Type.IsInteger() && operation.Type.Type.Size >= type.Size
            && Operation(operation.Operator) is LLVMAtomicRMWBinOp direct)
        {
            LLVMValueRef operand = _b.BuildIntCast2(EmitScalar(operation.Right), _types.Memory(type), false);
            LLVMValueRef previous = _b.BuildAtomicRMW(direct, target.Address, operand, SeqCst);
            return e.IsPostfix ? previous : NewValue(e, previous);
        }
        LLVMTypeRef memory = AtomicType(type);
        LLVMValueRef first = AtomicLoad(target.Address, type, SeqCst, target.IsVolatile);
        LLVMBasicBlockRef loop = NewBlock("atomic.loop"), end = NewBlock("atomic.end");
        LLVMBasicBlockRef before = _b.InsertBlock;
        Place(loop, isLabel: true);
        LLVMValueRef old = _b.BuildPhi(_types.Value(type));
        LLVMValueRef value = NewValue(e, old);
        LLVMValueRef pair = _b.BuildAtomicCmpXchg(target.Address, ToAtomic(old, type, memory), ToAtomic(value, type, memory), SeqCst, SeqCst);
        LLVMValueRef seen = FromAtomic(_b.BuildExtractValue(pair, 0), type);
        old.AddIncoming(first, before);
        old.AddIncoming(seen, _b.InsertBlock);
        ConditionalJump(_b.BuildExtractValue(pair, 1), end, loop);
        Place(end);
        return e.IsPostfix ? old : value;
    }

    private static LLVMAtomicRMWBinOp? Operation(BinaryOperator op) => op switch
    {
        BinaryOperator.Add => LLVMAtomicRMWBinOp.LLVMAtomicRMWBinOpAdd,
        BinaryOperator.Subtract => LLVMAtomicRMWBinOp.LLVMAtomicRMWBinOpSub,
        BinaryOperator.And => LLVMAtomicRMWBinOp.LLVMAtomicRMWBinOpAnd,
        BinaryOperator.Or => LLVMAtomicRMWBinOp.LLVMAtomicRMWBinOpOr,
        BinaryOperator.Xor => LLVMAtomicRMWBinOp.LLVMAtomicRMWBinOpXor,
        _ => null,
    };

    // ---- Builtins -------------------------------------------------------------------------------------------------------------------------------

    private LLVMValueRef EmitAtomicBuiltin(BoundBuiltinCall e)
    {
        switch (e.Function)
        {
            case BuiltinFunction.AtomicThreadFence or BuiltinFunction.AtomicSignalFence:
                LLVMAtomicOrdering fence = Order(e, 0);
                if (fence != LLVMAtomicOrdering.LLVMAtomicOrderingMonotonic) _b.BuildFence(fence, e.Function == BuiltinFunction.AtomicSignalFence);
                return default;
            case BuiltinFunction.SyncSynchronize:
                _b.BuildFence(SeqCst, false);
                return default;
            case BuiltinFunction.AtomicIsLockFree:
                foreach (BoundExpression a in e.Arguments) EmitIgnored(a);
                return BooleanValue(Bit(ConstantEvaluator.EvaluateInteger(e.Arguments[0]) is Int128 size && (long)size is 1 or 2 or 4 or 8), e.Type.Type);
        }
        PointerInfo pointer = EmitPointer(e.Arguments[0]);
        QualType target = ((PointerType)e.Arguments[0].Type.Type).Pointee;
        LLVMValueRef address = pointer.Value;
        int alignment = pointer.IsDeclared ? pointer.Alignment : NaturalAlignment(target);
        if (e.Function is BuiltinFunction.AtomicTestAndSet or BuiltinFunction.AtomicClear) target = BuiltinType.UChar;
        CType type = target.Type;
        if (!IsAtomicSize(type.Size) && !IsGeneric(e.Function))
        {
            _module.Diagnostics.AtomicSizeNotSupported(e.Span, type.ToString());
            return LLVMValueRef.CreateUndef(_types.Value(e.Type.Type));
        }
        switch (e.Function)
        {
            case BuiltinFunction.AtomicLoadN:
                return AtomicLoad(address, type, Order(e, 1), target.IsVolatile);
            case BuiltinFunction.AtomicStoreN:
                AtomicStore(address, Operand(e, 1, type), type, Order(e, 2), target.IsVolatile);
                return default;
            case BuiltinFunction.AtomicLoad:
                AtomicLoadRecord(address, alignment, Pointed(e, 1, type), Order(e, 2));
                return default;
            case BuiltinFunction.AtomicStore:
                AtomicStoreRecord(new Lvalue(address, type, alignment), Pointed(e, 1, type), Order(e, 2));
                return default;
            case BuiltinFunction.AtomicTestAndSet:
                LLVMValueRef was = _b.BuildAtomicRMW(LLVMAtomicRMWBinOp.LLVMAtomicRMWBinOpXchg, address, LLVMValueRef.CreateConstInt(_types.I8, 1), Order(e, 1));
                return BooleanValue(_b.BuildICmp(LLVMIntPredicate.LLVMIntNE, was, Null(_types.I8)), e.Type.Type);
            case BuiltinFunction.AtomicClear:
                AtomicStore(address, Null(_types.I8), BuiltinType.UChar, Order(e, 1));
                return default;
            case BuiltinFunction.SyncLockRelease:
                AtomicStore(address, Null(_types.Value(type)), type, LLVMAtomicOrdering.LLVMAtomicOrderingRelease);
                return default;
            case BuiltinFunction.AtomicExchangeN:
                return Exchange(address, Operand(e, 1, type), type, Order(e, 2));
            case BuiltinFunction.SyncLockTestAndSet:
                return Exchange(address, Operand(e, 1, type), type, LLVMAtomicOrdering.LLVMAtomicOrderingAcquire);
            case BuiltinFunction.AtomicExchange:
                return EmitGenericExchange(e, address, alignment, type);
            case BuiltinFunction.AtomicCompareExchange or BuiltinFunction.AtomicCompareExchangeN:
                return EmitCompareExchange(e, address, alignment, type);
            case BuiltinFunction.SyncBoolCompareAndSwap or BuiltinFunction.SyncValCompareAndSwap:
                LLVMTypeRef memory = AtomicType(type);
                LLVMValueRef expected = ToAtomic(Operand(e, 1, type), type, memory), desired = ToAtomic(Operand(e, 2, type), type, memory);
                LLVMValueRef pair = _b.BuildAtomicCmpXchg(address, expected, desired, SeqCst, SeqCst);
                return e.Function == BuiltinFunction.SyncValCompareAndSwap ? FromAtomic(_b.BuildExtractValue(pair, 0), type)
                    : BooleanValue(_b.BuildExtractValue(pair, 1), e.Type.Type);
            default:
                return EmitFetch(e, address, type);
        }
    }

    private static bool IsGeneric(BuiltinFunction f) =>
        f is BuiltinFunction.AtomicLoad or BuiltinFunction.AtomicStore or BuiltinFunction.AtomicExchange or BuiltinFunction.AtomicCompareExchange;

    private LLVMValueRef EmitFetch(BoundBuiltinCall e, LLVMValueRef address, CType type)
    {
        (LLVMAtomicRMWBinOp operation, bool wantsNew) = e.Function switch
        {
            BuiltinFunction.AtomicFetchAdd => (LLVMAtomicRMWBinOp.LLVMAtomicRMWBinOpAdd, false),
            BuiltinFunction.AtomicFetchSub => (LLVMAtomicRMWBinOp.LLVMAtomicRMWBinOpSub, false),
            BuiltinFunction.AtomicFetchAnd => (LLVMAtomicRMWBinOp.LLVMAtomicRMWBinOpAnd, false),
            BuiltinFunction.AtomicFetchOr => (LLVMAtomicRMWBinOp.LLVMAtomicRMWBinOpOr, false),
            BuiltinFunction.AtomicFetchXor => (LLVMAtomicRMWBinOp.LLVMAtomicRMWBinOpXor, false),
            BuiltinFunction.AtomicFetchNand => (LLVMAtomicRMWBinOp.LLVMAtomicRMWBinOpNand, false),
            BuiltinFunction.AtomicAddFetch => (LLVMAtomicRMWBinOp.LLVMAtomicRMWBinOpAdd, true),
            BuiltinFunction.AtomicSubFetch => (LLVMAtomicRMWBinOp.LLVMAtomicRMWBinOpSub, true),
            BuiltinFunction.AtomicAndFetch => (LLVMAtomicRMWBinOp.LLVMAtomicRMWBinOpAnd, true),
            BuiltinFunction.AtomicOrFetch => (LLVMAtomicRMWBinOp.LLVMAtomicRMWBinOpOr, true),
            BuiltinFunction.AtomicXorFetch => (LLVMAtomicRMWBinOp.LLVMAtomicRMWBinOpXor, true),
            BuiltinFunction.AtomicNandFetch => (LLVMAtomicRMWBinOp.LLVMAtomicRMWBinOpNand, true),
            _ => throw new UnreachableException(e.Function.ToString()),
        };
        // Pointers count as integers here: the builtins add bytes.
        LLVMTypeRef integer = _types.Integer(type.Size);
        LLVMValueRef operand = EmitScalar(e.Arguments[1]);
        operand = operand.TypeOf.Kind == LLVMTypeKind.LLVMPointerTypeKind ? _b.BuildPtrToInt(operand, integer)
            : _b.BuildIntCast2(operand, integer, e.Arguments[1].Type.Type.IsSigned());
        LLVMValueRef old = _b.BuildAtomicRMW(operation, address, operand, Order(e, 2));
        LLVMValueRef value = !wantsNew ? old : operation switch
        {
            LLVMAtomicRMWBinOp.LLVMAtomicRMWBinOpAdd => _b.BuildAdd(old, operand),
            LLVMAtomicRMWBinOp.LLVMAtomicRMWBinOpSub => _b.BuildSub(old, operand),
            LLVMAtomicRMWBinOp.LLVMAtomicRMWBinOpAnd => _b.BuildAnd(old, operand),
            LLVMAtomicRMWBinOp.LLVMAtomicRMWBinOpOr => _b.BuildOr(old, operand),
            LLVMAtomicRMWBinOp.LLVMAtomicRMWBinOpXor => _b.BuildXor(old, operand),
            _ => _b.BuildNot(_b.BuildAnd(old, operand)),
        };
        return type is PointerType ? _b.BuildIntToPtr(value, _types.Pointer) : FromMemory(value, type);
    }

    private LLVMValueRef Exchange(LLVMValueRef address, LLVMValueRef value, CType type, LLVMAtomicOrdering order)
    {
        LLVMTypeRef memory = AtomicType(type);
        return FromAtomic(_b.BuildAtomicRMW(LLVMAtomicRMWBinOp.LLVMAtomicRMWBinOpXchg, address, ToAtomic(value, type, memory), order), type);
    }

    private LLVMValueRef EmitGenericExchange(BoundBuiltinCall e, LLVMValueRef address, int alignment, CType type)
    {
        Lvalue value = Pointed(e, 1, type), result = Pointed(e, 2, type);
        LLVMAtomicOrdering order = Order(e, 3);
        if (type is RecordType && !IsAtomicObject(type.Size, alignment))
        {
            CallLibrary(_module.LibraryFunction("__atomic_exchange", _types.Void, _types.I64, _types.Pointer, _types.Pointer, _types.Pointer, _types.I32),
                Constant64(type.Size), address, value.Address, result.Address, Constant32(LibraryOrder(order)));
            return default;
        }
        LLVMValueRef given = RawLoad(value, _types.Integer(type.Size), value.Alignment);
        RawStore(result, _b.BuildAtomicRMW(LLVMAtomicRMWBinOp.LLVMAtomicRMWBinOpXchg, address, given, order));
        return default;
    }

    /// <summary>compare_exchange(object, expected, desired, weak, success, failure): on failure *expected becomes what was seen.</summary>
    private LLVMValueRef EmitCompareExchange(BoundBuiltinCall e, LLVMValueRef address, int alignment, CType type)
    {
        bool byPointer = e.Function == BuiltinFunction.AtomicCompareExchange;
        Lvalue expected = Pointed(e, 1, type);
        LLVMAtomicOrdering success = Order(e, 4), failure = LoadOrder(Order(e, 5));
        if (type is RecordType && !IsAtomicObject(type.Size, alignment))
        {
            return BooleanValue(
                CallLibrary(_module.LibraryFunction("__atomic_compare_exchange", _types.I1, _types.I64, _types.Pointer, _types.Pointer, _types.Pointer, _types.I32, _types.I32),
                    Constant64(type.Size), address, expected.Address, Pointed(e, 2, type).Address, Constant32(LibraryOrder(success)), Constant32(LibraryOrder(failure))),
                e.Type.Type);
        }
        LLVMTypeRef memory = type is RecordType ? _types.Integer(type.Size) : AtomicType(type);
        LLVMValueRef desired;
        if (byPointer)
        {
            Lvalue source = Pointed(e, 2, type);
            desired = RawLoad(source, memory, source.Alignment);
        }
        else
        {
            desired = ToAtomic(Operand(e, 2, type), type, memory);
        }
        LLVMValueRef pair = _b.BuildAtomicCmpXchg(address, RawLoad(expected, memory, expected.Alignment), desired, success, failure);
        if (ConstantEvaluator.EvaluateInteger(e.Arguments[3]) is Int128 weak && weak != 0) pair.Weak = true;
        LLVMValueRef done = _b.BuildExtractValue(pair, 1);
        LLVMBasicBlockRef failed = NewBlock("cmpxchg.failed"), end = NewBlock("cmpxchg.end");
        ConditionalJump(done, end, failed);
        Place(failed);
        RawStore(expected, _b.BuildExtractValue(pair, 0));
        Place(end);
        return BooleanValue(done, e.Type.Type);
    }

    /// <summary>An argument as a value of the object's type.</summary>
    private LLVMValueRef Operand(BoundBuiltinCall e, int index, CType type)
    {
        LLVMValueRef value = EmitScalar(e.Arguments[index]);
        LLVMTypeRef want = _types.Value(type);
        if (value.TypeOf == want) return value;
        if (want.Kind == LLVMTypeKind.LLVMPointerTypeKind) return _b.BuildIntToPtr(_b.BuildIntCast2(value, _types.I64, e.Arguments[index].Type.Type.IsSigned()), want);
        if (value.TypeOf.Kind == LLVMTypeKind.LLVMPointerTypeKind) return _b.BuildPtrToInt(value, want);
        return _b.BuildIntCast2(value, want, e.Arguments[index].Type.Type.IsSigned());
    }

    private Lvalue Pointed(BoundBuiltinCall e, int index, CType type)
    {
        PointerInfo p = EmitPointer(e.Arguments[index]);
        int alignment = p.IsDeclared ? p.Alignment : e.Arguments[index].Type.Type is PointerType { Pointee: var target } && target.Type == type ? NaturalAlignment(target) : type.Alignment;
        return new Lvalue(p.Value, type, alignment, MayAlias: true);
    }

    /// <summary>The type an exchange works on: integers and pointers; floating values by their bits.</summary>
    private LLVMTypeRef AtomicType(CType type) => type is PointerType ? _types.Pointer : _types.Integer(type.Size);

    private LLVMValueRef ToAtomic(LLVMValueRef value, CType type, LLVMTypeRef memory)
    {
        value = ToMemory(value, type);
        return value.TypeOf == memory ? value : _b.BuildBitCast(value, memory);
    }

    private LLVMValueRef FromAtomic(LLVMValueRef value, CType type)
    {
        LLVMTypeRef memory = _types.Stored(type);
        return FromMemory(value.TypeOf == memory ? value : _b.BuildBitCast(value, memory), type);
    }

    // ---- Memory orders (7.17.3): relaxed 0, consume 1, acquire 2, release 3, acquire and release 4, sequentially consistent 5 -------------------------

    private LLVMAtomicOrdering Order(BoundBuiltinCall e, int index)
    {
        if (index >= e.Arguments.Length) return SeqCst;
        if (ConstantEvaluator.EvaluateInteger(e.Arguments[index]) is not Int128 order)
        {
            EmitIgnored(e.Arguments[index]);
            return SeqCst;
        }
        return ((int)order & 0xFF) switch
        {
            0 => LLVMAtomicOrdering.LLVMAtomicOrderingMonotonic,
            1 or 2 => LLVMAtomicOrdering.LLVMAtomicOrderingAcquire,
            3 => LLVMAtomicOrdering.LLVMAtomicOrderingRelease,
            4 => LLVMAtomicOrdering.LLVMAtomicOrderingAcquireRelease,
            _ => SeqCst,
        };
    }

    private static LLVMAtomicOrdering LoadOrder(LLVMAtomicOrdering order) => order switch
    {
        LLVMAtomicOrdering.LLVMAtomicOrderingRelease => LLVMAtomicOrdering.LLVMAtomicOrderingMonotonic,
        LLVMAtomicOrdering.LLVMAtomicOrderingAcquireRelease => LLVMAtomicOrdering.LLVMAtomicOrderingAcquire,
        _ => order,
    };

    private static LLVMAtomicOrdering StoreOrder(LLVMAtomicOrdering order) => order switch
    {
        LLVMAtomicOrdering.LLVMAtomicOrderingAcquire => LLVMAtomicOrdering.LLVMAtomicOrderingMonotonic,
        LLVMAtomicOrdering.LLVMAtomicOrderingAcquireRelease => LLVMAtomicOrdering.LLVMAtomicOrderingRelease,
        _ => order,
    };

    private static int LibraryOrder(LLVMAtomicOrdering order) => order switch
    {
        LLVMAtomicOrdering.LLVMAtomicOrderingMonotonic => 0,
        LLVMAtomicOrdering.LLVMAtomicOrderingAcquire => 2,
        LLVMAtomicOrdering.LLVMAtomicOrderingRelease => 3,
        LLVMAtomicOrdering.LLVMAtomicOrderingAcquireRelease => 4,
        _ => 5,
    };
}
