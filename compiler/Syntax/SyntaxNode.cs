// The syntax tree: what was written, before anybody asks what it means. Nodes are immutable records under one base, grouped by clause of C11 in Expressions.cs (6.5), Declarations.cs
// and Declarators.cs (6.7), Statements.cs (6.8) and ExternalDefinitions.cs (6.9). Typedef names are told from other names already (the parser keeps their scopes, 6.7.8), nothing else is looked up.
// A node's span is where it is spelled, which may be in a macro's body (SourceManager says how a span leads back from there); a node that is only partly made by a macro has its span in the file.
using System.Collections.Immutable;
using PopcornCC.Compiler.Text;

namespace PopcornCC.Compiler.Syntax;

/// <summary>Any syntax node. <paramref name="Span"/> covers all its tokens.</summary>
public abstract record SyntaxNode(SourceSpan Span);

/// <summary>A name where one is declared or asked for: declared identifiers, members, labels, tags.</summary>
public sealed record IdentifierSyntax(string Name, SourceSpan Span) : SyntaxNode(Span);

/// <summary>How an attribute was written.</summary>
public enum AttributeStyle : byte
{
    /// <summary><c>__attribute__((x))</c></summary>
    Gnu,

    /// <summary><c>[[x]]</c> (C23 6.7.12)</summary>
    Standard,
}

/// <summary>One attribute; <paramref name="Prefix"/> is <c>gnu</c> in <c>[[gnu::x]]</c>, underscores around names are gone (<c>__packed__</c> is packed). Arguments are ExpressionSyntax
/// (also for names such as <c>printf</c>) or TypeNameSyntax; an attribute that the parser does not know has its arguments skipped.</summary>
public sealed record AttributeSyntax(AttributeStyle Style, string? Prefix, string Name, ImmutableArray<SyntaxNode> Arguments, SourceSpan Span) : SyntaxNode(Span);
