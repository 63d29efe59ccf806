// -E: prints tokens as text that, read again, gives the same tokens on the same lines. Line markers are gcc's (`# 12 "file.c" 1 3`: flag 1 a file begins, 2 it goes on, 3 system header); -P leaves them out.
using System.Globalization;
using PopcornCC.Compiler.Text;

namespace PopcornCC.Compiler.Preprocess;

/// <summary>Writes the output of <c>-E</c>.</summary>
public sealed class PreprocessedOutput
{
    // A gap of more lines than this gets a line marker instead of empty lines, as in gcc.
    private const int MostEmptyLines = 8;

    private readonly TextWriter _writer;
    private readonly SourceManager _sources;
    private readonly bool _lineMarkers;
    private int _line = 1;
    private bool _lineIsEmpty = true;
    private bool _afterComment;
    private int _indent;
    private string _path = "";
    private bool _isSystem;

    private PreprocessedOutput(TextWriter writer, SourceManager sources, bool lineMarkers)
    {
        _writer = writer;
        _sources = sources;
        _lineMarkers = lineMarkers;
    }

    /// <summary>Prints everything <paramref name="preprocessor"/> gives for a file.</summary>
    public static void Print(Preprocessor preprocessor, string path, string text, SourceManager sources, TextWriter writer, bool lineMarkers, bool macros = false, bool comments = false)
    {
        PreprocessedOutput output = new(writer, sources, lineMarkers);
        preprocessor.FileChanged = output.OnFileChanged;
        if (macros) preprocessor.MacroChanged = output.PrintLine;
        if (comments) preprocessor.CommentSeen = output.PrintComment;
        preprocessor.Enter(path, text);
        Token previous = default;
        for (Token token = preprocessor.Next(); token.Kind != TokenKind.EndOfFile; token = preprocessor.Next())
        {
            output.Print(token, previous, preprocessor.LineStart);
            previous = token;
        }
        output.EndLine();
    }

    /// <summary>Whether two tokens printed without space between them could be read as something else.</summary>
    internal static bool WouldPaste(Token left, Token right)
    {
        char a = left.Text[^1];
        char b = right.Text[0];
        bool bIsWord = CharacterClasses.IsIdentifierPart(b) || b >= 0x80 || b == '\\';
        return left.Kind switch
        {
            TokenKind.Identifier => bIsWord || b is '"' or '\'',
            TokenKind.Number => bIsWord || b is '.' or '+' or '-' or '\'',
            TokenKind.StringLiteral or TokenKind.CharConstant => false,
            _ => b switch
            {
                '=' => a is '=' or '+' or '-' or '*' or '/' or '%' or '<' or '>' or '!' or '&' or '|' or '^',
                '+' or '-' or '&' or '|' or '<' or '#' => a == b,
                '>' => a is '>' or '-' or '%' or ':',
                ':' => a is '<' or '%' or ':',
                '%' => a is '<' or ':',
                '/' or '*' => a == '/',
                '.' => a == '.',
                _ => a == '.' && CharacterClasses.IsDigit(b),
            },
        };
    }

    private void OnFileChanged(FileChange change)
    {
        EndLine();
        _path = change.Path;
        _isSystem = change.IsSystem;
        _line = change.Line;
        string flag = change.Kind switch { FileChangeKind.Enter when change.File > 1 && !change.Path.StartsWith('<') => " 1", FileChangeKind.Leave => " 2", _ => "" };
        Marker(flag);
    }

    private void Marker(string flag)
    {
        if (!_lineMarkers) return;
        string quoted = _path.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
        _writer.Write(string.Create(CultureInfo.InvariantCulture, $"# {_line} \"{quoted}\"{flag}{(_isSystem ? " 3" : "")}\n"));
    }

    private void EndLine()
    {
        _indent = 0;
        if (_lineIsEmpty) return;
        _writer.Write('\n');
        _line++;
        _lineIsEmpty = true;
    }

    private void PrintLine(string line)
    {
        EndLine();
        _writer.Write(line);
        _lineIsEmpty = false;
        EndLine();
    }

    private void Print(Token token, Token previous, SourceSpan lineStart)
    {
        bool spaced = (token.Flags & TokenFlags.LeadingSpace) != 0;
        // After a comment that began or ended on this line the token goes on with it.
        if ((token.Flags & TokenFlags.StartOfLine) != 0 && !(_afterComment && _sources.GetLocation(lineStart).Line == _line))
        {
            MoveTo(_sources.GetLocation(lineStart));
            spaced = false;
        }
        if (token.Kind == TokenKind.Pragma)
        {
            EndLine();
            PrintLine("#pragma " + token.Text);
            return;
        }
        for (; _indent > 0; _indent--) _writer.Write(' ');
        if (spaced) _writer.Write(' ');
        else if (!_lineIsEmpty && !Adjacent(previous.Span, token.Span) && WouldPaste(previous, token)) _writer.Write(' ');
        _writer.Write(token.Text);
        _lineIsEmpty = false;
        _afterComment = false;
    }

    // -C: a comment stands where it stood; one that goes over several lines takes their place.
    private void PrintComment(string text, SourceSpan span)
    {
        PresumedLocation place = _sources.GetLocation(span);
        if (place.Line != _line) MoveTo(place);
        for (; _indent > 0; _indent--) _writer.Write(' ');
        if (!_lineIsEmpty) _writer.Write(' ');
        _writer.Write(text);
        _line += text.Count(c => c == '\n');
        _lineIsEmpty = false;
        _afterComment = text[^1] == '/' && text.StartsWith("/*", StringComparison.Ordinal);
        if (!_afterComment) EndLine();
    }

    private static bool Adjacent(SourceSpan left, SourceSpan right) => left.File == right.File && left.Start + left.Length == right.Start;

    private void MoveTo(PresumedLocation place)
    {
        EndLine();
        if (_lineMarkers)
        {
            if (place.Line < _line || place.Line > _line + MostEmptyLines)
            {
                _line = place.Line;
                Marker("");
            }
            for (; _line < place.Line; _line++) _writer.Write('\n');
        }
        _indent = place.Column - 1;
    }
}
