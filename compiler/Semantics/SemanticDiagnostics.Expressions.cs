// What the binder can say about expressions and conversions (PCC23nn). Wording follows clang's, which users know.
using PopcornCC.Compiler.Semantics;

namespace PopcornCC.Compiler.Text;

public sealed partial class DiagnosticBag
{
    public void Undeclared(SourceSpan span, string name, string? suggestion) => Error("PCC2300", span, $"use of undeclared identifier '{name}'" + DidYouMean(suggestion));

    public void TypeAsExpression(SourceSpan span, string name) => Error("PCC2301", span, $"unexpected type name '{name}': expected expression");

    public void BuiltinMustBeCalled(SourceSpan span, string name) => Error("PCC2302", span, $"builtin function '{name}' must be directly called, and known");

    public void UnknownBuiltin(SourceSpan span, string name) => Error("PCC2303", span, $"use of unknown builtin '{name}'");

    public void ImplicitFunctionInC89(SourceSpan span, string name) =>
        Add(new Diagnostic(Severity.Warning, "PCC2304", $"implicit declaration of function '{name}'", span, "implicit-function-declaration") { Default = GroupDefault.Off });

    public void ImplicitFunction(SourceSpan span, string name, string? suggestion) =>
        Warning("PCC2304", "implicit-function-declaration", span, $"call to undeclared function '{name}'; ISO C99 and later do not support implicit function declarations" + DidYouMean(suggestion));

    public void FuncOutsideFunction(SourceSpan span, string name) => Error("PCC2306", span, $"'{name}' is only known inside a function");

    public void DuplicateDefaultAssociation(SourceSpan span) => Error("PCC2307", span, "duplicate default generic association");

    public void DuplicateAssociation(SourceSpan span, QualType type, SourceSpan previous) =>
        Error("PCC2308", span, $"type {Q(type)} in generic association compatible with previously specified type", PreviousNotes(previous, "compatible type specified here"));

    public void NoAssociation(SourceSpan span, QualType type) =>
        Error("PCC2309", span, $"controlling expression type {Q(type)} not compatible with any generic association type");

    public void LabelOutsideFunction(SourceSpan span) => Error("PCC2310", span, "address of label outside of a function");

    public void UnaryOperand(SourceSpan span, QualType type) => Error("PCC2311", span, $"invalid argument type {Q(type)} to unary expression");

    public void AddressOfBitField(SourceSpan span, string? name) => Error("PCC2312", span, $"address of bit-field{Named(name)} requested");

    public void AddressOfValue(SourceSpan span, QualType type) => Error("PCC2313", span, $"cannot take the address of an rvalue of type {Q(type)}");

    public void AddressOfVectorElement(SourceSpan span) => Error("PCC2314", span, "address of vector element requested");

    public void DereferenceOf(SourceSpan span, QualType type) => Error("PCC2315", span, $"indirection requires pointer operand ({Q(type)} invalid)");

    public void IncrementOf(SourceSpan span, bool isIncrement, QualType type) => Error("PCC2316", span, $"cannot {(isIncrement ? "increment" : "decrement")} value of type {Q(type)}");

    public void IncompleteValue(SourceSpan span, QualType type) => Error("PCC2320", span, $"value of incomplete type {Q(type)}");

    public void SizeofBitField(SourceSpan span) => Error("PCC2321", span, "invalid application of 'sizeof' to a bit-field");

    public void SizeofVoidOrFunction(SourceSpan span, QualType type) =>
        Warning("PCC2322", "pointer-arith", span, $"invalid application of 'sizeof' to {Q(type)}, a GNU extension gives 1");

    public void SizeofIncomplete(SourceSpan span, QualType type) => Error("PCC2323", span, $"size or alignment of incomplete type {Q(type)}");

    public void BinaryOperands(SourceSpan span, QualType left, QualType right) =>
        Error("PCC2324", span, $"invalid operands to binary expression ({Q(left)} and {Q(right)})");

    public void DivisionByZero(SourceSpan span, bool isDivision, SourceSpan[] ranges) =>
        Warning("PCC2325", "division-by-zero", span, ranges, $"{(isDivision ? "division" : "remainder")} by zero is undefined");

    public void ShiftCount(SourceSpan span, Int128 count, QualType type) =>
        Warning("PCC2326", count < 0 ? "shift-count-negative" : "shift-count-overflow", span, count < 0 ? "shift count is negative" : $"shift count >= width of type {Q(type)}");

    public void PointerDifferenceTypes(SourceSpan span, QualType left, QualType right) =>
        Error("PCC2327", span, $"{Q(left)} and {Q(right)} are not pointers to compatible types");

    public void VoidPointerArithmetic(SourceSpan span, CType type) =>
        Warning("PCC2328", "gnu-pointer-arith", span, $"arithmetic on a pointer to {(type is PointerType { Pointee.Type: FunctionType } ? "a function" : "void")} is a GNU extension");

    public void IncompleteArithmetic(SourceSpan span, QualType type) => Error("PCC2329", span, $"arithmetic on a pointer to an incomplete type {Q(type)}");

    public void ComparePointers(SourceSpan span, QualType left, QualType right) =>
        Warning("PCC2330", "compare-distinct-pointer-types", span, $"comparison of distinct pointer types ({Q(left)} and {Q(right)})");

    public void ComparePointerInteger(SourceSpan span, bool isEquality, QualType left, QualType right)
    {
        if (isEquality) Warning("PCC2331", "pointer-integer-compare", span, $"comparison between pointer and integer ({Q(left)} and {Q(right)})");
        else Add(new Diagnostic(Severity.Warning, "PCC2331", $"ordered comparison between pointer and integer ({Q(left)} and {Q(right)})", span));
    }

    public void ConditionalPointerInteger(SourceSpan span, QualType left, QualType right) =>
        Warning("PCC2334", "conditional-type-mismatch", span, $"pointer/integer type mismatch in conditional expression ({Q(left)} and {Q(right)})");

    public void ConditionalTypes(SourceSpan span, QualType left, QualType right) => Error("PCC2335", span, $"incompatible operand types ({Q(left)} and {Q(right)})");

    public void ConditionalPointers(SourceSpan span, QualType left, QualType right) =>
        Warning("PCC2336", "pointer-type-mismatch", span, $"pointer type mismatch ({Q(left)} and {Q(right)})");

    public void UnusedComparison(SourceSpan span, string kind) => Warning("PCC2337", "unused-comparison", span, $"{kind} comparison result unused");

    public void UnusedValue(SourceSpan span) => Warning("PCC2338", "unused-value", span, "expression result unused");

    public void UnusedResult(SourceSpan span, string name) =>
        Warning("PCC2339", "unused-result", span, $"ignoring return value of function '{name}' declared with 'warn_unused_result' attribute");

    public void UnusedCall(SourceSpan span, string attribute) => Warning("PCC2375", "unused-value", span, $"ignoring return value of function declared with {attribute} attribute");

    public void AssignmentAsCondition(SourceSpan span) => Warning("PCC2340", "parentheses", span, "using the result of an assignment as a condition without parentheses");

    public void ConditionNotScalar(SourceSpan span, SourceSpan value, QualType type) => Error("PCC2341", span, [value], $"statement requires expression of scalar type ({Q(type)} invalid)");

    public void NotScalar(SourceSpan span, QualType type) => Error("PCC2341", span, $"used type {Q(type)} where arithmetic or pointer type is required");

    public void VoidArgument(SourceSpan span, QualType type) => Error("PCC2343", span, $"argument type {Q(type)} is incomplete");

    public void SubscriptIndex(SourceSpan span, SourceSpan index) => Error("PCC2352", span, [index], "array subscript is not an integer");

    public void SubscriptBase(SourceSpan span, SourceSpan index) => Error("PCC2353", span, [index], "subscripted value is not an array, pointer, or vector");

    public void SubscriptOfFunctions(SourceSpan span, QualType type) => Error("PCC2353", span, $"subscript of pointer to function type {Q(type)}");

    public void ArrowOnRecord(SourceSpan span, QualType type) => Error("PCC2354", span, $"member reference type {Q(type)} is not a pointer; did you mean to use '.'?");

    public void ArrowOnValue(SourceSpan span, QualType type) => Error("PCC2354", span, $"member reference type {Q(type)} is not a pointer");

    public void DotOnPointer(SourceSpan span, QualType type) => Error("PCC2355", span, $"member reference type {Q(type)} is a pointer; did you mean to use '->'?");

    public void MemberOf(SourceSpan span, QualType type) => Error("PCC2356", span, $"member reference base type {Q(type)} is not a structure or union");

    public void IncompleteMemberAccess(SourceSpan span, QualType type) => Error("PCC2357", span, $"incomplete definition of type {Q(type)}");

    public void NoSuchMember(SourceSpan span, string name, CType type, string? suggestion) =>
        Error("PCC2358", span, $"no member named '{name}' in {Q(type)}" + DidYouMean(suggestion));

    public void OffsetofBitField(SourceSpan span, string name) => Error("PCC2359", span, $"cannot compute offset of bit-field '{name}'");

    public void VaArgType(SourceSpan span, QualType type) => Error("PCC2360", span, $"second argument to 'va_arg' is of type {Q(type)}, which cannot be passed");

    public void VaArgPromoted(SourceSpan span, QualType type, QualType promoted) =>
        Warning("PCC2361", "varargs", span, $"second argument to 'va_arg' is of promotable type {Q(type)}; it is read as {Q(promoted)}");

    public void NotVaList(SourceSpan span, QualType type) => Error("PCC2362", span, $"argument of type {Q(type)} is not a 'va_list' object");

    public void VaStartNotVariadic(SourceSpan span) => Error("PCC2363", span, "'va_start' used in function with fixed arguments");

    public void BadCast(SourceSpan span, QualType from, QualType to) => Error("PCC2364", span, $"cannot cast from type {Q(from)} to {Q(to)}");

    public void CastOfAggregate(SourceSpan span, QualType type) => Error("PCC2364", span, $"operand of type {Q(type)} where arithmetic or pointer type is required");

    public void CastToAggregate(SourceSpan span, QualType type) => Error("PCC2364", span, $"used type {Q(type)} where arithmetic or pointer type is required");

    public void CastOfFloatToPointer(SourceSpan span, QualType type) => Error("PCC2364", span, $"operand of type {Q(type)} cannot be cast to a pointer type");

    public void CastOfPointerToFloat(SourceSpan span, QualType type) => Error("PCC2364", span, $"pointer cannot be cast to type {Q(type)}");

    public void IntToPointerSize(SourceSpan span, QualType from, QualType to) =>
        Warning("PCC2365", "int-to-pointer-cast", span, $"cast to {Q(to)} from smaller integer type {Q(from)}");

    public void PointerToIntSize(SourceSpan span, QualType from, QualType to) =>
        Warning("PCC2366", "pointer-to-int-cast", span, $"cast to smaller integer type {Q(to)} from {Q(from)}");

    public void CalledNotFunction(SourceSpan span, QualType type) => Error("PCC2367", span, $"called object type {Q(type)} is not a function or function pointer");

    public void ArgumentCount(SourceSpan span, bool tooFew, bool isAtLeast, int expected, int actual, string? name, SourceSpan previous) =>
        Error("PCC2368", span, $"too {(tooFew ? "few" : "many")} arguments to {(name is null ? "function call" : $"function '{name}'")}, expected {(isAtLeast ? (tooFew ? "at least " : "at most ") : "")}{expected}, have {actual}", PreviousNotes(previous, $"'{name}' declared here"));

    public void NeedsFloating(SourceSpan span, string name, QualType type) => Error("PCC2369", span, $"'{name}' needs an argument of floating type, not {Q(type)}");

    public void NeedsUnsigned(SourceSpan span, string name, QualType type) => Error("PCC2391", span, $"'{name}' needs an argument of unsigned integer type, not '{type}'");

    public void OverflowArguments(SourceSpan span) => Error("PCC2370", span, "an overflow builtin takes two integers and a pointer to a modifiable integer");

    public void AtomicPointer(SourceSpan span, QualType type) =>
        Error("PCC2371", span, $"address argument to atomic builtin must be a pointer to a complete type ({Q(type)} invalid)");

    public void ShuffleArguments(SourceSpan span) =>
        Error("PCC2372", span, "__builtin_shufflevector takes two vectors of one element type and constant indices into both");

    public void ShuffleMask(SourceSpan span) => Error("PCC2373", span, "__builtin_shuffle takes one or two vectors of one type and a vector of as many integers of the elements' size");

    public void StatementExpressionAtFileScope(SourceSpan span) => Error("PCC2374", span, "statement expression not allowed at file scope");
}
