// Argument substitution (6.10.3.1), # (6.10.3.2), ## (6.10.3.3) with placemarkers, __VA_OPT__ (C23 6.10.5.1) and GNU's `, ## __VA_ARGS__`: from a macro's body and its arguments to the tokens that
// are rescanned.
using System.Runtime.InteropServices;
using System.Text;
using PopcornCC.Compiler.Text;

namespace PopcornCC.Compiler.Preprocess;

public sealed partial class Preprocessor
{
    private sealed class MacroSubstitution(Preprocessor preprocessor, Macro macro, MacroArgument[] arguments, int expansion)
    {
        private static readonly Token s_placemarker = new(TokenKind.Placemarker, "", SourceSpan.None);

        /// <summary>The replacement list with everything substituted, placemarkers removed.</summary>
        public Token[] Run(MacroToken[] body)
        {
            List<Token> result = new(body.Length + 8);
            Substitute(body, result);
            result.RemoveAll(t => t.Kind == TokenKind.Placemarker);
            return [.. result];
        }

        private void Substitute(MacroToken[] body, List<Token> result)
        {
            bool pasting = false;
            TokenFlags carried = 0;
            for (int i = 0; i < body.Length; i++)
            {
                MacroToken item = body[i];
                int start = result.Count;
                bool dropComma = pasting && IsGnuComma(body, i, result);
                Operand(item, pasting || item.PasteNext, result);
                if (result.Count > start)
                {
                    // The first token of what replaces a parameter has the parameter's white space before it; of what was empty the next token has it.
                    TokenFlags space = (item.Token.Flags & TokenFlags.LeadingSpace) | carried;
                    result[start] = result[start] with { Flags = (result[start].Flags & ~TokenFlags.LeadingSpace) | space };
                    carried = 0;
                }
                else
                {
                    carried |= item.Token.Flags & TokenFlags.LeadingSpace;
                }
                if (dropComma)
                {
                    bool empty = result.Count == start || result[start].Kind == TokenKind.Placemarker;
                    if (empty) result[start - 1] = s_placemarker;
                }
                else if (pasting && result.Count > start)
                {
                    Token left = result[start - 1];
                    if (TryPaste(left, result[start], out Token joined))
                    {
                        result[start - 1] = joined;
                        result.RemoveAt(start);
                    }
                    else
                    {
                        preprocessor._diagnostics.BadPaste(left.Span, left.Text, result[start].Text);
                    }
                }
                pasting = item.PasteNext;
            }
        }

        // `, ## rest` where rest is the variadic parameter: nothing is joined; without arguments the comma goes (GNU).
        private bool IsGnuComma(MacroToken[] body, int i, List<Token> result) =>
            macro.IsVariadic && body[i].Parameter == macro.Parameters.Length - 1 && !body[i].Stringify
            && result.Count > 0 && result[^1].Kind == TokenKind.Comma && body[i - 1].Token.Kind == TokenKind.Comma;

        private void Operand(MacroToken item, bool raw, List<Token> result)
        {
            if (item.Group is { } group)
            {
                VaOpt(item, group, raw, result);
                return;
            }
            if (item.Parameter < 0)
            {
                result.Add(FromBody(item.Token));
                return;
            }
            MacroArgument argument = arguments[item.Parameter];
            if (item.Stringify)
            {
                result.Add(Stringize(argument.Tokens, item.Token));
                return;
            }
            ReadOnlySpan<Token> tokens = raw ? argument.Tokens : argument.Expanded(preprocessor);
            if (tokens.Length == 0 && raw) result.Add(s_placemarker);
            result.AddRange(tokens);
        }

        // __VA_OPT__(x) is x when the variadic arguments, expanded, are not empty, else a placemarker; with # its string.
        private void VaOpt(MacroToken item, MacroToken[] group, bool raw, List<Token> result)
        {
            List<Token> inner = [];
            if (arguments[^1].Expanded(preprocessor).Length > 0) Substitute(group, inner);
            if (item.Stringify)
            {
                inner.RemoveAll(t => t.Kind == TokenKind.Placemarker);
                result.Add(Stringize(CollectionsMarshal.AsSpan(inner), item.Token));
                return;
            }
            if (inner.Count == 0 && raw) inner.Add(s_placemarker);
            result.AddRange(inner);
        }

        private Token FromBody(Token token) => token with
        {
            Span = token.Span with { File = -expansion },
            Flags = token.Flags & ~TokenFlags.StartOfLine,
        };

        private Token Stringize(ReadOnlySpan<Token> tokens, Token at)
        {
            StringBuilder text = new("\"");
            for (int i = 0; i < tokens.Length; i++)
            {
                if (i > 0 && (tokens[i].Flags & TokenFlags.LeadingSpace) != 0) text.Append(' ');
                StringText.AppendStringized(text, tokens[i]);
            }
            // A lone backslash at the end would escape the closing quote.
            int backslashes = 0;
            while (text[text.Length - 1 - backslashes] == '\\') backslashes++;
            if (backslashes % 2 != 0)
            {
                preprocessor._diagnostics.StringizedBackslash(at.Span with { File = -expansion });
                text.Length--;
            }
            text.Append('"');
            return FromBody(at) with { Kind = TokenKind.StringLiteral, Text = preprocessor._spellings.Intern(text.ToString()) };
        }

        private bool TryPaste(Token left, Token right, out Token joined)
        {
            joined = left;
            if (right.Kind == TokenKind.Placemarker) return true;
            if (left.Kind == TokenKind.Placemarker)
            {
                joined = right with { Flags = (right.Flags & ~TokenFlags.LeadingSpace) | (left.Flags & TokenFlags.LeadingSpace) };
                return true;
            }
            string text = preprocessor._spellings.Intern(left.Text + right.Text);
            Lexer lexer = new(text, 0, preprocessor._spellings, null) { DigitSeparators = preprocessor._options.Standard >= LanguageStandard.C23 };
            Token token = lexer.Lex();
            if (lexer.Position != text.Length || token.Span.Length != text.Length) return false;
            SourceSpan span = left.Span.File < 0 || right.Span.File >= 0 ? left.Span : right.Span;
            joined = token with { Span = span, Flags = left.Flags & (TokenFlags.LeadingSpace | TokenFlags.InSystemHeader) };
            return true;
        }
    }
}
