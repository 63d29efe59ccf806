// Macro definitions (6.10.3). The body is analysed once, when it is defined: which tokens are parameters, which are operands of # and ##, which stand in __VA_OPT__( ).
using PopcornCC.Compiler.Text;

namespace PopcornCC.Compiler.Preprocess;

/// <summary>Macros whose meaning the preprocessor computes (6.10.8, and GNU's).</summary>
internal enum BuiltinMacro : byte
{
    None, File, Line, Counter, Date, Time, Timestamp, IncludeLevel, BaseFile, FileName, HasAttribute, HasBuiltin, HasFeature, HasCAttribute,
}

/// <summary>One token of a macro's body. <paramref name="Parameter"/> is the number of the parameter it names (-1: none), <paramref name="Stringify"/> that # stands before it,
/// <paramref name="PasteNext"/> that ## stands after it, <paramref name="Group"/> what __VA_OPT__( ) encloses when it is one.</summary>
internal readonly record struct MacroToken(Token Token, int Parameter = -1, bool Stringify = false, bool PasteNext = false, MacroToken[]? Group = null);

/// <summary>A macro.</summary>
internal sealed class Macro
{
    public required string Name { get; init; }

    public BuiltinMacro Builtin { get; init; }

    public bool IsFunctionLike { get; init; }

    /// <summary>Names of the parameters; of a variadic macro the last is the name of the rest, <c>__VA_ARGS__</c> unless given.</summary>
    public string[] Parameters { get; init; } = [];

    public bool IsVariadic { get; init; }

    public MacroToken[] Body { get; init; } = [];

    /// <summary>Where its name stands in the definition.</summary>
    public SourceSpan Definition { get; init; }

    /// <summary>Replaced or asked for anywhere.</summary>
    public bool IsUsed { get; set; }

    /// <summary>Being expanded: its name is not replaced now (6.10.3.4p2).</summary>
    public bool Disabled { get; set; }

    /// <summary>Object-like and without ##: the body can be copied as it is.</summary>
    public bool IsPlain { get; init; }

    /// <summary>Whether a redefinition as <paramref name="other"/> is benign (6.10.3p1 and p2): same kind, parameters, tokens and white space between them.</summary>
    public bool SameAs(Macro other) =>
        Builtin == other.Builtin && IsFunctionLike == other.IsFunctionLike && IsVariadic == other.IsVariadic && Parameters.AsSpan().SequenceEqual(other.Parameters)
        && SameBody(Body, other.Body);

    private static bool SameBody(MacroToken[] a, MacroToken[] b)
    {
        if (a.Length != b.Length) return false;
        for (int i = 0; i < a.Length; i++)
        {
            if (a[i].Token.Kind != b[i].Token.Kind || a[i].Token.Text != b[i].Token.Text || a[i].PasteNext != b[i].PasteNext || a[i].Stringify != b[i].Stringify) return false;
            if (i > 0 && (a[i].Token.Flags & TokenFlags.LeadingSpace) != (b[i].Token.Flags & TokenFlags.LeadingSpace)) return false;
            if ((a[i].Group is null) != (b[i].Group is null) || (a[i].Group is { } g && !SameBody(g, b[i].Group!))) return false;
        }
        return true;
    }
}
