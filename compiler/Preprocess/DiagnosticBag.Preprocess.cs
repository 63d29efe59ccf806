// The preprocessor's messages: PCC1nnn. Words as gcc's where gcc has one.
namespace PopcornCC.Compiler.Text;

public sealed partial class DiagnosticBag
{
    // ---- lexing -------------------------------------------------------------------------------------------------------------------------

    internal void UnterminatedComment(SourceSpan span) => Error("PCC1001", span, "unterminated comment");

    internal void MultiLineComment(SourceSpan span) => Warning("PCC1002", "comment", span, "multi-line // comment");

    internal void CommentInComment(SourceSpan span) => Warning("PCC1004", "comment", span, "'/*' within block comment");

    internal void MissingTerminator(SourceSpan span, char quote, bool inDirective)
    {
        // In a directive the rest of the line may never be used: gcc warns there too.
        if (inDirective) Warning("PCC1003", "invalid-pp-token", span, $"missing terminating {quote} character");
        else Error("PCC1003", span, $"missing terminating {quote} character");
    }

    // ---- directives ---------------------------------------------------------------------------------------------------------------------

    internal void InvalidDirective(SourceSpan span, string name, string? suggestion = null) => Error("PCC1010", span,
        suggestion is null || span.File <= 0 ? null : new FixIt(span, suggestion), "invalid preprocessing directive" + (suggestion is null ? "" : $", did you mean '#{suggestion}'?"));

    internal void UnknownDirectiveSkipped(SourceSpan span, string suggestion) => Add(new Diagnostic(Severity.Warning, "PCC1009", $"invalid preprocessing directive, did you mean '#{suggestion}'?", span, "unknown-directives")
    {
        Fix = new FixIt(span, suggestion),
    });

    internal void ErrorDirective(SourceSpan span, string text) => Error("PCC1011", span, text);

    internal void WarningDirective(SourceSpan span, string text) => Warning("PCC1012", "#warnings", span, text);

    internal void DirectiveIsExtension(SourceSpan span, string group, string message) => Pedantic("PCC1008", group, span, message);

    internal void UnusedMacro(SourceSpan span) => Warning("PCC1007", "unused-macros", span, "macro is not used");

    internal void ExtraTokens(SourceSpan span, string directive) =>
        Warning("PCC1013", "extra-tokens", span, $"extra tokens at end of #{directive} directive");

    internal void MacroNameMissing(SourceSpan span, string directive) => Error("PCC1014", span, $"no macro name given in #{directive} directive");

    internal void MacroNameNotIdentifier(SourceSpan span) => Error("PCC1015", span, "macro names must be identifiers");

    internal void ReservedMacroName(SourceSpan span, string name) => Error("PCC1016", span, $"'{name}' cannot be used as a macro name or parameter");

    internal void UndefiningBuiltin(SourceSpan span, string name) => Warning("PCC1017", "builtin-macro-redefined", span, $"undefining '{name}'");

    internal void NoSpaceAfterMacroName(SourceSpan span) =>
        Warning("PCC1018", "c99-extensions", span, "ISO C99 requires white space after the macro name");

    internal void MacroRedefined(SourceSpan span, string name, SourceSpan previous) =>
        Add(new Diagnostic(Severity.Warning, "PCC1019", $"'{name}' redefined", span, Group: "macro-redefined", Notes: previous.File == 0 ? null : [Note(previous, "the previous definition is here")]));

    internal void BuiltinRedefined(SourceSpan span) => Warning("PCC1017", "builtin-macro-redefined", span, "redefining builtin macro");

    internal void DuplicateMacroParameter(SourceSpan span, string name) => Error("PCC1020", span, $"duplicate macro parameter '{name}'");

    internal void ExpectedMacroParameter(SourceSpan span) => Error("PCC1021", span, "expected parameter name in macro parameter list");

    internal void ExpectedEndOfMacroParameters(SourceSpan span) => Error("PCC1022", span, "expected ',' or ')' in macro parameter list");

    internal void PasteAtEdge(SourceSpan span) => Error("PCC1023", span, "'##' cannot appear at either end of a macro expansion");

    internal void HashNotBeforeParameter(SourceSpan span) => Error("PCC1024", span, "'#' is not followed by a macro parameter");

    internal void BadVaOpt(SourceSpan span) => Error("PCC1025", span, "__VA_OPT__ must be followed by a parenthesized list of tokens");

    internal void VaArgsOutsideVariadic(SourceSpan span) =>
        Warning("PCC1026", "pedantic", span, "__VA_ARGS__ can only appear in the expansion of a variadic macro");

    internal void LineNotNumber(SourceSpan span) => Error("PCC1027", span, "#line needs a positive number");

    internal void LineNotFileName(SourceSpan span) => Error("PCC1028", span, "invalid file name in #line directive");

    // ---- conditions ---------------------------------------------------------------------------------------------------------------------

    internal void UnterminatedConditional(SourceSpan span, string directive) => Error("PCC1030", span, $"unterminated #{directive}");

    internal void ElseWithoutIf(SourceSpan span, string directive) => Error("PCC1031", span, $"#{directive} without #if");

    internal void ElseAfterElse(SourceSpan span, string directive, SourceSpan first) =>
        Error("PCC1032", span, $"#{directive} after #else", NoteOrNone(first, "the conditional began here"));

    internal void ConditionMissing(SourceSpan span, string directive) => Error("PCC1033", span, $"#{directive} with no expression");

    internal void MissingOpeningParenthesis(SourceSpan span) => Error("PCC1034", span, "missing '(' in expression");

    internal void MissingClosingParenthesis(SourceSpan span) => Error("PCC1035", span, "missing ')' in expression");

    internal void MissingOperator(SourceSpan span, string token) => Error("PCC1036", span, $"missing binary operator before token '{token}'");

    internal void CommaInCondition(SourceSpan span) => Warning("PCC1037", "pedantic", span, "comma operator in operand of #if");

    internal void ConditionTooDeep(SourceSpan span) => Error("PCC1038", span, "expression in #if is nested too deeply");

    internal void QuestionWithoutColon(SourceSpan span) => Error("PCC1039", span, "'?' without following ':'");

    internal void OverflowInCondition(SourceSpan span) =>
        Add(new Diagnostic(Severity.Warning, "PCC1040", "integer overflow in preprocessor expression", span));

    internal void DivisionByZeroInCondition(SourceSpan span) => Error("PCC1041", span, "division by zero in #if");

    internal void ExpectedValueInCondition(SourceSpan span, string directive) =>
        Error("PCC1042", span, $"#{directive} ends where a value is expected");

    internal void InvalidTokenInCondition(SourceSpan span, string token) =>
        Error("PCC1043", span, $"token '{token}' is not valid in preprocessor expressions");

    internal void FunctionLikeNotDefined(SourceSpan span, string name) => Error("PCC1044", span, $"function-like macro '{name}' is not defined");

    internal void UndefinedInCondition(SourceSpan span, string name) => Warning("PCC1045", "undef", span, $"'{name}' is not defined, evaluates to 0");

    internal void DefinedFromExpansion(SourceSpan span) =>
        Warning("PCC1046", "expansion-to-defined", span, "this use of 'defined' may not be portable");

    internal void DefinedNeedsIdentifier(SourceSpan span) => Error("PCC1047", span, "operator 'defined' requires an identifier");

    internal void IntegerTooLargeInCondition(SourceSpan span) =>
        Add(new Diagnostic(Severity.Warning, "PCC1048", "integer constant is too large for its type", span));

    internal void FloatingInCondition(SourceSpan span) => Error("PCC1049", span, "floating constant in preprocessor expression");

    internal void BadIntegerInCondition(SourceSpan span, string text) => Error("PCC1050", span, $"invalid integer constant '{text}'");

    internal void QuestionNeedsArgument(SourceSpan span, string name) =>
        Error("PCC1051", span, $"'{name}' must be followed by a name in parentheses");

    // ---- includes -----------------------------------------------------------------------------------------------------------------------

    internal void ExpectedHeaderName(SourceSpan span, string directive) => Error("PCC1060", span, $"#{directive} expects \"FILENAME\" or <FILENAME>");

    internal void EmptyHeaderName(SourceSpan span, string directive) => Error("PCC1061", span, $"empty file name in #{directive}");

    internal void HeaderNotFound(SourceSpan span, string name) => Add(new Diagnostic(Severity.Error, "PCC1062", $"'{name}' file not found", span) { IsFatal = true });

    internal void HeaderNotFoundButNear(SourceSpan span, string name, string near) => Add(new Diagnostic(Severity.Error, "PCC1062", $"'{name}' file not found, did you mean '{near}'?", span) { IsFatal = true });

    internal void IncludeTooDeep(SourceSpan span, int limit) => Error("PCC1063", span, $"#include nested too deeply: more than {limit} files");

    internal void IncludeInArguments(SourceSpan span) => Error("PCC1064", span, "#include inside the arguments of a macro");

    internal void IncludeNextInMainFile(SourceSpan span) =>
        Warning("PCC1065", "include-next-outside-header", span, "#include_next in the main file is the same as #include");

    // ---- expansion ----------------------------------------------------------------------------------------------------------------------

    internal void UnterminatedArguments(SourceSpan span, string name, SourceSpan definition) =>
        Error("PCC1070", span, $"unterminated argument list invoking macro '{name}'", NoteOrNone(definition, $"macro '{name}' defined here"));

    internal void TooManyArguments(SourceSpan span, string name, int given, int wanted, SourceSpan definition) =>
        Error("PCC1071", span, $"macro '{name}' passed {given} arguments, but takes just {wanted}", NoteOrNone(definition, $"macro '{name}' defined here"));

    internal void TooFewArguments(SourceSpan span, string name, int given, int wanted, bool atLeast, SourceSpan definition) =>
        Error("PCC1072", span,
            $"macro '{name}' requires {(atLeast ? "at least " : "")}{(atLeast ? wanted - 1 : wanted)} arguments, but only {given} given", NoteOrNone(definition, $"macro '{name}' defined here"));

    internal void NoVariadicArgument(SourceSpan span, string name, SourceSpan definition) => Add(new Diagnostic(Severity.Warning, "PCC1075",
        "passing no argument for the '...' parameter of a variadic macro is a C23 extension", span, "c23-extensions", NoteOrNone(definition, $"macro '{name}' defined here"))
    { Default = GroupDefault.Extension });

    internal void NamedVariadic(SourceSpan span) => Pedantic("PCC1076", "variadic-macros", span, "named variadic macros are a GNU extension");

    internal void VariadicInC89(SourceSpan span) => Pedantic("PCC1076", "variadic-macros", span, "variadic macros are a C99 feature");

    internal void BadPaste(SourceSpan span, string left, string right) =>
        Error("PCC1073", span, $"pasting '{left}' and '{right}' does not give a valid preprocessing token");

    internal void MacrosTooDeep(SourceSpan span) => Add(new Diagnostic(Severity.Error, "PCC1075", "uses of macros in arguments of macros are nested too deeply", span) { IsFatal = true });

    internal void StringizedBackslash(SourceSpan span) =>
        Add(new Diagnostic(Severity.Warning, "PCC1074", "invalid string literal, ignoring final '\\'", span));

    // ---- pragmas ------------------------------------------------------------------------------------------------------------------------

    internal void UnknownWarningGroup(SourceSpan span, string group, string? suggestion) =>
        Warning("PCC1086", "unknown-warning-option", span, $"unknown warning group '{group}', ignored" + (suggestion is null ? "" : $"; did you mean '-W{suggestion}'?"));

    internal void PragmaGroupMessage(SourceSpan span, string text) => Warning("PCC1087", "#pragma-messages", span, text);

    internal void PoisonedUse(SourceSpan span) => Error("PCC1088", span, "attempt to use a poisoned identifier");

    internal void DiagnosticPopWithoutPush(SourceSpan span) => Warning("PCC1085", "unknown-pragmas", span, "pragma diagnostic pop could not pop, no matching push");

    internal void BadPragmaOperator(SourceSpan span) => Error("PCC1080", span, "_Pragma takes a parenthesized string literal");

    internal void OnceInMainFile(SourceSpan span) => Warning("PCC1081", "pragma-once-outside-header", span, "#pragma once in main file");

    internal void SystemHeaderInMainFile(SourceSpan span) =>
        Warning("PCC1082", "pragma-system-header-outside-header", span, "#pragma system_header ignored outside include file");

    internal void BadPragma(SourceSpan span, string name) => Warning("PCC1083", "pragmas", span, $"malformed #pragma {name}, ignored");

    internal void PragmaMessage(SourceSpan span, string text) => Warning("PCC1084", "#pragma-messages", span, text);

    private static Diagnostic[] NoteOrNone(SourceSpan span, string message) => span.File == 0 ? [] : [Note(span, message)];
}
