// What the binder can say about values: comparisons, conversions, bounds (PCC246n to PCC249n). Wording follows clang's.
using PopcornCC.Compiler.Semantics;

namespace PopcornCC.Compiler.Text;

public sealed partial class DiagnosticBag
{
    internal void SelfComparison(SourceSpan span, SourceSpan[] ranges, bool isTrue) =>
        Warning("PCC2460", "tautological-compare", span, ranges, $"self-comparison always evaluates to {Truth(isTrue)}");

    internal void CompareString(SourceSpan span, SourceSpan[] ranges) =>
        Warning("PCC2332", "string-compare", span, ranges, "result of comparison against a string literal is unspecified (use an explicit string comparison function instead)");

    internal void FloatEqual(SourceSpan span, SourceSpan[] ranges) => Warning("PCC2461", "float-equal", span, ranges, "comparing floating point with == or != is unsafe");

    internal void EnumCompare(SourceSpan span, SourceSpan[] ranges, QualType left, QualType right) =>
        Warning("PCC2462", "enum-compare", span, ranges, $"comparison of different enumeration types ({Q(left)} and {Q(right)})");

    internal void LogicalNotParentheses(SourceSpan span, string what) =>
        Warning("PCC2463", "logical-not-parentheses", span, $"logical not is only applied to the left hand side of this {what}", Note(span, "add parentheses around left hand side expression to silence this warning"));

    internal void OutOfRangeCompare(SourceSpan span, SourceSpan[] ranges, Int128 value, QualType type, bool result) =>
        Warning("PCC2464", "tautological-constant-out-of-range-compare", span, ranges, $"result of comparison of constant {value} with expression of type {Q(type)} is always {Truth(result)}");

    internal void UnsignedZeroCompare(SourceSpan span, SourceSpan[] ranges, bool result) =>
        Warning("PCC2465", "tautological-unsigned-zero-compare", span, ranges, $"result of comparison of unsigned expression with 0 is always {Truth(result)}");

    internal void TypeLimitCompare(SourceSpan span, SourceSpan[] ranges, Int128 value, QualType type, bool result) =>
        Warning("PCC2466", "tautological-type-limit-compare", span, ranges, $"result of comparison of {Q(type)} with {value} is always {Truth(result)}");

    internal void BitwiseCompare(SourceSpan span, SourceSpan[] ranges, bool result) =>
        Warning("PCC2467", "tautological-bitwise-compare", span, ranges, $"bitwise comparison always evaluates to {Truth(result)}");

    internal void SignCompare(SourceSpan span, SourceSpan[] ranges, QualType left, QualType right) =>
        Warning("PCC2333", "sign-compare", span, ranges, $"comparison of integers of different signs: {Q(left)} and {Q(right)}");

    internal void NeverNullCompared(SourceSpan span, string what, string name, bool isEqual) =>
        Warning("PCC2468", "tautological-pointer-compare", span, $"comparison of {Address(what, name)} {(isEqual ? "equal" : "not equal")} to a null pointer is always {Truth(!isEqual)}");

    internal void NeverNull(SourceSpan span, string what, string name) =>
        Warning("PCC2469", "pointer-bool-conversion", span, what.Length == 0 ? $"address of '{name}' will always evaluate to 'true'" : $"address of {what} '{name}' will always evaluate to 'true'");

    internal void LogicalConstant(SourceSpan span, string op, SourceSpan[] ranges) =>
        Warning("PCC2470", "constant-logical-operand", span, ranges, $"use of logical '{op}' with constant operand", Note(span, $"use '{op[..1]}' for a bitwise operation"));

    internal void ConstantConversion(SourceSpan span, QualType from, QualType to, Int128 value, Int128 result) =>
        Warning("PCC2351", "constant-conversion", span, $"implicit conversion from {Q(from)} to {Q(to)} changes value from {value} to {result}");

    internal void Shorten(SourceSpan span, QualType from, QualType to) => Warning("PCC2471", "shorten-64-to-32", span, $"implicit conversion loses integer precision: {Q(from)} to {Q(to)}");

    internal void LosesPrecision(SourceSpan span, QualType from, QualType to) => Warning("PCC2472", "implicit-int-conversion", span, $"implicit conversion loses integer precision: {Q(from)} to {Q(to)}");

    internal void ChangesSign(SourceSpan span, QualType from, QualType to) => Warning("PCC2473", "sign-conversion", span, $"implicit conversion changes signedness: {Q(from)} to {Q(to)}");

    internal void EnumConversion(SourceSpan span, QualType from, QualType to) =>
        Warning("PCC2474", "enum-conversion", span, $"implicit conversion from enumeration type {Q(from)} to different enumeration type {Q(to)}");

    internal void DoublePromotion(SourceSpan span, QualType from, QualType to) => Warning("PCC2475", "double-promotion", span, $"implicit conversion increases floating-point precision: {Q(from)} to {Q(to)}");

    internal void FloatPrecision(SourceSpan span, QualType from, QualType to) => Warning("PCC2476", "implicit-float-conversion", span, $"implicit conversion loses floating-point precision: {Q(from)} to {Q(to)}");

    internal void FloatToInteger(SourceSpan span, QualType from, QualType to) => Warning("PCC2477", "float-conversion", span, $"implicit conversion turns floating-point number into integer: {Q(from)} to {Q(to)}");

    internal void FloatOutOfRange(SourceSpan span, QualType from, QualType to, bool isLiteral) =>
        Warning("PCC2478", isLiteral ? "literal-conversion" : "float-overflow-conversion", span, $"implicit conversion of out of range value from {Q(from)} to {Q(to)} is undefined");

    internal void FloatLiteralChanges(SourceSpan span, QualType from, QualType to, double value, Int128 result, bool isLiteral) =>
        Warning("PCC2479", isLiteral ? "literal-conversion" : result == 0 ? "float-zero-conversion" : "float-conversion", span,
            string.Create(System.Globalization.CultureInfo.InvariantCulture, $"implicit conversion from {Q(from)} to {Q(to)} changes value from {value} to {result}"));

    internal void ConstantToFloat(SourceSpan span, QualType from, QualType to, Int128 value, Int128 result) =>
        Warning("PCC2480", "implicit-const-int-float-conversion", span, $"implicit conversion from {Q(from)} to {Q(to)} changes value from {value} to {result}");

    internal void IntegerToFloat(SourceSpan span, QualType from, QualType to) => Warning("PCC2481", "implicit-int-float-conversion", span, $"implicit conversion from {Q(from)} to {Q(to)} may lose precision");

    internal void BitFieldConversion(SourceSpan span, string text) => Warning("PCC2482", "bitfield-constant-conversion", span, text);

    internal void SingleBitConversion(SourceSpan span) =>
        Warning("PCC2494", "single-bit-bitfield-constant-conversion", span, "implicit truncation from 'int' to a one-bit wide bit-field changes value from 1 to -1");

    internal void CharSubscript(SourceSpan span) => Warning("PCC2483", "char-subscripts", span, "array subscript is of type 'char'");

    internal void IndexBeforeArray(SourceSpan span, Int128 index, string name, SourceSpan declared) =>
        Warning("PCC2484", "array-bounds", span, $"array index {index} is before the beginning of the array", ArrayNote(name, declared));

    internal void IndexPastArray(SourceSpan span, Int128 index, ArrayType type, string name, SourceSpan declared) =>
        Warning("PCC2485", "array-bounds", span, $"array index {index} is past the end of the array (that has type {Q(type)})", ArrayNote(name, declared));

    internal void ShiftOfNegative(SourceSpan span) => Warning("PCC2486", "shift-negative-value", span, "shifting a negative signed value is undefined");

    internal void ShiftIntoSign(SourceSpan span, QualType type) => Warning("PCC2487", "shift-sign-overflow", span, $"signed shift result sets the sign bit of the shift expression's type ({Q(type)}) and becomes negative");

    internal void ShiftOverflow(SourceSpan span, UInt128 result, int needed, QualType type, int bits) =>
        Warning("PCC2488", "shift-overflow", span, $"signed shift result (0x{result:X}) requires {needed} bits to represent, but {Q(type)} only has {bits} bits");

    internal void ReturnsLabel(SourceSpan span) => Warning("PCC2489", "return-stack-address", span, "returning address of label, which is local");

    internal void ReturnsLiteralAddress(SourceSpan span) => Warning("PCC2490", "return-stack-address", span, "address of stack memory associated with compound literal returned");

    internal void IntegerOverflow(SourceSpan span, Int128 result, CType type) => Warning("PCC2491", "integer-overflow", span, $"overflow in expression; result is {result} with type {Q(type)}");

    internal void SelfAssignment(SourceSpan span, QualType type) => Warning("PCC2493", "self-assign", span, $"explicitly assigning value of variable of type {Q(type)} to itself");

    internal void DereferenceOfVoid(SourceSpan span, QualType type) => Warning("PCC2492", "void-ptr-dereference", span, $"ISO C does not allow indirection on operand of type {Q(type)}");

    private static string Truth(bool value) => value ? "true" : "false";

    private static string Address(string what, string name) => what.Length == 0 ? $"address of '{name}'" : $"{what} '{name}'";

    private static Diagnostic[] ArrayNote(string name, SourceSpan declared) => name.Length == 0 || declared == SourceSpan.None ? [] : [Note(declared, $"array '{name}' declared here")];
}
