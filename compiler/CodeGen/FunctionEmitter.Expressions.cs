// Values of scalar and vector type (C11 6.5). Struct values are in FunctionEmitter.Aggregates.cs, operators in .Operators.cs, conversions in .Casts.cs.
using System.Diagnostics;
using PopcornCC.Compiler.Semantics;
using PopcornCC.Llvm;

namespace PopcornCC.Compiler.CodeGen;

internal sealed partial class FunctionEmitter
{
    private readonly List<(BoundPlaceholder? Node, LLVMValueRef Value)> _placeholders = [];
    private readonly Dictionary<BoundExpression, LLVMValueRef> _evaluated = new(ReferenceEqualityComparer.Instance);

    /// <summary>The value of a scalar or vector expression (a _Bool as i1); nothing for void.</summary>
    private LLVMValueRef EmitScalar(BoundExpression expression)
    {
        if (_evaluated.Count != 0 && _evaluated.TryGetValue(expression, out LLVMValueRef known)) return known;
        switch (expression)
        {
            case BoundIntConstant e:
                return IntegerConstant(e.Value, e.Type.Type);
            case BoundFloatConstant e:
                return LLVMValueRef.CreateConstReal(_types.Memory(e.Type.Type), e.Value);
            case BoundComplexConstant e:
                return ComplexConstant(e);
            case BoundComplexPart { IsLvalue: false } e:
                return _b.BuildExtractElement(EmitScalar(e.Operand), Constant64(e.IsImaginary ? 1 : 0));
            case BoundCast e:
                return EmitCast(e);
            case BoundCall e:
                return EmitCall(e);
            case BoundBuiltinCall e:
                return EmitBuiltin(e);
            case BoundUnary e:
                return EmitUnary(e);
            case BoundBinary e:
                return EmitBinary(e);
            case BoundConditional e:
                return EmitConditional(e);
            case BoundAssignment e:
                return EmitAssignment(e);
            case BoundCompoundAssignment e:
                return EmitCompoundAssignment(e);
            case BoundComma e:
                EmitIgnored(e.Left);
                return EmitScalar(e.Right);
            case BoundAddressOf e:
                return EmitPointer(e).Value;
            case BoundStatementExpression e:
                return EmitStatementExpression(e);
            case BoundLabelAddress e:
                return LLVMValueRef.CreateConstIntToPtr(Constant64(e.Label.AddressNumber), _types.Pointer);
            case BoundPlaceholder e:
                return Placeholder(e);
            case BoundVariableSize e:
                return EmitSize(e.Of);
            case BoundVaArg e:
                return LoadFrom(EmitVaArg(e));
            case BoundVectorElement { IsLvalue: false } e:
                return _b.BuildExtractElement(EmitScalar(e.Vector), EmitScalar(e.Index));
            case BoundComplexPart or BoundMember or BoundVariable or BoundDereference or BoundStringLiteral or BoundFunctionRef or BoundCompoundLiteral or BoundVectorElement:
                return LoadFrom(EmitLvalue(expression));
            case BoundErrorExpression:
                return LLVMValueRef.CreateUndef(_types.I32);
            default:
                throw new UnreachableException(expression.GetType().Name);
        }
    }

    /// <summary>An expression evaluated for what it does; volatile objects are read all the same.</summary>
    private void EmitIgnored(BoundExpression expression)
    {
        switch (expression)
        {
            case BoundIntConstant or BoundFloatConstant or BoundComplexConstant or BoundLabelAddress or BoundVariable or BoundFunctionRef or BoundStringLiteral:
                break;
            case BoundCast { Kind: CastKind.LvalueToRvalue } e:
                if (e.Operand.Type.IsVolatile && e.Type.Type is not RecordType) EmitScalar(e);
                else EmitIgnored(e.Operand);
                break;
            case BoundCast e:
                EmitIgnored(e.Operand);
                break;
            case BoundComma e:
                EmitIgnored(e.Left);
                EmitIgnored(e.Right);
                break;
            case BoundUnary e:
                EmitIgnored(e.Operand);
                break;
            case BoundBinary { Operator: not (BinaryOperator.LogicalAnd or BinaryOperator.LogicalOr) } e:
                EmitIgnored(e.Left);
                EmitIgnored(e.Right);
                break;
            case BoundBinary e:
                LLVMBasicBlockRef right = NewBlock("right"), end = NewBlock("end");
                bool and = e.Operator == BinaryOperator.LogicalAnd;
                EmitBranch(e.Left, and ? right : end, and ? end : right);
                Place(right);
                EmitIgnored(e.Right);
                Place(end);
                break;
            case BoundConditional { WhenTrue: not null } e:
                LLVMBasicBlockRef then = NewBlock("cond.true"), otherwise = NewBlock("cond.false"), join = NewBlock("cond.end");
                EmitBranch(e.Condition, then, otherwise);
                Place(then);
                EmitIgnored(e.WhenTrue);
                Jump(join);
                Place(otherwise);
                EmitIgnored(e.WhenFalse);
                Place(join);
                break;
            case BoundStatementExpression e:
                int depth = _cleanups.Count;
                foreach (BoundStatement s in e.Statements) EmitStatement(s);
                if (e.Result is not null) EmitIgnored(e.Result);
                CloseScope(depth);
                break;
            case BoundCall e when TrySimplifyOutput(e):
                break;
            case BoundDereference e:
                EmitIgnored(e.Pointer);
                break;
            case BoundMember e:
                EmitIgnored(e.Base);
                break;
            case BoundAddressOf e:
                EmitIgnored(e.Operand);
                break;
            default:
                if (expression.Type.Type is RecordType) EmitAggregate(expression);
                else EmitScalar(expression);
                break;
        }
    }

    private LLVMValueRef IntegerConstant(Int128 value, CType type)
    {
        LLVMTypeRef llvm = _types.Value(type);
        if (llvm.Kind != LLVMTypeKind.LLVMPointerTypeKind) return _module.Integer(llvm, value);
        return value == 0 ? Null(llvm) : LLVMValueRef.CreateConstIntToPtr(_module.Integer(_types.I64, value), llvm);
    }

    private LLVMValueRef Placeholder(BoundPlaceholder node)
    {
        for (int i = _placeholders.Count - 1; i >= 0; i--)
        {
            if (ReferenceEquals(_placeholders[i].Node, node)) return _placeholders[i].Value;
        }
        return _placeholders[^1].Value;
    }

    private LLVMValueRef EmitStatementExpression(BoundStatementExpression expression)
    {
        int depth = _cleanups.Count;
        foreach (BoundStatement s in expression.Statements) EmitStatement(s);
        LLVMValueRef value = default;
        if (expression.Result is not null)
        {
            if (expression.Type.Type.IsVoid()) EmitIgnored(expression.Result);
            else value = EmitScalar(expression.Result);
        }
        CloseScope(depth);
        return value;
    }

    // ---- Conditional (6.5.15) -------------------------------------------------------------------------------------------------------------------

    private LLVMValueRef EmitConditional(BoundConditional c)
    {
        if (c.WhenTrue is null) return EmitOmittedConditional(c);
        if (ConstantEvaluator.EvaluateCondition(c.Condition) is bool known) return EmitArm(known ? c.WhenTrue : c.WhenFalse, c.Type.Type);
        LLVMBasicBlockRef then = NewBlock("cond.true"), otherwise = NewBlock("cond.false"), end = NewBlock("cond.end");
        EmitBranch(c.Condition, then, otherwise);
        Place(then);
        LLVMValueRef a = EmitArm(c.WhenTrue, c.Type.Type);
        (LLVMBasicBlockRef aBlock, bool aReaches) = (_b.InsertBlock, _reachable);
        Jump(end);
        Place(otherwise);
        LLVMValueRef b = EmitArm(c.WhenFalse, c.Type.Type);
        (LLVMBasicBlockRef bBlock, bool bReaches) = (_b.InsertBlock, _reachable);
        Place(end);
        if (c.Type.Type.IsVoid()) return default;
        return Join(_types.Value(c.Type.Type), (a, aBlock, aReaches), (b, bBlock, bReaches));
    }

    private LLVMValueRef EmitArm(BoundExpression arm, CType type)
    {
        if (!type.IsVoid()) return EmitScalar(arm);
        EmitIgnored(arm);
        return default;
    }

    /// <summary>GNU <c>a ?: b</c>: a is evaluated once.</summary>
    private LLVMValueRef EmitOmittedConditional(BoundConditional c)
    {
        LLVMValueRef condition = EmitScalar(c.Condition);
        LLVMValueRef value = condition;
        if (c.OmittedConversion is not null)
        {
            _placeholders.Add((null, condition));
            value = EmitScalar(c.OmittedConversion);
            _placeholders.RemoveAt(_placeholders.Count - 1);
        }
        LLVMBasicBlockRef otherwise = NewBlock("cond.false"), end = NewBlock("cond.end");
        (LLVMBasicBlockRef aBlock, bool aReaches) = (_b.InsertBlock, _reachable);
        ConditionalJump(IsNotZero(condition), end, otherwise);
        Place(otherwise);
        LLVMValueRef b = EmitArm(c.WhenFalse, c.Type.Type);
        (LLVMBasicBlockRef bBlock, bool bReaches) = (_b.InsertBlock, _reachable);
        Place(end);
        if (c.Type.Type.IsVoid()) return default;
        return Join(_types.Value(c.Type.Type), (value, aBlock, aReaches), (b, bBlock, bReaches));
    }

    private LLVMValueRef Join(LLVMTypeRef type, params ReadOnlySpan<(LLVMValueRef Value, LLVMBasicBlockRef Block, bool Reaches)> sides)
    {
        int count = 0;
        LLVMValueRef only = default;
        foreach ((LLVMValueRef value, _, bool reaches) in sides)
        {
            if (!reaches) continue;
            only = value;
            count++;
        }
        if (count == 0) return LLVMValueRef.CreatePoison(type);
        if (count == 1) return only;
        LLVMValueRef phi = _b.BuildPhi(type);
        foreach ((LLVMValueRef value, LLVMBasicBlockRef block, bool reaches) in sides)
        {
            if (reaches) phi.AddIncoming(value, block);
        }
        return phi;
    }

    // ---- Conditions -----------------------------------------------------------------------------------------------------------------------------

    private LLVMValueRef IsNotZero(LLVMValueRef value)
    {
        LLVMTypeRef type = value.TypeOf;
        if (type == _types.I1) return value;
        if (type.Kind == LLVMTypeKind.LLVMVectorTypeKind) return ComplexIsNotZero(value);
        return type.Kind is LLVMTypeKind.LLVMFloatTypeKind or LLVMTypeKind.LLVMDoubleTypeKind
            ? _b.BuildFCmp(LLVMRealPredicate.LLVMRealUNE, value, Null(type))
            : _b.BuildICmp(LLVMIntPredicate.LLVMIntNE, value, Null(type));
    }

    /// <summary>A scalar's truth as i1, without going through int where C says so only formally.</summary>
    private LLVMValueRef EmitCondition(BoundExpression expression)
    {
        switch (expression)
        {
            case BoundUnary { Operator: UnaryOperator.LogicalNot, Type.Type: not VectorType } e:
                return _b.BuildNot(EmitCondition(e.Operand));
            case BoundBinary { Operator: BinaryOperator.LogicalAnd or BinaryOperator.LogicalOr } e:
                return EmitShortCircuit(e);
            case BoundBinary { Operator: >= BinaryOperator.Less and <= BinaryOperator.NotEqual, Type.Type: not VectorType } e:
                return EmitComparison(e);
            case BoundCast { Kind: CastKind.ToBool } e:
                return EmitCondition(e.Operand);
            case BoundCast { Kind: CastKind.IntegralCast } e when e.Type.Type.Bits() >= e.Operand.Type.Type.Bits() && e.Operand.Type.Type.IsInteger():
                return EmitCondition(e.Operand);
            default:
                return IsNotZero(EmitScalar(expression));
        }
    }

    /// <summary>Branches on a scalar's truth.</summary>
    private void EmitBranch(BoundExpression condition, LLVMBasicBlockRef whenTrue, LLVMBasicBlockRef whenFalse)
    {
        switch (condition)
        {
            case BoundUnary { Operator: UnaryOperator.LogicalNot } e:
                EmitBranch(e.Operand, whenFalse, whenTrue);
                return;
            case BoundBinary { Operator: BinaryOperator.LogicalAnd } e:
                LLVMBasicBlockRef and = NewBlock("land.lhs.true");
                EmitBranch(e.Left, and, whenFalse);
                Place(and);
                EmitBranch(e.Right, whenTrue, whenFalse);
                return;
            case BoundBinary { Operator: BinaryOperator.LogicalOr } e:
                LLVMBasicBlockRef or = NewBlock("lor.lhs.false");
                EmitBranch(e.Left, whenTrue, or);
                Place(or);
                EmitBranch(e.Right, whenTrue, whenFalse);
                return;
            case BoundCast { Kind: CastKind.ToBool, Operand: BoundBinary or BoundUnary } e:
                EmitBranch(e.Operand, whenTrue, whenFalse);
                return;
        }
        if (ConstantEvaluator.EvaluateCondition(condition) is bool known)
        {
            Jump(known ? whenTrue : whenFalse);
            return;
        }
        // Temporaries stay alive: the condition may be part of a larger expression that still reaches them (6.2.4p8).
        ConditionalJump(EmitCondition(condition), whenTrue, whenFalse);
    }

    /// <summary>The value of <c>a &amp;&amp; b</c> or <c>a || b</c> (6.5.13, 6.5.14) as i1.</summary>
    private LLVMValueRef EmitShortCircuit(BoundBinary e)
    {
        bool and = e.Operator == BinaryOperator.LogicalAnd;
        LLVMBasicBlockRef right = NewBlock(and ? "land.rhs" : "lor.rhs"), end = NewBlock(and ? "land.end" : "lor.end");
        EmitBranch(e.Left, and ? right : end, and ? end : right);
        // Everything that jumps to the end so far has decided the result.
        List<LLVMBasicBlockRef> decided = [];
        for (LLVMUseRef use = end.AsValue().FirstUse; use.Handle != 0; use = use.NextUse) decided.Add(use.User.InstructionParent);
        Place(right);
        LLVMValueRef value = EmitCondition(e.Right);
        (LLVMBasicBlockRef block, bool reaches) = (_b.InsertBlock, _reachable);
        Place(end);
        if (!_reachable) return LLVMValueRef.CreatePoison(_types.I1);
        LLVMValueRef phi = _b.BuildPhi(_types.I1);
        foreach (LLVMBasicBlockRef d in decided) phi.AddIncoming(LLVMValueRef.CreateConstInt(_types.I1, and ? 0u : 1u), d);
        if (reaches) phi.AddIncoming(value, block);
        return phi;
    }
}
