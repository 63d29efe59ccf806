// GNU attributes of declared names. The table of names is in Attributes.cs; here is what needs scopes and constant evaluation: the function of cleanup, alignments.
using System.Collections.Immutable;
using PopcornCC.Compiler.Syntax;
using PopcornCC.Compiler.Text;

namespace PopcornCC.Compiler.Semantics;

public sealed partial class Binder
{
    private SymbolAttributes BindAttributes(SymbolAttributes attributes, AttributeSubject subject, QualType type, params ReadOnlySpan<ImmutableArray<AttributeSyntax>> lists)
    {
        foreach (ImmutableArray<AttributeSyntax> list in lists)
        {
            if (list.IsDefaultOrEmpty) continue;
            foreach (AttributeSyntax attribute in list)
            {
                if (!AttributeRules.Check(attribute, subject, _diagnostics) || !CheckAttribute(attribute, subject, type)) continue;
                attributes = attribute.Name == "cleanup" ? BindCleanup(attributes, attribute, type) : Attributes.Apply(attributes, attribute, BindIntegerConstant, _diagnostics);
            }
        }
        return attributes;
    }

    // What depends on the type.
    private bool CheckAttribute(AttributeSyntax attribute, AttributeSubject subject, QualType type)
    {
        while (type.Type is ArrayType array) type = array.Element;
        FunctionType? function = type.Type as FunctionType ?? (type.Type as PointerType)?.Pointee.Type as FunctionType;
        switch (attribute.Name)
        {
            case "weak" when subject == AttributeSubject.LocalVariable:
                _diagnostics.WeakInternal(attribute.Span);
                return false;
            case "noreturn" when attribute.Style == AttributeStyle.Gnu && function is null && subject != AttributeSubject.Typedef && !type.Type.IsError():
                _diagnostics.AttributeIgnored(attribute.Span, $"'noreturn' only applies to function types; type here is {TypePrinter.Quote(type)}");
                return false;
            case "malloc" when function is not null && function.ReturnType.Type is not PointerType && !function.ReturnType.Type.IsError():
                _diagnostics.AttributeIgnored(attribute.Span, "'malloc' attribute only applies to return values that are pointers");
                return false;
            case "warn_unused_result" or "nodiscard" when function is not null && function.ReturnType.Type.IsVoid():
                _diagnostics.AttributeIgnored(attribute.Span, $"attribute '{attribute.Name}' cannot be applied to functions without return value");
                return false;
            case "packed" when subject is AttributeSubject.Function or AttributeSubject.GlobalVariable or AttributeSubject.LocalVariable or AttributeSubject.Parameter:
                _diagnostics.AttributeIgnored(attribute.Span, "'packed' attribute ignored");
                return false;
            case "nonnull" when function is not null:
                return CheckNonNull(attribute, function);
            case "format" when function is null && !type.Type.IsError():
                _diagnostics.AttributeSubjects(attribute.Span, "format", "Objective-C methods, blocks, and non-K&R-style functions", isError: false);
                return false;
            case "format":
                return function is null || CheckFormat(attribute, function);
            default:
                return true;
        }
    }

    private bool CheckNonNull(AttributeSyntax attribute, FunctionType function)
    {
        if (!function.HasPrototype) return true;
        if (attribute.Arguments.IsEmpty)
        {
            if (function.Parameters.Any(p => p.Type is PointerType)) return true;
            _diagnostics.AttributeIgnored(attribute.Span, "'nonnull' attribute applied to function with no pointer arguments");
            return false;
        }
        for (int i = 0; i < attribute.Arguments.Length; i++)
        {
            if (attribute.Arguments[i] is not ExpressionSyntax e || ValueOf(e) is not { } number) continue;
            if (number < 1 || number > function.Parameters.Length)
            {
                if (number >= 1 && function.IsVariadic) continue;
                _diagnostics.AttributeParameter(attribute.Span, "nonnull", i + 1);
                return false;
            }
            if (function.Parameters[(int)number - 1].Type is PointerType or RecordType { IsTransparentUnion: true }) continue;
            _diagnostics.AttributeIgnored(attribute.Span, "'nonnull' attribute only applies to pointer arguments");
            return false;
        }
        return true;
    }

    private bool CheckFormat(AttributeSyntax attribute, FunctionType function)
    {
        if (!function.HasPrototype || attribute.Arguments is not [NameSyntax kind, ExpressionSyntax format, ExpressionSyntax first]) return true;
        if (Attributes.FormatKindOf(kind.Name) is not { } language)
        {
            if (!Attributes.IsForeignFormat(kind.Name)) _diagnostics.AttributeArgumentUnknown(attribute.Span, "format", kind.Name);
            return false;
        }
        if (ValueOf(format) is not { } f || ValueOf(first) is not { } a) return true;
        if (f < 1 || f > function.Parameters.Length)
        {
            _diagnostics.AttributeParameter(attribute.Span, "format", 2);
            return false;
        }
        if (function.Parameters[(int)f - 1].Type is not PointerType { Pointee.Type: var pointee } || !pointee.IsCharacter())
        {
            _diagnostics.FormatNotString(attribute.Span);
            return false;
        }
        if (a == 0 || language is FormatKind.Strftime) return true;
        if (!function.IsVariadic)
        {
            _diagnostics.FormatNotVariadic(attribute.Span);
            return false;
        }
        if (a == function.Parameters.Length + 1) return true;
        _diagnostics.AttributeParameter(attribute.Span, "format", 3);
        return false;
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

    // What is declared deprecated and is no variable, function or typedef, by where its name is declared: members, enumerators, tags.
    private readonly Dictionary<SourceSpan, string> _deprecatedPlaces = [];
    private readonly Dictionary<CType, string> _deprecatedTypes = [];

    private void MarkDeprecated(SourceSpan place, params ReadOnlySpan<ImmutableArray<AttributeSyntax>> lists)
    {
        SymbolAttributes marks = BindDeprecation(lists);
        if (marks.Deprecated) _deprecatedPlaces[place] = marks.DeprecatedMessage ?? "";
    }

    private void WarnDeprecatedPlace(SourceSpan use, string name, SourceSpan declared)
    {
        if (_deprecatedPlaces.Count > 0 && _deprecatedPlaces.TryGetValue(declared, out string? message)) WarnDeprecated(use, name, message, declared);
    }

    private void UseDeprecated(IdentifierSyntax? tag, CType type, bool isDefinition, ImmutableArray<AttributeSyntax> attributes)
    {
        if (tag is null) return;
        if (BindDeprecation(attributes) is { Deprecated: true } marks) _deprecatedTypes[type] = marks.DeprecatedMessage ?? "";
        else if (!isDefinition && _deprecatedTypes.TryGetValue(type, out string? message)) WarnDeprecated(tag.Span, tag.Name, message, _tagSpans.GetValueOrDefault(type));
    }

    // What is deprecated itself may use what is.
    private void WarnDeprecated(SourceSpan use, string name, string? message, SourceSpan declared)
    {
        if (_function is not { Symbol.Attributes.Deprecated: true }) _diagnostics.DeprecatedUse(use, name, message, declared);
    }

    private SymbolAttributes BindCleanup(SymbolAttributes attributes, AttributeSyntax attribute, QualType type)
    {
        if (attribute.Arguments is not [NameSyntax name])
        {
            _diagnostics.CleanupNotFunction(attribute.Arguments[0].Span, null);
            return attributes;
        }
        switch (_scope.Lookup(name.Name))
        {
            case FunctionSymbol { Type: var declared } function:
                MarkReferenced(function);
                PointerType wanted = new(type);
                if (declared.HasPrototype && declared.Parameters.Length != 1) _diagnostics.CleanupParameters(name.Span, function.Name);
                else if (declared.HasPrototype && declared.Parameters[0].Type is not PointerType { Pointee.Type: var p } || (declared.HasPrototype && declared.Parameters[0].Type is PointerType { Pointee.Type: var q }
                    && !q.IsVoid() && !TypeCompatibility.AreCompatible(q, type.Type) && !type.Type.IsError() && !AgreeButForQualifiers(q, type.Type)))
                    _diagnostics.CleanupType(name.Span, function.Name, declared.Parameters[0], wanted);
                return attributes with { Cleanup = function };
            case null:
                BindName(name);
                return attributes;
            default:
                _diagnostics.CleanupNotFunction(name.Span, name.Name);
                return attributes;
        }
    }
}
