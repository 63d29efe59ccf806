// Statements (C11 6.8) with GNU's: statement expressions, case ranges, computed goto, local labels, empty asm as a barrier.
using System.Collections.Immutable;
using System.Diagnostics;
using PopcornCC.Compiler.Syntax;
using PopcornCC.Compiler.Text;

namespace PopcornCC.Compiler.Semantics;

public sealed partial class Binder
{
    private void BindStatements(CompoundStatementSyntax block, List<BoundStatement> statements)
    {
        WarnMixedDeclarations(block.Items);
        foreach (StatementSyntax item in block.Items) BindItem(item, statements);
    }

    private void BindItem(StatementSyntax item, List<BoundStatement> statements)
    {
        switch (item)
        {
            case DeclarationStatementSyntax declaration:
                BindDeclaration(declaration.Declaration, statements);
                break;
            case LocalLabelsSyntax labels:
                foreach (IdentifierSyntax label in labels.Labels) DeclareLocalLabel(label);
                break;
            default:
                statements.Add(BindStatement(item));
                break;
        }
    }

    private BoundStatement BindStatement(StatementSyntax syntax)
    {
        SourceSpan span = syntax.Span;
        switch (syntax)
        {
            case CompoundStatementSyntax block:
                return BindBlock(block);
            case DeclarationStatementSyntax or LocalLabelsSyntax:
                // A declaration right after a label (C23): a scope would hide the name, but only the parser's error recovery puts one elsewhere.
                List<BoundStatement> items = [];
                BindItem(syntax, items);
                return items.Count == 1 ? items[0] : new BoundBlock([.. items], span);
            case ExpressionStatementSyntax expression:
                return BindExpressionStatement(expression);
            case EmptyStatementSyntax:
                return new BoundEmptyStatement(span);
            case AttributedStatementSyntax { Statement: EmptyStatementSyntax } attributed when HasAttribute(attributed.Attributes, "fallthrough"):
                return new BoundEmptyStatement(span) { IsFallthrough = true };
            case AttributedStatementSyntax attributed:
                return BindStatement(attributed.Statement);
            case IfStatementSyntax s:
                BoundExpression condition = BindCondition(s.Condition, span);
                bool? known = HasError(condition) ? null : ConstantEvaluator.EvaluateCondition(condition);
                BoundStatement then = BindExecuted(s.Then, known != false);
                BoundStatement? otherwise = s.Else is null ? null : BindExecuted(s.Else, known != true);
                return new BoundIf(condition, then, otherwise, span);
            case SwitchStatementSyntax s:
                return BindSwitch(s);
            case CaseStatementSyntax s:
                return BindCase(s);
            case DefaultStatementSyntax s:
                return BindDefault(s);
            case LabeledStatementSyntax s:
                return BindLabeled(s);
            case WhileStatementSyntax s:
                BoundExpression whileCondition = BindCondition(s.Condition, span);
                return new BoundWhile(whileCondition, BindLoopBody(s.Body), span);
            case DoStatementSyntax s:
                BoundStatement body = BindLoopBody(s.Body);
                return new BoundDoWhile(body, BindCondition(s.Condition, span), span);
            case ForStatementSyntax s:
                return BindFor(s);
            case GotoStatementSyntax s:
                LabelSymbol destination = UseLabel(s.Label);
                _function!.Jumps.Add(new PendingJump(destination, _scope.Protected, span));
                return new BoundGoto(destination, span);
            case ComputedGotoStatementSyntax s:
                BoundExpression target = ConvertAssigned(BindExpression(s.Target), new PointerType(new QualType(BuiltinType.Void, Qualifiers.Const)), ConversionContext.Argument, span);
                return new BoundComputedGoto(target, span);
            case ContinueStatementSyntax:
                if (_function!.LoopDepth == 0) _diagnostics.ContinueOutsideLoop(span);
                return new BoundContinue(span);
            case BreakStatementSyntax:
                if (_function!.BreakDepth == 0) _diagnostics.BreakOutsideLoop(span);
                return new BoundBreak(span);
            case ReturnStatementSyntax s:
                return BindReturn(s);
            case AsmStatementSyntax s:
                return BindAsm(s);
            default:
                throw new UnreachableException();
        }
    }

    /// <summary>A branch; one that a constant condition excludes is bound without warnings about what would happen in it.</summary>
    private BoundStatement BindExecuted(StatementSyntax syntax, bool isExecuted)
    {
        if (!isExecuted) _excluded++;
        BoundStatement statement = BindStatement(syntax);
        if (!isExecuted) _excluded--;
        return statement;
    }

    private BoundBlock BindBlock(CompoundStatementSyntax block)
    {
        Scope saved = PushScope(ScopeKind.Block);
        List<BoundStatement> statements = [];
        BindStatements(block, statements);
        PopScope(saved);
        return new BoundBlock([.. statements], block.Span);
    }

    private BoundExpressionStatement BindExpressionStatement(ExpressionStatementSyntax syntax)
    {
        BoundExpression e = BindExpression(syntax.Expression);
        if (e.IsLvalue && syntax.Expression is not StatementExpressionSyntax && e.Type.Type is RecordType or ArrayType or FunctionType) WarnUnusedValue(e);
        // A volatile lvalue on its own is read (6.7.3p7); a struct is not loaded for nothing.
        if (e.IsLvalue && e.Type.Type is RecordType or ArrayType or FunctionType) return new BoundExpressionStatement(WithSizes(e.Type.Type is ArrayType or FunctionType ? Rvalue(e) : e.Type.IsVolatile ? Rvalue(e) : DropValue(e)), syntax.Span);
        e = Rvalue(e);
        if (syntax.Expression is not StatementExpressionSyntax) WarnUnusedValue(e);
        return new BoundExpressionStatement(WithSizes(e), syntax.Span);
    }

    private static BoundExpression DropValue(BoundExpression lvalue) => new BoundCast(CastKind.ToVoid, lvalue, BuiltinType.Void, lvalue.Span);

    private BoundExpression BindCondition(ExpressionSyntax syntax, SourceSpan statement)
    {
        if (syntax is ParenthesizedSyntax { Expression: BinarySyntax { Operator: Preprocess.TokenKind.EqualEqual } equality } && syntax.Span.File > 0 && equality.OperatorSpan.File > 0 && IsPlainLvalue(equality.Left))
            _diagnostics.ExtraneousParentheses(equality.OperatorSpan);
        if (syntax is AssignmentSyntax { Operator: Preprocess.TokenKind.Equal } assignment) _diagnostics.AssignmentAsCondition(assignment.OperatorSpan);
        return WithSizes(CheckCondition(BindExpression(syntax), statement));
    }

    private static bool IsPlainLvalue(ExpressionSyntax e) => Unparenthesized(e) is NameSyntax or MemberSyntax or SubscriptSyntax or UnarySyntax { Operator: Preprocess.TokenKind.Star };

    private BoundStatement BindLoopBody(StatementSyntax syntax)
    {
        _function!.LoopDepth++;
        _function.BreakDepth++;
        BoundStatement body = BindStatement(syntax);
        _function.LoopDepth--;
        _function.BreakDepth--;
        return body;
    }

    private BoundFor BindFor(ForStatementSyntax syntax)
    {
        Scope saved = PushScope(ScopeKind.Block);
        List<BoundStatement> initial = [];
        _plainCommas++;
        if (syntax.Initial is not null) BindItem(syntax.Initial, initial);
        _plainCommas--;
        BoundExpression? condition = syntax.Condition is null ? null : BindCondition(syntax.Condition, syntax.Span);
        BoundExpression? step = null;
        if (syntax.Step is not null)
        {
            _plainCommas++;
            step = Rvalue(BindExpression(syntax.Step));
            _plainCommas--;
            WarnUnusedValue(step);
            step = WithSizes(step);
        }
        BoundStatement body = BindLoopBody(syntax.Body);
        PopScope(saved);
        BoundFor loop = new([.. initial], condition, step, body, syntax.Span);
        WarnLoopCondition(loop);
        return loop;
    }

    private BoundStatement BindSwitch(SwitchStatementSyntax syntax)
    {
        BoundExpression value = Rvalue(BindExpression(syntax.Value));
        if (!HasError(value) && !value.Type.Type.IsInteger())
        {
            _diagnostics.SwitchType(syntax.Span, value.Span, value.Type);
            value = Error(value.Span);
        }
        EnumType? enumeration = value.Type.Type as EnumType;
        if (!HasError(value) && IsTruthValue(value) && value is not BoundCast { IsExplicit: true }) _diagnostics.SwitchOverTruth(syntax.Span with { Length = 6 });
        CType unpromoted = BitFieldOf(value) is null ? value.Type.Type : BuiltinType.Error;
        value = WithSizes(HasError(value) ? value : Promote(value));
        SwitchContext context = new(value.Type.Type, _scope.Protected) { Unpromoted = unpromoted, ErrorsBefore = _diagnostics.HardErrors };
        _function!.Switches.Push(context);
        _function.BreakDepth++;
        BoundStatement body = BindStatement(syntax.Body);
        _function.BreakDepth--;
        _function.Switches.Pop();
        CheckDuplicateCases(context);
        if (context.Default is null) _diagnostics.SwitchWithoutDefault(syntax.Span with { Length = 6 });
        bool covers = enumeration is not null && !context.HasBadCase && CheckEnumSwitch(enumeration, context, syntax.Value.Span);
        return new BoundSwitch(value, body, [.. context.Cases], context.Default, syntax.Span) { CoversEnumeration = covers };
    }

    private void CheckDuplicateCases(SwitchContext context)
    {
        List<BoundCaseLabel> sorted = [.. context.Cases.Where(c => !c.IsDefault).OrderBy(c => c.Low)];
        for (int i = 1; i < sorted.Count; i++)
        {
            if (sorted[i].Low > sorted[i - 1].High) continue;
            context.HasBadCase = true;
            bool isRange = sorted[i - 1].Low != sorted[i - 1].High && sorted[i].Low == sorted[i].High;
            _diagnostics.DuplicateCase(sorted[isRange ? i - 1 : i].Span, sorted[i].Low, sorted[isRange ? i : i - 1].Span);
        }
    }

    private BoundStatement BindCase(CaseStatementSyntax syntax)
    {
        // "case 1: case 2: case 3: …" nests to the right: walk down and build up again.
        Stack<(BoundCaseLabel Label, SourceSpan Span)> labels = new();
        StatementSyntax statement = syntax;
        while (statement is CaseStatementSyntax c)
        {
            if (BindCaseLabel(c) is BoundCaseLabel label) labels.Push((label, c.Span));
            statement = c.Statement;
        }
        BoundStatement bound = BindStatement(statement);
        while (labels.TryPop(out (BoundCaseLabel Label, SourceSpan Span) next)) bound = new BoundCaseStatement(next.Label, bound, next.Span);
        return bound;
    }

    private BoundCaseLabel? BindCaseLabel(CaseStatementSyntax syntax)
    {
        Int128? low = BindIntegerConstant(syntax.Low);
        Int128? high = syntax.High is null ? low : BindIntegerConstant(syntax.High);
        if (!_function!.Switches.TryPeek(out SwitchContext? context))
        {
            _diagnostics.CaseOutsideSwitch(syntax.Span);
            return null;
        }
        CheckCaseJump(context, syntax.Span);
        if (low is null || high is null || context.Type.IsError()) return null;
        WarnCaseOverflow(low.Value, context, syntax.Low.Span);
        if (syntax.High is not null) WarnCaseOverflow(high.Value, context, syntax.High.Span);
        Int128 from = TypeFacts.Wrap(low.Value, context.Type), to = TypeFacts.Wrap(high.Value, context.Type);
        SourceSpan span = syntax.High is null ? syntax.Low.Span : syntax.Low.Span.To(syntax.High.Span);
        if (from > to)
        {
            _diagnostics.EmptyCaseRange(span);
            return null;
        }
        BoundCaseLabel label = new(from, to, isDefault: false, span);
        context.Cases.Add(label);
        return label;
    }

    private void WarnCaseOverflow(Int128 value, SwitchContext context, SourceSpan span)
    {
        Int128 converted = TypeFacts.Wrap(value, context.Type);
        bool changes = context.Type.Bits() < 64 && (value > uint.MaxValue || value < int.MinValue);
        if (!changes && context.Unpromoted is { } narrow && narrow.IsInteger() && narrow is not EnumType && narrow.Bits() < context.Type.Bits())
        {
            converted = TypeFacts.Wrap(value, narrow);
            changes = converted != value;
        }
        if (changes) _diagnostics.CaseOverflow(span, value, converted);
    }

    private BoundStatement BindDefault(DefaultStatementSyntax syntax)
    {
        BoundCaseLabel label = new(0, 0, isDefault: true, syntax.Span);
        if (!_function!.Switches.TryPeek(out SwitchContext? context)) _diagnostics.CaseOutsideSwitch(syntax.Span);
        else if (context.Default is not null) _diagnostics.DuplicateDefault(syntax.Span, context.Default.Span);
        else context.Default = label;
        bool counts = context is not null && ReferenceEquals(context.Default, label);
        BoundStatement statement = BindStatement(syntax.Statement);
        return counts ? new BoundCaseStatement(label, statement, syntax.Span) : statement;
    }

    private void DeclareLocalLabel(IdentifierSyntax name)
    {
        _scope.LocalLabels ??= new Dictionary<string, LabelSymbol>(StringComparer.Ordinal);
        LabelSymbol label = new(name.Name, name.Span);
        if (!_scope.LocalLabels.TryAdd(name.Name, label)) _diagnostics.Redefinition(name.Span, name.Name, _scope.LocalLabels[name.Name].Span);
        _function!.LabelOrder.Add(label);
    }

    private LabelSymbol FindLabel(IdentifierSyntax name)
    {
        for (Scope? scope = _scope; scope is not null; scope = scope.Parent)
        {
            if (scope.LocalLabels is not null && scope.LocalLabels.TryGetValue(name.Name, out LabelSymbol? local)) return local;
        }
        if (!_function!.Labels.TryGetValue(name.Name, out LabelSymbol? label))
        {
            label = new LabelSymbol(name.Name, name.Span);
            _function.Labels.Add(name.Name, label);
            _function.LabelOrder.Add(label);
        }
        return label;
    }

    private LabelSymbol UseLabel(IdentifierSyntax name)
    {
        LabelSymbol label = FindLabel(name);
        _function!.UsedLabels.Add(label);
        return label;
    }

    private BoundLabeled BindLabeled(LabeledStatementSyntax syntax)
    {
        LabelSymbol label = FindLabel(syntax.Label);
        if (label.IsDefined) _diagnostics.Redefinition(syntax.Label.Span, label.Name, label.Span);
        label.IsDefined = true;
        _function!.LabelPlaces[label] = _scope.Protected;
        if (HasAttribute(syntax.Attributes, "unused") || HasAttribute(syntax.Attributes, "maybe_unused")) _function!.UsedLabels.Add(label);
        return new BoundLabeled(label, BindStatement(syntax.Statement), syntax.Span);
    }

    private BoundReturn BindReturn(ReturnStatementSyntax syntax)
    {
        QualType result = _function!.ReturnType;
        if (_function.Symbol.Attributes.NoReturn) _diagnostics.ReturnInNoReturn(syntax.Span, _function.Symbol.Name);
        if (syntax.Value is null)
        {
            if (!result.Type.IsVoid() && !result.Type.IsError()) _diagnostics.ReturnWithoutValue(syntax.Span, _function.Symbol.Name);
            return new BoundReturn(null, syntax.Span);
        }
        BoundExpression value = Rvalue(BindExpression(syntax.Value));
        if (result.Type.IsVoid())
        {
            // GNU: "return f();" with f void.
            if (!HasError(value) && !value.Type.Type.IsVoid())
            {
                _diagnostics.ReturnValueFromVoid(syntax.Span, syntax.Value.Span, _function.Symbol.Name);
                value = Convert(value, BuiltinType.Void);
            }
            else if (!HasError(value))
            {
                _diagnostics.ReturnsVoidExpression(syntax.Span, syntax.Value.Span, _function.Symbol.Name);
            }
            return new BoundReturn(WithSizes(value), syntax.Span);
        }
        value = ConvertAssigned(value, result, ConversionContext.Return);
        WarnReturnedLocal(value);
        return new BoundReturn(WithSizes(value), syntax.Span);
    }

    private BoundExpression BindStatementExpression(StatementExpressionSyntax syntax)
    {
        if (_function is null)
        {
            _diagnostics.StatementExpressionAtFileScope(syntax.Span);
            return Error(syntax.Span);
        }
        Scope saved = PushScope(ScopeKind.Block);
        _scope.Protected = new ProtectedPlace(_scope.Protected, null, syntax.Span);
        List<BoundStatement> statements = [];
        BoundExpression? result = null;
        ImmutableArray<StatementSyntax> items = syntax.Body.Items;
        for (int i = 0; i < items.Length; i++)
        {
            // The last expression is the value (labels before it: not for us to hide them).
            if (i == items.Length - 1 && items[i] is ExpressionStatementSyntax last)
            {
                result = WithSizes(Rvalue(BindExpression(last.Expression)));
                if (result.Type.Type.IsVoid()) NoteDiscarded(result);
                if (HasError(result))
                {
                    PopScope(saved);
                    return result;
                }
                if (result.Type.Type.IsVoid())
                {
                    statements.Add(new BoundExpressionStatement(result, last.Span));
                    result = null;
                }
            }
            else
            {
                BindItem(items[i], statements);
            }
        }
        if (result is null && items is [.., LabeledStatementSyntax { Statement: ExpressionStatementSyntax }] && statements is [.., BoundLabeled { Statement: BoundExpressionStatement value } labeled]
            && !value.Expression.Type.Type.IsVoid())
        {
            statements[^1] = labeled with { Statement = new BoundEmptyStatement(labeled.Span) };
            result = value.Expression;
        }
        PopScope(saved);
        return new BoundStatementExpression([.. statements], result, result?.Type ?? BuiltinType.Void, syntax.Span);
    }

    // Only what generates no instruction: the two ISAs share the code until the very end.
    private BoundStatement BindAsm(AsmStatementSyntax syntax)
    {
        if (TextOf(syntax.Template).Trim().Length > 0 || syntax.IsGoto)
        {
            _diagnostics.AsmUnsupported(syntax.Span);
            return new BoundEmptyStatement(syntax.Span);
        }
        ImmutableArray<BoundExpression>.Builder outputs = ImmutableArray.CreateBuilder<BoundExpression>(), inputs = ImmutableArray.CreateBuilder<BoundExpression>();
        List<string> readWrite = [];
        foreach (AsmOperandSyntax operand in syntax.Outputs.IsDefault ? [] : syntax.Outputs)
        {
            BoundExpression e = BindExpression(operand.Expression);
            if (HasError(e)) continue;
            if (!CheckModifiable(e, operand.Span)) continue;
            MarkAddressTaken(e);
            outputs.Add(e);
            readWrite.Add(TextOf(operand.Constraint));
        }
        foreach (AsmOperandSyntax operand in syntax.Inputs.IsDefault ? [] : syntax.Inputs)
        {
            BoundExpression e = BindExpression(operand.Expression);
            if (HasError(e)) continue;
            string constraint = TextOf(operand.Constraint);
            if (int.TryParse(constraint, out int tied) && tied >= 0 && tied < outputs.Count)
            {
                // asm("" : "=r"(x) : "0"(y)): x becomes y's value, opaquely. As statements: x = y; asm("" : "+r"(x)).
                BoundExpression value = ConvertAssigned(e, outputs[tied].Type.Unqualified(), ConversionContext.Assignment);
                if (!HasError(value)) inputs.Add(new BoundAssignment(outputs[tied], value, value.Type, operand.Span));
                readWrite[tied] = "+";
                continue;
            }
            if (constraint.Contains('m', StringComparison.Ordinal) && e.IsLvalue && !constraint.Contains('r', StringComparison.Ordinal))
            {
                // A memory operand: what it names is looked at.
                MarkAddressTaken(e);
                inputs.Add(new BoundAddressOf(e, new PointerType(e.Type), e.Span));
                continue;
            }
            e = Rvalue(e);
            if (!HasError(e)) inputs.Add(e);
        }
        bool memory = syntax.Clobbers.IsDefault ? false : syntax.Clobbers.Any(c => TextOf(c) == "memory");
        List<BoundStatement> before = [.. inputs.OfType<BoundAssignment>().Select(a => new BoundExpressionStatement(a, a.Span))];
        BoundAsmBarrier barrier = new(outputs.ToImmutable(), [.. inputs.Where(i => i is not BoundAssignment)], memory || !syntax.IsExtended, syntax.Span);
        return before.Count == 0 ? barrier : new BoundBlock([.. before, barrier], syntax.Span);
    }
}
