// GNU asm statements (gcc manual 6.47): parsed in full, so that the binder can tell a barrier from what we cannot compile.
using System.Collections.Immutable;
using PopcornCC.Compiler.Preprocess;
using PopcornCC.Compiler.Text;

namespace PopcornCC.Compiler.Syntax;

public sealed partial class Parser
{
    private AsmStatementSyntax ParseAsm(SourceSpan start)
    {
        Advance();
        bool isVolatile = false, isGoto = false;
        while (true)
        {
            if (TryTake(Keyword.Volatile)) isVolatile = true;
            else if (TryTake(Keyword.Goto)) isGoto = true;
            else if (!TryTake(Keyword.Inline)) break;
        }
        SourceSpan open = Open(TokenKind.LeftParen, "after 'asm'");
        StringSyntax template = ExpectString("a string literal") ?? new StringSyntax([new Token(TokenKind.StringLiteral, "\"\"", start)], start);
        ImmutableArray<AsmOperandSyntax>.Builder outputs = ImmutableArray.CreateBuilder<AsmOperandSyntax>(), inputs = ImmutableArray.CreateBuilder<AsmOperandSyntax>();
        ImmutableArray<StringSyntax>.Builder clobbers = ImmutableArray.CreateBuilder<StringSyntax>();
        ImmutableArray<IdentifierSyntax>.Builder labels = ImmutableArray.CreateBuilder<IdentifierSyntax>();
        int part = 0;
        while (!_panic && Kind is TokenKind.Colon or TokenKind.ColonColon)
        {
            part += Advance().Kind == TokenKind.ColonColon ? 2 : 1;
            while (!_panic && Kind is not (TokenKind.RightParen or TokenKind.Colon or TokenKind.ColonColon))
            {
                if (part == 1) outputs.Add(ParseAsmOperand());
                else if (part == 2) inputs.Add(ParseAsmOperand());
                else if (part == 3 && ExpectString("a string literal") is { } clobber) clobbers.Add(clobber);
                else if (part == 4) labels.Add(ExpectIdentifier());
                else if (part > 4) break;
                if (_panic || !TryTake(TokenKind.Comma)) break;
            }
            if (part > 4) break;
        }
        Close(TokenKind.RightParen, open);
        ExpectSemicolon("after asm statement");
        return new AsmStatementSyntax(template, isVolatile, isGoto, part > 0, outputs.ToImmutable(), inputs.ToImmutable(), clobbers.ToImmutable(), labels.ToImmutable(), SpanFrom(start));
    }

    private AsmOperandSyntax ParseAsmOperand()
    {
        SourceSpan start = CurrentSpan;
        IdentifierSyntax? name = null;
        if (TryTake(TokenKind.LeftBracket))
        {
            name = ExpectIdentifier();
            Close(TokenKind.RightBracket, start);
        }
        StringSyntax constraint = ExpectString("a string literal") ?? new StringSyntax([new Token(TokenKind.StringLiteral, "\"\"", start)], start);
        SourceSpan open = Open(TokenKind.LeftParen, "after asm operand");
        ExpressionSyntax value = ParseExpression();
        Close(TokenKind.RightParen, open);
        return new AsmOperandSyntax(name, constraint, value, SpanFrom(start));
    }
}
