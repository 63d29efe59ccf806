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

    /// <summary>Gives the warnings; the result says whether every enumerator has a case.</summary>
    private bool CheckEnumSwitch(EnumType type, SwitchContext context, Text.SourceSpan span)
    {
        if (!_enumerators.TryGetValue(type, out List<EnumConstantSymbol>? enumerators)) return false;
        HashSet<Int128> values = [.. enumerators.Select(e => TypeFacts.Wrap(e.Value, context.Type))];
        foreach (BoundCaseLabel label in context.Cases)
        {
            if (!label.IsDefault && (!values.Contains(label.Low) || !values.Contains(label.High))) _diagnostics.CaseNotInEnumeration(label.Span, type);
        }
        HashSet<Int128> reported = [];
        List<string> missing = [];
        foreach (EnumConstantSymbol e in enumerators)
        {
            Int128 value = TypeFacts.Wrap(e.Value, context.Type);
            if (!context.Cases.Any(c => !c.IsDefault && c.Low <= value && value <= c.High) && reported.Add(value)) missing.Add(e.Name);
        }
        if (missing.Count > 0)
        {
            if (context.Default is null) _diagnostics.EnumeratorsNotHandled(span, missing);
            else _diagnostics.EnumeratorsNotNamed(span, missing);
        }
        return missing.Count == 0;
    }
}
