// What the command line says to the preprocessor, and the files it reads through.
using System.Collections.Concurrent;
using PopcornCC.Compiler.Text;

namespace PopcornCC.Compiler.Preprocess;

/// <summary>A <c>-D</c> (<c>NAME</c>, <c>NAME=BODY</c>, <c>NAME(ARGS)=BODY</c>) or <c>-U</c>, in command line order.</summary>
public readonly record struct CommandLineMacro(string Text, bool Undefine);

/// <summary>Settings of one preprocessing run.</summary>
public sealed record PreprocessorOptions
{
    /// <summary>Folders for <c>#include "…"</c> only (<c>-iquote</c>).</summary>
    public IReadOnlyList<string> QuoteFolders { get; init; } = [];

    /// <summary>Folders of <c>-I</c>.</summary>
    public IReadOnlyList<string> IncludeFolders { get; init; } = [];

    /// <summary>Folders of <c>-isystem</c>, then the standard ones, then those of <c>-idirafter</c>: warnings in their files are not shown.</summary>
    public IReadOnlyList<string> SystemFolders { get; init; } = [];

    /// <summary>Files of <c>-include</c>, read before the main file.</summary>
    public IReadOnlyList<string> ForcedIncludes { get; init; } = [];

    /// <summary>Files of <c>-imacros</c>: as above, but only their macros count.</summary>
    public IReadOnlyList<string> ForcedMacroFiles { get; init; } = [];

    /// <summary><c>-D</c> and <c>-U</c>.</summary>
    public IReadOnlyList<CommandLineMacro> Macros { get; init; } = [];

    /// <summary><c>-std=</c>.</summary>
    public LanguageStandard Standard { get; init; } = LanguageStandard.C17;

    /// <summary>A gnu dialect (the default) rather than strict C.</summary>
    public bool GnuMode { get; init; } = true;

    /// <summary>Trigraphs are replaced: in strict modes before C23, or with <c>-trigraphs</c>.</summary>
    public bool Trigraphs { get; init; }

    /// <summary>An optimisation level other than 0: <c>__OPTIMIZE__</c>.</summary>
    public bool Optimize { get; init; }

    /// <summary><c>-Os</c> or <c>-Oz</c>: <c>__OPTIMIZE_SIZE__</c>.</summary>
    public bool OptimizeSize { get; init; }

    /// <summary><c>-ffast-math</c>: <c>__FAST_MATH__</c>.</summary>
    public bool FastMath { get; init; }

    /// <summary><c>-pthread</c>: <c>_REENTRANT</c>.</summary>
    public bool Threads { get; init; }

    /// <summary>Not <c>-ffreestanding</c>: <c>__STDC_HOSTED__</c>.</summary>
    public bool Hosted { get; init; } = true;

    /// <summary>Seconds since 1970 for <c>__DATE__</c> and <c>__TIME__</c>: that of SOURCE_DATE_EPOCH, else 0, so that output depends on nothing but the input.</summary>
    public long SourceDate { get; init; }

    /// <summary>The input has been preprocessed already (<c>.i</c>): no macros, no directives but line markers and pragmas.</summary>
    public bool Preprocessed { get; init; }

    /// <summary>Hand on every pragma, also those that only concern the preprocessor (<c>-E</c>).</summary>
    public bool KeepPragmas { get; init; }

    /// <summary><c>-M</c> with <c>-MG</c>: a header that is missing is taken as generated later.</summary>
    public bool MissingHeadersAreGenerated { get; init; }

    /// <summary>Most files open at once.</summary>
    public int IncludeDepthLimit { get; init; } = 200;
}

/// <summary>Files by path, read once; shared by compilations that run in parallel.</summary>
public sealed class FileCache
{
    private readonly ConcurrentDictionary<string, string?> _texts = new(StringComparer.Ordinal);

    /// <summary>The text of a file, or null when there is none to read.</summary>
    public string? Read(string path) => _texts.TryGetValue(path, out string? text) ? text : _texts.GetOrAdd(path, Load(path));

    private static string? Load(string path)
    {
        try
        {
            return File.Exists(path) ? SourceEncoding.Decode(File.ReadAllBytes(path)) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
