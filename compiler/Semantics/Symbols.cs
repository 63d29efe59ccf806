// What names stand for. Symbols compare by identity; the binder completes them while it reads declarations, and nobody changes them after binding.
using System.Collections.Immutable;
using PopcornCC.Compiler.Text;

namespace PopcornCC.Compiler.Semantics;

/// <summary>Where a variable lives.</summary>
public enum StorageDuration : byte
{
    Automatic,
    Parameter,
    Static,
    Thread,
}

/// <summary>How a name is seen by the linker.</summary>
public enum Linkage : byte
{
    None,
    Internal,
    External,
}

/// <summary>ELF visibility.</summary>
public enum Visibility : byte
{
    Default,
    Hidden,
    Protected,
    Internal,
}

/// <summary>GNU attributes of a variable or function that code generation needs. Unknown attributes have been diagnosed before.</summary>
public sealed record SymbolAttributes
{
    public static readonly SymbolAttributes None = new();

    public bool Weak { get; init; }
    public string? Alias { get; init; }
    public string? Section { get; init; }
    public Visibility Visibility { get; init; }

    /// <summary>From <c>aligned</c> or <c>_Alignas</c>; 0: the type's own.</summary>
    public int Alignment { get; init; }

    /// <summary><c>__asm__("name")</c>.</summary>
    public string? AsmName { get; init; }
    public bool Used { get; init; }
    public bool NoReturn { get; init; }
    public bool NoInline { get; init; }
    public bool AlwaysInline { get; init; }
    public bool Const { get; init; }
    public bool Pure { get; init; }
    public bool NoThrow { get; init; }
    public bool Malloc { get; init; }
    public bool Cold { get; init; }
    public bool Hot { get; init; }
    public bool ReturnsTwice { get; init; }
    public bool NoBuiltin { get; init; }
    public bool Deprecated { get; init; }
    public bool Unavailable { get; init; }

    /// <summary>What to use instead.</summary>
    public string? DeprecatedMessage { get; init; }
    public bool Unused { get; init; }
    public bool WarnUnusedResult { get; init; }
    public bool GnuInline { get; init; }

    /// <summary>Priority of a constructor, 65535 without one; null: not a constructor.</summary>
    public int? Constructor { get; init; }

    /// <summary>As <see cref="Constructor"/>.</summary>
    public int? Destructor { get; init; }

    /// <summary><c>nonnull</c>: parameter numbers from 1; empty array: all pointers.</summary>
    public ImmutableArray<int>? NonNull { get; init; }

    /// <summary><c>format(…)</c>: calls are checked.</summary>
    public FormatAttribute? Format { get; init; }

    /// <summary><c>cleanup(f)</c> of a local.</summary>
    public FunctionSymbol? Cleanup { get; init; }

    /// <summary><c>popcorn_leaf</c>: never reaches a migration point.</summary>
    public bool PopcornLeaf { get; init; }

    /// <summary><c>optnone</c>, <c>optimize("O0")</c>.</summary>
    public bool OptNone { get; init; }
}

/// <summary>Anything a name can stand for.</summary>
public abstract class Symbol(string name, SourceSpan span)
{
    /// <summary>The name in the source.</summary>
    public string Name { get; } = name;

    /// <summary>Its (first) declaration.</summary>
    public SourceSpan Span { get; } = span;

    /// <inheritdoc/>
    public override string ToString() => Name;
}

/// <summary>An object: global, static local, automatic local or parameter.</summary>
public sealed class VariableSymbol(string name, QualType type, StorageDuration storage, Linkage linkage, SourceSpan span) : Symbol(name, span)
{
    /// <summary>Completed by later declarations (array length, initialiser) until the end of the unit.</summary>
    public QualType Type { get; set; } = type;
    public StorageDuration Storage { get; } = storage;
    public Linkage Linkage { get; set; } = linkage;
    public SymbolAttributes Attributes { get; set; } = SymbolAttributes.None;

    /// <summary>Static and thread storage: a definition exists in this unit (an initialiser, or a tentative definition, 6.9.2).</summary>
    public bool IsDefined { get; set; }

    /// <summary>The function whose static local it is.</summary>
    public FunctionSymbol? Owner { get; init; }

    /// <summary>Static storage: the initial value; null is zero. Of a constexpr object, whatever its storage, its value.</summary>
    public BoundInitializer? Initializer { get; set; }

    /// <summary>C23 <c>constexpr</c>: a named constant.</summary>
    public bool IsConstexpr { get; set; }

    /// <summary>Its address is taken anywhere (or it is an aggregate): it cannot be a plain SSA value.</summary>
    public bool AddressTaken { get; set; }

    /// <summary>Used anywhere.</summary>
    public bool IsReferenced { get; set; }

    /// <summary>A parameter's type as it was written, when that was an array of known length.</summary>
    public QualType? WrittenType { get; init; }

    /// <summary>The string a constant array of characters holds, for the check of formats.</summary>
    public BoundStringLiteral? Text { get; set; }

    /// <summary>How often it is named where it counts, and how often that was only to change it in an expression whose value nobody takes.</summary>
    public int References { get; set; }
    public int Changes { get; set; }
}

/// <summary>A function.</summary>
public sealed class FunctionSymbol(string name, FunctionType type, Linkage linkage, SourceSpan span) : Symbol(name, span)
{
    public FunctionType Type { get; set; } = type;
    public Linkage Linkage { get; set; } = linkage;
    public SymbolAttributes Attributes { get; set; } = SymbolAttributes.None;
    public bool IsInline { get; set; }

    /// <summary>C11 6.7.4p7: an inline definition, of which an external one is elsewhere; emitted as available_externally.</summary>
    public bool IsInlineDefinition { get; set; }
    public bool IsDefined { get; set; }
    public bool IsReferenced { get; set; }

    /// <summary>Used by anything but itself.</summary>
    public bool IsUsedByOthers { get; set; }

    /// <summary>A compiler builtin of this name (<c>__builtin_memcpy</c>, <c>memcpy</c> …) that code generation may expand; null: an ordinary function.</summary>
    public BuiltinFunction? Builtin { get; set; }

    /// <summary>The parameters as the latest declaration names them, for messages.</summary>
    public ImmutableArray<VariableSymbol> Parameters { get; set; } = [];

    /// <summary>Which parameters are declared <c>restrict</c>, by index (definition).</summary>
    public ImmutableArray<bool> RestrictParameters { get; set; } = [];
}

/// <summary>A typedef name.</summary>
public sealed class TypedefSymbol(string name, QualType type, int alignment, SourceSpan span) : Symbol(name, span)
{
    public QualType Type { get; } = type;

    /// <summary>Alignment the typedef asks for; 0: the type's own.</summary>
    public int Alignment { get; } = alignment;

    /// <summary>Used anywhere.</summary>
    public bool IsReferenced { get; set; }

    /// <summary>Declared deprecated, with this to say; null: not.</summary>
    public string? Deprecated { get; init; }
}

/// <summary>An enumeration constant.</summary>
public sealed class EnumConstantSymbol(string name, CType type, Int128 value, SourceSpan span) : Symbol(name, span)
{
    public CType Type { get; } = type;
    public Int128 Value { get; } = value;
}

/// <summary>A label of a function.</summary>
public sealed class LabelSymbol(string name, SourceSpan span) : Symbol(name, span)
{
    public bool IsDefined { get; set; }

    /// <summary>Its number for computed goto (<c>&amp;&amp;label</c> is this number as a pointer), from 1; 0: its address is not taken.</summary>
    public int AddressNumber { get; set; }
}
