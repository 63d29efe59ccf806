// What the driver tells the linker.
namespace PopcornCC.Linker;

/// <summary>One input in command-line order: a file (with its bytes, when the driver has them already), or a library to search for.</summary>
public abstract record LinkInput
{
    private LinkInput()
    {
    }

    /// <summary>`--whole-archive`: every member of an archive joins the link, wanted or not.</summary>
    public bool Whole { get; init; }

    /// <summary>An object or archive. <paramref name="Bytes"/> null: read the file.</summary>
    public sealed record FromFile(string Path, ReadOnlyMemory<byte>? Bytes = null) : LinkInput;

    /// <summary>`-lNAME`: libNAME.a in the first library directory that has it; `-l:FILE`: FILE itself.</summary>
    public sealed record Library(string Name) : LinkInput;
}

/// <summary>Options of a link.</summary>
public sealed record LinkOptions
{
    public string Entry { get; init; } = "_start";

    /// <summary>`-L`, in order.</summary>
    public IReadOnlyList<string> LibraryDirectories { get; init; } = [];

    /// <summary>`-u`: symbols to take as wanted.</summary>
    public IReadOnlyList<string> Undefined { get; init; } = [];

    /// <summary>`--gc-sections`: leave out what nothing reaches.</summary>
    public bool CollectGarbage { get; init; } = true;

    /// <summary>`-s`: no symbol tables and no debugging sections.</summary>
    public bool Strip { get; init; }

    /// <summary>`-Map`: make the map text.</summary>
    public bool WantMap { get; init; }
}

/// <summary>A linked program and, when asked for, the map text.</summary>
public sealed record LinkResult(byte[] Executable, string? Map);
