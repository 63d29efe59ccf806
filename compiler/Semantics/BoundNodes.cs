// The bound tree: what a translation unit means. Every expression carries its type, every implicit conversion is a BoundCast (6.3), every name is a symbol; nothing here points back
// to syntax. Code generation reads it after Lowering. Grouped by clause of C11.
//
// Conventions: an expression whose IsLvalue is true designates an object and has the object's type; it is turned into a value by BoundCast LvalueToRvalue (arrays: ArrayToPointer;
// functions: FunctionToPointer) and by nothing else. Operands of operators have been converted already: the operands of an arithmetic binary operator have the same type, which is the result's
// (shifts: the right operand is promoted on its own; comparisons: the result is int; pointer arithmetic has operators of its own).
using System.Collections.Immutable;
using PopcornCC.Compiler.Text;

namespace PopcornCC.Compiler.Semantics;

/// <summary>Any bound node.</summary>
public abstract record BoundNode(SourceSpan Span);

// ---- 6.5 Expressions ------------------------------------------------------------------------------------------------------------------------

/// <summary>An expression of type <paramref name="Type"/>; qualifiers matter only on lvalues.</summary>
public abstract record BoundExpression(QualType Type, SourceSpan Span) : BoundNode(Span)
{
    /// <summary>Designates an object (or, for BoundFunctionRef, a function).</summary>
    public virtual bool IsLvalue => false;
}

/// <summary>An integer constant (also of pointer type: a converted constant address) in two's complement, already reduced to the type.</summary>
public sealed record BoundIntConstant(Int128 Value, QualType Type, SourceSpan Span) : BoundExpression(Type, Span);

/// <summary>A floating constant, already rounded to the type.</summary>
public sealed record BoundFloatConstant(double Value, QualType Type, SourceSpan Span) : BoundExpression(Type, Span);

/// <summary>A complex constant, both parts rounded to the type's.</summary>
public sealed record BoundComplexConstant(double Real, double Imaginary, QualType Type, SourceSpan Span) : BoundExpression(Type, Span);

/// <summary>GNU <c>__real__</c> and <c>__imag__</c> of a complex operand; an lvalue if the operand is.</summary>
public sealed record BoundComplexPart(BoundExpression Operand, bool IsImaginary, QualType Type, SourceSpan Span) : BoundExpression(Type, Span)
{
    public override bool IsLvalue => Operand.IsLvalue;
}

/// <summary>A string literal (6.4.5): the bytes of the array, terminator included; an lvalue of array type. Element size is that of the type's element.</summary>
public sealed record BoundStringLiteral(ImmutableArray<byte> Bytes, QualType Type, SourceSpan Span) : BoundExpression(Type, Span)
{
    public override bool IsLvalue => true;

    /// <summary>An array it cannot initialise was to be initialised with it; that has been reported.</summary>
    public bool IsUnfit { get; init; }
}

/// <summary>A variable by name.</summary>
public sealed record BoundVariable(VariableSymbol Symbol, SourceSpan Span) : BoundExpression(Symbol.Type, Span)
{
    public override bool IsLvalue => true;
}

/// <summary>A function by name (of function type).</summary>
public sealed record BoundFunctionRef(FunctionSymbol Symbol, SourceSpan Span) : BoundExpression(Symbol.Type, Span)
{
    public override bool IsLvalue => true;
}

/// <summary>6.5.2.5: an unnamed object. <paramref name="Object"/> is a made-up variable (static at file scope); <paramref name="Initializer"/> is stored each time this is evaluated, when automatic.</summary>
public sealed record BoundCompoundLiteral(VariableSymbol Object, BoundInitializer? Initializer, SourceSpan Span) : BoundExpression(Object.Type, Span)
{
    public override bool IsLvalue => true;
}

/// <summary>6.5.2.3: a member. When <paramref name="Base"/> is an lvalue so is this (<c>p->m</c> is a member of a BoundDereference); otherwise Base is a struct value.
/// Accesses through anonymous members are nested.</summary>
public sealed record BoundMember(BoundExpression Base, FieldSymbol Field, QualType Type, SourceSpan Span) : BoundExpression(Type, Span)
{
    public override bool IsLvalue => Base.IsLvalue;
}

/// <summary>6.5.3.2: <c>*pointer</c>. <c>a[i]</c> is the dereference of a PointerAdd.</summary>
public sealed record BoundDereference(BoundExpression Pointer, QualType Type, SourceSpan Span) : BoundExpression(Type, Span)
{
    public override bool IsLvalue => true;
}

/// <summary>6.5.3.2: <c>&amp;lvalue</c> (or of a function).</summary>
public sealed record BoundAddressOf(BoundExpression Operand, QualType Type, SourceSpan Span) : BoundExpression(Type, Span);

/// <summary>An element or part of a GNU vector by index; an lvalue if the vector is.</summary>
public sealed record BoundVectorElement(BoundExpression Vector, BoundExpression Index, QualType Type, SourceSpan Span) : BoundExpression(Type, Span)
{
    public override bool IsLvalue => Vector.IsLvalue;
}

/// <summary>6.5.2.2: a call. Callee is a value of pointer-to-function type, or a BoundFunctionRef for a direct call. Arguments are converted to the parameters' types, variadic and unprototyped ones promoted.
/// <paramref name="FunctionType"/> is the called type.</summary>
public sealed record BoundCall(BoundExpression Callee, FunctionType FunctionType, ImmutableArray<BoundExpression> Arguments, QualType Type, SourceSpan Span) : BoundExpression(Type, Span);

/// <summary>A call of a compiler builtin; its arguments are converted as that builtin wants. Type arguments have been folded to constants.</summary>
public sealed record BoundBuiltinCall(BuiltinFunction Function, ImmutableArray<BoundExpression> Arguments, QualType Type, SourceSpan Span) : BoundExpression(Type, Span);

/// <summary>What a unary operator does.</summary>
public enum UnaryOperator : byte
{
    Negate, BitwiseNot,

    /// <summary>Operand scalar, result int 0 or 1.</summary>
    LogicalNot,
}

/// <summary>6.5.3.3, also element-wise on vectors. Unary plus leaves no node. BitwiseNot of a complex number is its conjugate.</summary>
public sealed record BoundUnary(UnaryOperator Operator, BoundExpression Operand, QualType Type, SourceSpan Span) : BoundExpression(Type, Span);

/// <summary>What a binary operator does; signedness and floating are told by the operands' type.</summary>
public enum BinaryOperator : byte
{
    Add, Subtract, Multiply, Divide, Remainder, ShiftLeft, ShiftRight, And, Or, Xor,
    Less, Greater, LessEqual, GreaterEqual, Equal, NotEqual,

    /// <summary>Short circuit; operands scalar, result int 0 or 1.</summary>
    LogicalAnd, LogicalOr,

    /// <summary>Pointer (left) plus or minus integer (right, any integer type) in elements; result the pointer's type.</summary>
    PointerAdd, PointerSubtract,

    /// <summary>Pointers of the same pointee; result ptrdiff_t in elements.</summary>
    PointerDifference,
}

/// <summary>6.5.5 to 6.5.14; of a complex operation one operand may be of the real type; also element-wise on vectors (comparison gives -1 or 0 in each element).</summary>
public sealed record BoundBinary(BinaryOperator Operator, BoundExpression Left, BoundExpression Right, QualType Type, SourceSpan Span) : BoundExpression(Type, Span);

/// <summary>6.5.15. With <paramref name="WhenTrue"/> null (GNU <c>a ?: b</c>), the value is the condition's, converted by <paramref name="OmittedConversion"/>, whose operand is a BoundPlaceholder.</summary>
public sealed record BoundConditional(BoundExpression Condition, BoundExpression? WhenTrue, BoundExpression WhenFalse, QualType Type, SourceSpan Span, BoundExpression? OmittedConversion = null) : BoundExpression(Type, Span);

/// <summary>Stands for a value computed before: the left side of a compound assignment after loading, or the condition of <c>?:</c>.</summary>
public sealed record BoundPlaceholder(QualType Type, SourceSpan Span) : BoundExpression(Type, Span);

/// <summary>6.5.16.1: the value of the expression is what was stored (a value, of the unqualified type).</summary>
public sealed record BoundAssignment(BoundExpression Target, BoundExpression Value, QualType Type, SourceSpan Span) : BoundExpression(Type, Span);

/// <summary>6.5.16.2, <c>++</c> and <c>--</c>: Target is evaluated once; <paramref name="NewValue"/> computes the new value (converted to Target's type) from a BoundPlaceholder that stands for the old value (already an rvalue of
/// Target's unqualified type). The result is the new value, or the old one if <paramref name="IsPostfix"/>.</summary>
public sealed record BoundCompoundAssignment(BoundExpression Target, BoundPlaceholder OldValue, BoundExpression NewValue, bool IsPostfix, QualType Type, SourceSpan Span) : BoundExpression(Type, Span);

/// <summary>6.5.17.</summary>
public sealed record BoundComma(BoundExpression Left, BoundExpression Right, QualType Type, SourceSpan Span) : BoundExpression(Type, Span);

/// <summary>What a conversion does (6.3).</summary>
public enum CastKind : byte
{
    LvalueToRvalue, ArrayToPointer, FunctionToPointer,

    /// <summary>Integer to integer (and to or from enum): truncate or extend by the source's signedness.</summary>
    IntegralCast,

    /// <summary>Any scalar to _Bool: compares with zero.</summary>
    ToBool,
    IntegerToFloat, FloatToInteger, FloatCast, PointerToInteger, IntegerToPointer,

    /// <summary>Pointer to pointer: no code.</summary>
    PointerCast,

    /// <summary>Value discarded.</summary>
    ToVoid,

    /// <summary>Vector to vector or to a scalar of the same size: same bits.</summary>
    BitCast,

    /// <summary>Scalar to every element of a vector.</summary>
    VectorSplat,

    /// <summary>Element-wise conversion (__builtin_convertvector).</summary>
    VectorConvert,

    /// <summary>Real to complex with imaginary part 0; complex to complex of another width.</summary>
    RealToComplex, ComplexCast,

    /// <summary>Only the qualifiers change, or an enum to its compatible type: no code.</summary>
    NoOp,

    /// <summary>GNU cast to union: the value becomes the member of its type.</summary>
    ToUnion,
}

/// <summary>6.3, 6.5.4: a conversion, implicit or written.</summary>
public sealed record BoundCast(CastKind Kind, BoundExpression Operand, QualType Type, SourceSpan Span) : BoundExpression(Type, Span)
{
    /// <summary>Written by the programmer: warnings take it for meant.</summary>
    public bool IsExplicit { get; init; }
}

/// <summary>sizeof of a variably modified type: the product is computed from the arrays' length symbols at run time, in size_t.</summary>
public sealed record BoundVariableSize(CType Of, QualType Type, SourceSpan Span) : BoundExpression(Type, Span);

/// <summary>7.16.1.1: <paramref name="List"/> is an lvalue of type va_list (char *).</summary>
public sealed record BoundVaArg(BoundExpression List, QualType Type, SourceSpan Span) : BoundExpression(Type, Span);

/// <summary>GNU statement expression; the value is that of <paramref name="Result"/>, evaluated last in the block's scope (null: void).</summary>
public sealed record BoundStatementExpression(ImmutableArray<BoundStatement> Statements, BoundExpression? Result, QualType Type, SourceSpan Span) : BoundExpression(Type, Span);

/// <summary>GNU <c>&amp;&amp;label</c>: the label's AddressNumber as a pointer.</summary>
public sealed record BoundLabelAddress(LabelSymbol Label, QualType Type, SourceSpan Span) : BoundExpression(Type, Span);

/// <summary>Takes the place of something that had an error; of type Error.</summary>
public sealed record BoundErrorExpression(SourceSpan Span) : BoundExpression(BuiltinType.Error, Span);

// ---- 6.7.9 Initialisation ---------------------------------------------------------------------------------------------------------------------

/// <summary>The initial value of an object.</summary>
public abstract record BoundInitializer(SourceSpan Span) : BoundNode(Span);

/// <summary>A single expression: a scalar converted to the object's type, a struct value, or a BoundStringLiteral for an array of characters (whose length may differ from the array's: cut or zero-filled).</summary>
public sealed record BoundExpressionInitializer(BoundExpression Value, SourceSpan Span) : BoundInitializer(Span);

/// <summary>A braced list, flattened: the object is zero, then the elements are stored in order (designators may make a later one overwrite an earlier one; overwritten ones are left out). Each element is a scalar, a struct
/// value or a string literal for a character array, at <see cref="BoundInitializerElement.Offset"/>.</summary>
public sealed record BoundListInitializer(ImmutableArray<BoundInitializerElement> Elements, SourceSpan Span) : BoundInitializer(Span);

/// <summary>One stored element: <paramref name="Type"/> is the sub-object's type at <paramref name="Offset"/> bytes; for a bit-field <paramref name="BitField"/> is set and Offset is its storage unit's.</summary>
public sealed record BoundInitializerElement(long Offset, QualType Type, FieldSymbol? BitField, BoundExpression Value);

// ---- 6.8 Statements -----------------------------------------------------------------------------------------------------------------------------

/// <summary>A statement.</summary>
public abstract record BoundStatement(SourceSpan Span) : BoundNode(Span);

/// <summary>6.8.2: a scope; its automatic objects' lifetimes end with it, and their cleanups run.</summary>
public sealed record BoundBlock(ImmutableArray<BoundStatement> Statements, SourceSpan Span) : BoundStatement(Span);

/// <summary>6.7: an automatic object's declaration is reached. (Static locals are in BoundUnit.Variables.) A variable-length array is allocated here; its length symbols have been set by assignments before.</summary>
public sealed record BoundLocalDeclaration(VariableSymbol Variable, BoundInitializer? Initializer, SourceSpan Span) : BoundStatement(Span);

/// <summary>6.8.3; the expression is of type void after ToVoid, or any value to be dropped.</summary>
public sealed record BoundExpressionStatement(BoundExpression Expression, SourceSpan Span) : BoundStatement(Span);

/// <summary>Nothing.</summary>
public sealed record BoundEmptyStatement(SourceSpan Span) : BoundStatement(Span)
{
    /// <summary>The attribute that says that a case is meant to run on into the next (C23 6.7.12.5).</summary>
    public bool IsFallthrough { get; init; }
}

/// <summary>6.8.4.1; Condition is a scalar value of any type.</summary>
public sealed record BoundIf(BoundExpression Condition, BoundStatement Then, BoundStatement? Else, SourceSpan Span) : BoundStatement(Span);

/// <summary>6.8.4.2: <paramref name="Cases"/> lists all case and default labels inside Body; Value is promoted.</summary>
public sealed record BoundSwitch(BoundExpression Value, BoundStatement Body, ImmutableArray<BoundCaseLabel> Cases, BoundCaseLabel? Default, SourceSpan Span) : BoundStatement(Span)
{
    /// <summary>Every enumerator of the value's type has a case.</summary>
    public bool CoversEnumeration { get; init; }
}

/// <summary>6.8.1: a case or default label (identity); the range has both ends (GNU <c>a ... b</c>), converted to the switch's type.</summary>
public sealed class BoundCaseLabel(Int128 low, Int128 high, bool isDefault, SourceSpan span)
{
    public Int128 Low { get; } = low;
    public Int128 High { get; } = high;
    public bool IsDefault { get; } = isDefault;
    public SourceSpan Span { get; } = span;
}

/// <summary>The place of a case or default label.</summary>
public sealed record BoundCaseStatement(BoundCaseLabel Label, BoundStatement Statement, SourceSpan Span) : BoundStatement(Span);

/// <summary>6.8.5.1.</summary>
public sealed record BoundWhile(BoundExpression Condition, BoundStatement Body, SourceSpan Span) : BoundStatement(Span);

/// <summary>6.8.5.2.</summary>
public sealed record BoundDoWhile(BoundStatement Body, BoundExpression Condition, SourceSpan Span) : BoundStatement(Span);

/// <summary>6.8.5.3; declarations of the first clause are in <paramref name="Initial"/>. The whole is a scope.</summary>
public sealed record BoundFor(ImmutableArray<BoundStatement> Initial, BoundExpression? Condition, BoundExpression? Step, BoundStatement Body, SourceSpan Span) : BoundStatement(Span);

/// <summary>6.8.6.3 in the innermost loop or switch.</summary>
public sealed record BoundBreak(SourceSpan Span) : BoundStatement(Span);

/// <summary>6.8.6.2 in the innermost loop.</summary>
public sealed record BoundContinue(SourceSpan Span) : BoundStatement(Span);

/// <summary>6.8.6.1.</summary>
public sealed record BoundGoto(LabelSymbol Label, SourceSpan Span) : BoundStatement(Span);

/// <summary>GNU <c>goto *p</c>: a switch over the numbers of the function's labels whose address is taken (BoundFunction.AddressLabels).</summary>
public sealed record BoundComputedGoto(BoundExpression Target, SourceSpan Span) : BoundStatement(Span);

/// <summary>6.8.1.</summary>
public sealed record BoundLabeled(LabelSymbol Label, BoundStatement Statement, SourceSpan Span) : BoundStatement(Span);

/// <summary>6.8.6.4; the value is converted to the function's result type.</summary>
public sealed record BoundReturn(BoundExpression? Value, SourceSpan Span) : BoundStatement(Span);

/// <summary>Inline assembly that is only a barrier: an empty template. Inputs and outputs (lvalues; an output tied to itself) are made opaque to the optimiser.</summary>
public sealed record BoundAsmBarrier(ImmutableArray<BoundExpression> Outputs, ImmutableArray<BoundExpression> Inputs, bool ClobbersMemory, SourceSpan Span) : BoundStatement(Span);

// ---- 6.9 External definitions ---------------------------------------------------------------------------------------------------------------

/// <summary>A function definition. <paramref name="AddressLabels"/>: labels with an AddressNumber, by number from 1.</summary>
public sealed record BoundFunction(FunctionSymbol Symbol, ImmutableArray<VariableSymbol> Parameters, BoundBlock Body, ImmutableArray<LabelSymbol> AddressLabels, bool CallsSetjmp, SourceSpan Span) : BoundNode(Span);

/// <summary>A translation unit: every function definition, every variable of static or thread storage that is defined or referenced (static locals and file-scope compound literals included, under unique
/// made-up names), every function that is referenced or defined, in order of first appearance; and top-level <c>asm("…")</c> texts are refused before.</summary>
public sealed record BoundUnit(ImmutableArray<BoundFunction> Functions, ImmutableArray<VariableSymbol> Variables, ImmutableArray<FunctionSymbol> Declared);
