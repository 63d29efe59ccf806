// -Wswitch: a switch over an enumeration without default should name every enumerator, and its cases should be enumerators.
namespace PopcornCC.Compiler.Semantics;

public sealed partial class Binder
{
    private readonly Dictionary<EnumType, List<EnumConstantSymbol>> _enumerators = [];

    private void RememberEnumerator(EnumType type, EnumConstantSymbol enumerator)
    {
        if (!_enumerators.TryGetValue(type, out List<EnumConstantSymbol>? list)) _enumerators.Add(type, list = []);
        list.Add(enumerator);
    }

    private void CheckEnumSwitch(EnumType type, SwitchContext context, Text.SourceSpan span)
    {
        if (!_enumerators.TryGetValue(type, out List<EnumConstantSymbol>? enumerators)) return;
        HashSet<Int128> values = [.. enumerators.Select(e => TypeFacts.Wrap(e.Value, context.Type))];
        foreach (BoundCaseLabel label in context.Cases)
        {
            if (!label.IsDefault && (!values.Contains(label.Low) || !values.Contains(label.High))) _diagnostics.CaseNotInEnumeration(label.Span, type);
        }
        if (context.Default is not null) return;
        HashSet<Int128> reported = [];
        List<string> missing = [];
        foreach (EnumConstantSymbol e in enumerators)
        {
            Int128 value = TypeFacts.Wrap(e.Value, context.Type);
            if (!context.Cases.Any(c => !c.IsDefault && c.Low <= value && value <= c.High) && reported.Add(value)) missing.Add(e.Name);
        }
        if (missing.Count > 0) _diagnostics.EnumeratorsNotHandled(span, missing);
    }

    private void WarnUnusedParameters(IEnumerable<VariableSymbol> parameters)
    {
        foreach (VariableSymbol parameter in parameters)
        {
            if (parameter.Name.Length > 0 && !parameter.IsReferenced && !_mentioned.Contains(parameter) && IsWarnableUnused(parameter.Attributes, parameter.Span))
                _diagnostics.UnusedParameter(parameter.Span, parameter.Name);
        }
    }
}
