// Prints a syntax tree compactly for golden files: one declaration or statement a line, expressions as nested lists with operators first, types outside in. It shows structure, never positions.
using System.Text;
using PopcornCC.Compiler.Preprocess;
using PopcornCC.Compiler.Syntax;

namespace PopcornCC.Compiler.Tests.Syntax;

internal sealed class TreePrinter
{
    private readonly StringBuilder _text = new();
    private int _indent;

    public static string Print(TranslationUnitSyntax unit)
    {
        TreePrinter printer = new();
        foreach (DeclarationSyntax d in unit.Declarations) printer.Declaration(d);
        return printer._text.ToString();
    }

    private void Line(string text) => _text.Append(' ', 2 * _indent).Append(text).Append('\n');

    private void Nested(Action body)
    {
        _indent++;
        body();
        _indent--;
    }

    // ---- Declarations -----------------------------------------------------------------------------------------------------------------------------

    private void Declaration(DeclarationSyntax declaration)
    {
        switch (declaration)
        {
            case VariableDeclarationSyntax v when v.Declarators.IsEmpty:
                Line("declare " + Specifiers(v.Specifiers));
                break;
            case VariableDeclarationSyntax v:
                foreach (InitDeclaratorSyntax d in v.Declarators)
                {
                    string init = d.Initializer is null ? "" : " = " + Initializer(d.Initializer);
                    string label = d.AsmLabel is null ? "" : " asm" + Strings(d.AsmLabel);
                    Line("declare " + Declarator(d.Declarator, Specifiers(v.Specifiers)) + label + Attributes(d.Attributes) + init);
                }
                break;
            case FieldDeclarationSyntax f when f.Declarators.IsEmpty:
                Line("member " + Specifiers(f.Specifiers));
                break;
            case FieldDeclarationSyntax f:
                foreach (FieldDeclaratorSyntax d in f.Declarators)
                    Line("member " + Declarator(d.Declarator, Specifiers(f.Specifiers)) + (d.BitWidth is null ? "" : " : " + E(d.BitWidth)) + Attributes(d.Attributes));
                break;
            case FunctionDefinitionSyntax f:
                Line("define " + Declarator(f.Declarator, Specifiers(f.Specifiers)) + (f.AsmLabel is null ? "" : " asm" + Strings(f.AsmLabel)) + Attributes(f.Attributes));
                Nested(() =>
                {
                    foreach (VariableDeclarationSyntax p in f.ParameterDeclarations) Declaration(p);
                    foreach (StatementSyntax s in f.Body.Items) Statement(s);
                });
                break;
            case StaticAssertSyntax s:
                Line("static-assert " + E(s.Condition) + (s.Message is null ? "" : " " + Strings(s.Message)));
                break;
            case FileScopeAsmSyntax a:
                Line("asm " + Strings(a.Text));
                break;
            case AttributeDeclarationSyntax a:
                Line("attributes" + Attributes(a.Attributes));
                break;
            case WeakPragmaSyntax w:
                Line($"weak {w.Name} {w.Target}".TrimEnd());
                break;
            case RedefineExternalNamePragmaSyntax r:
                Line($"redefine {r.Name} {r.Symbol}");
                break;
            case EmptyDeclarationSyntax:
                Line("empty");
                break;
            default:
                throw new InvalidOperationException(declaration.GetType().Name);
        }
    }

    private string Specifiers(SpecifiersSyntax s)
    {
        StringBuilder words = new();
        if (s.IsExtension) words.Append("ext ");
        if (s.Storage != 0) words.Append(s.Storage.ToString().ToLowerInvariant().Replace(", ", " ", StringComparison.Ordinal)).Append(' ');
        if (s.Functions != 0) words.Append(s.Functions.ToString().ToLowerInvariant().Replace(", ", " ", StringComparison.Ordinal)).Append(' ');
        words.Append(Qualifiers(s.Qualifiers));
        foreach (AlignasSyntax a in s.Alignments) words.Append("alignas(").Append(a.Type is null ? E(a.Value!) : TypeName(a.Type)).Append(") ");
        words.Append(TypeSpecifier(s.Type));
        words.Append(Attributes(s.Attributes));
        return words.ToString();
    }

    private static string Qualifiers(QualifierSpecifiers q) => q == 0 ? "" : q.ToString().ToLowerInvariant().Replace(", ", " ", StringComparison.Ordinal) + " ";

    private string TypeSpecifier(TypeSpecifierSyntax type) => type switch
    {
        BasicTypeSyntax b => (b.IsComplex ? "complex " : "") + b.Type.ToString().ToLowerInvariant(),
        ImplicitIntSyntax => "implicit-int",
        TypedefNameSyntax t => t.Name,
        RecordSyntax r => (r.IsUnion ? "union" : "struct") + (r.Tag is null ? "" : " " + r.Tag.Name) + (r.Pack == 0 ? "" : $" pack {r.Pack}") + Attributes(r.Attributes)
            + (r.IsDefinition ? Inline(p => { foreach (DeclarationSyntax m in r.Members) p.Declaration(m); }) : ""),
        EnumSyntax e => "enum" + (e.Tag is null ? "" : " " + e.Tag.Name) + (e.Underlying is null ? "" : " : " + TypeName(e.Underlying)) + Attributes(e.Attributes)
            + (e.IsDefinition ? " {" + string.Join(", ", e.Enumerators.Select(i => i.Name.Name + Attributes(i.Attributes) + (i.Value is null ? "" : " = " + E(i.Value)))) + "}" : ""),
        TypeofSyntax t => (t.IsUnqualified ? "typeof-unqual(" : "typeof(") + (t.Type is null ? E(t.Expression!) : TypeName(t.Type)) + ")",
        AtomicTypeSyntax a => "atomic(" + TypeName(a.Type) + ")",
        AutoTypeSyntax => "auto-type",
        ErrorTypeSyntax => "<error>",
        _ => throw new InvalidOperationException(type.GetType().Name),
    };

    /// <summary>Lines of something nested, on one line in braces.</summary>
    private static string Inline(Action<TreePrinter> body)
    {
        TreePrinter inner = new();
        body(inner);
        return " {" + string.Join("; ", inner._text.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Trim())) + "}";
    }

    private string TypeName(TypeNameSyntax type) => Declarator(type.Declarator, Specifiers(type.Specifiers));

    /// <summary>The declared name, then its type read from the name outwards.</summary>
    private string Declarator(DeclaratorSyntax declarator, string specifiers)
    {
        string type = specifiers;
        while (true)
        {
            switch (declarator)
            {
                case NameDeclaratorSyntax n:
                    return n.Identifier.Name + Attributes(n.Attributes) + ": " + type;
                case NamelessDeclaratorSyntax:
                    return type;
                case PointerDeclaratorSyntax p:
                    type = Qualifiers(p.Qualifiers) + "ptr" + Attributes(p.Attributes) + " to " + type;
                    declarator = p.Inner;
                    break;
                case ArrayDeclaratorSyntax a:
                    type = "array[" + (a.IsStatic ? "static " : "") + Qualifiers(a.Qualifiers) + (a.IsStar ? "*" : a.Size is null ? "" : E(a.Size)) + "] of " + type;
                    declarator = a.Inner;
                    break;
                case FunctionDeclaratorSyntax f:
                    IEnumerable<string> parameters = f.Parameters.Select(p => Declarator(p.Declarator, Specifiers(p.Specifiers)) + Attributes(p.Attributes));
                    if (!f.IdentifierList.IsDefault) parameters = f.IdentifierList.Select(i => i.Name + "?");
                    if (f.IsVariadic) parameters = parameters.Append("...");
                    type = "func(" + string.Join(", ", parameters) + ") " + type;
                    declarator = f.Inner;
                    break;
                case AttributedDeclaratorSyntax a:
                    type += Attributes(a.Attributes);
                    declarator = a.Inner;
                    break;
                default:
                    throw new InvalidOperationException(declarator.GetType().Name);
            }
        }
    }

    private string Attributes(IEnumerable<AttributeSyntax> attributes)
    {
        string list = string.Join(" ", attributes.Select(a => (a.Style == AttributeStyle.Standard ? "@@" : "@") + (a.Prefix is null ? "" : a.Prefix + "::") + a.Name
            + (a.Arguments.IsEmpty ? "" : "(" + string.Join(", ", a.Arguments.Select(x => x is TypeNameSyntax t ? TypeName(t) : E((ExpressionSyntax)x))) + ")")));
        return list.Length == 0 ? "" : " " + list;
    }

    private string Initializer(InitializerSyntax initializer) => initializer switch
    {
        ExpressionInitializerSyntax e => E(e.Expression),
        ListInitializerSyntax l => "{" + string.Join(", ", l.Items.Select(i => string.Concat(i.Designators.Select(Designator)) + (i.Designators.IsEmpty ? "" : " = ") + Initializer(i.Initializer))) + "}",
        _ => throw new InvalidOperationException(),
    };

    private string Designator(DesignatorSyntax designator) => designator switch
    {
        FieldDesignatorSyntax f => "." + f.Field.Name,
        IndexDesignatorSyntax { High: null } i => "[" + E(i.Low) + "]",
        IndexDesignatorSyntax i => "[" + E(i.Low) + " ... " + E(i.High!) + "]",
        _ => throw new InvalidOperationException(),
    };

    // ---- Statements -------------------------------------------------------------------------------------------------------------------------------

    private void Statement(StatementSyntax statement)
    {
        switch (statement)
        {
            case CompoundStatementSyntax c:
                Line("block");
                Nested(() => { foreach (StatementSyntax s in c.Items) Statement(s); });
                break;
            case DeclarationStatementSyntax d:
                Declaration(d.Declaration);
                break;
            case LocalLabelsSyntax l:
                Line("local-labels " + string.Join(" ", l.Labels.Select(x => x.Name)));
                break;
            case LabeledStatementSyntax l:
                Line("label " + l.Label.Name + Attributes(l.Attributes));
                Nested(() => Statement(l.Statement));
                break;
            case CaseStatementSyntax c:
                Line("case " + E(c.Low) + (c.High is null ? "" : " ... " + E(c.High)));
                Nested(() => Statement(c.Statement));
                break;
            case DefaultStatementSyntax d:
                Line("default");
                Nested(() => Statement(d.Statement));
                break;
            case ExpressionStatementSyntax e:
                Line(E(e.Expression));
                break;
            case EmptyStatementSyntax:
                Line("empty");
                break;
            case AttributedStatementSyntax a:
                Line("attributed" + Attributes(a.Attributes));
                Nested(() => Statement(a.Statement));
                break;
            case IfStatementSyntax i:
                Line("if " + E(i.Condition));
                Nested(() => Statement(i.Then));
                if (i.Else is null) break;
                Line("else");
                Nested(() => Statement(i.Else));
                break;
            case SwitchStatementSyntax s:
                Line("switch " + E(s.Value));
                Nested(() => Statement(s.Body));
                break;
            case WhileStatementSyntax w:
                Line("while " + E(w.Condition));
                Nested(() => Statement(w.Body));
                break;
            case DoStatementSyntax d:
                Line("do");
                Nested(() => Statement(d.Body));
                Line("while " + E(d.Condition));
                break;
            case ForStatementSyntax f:
                Line("for " + (f.Initial is null ? "-" : Inline(p => p.Statement(f.Initial)).Trim()) + "; " + (f.Condition is null ? "-" : E(f.Condition)) + "; " + (f.Step is null ? "-" : E(f.Step)));
                Nested(() => Statement(f.Body));
                break;
            case GotoStatementSyntax g:
                Line("goto " + g.Label.Name);
                break;
            case ComputedGotoStatementSyntax g:
                Line("goto * " + E(g.Target));
                break;
            case ContinueStatementSyntax:
                Line("continue");
                break;
            case BreakStatementSyntax:
                Line("break");
                break;
            case ReturnStatementSyntax r:
                Line("return" + (r.Value is null ? "" : " " + E(r.Value)));
                break;
            case AsmStatementSyntax a:
                Line("asm" + (a.IsVolatile ? " volatile" : "") + (a.IsGoto ? " goto" : "") + " " + Strings(a.Template)
                    + (a.IsExtended ? " out(" + Operands(a.Outputs) + ") in(" + Operands(a.Inputs) + ") clobbers(" + string.Join(", ", a.Clobbers.Select(Strings)) + ") labels("
                        + string.Join(", ", a.Labels.Select(l => l.Name)) + ")" : ""));
                break;
            default:
                throw new InvalidOperationException(statement.GetType().Name);
        }
    }

    private string Operands(IEnumerable<AsmOperandSyntax> operands) =>
        string.Join(", ", operands.Select(o => (o.SymbolicName is null ? "" : "[" + o.SymbolicName.Name + "] ") + Strings(o.Constraint) + " " + E(o.Expression)));

    // ---- Expressions ------------------------------------------------------------------------------------------------------------------------------

    private static string Strings(StringSyntax s) => string.Join(" ", s.Pieces.Select(t => t.Text));

    private string E(ExpressionSyntax expression) => expression switch
    {
        ErrorExpressionSyntax => "<error>",
        NameSyntax n => n.Name,
        NumberSyntax n => n.Token.Text,
        CharacterSyntax c => c.Token.Text,
        StringSyntax s => Strings(s),
        BoolSyntax b => b.Value ? "true" : "false",
        NullptrSyntax => "nullptr",
        ParenthesizedSyntax p => "(paren " + E(p.Expression) + ")",
        GenericSyntax g => "(generic " + (g.ControlType is null ? E(g.Control!) : TypeName(g.ControlType)) + string.Concat(g.Associations.Select(a =>
            ", " + (a.Type is null ? "default" : TypeName(a.Type)) + " -> " + E(a.Expression))) + ")",
        StatementExpressionSyntax s => "(do" + Inline(p => { foreach (StatementSyntax i in s.Body.Items) p.Statement(i); }) + ")",
        SubscriptSyntax s => $"(index {E(s.Base)} {E(s.Index)})",
        CallSyntax c => "(call " + string.Join(" ", c.Arguments.Prepend(c.Callee).Select(E)) + ")",
        MemberSyntax m => $"({(m.IsArrow ? "->" : ".")} {E(m.Base)} {m.Member.Name})",
        PostfixSyntax p => $"(post{Op(p.Operator)} {E(p.Operand)})",
        CompoundLiteralSyntax c => $"(literal {TypeName(c.Type)} {Initializer(c.Initializer)})",
        UnarySyntax u => $"({Op(u.Operator)} {E(u.Operand)})",
        ExtensionExpressionSyntax e => $"(ext {E(e.Operand)})",
        ComplexPartSyntax c => $"({(c.IsImaginary ? "imag" : "real")} {E(c.Operand)})",
        SizeofExpressionSyntax s => $"(sizeof {E(s.Operand)})",
        SizeofTypeSyntax s => $"(sizeof-type {TypeName(s.Type)})",
        AlignofSyntax a => $"(alignof {(a.Type is null ? E(a.Operand!) : TypeName(a.Type))})",
        LabelAddressSyntax l => $"(&& {l.Label.Name})",
        CastSyntax c => $"(cast {TypeName(c.Type)} {E(c.Operand)})",
        BinarySyntax b => $"({Op(b.Operator)} {E(b.Left)} {E(b.Right)})",
        ConditionalSyntax c => $"(? {E(c.Condition)} {(c.Then is null ? "-" : E(c.Then))} {E(c.Else)})",
        AssignmentSyntax a => $"({Op(a.Operator)} {E(a.Left)} {E(a.Right)})",
        CommaSyntax c => $"(, {E(c.Left)} {E(c.Right)})",
        OffsetofSyntax o => $"(offsetof {TypeName(o.Type)} {string.Concat(o.Path.Select(s => s.Member is null ? "[" + E(s.Index!) + "]" : "." + s.Member.Name))})",
        VaArgSyntax v => $"(va-arg {E(v.List)} {TypeName(v.Type)})",
        TypesCompatibleSyntax t => $"(types-compatible {TypeName(t.First)}, {TypeName(t.Second)})",
        ChooseExpressionSyntax c => $"(choose {E(c.Condition)} {E(c.Then)} {E(c.Else)})",
        ConvertVectorSyntax c => $"(convertvector {E(c.Operand)} {TypeName(c.Type)})",
        _ => throw new InvalidOperationException(expression.GetType().Name),
    };

    private static string Op(TokenKind kind) => kind switch
    {
        TokenKind.PlusPlus => "++",
        TokenKind.MinusMinus => "--",
        TokenKind.Ampersand => "&",
        TokenKind.Star => "*",
        TokenKind.Plus => "+",
        TokenKind.Minus => "-",
        TokenKind.Tilde => "~",
        TokenKind.Bang => "!",
        TokenKind.Slash => "/",
        TokenKind.Percent => "%",
        TokenKind.LessLess => "<<",
        TokenKind.GreaterGreater => ">>",
        TokenKind.Less => "<",
        TokenKind.Greater => ">",
        TokenKind.LessEqual => "<=",
        TokenKind.GreaterEqual => ">=",
        TokenKind.EqualEqual => "==",
        TokenKind.BangEqual => "!=",
        TokenKind.Caret => "^",
        TokenKind.Pipe => "|",
        TokenKind.AmpersandAmpersand => "&&",
        TokenKind.PipePipe => "||",
        TokenKind.Equal => "=",
        TokenKind.StarEqual => "*=",
        TokenKind.SlashEqual => "/=",
        TokenKind.PercentEqual => "%=",
        TokenKind.PlusEqual => "+=",
        TokenKind.MinusEqual => "-=",
        TokenKind.LessLessEqual => "<<=",
        TokenKind.GreaterGreaterEqual => ">>=",
        TokenKind.AmpersandEqual => "&=",
        TokenKind.CaretEqual => "^=",
        TokenKind.PipeEqual => "|=",
        _ => kind.ToString(),
    };
}
