// Syntax of declarations (C11 6.7): specifiers, types, members. The parser has put the words of a basic type together (6.7.2p2), so that "long unsigned int long" is one node,
// and has checked that the specifiers go together; what storage classes mean where is the binder's matter.
using System.Collections.Immutable;
using PopcornCC.Compiler.Text;

namespace PopcornCC.Compiler.Syntax;

/// <summary>Storage-class specifiers (6.7.1) as written.</summary>
[Flags]
public enum StorageSpecifiers : byte
{
    None = 0,
    Typedef = 1,
    Extern = 2,
    Static = 4,
    ThreadLocal = 8,
    Auto = 16,
    Register = 32,
    Constexpr = 64,
}

/// <summary>Type qualifiers (6.7.3) as written; <c>_Atomic</c> without parentheses is one.</summary>
[Flags]
public enum QualifierSpecifiers : byte
{
    None = 0,
    Const = 1,
    Volatile = 2,
    Restrict = 4,
    Atomic = 8,
}

/// <summary>Function specifiers (6.7.4).</summary>
[Flags]
public enum FunctionSpecifiers : byte
{
    None = 0,
    Inline = 1,
    Noreturn = 2,
}

/// <summary>Everything before the declarators. <paramref name="Attributes"/> belong to each of the declared names (those of a struct, union or enum itself are on its specifier).
/// <paramref name="IsExtension"/>: <c>__extension__</c> stood before.</summary>
public sealed record SpecifiersSyntax(StorageSpecifiers Storage, QualifierSpecifiers Qualifiers, FunctionSpecifiers Functions, TypeSpecifierSyntax Type, ImmutableArray<AlignasSyntax> Alignments,
    ImmutableArray<AttributeSyntax> Attributes, bool IsExtension, SourceSpan Span) : SyntaxNode(Span);

/// <summary>6.7.5 <c>_Alignas(type)</c> or <c>_Alignas(constant)</c></summary>
public sealed record AlignasSyntax(TypeNameSyntax? Type, ExpressionSyntax? Value, SourceSpan Span) : SyntaxNode(Span);

/// <summary>6.7.7: specifiers and an abstract declarator (a NamelessDeclaratorSyntax at its heart).</summary>
public sealed record TypeNameSyntax(SpecifiersSyntax Specifiers, DeclaratorSyntax Declarator, SourceSpan Span) : SyntaxNode(Span);

// ---- 6.7.2 Type specifiers --------------------------------------------------------------------------------------------------------------------

/// <summary>A type specifier.</summary>
public abstract record TypeSpecifierSyntax(SourceSpan Span) : SyntaxNode(Span);

/// <summary>The basic types by the set of words that names them.</summary>
public enum BasicType : byte
{
    Void, Bool, Char, SChar, UChar, Short, UShort, Int, UInt, Long, ULong, LongLong, ULongLong, Int128, UInt128, Float, Double, LongDouble,

    /// <summary>Types we know by name but do not have; the binder says so.</summary>
    Float16, Float128, Decimal32, Decimal64, Decimal128,
}

/// <summary>A basic type; with <c>_Complex</c>, the complex type of it.</summary>
public sealed record BasicTypeSyntax(BasicType Type, bool IsComplex, SourceSpan Span) : TypeSpecifierSyntax(Span);

/// <summary>No type was written: int, as before C99 (the parser has warned or erred).</summary>
public sealed record ImplicitIntSyntax(SourceSpan Span) : TypeSpecifierSyntax(Span);

/// <summary>A typedef name, also the built-in ones: <c>__builtin_va_list</c>, <c>__int128_t</c>, <c>__uint128_t</c>.</summary>
public sealed record TypedefNameSyntax(string Name, SourceSpan Span) : TypeSpecifierSyntax(Span);

/// <summary>struct or union. <paramref name="Members"/> is default (IsDefault) without braces. <paramref name="Pack"/> is the <c>#pragma pack</c> in force at the opening brace, 0 for none.</summary>
public sealed record RecordSyntax(bool IsUnion, IdentifierSyntax? Tag, ImmutableArray<DeclarationSyntax> Members, ImmutableArray<AttributeSyntax> Attributes, int Pack, SourceSpan Span) : TypeSpecifierSyntax(Span)
{
    /// <summary>Whether it has a body.</summary>
    public bool IsDefinition => !Members.IsDefault;
}

/// <summary>enum, with C23's underlying type. <paramref name="Enumerators"/> is default without braces.</summary>
public sealed record EnumSyntax(IdentifierSyntax? Tag, TypeNameSyntax? Underlying, ImmutableArray<EnumeratorSyntax> Enumerators, ImmutableArray<AttributeSyntax> Attributes, SourceSpan Span) : TypeSpecifierSyntax(Span)
{
    /// <summary>Whether it has a body.</summary>
    public bool IsDefinition => !Enumerators.IsDefault;
}

/// <summary>One enumeration constant.</summary>
public sealed record EnumeratorSyntax(IdentifierSyntax Name, ExpressionSyntax? Value, ImmutableArray<AttributeSyntax> Attributes, SourceSpan Span) : SyntaxNode(Span);

/// <summary><c>typeof(e)</c>, <c>typeof(type)</c>; <paramref name="IsUnqualified"/>: <c>typeof_unqual</c>.</summary>
public sealed record TypeofSyntax(ExpressionSyntax? Expression, TypeNameSyntax? Type, bool IsUnqualified, SourceSpan Span) : TypeSpecifierSyntax(Span);

/// <summary>6.7.2.4 <c>_Atomic(type)</c></summary>
public sealed record AtomicTypeSyntax(TypeNameSyntax Type, SourceSpan Span) : TypeSpecifierSyntax(Span);

/// <summary>GNU <c>__auto_type</c>, or C23 <c>auto</c> without a type: the initialiser's type.</summary>
public sealed record AutoTypeSyntax(SourceSpan Span) : TypeSpecifierSyntax(Span);

/// <summary>Takes the place of a type that could not be made out; it has been reported.</summary>
public sealed record ErrorTypeSyntax(SourceSpan Span) : TypeSpecifierSyntax(Span);

// ---- Declarations -----------------------------------------------------------------------------------------------------------------------------

/// <summary>A declaration; also a member declaration of a struct or union (FieldDeclarationSyntax, StaticAssertSyntax) and, at file scope, an external definition.</summary>
public abstract record DeclarationSyntax(SourceSpan Span) : SyntaxNode(Span);

/// <summary>An ordinary declaration; without declarators it declares a tag (or nothing).</summary>
public sealed record VariableDeclarationSyntax(SpecifiersSyntax Specifiers, ImmutableArray<InitDeclaratorSyntax> Declarators, SourceSpan Span) : DeclarationSyntax(Span);

/// <summary>One declared name. <paramref name="AsmLabel"/> is <c>__asm__("name")</c>; <paramref name="Attributes"/> are those after the declarator.</summary>
public sealed record InitDeclaratorSyntax(DeclaratorSyntax Declarator, StringSyntax? AsmLabel, ImmutableArray<AttributeSyntax> Attributes, InitializerSyntax? Initializer, SourceSpan Span) : SyntaxNode(Span);

/// <summary>6.7.2.1: members. Without declarators it is an anonymous struct or union, or (with a warning) declares only a tag.</summary>
public sealed record FieldDeclarationSyntax(SpecifiersSyntax Specifiers, ImmutableArray<FieldDeclaratorSyntax> Declarators, SourceSpan Span) : DeclarationSyntax(Span);

/// <summary>One member; an unnamed bit-field has a NamelessDeclaratorSyntax.</summary>
public sealed record FieldDeclaratorSyntax(DeclaratorSyntax Declarator, ExpressionSyntax? BitWidth, ImmutableArray<AttributeSyntax> Attributes, SourceSpan Span) : SyntaxNode(Span);

/// <summary>6.7.10, with or without message.</summary>
public sealed record StaticAssertSyntax(ExpressionSyntax Condition, StringSyntax? Message, SourceSpan Span) : DeclarationSyntax(Span);

/// <summary>A lone semicolon.</summary>
public sealed record EmptyDeclarationSyntax(SourceSpan Span) : DeclarationSyntax(Span);

/// <summary>C23 <c>[[x]];</c></summary>
public sealed record AttributeDeclarationSyntax(ImmutableArray<AttributeSyntax> Attributes, SourceSpan Span) : DeclarationSyntax(Span);

/// <summary><c>#pragma weak name</c> or <c>#pragma weak name = target</c></summary>
public sealed record WeakPragmaSyntax(string Name, string? Target, SourceSpan Span) : DeclarationSyntax(Span);

/// <summary><c>#pragma redefine_extname name symbol</c></summary>
public sealed record RedefineExternalNamePragmaSyntax(string Name, string Symbol, SourceSpan Span) : DeclarationSyntax(Span);
