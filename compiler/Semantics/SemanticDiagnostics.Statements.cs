// What the binder can say about statements and initialisers (PCC24nn). Wording follows clang's, which users know.
using PopcornCC.Compiler.Semantics;

namespace PopcornCC.Compiler.Text;

public sealed partial class DiagnosticBag
{
    public void ContinueOutsideLoop(SourceSpan span) => Error("PCC2400", span, "'continue' statement not in loop statement");

    public void BreakOutsideLoop(SourceSpan span) => Error("PCC2401", span, "'break' statement not in loop or switch statement");

    public void SwitchType(SourceSpan span, SourceSpan value, QualType type) => Error("PCC2402", span, [value], $"statement requires expression of integer type ({Q(type)} invalid)");

    public void CaseOutsideSwitch(SourceSpan span) => Error("PCC2403", span, "'case' or 'default' statement not in switch statement");

    public void EmptyCaseRange(SourceSpan span) => Add(new Diagnostic(Severity.Warning, "PCC2404", "empty case range specified", span));

    public void DuplicateCase(SourceSpan span, Int128 value, SourceSpan previous) =>
        Error("PCC2405", span, $"duplicate case value '{value}'", PreviousNotes(previous, "previous case defined here"));

    public void DuplicateDefault(SourceSpan span, SourceSpan previous) =>
        Error("PCC2406", span, "multiple default labels in one switch", PreviousNotes(previous, "previous case defined here"));

    public void CaseNotInEnumeration(SourceSpan span, CType type) => Warning("PCC2430", "switch", span, $"case value not in enumerated type {Q(type)}");

    public void EnumeratorsNotHandled(SourceSpan span, IReadOnlyList<string> names) => Warning("PCC2431", "switch", span, NotNamed(names, "not handled in switch"));

    public void EnumeratorsNotNamed(SourceSpan span, IReadOnlyList<string> names) => Warning("PCC2433", "switch-enum", span, NotNamed(names, "not explicitly handled in switch"));

    private static string NotNamed(IReadOnlyList<string> names, string how) => names.Count switch
    {
        1 => $"enumeration value '{names[0]}' {how}",
        2 => $"enumeration values '{names[0]}' and '{names[1]}' {how}",
        3 => $"enumeration values '{names[0]}', '{names[1]}', and '{names[2]}' {how}",
        _ => $"{names.Count} enumeration values {how}: '{names[0]}', '{names[1]}', '{names[2]}'...",
    };

    public void UnusedParameter(SourceSpan span, string name) => Warning("PCC2432", "unused-parameter", span, $"unused parameter '{name}'");

    public void JumpPasses(SourceSpan span, string jump, string? name, SourceSpan place) =>
        Error("PCC2440", span, $"cannot jump from {jump}", PreviousNotes(place, name is null ? "jump enters a statement expression" : $"jump bypasses initialization of variably modified '{name}'"));

    public void ReturnInNoReturn(SourceSpan span, string name) =>
        Warning("PCC2407", "invalid-noreturn", span, $"function '{name}' declared 'noreturn' should not return");

    public void ReturnWithoutValue(SourceSpan span, string name) => Warning("PCC2408", "return-mismatch", span, $"non-void function '{name}' should return a value");

    public void ReturnValueFromVoid(SourceSpan span, SourceSpan value, string name) => Warning("PCC2409", "return-mismatch", span, [value], $"void function '{name}' should not return a value");

    public void ReturnsVoidExpression(SourceSpan span, SourceSpan value, string name) =>
        Add(new Diagnostic(Severity.Warning, "PCC2422", $"void function '{name}' should not return void expression", span, "pedantic") { Ranges = [value], Default = GroupDefault.Extension });

    public void ReturnsLocalAddress(SourceSpan span, string name, string what) =>
        Warning("PCC2410", "return-stack-address", span, $"address of stack memory associated with {what} '{name}' returned");

    public void ArrayInitializer(SourceSpan span, SourceSpan value, CType element) => Error("PCC2411", span, [value], "array initializer must be an initializer list"
        + (element.IsCharacter() ? " or string literal" : element is BuiltinType { Kind: BuiltinKind.Int } ? " or wide string literal" : ""));

    public void StringElement(SourceSpan span, SourceSpan value, bool isWide, bool wantsWide) => Error("PCC2412", span, [value],
        !isWide ? "initializing wide char array with non-wide string literal" : !wantsWide ? "initializing char array with wide string literal" : "initializing wide char array with incompatible wide string literal");

    public void StringTooLong(SourceSpan span) => Warning("PCC2413", "excess-initializers", span, "initializer-string for char array is too long");

    public void ExcessElements(SourceSpan span, string what) => Warning("PCC2414", "excess-initializers", span, $"excess elements in {what} initializer");

    public void DesignatorInScalar(SourceSpan span, QualType type) => Error("PCC2415", span, $"designator in initializer for scalar type {Q(type)}");

    public void IndexDesignatorInRecord(SourceSpan span, QualType type) => Error("PCC2416", span, $"array designator in initializer for {Q(type)}");

    public void FieldDesignatorInArray(SourceSpan span, QualType type) => Error("PCC2417", span, $"field designator in initializer for {Q(type)}");

    public void DesignatorNegative(SourceSpan span, Int128 value) => Error("PCC2418", span, $"array designator value '{value}' is negative");

    public void DesignatorEmptyRange(SourceSpan span, Int128 low, Int128 high) => Error("PCC2418", span, $"array designator range [{low}, {high}] is empty");

    public void DesignatorRange(SourceSpan span, Int128 index, Int128 length) => Error("PCC2418", span, $"array designator index ({index}) exceeds array bounds ({length})");

    public void FlexibleInitialized(SourceSpan span) => Error("PCC2419", span, "initialization of flexible array member is only allowed with static storage");
}
