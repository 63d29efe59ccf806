// Conditional inclusion (6.10.1): which groups are read. The text of the others is skipped without making tokens of it, except for the names of nested directives.
using PopcornCC.Compiler.Text;

namespace PopcornCC.Compiler.Preprocess;

public sealed partial class Preprocessor
{
    /// <summary>One open #if.</summary>
    private sealed class Condition
    {
        public required SourceSpan Span { get; init; }

        public required string Directive { get; init; }

        /// <summary>One of its groups was read.</summary>
        public bool Taken { get; set; }

        public bool SawElse { get; set; }

        /// <summary>Has #elif or #else: not an include guard.</summary>
        public bool HasAlternatives { get; set; }
    }

    private void If(Token directive)
    {
        OpenFile file = _current;
        if (file.Guard == GuardState.Start && file.Conditions.Count == 0 && GuardOfNotDefined() is { } guard)
        {
            file.Guard = GuardState.Inside;
            file.GuardMacro = guard;
        }
        else if (file.Guard == GuardState.Start)
        {
            file.Guard = GuardState.None;
        }
        OpenCondition(directive, EvaluateCondition(directive));
    }

    private void IfDefined(Token directive, bool negate)
    {
        bool isDefined = false;
        if (MacroName(directive.Text) is { } name)
        {
            OpenFile file = _current;
            if (negate && file.Guard == GuardState.Start && file.Conditions.Count == 0)
            {
                file.Guard = GuardState.Inside;
                file.GuardMacro = name.Text;
            }
            isDefined = IsDefined(name.Text);
            ExpectEndOfDirective(directive.Text);
        }
        else
        {
            SkipRestOfDirective();
        }
        if (_current.Guard == GuardState.Start) _current.Guard = GuardState.None;
        OpenCondition(directive, isDefined != negate);
    }

    private void OpenCondition(Token directive, bool taken)
    {
        _current.Conditions.Add(new Condition { Span = directive.Span, Directive = directive.Text, Taken = taken });
        if (!taken) SkipGroups();
    }

    // #elif, #else… met while reading a group: all groups that remain are skipped.
    private void ElseOfTakenGroup(Token directive)
    {
        if (_current.Conditions.Count == 0)
        {
            _diagnostics.ElseWithoutIf(directive.Span, directive.Text);
            return;
        }
        NoteAlternative(_current.Conditions[^1], directive);
        if (directive.Text == "else") ExpectEndOfDirective("else");
        else SkipRestOfDirective();
        SkipGroups();
    }

    private void NoteAlternative(Condition condition, Token directive)
    {
        condition.HasAlternatives = true;
        if (condition.SawElse) _diagnostics.ElseAfterElse(directive.Span, directive.Text, condition.Span);
        if (directive.Text == "else") condition.SawElse = true;
    }

    private void EndIf(Token directive)
    {
        if (_current.Conditions.Count == 0)
        {
            _diagnostics.ElseWithoutIf(directive.Span, "endif");
            return;
        }
        CloseCondition();
    }

    private void CloseCondition()
    {
        OpenFile file = _current;
        Condition condition = file.Conditions[^1];
        file.Conditions.RemoveAt(file.Conditions.Count - 1);
        if (file.Conditions.Count == 0 && file.Guard == GuardState.Inside)
        {
            file.Guard = condition.HasAlternatives ? GuardState.None : GuardState.Closed;
        }
        ExpectEndOfDirective("endif");
    }

    /// <summary>Skips groups of the innermost condition until one is to be read or its #endif; on return the directive's line is finished.</summary>
    private void SkipGroups()
    {
        Lexer lexer = _current.Lexer;
        int nested = 0;
        while (lexer.SkipToDirective())
        {
            lexer.Lex();
            lexer.InDirective = true;
            Token name = lexer.Lex();
            switch (name.Text)
            {
                case "if" or "ifdef" or "ifndef":
                    nested++;
                    break;
                case "endif" when nested > 0:
                    nested--;
                    break;
                case "endif":
                    CloseCondition();
                    return;
                case "else" or "elif" or "elifdef" or "elifndef" when nested == 0:
                    if (Alternative(name)) return;
                    break;
                case var other when nested == 0 && name.Kind == TokenKind.Identifier && !s_directives.Contains(other) && SpellingSuggestion.Find(other, s_conditionals) is { } meant:
                    _diagnostics.UnknownDirectiveSkipped(name.Span, meant);
                    break;
            }
            SkipRestOf(lexer);
        }
    }

    private bool Alternative(Token directive)
    {
        Condition condition = _current.Conditions[^1];
        NoteAlternative(condition, directive);
        if (condition.Taken) return false;
        if (directive.Text == "else")
        {
            ExpectEndOfDirective("else");
            condition.Taken = true;
        }
        else if (directive.Text == "elif")
        {
            condition.Taken = EvaluateCondition(directive);
        }
        else if (MacroName(directive.Text) is { } name)
        {
            if (_options.Standard < LanguageStandard.C23) _diagnostics.DirectiveIsExtension(directive.Span, "c23-extensions", $"use of a '#{directive.Text}' directive is a C23 extension");
            condition.Taken = IsDefined(name.Text) == (directive.Text == "elifdef");
            ExpectEndOfDirective(directive.Text);
        }
        return condition.Taken;
    }

    private bool IsDefined(string name)
    {
        if (_macros.TryGetValue(name, out Macro? macro)) macro.IsUsed = true;
        return macro is not null || IsBuiltinOperator(name);
    }

    private static bool IsBuiltinOperator(string name) => name is "__has_include" or "__has_include_next";

    // The name when what follows #if is exactly `!defined X` or `!defined(X)`.
    private string? GuardOfNotDefined()
    {
        string text = _current.Source.Text;
        int start = _current.Lexer.Position;
        int end = text.IndexOf('\n', start);
        ReadOnlySpan<char> line = text.AsSpan(start, (end < 0 ? text.Length : end) - start).Trim();
        if (!line.StartsWith("!")) return null;
        line = line[1..].TrimStart();
        if (!line.StartsWith("defined")) return null;
        line = line["defined".Length..];
        ReadOnlySpan<char> rest = line.TrimStart();
        if (rest.StartsWith("(") && rest.EndsWith(")")) rest = rest[1..^1].Trim();
        else if (rest.Length == line.Length) return null;
        foreach (char c in rest)
        {
            if (!CharacterClasses.IsIdentifierPart(c)) return null;
        }
        return rest.Length > 0 ? rest.ToString() : null;
    }

    private bool EvaluateCondition(Token directive)
    {
        bool result = new ConditionEvaluator(this, directive).Evaluate();
        SkipRestOfDirective();
        return result;
    }
}
