// Syntax of external definitions (C11 6.9).
using System.Collections.Immutable;
using PopcornCC.Compiler.Text;

namespace PopcornCC.Compiler.Syntax;

/// <summary>A whole translation unit after preprocessing.</summary>
public sealed record TranslationUnitSyntax(ImmutableArray<DeclarationSyntax> Declarations, SourceSpan Span) : SyntaxNode(Span);

/// <summary>6.9.1: a function definition. <paramref name="ParameterDeclarations"/> are those of an old-style definition, between its declarator and body. Attributes and asm label stand between declarator and body.</summary>
public sealed record FunctionDefinitionSyntax(SpecifiersSyntax Specifiers, DeclaratorSyntax Declarator, StringSyntax? AsmLabel, ImmutableArray<AttributeSyntax> Attributes,
    ImmutableArray<VariableDeclarationSyntax> ParameterDeclarations, CompoundStatementSyntax Body, SourceSpan Span) : DeclarationSyntax(Span);

/// <summary>GNU <c>asm("…");</c> at file scope.</summary>
public sealed record FileScopeAsmSyntax(StringSyntax Text, SourceSpan Span) : DeclarationSyntax(Span);
