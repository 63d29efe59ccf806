// Atomic builtins (GNU __atomic_* and __sync_*, clang's __c11_atomic_* as used by stdatomic.h) and vector builtins.
using System.Collections.Immutable;
using PopcornCC.Compiler.Syntax;
using PopcornCC.Compiler.Text;

namespace PopcornCC.Compiler.Semantics;

public sealed partial class Binder
{
    // __ATOMIC_SEQ_CST.
    private const int SequentiallyConsistent = 5;

    private BoundExpression? BindAtomicCall(NameSyntax name, CallSyntax syntax)
    {
        ImmutableArray<BoundExpression> arguments = [.. syntax.Arguments.Select(a => Rvalue(BindExpression(a)))];
        if (arguments.Any(HasError)) return Error(syntax.Span);
        string text = name.Name;
        BoundExpression? bound = text.StartsWith("__atomic_", StringComparison.Ordinal) ? BindAtomic(text["__atomic_".Length..], arguments, syntax)
            : text.StartsWith("__c11_atomic_", StringComparison.Ordinal) ? BindC11Atomic(text["__c11_atomic_".Length..], arguments, syntax)
            : BindSync(text["__sync_".Length..], arguments, syntax);
        return bound;
    }

    // Lock-free up to 8 bytes; beyond that the library's functions take a lock.
    private static bool IsLockFree(Int128 size) => size == 1 || size == 2 || size == 4 || size == 8;

    private static BuiltinFunction? FetchFunction(string operation) => operation switch
    {
        "fetch_add" or "fetch_and_add" => BuiltinFunction.AtomicFetchAdd,
        "fetch_sub" or "fetch_and_sub" => BuiltinFunction.AtomicFetchSub,
        "fetch_and" or "fetch_and_and" => BuiltinFunction.AtomicFetchAnd,
        "fetch_or" or "fetch_and_or" => BuiltinFunction.AtomicFetchOr,
        "fetch_xor" or "fetch_and_xor" => BuiltinFunction.AtomicFetchXor,
        "fetch_nand" or "fetch_and_nand" => BuiltinFunction.AtomicFetchNand,
        "add_fetch" or "add_and_fetch" => BuiltinFunction.AtomicAddFetch,
        "sub_fetch" or "sub_and_fetch" => BuiltinFunction.AtomicSubFetch,
        "and_fetch" or "and_and_fetch" => BuiltinFunction.AtomicAndFetch,
        "or_fetch" or "or_and_fetch" => BuiltinFunction.AtomicOrFetch,
        "xor_fetch" or "xor_and_fetch" => BuiltinFunction.AtomicXorFetch,
        "nand_fetch" or "nand_and_fetch" => BuiltinFunction.AtomicNandFetch,
        _ => null,
    };

    private BoundExpression? BindAtomic(string operation, ImmutableArray<BoundExpression> a, CallSyntax syntax)
    {
        SourceSpan span = syntax.Span;
        switch (operation)
        {
            case "thread_fence" or "signal_fence":
                if (!CheckCount(syntax, 1)) return Error(span);
                return new BoundBuiltinCall(operation == "thread_fence" ? BuiltinFunction.AtomicThreadFence : BuiltinFunction.AtomicSignalFence, [Order(a[0])], BuiltinType.Void, span);
            case "is_lock_free" or "always_lock_free":
                if (!CheckCount(syntax, 2)) return Error(span);
                if (ConstantEvaluator.EvaluateInteger(a[0]) is Int128 size) return IntConstant(IsLockFree(size) ? 1 : 0, BuiltinType.Bool, span);
                return new BoundBuiltinCall(BuiltinFunction.AtomicIsLockFree, [Convert(a[0], TypeFacts.SizeT)], BuiltinType.Bool, span);
            case "test_and_set":
                return CheckCount(syntax, 2) && Pointee(a[0], span) is not null ? new BoundBuiltinCall(BuiltinFunction.AtomicTestAndSet, [a[0], Order(a[1])], BuiltinType.Bool, span) : Error(span);
            case "clear":
                return CheckCount(syntax, 2) && Pointee(a[0], span) is not null ? new BoundBuiltinCall(BuiltinFunction.AtomicClear, [a[0], Order(a[1])], BuiltinType.Void, span) : Error(span);
        }
        int count = operation switch
        {
            "load_n" => 2,
            "load" or "store" or "store_n" or "exchange_n" => 3,
            "exchange" => 4,
            "compare_exchange" or "compare_exchange_n" => 6,
            _ => FetchFunction(operation) is null ? 0 : 3,
        };
        if (count == 0) return null;
        if (!CheckCount(syntax, count) || Pointee(a[0], span) is not CType type) return Error(span);
        if (type is RecordType record && operation is ("load_n" or "store_n" or "exchange_n")) return BindAtomicRecord(operation, a, record, span);
        switch (operation)
        {
            case "load_n":
                return new BoundBuiltinCall(BuiltinFunction.AtomicLoadN, [a[0], Order(a[1])], type, span);
            case "load":
                return new BoundBuiltinCall(BuiltinFunction.AtomicLoad, [a[0], a[1], Order(a[2])], BuiltinType.Void, span);
            case "store_n":
                return WithValue(BuiltinFunction.AtomicStoreN, a, 1, type, BuiltinType.Void, span);
            case "store":
                return new BoundBuiltinCall(BuiltinFunction.AtomicStore, [a[0], a[1], Order(a[2])], BuiltinType.Void, span);
            case "exchange_n":
                return WithValue(BuiltinFunction.AtomicExchangeN, a, 1, type, type, span);
            case "exchange":
                return new BoundBuiltinCall(BuiltinFunction.AtomicExchange, [a[0], a[1], a[2], Order(a[3])], BuiltinType.Void, span);
            case "compare_exchange_n":
                BoundExpression desired = ConvertAssigned(a[2], type, ConversionContext.Argument);
                return HasError(desired) ? Error(span)
                    : new BoundBuiltinCall(BuiltinFunction.AtomicCompareExchangeN, [a[0], a[1], desired, Convert(a[3], BuiltinType.Bool), Order(a[4]), Order(a[5])], BuiltinType.Bool, span);
            case "compare_exchange":
                return new BoundBuiltinCall(BuiltinFunction.AtomicCompareExchange, [a[0], a[1], a[2], Convert(a[3], BuiltinType.Bool), Order(a[4]), Order(a[5])], BuiltinType.Bool, span);
            default:
                return WithValue(FetchFunction(operation)!.Value, a, 1, type is PointerType ? BuiltinType.Long : type, type, span);
        }
    }

    private BoundExpression WithValue(BuiltinFunction function, ImmutableArray<BoundExpression> a, int index, CType valueType, CType result, SourceSpan span)
    {
        BoundExpression value = ConvertAssigned(a[index], valueType, ConversionContext.Argument);
        return HasError(value) ? Error(span) : new BoundBuiltinCall(function, [a[0], value, Order(a[^1])], result, span);
    }

    private static BoundExpression Order(BoundExpression e) => e.Type.Type.IsArithmetic() ? Convert(e, BuiltinType.Int) : e;

    private CType? Pointee(BoundExpression pointer, SourceSpan span)
    {
        if (pointer.Type.Type is PointerType { Pointee: var pointee } && pointee.Type.IsComplete()) return pointee.Type;
        if (pointer.Type.Type is PointerType { Pointee.Type: BuiltinType { Kind: BuiltinKind.Void } }) return BuiltinType.UChar;
        _diagnostics.AtomicPointer(span, pointer.Type);
        return null;
    }

    // clang's forms take values where GNU's generic ones take pointers, and have explicit orders throughout.
    private BoundExpression? BindC11Atomic(string operation, ImmutableArray<BoundExpression> a, CallSyntax syntax) => operation switch
    {
        "load" => BindAtomic("load_n", a, syntax),
        "store" => BindAtomic("store_n", a, syntax),
        "exchange" => BindAtomic("exchange_n", a, syntax),
        "thread_fence" or "signal_fence" => BindAtomic(operation, a, syntax),
        "init" when CheckCount(syntax, 2) && Pointee(a[0], syntax.Span) is CType type => ConvertAssigned(a[1], type, ConversionContext.Argument) is var value && HasError(value) ? value
            : new BoundCast(CastKind.ToVoid, new BoundAssignment(new BoundDereference(a[0], type, syntax.Span), value, type, syntax.Span), BuiltinType.Void, syntax.Span),
        "compare_exchange_strong" or "compare_exchange_weak" when CheckCount(syntax, 5) && Pointee(a[0], syntax.Span) is CType type =>
            ConvertAssigned(a[2], type, ConversionContext.Argument) is var desired && HasError(desired) ? desired
            : type is RecordType ? new BoundBuiltinCall(BuiltinFunction.AtomicCompareExchange,
                [a[0], a[1], AddressOfValue(desired, type), IntConstant(operation.EndsWith("weak", StringComparison.Ordinal) ? 1 : 0, BuiltinType.Bool, syntax.Span), Order(a[3]), Order(a[4])],
                BuiltinType.Bool, syntax.Span)
            : new BoundBuiltinCall(BuiltinFunction.AtomicCompareExchangeN,
                [a[0], a[1], desired, IntConstant(operation.EndsWith("weak", StringComparison.Ordinal) ? 1 : 0, BuiltinType.Bool, syntax.Span), Order(a[3]), Order(a[4])], BuiltinType.Bool, syntax.Span),
        "is_lock_free" when CheckCount(syntax, 1) => ConstantEvaluator.EvaluateInteger(a[0]) is Int128 size ? IntConstant(IsLockFree(size) ? 1 : 0, BuiltinType.Bool, syntax.Span)
            : new BoundBuiltinCall(BuiltinFunction.AtomicIsLockFree, [Convert(a[0], TypeFacts.SizeT)], BuiltinType.Bool, syntax.Span),
        _ => FetchFunction(operation) is not null ? BindC11Fetch(operation, a, syntax) : null,
    };

    // atomic_fetch_add on a pointer counts elements (7.17.7.5); __atomic_fetch_add counts bytes.
    private BoundExpression BindC11Fetch(string operation, ImmutableArray<BoundExpression> a, CallSyntax syntax)
    {
        if (!CheckCount(syntax, 3)) return Error(syntax.Span);
        if (a[0].Type.Type is PointerType { Pointee.Type: PointerType element } && a[1].Type.Type.IsInteger())
        {
            BoundExpression bytes = BindBinary(BinaryOperator.Multiply, Convert(a[1], BuiltinType.Long), IntConstant(Math.Max(1, element.Pointee.Type.Size), BuiltinType.Long, syntax.Span), syntax.Span);
            a = a.SetItem(1, bytes);
        }
        return BindAtomic(operation, a, syntax) ?? Error(syntax.Span);
    }

    private BoundExpression? BindSync(string operation, ImmutableArray<BoundExpression> a, CallSyntax syntax)
    {
        SourceSpan span = syntax.Span;
        if (operation == "synchronize") return new BoundBuiltinCall(BuiltinFunction.SyncSynchronize, [], BuiltinType.Void, span);
        // __sync_fetch_and_add_4: the size is in the argument's type already.
        operation = operation.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9').TrimEnd('_');
        int least = operation switch
        {
            "bool_compare_and_swap" or "val_compare_and_swap" => 3,
            "lock_release" => 1,
            "lock_test_and_set" => 2,
            _ => FetchFunction(operation) is null ? 0 : 2,
        };
        if (least == 0) return null;
        if (!CheckCount(syntax, least, 16) || Pointee(a[0], span) is not CType type) return Error(span);
        BoundExpression Value(int i) => ConvertAssigned(a[i], type, ConversionContext.Argument);
        switch (operation)
        {
            case "lock_release":
                return new BoundBuiltinCall(BuiltinFunction.SyncLockRelease, [a[0]], BuiltinType.Void, span);
            case "bool_compare_and_swap" or "val_compare_and_swap":
                bool isBool = operation[0] == 'b';
                BoundExpression expected = Value(1), desired = Value(2);
                if (HasError(expected, desired)) return Error(span);
                return new BoundBuiltinCall(isBool ? BuiltinFunction.SyncBoolCompareAndSwap : BuiltinFunction.SyncValCompareAndSwap, [a[0], expected, desired], isBool ? BuiltinType.Bool : type, span);
            case "lock_test_and_set":
                BoundExpression set = Value(1);
                return HasError(set) ? set : new BoundBuiltinCall(BuiltinFunction.SyncLockTestAndSet, [a[0], set], type, span);
            default:
                BoundExpression value = ConvertAssigned(a[1], type is PointerType ? BuiltinType.Long : type, ConversionContext.Argument);
                return HasError(value) ? value
                    : new BoundBuiltinCall(FetchFunction(operation)!.Value, [a[0], value, IntConstant(SequentiallyConsistent, BuiltinType.Int, span)], type, span);
        }
    }

    private BoundExpression BindConvertVector(ConvertVectorSyntax syntax)
    {
        BoundExpression operand = Rvalue(BindExpression(syntax.Operand));
        QualType target = BindTypeName(syntax.Type);
        if (HasError(operand) || target.Type.IsError()) return Error(syntax.Span);
        if (operand.Type.Type is not VectorType from || target.Type is not VectorType to || from.Count != to.Count)
        {
            _diagnostics.BadCast(syntax.Span, operand.Type, target);
            return Error(syntax.Span);
        }
        return from == to ? operand : new BoundCast(CastKind.VectorConvert, operand, to, syntax.Span);
    }

    // clang: constants index the elements of both vectors put together; -1 does not care.
    private BoundExpression BindShuffleVector(ImmutableArray<BoundExpression> a, CallSyntax syntax)
    {
        if (a.Length < 3 || a[0].Type.Type is not VectorType x || a[1].Type.Type is not VectorType y || x.Element != y.Element)
        {
            _diagnostics.ShuffleArguments(syntax.Span);
            return Error(syntax.Span);
        }
        ImmutableArray<BoundExpression>.Builder arguments = ImmutableArray.CreateBuilder<BoundExpression>();
        arguments.Add(a[0]);
        arguments.Add(a[1]);
        foreach (BoundExpression index in a.Skip(2))
        {
            if (ConstantEvaluator.EvaluateInteger(index) is not Int128 i || i < -1 || i >= x.Count + y.Count)
            {
                _diagnostics.ShuffleArguments(index.Span);
                return Error(syntax.Span);
            }
            arguments.Add(new BoundIntConstant(i, BuiltinType.Int, index.Span));
        }
        return new BoundBuiltinCall(BuiltinFunction.ShuffleVector, arguments.ToImmutable(), new VectorType(x.Element, a.Length - 2), syntax.Span);
    }
}
