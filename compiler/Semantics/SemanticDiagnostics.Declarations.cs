// What the binder can say about declarations and types (PCC22nn). Wording follows clang's, which users know.
using PopcornCC.Compiler.Semantics;

namespace PopcornCC.Compiler.Text;

public sealed partial class DiagnosticBag
{
    public void Redefinition(SourceSpan span, string name, SourceSpan previous) =>
        Error("PCC2200", span, $"redefinition of '{name}'", PreviousNotes(previous, "previous definition is here"));

    public void TypedefRedefinition(SourceSpan span, string name, QualType type, QualType other, SourceSpan previous) =>
        Error("PCC2201", span, $"typedef redefinition with different types: '{name}' is {Q(type)} here and was {Q(other)}", PreviousNotes(previous, "previous definition is here"));

    public void DifferentKind(SourceSpan span, string name, SourceSpan previous) =>
        Error("PCC2202", span, $"redefinition of '{name}' as different kind of symbol", PreviousNotes(previous, "previous definition is here"));

    public void ConflictingTypes(SourceSpan span, string name, QualType type, QualType other, SourceSpan previous) =>
        Error("PCC2203", span, $"conflicting types for '{name}': {Q(type)} after {Q(other)}", PreviousNotes(previous, "previous declaration is here"));

    public void StaticAfterNonStatic(SourceSpan span, string name, SourceSpan previous) =>
        Error("PCC2204", span, $"static declaration of '{name}' follows non-static declaration", PreviousNotes(previous, "previous declaration is here"));

    public void NonStaticAfterStatic(SourceSpan span, string name, SourceSpan previous) =>
        Error("PCC2205", span, $"non-static declaration of '{name}' follows static declaration", PreviousNotes(previous, "previous declaration is here"));

    public void ThreadMismatch(SourceSpan span, string name, SourceSpan previous) =>
        Error("PCC2206", span, $"thread-local and non-thread-local declarations of '{name}'", PreviousNotes(previous, "previous declaration is here"));

    public void WrongTagKind(SourceSpan span, string tag, SourceSpan previous) =>
        Error("PCC2207", span, $"use of '{tag}' with tag type that does not match previous declaration", PreviousNotes(previous, "previous use is here"));

    public void TagInParameters(SourceSpan span, CType tag) =>
        Warning("PCC2208", "visibility", span, $"declaration of {Q(tag)} will not be visible outside of this function");

    public void NotAMember(SourceSpan span) => Error("PCC2209", span, "a struct or union can contain only members");

    public void DeclaresNothing(SourceSpan span) => Warning("PCC2210", "missing-declarations", span, "declaration does not declare anything");

    public void DuplicateMember(SourceSpan span, string name, SourceSpan previous) =>
        Error("PCC2211", span, $"duplicate member '{name}'", PreviousNotes(previous, "previous declaration is here"));

    public void VariablyModifiedMember(SourceSpan span, string name) => Error("PCC2212", span, $"field '{name}' must have a constant size");

    public void FunctionMember(SourceSpan span, string name) => Error("PCC2213", span, $"field '{name}' declared as a function");

    public void IncompleteMember(SourceSpan span, string name, QualType type) => Error("PCC2214", span, $"field '{name}' has incomplete type {Q(type)}");

    public void BitFieldType(SourceSpan span, string? name, QualType type) => Error("PCC2215", span, $"bit-field{Named(name)} has non-integral type {Q(type)}");

    public void BitFieldWidth(SourceSpan span, string? name, Int128 width, QualType type) =>
        Error("PCC2216", span, width < 0 ? $"bit-field{Named(name)} has negative width ({width})" : width == 0 ? $"named bit-field{Named(name)} has zero width" : $"width of bit-field{Named(name)} ({width} bits) exceeds the width of its type ({type.Type.Bits()} bit{(type.Type.Bits() == 1 ? "" : "s")})");

    public void FlexibleNotLast(SourceSpan span, string name) => Error("PCC2217", span, $"flexible array member '{name}' is not at the end of its struct");

    public void EnumUnderlying(SourceSpan span, QualType type) => Error("PCC2218", span, $"non-integral type {Q(type)} is an invalid underlying type");

    public void EnumeratorRange(SourceSpan span, string name) => Error("PCC2219", span, $"enumerator value of '{name}' is not representable in the underlying type");

    public void RestrictNeedsPointer(SourceSpan span, QualType type) => Error("PCC2220", span, $"restrict requires a pointer or reference ({Q(type)} is invalid)");

    public void AtomicOf(SourceSpan span, QualType type) => Error("PCC2221", span, $"_Atomic cannot be applied to type {Q(type)}");

    public void ComplexUnsupported(SourceSpan span) => Error("PCC2222", span, "complex integer types are not supported");

    public void TypeUnsupported(SourceSpan span, string name) => Error("PCC2223", span, $"the type {name} is not supported on the neutral machine");

    public void UnknownType(SourceSpan span, string name) => Error("PCC2224", span, $"unknown type name '{name}'");

    public void TypeofBitField(SourceSpan span) => Error("PCC2225", span, "invalid application of 'typeof' to a bit-field");

    public void AutoTypeMisplaced(SourceSpan span) => Error("PCC2226", span, "'__auto_type' is only allowed in the declaration of a variable");

    public void ConstexprNeedsInitializer(SourceSpan span) => Error("PCC2290", span, "a 'constexpr' object needs an initializer");

    public void AutoNeedsInitializer(SourceSpan span) => Error("PCC2227", span, "declaration with a deduced type needs a plain name and an initializer");

    public void BadVectorSize(SourceSpan span, QualType type) =>
        Error("PCC2228", span, $"invalid vector_size for element type {Q(type)}: it must be a power of two multiple of the element's size");

    public void UnknownMode(SourceSpan span, string mode) => Error("PCC2229", span, $"unknown machine mode '{mode}'");

    public void BadAlignment(SourceSpan span) => Error("PCC2230", span, "requested alignment is not a power of 2");

    public void ArrayOfFunctions(SourceSpan span, QualType type) => Error("PCC2231", span, $"array of functions of type {Q(type)}");

    public void IncompleteElement(SourceSpan span, QualType type) => Error("PCC2232", span, $"array has incomplete element type {Q(type)}");

    public void ArraySizeType(SourceSpan span, QualType type) => Error("PCC2233", span, $"size of array has non-integer type {Q(type)}");

    public void NegativeArraySize(SourceSpan span) => Error("PCC2234", span, "array size is negative");

    public void ArrayTooLarge(SourceSpan span) => Error("PCC2235", span, "array is too large");

    public void VariableLengthAtFileScope(SourceSpan span) => Error("PCC2236", span, "variable length array declaration not allowed at file scope");

    public void FunctionReturns(SourceSpan span, QualType type) =>
        Error("PCC2237", span, type.Type is ArrayType ? $"function cannot return array type {Q(type)}" : $"function cannot return function type {Q(type)}");

    public void ParameterStorage(SourceSpan span) => Error("PCC2238", span, "invalid storage class specifier in function declarator");

    public void VoidParameter(SourceSpan span) => Error("PCC2239", span, "argument may not have 'void' type");

    public void ParameterNameOmitted(SourceSpan span) =>
        Warning("PCC2240", "c23-extensions", span, "omitting the parameter name in a function definition is a C23 extension");

    public void ParameterDefaultsToInt(SourceSpan span, string name) =>
        Warning("PCC2241", "implicit-int", span, $"parameter '{name}' was not declared, defaults to 'int'");

    public void NotAParameter(SourceSpan span, string name) => Error("PCC2242", span, $"'{name}' is declared here but is not in the parameter list");

    public void NestedFunction(SourceSpan span) => Error("PCC2244", span, "nested functions are not supported");

    public void StaticAssertFailed(SourceSpan span, string? requirement, string? message, SourceSpan comparison, string? values) => Error("PCC2245", span,
        "static assertion failed" + (requirement is null ? "" : $" due to requirement '{requirement}'") + (string.IsNullOrEmpty(message) ? "" : ": " + message),
        values is null ? [] : [Note(comparison, $"expression evaluates to '{values}'")]);

    public void StaticAssertNotConstant(SourceSpan span) => Error("PCC2245", span, "static assertion expression is not an integral constant expression");

    public void NotConstant(SourceSpan span, string what) =>
        Error("PCC2246", span, what == "expression" ? "expression is not an integer constant expression" : $"{what} is not a compile-time constant");

    public void NotIntegerConstant(SourceSpan span, QualType type) => Error("PCC2247", span, $"integer constant expression must have integer type, not {Q(type)}");

    public void AsmUnsupported(SourceSpan span) =>
        Error("PCC2248", span, "inline assembly is not neutral: write C under '#ifdef __popcorn__', or put the assembly into files of its own, one a machine (name.x86_64.s and name.aarch64.s)");

    public void TypedefInitialized(SourceSpan span) => Error("PCC2249", span, "illegal initializer (only variables can be initialized)");

    public void FunctionInitialized(SourceSpan span, string name) => Error("PCC2250", span, $"function '{name}' is initialized like a variable");

    public void FileScopeStorage(SourceSpan span) => Error("PCC2251", span, "illegal storage class on file-scoped variable");

    public void InlineVariable(SourceSpan span) => Error("PCC2252", span, "'inline' can only appear on functions");

    public void ExternInitialized(SourceSpan span, string name) => Warning("PCC2253", "extern-initializer", span, $"'extern' variable '{name}' has an initializer");

    public void ExternLocalInitialized(SourceSpan span) => Error("PCC2254", span, "declaration of block scope identifier with linkage cannot have an initializer");

    public void ThreadLocalAutomatic(SourceSpan span) => Error("PCC2255", span, "'_Thread_local' variables must have global storage");

    public void VariableLengthInitialized(SourceSpan span) => Error("PCC2256", span, "variable-sized object may not be initialized");

    public void VariableLengthStatic(SourceSpan span, string name) => Error("PCC2257", span, $"variable length array '{name}' cannot have static storage duration");

    public void IncompleteVariable(SourceSpan span, string name, QualType type) =>
        Error("PCC2258", span, type.Type.IsVoid() ? $"variable '{name}' has incomplete type {Q(type)}" : type.Type is ArrayType ? $"definition of variable '{name}' with array type needs an explicit size or an initializer" : $"variable '{name}' has incomplete type {Q(type)}");

    public void TentativeArrayOneElement(SourceSpan span, string name) =>
        Warning("PCC2259", "tentative-definition-array", span, $"tentative array definition of '{name}' assumed to have one element");

    public void IncompleteTentative(SourceSpan span, string name, QualType type) =>
        Error("PCC2260", span, $"tentative definition of '{name}' has type {Q(type)} that is never completed");

    public void FunctionStorage(SourceSpan span, string name) => Error("PCC2261", span, $"illegal storage class on function '{name}'");

    public void BlockScopeStaticFunction(SourceSpan span) => Error("PCC2262", span, "function declared in block scope cannot have 'static' storage class");

    public void NotAFunctionDefinition(SourceSpan span) => Error("PCC2263", span, "expected a function definition: the declarator does not declare a function");

    public void IncompleteResult(SourceSpan span, QualType type) => Error("PCC2264", span, $"incomplete result type {Q(type)} in function definition or call");

    public void MainResult(SourceSpan span) => Warning("PCC2265", "main-return-type", span, "return type of 'main' is not 'int'");

    public void MainParameters(SourceSpan span) => Warning("PCC2266", "main", span, "'main' is not allowed to be declared variadic");

    public void MainOneParameter(SourceSpan span) => Warning("PCC2266", "main", span, "only one parameter on 'main' declaration");

    public void MainStatic(SourceSpan span) => Warning("PCC2266", "main", span, "'main' should not be declared static");

    public void MainWrong(SourceSpan span, string message) => Error("PCC2267", span, message);

    public void NoReturnReturns(SourceSpan span, string name) => Warning("PCC2268", "invalid-noreturn", span, $"function '{name}' declared 'noreturn' should not return");

    public void UndeclaredLabel(SourceSpan span, string name) => Error("PCC2269", span, $"use of undeclared label '{name}'");

    public void UnusedLabel(SourceSpan span, string name) => Warning("PCC2270", "unused-label", span, $"unused label '{name}'");

    public void UnusedVariable(SourceSpan span, string name) => Warning("PCC2271", "unused-variable", span, $"unused variable '{name}'");

    public void UnusedConstVariable(SourceSpan span, string name) => Warning("PCC2274", "unused-const-variable", span, $"unused variable '{name}'");

    public void UnusedTypedef(SourceSpan span, string name) => Warning("PCC2275", "unused-local-typedef", span, $"unused typedef '{name}'");

    public void SetButNotUsed(SourceSpan span, string name, bool isParameter) =>
        Warning("PCC2276", isParameter ? "unused-but-set-parameter" : "unused-but-set-variable", span, $"{(isParameter ? "parameter" : "variable")} '{name}' set but not used");

    public void UnneededFunction(SourceSpan span, string name) => Warning("PCC2277", "unneeded-internal-declaration", span, $"function '{name}' is not needed and will not be emitted");

    public void UnneededVariable(SourceSpan span, string name) => Warning("PCC2278", "unneeded-internal-declaration", span, $"variable '{name}' is not needed and will not be emitted");

    public void UnusedFunction(SourceSpan span, string name) => Warning("PCC2272", "unused-function", span, $"unused function '{name}'");

    public void StaticFunctionNotDefined(SourceSpan span, string name) =>
        Warning("PCC2273", "undefined-internal", span, $"function '{name}' has internal linkage but is not defined");

    private static string Q(QualType type) => TypePrinter.Quote(type);

    // A previous declaration made by the compiler itself has no place to show.
    private static Diagnostic[] PreviousNotes(SourceSpan previous, string text) => previous == SourceSpan.None ? [] : [Note(previous, text)];

    private static string DidYouMean(string? suggestion) => suggestion is null ? "" : $"; did you mean '{suggestion}'?";

    private static string Named(string? name) => name is null ? "" : $" '{name}'";
}
