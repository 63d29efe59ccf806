// Warnings about declarations that are right but unwise: hidden names, missing and old prototypes, declarations behind statements, variable-length arrays, loops nothing ends.
using PopcornCC.Compiler.Lowering;
using PopcornCC.Compiler.Syntax;
using PopcornCC.Compiler.Text;

namespace PopcornCC.Compiler.Semantics;

public sealed partial class Binder
{
    /// <summary>-Wshadow: a local or parameter that hides a variable of a scope around.</summary>
    private void WarnShadowed(IdentifierSyntax name, Scope? outer)
    {
        if (_unevaluated > 0 || outer?.Lookup(name.Name) is not VariableSymbol { Type.Type: var type } hidden || type.IsError() || hidden.Span == SourceSpan.None) return;
        _diagnostics.Shadows(name.Span, hidden.Linkage == Linkage.None || hidden.Name.Contains('.', StringComparison.Ordinal), hidden.Span);
    }

    /// <summary>-Wmissing-prototypes, about a definition; <paramref name="before"/> is what was declared before, null for nothing.</summary>
    private void WarnMissingPrototype(FunctionSymbol function, IdentifierSyntax name, FunctionType? before)
    {
        if (function.Linkage != Linkage.External || function.Name == "main" || function.IsInline || before is { HasPrototype: true }) return;
        _diagnostics.MissingPrototype(name.Span, function.Name);
    }

    /// <summary>The first declaration behind a statement of a block.</summary>
    private void WarnMixedDeclarations(IEnumerable<StatementSyntax> items)
    {
        bool statement = false;
        foreach (StatementSyntax item in items)
        {
            if (item is not DeclarationStatementSyntax declaration)
            {
                statement |= item is not LocalLabelsSyntax;
                continue;
            }
            if (!statement || declaration.Declaration is StaticAssertSyntax or EmptyDeclarationSyntax) continue;
            SourceSpan place = declaration.Declaration is VariableDeclarationSyntax { Declarators: [{ Declarator.Name: { } name }, ..] } ? name.Span : item.Span;
            _diagnostics.MixedDeclaration(place, _options.Language.Standard == LanguageStandard.C89);
            return;
        }
    }

    /// <summary>-Wfor-loop-analysis: plain locals in the condition, none of which the loop changes.</summary>
    private void WarnLoopCondition(BoundFor loop)
    {
        if (loop.Condition is null || _unevaluated > 0 || !_diagnostics.MayShow("for-loop-analysis")) return;
        List<BoundVariable> variables = [];
        if (!CollectPlain(loop.Condition, variables) || variables.Count == 0) return;
        if (variables.Exists(v => v.Symbol.Type.IsVolatile || v.Symbol.Storage is StorageDuration.Static or StorageDuration.Thread)) return;
        ChangeFinder finder = new([.. variables.Select(v => v.Symbol)]);
        finder.Visit(loop.Condition);
        finder.Visit(loop.Step);
        finder.Visit(loop.Body);
        if (!finder.Found) _diagnostics.LoopVariableUnchanged(variables[0].Span, [.. variables.Select(v => SourceName(v.Symbol)).Distinct()]);
    }

    private static bool CollectPlain(BoundExpression e, List<BoundVariable> variables) => e switch
    {
        BoundIntConstant or BoundFloatConstant => true,
        BoundCast { Kind: CastKind.LvalueToRvalue, Operand: BoundVariable v } => Add(variables, v),
        BoundCast c => CollectPlain(c.Operand, variables),
        BoundUnary u => CollectPlain(u.Operand, variables),
        BoundBinary b => CollectPlain(b.Left, variables) && CollectPlain(b.Right, variables),
        BoundConditional { WhenTrue: { } t } c => CollectPlain(c.Condition, variables) && CollectPlain(t, variables) && CollectPlain(c.WhenFalse, variables),
        _ => false,
    };

    private static bool Add(List<BoundVariable> variables, BoundVariable v)
    {
        variables.Add(v);
        return true;
    }

    /// <summary>Looks for any use of variables but reading them.</summary>
    private sealed class ChangeFinder(HashSet<VariableSymbol> variables) : BoundTreeWalker
    {
        public bool Found { get; private set; }

        public override void Visit(BoundExpression? expression)
        {
            if (Found || expression is BoundCast { Kind: CastKind.LvalueToRvalue, Operand: BoundVariable }) return;
            if (expression is BoundVariable { Symbol: var symbol } && variables.Contains(symbol)) Found = true;
            else base.Visit(expression);
        }
    }
}
