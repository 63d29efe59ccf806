// Syntax of expressions (C11 6.5) and of initialisers' parts that expressions use. Operators are the kinds of their tokens; parentheses are kept, since warnings and
// the rule for string initialisers look at them.
using System.Collections.Immutable;
using PopcornCC.Compiler.Preprocess;
using PopcornCC.Compiler.Text;

namespace PopcornCC.Compiler.Syntax;

/// <summary>An expression.</summary>
public abstract record ExpressionSyntax(SourceSpan Span) : SyntaxNode(Span);

/// <summary>Takes the place of an expression that could not be parsed; it has been reported.</summary>
public sealed record ErrorExpressionSyntax(SourceSpan Span) : ExpressionSyntax(Span);

// ---- 6.5.1 Primary expressions --------------------------------------------------------------------------------------------------------------

/// <summary>An identifier that is not a typedef name. Names of builtins without type arguments come this way too (<c>__builtin_expect</c>, <c>__func__</c>).</summary>
public sealed record NameSyntax(string Name, SourceSpan Span) : ExpressionSyntax(Span);

/// <summary>An integer or floating constant (6.4.4); Literals.ParseNumber gives its value.</summary>
public sealed record NumberSyntax(Token Token, SourceSpan Span) : ExpressionSyntax(Span);

/// <summary>A character constant (6.4.4.4); Literals.ParseCharacter gives its value.</summary>
public sealed record CharacterSyntax(Token Token, SourceSpan Span) : ExpressionSyntax(Span);

/// <summary>Adjacent string literals (translation phase 6), at least one; Literals.ParseString gives their bytes.</summary>
public sealed record StringSyntax(ImmutableArray<Token> Pieces, SourceSpan Span) : ExpressionSyntax(Span);

/// <summary>C23 <c>true</c> and <c>false</c>.</summary>
public sealed record BoolSyntax(bool Value, SourceSpan Span) : ExpressionSyntax(Span);

/// <summary>C23 <c>nullptr</c>.</summary>
public sealed record NullptrSyntax(SourceSpan Span) : ExpressionSyntax(Span);

/// <summary><c>(e)</c></summary>
public sealed record ParenthesizedSyntax(ExpressionSyntax Expression, SourceSpan Span) : ExpressionSyntax(Span);

/// <summary>6.5.1.1 <c>_Generic</c>; the control is an expression, or (C2y, clang) a type.</summary>
public sealed record GenericSyntax(ExpressionSyntax? Control, TypeNameSyntax? ControlType, ImmutableArray<GenericAssociationSyntax> Associations, SourceSpan Span) : ExpressionSyntax(Span);

/// <summary>One association; no type: <c>default</c>.</summary>
public sealed record GenericAssociationSyntax(TypeNameSyntax? Type, ExpressionSyntax Expression, SourceSpan Span) : SyntaxNode(Span);

/// <summary>GNU <c>({ … })</c></summary>
public sealed record StatementExpressionSyntax(CompoundStatementSyntax Body, SourceSpan Span) : ExpressionSyntax(Span);

// ---- 6.5.2 Postfix operators ----------------------------------------------------------------------------------------------------------------

/// <summary><c>a[i]</c></summary>
public sealed record SubscriptSyntax(ExpressionSyntax Base, ExpressionSyntax Index, SourceSpan Span) : ExpressionSyntax(Span);

/// <summary><c>f(a, b)</c></summary>
public sealed record CallSyntax(ExpressionSyntax Callee, ImmutableArray<ExpressionSyntax> Arguments, SourceSpan OpenParen, SourceSpan CloseParen, SourceSpan Span) : ExpressionSyntax(Span);

/// <summary><c>s.m</c> or <c>p->m</c></summary>
public sealed record MemberSyntax(ExpressionSyntax Base, bool IsArrow, IdentifierSyntax Member, SourceSpan OperatorSpan, SourceSpan Span) : ExpressionSyntax(Span);

/// <summary><c>e++</c> and <c>e--</c>: Operator is PlusPlus or MinusMinus.</summary>
public sealed record PostfixSyntax(TokenKind Operator, ExpressionSyntax Operand, SourceSpan OperatorSpan, SourceSpan Span) : ExpressionSyntax(Span);

/// <summary><c>(type){ … }</c>; the type name's specifiers may carry C23 storage classes (static, thread_local, constexpr, register).</summary>
public sealed record CompoundLiteralSyntax(TypeNameSyntax Type, ListInitializerSyntax Initializer, SourceSpan Span) : ExpressionSyntax(Span);

// ---- 6.5.3 Unary operators and 6.5.4 casts ----------------------------------------------------------------------------------------------------

/// <summary>Prefix operators: PlusPlus, MinusMinus, Ampersand, Star, Plus, Minus, Tilde, Bang.</summary>
public sealed record UnarySyntax(TokenKind Operator, ExpressionSyntax Operand, SourceSpan OperatorSpan, SourceSpan Span) : ExpressionSyntax(Span);

/// <summary><c>__extension__ e</c>: pedantic warnings are off within.</summary>
public sealed record ExtensionExpressionSyntax(ExpressionSyntax Operand, SourceSpan Span) : ExpressionSyntax(Span);

/// <summary><c>__real__ e</c>, <c>__imag__ e</c></summary>
public sealed record ComplexPartSyntax(bool IsImaginary, ExpressionSyntax Operand, SourceSpan Span) : ExpressionSyntax(Span);

/// <summary><c>sizeof e</c></summary>
public sealed record SizeofExpressionSyntax(ExpressionSyntax Operand, SourceSpan Span) : ExpressionSyntax(Span);

/// <summary><c>sizeof(type)</c></summary>
public sealed record SizeofTypeSyntax(TypeNameSyntax Type, SourceSpan Span) : ExpressionSyntax(Span);

/// <summary><c>_Alignof(type)</c>; GNU also takes an expression. <paramref name="IsPreferred"/>: written <c>__alignof__</c>.</summary>
public sealed record AlignofSyntax(TypeNameSyntax? Type, ExpressionSyntax? Operand, bool IsPreferred, SourceSpan Span) : ExpressionSyntax(Span);

/// <summary>GNU <c>&amp;&amp;label</c></summary>
public sealed record LabelAddressSyntax(IdentifierSyntax Label, SourceSpan Span) : ExpressionSyntax(Span);

/// <summary><c>(type)e</c></summary>
public sealed record CastSyntax(TypeNameSyntax Type, ExpressionSyntax Operand, SourceSpan Span) : ExpressionSyntax(Span);

// ---- 6.5.5 to 6.5.17 --------------------------------------------------------------------------------------------------------------------------

/// <summary>Binary operators from Star to PipePipe; the comma and assignments have nodes of their own.</summary>
public sealed record BinarySyntax(TokenKind Operator, ExpressionSyntax Left, ExpressionSyntax Right, SourceSpan OperatorSpan, SourceSpan Span) : ExpressionSyntax(Span);

/// <summary><c>c ? a : b</c>; without <paramref name="Then"/> it is GNU <c>c ?: b</c>.</summary>
public sealed record ConditionalSyntax(ExpressionSyntax Condition, ExpressionSyntax? Then, ExpressionSyntax Else, SourceSpan QuestionSpan, SourceSpan Span) : ExpressionSyntax(Span);

/// <summary>Equal, or a compound assignment's token.</summary>
public sealed record AssignmentSyntax(TokenKind Operator, ExpressionSyntax Left, ExpressionSyntax Right, SourceSpan OperatorSpan, SourceSpan Span) : ExpressionSyntax(Span);

/// <summary><c>a, b</c></summary>
public sealed record CommaSyntax(ExpressionSyntax Left, ExpressionSyntax Right, SourceSpan OperatorSpan, SourceSpan Span) : ExpressionSyntax(Span);

// ---- Builtins that take types -----------------------------------------------------------------------------------------------------------------

/// <summary><c>__builtin_offsetof(type, member.member[i])</c></summary>
public sealed record OffsetofSyntax(TypeNameSyntax Type, ImmutableArray<OffsetofStepSyntax> Path, SourceSpan Span) : ExpressionSyntax(Span);

/// <summary>One step of the path: a member, or an index.</summary>
public sealed record OffsetofStepSyntax(IdentifierSyntax? Member, ExpressionSyntax? Index, SourceSpan Span) : SyntaxNode(Span);

/// <summary><c>__builtin_va_arg(list, type)</c></summary>
public sealed record VaArgSyntax(ExpressionSyntax List, TypeNameSyntax Type, SourceSpan Span) : ExpressionSyntax(Span);

/// <summary><c>__builtin_types_compatible_p(a, b)</c></summary>
public sealed record TypesCompatibleSyntax(TypeNameSyntax First, TypeNameSyntax Second, SourceSpan Span) : ExpressionSyntax(Span);

/// <summary><c>__builtin_choose_expr(constant, a, b)</c></summary>
public sealed record ChooseExpressionSyntax(ExpressionSyntax Condition, ExpressionSyntax Then, ExpressionSyntax Else, SourceSpan Span) : ExpressionSyntax(Span);

/// <summary><c>__builtin_convertvector(e, type)</c></summary>
public sealed record ConvertVectorSyntax(ExpressionSyntax Operand, TypeNameSyntax Type, SourceSpan Span) : ExpressionSyntax(Span);

// ---- 6.7.9 Initialisers -----------------------------------------------------------------------------------------------------------------------

/// <summary>An initialiser.</summary>
public abstract record InitializerSyntax(SourceSpan Span) : SyntaxNode(Span);

/// <summary><c>= e</c></summary>
public sealed record ExpressionInitializerSyntax(ExpressionSyntax Expression, SourceSpan Span) : InitializerSyntax(Span);

/// <summary><c>{ … }</c>, possibly empty.</summary>
public sealed record ListInitializerSyntax(ImmutableArray<InitializerItemSyntax> Items, SourceSpan Span) : InitializerSyntax(Span);

/// <summary>One item of a list, with the designators before it.</summary>
public sealed record InitializerItemSyntax(ImmutableArray<DesignatorSyntax> Designators, InitializerSyntax Initializer, SourceSpan Span) : SyntaxNode(Span);

/// <summary>A designator.</summary>
public abstract record DesignatorSyntax(SourceSpan Span) : SyntaxNode(Span);

/// <summary><c>.m</c>, or the old GNU form <c>m:</c></summary>
public sealed record FieldDesignatorSyntax(IdentifierSyntax Field, SourceSpan Span) : DesignatorSyntax(Span);

/// <summary><c>[i]</c>, or the GNU range <c>[low ... high]</c></summary>
public sealed record IndexDesignatorSyntax(ExpressionSyntax Low, ExpressionSyntax? High, SourceSpan Span) : DesignatorSyntax(Span);
