// What the binder can say about unwise declarations and calls (PCC228n, PCC229n, PCC238n). Wording follows clang's.
using PopcornCC.Compiler.Semantics;

namespace PopcornCC.Compiler.Text;

public sealed partial class DiagnosticBag
{
    internal void Shadows(SourceSpan span, bool isLocal, SourceSpan hidden) =>
        Warning("PCC2280", "shadow", span, $"declaration shadows a {(isLocal ? "local variable" : "variable in the global scope")}", PreviousNotes(hidden, "previous declaration is here"));

    internal void MissingPrototype(SourceSpan span, string name) =>
        Warning("PCC2281", "missing-prototypes", span, $"no previous prototype for function '{name}'", Note(span, "declare 'static' if the function is not intended to be used outside of this translation unit"));

    internal void MissingVariableDeclaration(SourceSpan span, string name) =>
        Warning("PCC2282", "missing-variable-declarations", span, $"no previous extern declaration for non-static variable '{name}'",
            Note(span, "declare 'static' if the variable is not intended to be used outside of this translation unit"));

    internal void WithoutPrototype(SourceSpan span) =>
        Warning("PCC2283", "strict-prototypes", span, "a function declaration without a prototype is deprecated in all versions of C");

    internal void OldStyleDefinition(SourceSpan span) =>
        Warning("PCC2284", "deprecated-non-prototype", span, "a function definition without a prototype is deprecated in all versions of C and is not supported in C23");

    internal void ConflictInC23(SourceSpan span, SourceSpan definition) =>
        Warning("PCC2285", "deprecated-non-prototype", span,
            "a function declaration without a prototype is deprecated in all versions of C and is treated as a zero-parameter prototype in C23, conflicting with a subsequent definition",
            Note(definition, "conflicting prototype is here"));

    internal void PassedWithoutPrototype(SourceSpan span, string name) =>
        Warning("PCC2286", "deprecated-non-prototype", span, $"passing arguments to '{name}' without a prototype is deprecated in all versions of C and is not supported in C23");

    internal void MixedDeclaration(SourceSpan span, bool isC89)
    {
        if (isC89) Pedantic("PCC2287", "declaration-after-statement", span, "mixing declarations and code is a C99 extension");
        else Warning("PCC2287", "declaration-after-statement", span, "mixing declarations and code is incompatible with standards before C99");
    }

    internal void VariableLength(SourceSpan span, bool isC89)
    {
        if (isC89) Warning("PCC2288", "vla-extension", span, "variable length arrays are a C99 feature");
        else Warning("PCC2288", "vla", span, "variable length array used");
    }

    internal void LoopVariableUnchanged(SourceSpan span, string[] names) => Warning("PCC2289", "for-loop-analysis", span, names.Length switch
    {
        1 => $"variable '{names[0]}' used in loop condition not modified in loop body",
        2 => $"variables '{names[0]}' and '{names[1]}' used in loop condition not modified in loop body",
        _ => "variables used in loop condition not modified in loop body",
    });

    internal void NullPassed(SourceSpan span) => Warning("PCC2290", "nonnull", span, "null passed to a callee that requires a non-null argument");

    internal void NullDereferenced(SourceSpan span) =>
        Warning("PCC2292", "null-dereference", span, "indirection of non-volatile null pointer will be deleted, not trap", Note(span, "consider using __builtin_trap() or qualifying pointer with 'volatile'"));

    internal void TransposedMemset(SourceSpan span, bool isZero) => Warning("PCC2293", "memset-transposed-args", span,
        isZero ? "'size' argument to memset is '0'; did you mean to transpose the last two arguments?" : "setting buffer to a 'sizeof' expression; did you mean to transpose the last two arguments?");

    internal void PointerSizeAsLength(SourceSpan span, string function, QualType pointee, QualType pointer) =>
        Warning("PCC2294", "sizeof-pointer-memaccess", span, $"'{function}' call operates on objects of type {Q(pointee)} while the size is based on a different type {Q(pointer)}");

    internal void SizeofArrayParameter(SourceSpan span, QualType type, QualType written, SourceSpan declared) =>
        Warning("PCC2295", "sizeof-array-argument", span, $"sizeof on array function parameter will return size of {Q(type)} instead of {Q(written)}", Note(declared, "declared here"));

    internal void SizeofDecayed(SourceSpan span, QualType type, QualType array) =>
        Warning("PCC2296", "sizeof-array-decay", span, $"sizeof on pointer operation will return size of {Q(type)} instead of {Q(array)}");

    internal void SizeofPointerDivided(SourceSpan span, SourceSpan[] ranges, string name, SourceSpan declared) =>
        Warning("PCC2297", "sizeof-pointer-div", span, ranges, $"'sizeof ({name})' will return the size of the pointer, not the array itself", Note(declared, $"pointer '{name}' declared here"));

    internal void SizeofArrayDivided(SourceSpan span, SourceSpan[] ranges, QualType element, QualType divisor, SourceSpan declared, string name) =>
        Warning("PCC2298", "sizeof-array-div", span, ranges, $"expression does not compute the number of elements in this array; element type is '{element}', not {Q(divisor)}",
            Note(span, $"place parentheses around the 'sizeof' expression to silence this warning"), Note(declared, $"array '{name}' declared here"));

    internal void SwitchOverTruth(SourceSpan span) => Warning("PCC2380", "switch-bool", span, "switch condition has boolean value");

    internal void CaseOverflow(SourceSpan span, Int128 value, Int128 result) =>
        Warning("PCC2381", "switch", span, $"overflow converting case value to switch condition type ({value} to {result})");

    internal void SwitchWithoutDefault(SourceSpan span) => Warning("PCC2382", "switch-default", span, "'switch' missing 'default' label");

    internal void NegatedTruth(SourceSpan span) => Warning("PCC2383", "bool-operation", span, "bitwise negation of a boolean expression; did you mean logical negation?");

    internal void ExtraneousParentheses(SourceSpan span) => Warning("PCC2384", "parentheses-equality", span, "equality comparison with extraneous parentheses",
        Note(span, "remove extraneous parentheses around the comparison to silence this warning"), Note(span, "use '=' to turn this equality comparison into an assignment"));

    internal void XorAsPower(SourceSpan span, string left, string right, Int128 result, string meant) =>
        Warning("PCC2385", "xor-used-as-pow", span, $"result of '{left} ^ {right}' is {result}; did you mean {meant}?");

    internal void StringPlusInteger(SourceSpan span, QualType type) =>
        Warning("PCC2386", "string-plus-int", span, $"adding {Q(type)} to a string does not append to the string", Note(span, "use array indexing to silence this warning"));

    internal void OverlappingComparisons(SourceSpan span, bool isTrue) => Warning("PCC2387", "tautological-overlap-compare", span, $"overlapping comparisons always evaluate to {Truth(isTrue)}");

    internal void TruthCompare(SourceSpan span, SourceSpan[] ranges, Int128 value, QualType type, bool result) =>
        Warning("PCC2388", "tautological-constant-compare", span, ranges, $"result of comparison of constant {value} with expression of type {Q(type)} is always {Truth(result)}");

    internal void MissingField(SourceSpan span, string name) => Warning("PCC2420", "missing-field-initializers", span, $"missing field '{name}' initializer");

    internal void MissingBraces(SourceSpan span) => Warning("PCC2421", "missing-braces", span, "suggest braces around initialization of subobject");

    internal void InitializerOverrides(SourceSpan span, SourceSpan previous) =>
        Warning("PCC2422", "initializer-overrides", span, "initializer overrides prior initialization of this subobject", Note(previous, "previous initialization is here"));

    internal void IgnoredQualifier(SourceSpan span, string qualifier) =>
        Warning("PCC2424", "ignored-qualifiers", span, $"'{qualifier}' type qualifier on return type has no effect");

    internal void DeprecatedUse(SourceSpan span, string name, string? message, SourceSpan declared) =>
        Warning("PCC2305", "deprecated-declarations", span, $"'{name}' is deprecated" + (string.IsNullOrEmpty(message) ? "" : ": " + message),
            PreviousNotes(declared, $"'{name}' has been explicitly marked deprecated here"));

    internal void UnavailableUse(SourceSpan span, string name, SourceSpan declared) =>
        Error("PCC2389", span, $"'{name}' is unavailable", PreviousNotes(declared, $"'{name}' has been explicitly marked unavailable here"));

    internal void ZeroLengthArray(SourceSpan span) => Warning("PCC2425", "zero-length-array", span, "zero size arrays are an extension");

    internal void EmptyRecord(SourceSpan span, bool isUnion) => Warning("PCC2426", "gnu-empty-struct", span, $"empty {(isUnion ? "union" : "struct")} is a GNU extension");

    internal void EnumeratorBeyondInt(SourceSpan span, Int128 value) =>
        Warning("PCC2427", "pedantic", span, $"ISO C restricts enumerator values to range of 'int' ({value} is too {(value < 0 ? "small" : "large")})");

    internal void CastToUnion(SourceSpan span) => Warning("PCC2428", "gnu-union-cast", span, "cast to union type is a GNU extension");

    internal void AnonymousRecord(SourceSpan span, bool isUnion) => Warning("PCC2434", "c11-extensions", span, $"anonymous {(isUnion ? "unions" : "structs")} are a C11 extension");

    internal void TypedefTwice(SourceSpan span, string name, SourceSpan previous) =>
        Warning("PCC2435", "typedef-redefinition", span, $"redefinition of typedef '{name}' is a C11 feature", PreviousNotes(previous, "previous definition is here"));

}
