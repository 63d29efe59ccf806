// Atomic operations on struct and union values, which C11's generic functions (7.17.7) take and give, are GNU's forms through memory:
//     atomic_exchange(&object, value)    →    ({ T result; __atomic_exchange(&object, &(T){value}, &result, order); result; })
using System.Collections.Immutable;
using PopcornCC.Compiler.Text;

namespace PopcornCC.Compiler.Semantics;

public sealed partial class Binder
{
    /// <summary>load_n, store_n or exchange_n; the operands are the object's address, the value if there is one, and the order.</summary>
    private BoundExpression BindAtomicRecord(string operation, ImmutableArray<BoundExpression> a, RecordType type, SourceSpan span)
    {
        BoundExpression? value = null;
        if (operation != "load_n")
        {
            BoundExpression converted = ConvertAssigned(a[1], type, ConversionContext.Argument);
            if (HasError(converted)) return Error(span);
            value = AddressOfValue(converted, type);
        }
        BoundExpression order = Order(a[^1]);
        if (operation == "store_n") return new BoundBuiltinCall(BuiltinFunction.AtomicStore, [a[0], value!, order], BuiltinType.Void, span);
        VariableSymbol result = new(MakeName(".result"), type, StorageDuration.Automatic, Linkage.None, span) { AddressTaken = true, IsReferenced = true };
        BoundVariable variable = new(result, span);
        BoundExpression address = new BoundAddressOf(variable, new PointerType(type), span);
        BoundExpression call = operation == "load_n"
            ? new BoundBuiltinCall(BuiltinFunction.AtomicLoad, [a[0], address, order], BuiltinType.Void, span)
            : new BoundBuiltinCall(BuiltinFunction.AtomicExchange, [a[0], value!, address, order], BuiltinType.Void, span);
        return new BoundStatementExpression([new BoundLocalDeclaration(result, null, span), new BoundExpressionStatement(call, span)],
            new BoundCast(CastKind.LvalueToRvalue, variable, type, span), type, span);
    }

    /// <summary>The address of a temporary that holds a value.</summary>
    private BoundAddressOf AddressOfValue(BoundExpression value, CType type)
    {
        VariableSymbol temporary = new(MakeName(".value"), type, StorageDuration.Automatic, Linkage.None, value.Span) { AddressTaken = true, IsReferenced = true };
        return new BoundAddressOf(new BoundCompoundLiteral(temporary, new BoundExpressionInitializer(value, value.Span), value.Span), new PointerType(type), value.Span);
    }
}
