// GNU attributes of declared names. The table of names is in Attributes.cs; here is what needs scopes and constant evaluation: the function of cleanup, alignments.
using System.Collections.Immutable;
using PopcornCC.Compiler.Syntax;

namespace PopcornCC.Compiler.Semantics;

public sealed partial class Binder
{
    private SymbolAttributes BindAttributes(SymbolAttributes attributes, params ReadOnlySpan<ImmutableArray<AttributeSyntax>> lists)
    {
        foreach (ImmutableArray<AttributeSyntax> list in lists)
        {
            if (list.IsDefaultOrEmpty) continue;
            foreach (AttributeSyntax attribute in list)
            {
                attributes = attribute.Name == "cleanup" ? BindCleanup(attributes, attribute) : Attributes.Apply(attributes, attribute, BindIntegerConstant, _diagnostics);
            }
        }
        return attributes;
    }

    /// <summary>Only whether these make a name deprecated.</summary>
    private SymbolAttributes BindDeprecation(params ReadOnlySpan<ImmutableArray<AttributeSyntax>> lists)
    {
        SymbolAttributes attributes = SymbolAttributes.None;
        foreach (ImmutableArray<AttributeSyntax> list in lists)
        {
            foreach (AttributeSyntax attribute in list.IsDefault ? [] : list)
            {
                if (attribute.Name == "deprecated") attributes = Attributes.Apply(attributes, attribute, BindIntegerConstant, _diagnostics);
            }
        }
        return attributes;
    }

    private SymbolAttributes BindCleanup(SymbolAttributes attributes, AttributeSyntax attribute)
    {
        if (attribute.Arguments is [NameSyntax name] && _scope.Lookup(name.Name) is FunctionSymbol function)
        {
            MarkReferenced(function);
            return attributes with { Cleanup = function };
        }
        _diagnostics.CleanupFunction(attribute.Span);
        return attributes;
    }
}
