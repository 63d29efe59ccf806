// The include stack: opening files, finding headers (6.10.2, and gcc's search order), leaving files. A header whose whole text stands inside `#ifndef X` … `#endif` is not even opened again while X
// is defined; with `#pragma once` never.
using PopcornCC.Compiler.Text;

namespace PopcornCC.Compiler.Preprocess;

/// <summary>A file that was read, for dependency output.</summary>
public readonly record struct IncludedFile(string Path, bool IsSystem);

/// <summary>Why the presumed position changed.</summary>
public enum FileChangeKind : byte
{
    Enter, Leave, Line,
}

/// <summary>A change of the presumed position: the next token is on <paramref name="Line"/> of <paramref name="Path"/>. <paramref name="File"/> is the file's number.</summary>
public readonly record struct FileChange(FileChangeKind Kind, int File, string Path, int Line, bool IsSystem);

public sealed partial class Preprocessor
{
    private readonly List<IncludedFile> _dependencies = [];
    private readonly HashSet<string> _dependencyPaths = new(StringComparer.Ordinal);
    private readonly HashSet<string> _once = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _guards = new(StringComparer.Ordinal);

    private enum GuardState : byte
    {
        /// <summary>Nothing but white space so far.</summary>
        Start,

        /// <summary>Inside the candidate group.</summary>
        Inside,

        /// <summary>The candidate group has ended and nothing came after it.</summary>
        Closed,

        /// <summary>The file is not guarded.</summary>
        None,
    }

    private sealed class OpenFile
    {
        public required SourceFile Source { get; init; }

        public required Lexer Lexer { get; init; }

        /// <summary>Index in the search list of the folder it was found in, or -1; for #include_next.</summary>
        public int SearchIndex { get; init; }

        public List<Condition> Conditions { get; } = [];

        public GuardState Guard { get; set; }

        public string GuardMacro { get; set; } = "";

        /// <summary>The name it is presumed to have (#line).</summary>
        public string PresumedPath { get; set; } = "";

        public bool PresumedSystem { get; set; }

        /// <summary>Opened by -imacros, or included by such a file: its tokens are dropped.</summary>
        public bool MacrosOnly { get; set; }
    }

    private void PushFile(string path, string text, bool isSystem, SourceSpan includedFrom, int searchIndex)
    {
        SourceFile source = _sources.Add(path, text, isSystem, includedFrom);
        Lexer lexer = new(text, source.Id, _spellings, _diagnostics)
        {
            FileFlags = isSystem ? TokenFlags.InSystemHeader : TokenFlags.None,
            DigitSeparators = _options.Standard >= LanguageStandard.C23,
            CommentSeen = CommentSeen,
        };
        if (_current is not null) _includeStack.Push(_current);
        bool macrosOnly = includedFrom.File != 0 && _current is { MacrosOnly: true };
        _current = new OpenFile { Source = source, Lexer = lexer, SearchIndex = searchIndex, PresumedPath = path, PresumedSystem = isSystem, MacrosOnly = macrosOnly };
        _diagnostics.Policy?.EnterFile(source.Id);
        FileChanged?.Invoke(new FileChange(FileChangeKind.Enter, source.Id, path, 1, isSystem));
    }

    /// <summary>Goes back to the includer; false when the main file has ended.</summary>
    private bool LeaveFile()
    {
        foreach (Condition condition in _current.Conditions) _diagnostics.UnterminatedConditional(condition.Span, condition.Directive);
        _current.Conditions.Clear();
        if (_current.Guard == GuardState.Closed) _guards[_current.Source.Path] = _current.GuardMacro;
        if (_includeStack.Count == 0)
        {
            foreach (Macro macro in _mayBeUnused.OrderBy(m => m.Definition.Start).ToList()) NoteUnused(macro);
            return false;
        }
        _current = _includeStack.Pop();
        int offset = _current.Lexer.Position;
        _diagnostics.Policy?.LeaveFile(_current.Source.Id, offset);
        PresumedLocation here = _current.Source.GetPresumed(offset);
        FileChanged?.Invoke(new FileChange(FileChangeKind.Leave, _current.Source.Id, here.Path, here.Line, here.IsSystem));
        return true;
    }

    // -include and -imacros: as if the first line of the main file included it.
    private void PushForcedInclude(string name, bool macrosOnly)
    {
        if (FindHeader(name, angled: false, startIndex: -1, "", out int index) is not { } path)
        {
            _diagnostics.HeaderNotFound(SourceSpan.None, name);
            return;
        }
        if (OpenHeader(path, index, SourceSpan.None)) _current.MacrosOnly = macrosOnly;
    }

    /// <summary>#include and #include_next: the directive's words have been read up to its name.</summary>
    private void Include(Token directive, bool next)
    {
        Token? header = _current.Lexer.TryLexHeaderName() ?? ComputedHeader(directive);
        if (header is not { } name)
        {
            SkipRestOfDirective();
            return;
        }
        ExpectEndOfDirective(directive.Text);
        string file = name.Text[1..^1];
        bool angled = name.Text[0] == '<';
        if (file.Length == 0)
        {
            _diagnostics.EmptyHeaderName(name.Span, directive.Text);
            return;
        }
        if (_collectingArguments > 0)
        {
            _diagnostics.IncludeInArguments(name.Span);
            return;
        }
        int start = -1;
        if (next)
        {
            if (_includeStack.Count == 0) _diagnostics.IncludeNextInMainFile(directive.Span);
            else if (_current.SearchIndex >= 0) start = _current.SearchIndex + 1;
            else angled = true;
        }
        if (FindHeader(file, angled, start, _current.Source.Path, out int index) is not { } path)
        {
            if (_options.MissingHeadersAreGenerated) AddDependency(file, false);
            else if (NearHeader(file, angled) is { } near) _diagnostics.HeaderNotFoundButNear(name.Span, file, near);
            else _diagnostics.HeaderNotFound(name.Span, file);
            return;
        }
        if (_includeStack.Count >= _options.IncludeDepthLimit)
        {
            _diagnostics.IncludeTooDeep(name.Span, _options.IncludeDepthLimit);
            return;
        }
        OpenHeader(path, index, name.Span);
    }

    /// <summary>A header in the searched folders whose name is nearly that of one that is not there.</summary>
    private string? NearHeader(string name, bool angled)
    {
        int slash = name.LastIndexOf('/');
        string folder = name[..(slash + 1)];
        IEnumerable<string> places = SearchList()[(angled ? _firstAngledIndex : 0)..].Where(f => f.Length > 0).Select(f => Path.Combine(f, folder));
        if (!angled) places = places.Prepend(Path.Combine(Path.GetDirectoryName(_current.Source.Path) ?? "", folder));
        SortedSet<string> names = new(StringComparer.Ordinal);
        foreach (string place in places)
        {
            if (Directory.Exists(place)) names.UnionWith(Directory.EnumerateFiles(place, "*.h").Select(f => Path.GetFileName(f)!));
        }
        return SpellingSuggestion.Find(name[(slash + 1)..], names) is { } near ? folder + near : null;
    }

    private bool OpenHeader(string path, int searchIndex, SourceSpan from)
    {
        bool isSystem = searchIndex >= _firstSystemIndex || (searchIndex < 0 && _current.PresumedSystem);
        AddDependency(path, isSystem);
        if (_once.Contains(path) || (_guards.TryGetValue(path, out string? guard) && _macros.ContainsKey(guard))) return false;
        string text = _files.Read(path)!;
        PushFile(path, _options.Trigraphs ? Trigraphs.Replace(text) : text, isSystem, from, searchIndex);
        return true;
    }

    private void AddDependency(string path, bool isSystem)
    {
        if (_dependencyPaths.Add(path)) _dependencies.Add(new IncludedFile(path, isSystem));
    }

    // The search list: -iquote, -I, then system folders; found folders are named by their index in it.
    private string[]? _searchList;
    private int _firstAngledIndex;
    private int _firstSystemIndex;

    private string[] SearchList()
    {
        if (_searchList is null)
        {
            _firstAngledIndex = _options.QuoteFolders.Count;
            _firstSystemIndex = _firstAngledIndex + _options.IncludeFolders.Count;
            // A folder given by -I that is a system folder as well is only the latter, as in gcc.
            _searchList = [.. _options.QuoteFolders, .. _options.IncludeFolders, .. _options.SystemFolders];
            for (int i = _firstAngledIndex; i < _firstSystemIndex; i++)
            {
                if (_options.SystemFolders.Contains(_searchList[i], StringComparer.Ordinal)) _searchList[i] = "";
            }
        }
        return _searchList;
    }

    /// <summary>The path of a header, or null. <paramref name="startIndex"/>: where in the list to begin (-1: from its natural start, the includer's own folder first for a quoted name).</summary>
    private string? FindHeader(string name, bool angled, int startIndex, string includer, out int index)
    {
        string[] folders = SearchList();
        index = -1;
        if (name[0] == '/') return Exists(name) ? name : null;
        if (startIndex < 0)
        {
            if (!angled)
            {
                int slash = includer.LastIndexOf('/');
                string beside = slash < 0 ? name : includer[..(slash + 1)] + name;
                if (Exists(beside))
                {
                    // A header beside a system header is one itself and, for #include_next, was found where that was.
                    index = includer == _current?.Source.Path && slash >= 0 ? _current.SearchIndex : -1;
                    return beside;
                }
            }
            startIndex = angled ? _firstAngledIndex : 0;
        }
        for (index = startIndex; index < folders.Length; index++)
        {
            if (folders[index].Length == 0) continue;
            string path = folders[index].EndsWith('/') ? folders[index] + name : folders[index] + "/" + name;
            if (Exists(path)) return path;
        }
        return null;
    }

    private bool Exists(string path) => _files.Read(path) is not null;

    // 6.10.2p4: the words are expanded; what results must look like one of the two forms.
    private Token? ComputedHeader(Token directive)
    {
        Token first = NextExpanded();
        if (first.Kind == TokenKind.StringLiteral && first.Text[0] == '"')
        {
            return first with { Kind = TokenKind.HeaderName };
        }
        if (first.Kind == TokenKind.Less)
        {
            System.Text.StringBuilder name = new("<");
            bool any = false;
            while (true)
            {
                Token token = NextExpanded();
                if (token.Kind == TokenKind.NewLine) break;
                if (any && (token.Flags & TokenFlags.LeadingSpace) != 0) name.Append(' ');
                any = true;
                name.Append(token.Text);
                if (token.Kind == TokenKind.Greater) return new Token(TokenKind.HeaderName, name.ToString(), first.Span, first.Flags);
            }
        }
        _diagnostics.ExpectedHeaderName(first.Kind == TokenKind.NewLine ? directive.Span : first.Span, directive.Text);
        return null;
    }
}
