// Calls (C11 6.5.2.2) in the neutral convention (docs/neutral-abi.md), and variable arguments (7.16) from both sides.
using PopcornCC.Compiler.Semantics;
using PopcornCC.Llvm;

namespace PopcornCC.Compiler.CodeGen;

internal sealed partial class FunctionEmitter
{
    /// <summary>Emits a call. A struct result goes to <paramref name="target"/>, or to a temporary nobody reads.</summary>
    private LLVMValueRef EmitCall(BoundCall call, Lvalue? target = null)
    {
        BoundExpression calleeExpression = call.Callee;
        while (calleeExpression is BoundCast { Kind: CastKind.FunctionToPointer } decay) calleeExpression = decay.Operand;
        FunctionSymbol? symbol = (calleeExpression as BoundFunctionRef)?.Symbol;
        if (symbol?.Builtin is BuiltinFunction builtin && MayExpand(symbol) && TryExpandLibraryCall(builtin, call, out LLVMValueRef expanded)) return expanded;

        LLVMValueRef callee = symbol is not null ? _module.Function(symbol) : EmitScalar(call.Callee);
        FunctionType type = call.FunctionType;
        int named = type.HasPrototype ? type.Parameters.Length : call.Arguments.Length;
        // The program's own main has three parameters whatever it declares.
        FunctionAbi abi = symbol is not null && ModuleEmitter.IsMain(symbol) ? _module.Abi(symbol)
            : new FunctionAbi(_types, type.ReturnType.Type, type.HasPrototype ? type.Parameters.Select(p => p.Type) : call.Arguments.Select(a => a.Type.Type), type.IsVariadic);

        List<LLVMValueRef> arguments = [];
        List<(LLVMValueRef Slot, long Size)> slots = [];
        Lvalue? result = null;
        switch (abi.Result.Passing)
        {
            case Passing.Indirect:
                result = target ?? Temporary(abi.Result.Type);
                arguments.Add(result.Value.Address);
                break;
            case Passing.Integer:
                result = target;
                break;
        }
        for (int i = 0; i < named && i < call.Arguments.Length; i++) AddArgument(call.Arguments[i], abi.Parameters[i], arguments, slots);
        for (int i = call.Arguments.Length; i < abi.Parameters.Count; i++) arguments.Add(Null(abi.Parameters[i].Llvm));
        if (type.IsVariadic && abi.HasArgumentArea) arguments.Add(EmitArgumentArea(call.Arguments.AsSpan()[Math.Min(named, call.Arguments.Length)..], slots));

        SetLocation(call.Span);
        LLVMValueRef value = _b.BuildCall2(abi.Type, callee, arguments.ToArray());
        foreach ((LLVMAttributeIndex index, LLVMAttributeRef attribute) in abi.Attributes(_module.Attributes)) value.AddCallSiteAttribute(index, attribute);
        value.AddCallSiteAttribute(LLVMAttributeIndex.LLVMAttributeFunctionIndex, _module.Attributes["nounwind"]);
        if (symbol is not null && IsSignedZeroSensitive(symbol)) value.AddCallSiteAttribute(LLVMAttributeIndex.LLVMAttributeFunctionIndex, _module.Attributes["nobuiltin"]);
        foreach ((LLVMValueRef slot, long size) in slots) LifetimeEnd(slot, size);
        if (abi.Result.Passing == Passing.Integer && (result is not null || abi.Result.Type.Size > 0)) StoreSmallRecord(value, abi.Result, result);
        if (symbol is { Attributes.NoReturn: true })
        {
            if (_reachable) _b.BuildUnreachable();
            else EndUnreachable();
            Unreachable();
        }
        return abi.Result.Passing == Passing.Direct ? value : default;
    }

    // LLVM takes fmin and fmax as not caring which zero they return, and the two ISAs' instructions then differ.
    private static bool IsSignedZeroSensitive(FunctionSymbol symbol) => symbol.Name is "fmin" or "fmax" or "fminf" or "fmaxf" or "fminl" or "fmaxl";

    private void AddArgument(BoundExpression argument, PassedValue parameter, List<LLVMValueRef> arguments, List<(LLVMValueRef Slot, long Size)> slots)
    {
        switch (parameter.Passing)
        {
            case Passing.Nothing:
                EmitIgnored(argument);
                break;
            case Passing.Indirect:
                // f(s)   →   T copy = s; f(&copy);
                LLVMValueRef slot = Slot(_types.Memory(parameter.Type), parameter.Type.Alignment, "arg");
                LifetimeStart(slot, parameter.Type.Size);
                slots.Add((slot, parameter.Type.Size));
                EmitAggregateTo(argument, new Lvalue(slot, parameter.Type, parameter.Type.Alignment));
                arguments.Add(slot);
                break;
            default:
                LLVMValueRef value = EmitScalar(argument);
                // A call of main may pass another integer type than the one its definition is given here.
                arguments.Add(value.TypeOf != parameter.Llvm && value.TypeOf.Kind == LLVMTypeKind.LLVMIntegerTypeKind ? _b.BuildIntCast2(value, parameter.Llvm, true) : value);
                break;
        }
    }

    private void StoreSmallRecord(LLVMValueRef value, PassedValue result, Lvalue? target)
    {
        if (target is not Lvalue place) return;
        long size = result.Type.Size;
        if (size == FunctionAbi.IntegerSize(size))
        {
            LLVMValueRef store = _b.BuildStore(value, place.Address);
            store.Alignment = (uint)place.Alignment;
            return;
        }
        // Three, five, six or seven bytes come in eight: the rest must not reach the object's neighbours.
        LLVMValueRef slot = Slot(_types.I64, 8, "coerce");
        LifetimeStart(slot, 8);
        LLVMValueRef wide = _b.BuildStore(value, slot);
        wide.Alignment = 8;
        CopyBytes(place.Address, place.Alignment, slot, 8, size);
        LifetimeEnd(slot, 8);
    }

    // ---- Variable arguments ---------------------------------------------------------------------------------------------------------------------

    /// <summary>Size and alignment of an argument in the area.</summary>
    private static (long Size, int Alignment) AreaSlot(CType type) =>
        ((Math.Max(0, type.Size) + 7) & ~7L, type.Alignment >= NeutralMachine.StackAlignment ? NeutralMachine.StackAlignment : 8);

    /// <summary>Builds the argument area of a variadic call:
    /// <code>printf("%d %f", i, d)   →   char area[16]; *(int *)area = i; *(double *)(area + 8) = d; printf("%d %f", area)</code></summary>
    private LLVMValueRef EmitArgumentArea(ReadOnlySpan<BoundExpression> arguments, List<(LLVMValueRef Slot, long Size)> slots)
    {
        long end = 0;
        List<(BoundExpression Argument, long Offset)> places = [];
        foreach (BoundExpression a in arguments)
        {
            (long size, int alignment) = AreaSlot(a.Type.Type);
            end = (end + alignment - 1) & -alignment;
            places.Add((a, end));
            end += size;
        }
        // Not null: fcntl(fd, F_GETFL) reads an argument that is not there, as it may on real machines.
        if (places.Count == 0) return _module.NoArguments;
        LLVMValueRef area = Slot(LLVMTypeRef.CreateArray2(_types.I8, (ulong)end), NeutralMachine.StackAlignment, "area");
        LifetimeStart(area, end);
        slots.Add((area, end));
        List<(Lvalue Place, LLVMValueRef Value)> scalars = [];
        foreach ((BoundExpression argument, long offset) in places)
        {
            CType type = argument.Type.Type;
            Lvalue place = new(Offset(area, offset), type, AlignmentAt(NeutralMachine.StackAlignment, offset), MayAlias: true);
            if (type is not RecordType) scalars.Add((place, EmitScalar(argument)));
            else if (type.Size > 0) EmitAggregateTo(argument, place);
            else EmitIgnored(argument);
        }
        foreach ((Lvalue place, LLVMValueRef value) in scalars) StoreTo(place, value);
        return area;
    }

    /// <summary>The next argument's place; advances the list (7.16.1.1):
    /// <code>va_arg(ap, T)   →   p = round_up(ap); ap = p + slot size; *(T *)p</code></summary>
    private Lvalue EmitVaArg(BoundVaArg e)
    {
        CType type = e.Type.Type;
        (long size, int alignment) = AreaSlot(type);
        Lvalue list = EmitLvalue(e.List) with { MayAlias = false, Base = null };
        LLVMValueRef next = LoadFrom(list);
        if (alignment > 8)
        {
            next = GepBytes(next, Constant64(alignment - 1));
            next = CallLibrary(_module.Intrinsic("llvm.ptrmask", _types.Pointer, _types.I64), next, Constant64(-alignment));
        }
        StoreTo(list, GepBytes(next, Constant64(size)));
        return new Lvalue(next, type, alignment, MayAlias: true);
    }
}
