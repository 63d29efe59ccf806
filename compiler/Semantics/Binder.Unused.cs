// -Wunused and its members: what is declared and never used, or only given values. As in clang: what a macro or a header declares for whoever includes it is not reported, nor is a scope that has an error in it.
using PopcornCC.Compiler.Text;

namespace PopcornCC.Compiler.Semantics;

public sealed partial class Binder
{
    private static bool IsWarnableUnused(SymbolAttributes attributes, SourceSpan span) =>
        span != SourceSpan.None && !attributes.Unused && !attributes.Used && attributes.Section is null && attributes.Alias is null;

    private bool IsInMainFile(SourceSpan span) => _options.IsInMainFile?.Invoke(span) ?? true;

    private void WarnUnusedAtFileScope(VariableSymbol variable)
    {
        // Static locals have a dot in their name and were looked at where their scope ended.
        if (variable.Linkage != Linkage.Internal || !variable.IsDefined || variable.IsReferenced || variable.Name.Contains('.', StringComparison.Ordinal)) return;
        if (!IsWarnableUnused(variable.Attributes, variable.Span) || !IsInMainFile(variable.Span)) return;
        if (_mentioned.Contains(variable)) _diagnostics.UnneededVariable(variable.Span, variable.Name);
        else if (variable.Type.IsConst || variable.Type.Type is ArrayType { Element.IsConst: true }) _diagnostics.UnusedConstVariable(variable.Span, variable.Name);
        else _diagnostics.UnusedVariable(variable.Span, variable.Name);
    }

    private void WarnUnusedFunction(FunctionSymbol function)
    {
        if (function.Linkage != Linkage.Internal || function.IsUsedByOthers || function.Attributes.Constructor is not null || function.Attributes.Destructor is not null) return;
        if (!IsWarnableUnused(function.Attributes, function.Span) || (function.IsInline && !IsInMainFile(function.Span))) return;
        if (function.IsReferenced || _mentioned.Contains(function)) _diagnostics.UnneededFunction(function.Span, function.Name);
        else _diagnostics.UnusedFunction(function.Span, function.Name);
    }

    private void WarnUnusedInScope(Scope scope)
    {
        foreach (VariableSymbol local in scope.Locals)
        {
            if (local.Storage == StorageDuration.Parameter || local.Type.Type.IsError() || _mentioned.Contains(local) || !IsWarnableUnused(local.Attributes, local.Span) || local.Attributes.Cleanup is not null) continue;
            if (!local.IsReferenced) _diagnostics.UnusedVariable(local.Span, SourceName(local));
            else if (IsOnlyChanged(local)) _diagnostics.SetButNotUsed(local.Span, SourceName(local), isParameter: false);
        }
        foreach (TypedefSymbol typedef in scope.Typedefs)
        {
            if (!typedef.IsReferenced) _diagnostics.UnusedTypedef(typedef.Span, typedef.Name);
        }
    }

    private void WarnUnusedParameters(IEnumerable<VariableSymbol> parameters)
    {
        foreach (VariableSymbol parameter in parameters)
        {
            if (parameter.Name.Length == 0 || _mentioned.Contains(parameter) || !IsWarnableUnused(parameter.Attributes, parameter.Span)) continue;
            if (!parameter.IsReferenced) _diagnostics.UnusedParameter(parameter.Span, parameter.Name);
            else if (IsOnlyChanged(parameter) && _function!.ErrorsBefore == _diagnostics.HardErrors) _diagnostics.SetButNotUsed(parameter.Span, parameter.Name, isParameter: true);
        }
    }

    private static bool IsOnlyChanged(VariableSymbol variable) => variable.References > 0 && variable.References == variable.Changes;

    /// <summary>The value of an expression is dropped: a variable it only changes is not used by it.</summary>
    private void NoteDiscarded(BoundExpression e)
    {
        if (_unevaluated > 0) return;
        BoundExpression? target = e switch
        {
            BoundAssignment a => a.Target,
            BoundCompoundAssignment { Target.Type.IsVolatile: false } a => a.Target,
            _ => null,
        };
        if (target is BoundVariable { Symbol: var variable }) variable.Changes++;
    }
}
