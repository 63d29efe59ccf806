// Structs, unions and enumerations (C11 6.7.2.1 to 6.7.2.3): tags and their scopes, members, enumerators. Layout is RecordLayout's.
using System.Collections.Immutable;
using PopcornCC.Compiler.Syntax;
using PopcornCC.Compiler.Text;

namespace PopcornCC.Compiler.Semantics;

public sealed partial class Binder
{
    private readonly HashSet<CType> _beingDefined = [];
    private readonly Dictionary<CType, SourceSpan> _tagSpans = [];

    private CType BindRecord(RecordSyntax syntax, bool isBare)
    {
        RecordType record = FindTag(syntax.Tag, syntax.IsDefinition, isBare, syntax.Span, t => t is RecordType r && r.IsUnion == syntax.IsUnion,
            (name, id) => new RecordType(name, syntax.IsUnion, id)) as RecordType ?? MakeAnonymousRecord(syntax.IsUnion);
        if (syntax.Tag is not null && record.Tag is null && !syntax.IsDefinition) return BuiltinType.Error;
        UseDeprecated(syntax.Tag, record, syntax.IsDefinition, syntax.Attributes);
        BindAttributes(SymbolAttributes.None, syntax.IsUnion ? AttributeSubject.Union : AttributeSubject.Struct, record, syntax.Attributes);
        if (HasAttribute(syntax.Attributes, "may_alias")) record.MayAlias = true;
        if (HasAttribute(syntax.Attributes, "transparent_union")) record.IsTransparentUnion = true;
        if (!syntax.IsDefinition) return record;
        if (record.IsComplete || !_beingDefined.Add(record))
        {
            _diagnostics.Redefinition(syntax.Tag?.Span ?? syntax.Span, TypePrinter.Print(record), _tagSpans.GetValueOrDefault(record));
            record = MakeAnonymousRecord(syntax.IsUnion);
        }
        _tagSpans[record] = record.Span = syntax.Tag?.Span ?? syntax.Span;
        List<MemberDeclaration> members = [];
        Dictionary<string, SourceSpan> names = new(StringComparer.Ordinal);
        foreach (DeclarationSyntax member in syntax.Members) BindMember(member, members, names);
        if (syntax.Members.IsEmpty) _diagnostics.EmptyRecord(syntax.Span, syntax.IsUnion);
        CheckFlexibleMembers(record, members);
        bool packed = HasAttribute(syntax.Attributes, "packed");
        RecordLayout.Complete(record, members, packed, syntax.Pack, BindAlignment([], syntax.Attributes));
        _beingDefined.Remove(record);
        return record;
    }

    private RecordType MakeAnonymousRecord(bool isUnion) => new(null, isUnion, _nextTypeId++);

    // 6.7.2.3: which type a tag means here; null when it has none or clashes.
    private CType? FindTag(IdentifierSyntax? tag, bool isDefinition, bool isBare, SourceSpan span, Func<CType, bool> isRightKind, Func<string, int, CType> make)
    {
        if (tag is null) return null;
        CType? found = isDefinition || isBare ? _scope.TryGetTagHere(tag.Name, out CType? here) ? here : null : _scope.LookupTag(tag.Name);
        if (found is not null)
        {
            if (isRightKind(found)) return found;
            _diagnostics.WrongTagKind(span, tag.Name, _tagSpans.GetValueOrDefault(found));
            return null;
        }
        CType type = make(tag.Name, _nextTypeId++);
        if (_scope.Kind == ScopeKind.Prototype) _diagnostics.TagInParameters(tag.Span, type);
        _scope.SetTag(tag.Name, type);
        _tagSpans[type] = tag.Span;
        return type;
    }

    private void BindMember(DeclarationSyntax member, List<MemberDeclaration> members, Dictionary<string, SourceSpan> names)
    {
        switch (member)
        {
            case StaticAssertSyntax assert:
                BindStaticAssert(assert);
                return;
            case FieldDeclarationSyntax { Declarators.Length: 0 } field:
                BindAnonymousMember(field, members, names);
                return;
            case FieldDeclarationSyntax field:
                SpecifiedType specified = BindSpecifiers(field.Specifiers);
                foreach (FieldDeclaratorSyntax declarator in field.Declarators) BindField(field, declarator, specified, members, names);
                return;
            case EmptyDeclarationSyntax or AttributeDeclarationSyntax:
                return;
            default:
                _diagnostics.NotAMember(member.Span);
                return;
        }
    }

    private void BindAnonymousMember(FieldDeclarationSyntax field, List<MemberDeclaration> members, Dictionary<string, SourceSpan> names)
    {
        SpecifiedType specified = BindSpecifiers(field.Specifiers, isBare: true);
        if (specified.Type.Type is not RecordType { Tag: null } inner)
        {
            if (field.Specifiers.Type is not (RecordSyntax { IsDefinition: true } or EnumSyntax or ErrorTypeSyntax)) _diagnostics.DeclaresNothing(field.Span);
            return;
        }
        if (_options.Language.Standard < LanguageStandard.C11) _diagnostics.AnonymousRecord(field.Span, inner.IsUnion);
        foreach (FieldSymbol f in AllNames(inner)) AddMemberName(f.Name!, f.Span, names);
        members.Add(new MemberDeclaration(null, specified.Type, null, BindAlignment(field.Specifiers.Alignments, field.Specifiers.Attributes),
            specified.Alignment, HasAttribute(field.Specifiers.Attributes, "packed"), field.Span));
    }

    private static IEnumerable<FieldSymbol> AllNames(RecordType record) =>
        record.Fields.SelectMany(f => f.Name is not null ? [f] : f.Type.Type is RecordType inner ? AllNames(inner) : []);

    private void AddMemberName(string name, SourceSpan span, Dictionary<string, SourceSpan> names)
    {
        if (!names.TryAdd(name, span)) _diagnostics.DuplicateMember(span, name, names[name]);
    }

    private void BindField(FieldDeclarationSyntax field, FieldDeclaratorSyntax syntax, SpecifiedType specified, List<MemberDeclaration> members,
        Dictionary<string, SourceSpan> names)
    {
        Declared declared = BindDeclarator(specified, syntax.Declarator);
        QualType type = ApplyTypeAttributes(declared.Type, syntax.Attributes);
        SourceSpan span = declared.Name?.Span ?? syntax.Span;
        string? name = declared.Name?.Name;
        if (type.Type.IsVariablyModified())
        {
            TakeSizes();
            _diagnostics.VariablyModifiedMember(span, name ?? "");
            type = BuiltinType.Error;
        }
        if (type.Type is FunctionType)
        {
            _diagnostics.FunctionMember(span, name ?? "");
            type = BuiltinType.Error;
        }
        else if (!type.Type.IsComplete() && type.Type is not ArrayType { Length: null } && !type.Type.IsError())
        {
            _diagnostics.IncompleteMember(span, name ?? "", type);
            type = BuiltinType.Error;
        }
        int? width = null;
        if (syntax.BitWidth is not null)
        {
            width = BindBitWidth(syntax.BitWidth, ref type, name, span);
            if (!field.Specifiers.Alignments.IsDefaultOrEmpty) _diagnostics.AlignasMisplaced(field.Specifiers.Alignments[0].Span, "a bit-field");
            if (width is null) return;
        }
        MarkDeprecated(span, field.Specifiers.Attributes, declared.Attributes, syntax.Attributes);
        if (name is not null) AddMemberName(name, span, names);
        else if (width is null)
        {
            _diagnostics.DeclaresNothing(syntax.Span);
            return;
        }
        int alignment = BindAlignment(field.Specifiers.Alignments, field.Specifiers.Attributes, declared.Attributes, syntax.Attributes);
        BindAttributes(SymbolAttributes.None, AttributeSubject.Member, type, field.Specifiers.Attributes, declared.Attributes, syntax.Attributes);
        bool packed = HasAttribute(field.Specifiers.Attributes, "packed") || HasAttribute(syntax.Attributes, "packed") || HasAttribute(declared.Attributes, "packed");
        members.Add(new MemberDeclaration(name, type, width, alignment, declared.Alignment, packed, span));
    }

    private int? BindBitWidth(ExpressionSyntax syntax, ref QualType type, string? name, SourceSpan span)
    {
        if (BindIntegerConstant(syntax) is not Int128 width) return null;
        if (type.Type.IsError()) return null;
        if (!type.Type.IsInteger())
        {
            _diagnostics.BitFieldType(span, name, type);
            return null;
        }
        if (width < 0 || (width == 0 && name is not null) || width > type.Type.Bits())
        {
            _diagnostics.BitFieldWidth(span, name, width, type);
            return null;
        }
        return (int)width;
    }

    // 6.7.2.1p18: only the last member of a struct that has another named one. Gnu: also alone, and in unions.
    private void CheckFlexibleMembers(RecordType record, List<MemberDeclaration> members)
    {
        for (int i = 0; i < members.Count; i++)
        {
            if (members[i].Type.Type is not ArrayType { Length: null, IsVariable: false } array || record.IsUnion || i == members.Count - 1) continue;
            _diagnostics.FlexibleNotLast(members[i].Span, members[i].Name ?? "");
            members[i] = members[i] with { Type = array with { Length = 0 } };
        }
    }

    private CType BindEnum(EnumSyntax syntax, bool isBare)
    {
        EnumType type = FindTag(syntax.Tag, syntax.IsDefinition, isBare, syntax.Span, t => t is EnumType, (name, id) => new EnumType(name, id)) as EnumType
            ?? new EnumType(null, _nextTypeId++);
        if (syntax.Tag is not null && type.Tag is null && !syntax.IsDefinition) return BuiltinType.Error;
        UseDeprecated(syntax.Tag, type, syntax.IsDefinition, syntax.Attributes);
        if (syntax.Underlying is not null)
        {
            QualType underlying = BindTypeName(syntax.Underlying);
            if (underlying.Type.Underlying() is BuiltinType b && b.IsInteger()) type.Underlying = b;
            else if (!underlying.Type.IsError()) _diagnostics.EnumUnderlying(syntax.Underlying.Span, underlying);
            if (!syntax.IsDefinition) type.IsComplete = true;
        }
        BindAttributes(SymbolAttributes.None, AttributeSubject.Enum, type, syntax.Attributes);
        if (!syntax.IsDefinition) return type;
        if ((type.IsComplete && syntax.Underlying is null) || !_beingDefined.Add(type))
        {
            _diagnostics.Redefinition(syntax.Tag?.Span ?? syntax.Span, TypePrinter.Print(type), _tagSpans.GetValueOrDefault(type));
            type = new EnumType(null, _nextTypeId++);
        }
        BindEnumerators(syntax, type);
        _beingDefined.Remove(type);
        return type;
    }

    private void BindEnumerators(EnumSyntax syntax, EnumType type)
    {
        Int128 next = 0, low = 0, high = 0;
        bool isFixed = syntax.Underlying is not null;
        foreach (EnumeratorSyntax enumerator in syntax.Enumerators)
        {
            Int128 value = enumerator.Value is null ? next : BindIntegerConstant(enumerator.Value) ?? next;
            CType constantType = isFixed ? type.Underlying : TypeFacts.Fits(value, BuiltinType.Int) ? BuiltinType.Int
                : TypeFacts.Fits(value, BuiltinType.UInt) ? BuiltinType.UInt : TypeFacts.Fits(value, BuiltinType.Long) ? BuiltinType.Long : BuiltinType.ULong;
            if (!isFixed && !TypeFacts.Fits(value, BuiltinType.Int) && _options.Language.Standard < LanguageStandard.C23) _diagnostics.EnumeratorBeyondInt(enumerator.Name.Span, value);
            if (isFixed ? !TypeFacts.Fits(value, type.Underlying) : !TypeFacts.Fits(value, BuiltinType.Long) && !TypeFacts.Fits(value, BuiltinType.ULong))
            {
                _diagnostics.EnumeratorRange(enumerator.Span, enumerator.Name.Name);
                value = TypeFacts.Wrap(value, constantType);
            }
            EnumConstantSymbol symbol = new(enumerator.Name.Name, constantType, value, enumerator.Name.Span);
            MarkDeprecated(symbol.Span, enumerator.Attributes);
            RememberEnumerator(type, symbol);
            if (CanDeclare(enumerator.Name)) _scope.Set(enumerator.Name.Name, symbol);
            low = Int128.Min(low, value);
            high = Int128.Max(high, value);
            next = value + 1;
        }
        if (_enumerators.TryGetValue(type, out List<EnumConstantSymbol>? all)) type.Enumerators = all;
        type.Span = syntax.Tag?.Span ?? syntax.Span;
        if (!isFixed) type.Underlying = ChooseUnderlying(low, high, HasAttribute(syntax.Attributes, "packed"));
        type.IsComplete = true;
    }

    private static BuiltinType ChooseUnderlying(Int128 low, Int128 high, bool packed)
    {
        ReadOnlySpan<BuiltinType> candidates = (low < 0, packed) switch
        {
            (false, false) => [BuiltinType.UInt, BuiltinType.ULong],
            (true, false) => [BuiltinType.Int, BuiltinType.Long],
            (false, true) => [BuiltinType.UChar, BuiltinType.UShort, BuiltinType.UInt, BuiltinType.ULong],
            (true, true) => [BuiltinType.SChar, BuiltinType.Short, BuiltinType.Int, BuiltinType.Long],
        };
        foreach (BuiltinType candidate in candidates)
        {
            if (TypeFacts.Fits(low, candidate) && TypeFacts.Fits(high, candidate)) return candidate;
        }
        return candidates[^1];
    }

    // A name may be declared once in a scope (6.7p3); the parser's own doubles are caught here.
    private bool CanDeclare(IdentifierSyntax name)
    {
        if (!_scope.TryGetHere(name.Name, out Symbol? previous) || previous.Span == SourceSpan.None) return true;
        _diagnostics.Redefinition(name.Span, name.Name, previous.Span);
        return false;
    }

    /// <summary>Finds a member by name, through anonymous ones (6.7.2.1p13): the way to it, outermost first.</summary>
    private static ImmutableArray<FieldSymbol> FindMember(RecordType record, string name)
    {
        foreach (FieldSymbol field in record.Fields)
        {
            if (field.Name == name) return [field];
            if (field.Name is null && field.Type.Type is RecordType inner && FindMember(inner, name) is { Length: > 0 } path) return [field, .. path];
        }
        return [];
    }
}
