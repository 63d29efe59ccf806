// The compiler's builtins. As in clang, memory functions become intrinsics, and mathematical ones only where both ISAs give the same bits: sqrt may set errno and stays a call,
// fmin and fmax differ in the sign of zero, fma is a call so that nothing looks contracted.
using System.Diagnostics;
using PopcornCC.Compiler.Semantics;
using PopcornCC.Llvm;

namespace PopcornCC.Compiler.CodeGen;

internal sealed partial class FunctionEmitter
{
    // llvm.is.fpclass: one bit for each class of value.
    private const int ClassInfinite = 0x204, ClassFinite = 0x1F8, ClassNormal = 0x108, ClassSubnormal = 0x90, ClassZero = 0x60, ClassSignaling = 1;

    private bool MayExpand(FunctionSymbol symbol) =>
        symbol.Name.StartsWith("__builtin_", StringComparison.Ordinal)
        || (!_module.Options.NoBuiltin && !symbol.Attributes.NoBuiltin && symbol.Linkage == Linkage.External);

    /// <summary>A call of a library function that the compiler knows, by its own name.</summary>
    private bool TryExpandLibraryCall(BuiltinFunction function, BoundCall call, out LLVMValueRef value)
    {
        value = default;
        switch (function)
        {
            case BuiltinFunction.Memcpy or BuiltinFunction.Memmove or BuiltinFunction.Memset when call.Arguments.Length == 3:
            case BuiltinFunction.Fabs or BuiltinFunction.Floor or BuiltinFunction.Ceil or BuiltinFunction.Trunc or BuiltinFunction.Rint
                or BuiltinFunction.NearbyInt or BuiltinFunction.Round when call.Arguments.Length == 1 && call.Type.Type.IsFloating():
            case BuiltinFunction.CopySign when call.Arguments.Length == 2 && call.Type.Type.IsFloating():
            case BuiltinFunction.Alloca when call.Arguments.Length == 1:
                value = EmitBuiltin(new BoundBuiltinCall(function, call.Arguments, call.Type, call.Span));
                return true;
            default:
                return false;
        }
    }

    private LLVMValueRef EmitBuiltin(BoundBuiltinCall e)
    {
        SetLocation(e.Span);
        switch (e.Function)
        {
            case BuiltinFunction.Memcpy or BuiltinFunction.Memmove or BuiltinFunction.Memset:
                return EmitMemoryBuiltin(e);
            case BuiltinFunction.Memcmp:
                return CallLibrary(_module.LibraryFunction("memcmp", _types.I32, _types.Pointer, _types.Pointer, _types.I64),
                    EmitScalar(e.Arguments[0]), EmitScalar(e.Arguments[1]), EmitScalar(e.Arguments[2]));
            case BuiltinFunction.Strlen:
                return CallLibrary(_module.LibraryFunction("strlen", _types.I64, _types.Pointer), EmitScalar(e.Arguments[0]));
            case BuiltinFunction.Alloca or BuiltinFunction.AllocaWithAlign:
                LLVMValueRef block = _b.BuildArrayAlloca(_types.I8, _b.BuildIntCast2(EmitScalar(e.Arguments[0]), _types.I64, false));
                block.Alignment = e.Function == BuiltinFunction.AllocaWithAlign && ConstantEvaluator.EvaluateInteger(e.Arguments[1]) is Int128 bits
                    ? (uint)(bits / 8) : NeutralMachine.StackAlignment;
                return block;
            case BuiltinFunction.VaStart:
                StoreTo(EmitLvalue(e.Arguments[0]), _abi.HasArgumentArea ? _argumentArea : Null(_types.Pointer));
                return default;
            case BuiltinFunction.VaEnd:
                return default;
            case BuiltinFunction.VaCopy:
                LLVMValueRef list = EmitScalar(e.Arguments[1]);
                StoreTo(EmitLvalue(e.Arguments[0]), list);
                return default;
            case BuiltinFunction.Unreachable:
                if (_reachable) _b.BuildUnreachable();
                else EndUnreachable();
                Unreachable();
                return default;
            case BuiltinFunction.Trap:
                CallIntrinsic("llvm.trap", default);
                goto case BuiltinFunction.Unreachable;
            case BuiltinFunction.Prefetch:
                CallIntrinsic("llvm.prefetch", _types.Pointer, EmitScalar(e.Arguments[0]), SmallArgument(e, 1, 0), SmallArgument(e, 2, 3), Constant32(1));
                return default;
            case BuiltinFunction.Assume:
                LLVMValueRef assumption = EmitCondition(e.Arguments[0]);
                if (Optimizing) CallIntrinsic("llvm.assume", default, assumption);
                return default;
            case BuiltinFunction.AssumeAligned:
                foreach (BoundExpression a in e.Arguments[1..]) EmitIgnored(a);
                return EmitScalar(e.Arguments[0]);
            case BuiltinFunction.Expect or BuiltinFunction.ExpectWithProbability:
                return EmitExpect(e);
            case BuiltinFunction.FrameAddress:
                return CallIntrinsic("llvm.frameaddress", _types.Pointer, SmallArgument(e, 0, 0));
            case BuiltinFunction.ReturnAddress:
                return CallIntrinsic("llvm.returnaddress", default, SmallArgument(e, 0, 0));
            case >= BuiltinFunction.Clz and <= BuiltinFunction.BitReverse:
                return EmitBitBuiltin(e);
            case BuiltinFunction.AddOverflow or BuiltinFunction.SubOverflow or BuiltinFunction.MulOverflow:
                return EmitOverflow(e);
            case >= BuiltinFunction.Fabs and <= BuiltinFunction.IsUnordered:
                return EmitFloatBuiltin(e);
            case >= BuiltinFunction.AtomicLoad and <= BuiltinFunction.SyncSynchronize:
                return EmitAtomicBuiltin(e);
            case BuiltinFunction.ObjectSize:
                // Type 2 and 3 ask for the least possible size.
                bool least = e.Arguments.Length > 1 && ConstantEvaluator.EvaluateInteger(e.Arguments[1]) >= 2;
                return CallLibrary(_module.Intrinsic("llvm.objectsize", _types.I64, _types.Pointer), EmitScalar(e.Arguments[0]), Bit(least), Bit(true), Bit(false));
            case BuiltinFunction.ConstantP:
                EmitIgnored(e.Arguments[0]);
                return Null(_types.Value(e.Type.Type));
            case BuiltinFunction.ShuffleVector:
                return EmitShuffle(e);
            case BuiltinFunction.MakeComplex:
                LLVMValueRef realPart = EmitScalar(e.Arguments[0]);
                return Complex(realPart, EmitScalar(e.Arguments[1]));
            case BuiltinFunction.VectorSelect:
                LLVMValueRef which = EmitScalar(e.Arguments[0]), first = EmitScalar(e.Arguments[1]), second = EmitScalar(e.Arguments[2]);
                return _b.BuildSelect(
                    ElementOf(e.Arguments[0].Type.Type).IsFloating()
                        ? _b.BuildFCmp(LLVMRealPredicate.LLVMRealUNE, which, Null(which.TypeOf)) : _b.BuildICmp(LLVMIntPredicate.LLVMIntNE, which, Null(which.TypeOf)),
                    first, second);
            case BuiltinFunction.ConvertVector:
                return ConvertVector(EmitScalar(e.Arguments[0]), ElementOf(e.Arguments[0].Type.Type), ElementOf(e.Type.Type), _types.Memory(e.Type.Type));
            default:
                throw new UnreachableException(e.Function.ToString());
        }
    }

    private LLVMValueRef Bit(bool value) => LLVMValueRef.CreateConstInt(_types.I1, value ? 1u : 0u);

    /// <summary>An argument that has to be a constant, or its default.</summary>
    private LLVMValueRef SmallArgument(BoundBuiltinCall e, int index, int fallback) =>
        Constant32(index < e.Arguments.Length && ConstantEvaluator.EvaluateInteger(e.Arguments[index]) is Int128 v ? (int)v : fallback);

    private LLVMValueRef EmitMemoryBuiltin(BoundBuiltinCall e)
    {
        PointerInfo target = EmitPointer(e.Arguments[0]);
        // Only what is known of the object itself counts: a void pointer promises nothing.
        uint alignment = target.IsDeclared ? (uint)target.Alignment : 1;
        if (e.Function == BuiltinFunction.Memset)
        {
            LLVMValueRef fill = _b.BuildIntCast2(EmitScalar(e.Arguments[1]), _types.I8, false);
            _b.BuildMemSet(target.Value, fill, EmitScalar(e.Arguments[2]), alignment);
            return target.Value;
        }
        PointerInfo source = EmitPointer(e.Arguments[1]);
        uint sourceAlignment = source.IsDeclared ? (uint)source.Alignment : 1;
        LLVMValueRef size = EmitScalar(e.Arguments[2]);
        if (e.Function == BuiltinFunction.Memcpy) _b.BuildMemCpy(target.Value, alignment, source.Value, sourceAlignment, size);
        else _b.BuildMemMove(target.Value, alignment, source.Value, sourceAlignment, size);
        return target.Value;
    }

    private LLVMValueRef EmitExpect(BoundBuiltinCall e)
    {
        LLVMValueRef value = EmitScalar(e.Arguments[0]), expected = EmitScalar(e.Arguments[1]);
        if (!Optimizing) return value;
        if (e.Function == BuiltinFunction.Expect) return CallIntrinsic("llvm.expect", value.TypeOf, value, expected);
        double probability = ConstantEvaluator.Evaluate(e.Arguments[2]) is FloatValue p ? p.Value : 0.9;
        return CallIntrinsic("llvm.expect.with.probability", value.TypeOf, value, expected, LLVMValueRef.CreateConstReal(_context.DoubleType, probability));
    }

    private LLVMValueRef EmitBitBuiltin(BoundBuiltinCall e)
    {
        LLVMValueRef x = EmitScalar(e.Arguments[0]);
        LLVMTypeRef type = x.TypeOf;
        LLVMTypeRef result = _types.Value(e.Type.Type);
        int width = (int)type.IntWidth;
        switch (e.Function)
        {
            case BuiltinFunction.Clz or BuiltinFunction.Ctz when e.Arguments.Length == 1:
                return ToResult(CallIntrinsic(e.Function == BuiltinFunction.Clz ? "llvm.ctlz" : "llvm.cttz", type, x, Bit(true)));
            case BuiltinFunction.Clz or BuiltinFunction.Ctz:
                // __builtin_clzg(x, fallback)
                LLVMValueRef count = ToResult(CallIntrinsic(e.Function == BuiltinFunction.Clz ? "llvm.ctlz" : "llvm.cttz", type, x, Bit(true)));
                return _b.BuildSelect(_b.BuildICmp(LLVMIntPredicate.LLVMIntEQ, x, Null(type)), EmitScalar(e.Arguments[1]), count);
            case BuiltinFunction.Clrsb:
                LLVMValueRef flipped = _b.BuildXor(x, _b.BuildAShr(x, _module.Integer(type, width - 1)));
                return ToResult(_b.BuildSub(CallIntrinsic("llvm.ctlz", type, flipped, Bit(false)), _module.Integer(type, 1)));
            case BuiltinFunction.Ffs:
                LLVMValueRef first = _b.BuildAdd(CallIntrinsic("llvm.cttz", type, x, Bit(true)), _module.Integer(type, 1));
                return ToResult(_b.BuildSelect(_b.BuildICmp(LLVMIntPredicate.LLVMIntEQ, x, Null(type)), Null(type), first));
            case BuiltinFunction.Parity:
                return ToResult(_b.BuildAnd(CallIntrinsic("llvm.ctpop", type, x), _module.Integer(type, 1)));
            case BuiltinFunction.Popcount:
                return ToResult(CallIntrinsic("llvm.ctpop", type, x));
            case BuiltinFunction.Bswap16 or BuiltinFunction.Bswap32 or BuiltinFunction.Bswap64:
                return CallIntrinsic("llvm.bswap", type, x);
            case BuiltinFunction.BitReverse:
                return CallIntrinsic("llvm.bitreverse", type, x);
            default:
                LLVMValueRef amount = _b.BuildIntCast2(EmitScalar(e.Arguments[1]), type, false);
                return CallIntrinsic(e.Function == BuiltinFunction.RotateLeft ? "llvm.fshl" : "llvm.fshr", type, x, x, amount);
        }

        LLVMValueRef ToResult(LLVMValueRef value) => _b.BuildIntCast2(value, result, false);
    }

    /// <summary>GNU's checked arithmetic: as if in unbounded integers, then converted to the result's type; true if that changed the value. Done in a type that holds all three.</summary>
    private LLVMValueRef EmitOverflow(BoundBuiltinCall e)
    {
        CType a = e.Arguments[0].Type.Type, b = e.Arguments[1].Type.Type;
        LLVMValueRef left = EmitScalar(e.Arguments[0]), right = EmitScalar(e.Arguments[1]);
        // __builtin_add_overflow_p(a, b, (T)0): only the answer is wanted.
        bool stores = e.Arguments[2].Type.Type is PointerType;
        PointerInfo pointer = stores ? EmitPointer(e.Arguments[2]) : default;
        if (!stores) EmitIgnored(e.Arguments[2]);
        QualType target = e.Arguments[2].Type.Type is PointerType p ? p.Pointee : e.Arguments[2].Type;
        CType r = target.Type;
        bool signed = a.IsSigned() || b.IsSigned() || r.IsSigned();
        int width = new[] { a, b, r }.Max(t => t.Bits() + (signed && !t.IsSigned() ? 1 : 0));
        LLVMTypeRef type = _context.GetIntType((uint)width);
        left = _b.BuildIntCast2(left, type, a.IsSigned());
        right = _b.BuildIntCast2(right, type, b.IsSigned());
        string operation = e.Function switch
        {
            BuiltinFunction.AddOverflow => "add",
            BuiltinFunction.SubOverflow => "sub",
            _ => "mul",
        };
        LLVMValueRef pair = CallIntrinsic($"llvm.{(signed ? "s" : "u")}{operation}.with.overflow", type, left, right);
        LLVMValueRef full = _b.BuildExtractValue(pair, 0), overflow = _b.BuildExtractValue(pair, 1);
        LLVMTypeRef resultType = _types.Value(r);
        LLVMValueRef result = _b.BuildIntCast2(full, resultType, signed);
        if ((int)resultType.IntWidth != width)
        {
            LLVMValueRef back = _b.BuildIntCast2(result, type, r.IsSigned());
            overflow = _b.BuildOr(overflow, _b.BuildICmp(LLVMIntPredicate.LLVMIntNE, back, full));
        }
        if (stores) StoreTo(new Lvalue(pointer.Value, target, pointer.Alignment, pointer.IsDeclared, pointer.MayAlias || MayAlias(target)), result);
        return overflow;
    }

    private LLVMValueRef EmitFloatBuiltin(BoundBuiltinCall e)
    {
        if (e.Function == BuiltinFunction.FpClassify) return EmitFpClassify(e);
        LLVMValueRef x = EmitScalar(e.Arguments[0]);
        LLVMTypeRef type = x.TypeOf;
        switch (e.Function)
        {
            case BuiltinFunction.Fabs or BuiltinFunction.Floor or BuiltinFunction.Ceil or BuiltinFunction.Trunc or BuiltinFunction.Rint or BuiltinFunction.NearbyInt or BuiltinFunction.Round:
                return CallIntrinsic($"llvm.{e.Function.ToString().ToLowerInvariant()}", type, x);
            case BuiltinFunction.CopySign:
                return CallIntrinsic("llvm.copysign", type, x, EmitScalar(e.Arguments[1]));
            case BuiltinFunction.Sqrt or BuiltinFunction.Fmin or BuiltinFunction.Fmax or BuiltinFunction.Fma:
                return EmitMathCall(e, x);
            case BuiltinFunction.IsNan:
                return Result(_b.BuildFCmp(LLVMRealPredicate.LLVMRealUNO, x, x));
            case BuiltinFunction.IsInf:
                return Result(IsClass(x, ClassInfinite));
            case BuiltinFunction.IsFinite:
                return Result(IsClass(x, ClassFinite));
            case BuiltinFunction.IsNormal:
                return Result(IsClass(x, ClassNormal));
            case BuiltinFunction.IsSubnormal:
                return Result(IsClass(x, ClassSubnormal));
            case BuiltinFunction.IsZero:
                return Result(IsClass(x, ClassZero));
            case BuiltinFunction.IsSignaling:
                return Result(IsClass(x, ClassSignaling));
            case BuiltinFunction.Powi:
                return CallLibrary(_module.Intrinsic("llvm.powi", type, _types.I32), x, EmitScalar(e.Arguments[1]));
            case BuiltinFunction.SignBit:
                return Result(IsNegative(x));
            case BuiltinFunction.IsInfSign:
                LLVMTypeRef result = _types.Value(e.Type.Type);
                LLVMValueRef sign = _b.BuildSelect(IsNegative(x), LLVMValueRef.CreateConstAllOnes(result), LLVMValueRef.CreateConstInt(result, 1));
                return _b.BuildSelect(IsClass(x, ClassInfinite), sign, Null(result));
            default:
                return Result(_b.BuildFCmp(
                    e.Function switch
                    {
                        BuiltinFunction.IsGreater => LLVMRealPredicate.LLVMRealOGT,
                        BuiltinFunction.IsGreaterEqual => LLVMRealPredicate.LLVMRealOGE,
                        BuiltinFunction.IsLess => LLVMRealPredicate.LLVMRealOLT,
                        BuiltinFunction.IsLessEqual => LLVMRealPredicate.LLVMRealOLE,
                        BuiltinFunction.IsLessGreater => LLVMRealPredicate.LLVMRealONE,
                        _ => LLVMRealPredicate.LLVMRealUNO,
                    }, x, EmitScalar(e.Arguments[1])));
        }

        LLVMValueRef Result(LLVMValueRef bit) => BooleanValue(bit, e.Type.Type);
    }

    private LLVMValueRef EmitMathCall(BoundBuiltinCall e, LLVMValueRef first)
    {
        LLVMTypeRef type = first.TypeOf;
        LLVMValueRef[] arguments = [first, .. e.Arguments.Skip(1).Select(EmitScalar)];
        string suffix = type.Kind == LLVMTypeKind.LLVMFloatTypeKind ? "f" : "";
        LLVMTypeRef[] parameters = [.. arguments.Select(_ => type)];
        LLVMValueRef call = CallLibrary(_module.LibraryFunction(e.Function.ToString().ToLowerInvariant() + suffix, type, parameters), arguments);
        if (e.Function is BuiltinFunction.Fmin or BuiltinFunction.Fmax)
            call.AddCallSiteAttribute(LLVMAttributeIndex.LLVMAttributeFunctionIndex, _module.Attributes["nobuiltin"]);
        return call;
    }

    private LLVMValueRef IsClass(LLVMValueRef x, int classes) => CallIntrinsic("llvm.is.fpclass", x.TypeOf, x, Constant32(classes));

    private LLVMValueRef IsNegative(LLVMValueRef x)
    {
        LLVMTypeRef bits = _types.Integer(x.TypeOf.Kind == LLVMTypeKind.LLVMFloatTypeKind ? 4 : 8);
        return _b.BuildICmp(LLVMIntPredicate.LLVMIntSLT, _b.BuildBitCast(x, bits), Null(bits));
    }

    /// <summary>__builtin_fpclassify(nan, infinite, normal, subnormal, zero, x).</summary>
    private LLVMValueRef EmitFpClassify(BoundBuiltinCall e)
    {
        LLVMValueRef[] kinds = [.. e.Arguments.Take(5).Select(EmitScalar)];
        LLVMValueRef x = EmitScalar(e.Arguments[5]);
        LLVMValueRef result = kinds[0];
        result = _b.BuildSelect(IsClass(x, ClassInfinite), kinds[1], result);
        result = _b.BuildSelect(IsClass(x, ClassNormal), kinds[2], result);
        result = _b.BuildSelect(IsClass(x, ClassSubnormal), kinds[3], result);
        return _b.BuildSelect(IsClass(x, ClassZero), kinds[4], result);
    }

    /// <summary>__builtin_shufflevector(a, b, i, j, …) with constant indices, and GNU's __builtin_shuffle(a, [b,] mask) with an index vector, whose values count modulo the elements.</summary>
    private LLVMValueRef EmitShuffle(BoundBuiltinCall e)
    {
        LLVMValueRef a = EmitScalar(e.Arguments[0]);
        uint count = a.TypeOf.VectorSize;
        if (e.Arguments[^1].Type.Type is not VectorType)
        {
            LLVMValueRef b = EmitScalar(e.Arguments[1]);
            LLVMValueRef[] mask = [.. e.Arguments.Skip(2).Select(i => ConstantEvaluator.EvaluateInteger(i) is Int128 v && v >= 0 ? Constant32((int)v) : LLVMValueRef.CreatePoison(_types.I32))];
            return _b.BuildShuffleVector(a, b, LLVMValueRef.CreateConstVector(mask));
        }
        bool two = e.Arguments.Length == 3;
        LLVMValueRef second = two ? EmitScalar(e.Arguments[1]) : a;
        LLVMValueRef indices = EmitScalar(e.Arguments[^1]);
        LLVMTypeRef indexType = _types.Memory(ElementOf(e.Arguments[^1].Type.Type));
        LLVMValueRef result = LLVMValueRef.CreatePoison(a.TypeOf);
        for (int i = 0; i < count; i++)
        {
            LLVMValueRef index = _b.BuildExtractElement(indices, Constant64(i));
            LLVMValueRef within = _b.BuildAnd(index, _module.Integer(indexType, count - 1));
            LLVMValueRef element = _b.BuildExtractElement(a, within);
            if (two)
            {
                LLVMValueRef fromSecond = _b.BuildICmp(LLVMIntPredicate.LLVMIntNE, _b.BuildAnd(index, _module.Integer(indexType, count)), Null(indexType));
                element = _b.BuildSelect(fromSecond, _b.BuildExtractElement(second, within), element);
            }
            result = _b.BuildInsertElement(result, element, Constant64(i));
        }
        return result;
    }
}
