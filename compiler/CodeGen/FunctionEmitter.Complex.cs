// Complex arithmetic (C11 6.5.5, 6.5.6, 6.5.9 and Annex G.5.1). A complex value is a vector of two: sums and differences are one instruction on both ISAs, and it travels at a site as any vector.
// Products are computed the plain way, and again with care when both parts came out as NaN; quotients of two complex numbers always with care (__muldc3, __divdc3 and their like in the runtime).
using PopcornCC.Compiler.Semantics;
using PopcornCC.Llvm;

namespace PopcornCC.Compiler.CodeGen;

internal sealed partial class FunctionEmitter
{
    private LLVMValueRef ComplexConstant(BoundComplexConstant e)
    {
        LLVMTypeRef part = _types.Memory(((ComplexType)e.Type.Type).Element);
        return LLVMValueRef.CreateConstVector([LLVMValueRef.CreateConstReal(part, e.Real), LLVMValueRef.CreateConstReal(part, e.Imaginary)]);
    }

    private LLVMValueRef Complex(LLVMValueRef real, LLVMValueRef imaginary)
    {
        LLVMTypeRef type = LLVMTypeRef.CreateVector(real.TypeOf, 2);
        return _b.BuildInsertElement(_b.BuildInsertElement(LLVMValueRef.CreatePoison(type), real, Constant64(0)), imaginary, Constant64(1));
    }

    private LLVMValueRef RealPart(LLVMValueRef complex) => _b.BuildExtractElement(complex, Constant64(0));

    private LLVMValueRef ImaginaryPart(LLVMValueRef complex) => _b.BuildExtractElement(complex, Constant64(1));

    private LLVMValueRef ComplexIsNotZero(LLVMValueRef value)
    {
        LLVMValueRef parts = _b.BuildFCmp(LLVMRealPredicate.LLVMRealUNE, value, Null(value.TypeOf));
        return _b.BuildOr(RealPart(parts), ImaginaryPart(parts));
    }

    private LLVMValueRef EmitComplexUnary(BoundUnary e)
    {
        LLVMValueRef value = EmitScalar(e.Operand);
        return e.Operator == UnaryOperator.Negate ? _b.BuildFNeg(value) : Complex(RealPart(value), _b.BuildFNeg(ImaginaryPart(value)));
    }

    private LLVMValueRef EmitComplexComparison(BoundBinary e)
    {
        (LLVMValueRef left, LLVMValueRef right) = (Widen(EmitScalar(e.Left)), Widen(EmitScalar(e.Right)));
        LLVMValueRef differs = _b.BuildFCmp(LLVMRealPredicate.LLVMRealUNE, left, right);
        LLVMValueRef either = _b.BuildOr(RealPart(differs), ImaginaryPart(differs));
        return e.Operator == BinaryOperator.Equal ? _b.BuildNot(either) : either;

        LLVMValueRef Widen(LLVMValueRef value) => value.TypeOf.Kind == LLVMTypeKind.LLVMVectorTypeKind ? value : Complex(value, Null(value.TypeOf));
    }

    private LLVMValueRef EmitComplexBinary(BoundBinary e)
    {
        LLVMValueRef left = EmitScalar(e.Left), right = EmitScalar(e.Right);
        bool realLeft = e.Left.Type.Type is not ComplexType, realRight = e.Right.Type.Type is not ComplexType;
        switch (e.Operator)
        {
            case BinaryOperator.Add when realRight:
                return Complex(_b.BuildFAdd(RealPart(left), right), ImaginaryPart(left));
            case BinaryOperator.Add when realLeft:
                return Complex(_b.BuildFAdd(left, RealPart(right)), ImaginaryPart(right));
            case BinaryOperator.Add:
                return _b.BuildFAdd(left, right);
            case BinaryOperator.Subtract when realRight:
                return Complex(_b.BuildFSub(RealPart(left), right), ImaginaryPart(left));
            case BinaryOperator.Subtract when realLeft:
                return Complex(_b.BuildFSub(left, RealPart(right)), _b.BuildFNeg(ImaginaryPart(right)));
            case BinaryOperator.Subtract:
                return _b.BuildFSub(left, right);
            case BinaryOperator.Multiply when realRight:
                return _b.BuildFMul(left, Splat(right, left.TypeOf));
            case BinaryOperator.Multiply when realLeft:
                return _b.BuildFMul(Splat(left, right.TypeOf), right);
            case BinaryOperator.Multiply:
                return EmitComplexProduct(left, right);
            case BinaryOperator.Divide when realRight:
                return _b.BuildFDiv(left, Splat(right, left.TypeOf));
            case BinaryOperator.Divide when realLeft:
                return ComplexCall("div", left, Null(left.TypeOf), RealPart(right), ImaginaryPart(right));
            default:
                return ComplexCall("div", RealPart(left), ImaginaryPart(left), RealPart(right), ImaginaryPart(right));
        }
    }

    /// <summary><code>x * y   →   p = (ac - bd) + (ad + bc)i; if (isnan(re p) &amp;&amp; isnan(im p)) p = __muldc3(a, b, c, d)</code></summary>
    private LLVMValueRef EmitComplexProduct(LLVMValueRef x, LLVMValueRef y)
    {
        LLVMValueRef a = RealPart(x), b = ImaginaryPart(x), c = RealPart(y), d = ImaginaryPart(y);
        LLVMValueRef real = _b.BuildFSub(_b.BuildFMul(a, c), _b.BuildFMul(b, d));
        LLVMValueRef imaginary = _b.BuildFAdd(_b.BuildFMul(a, d), _b.BuildFMul(b, c));
        LLVMValueRef plain = Complex(real, imaginary);
        LLVMValueRef isNan = _b.BuildAnd(_b.BuildFCmp(LLVMRealPredicate.LLVMRealUNO, real, real), _b.BuildFCmp(LLVMRealPredicate.LLVMRealUNO, imaginary, imaginary));
        if (Optimizing) isNan = CallIntrinsic("llvm.expect", _types.I1, isNan, Bit(false));
        LLVMBasicBlockRef careful = NewBlock("complex.nan"), end = NewBlock("complex.end");
        LLVMBasicBlockRef before = _b.InsertBlock;
        bool reaches = _reachable;
        ConditionalJump(isNan, careful, end);
        Place(careful);
        LLVMValueRef again = ComplexCall("mul", a, b, c, d);
        (LLVMBasicBlockRef carefulBlock, bool carefulReaches) = (_b.InsertBlock, _reachable);
        Place(end);
        return Join(plain.TypeOf, (plain, before, reaches), (again, carefulBlock, carefulReaches));
    }

    private LLVMValueRef ComplexCall(string operation, LLVMValueRef a, LLVMValueRef b, LLVMValueRef c, LLVMValueRef d)
    {
        LLVMTypeRef part = a.TypeOf;
        string name = $"__{operation}{(part.Kind == LLVMTypeKind.LLVMFloatTypeKind ? "sc3" : "dc3")}";
        return CallLibrary(_module.LibraryFunction(name, LLVMTypeRef.CreateVector(part, 2), part, part, part, part), a, b, c, d);
    }
}
