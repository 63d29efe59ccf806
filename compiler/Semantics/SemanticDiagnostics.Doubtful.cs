// What the binder can say about doubtful casts, pointers and conditions (PCC26nn). Wording is clang's.
using PopcornCC.Compiler.Semantics;

namespace PopcornCC.Compiler.Text;

public sealed partial class DiagnosticBag
{
    internal void BadFunctionCast(SourceSpan span, QualType from, QualType to) =>
        Warning("PCC2600", "bad-function-cast", span, $"cast from function call of type {Q(from)} to non-matching type {Q(to)}");

    internal void CastAlign(SourceSpan span, QualType from, QualType to, int known, int wanted) =>
        Warning("PCC2601", "cast-align", span, $"cast from {Q(from)} to {Q(to)} increases required alignment from {known} to {wanted}");

    internal void CastAway(SourceSpan span, QualType from, QualType to, bool isConst, bool isVolatile) =>
        Warning("PCC2602", "cast-qual", span, $"cast from {Q(from)} to {Q(to)} drops {(isConst && isVolatile ? "const and volatile qualifiers" : isConst ? "const qualifier" : "volatile qualifier")}");

    internal void CastAddsConst(SourceSpan span, QualType from, QualType to) =>
        Warning("PCC2603", "cast-qual", span, $"cast from {Q(from)} to {Q(to)} must have all intermediate pointers const qualified to be safe");

    internal void CastFunctionType(SourceSpan span, QualType from, QualType to, bool isStrict) =>
        Warning("PCC2604", isStrict ? "cast-function-type-strict" : "cast-function-type-mismatch", span, $"cast from {Q(from)} to {Q(to)} converts to incompatible function type");

    internal void NullArithmetic(SourceSpan span, SourceSpan pointer, bool isIdiom) => Warning("PCC2605", isIdiom ? "gnu-null-pointer-arithmetic" : "null-pointer-arithmetic", span, [pointer],
        isIdiom ? "arithmetic on a null pointer treated as a cast from integer to pointer is a GNU extension" : "performing pointer arithmetic on a null pointer has undefined behavior");

    internal void NullSubtraction(SourceSpan span, SourceSpan pointer) =>
        Warning("PCC2606", "null-pointer-subtraction", span, [pointer], "performing pointer subtraction with a null pointer has undefined behavior");

    internal void AddressOfPackedMember(SourceSpan span, string member, string record) =>
        Warning("PCC2607", "address-of-packed-member", span, $"taking address of packed member '{member}' of class or structure '{record}' may result in an unaligned pointer value");

    internal void ShiftAlwaysTruth(SourceSpan span, bool isTrue) =>
        Warning("PCC2608", "tautological-constant-compare", span, $"converting the result of '<<' to a boolean always evaluates to {Truth(isTrue)}");

    internal void ShiftAsTruth(SourceSpan span, string? text) =>
        Warning("PCC2609", "int-in-bool-context", span, "converting the result of '<<' to a boolean" + (text is null ? "" : $"; did you mean '({text}) != 0'?"));

    internal void ChoiceAlwaysTrue(SourceSpan span) =>
        Warning("PCC2610", "tautological-constant-compare", span, "converting the result of '?:' with integer constants to a boolean always evaluates to 'true'");

    internal void EnumeratorAsTruth(SourceSpan span) => Warning("PCC2611", "int-in-bool-context", span, "converting the enum constant to a boolean");

    internal void CommaMisused(SourceSpan span, SourceSpan left) => Add(new Diagnostic(Severity.Warning, "PCC2612", "possible misuse of comma operator here", span, "comma",
        [Note(left, "cast expression to void to silence warning") with { Fix = left.File > 0 ? new FixIt(left with { Length = 0, Caret = 0 }, "(void)") : null }])
    { Ranges = [left] });

    internal void BracesAroundScalar(SourceSpan span, bool tooMany) =>
        Warning("PCC2613", tooMany ? "many-braces-around-scalar-init" : "braced-scalar-init", span, $"{(tooMany ? "too many " : "")}braces around scalar initializer");

    internal void ConcatenatedInList(SourceSpan second, SourceSpan end, SourceSpan whole) => Add(new Diagnostic(Severity.Warning, "PCC2614",
        "suspicious concatenation of string literals in an array initialization; did you mean to separate the elements with a comma?", second, "string-concatenation",
        [Note(whole, "place parentheses around the string literal to silence warning")])
    { Fix = new FixIt(end, ",") });

    internal void Unsequenced(SourceSpan change, SourceSpan other, string name, bool bothChange) =>
        Warning("PCC2616", "unsequenced", change, [other], bothChange ? $"multiple unsequenced modifications to '{name}'" : $"unsequenced modification and access to '{name}'");

    internal void UnevaluatedEffect(SourceSpan span) =>
        Warning("PCC2617", "unevaluated-expression", span, "expression with side effects has no effect in an unevaluated context");
}
