// Syntax of statements (C11 6.8), with GNU's: case ranges, computed goto, local labels, asm.
using System.Collections.Immutable;
using PopcornCC.Compiler.Text;

namespace PopcornCC.Compiler.Syntax;

/// <summary>A statement.</summary>
public abstract record StatementSyntax(SourceSpan Span) : SyntaxNode(Span);

/// <summary>6.8.2: a block. Declarations are DeclarationStatementSyntax items.</summary>
public sealed record CompoundStatementSyntax(ImmutableArray<StatementSyntax> Items, SourceSpan CloseBrace, SourceSpan Span) : StatementSyntax(Span);

/// <summary>A declaration among statements.</summary>
public sealed record DeclarationStatementSyntax(DeclarationSyntax Declaration, SourceSpan Span) : StatementSyntax(Span);

/// <summary>GNU <c>__label__ a, b;</c> at the head of a block.</summary>
public sealed record LocalLabelsSyntax(ImmutableArray<IdentifierSyntax> Labels, SourceSpan Span) : StatementSyntax(Span);

/// <summary>6.8.1; a label that ends a block (C23) has an EmptyStatementSyntax.</summary>
public sealed record LabeledStatementSyntax(IdentifierSyntax Label, ImmutableArray<AttributeSyntax> Attributes, StatementSyntax Statement, SourceSpan Span) : StatementSyntax(Span);

/// <summary>6.8.1 <c>case low:</c>, GNU <c>case low ... high:</c></summary>
public sealed record CaseStatementSyntax(ExpressionSyntax Low, ExpressionSyntax? High, StatementSyntax Statement, SourceSpan Span) : StatementSyntax(Span);

/// <summary>6.8.1 <c>default:</c></summary>
public sealed record DefaultStatementSyntax(StatementSyntax Statement, SourceSpan Span) : StatementSyntax(Span);

/// <summary>6.8.3</summary>
public sealed record ExpressionStatementSyntax(ExpressionSyntax Expression, SourceSpan Span) : StatementSyntax(Span);

/// <summary>6.8.3: a lone semicolon.</summary>
public sealed record EmptyStatementSyntax(SourceSpan Span) : StatementSyntax(Span);

/// <summary>Attributes before a statement: <c>[[fallthrough]];</c>, <c>__attribute__((fallthrough));</c></summary>
public sealed record AttributedStatementSyntax(ImmutableArray<AttributeSyntax> Attributes, StatementSyntax Statement, SourceSpan Span) : StatementSyntax(Span);

/// <summary>6.8.4.1; <paramref name="ElseSpan"/> is that of the word else.</summary>
public sealed record IfStatementSyntax(ExpressionSyntax Condition, StatementSyntax Then, StatementSyntax? Else, SourceSpan ElseSpan, SourceSpan Span) : StatementSyntax(Span);

/// <summary>6.8.4.2</summary>
public sealed record SwitchStatementSyntax(ExpressionSyntax Value, StatementSyntax Body, SourceSpan Span) : StatementSyntax(Span);

/// <summary>6.8.5.1</summary>
public sealed record WhileStatementSyntax(ExpressionSyntax Condition, StatementSyntax Body, SourceSpan Span) : StatementSyntax(Span);

/// <summary>6.8.5.2</summary>
public sealed record DoStatementSyntax(StatementSyntax Body, ExpressionSyntax Condition, SourceSpan Span) : StatementSyntax(Span);

/// <summary>6.8.5.3; <paramref name="Initial"/> is an ExpressionStatementSyntax or a DeclarationStatementSyntax.</summary>
public sealed record ForStatementSyntax(StatementSyntax? Initial, ExpressionSyntax? Condition, ExpressionSyntax? Step, StatementSyntax Body, SourceSpan Span) : StatementSyntax(Span);

/// <summary>6.8.6.1</summary>
public sealed record GotoStatementSyntax(IdentifierSyntax Label, SourceSpan Span) : StatementSyntax(Span);

/// <summary>GNU <c>goto *e;</c></summary>
public sealed record ComputedGotoStatementSyntax(ExpressionSyntax Target, SourceSpan Span) : StatementSyntax(Span);

/// <summary>6.8.6.2</summary>
public sealed record ContinueStatementSyntax(SourceSpan Span) : StatementSyntax(Span);

/// <summary>6.8.6.3</summary>
public sealed record BreakStatementSyntax(SourceSpan Span) : StatementSyntax(Span);

/// <summary>6.8.6.4</summary>
public sealed record ReturnStatementSyntax(ExpressionSyntax? Value, SourceSpan Span) : StatementSyntax(Span);

/// <summary>GNU asm. A simple one (no colons) is not <paramref name="IsExtended"/>.</summary>
public sealed record AsmStatementSyntax(StringSyntax Template, bool IsVolatile, bool IsGoto, bool IsExtended, ImmutableArray<AsmOperandSyntax> Outputs, ImmutableArray<AsmOperandSyntax> Inputs,
    ImmutableArray<StringSyntax> Clobbers, ImmutableArray<IdentifierSyntax> Labels, SourceSpan Span) : StatementSyntax(Span);

/// <summary><c>[name] "constraint" (e)</c></summary>
public sealed record AsmOperandSyntax(IdentifierSyntax? SymbolicName, StringSyntax Constraint, ExpressionSyntax Expression, SourceSpan Span) : SyntaxNode(Span);
