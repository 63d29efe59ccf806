// Declaration specifiers and type names (C11 6.7.1 to 6.7.5, 6.7.7), and the question whether a token can begin them.
using System.Collections.Immutable;
using PopcornCC.Compiler.Preprocess;
using PopcornCC.Compiler.Text;

namespace PopcornCC.Compiler.Syntax;

public sealed partial class Parser
{
    /// <summary>Where specifiers stand: it decides what a name that is no type was meant to be.</summary>
    private enum SpecifierContext
    {
        External,
        Block,
        Member,
        Parameter,
        TypeName,
    }

    /// <summary>Whether the token <paramref name="distance"/> ahead begins a type name (also one of a compound literal, which may have a storage class).</summary>
    private bool BeginsTypeName(int distance)
    {
        Token token = _tokens.Peek(distance);
        if (token.Kind != TokenKind.Identifier) return false;
        Keyword word = _tokens.WordOf(token);
        if (word == Keyword.None) return _names.IsTypedef(token.Text);
        return word is >= Keyword.Bool and <= Keyword.Attribute or Keyword.Static or Keyword.Register or Keyword.ThreadLocal or Keyword.Constexpr;
    }

    /// <summary>Whether a declaration begins here (6.7), not counting attributes, labels and names nobody knows.</summary>
    private bool BeginsDeclaration()
    {
        if (Kind != TokenKind.Identifier) return false;
        int distance = 0;
        while (distance < 6 && _tokens.WordOf(_tokens.Peek(distance)) == Keyword.Extension) distance++;
        Token token = _tokens.Peek(distance);
        Keyword word = _tokens.WordOf(token);
        if (word == Keyword.None) return token.Kind == TokenKind.Identifier && _names.IsTypedef(token.Text);
        return word is >= Keyword.Auto and <= Keyword.Alignas or Keyword.StaticAssert;
    }

    /// <summary>6.7 declaration-specifiers, 6.7.2.1 specifier-qualifier-list</summary>
    private SpecifiersSyntax ParseSpecifiers(SpecifierContext context, ImmutableArray<AttributeSyntax> leading = default)
    {
        SourceSpan start = CurrentSpan;
        SpecifierBuilder b = new() { Attributes = leading.IsDefaultOrEmpty ? null : [.. leading] };
        bool any = !leading.IsDefaultOrEmpty;
        SourceSpan typeStart = start;
        while (!_panic)
        {
            if (Kind == TokenKind.LeftBracket && BeginsStandardAttribute())
            {
                ParseAttributes(ref b.Attributes);
                continue;
            }
            if (Kind != TokenKind.Identifier) break;
            Keyword word = Word;
            if (b.Type is RecordSyntax { IsDefinition: true } or EnumSyntax { IsDefinition: true } && StartsLine && (TypeWords.IsWord(word) || word is >= Keyword.Auto and <= Keyword.Void)) break;
            if (word == Keyword.None)
            {
                if (b.HasType) break;
                if (_names.IsTypedef(Current.Text))
                {
                    SourceSpan at = CurrentSpan;
                    b.Type = new TypedefNameSyntax(Advance().Text, at);
                }
                else if (IsUnknownType(context, any))
                {
                    SourceSpan at = CurrentSpan;
                    _diagnostics.UnknownTypeName(at, Current.Text, SuggestType(Current.Text));
                    Advance();
                    b.Type = new ErrorTypeSyntax(at);
                }
                else
                {
                    break;
                }
                any = true;
                continue;
            }
            if (TypeWords.IsWord(word))
            {
                if (!b.Words.Any) typeStart = CurrentSpan;
                AddTypeWord(ref b, word);
            }
            else if (!ParseOtherSpecifier(ref b, word, context))
            {
                break;
            }
            any = true;
        }
        TypeSpecifierSyntax type = b.Type ?? (b.Words.Any ? b.Words.ToSyntax(SpanFrom(typeStart)) : MissingType(ref b, start, context, any));
        return new SpecifiersSyntax(b.Storage, b.Qualifiers, b.Functions, type, b.Alignments is null ? [] : [.. b.Alignments], b.Attributes is null ? [] : [.. b.Attributes], b.IsExtension,
            any ? SpanFrom(start) : start with { Length = 0 });
    }

    private struct SpecifierBuilder
    {
        public StorageSpecifiers Storage;
        public QualifierSpecifiers Qualifiers;
        public FunctionSpecifiers Functions;
        public TypeSpecifierSyntax? Type;
        public TypeWords Words;
        public List<AlignasSyntax>? Alignments;
        public List<AttributeSyntax>? Attributes;
        public bool IsExtension;

        public readonly bool HasType => Type is not null || Words.Any;
    }

    private TypeSpecifierSyntax MissingType(ref SpecifierBuilder b, SourceSpan start, SpecifierContext context, bool any)
    {
        if (_panic) return new ErrorTypeSyntax(start);
        if (_language.IsC23 && (b.Storage & (StorageSpecifiers.Auto | StorageSpecifiers.Constexpr)) != 0)
        {
            b.Storage &= ~StorageSpecifiers.Auto;
            return new AutoTypeSyntax(SpanFrom(start));
        }
        bool empty = context is SpecifierContext.Parameter or SpecifierContext.TypeName or SpecifierContext.Member && !any;
        if (empty || (!IsIdentifier && Kind is not (TokenKind.Star or TokenKind.LeftParen or TokenKind.Comma or TokenKind.RightParen or TokenKind.Semicolon)))
        {
            StartPanic();
            _diagnostics.Expected(CurrentSpan, context switch
            {
                SpecifierContext.Parameter => "parameter declarator",
                SpecifierContext.Member => "member name or ';' after declaration specifiers",
                _ => "a type",
            });
            return new ErrorTypeSyntax(start);
        }
        _diagnostics.ImplicitInt(CurrentSpan, _language.Standard);
        return new ImplicitIntSyntax(start);
    }

    /// <summary>Whether an identifier that is no typedef name, where a type is looked for, must have been meant as one.</summary>
    private bool IsUnknownType(SpecifierContext context, bool afterOther)
    {
        Token next = _tokens.Peek(1);
        Keyword nextWord = _tokens.WordOf(next);
        bool nextIsName = next.Kind == TokenKind.Identifier && (next.Flags & TokenFlags.StartOfLine) == 0
            && (nextWord is Keyword.None or >= Keyword.Bool and <= Keyword.Void or Keyword.Const or Keyword.Volatile or Keyword.Restrict);
        switch (context)
        {
            case SpecifierContext.TypeName or SpecifierContext.Member:
                return true;
            case SpecifierContext.Parameter:
                return !afterOther || next.Kind is TokenKind.Star || nextIsName;
            case SpecifierContext.Block when !afterOther:
                return nextIsName;
        }
        if (nextIsName) return true;
        if (next.Kind != TokenKind.Star) return false;
        Token behind = _tokens.Peek(2);
        return behind.Kind is TokenKind.Identifier or TokenKind.Star;
    }

    private string? SuggestType(string name) => SpellingSuggestion.Find(name,
        _names.Typedefs.Where(t => !t.StartsWith("__", StringComparison.Ordinal)).Concat(["int", "char", "long", "short", "unsigned", "signed", "float", "double", "void", "struct", "static", "const", "return"]));

    private void AddTypeWord(ref SpecifierBuilder b, Keyword word)
    {
        if (b.Type is not null)
        {
            if (StartPanic()) _diagnostics.CannotCombineSpecifiers(CurrentSpan, Describe(b.Type));
            _panic = false;
        }
        else
        {
            string text = b.Words.Text;
            if (!b.Words.Add(word, Current.Text)) _diagnostics.CannotCombineSpecifiers(CurrentSpan, text);
        }
        Advance();
    }

    private static string Describe(TypeSpecifierSyntax type) => type switch
    {
        TypedefNameSyntax t => t.Name,
        RecordSyntax { IsUnion: true } => "union",
        RecordSyntax => "struct",
        EnumSyntax => "enum",
        TypeofSyntax => "typeof",
        AtomicTypeSyntax => "_Atomic",
        AutoTypeSyntax => "__auto_type",
        _ => "type",
    };

    /// <summary>Everything but basic type words and typedef names; false when the keyword is no specifier.</summary>
    private bool ParseOtherSpecifier(ref SpecifierBuilder b, Keyword word, SpecifierContext context)
    {
        SourceSpan start = CurrentSpan;
        switch (word)
        {
            case Keyword.Const:
                AddQualifier(ref b, QualifierSpecifiers.Const);
                break;
            case Keyword.Volatile:
                AddQualifier(ref b, QualifierSpecifiers.Volatile);
                break;
            case Keyword.Restrict:
                AddQualifier(ref b, QualifierSpecifiers.Restrict);
                break;
            case Keyword.Atomic when _tokens.Peek(1).Kind != TokenKind.LeftParen:
                WarnBeforeC11();
                AddQualifier(ref b, QualifierSpecifiers.Atomic);
                break;
            case Keyword.Inline:
                b.Functions |= FunctionSpecifiers.Inline;
                CheckFunctionSpecifier(context);
                break;
            case Keyword.Noreturn:
                WarnBeforeC11();
                b.Functions |= FunctionSpecifiers.Noreturn;
                CheckFunctionSpecifier(context);
                break;
            case Keyword.Extension:
                b.IsExtension = true;
                break;
            case Keyword.Typedef:
                AddStorage(ref b, StorageSpecifiers.Typedef, context);
                break;
            case Keyword.Extern:
                AddStorage(ref b, StorageSpecifiers.Extern, context);
                break;
            case Keyword.Static:
                AddStorage(ref b, StorageSpecifiers.Static, context);
                break;
            case Keyword.ThreadLocal:
                WarnBeforeC11();
                AddStorage(ref b, StorageSpecifiers.ThreadLocal, context);
                break;
            case Keyword.Auto:
                AddStorage(ref b, StorageSpecifiers.Auto, context);
                break;
            case Keyword.Register:
                AddStorage(ref b, StorageSpecifiers.Register, context);
                break;
            case Keyword.Constexpr:
                AddStorage(ref b, StorageSpecifiers.Constexpr, context);
                break;
            case Keyword.Attribute:
                ParseAttributes(ref b.Attributes);
                return true;
            case Keyword.Alignas:
                WarnBeforeC11();
                (b.Alignments ??= []).Add(ParseAlignas());
                return true;
            case Keyword.Struct or Keyword.Union:
                SetType(ref b, start, ParseRecord());
                return true;
            case Keyword.Enum:
                SetType(ref b, start, ParseEnum());
                return true;
            case Keyword.Typeof or Keyword.TypeofUnqual:
                if (!_language.IsC23 && Current.Text == "typeof") _diagnostics.ExtensionToken(start);
                SetType(ref b, start, ParseTypeof(word == Keyword.TypeofUnqual));
                return true;
            case Keyword.Atomic:
                SourceSpan at = CurrentSpan;
                Advance();
                TypeNameSyntax inner = ParseParenthesizedTypeName(out _);
                SetType(ref b, start, new AtomicTypeSyntax(inner, SpanFrom(at)));
                return true;
            case Keyword.AutoType:
                _diagnostics.AutoType(start);
                Advance();
                SetType(ref b, start, new AutoTypeSyntax(start));
                return true;
            default:
                return false;
        }
        Advance();
        return true;
    }

    private void AddQualifier(ref SpecifierBuilder b, QualifierSpecifiers qualifier)
    {
        if ((b.Qualifiers & qualifier) != 0) _diagnostics.DuplicateSpecifier(CurrentSpan, Current.Text);
        b.Qualifiers |= qualifier;
    }

    // gcc's own spellings of these are older than the standard's.
    private void WarnBeforeC11()
    {
        if (_language.Standard < LanguageStandard.C11 && Current.Text.Length > 1 && Current.Text[0] == '_' && Current.Text[1] != '_') _diagnostics.LaterStandard(CurrentSpan, $"'{Current.Text}' is", "C11");
    }

    private void SetType(ref SpecifierBuilder b, SourceSpan span, TypeSpecifierSyntax type)
    {
        if (b.HasType)
        {
            if (!_panic) _diagnostics.CannotCombineSpecifiers(span, b.Type is null ? b.Words.Text : Describe(b.Type));
            return;
        }
        b.Type = type;
    }

    private void CheckFunctionSpecifier(SpecifierContext context)
    {
        if (context is SpecifierContext.Member or SpecifierContext.Parameter or SpecifierContext.TypeName)
            _diagnostics.SpecifierNotAllowed(CurrentSpan, Current.Text, Where(context));
    }

    private static string Where(SpecifierContext context) => context switch
    {
        SpecifierContext.Member => "on a member",
        SpecifierContext.Parameter => "on a parameter",
        SpecifierContext.TypeName => "in a type name",
        SpecifierContext.External => "at file scope",
        _ => "here",
    };

    /// <summary>6.7.1p2: at most one storage class, thread_local going with static and extern (C23: constexpr with several).</summary>
    private void AddStorage(ref SpecifierBuilder b, StorageSpecifiers storage, SpecifierContext context)
    {
        bool allowed = context switch
        {
            SpecifierContext.Member => false,
            SpecifierContext.Parameter => storage == StorageSpecifiers.Register,
            SpecifierContext.TypeName => storage is StorageSpecifiers.Static or StorageSpecifiers.Register or StorageSpecifiers.ThreadLocal or StorageSpecifiers.Constexpr,
            SpecifierContext.External => storage is not (StorageSpecifiers.Auto or StorageSpecifiers.Register) || (_language.IsC23 && storage == StorageSpecifiers.Auto)
                || storage == StorageSpecifiers.Register,
            _ => true,
        };
        StorageSpecifiers partners = storage switch
        {
            StorageSpecifiers.ThreadLocal => StorageSpecifiers.Static | StorageSpecifiers.Extern | StorageSpecifiers.Constexpr,
            StorageSpecifiers.Static => StorageSpecifiers.ThreadLocal | StorageSpecifiers.Constexpr | StorageSpecifiers.Auto,
            StorageSpecifiers.Extern => StorageSpecifiers.ThreadLocal | StorageSpecifiers.Auto,
            StorageSpecifiers.Constexpr => StorageSpecifiers.Static | StorageSpecifiers.ThreadLocal | StorageSpecifiers.Auto | StorageSpecifiers.Register,
            StorageSpecifiers.Auto => _language.IsC23 ? StorageSpecifiers.Static | StorageSpecifiers.Extern | StorageSpecifiers.Constexpr | StorageSpecifiers.Register : 0,
            StorageSpecifiers.Register => StorageSpecifiers.Constexpr,
            _ => 0,
        };
        if (allowed && (b.Storage & storage) != 0) _diagnostics.DuplicateSpecifier(CurrentSpan, Current.Text);
        StorageSpecifiers others = b.Storage & ~partners & ~storage;
        if (!allowed) _diagnostics.SpecifierNotAllowed(CurrentSpan, Current.Text, Where(context));
        else if (others != 0) _diagnostics.CannotCombineSpecifiers(CurrentSpan, Spell(others));
        else b.Storage |= storage;
    }

    private static string Spell(StorageSpecifiers storage) => storage switch
    {
        StorageSpecifiers.Typedef => "typedef",
        StorageSpecifiers.Extern => "extern",
        StorageSpecifiers.Static => "static",
        StorageSpecifiers.Auto => "auto",
        StorageSpecifiers.Register => "register",
        StorageSpecifiers.Constexpr => "constexpr",
        _ => "_Thread_local",
    };

    /// <summary>6.7.5 alignment-specifier</summary>
    private AlignasSyntax ParseAlignas()
    {
        SourceSpan start = CurrentSpan;
        Advance();
        SourceSpan open = Open(TokenKind.LeftParen, "after '_Alignas'");
        TypeNameSyntax? type = null;
        ExpressionSyntax? value = null;
        if (BeginsTypeName(0)) type = ParseTypeName();
        else value = ParseConditional();
        Close(TokenKind.RightParen, open);
        return new AlignasSyntax(type, value, SpanFrom(start));
    }

    private TypeofSyntax ParseTypeof(bool unqualified)
    {
        SourceSpan start = CurrentSpan;
        string name = Advance().Text;
        SourceSpan open = Open(TokenKind.LeftParen, $"after '{name}'");
        TypeNameSyntax? type = null;
        ExpressionSyntax? expression = null;
        if (BeginsTypeName(0)) type = ParseTypeName();
        else expression = ParseExpression();
        Close(TokenKind.RightParen, open);
        return new TypeofSyntax(expression, type, unqualified, SpanFrom(start));
    }

    /// <summary>6.7.7 type-name</summary>
    private TypeNameSyntax ParseTypeName()
    {
        SpecifiersSyntax specifiers = ParseSpecifiers(SpecifierContext.TypeName);
        DeclaratorSyntax declarator = ParseDeclarator(DeclaratorForm.Abstract);
        return new TypeNameSyntax(specifiers, declarator, SpanFrom(specifiers.Span));
    }
}
