// Syntax of declarators (C11 6.7.6). The tree is nested the way a type is built: the outermost node is what is made first of the specifiers' type, and its Inner goes on from there to the name.
// "int *a[3]" is Pointer(Inner: Array(3, Inner: Name a)): a pointer is made of int, an array of that, and its name is a. Redundant parentheses leave no node.
using System.Collections.Immutable;
using PopcornCC.Compiler.Text;

namespace PopcornCC.Compiler.Syntax;

/// <summary>A declarator or abstract declarator.</summary>
public abstract record DeclaratorSyntax(SourceSpan Span) : SyntaxNode(Span)
{
    /// <summary>The declared name; null in an abstract declarator.</summary>
    public abstract IdentifierSyntax? Name { get; }
}

/// <summary>The name itself, with the C23 attributes behind it.</summary>
public sealed record NameDeclaratorSyntax(IdentifierSyntax Identifier, ImmutableArray<AttributeSyntax> Attributes, SourceSpan Span) : DeclaratorSyntax(Span)
{
    public override IdentifierSyntax? Name => Identifier;
}

/// <summary>The place where a name would stand; its span is empty.</summary>
public sealed record NamelessDeclaratorSyntax(SourceSpan Span) : DeclaratorSyntax(Span)
{
    public override IdentifierSyntax? Name => null;
}

/// <summary>6.7.6.1</summary>
public sealed record PointerDeclaratorSyntax(DeclaratorSyntax Inner, QualifierSpecifiers Qualifiers, ImmutableArray<AttributeSyntax> Attributes, SourceSpan Span) : DeclaratorSyntax(Span)
{
    public override IdentifierSyntax? Name => Inner.Name;
}

/// <summary>6.7.6.2; <paramref name="IsStar"/>: <c>[*]</c>. Qualifiers and static are for parameters only.</summary>
public sealed record ArrayDeclaratorSyntax(DeclaratorSyntax Inner, ExpressionSyntax? Size, bool IsStar, bool IsStatic, QualifierSpecifiers Qualifiers, SourceSpan Span) : DeclaratorSyntax(Span)
{
    public override IdentifierSyntax? Name => Inner.Name;
}

/// <summary>6.7.6.3. <paramref name="IdentifierList"/>: the names of an old-style definition, else default. <c>()</c> has neither, <c>(void)</c> has one parameter of type void,
/// which the binder removes.</summary>
public sealed record FunctionDeclaratorSyntax(DeclaratorSyntax Inner, ImmutableArray<ParameterSyntax> Parameters, bool IsVariadic, ImmutableArray<IdentifierSyntax> IdentifierList, SourceSpan Span) : DeclaratorSyntax(Span)
{
    public override IdentifierSyntax? Name => Inner.Name;

    /// <summary>Empty parentheses: no prototype (before C23).</summary>
    public bool IsEmpty => Parameters.IsEmpty && !IsVariadic && IdentifierList.IsDefaultOrEmpty;
}

/// <summary>Attributes inside parentheses, <c>(__attribute__((x)) *f)</c>: they belong to the declared name.</summary>
public sealed record AttributedDeclaratorSyntax(DeclaratorSyntax Inner, ImmutableArray<AttributeSyntax> Attributes, SourceSpan Span) : DeclaratorSyntax(Span)
{
    public override IdentifierSyntax? Name => Inner.Name;
}

/// <summary>A parameter.</summary>
public sealed record ParameterSyntax(SpecifiersSyntax Specifiers, DeclaratorSyntax Declarator, ImmutableArray<AttributeSyntax> Attributes, SourceSpan Span) : SyntaxNode(Span);
