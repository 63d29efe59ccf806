// An expression as text, for messages that quote one whose own text a macro may have made: clang prints the tree too. What has no short form gives null, and the message does without.
using PopcornCC.Compiler.Preprocess;
using PopcornCC.Compiler.Syntax;

namespace PopcornCC.Compiler.Semantics;

/// <summary>Prints expressions.</summary>
internal static class SyntaxText
{
    /// <summary>The text; <paramref name="typeText"/> prints a type name.</summary>
    public static string? Of(ExpressionSyntax e, Func<TypeNameSyntax, string> typeText)
    {
        string? Text(ExpressionSyntax x) => Of(x, typeText);
        switch (e)
        {
            case NameSyntax n:
                return n.Name;
            case NumberSyntax n:
                return n.Token.Text;
            case CharacterSyntax c:
                return c.Token.Text;
            case StringSyntax { Pieces: [var piece] }:
                return piece.Text;
            case BoolSyntax b:
                return b.Value ? "true" : "false";
            case ParenthesizedSyntax p when Text(p.Expression) is { } inner:
                return $"({inner})";
            case UnarySyntax u when Text(u.Operand) is { } operand:
                return Operators.Spelling(u.Operator) + operand;
            case BinarySyntax b when Text(b.Left) is { } left && Text(b.Right) is { } right:
                return $"{left} {Operators.Spelling(b.Operator)} {right}";
            case ConditionalSyntax { Then: { } then } c when Text(c.Condition) is { } condition && Text(then) is { } whenTrue && Text(c.Else) is { } whenFalse:
                return $"{condition} ? {whenTrue} : {whenFalse}";
            case SizeofTypeSyntax s:
                return $"sizeof({typeText(s.Type)})";
            case SizeofExpressionSyntax s when Text(s.Operand) is { } operand:
                return operand.StartsWith('(') ? "sizeof " + operand : $"sizeof {operand}";
            case AlignofSyntax { Type: { } type }:
                return $"_Alignof({typeText(type)})";
            case CastSyntax c when Text(c.Operand) is { } operand:
                return $"({typeText(c.Type)}){operand}";
            case MemberSyntax m when Text(m.Base) is { } target:
                return target + (m.IsArrow ? "->" : ".") + m.Member.Name;
            case SubscriptSyntax s when Text(s.Base) is { } array && Text(s.Index) is { } index:
                return $"{array}[{index}]";
            case CallSyntax c when Text(c.Callee) is { } callee && c.Arguments.Select(Text).ToArray() is var arguments && Array.TrueForAll(arguments, a => a is not null):
                return $"{callee}({string.Join(", ", arguments)})";
            case TypesCompatibleSyntax t:
                return $"__builtin_types_compatible_p({typeText(t.First)}, {typeText(t.Second)})";
            default:
                return null;
        }
    }
}
