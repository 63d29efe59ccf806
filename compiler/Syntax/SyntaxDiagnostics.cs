// What the parser can say (PCC20nn: syntax; PCC21nn: literals and pragmas). Wording follows clang's, which users know.
using PopcornCC.Compiler.Text;

namespace PopcornCC.Compiler.Text;

public sealed partial class DiagnosticBag
{
    /// <summary>Something is missing: <paramref name="what"/> is "')'", "identifier" …; <paramref name="open"/> is the bracket it would have matched.</summary>
    public void Expected(SourceSpan span, string what, string openBracket = "", SourceSpan open = default) =>
        Error("PCC2001", span, "expected " + what, open == default ? [] : [Note(open, $"to match this '{openBracket}'")]);

    /// <summary>A semicolon is missing.</summary>
    public void ExpectedSemicolon(SourceSpan span, string where) => Error("PCC2002", span, "expected ';' " + where);

    /// <summary>No expression begins here.</summary>
    public void ExpectedExpression(SourceSpan span) => Error("PCC2003", span, "expected expression");

    /// <summary>A name stands where only a type can.</summary>
    public void UnknownTypeName(SourceSpan span, string name, string? suggestion) =>
        Error("PCC2004", span, $"unknown type name '{name}'" + (suggestion is null ? "" : $"; did you mean '{suggestion}'?"));

    /// <summary>No type was written.</summary>
    public void ImplicitInt(SourceSpan span, LanguageStandard standard)
    {
        if (standard == LanguageStandard.C89) Add(new Diagnostic(Severity.Warning, "PCC2005", "type specifier missing, defaults to 'int'", span, "implicit-int") { Default = GroupDefault.Off });
        else if (standard >= LanguageStandard.C23) Error("PCC2005", span, "a type specifier is required for all declarations");
        else Warning("PCC2005", "implicit-int", span, "type specifier missing, defaults to 'int'; ISO C99 and later do not support implicit int");
    }

    /// <summary>Two specifiers exclude each other.</summary>
    public void CannotCombineSpecifiers(SourceSpan span, string previous) => Error("PCC2006", span, $"cannot combine with previous '{previous}' declaration specifier");

    /// <summary>The words do not make a type.</summary>
    public void InvalidTypeWords(SourceSpan span, string word, string type) => Error("PCC2007", span, $"'{word}' cannot be used with '{type}'");

    /// <summary>A struct, union or enum with neither tag nor body.</summary>
    public void AnonymousTagWithoutBody(SourceSpan span, string kind) => Error("PCC2008", span, $"declaration of anonymous {kind} must be a definition");

    /// <summary>A closing brace too many at file scope.</summary>
    public void ExtraneousClosingBrace(SourceSpan span) => Error("PCC2009", span, "extraneous closing brace ('}')");

    /// <summary>Something at file scope that begins no declaration.</summary>
    public void ExpectedExternalDeclaration(SourceSpan span) => Error("PCC2010", span, "expected external declaration");

    /// <summary>Brackets nested too deeply.</summary>
    public void BracketsTooDeep(SourceSpan span, int limit) => Error("PCC2011", span, $"bracket nesting level exceeded maximum of {limit}");

    /// <summary>Other nesting (unary operators, statements, declarators) too deep.</summary>
    public void NestingTooDeep(SourceSpan span, int limit) => Error("PCC2012", span, $"program is nested more than {limit} levels deep");

    /// <summary>A function body inside a function.</summary>
    public void FunctionDefinitionNotAllowed(SourceSpan span) => Error("PCC2013", span, "function definition is not allowed here");

    /// <summary>A body after something that is no function declarator.</summary>
    public void NoFunctionDeclarator(SourceSpan span) => Error("PCC2014", span, "expected function declarator before the body");

    /// <summary>Names only, outside a definition.</summary>
    public void IdentifierListWithoutDefinition(SourceSpan span) => Error("PCC2015", span, "a parameter list without types is only allowed in a function definition");

    /// <summary>A specifier where it cannot be.</summary>
    public void SpecifierNotAllowed(SourceSpan span, string specifier, string where) => Error("PCC2016", span, $"'{specifier}' is not allowed {where}");

    /// <summary>The last member has no semicolon.</summary>
    public void MissingSemicolonAtEndOfMembers(SourceSpan span) => Add(new Diagnostic(Severity.Warning, "PCC2017", "expected ';' at end of declaration list", span) { Fix = new FixIt(span, ";") });

    /// <summary>An initialiser for something that takes none.</summary>
    public void IllegalInitializer(SourceSpan span) => Error("PCC2018", span, "illegal initializer (only variables can be initialized)");

    /// <summary>else without if.</summary>
    public void ElseWithoutIf(SourceSpan span) => Error("PCC2019", span, "expected expression: 'else' without a previous 'if'");

    /// <summary>The unit ends within a block or the like.</summary>
    public void UnexpectedEnd(SourceSpan span, string what, string openBracket, SourceSpan open) =>
        Error("PCC2020", span, $"expected {what} at end of input", open == default ? [] : [Note(open, $"to match this '{openBracket}'")]);

    /// <summary>Two enumerators side by side.</summary>
    public void MissingCommaInEnum(SourceSpan span) => Error("PCC2042", span, new FixIt(span, ","), "missing ',' between enumerators");

    /// <summary>A stray character.</summary>
    public void StrayToken(SourceSpan span, string text) => Error("PCC2021", span, $"stray '{text}' in program");

    /// <summary>A declaration that declares nothing is the binder's; this is a statement where a declaration stands alone.</summary>
    public void DeclarationNotAllowedHere(SourceSpan span) => Error("PCC2023", span, "expected statement: a declaration is not allowed here without braces around it");

    /// <summary>a || b &amp;&amp; c, a | b &amp; c</summary>
    public void SuggestParentheses(SourceSpan span, bool isLogical, string inner, string outer) =>
        Warning("PCC2024", isLogical ? "logical-op-parentheses" : "bitwise-op-parentheses", span, $"'{inner}' within '{outer}'");

    /// <summary>a &lt;&lt; b + c, a &amp; b == c</summary>
    public void LowerPrecedence(SourceSpan span, string group, string outer, string inner) =>
        Warning("PCC2025", group, span, $"operator '{outer}' has lower precedence than '{inner}'; '{inner}' will be evaluated first");

    /// <summary>a &lt; b &lt; c</summary>
    public void ChainedComparison(SourceSpan span) => Warning("PCC2026", "parentheses", span, "comparisons like 'X<=Y<=Z' don't have their mathematical meaning");

    /// <summary>An else that may belong to either if.</summary>
    public void DanglingElse(SourceSpan span) => Warning("PCC2027", "dangling-else", span, "add explicit braces to avoid dangling else");

    /// <summary>A semicolon right behind the condition.</summary>
    public void EmptyBody(SourceSpan span, string statement) => Warning("PCC2028", "empty-body", span, $"{statement} {(statement is "if" or "switch" ? "statement" : "loop")} has empty body");

    /// <summary>A statement that looks guarded and is not.</summary>
    public void MisleadingIndentation(SourceSpan span, string statement, SourceSpan guard) =>
        Warning("PCC2029", "misleading-indentation", span, $"misleading indentation; statement is not part of the previous '{statement}'", Note(guard, "previous statement is here"));

    /// <summary>Something a later standard brought; <paramref name="standard"/> is "C11" …</summary>
    public void LaterStandard(SourceSpan span, string what, string standard, bool isPedantic = true)
    {
        string group = standard.ToLowerInvariant() + "-extensions", message = $"{what} a {standard} extension";
        if (isPedantic) Pedantic("PCC2030", group, span, message);
        else Warning("PCC2030", group, span, message);
    }

    /// <summary>Something gcc brought; <paramref name="group"/> is without "gnu-".</summary>
    public void GnuExtension(SourceSpan span, string group, string what) => Pedantic("PCC2031", "gnu-" + group, span, $"use of GNU {what} extension");

    /// <summary><c>a: 1</c> for <c>.a = 1</c>.</summary>
    public void OldDesignator(SourceSpan span, FixIt fix) => Add(new Diagnostic(Severity.Warning, "PCC2036", "use of GNU old-style field designator extension", span, "gnu-designator") { Fix = fix });

    /// <summary><c>[1 ... 2] = 3</c>, <c>[1] 3</c></summary>
    public void GnuDesignator(SourceSpan span, string what, bool isOn) =>
        Add(new Diagnostic(Severity.Warning, "PCC2036", $"use of GNU {what} extension{(isOn ? " in designator" : "")}", span, "gnu-designator") { Default = isOn ? GroupDefault.ExtensionOn : GroupDefault.Extension });

    /// <summary>A designator before C99.</summary>
    public void DesignatorInC89(SourceSpan span) => Pedantic("PCC2037", "c99-designator", span, "designated initializers are a C99 feature");

    /// <summary>A feature of C99 before C99.</summary>
    public void C99Feature(SourceSpan span, string what) => Pedantic("PCC2037", "c99-extensions", span, what);

    /// <summary>long long before C99.</summary>
    public void LongLong(SourceSpan span) => Pedantic("PCC2037", "long-long", span, "'long long' is an extension when C99 mode is not enabled");

    /// <summary>A keyword of GNU's.</summary>
    public void ExtensionToken(SourceSpan span) => Pedantic("PCC2038", "language-extension-token", span, "extension used");

    /// <summary>A label with nothing behind it.</summary>
    public void LabelAtEnd(SourceSpan span) => LaterStandard(span, "label at end of compound statement is", "C23");

    /// <summary><c>enum e : int</c> before C23.</summary>
    public void FixedEnum(SourceSpan span) => Pedantic("PCC2039", "fixed-enum-extension", span, "enumeration types with a fixed underlying type are a Clang extension");

    /// <summary><c>__auto_type</c></summary>
    public void AutoType(SourceSpan span) => Pedantic("PCC2040", "gnu-auto-type", span, "'__auto_type' is a GNU extension");

    /// <summary>_Alignof of an expression.</summary>
    public void AlignofExpression(SourceSpan span) =>
        Add(new Diagnostic(Severity.Warning, "PCC2041", "'_Alignof' applied to an expression is a GNU extension", span, "gnu-alignof-expression") { Default = GroupDefault.ExtensionOn });

    /// <summary>A statement expression; one that a macro made has a group of its own.</summary>
    public void StatementExpression(SourceSpan span)
    {
        if (span.File < 0) Pedantic("PCC2031", "gnu-statement-expression-from-macro-expansion", span, "use of GNU statement expression extension from macro expansion");
        else Pedantic("PCC2031", "gnu-statement-expression", span, "use of GNU statement expression extension");
    }

    /// <summary>Something nobody calls so in the language of -std=.</summary>
    public void NonStandardEscape(SourceSpan span, string escape) => Pedantic("PCC2127", "pedantic", span, $"use of non-standard escape character '\\{escape}'");

    /// <summary>A constant in base 2.</summary>
    public void BinaryLiteral(SourceSpan span) => LaterStandard(span, "binary integer literals are", "C23");

    /// <summary>A number times i.</summary>
    public void ImaginaryConstant(SourceSpan span) =>
        Add(new Diagnostic(Severity.Warning, "PCC2128", "imaginary constants are a GNU extension", span, "gnu-imaginary-constant") { Default = GroupDefault.Extension });

    /// <summary>A semicolon on its own at file scope.</summary>
    public void ExtraSemicolon(SourceSpan span) => Pedantic("PCC2032", "extra-semi", span, "extra ';' outside of a function");

    /// <summary>A qualifier or specifier twice.</summary>
    public void DuplicateSpecifier(SourceSpan span, string text) => Warning("PCC2034", "duplicate-decl-specifier", span, $"duplicate '{text}' declaration specifier");

    /// <summary>A unit without any declaration.</summary>
    public void EmptyUnit(SourceSpan span) => Warning("PCC2035", "empty-translation-unit", span, "ISO C requires a translation unit to contain at least one declaration");

    /// <summary>A pragma nobody knows.</summary>
    public void UnknownPragma(SourceSpan span) => Warning("PCC2101", "unknown-pragmas", span, "unknown pragma ignored");

    /// <summary>A pragma with wrong operands.</summary>
    public void MalformedPragma(SourceSpan span, string pragma) => Warning("PCC2102", "ignored-pragmas", span, $"malformed '#pragma {pragma}', ignored");

    /// <summary>pack(pop) without push.</summary>
    public void PragmaPackPopEmpty(SourceSpan span) => Warning("PCC2103", "ignored-pragmas", span, "#pragma pack(pop, ...) failed: stack empty");

    /// <summary>An integer constant of more than 64 bits.</summary>
    public void IntegerTooLarge(SourceSpan span) => Error("PCC2110", span, "integer literal is too large to be represented in any integer type");

    /// <summary>A decimal constant that only fits unsigned.</summary>
    public void IntegerInterpretedAsUnsigned(SourceSpan span) =>
        Warning("PCC2111", "implicitly-unsigned-literal", span, "integer literal is too large to be represented in a signed integer type, interpreting as unsigned");

    /// <summary>Letters behind a number that mean nothing.</summary>
    public void InvalidNumberSuffix(SourceSpan span, string suffix, bool isFloat) =>
        Error("PCC2112", span, $"invalid suffix '{suffix}' on {(isFloat ? "floating" : "integer")} constant");

    /// <summary>A digit the base does not have.</summary>
    public void InvalidDigit(SourceSpan span, char digit, string kind) => Error("PCC2113", span, $"invalid digit '{digit}' in {kind} constant");

    /// <summary>An exponent without digits.</summary>
    public void ExponentWithoutDigits(SourceSpan span) => Error("PCC2114", span, "exponent has no digits");

    /// <summary>A hexadecimal floating constant without exponent.</summary>
    public void HexFloatWithoutExponent(SourceSpan span) => Error("PCC2115", span, "hexadecimal floating constant requires an exponent");

    /// <summary>A floating constant beyond the type's range.</summary>
    public void FloatOutOfRange(SourceSpan span, bool isTooLarge, string type) => Warning("PCC2116", "literal-range", span,
        isTooLarge ? $"magnitude of floating-point constant too large for type '{type}'" : $"magnitude of floating-point constant too small for type '{type}'");

    /// <summary>A literal without content or end.</summary>
    public void EmptyCharacterConstant(SourceSpan span) => Error("PCC2117", span, "empty character constant");

    /// <summary>More characters than int has bytes.</summary>
    public void CharacterConstantTooLong(SourceSpan span) => Warning("PCC2118", "multichar", span, "character constant too long for its type");

    /// <summary>A constant such as 'ab'.</summary>
    public void MultiCharacterConstant(SourceSpan span) => Warning("PCC2119", "multichar", span, "multi-character character constant");

    /// <summary>One unit cannot hold the character.</summary>
    public void CharacterTooLarge(SourceSpan span) => Error("PCC2120", span, "character too large for enclosing character literal type");

    /// <summary>An unknown letter after a backslash.</summary>
    public void UnknownEscape(SourceSpan span, string escape) => Warning("PCC2121", "unknown-escape-sequence", span, $"unknown escape sequence '\\{escape}'");

    /// <summary>\x or \u without digits.</summary>
    public void EscapeWithoutDigits(SourceSpan span, string escape) => Error("PCC2122", span, $"\\{escape} used with no following hex digits");

    /// <summary>The value does not fit the element.</summary>
    public void EscapeOutOfRange(SourceSpan span, string kind) => Error("PCC2123", span, $"{kind} escape sequence out of range");

    /// <summary>\u names no character.</summary>
    public void InvalidUniversalName(SourceSpan span, string name) => Error("PCC2124", span, $"'{name}' is not a valid universal character");

    /// <summary>u"" and U"" side by side.</summary>
    public void UnlikeStringPrefixes(SourceSpan span) => Error("PCC2125", span, "unsupported non-standard concatenation of string literals");

    /// <summary>Bit-precise and decimal constants.</summary>
    public void UnsupportedNumber(SourceSpan span, string suffix) => Error("PCC2126", span, $"constants with suffix '{suffix}' are not supported");
}
