// A conversion "as if by assignment" (6.5.16.1) as messages speak of it: what is converted, to what, where; and what could be written to mend it, after clang's ConversionFixItGenerator.
using PopcornCC.Compiler.Text;

namespace PopcornCC.Compiler.Semantics;

/// <summary>Where a value is converted as if by assignment, for the wording.</summary>
internal enum ConversionContext : byte
{
    Assignment,
    Initialization,
    Argument,
    Return,
}

/// <summary>One such conversion. <paramref name="At"/> is where a message points, <paramref name="Value"/> what it underlines.</summary>
internal sealed record AttemptedConversion(ConversionContext Context, QualType From, QualType To, SourceSpan At, SourceSpan Value)
{
    /// <summary>The parameter an argument is for.</summary>
    public VariableSymbol? Parameter { get; init; }

    /// <summary>What would help: "; dereference with *"; or nothing.</summary>
    public string Hint { get; private init; } = "";

    /// <summary>How that is written.</summary>
    public FixIt? Fix { get; private init; }

    /// <summary>The conversion with the notes and ranges that every message about it has.</summary>
    public Diagnostic Describe(Diagnostic diagnostic) => diagnostic with
    {
        Ranges = [Value],
        Fix = Fix,
        Notes = Parameter is { Name.Length: > 0 } p ? [DiagnosticBag.Note(p.Span, $"passing argument to parameter '{p.Name}' here")]
            : Parameter is { } nameless && nameless.Span != SourceSpan.None ? [DiagnosticBag.Note(nameless.Span, "passing argument to parameter here")] : null,
    };

    /// <summary>Looks whether an operator too many or too few is all that is wrong with <paramref name="value"/>, as it was written.</summary>
    public AttemptedConversion WithHint(BoundExpression value)
    {
        BoundExpression written = value is BoundCast { Kind: CastKind.LvalueToRvalue, IsExplicit: false } c ? c.Operand : value;
        bool isSimple = written is BoundVariable or BoundMember or BoundCall or BoundFunctionRef or BoundDereference { Pointer: BoundBinary };
        if (From.Type is PointerType { Pointee: var pointee } && Agree(pointee, To))
        {
            if (value is BoundIntConstant) return this;
            if (written is BoundAddressOf a) return this with { Hint = "; remove &", Fix = a.Span.File > 0 ? new FixIt(a.Span with { Length = 1, Caret = 0 }, "") : null };
            return this with { Hint = "; dereference with *", Fix = isSimple ? Insert("*") : null };
        }
        if (To.Type is PointerType { Pointee: var wanted } && written.IsLvalue && written is not BoundMember { Field.IsBitField: true } && Agree(From, wanted))
        {
            if (written is BoundDereference { Pointer: not BoundBinary } d) return this with { Hint = "; remove *", Fix = d.Span.File > 0 ? new FixIt(d.Span with { Length = 1, Caret = 0 }, "") : null };
            return this with { Hint = "; take the address with &", Fix = isSimple ? Insert("&") : null };
        }
        return this;
    }

    private FixIt? Insert(string text) => Value.File > 0 ? new FixIt(Value with { Length = 0, Caret = 0 }, text) : null;

    // What pointers point to may gain qualifiers.
    private static bool Agree(QualType from, QualType to)
    {
        if (from.Type is PointerType { Pointee: var p } && to.Type is PointerType { Pointee: var q }) return (p.Qualifiers & ~q.Qualifiers) == Qualifiers.None && p.Type == q.Type;
        return from.Type == to.Type || (from.Type.IsArithmetic() && TypeCompatibility.AreCompatible(from.Type, to.Type));
    }
}
