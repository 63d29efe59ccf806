// Statements (C11 6.8) and the scopes of local objects.
using System.Collections.Immutable;
using System.Diagnostics;
using PopcornCC.Compiler.Semantics;
using PopcornCC.Compiler.Text;
using PopcornCC.Llvm;

namespace PopcornCC.Compiler.CodeGen;

internal sealed partial class FunctionEmitter
{
    private readonly Dictionary<LabelSymbol, LLVMBasicBlockRef> _labels = [];
    private readonly Dictionary<BoundCaseLabel, LLVMBasicBlockRef> _caseLabels = [];
    private readonly Stack<(LLVMBasicBlockRef Block, int Depth)> _breaks = new(), _continues = new();

    private void EmitStatement(BoundStatement statement)
    {
        // What nothing leads to needs no code.
        if (!_reachable && !_layout.HasLabel(statement)) return;
        SetLocation(statement.Span);
        switch (statement)
        {
            case BoundBlock s:
                EmitScope(s.Statements, s.Span);
                break;
            case BoundLocalDeclaration s:
                EmitDeclaration(s);
                break;
            case BoundExpressionStatement s:
                EmitDiscarded(s.Expression);
                break;
            case BoundEmptyStatement:
                break;
            case BoundIf s:
                EmitIf(s);
                break;
            case BoundSwitch s:
                EmitSwitch(s);
                break;
            case BoundCaseStatement s:
                Place(_caseLabels[s.Label], isLabel: true);
                EmitStatement(s.Statement);
                break;
            case BoundWhile s:
                EmitWhile(s);
                break;
            case BoundDoWhile s:
                EmitDoWhile(s);
                break;
            case BoundFor s:
                EmitFor(s);
                break;
            case BoundBreak:
                EmitExit(_breaks.Peek());
                break;
            case BoundContinue:
                EmitExit(_continues.Peek());
                break;
            case BoundGoto s:
                EmitCleanupsLeaving(_layout.Position(s.Label));
                Jump(Label(s.Label));
                break;
            case BoundComputedGoto s:
                EmitComputedGoto(s);
                break;
            case BoundLabeled s:
                Place(Label(s.Label), isLabel: true);
                EmitStatement(s.Statement);
                break;
            case BoundReturn s:
                EmitReturn(s);
                break;
            case BoundAsmBarrier s:
                EmitAsmBarrier(s);
                break;
            default:
                throw new UnreachableException(statement.GetType().Name);
        }
    }

    private void EmitScope(ImmutableArray<BoundStatement> statements, SourceSpan span)
    {
        int depth = _cleanups.Count;
        LLVMMetadataRef outer = EnterDebugScope(statements, span);
        foreach (BoundStatement s in statements) EmitStatement(s);
        CloseScope(depth);
        _debugScope = outer;
    }

    /// <summary>An expression whose value nobody wants; temporaries end with it (6.2.4p8).</summary>
    private void EmitDiscarded(BoundExpression expression)
    {
        int temporaries = _temporaries.Count;
        EmitIgnored(expression);
        EndTemporaries(temporaries);
    }

    private LLVMBasicBlockRef Label(LabelSymbol label)
    {
        if (!_labels.TryGetValue(label, out LLVMBasicBlockRef block)) _labels.Add(label, block = NewBlock(label.Name));
        return block;
    }

    private void EmitExit((LLVMBasicBlockRef Block, int Depth) target)
    {
        EmitCleanups(target.Depth);
        Jump(target.Block);
    }

    private void EmitIf(BoundIf s)
    {
        if (ConstantEvaluator.EvaluateCondition(s.Condition) is bool known)
        {
            BoundStatement? dead = known ? s.Else : s.Then, live = known ? s.Then : s.Else;
            if (dead is null || !_layout.HasLabel(dead))
            {
                if (live is not null) EmitStatement(live);
                return;
            }
        }
        LLVMBasicBlockRef then = NewBlock("if.then"), end = NewBlock("if.end");
        LLVMBasicBlockRef otherwise = s.Else is null ? end : NewBlock("if.else");
        EmitBranch(s.Condition, then, otherwise);
        Place(then);
        EmitStatement(s.Then);
        if (s.Else is not null)
        {
            Jump(end);
            Place(otherwise);
            EmitStatement(s.Else);
        }
        Place(end);
    }

    // ---- Loops (6.8.5) --------------------------------------------------------------------------------------------------------------------------

    private void EmitWhile(BoundWhile s)
    {
        LLVMBasicBlockRef condition = NewBlock("while.cond"), body = NewBlock("while.body"), end = NewBlock("while.end");
        Place(condition, isLabel: true);
        EmitBranch(s.Condition, body, end);
        Place(body);
        EmitLoopBody(s.Body, end, condition);
        CloseLoop(condition, s.Condition);
        Place(end);
    }

    private void EmitDoWhile(BoundDoWhile s)
    {
        LLVMBasicBlockRef body = NewBlock("do.body"), condition = NewBlock("do.cond"), end = NewBlock("do.end");
        Place(body, isLabel: true);
        EmitLoopBody(s.Body, end, condition);
        Place(condition);
        if (ConstantEvaluator.EvaluateCondition(s.Condition) == false)
        {
            // do { } while (0) is no loop.
            EmitDiscarded(s.Condition);
            Place(end);
            return;
        }
        SetLocation(s.Condition.Span);
        LLVMBasicBlockRef again = NewBlock("do.again");
        EmitBranch(s.Condition, again, end);
        Place(again);
        CloseLoop(body, s.Condition);
        Place(end);
    }

    private void EmitFor(BoundFor s)
    {
        int depth = _cleanups.Count;
        LLVMMetadataRef outer = EnterDebugScope(s.Initial, s.Span);
        foreach (BoundStatement i in s.Initial) EmitStatement(i);
        LLVMBasicBlockRef condition = NewBlock("for.cond"), body = NewBlock("for.body"), step = NewBlock("for.inc"), end = NewBlock("for.end");
        Place(condition, isLabel: true);
        if (s.Condition is not null) EmitBranch(s.Condition, body, end);
        Place(body);
        EmitLoopBody(s.Body, end, step);
        Place(step);
        if (s.Step is not null && _reachable)
        {
            SetLocation(s.Step.Span);
            EmitDiscarded(s.Step);
        }
        CloseLoop(condition, s.Condition);
        Place(end);
        CloseScope(depth);
        _debugScope = outer;
    }

    private void EmitLoopBody(BoundStatement body, LLVMBasicBlockRef end, LLVMBasicBlockRef next)
    {
        _breaks.Push((end, _cleanups.Count));
        _continues.Push((next, _cleanups.Count));
        EmitStatement(body);
        _breaks.Pop();
        _continues.Pop();
    }

    /// <summary>The jump back. A loop whose controlling expression is not constant may be assumed to end (6.8.5p6).</summary>
    private void CloseLoop(LLVMBasicBlockRef head, BoundExpression? condition)
    {
        if (!_reachable)
        {
            EndUnreachable();
            Unreachable();
            return;
        }
        LLVMValueRef jump = _b.BuildBr(head);
        if (Optimizing && condition is not null && ConstantEvaluator.Evaluate(condition) is null)
        {
            LLVMMetadataRef temporary = LLVM.TemporaryMDNode(_context);
            LLVMMetadataRef loop = _context.GetMDNode([temporary, _module.Metadata.MustProgress]);
            // The first operand becomes the node itself, which makes it one of its kind.
            LLVM.MetadataReplaceAllUsesWith(temporary, loop);
            jump.SetMetadata(_module.Metadata.Loop, loop.AsValue(_context));
        }
        Unreachable();
    }

    // ---- Switch and computed goto ---------------------------------------------------------------------------------------------------------------

    /// <summary>Case ranges up to this many values become cases; wider ones a comparison.</summary>
    private const int SmallRange = 64;

    private void EmitSwitch(BoundSwitch s)
    {
        LLVMBasicBlockRef end = NewBlock("sw.epilog");
        int temporaries = _temporaries.Count;
        LLVMValueRef value = EmitScalar(s.Value);
        EndTemporaries(temporaries);
        foreach (BoundCaseLabel c in s.Cases) _caseLabels[c] = NewBlock(c.IsDefault ? "sw.default" : "sw.bb");
        if (s.Default is not null && !_caseLabels.ContainsKey(s.Default)) _caseLabels[s.Default] = NewBlock("sw.default");
        LLVMBasicBlockRef fallback = s.Default is null ? end : _caseLabels[s.Default];
        bool signed = s.Value.Type.Type.IsSigned();
        if (_reachable)
        {
            LLVMBasicBlockRef otherwise = fallback;
            List<BoundCaseLabel> wide = [.. s.Cases.Where(c => !c.IsDefault && IsWide(c))];
            if (wide.Count != 0) otherwise = NewBlock("sw.range");
            LLVMValueRef jump = _b.BuildSwitch(value, otherwise, (uint)s.Cases.Length);
            foreach (BoundCaseLabel c in s.Cases)
            {
                if (c.IsDefault || IsWide(c) || c.Low > c.High) continue;
                for (Int128 v = c.Low; ; v++)
                {
                    jump.AddCase(_module.Integer(value.TypeOf, v), _caseLabels[c]);
                    if (v == c.High) break;
                }
            }
            for (int i = 0; i < wide.Count; i++)
            {
                BoundCaseLabel c = wide[i];
                Unreachable();
                Place(otherwise);
                otherwise = i + 1 < wide.Count ? NewBlock("sw.range") : fallback;
                // low <= value && value <= high in one unsigned comparison.
                LLVMValueRef distance = _b.BuildSub(value, _module.Integer(value.TypeOf, c.Low));
                LLVMValueRef inside = _b.BuildICmp(LLVMIntPredicate.LLVMIntULE, distance, _module.Integer(value.TypeOf, c.High - c.Low));
                _b.BuildCondBr(inside, _caseLabels[c], otherwise);
            }
            Unreachable();
        }
        _breaks.Push((end, _cleanups.Count));
        EmitStatement(s.Body);
        _breaks.Pop();
        // Labels in parts that were never reached have been placed all the same: every case is inside Body.
        Place(end);

        bool IsWide(BoundCaseLabel c) => signed ? c.High > c.Low && c.High - c.Low >= SmallRange : (UInt128)c.High > (UInt128)c.Low && (UInt128)(c.High - c.Low) >= SmallRange;
    }

    private void EmitReturn(BoundReturn s)
    {
        int temporaries = _temporaries.Count;
        if (s.Value is not null)
        {
            CType type = _abi.Result.Type;
            if (type is RecordType)
            {
                if (_abi.Result.Passing == Passing.Nothing) EmitIgnored(s.Value);
                else EmitAggregateTo(s.Value, new Lvalue(_returnSlot, type, type.Alignment));
            }
            else if (type.IsVoid())
            {
                EmitIgnored(s.Value);
            }
            else
            {
                LLVMValueRef value = EmitScalar(s.Value);
                if (_reachable) StoreTo(new Lvalue(_returnSlot, type, type.Alignment), value);
            }
        }
        EndTemporaries(temporaries);
        EmitCleanups(0);
        Jump(_returnBlock);
    }

    /// <summary>An empty asm: its operands become opaque to the optimiser, on whichever ISA.
    /// <code>asm volatile ("" : "+r"(x) : "r"(p) : "memory")   →   x = asm("", "=r,0,r,~{memory}")(x, p)</code></summary>
    private void EmitAsmBarrier(BoundAsmBarrier s)
    {
        List<string> constraints = [], inputs = [];
        List<LLVMValueRef> arguments = [];
        List<Lvalue> outputs = [];
        List<LLVMTypeRef> results = [];
        bool memory = s.ClobbersMemory;
        foreach (BoundExpression e in s.Outputs)
        {
            Lvalue place = EmitLvalue(e);
            if (!InRegister(e.Type.Type))
            {
                PassAddress(place);
                continue;
            }
            constraints.Add("=r");
            results.Add(RegisterType(e.Type.Type));
            Input(outputs.Count.ToString(System.Globalization.CultureInfo.InvariantCulture), ToRegister(LoadFrom(place), e.Type.Type));
            outputs.Add(place);
        }
        foreach (BoundExpression e in s.Inputs)
        {
            CType type = e.Type.Type;
            if (InRegister(type)) Input("r", ToRegister(EmitScalar(e), type));
            else if (!type.IsVoid()) PassAddress(EmitLvalue(e));
        }
        constraints.AddRange(inputs);
        if (memory) constraints.Add("~{memory}");
        LLVMTypeRef result = results.Count == 0 ? _types.Void : results.Count == 1 ? results[0] : _context.GetStructType(results.ToArray(), false);
        LLVMTypeRef function = LLVMTypeRef.CreateFunction(result, arguments.Select(a => a.TypeOf).ToArray());
        LLVMValueRef assembly = LLVMValueRef.CreateConstInlineAsm(function, "", string.Join(',', constraints), hasSideEffects: true);
        LLVMValueRef call = _b.BuildCall2(function, assembly, arguments.ToArray());
        call.AddCallSiteAttribute(LLVMAttributeIndex.LLVMAttributeFunctionIndex, _module.Attributes["nounwind"]);
        for (int i = 0; i < outputs.Count; i++)
        {
            LLVMValueRef value = results.Count == 1 ? call : _b.BuildExtractValue(call, (uint)i);
            StoreTo(outputs[i], FromRegister(value, outputs[i].Type.Type));
        }

        void Input(string constraint, LLVMValueRef value)
        {
            inputs.Add(constraint);
            arguments.Add(value);
        }

        void PassAddress(Lvalue place)
        {
            memory = true;
            Input("r", place.Address);
        }
    }

    private static bool InRegister(CType type) => type.IsScalar() && type.Size <= 8;

    private LLVMTypeRef RegisterType(CType type) => type.IsFloating() ? _types.Integer(type.Size) : _types.Memory(type);

    private LLVMValueRef ToRegister(LLVMValueRef value, CType type) =>
        type.IsFloating() ? _b.BuildBitCast(value, _types.Integer(type.Size)) : ToMemory(value, type);

    private LLVMValueRef FromRegister(LLVMValueRef value, CType type) =>
        type.IsFloating() ? _b.BuildBitCast(value, _types.Memory(type)) : FromMemory(value, type);
}
