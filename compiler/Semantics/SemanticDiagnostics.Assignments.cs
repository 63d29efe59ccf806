// What the binder can say about conversions as if by assignment (PCC234n, PCC235n) and about what cannot be assigned to. Wording is clang's.
using PopcornCC.Compiler.Semantics;

namespace PopcornCC.Compiler.Text;

public sealed partial class DiagnosticBag
{
    internal void IncompatibleTypes(AttemptedConversion c) => Add(c.Describe(new Diagnostic(Severity.Error, "PCC2344", c.Context switch
    {
        ConversionContext.Argument => $"passing {Q(c.From)} to parameter of incompatible type {Q(c.To)}",
        ConversionContext.Return => $"returning {Q(c.From)} from a function with incompatible result type {Q(c.To)}",
        ConversionContext.Initialization => $"initializing {Q(c.To)} with an expression of incompatible type {Q(c.From)}",
        _ => $"assigning to {Q(c.To)} from incompatible type {Q(c.From)}",
    } + c.Hint, c.At)));

    internal void IncompatiblePointers(AttemptedConversion c) => Converted("PCC2345", "incompatible-pointer-types", c, $"incompatible pointer types {Doing(c)}{c.Hint}");

    internal void IncompatibleFunctionPointers(AttemptedConversion c) => Converted("PCC2376", "incompatible-function-pointer-types", c, $"incompatible function pointer types {Doing(c)}");

    internal void PointerSign(AttemptedConversion c, bool isPlainChar) => Converted("PCC2346", "pointer-sign", c, Doing(c) + " converts between pointers to integer types "
        + (isPlainChar ? "where one is of the unique plain 'char' type and the other is not" : "with different sign"));

    internal void NestedQualifiers(AttemptedConversion c) => Converted("PCC2347", "incompatible-pointer-types-discards-qualifiers", c, $"{Doing(c)} discards qualifiers in nested pointer types");

    internal void DiscardsQualifiers(AttemptedConversion c) => Converted("PCC2348", "incompatible-pointer-types-discards-qualifiers", c, $"{Doing(c)} discards qualifiers");

    internal void IntToPointer(AttemptedConversion c) => Converted("PCC2349", "int-conversion", c, $"incompatible integer to pointer conversion {Doing(c)}{c.Hint}");

    internal void PointerToInt(AttemptedConversion c) => Converted("PCC2350", "int-conversion", c, $"incompatible pointer to integer conversion {Doing(c)}{c.Hint}");

    internal void FunctionAndVoidPointer(AttemptedConversion c) =>
        Add(c.Describe(new Diagnostic(Severity.Warning, "PCC2377", $"{Doing(c)} converts between void pointer and function pointer", c.At, "pedantic") { Default = GroupDefault.Extension }));

    private void Converted(string id, string group, AttemptedConversion c, string message) => Add(c.Describe(new Diagnostic(Severity.Warning, id, message, c.At, group)));

    private static string Doing(AttemptedConversion c) => c.Context switch
    {
        ConversionContext.Argument => $"passing {Q(c.From)} to parameter of type {Q(c.To)}",
        ConversionContext.Return => $"returning {Q(c.From)} from a function with result type {Q(c.To)}",
        ConversionContext.Initialization => $"initializing {Q(c.To)} with an expression of type {Q(c.From)}",
        _ => $"assigning to {Q(c.To)} from {Q(c.From)}",
    };

    internal void NotAssignable(SourceSpan span) => Error("PCC2317", span, "expression is not assignable");

    internal void FunctionNotAssignable(SourceSpan span, QualType type) => Error("PCC2317", span, $"non-object type {Q(type)} is not assignable");

    internal void CastNotAssignable(SourceSpan span) => Error("PCC2317", span, "assignment to cast is illegal, lvalue casts are not supported");

    internal void ArrayNotAssignable(SourceSpan span, QualType type) => Error("PCC2318", span, $"array type {Q(type)} is not assignable");

    internal void IncompleteNotAssignable(SourceSpan span, QualType type) => Error("PCC2318", span, $"incomplete type {Q(type)} is not assignable");

    /// <summary><paramref name="what"/>: "variable 'x'", "non-static data member 'm'"; empty for what has no name.</summary>
    internal void ConstAssignment(SourceSpan span, string what, string member, QualType type, SourceSpan declared) => Error("PCC2319", span,
        what.Length == 0 ? "read-only variable is not assignable" : member.Length > 0 ? $"cannot assign to {what} with const-qualified data member '{member}'" : $"cannot assign to {what} with const-qualified type {Q(type)}",
        what.Length == 0 || declared == SourceSpan.None ? [] : [Note(declared, member.Length > 0 ? $"data member '{member}' declared const here" : $"{what} declared const here")]);
}
