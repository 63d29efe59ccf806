// The controlling expression of #if and #elif (6.10.1p4): an integer constant expression over intmax_t and uintmax_t. Tokens are expanded as they are read, except the operands of `defined`
// and `__has_include`. What short-circuiting and ?: do not evaluate is parsed without complaints about values.
using PopcornCC.Compiler.Text;

namespace PopcornCC.Compiler.Preprocess;

public sealed partial class Preprocessor
{
    private readonly record struct Value(ulong Bits, bool Unsigned)
    {
        public long Signed => (long)Bits;

        public bool IsTrue => Bits != 0;

        public static Value Of(bool b) => new(b ? 1UL : 0UL, false);
    }

    private sealed class ConditionEvaluator(Preprocessor preprocessor, Token directive)
    {
        private readonly DiagnosticBag _diagnostics = preprocessor._diagnostics;
        private Token _token;
        private int _unevaluated;
        private int _nesting;

        // After an error, already reported, the rest reads as the end of the line, so that parsing unwinds; the condition is false.
        private bool _failed;

        public bool Evaluate()
        {
            Advance();
            if (_token.Kind == TokenKind.NewLine)
            {
                _diagnostics.ConditionMissing(directive.Span, directive.Text);
                return false;
            }
            Value value = Comma();
            if (_failed) return false;
            if (_token.Kind != TokenKind.NewLine)
            {
                if (_token.Kind == TokenKind.RightParen) _diagnostics.MissingOpeningParenthesis(_token.Span);
                else _diagnostics.MissingOperator(_token.Span, _token.Text);
                return false;
            }
            return value.IsTrue;
        }

        private void Advance()
        {
            if (!_failed) _token = preprocessor.NextExpanded();
        }

        private Value Fail()
        {
            _failed = true;
            _token = new Token(TokenKind.NewLine, "", directive.Span);
            return default;
        }

        private Value Comma()
        {
            Value value = Conditional();
            while (_token.Kind == TokenKind.Comma)
            {
                if (_unevaluated == 0) _diagnostics.CommaInCondition(_token.Span);
                Advance();
                value = Conditional();
            }
            return value;
        }

        private Value Conditional()
        {
            if (++_nesting > 400)
            {
                _diagnostics.ConditionTooDeep(_token.Span);
                return Fail();
            }
            Value condition = Binary(0);
            if (_token.Kind == TokenKind.Question)
            {
                Advance();
                Value first = Unevaluated(!condition.IsTrue, Comma);
                if (_token.Kind != TokenKind.Colon)
                {
                    if (!_failed) _diagnostics.QuestionWithoutColon(_token.Kind == TokenKind.NewLine ? directive.Span : _token.Span);
                    return Fail();
                }
                Advance();
                Value second = Unevaluated(condition.IsTrue, Conditional);
                condition = new Value(condition.IsTrue ? first.Bits : second.Bits, first.Unsigned || second.Unsigned);
            }
            _nesting--;
            return condition;
        }

        private Value Unevaluated(bool skip, Func<Value> parse)
        {
            if (skip) _unevaluated++;
            Value value = parse();
            if (skip) _unevaluated--;
            return value;
        }

        private Value Binary(int minimum)
        {
            Value left = Unary();
            while (true)
            {
                Token op = _token;
                int precedence = OperatorPrecedence.Of(op.Kind);
                if (precedence <= minimum) return left;
                Advance();
                bool skip = (op.Kind == TokenKind.PipePipe && left.IsTrue) || (op.Kind == TokenKind.AmpersandAmpersand && !left.IsTrue);
                Value right = Unevaluated(skip, () => Binary(precedence));
                left = Apply(op, left, right);
            }
        }

        private Value Apply(Token op, Value a, Value b)
        {
            bool u = a.Unsigned || b.Unsigned;
            switch (op.Kind)
            {
                case TokenKind.PipePipe: return Value.Of(a.IsTrue || b.IsTrue);
                case TokenKind.AmpersandAmpersand: return Value.Of(a.IsTrue && b.IsTrue);
                case TokenKind.Pipe: return new Value(a.Bits | b.Bits, u);
                case TokenKind.Caret: return new Value(a.Bits ^ b.Bits, u);
                case TokenKind.Ampersand: return new Value(a.Bits & b.Bits, u);
                case TokenKind.EqualEqual: return Value.Of(a.Bits == b.Bits);
                case TokenKind.BangEqual: return Value.Of(a.Bits != b.Bits);
                case TokenKind.Less: return Value.Of(u ? a.Bits < b.Bits : a.Signed < b.Signed);
                case TokenKind.Greater: return Value.Of(u ? a.Bits > b.Bits : a.Signed > b.Signed);
                case TokenKind.LessEqual: return Value.Of(u ? a.Bits <= b.Bits : a.Signed <= b.Signed);
                case TokenKind.GreaterEqual: return Value.Of(u ? a.Bits >= b.Bits : a.Signed >= b.Signed);
                case TokenKind.LessLess: return Shift(a, b, left: true);
                case TokenKind.GreaterGreater: return Shift(a, b, left: false);
                case TokenKind.Plus: return Checked(op, new Value(unchecked(a.Bits + b.Bits), u), (Int128)a.Signed + b.Signed);
                case TokenKind.Minus: return Checked(op, new Value(unchecked(a.Bits - b.Bits), u), (Int128)a.Signed - b.Signed);
                case TokenKind.Star: return Checked(op, new Value(unchecked(a.Bits * b.Bits), u), (Int128)a.Signed * b.Signed);
                case TokenKind.Slash or TokenKind.Percent: return Divide(op, a, b, u);
                default: throw new System.Diagnostics.UnreachableException();
            }
        }

        private Value Checked(Token op, Value wrapped, Int128 exact)
        {
            if (!wrapped.Unsigned && exact != wrapped.Signed && _unevaluated == 0) _diagnostics.OverflowInCondition(op.Span);
            return wrapped;
        }

        private Value Divide(Token op, Value a, Value b, bool u)
        {
            if (b.Bits == 0)
            {
                if (_unevaluated > 0) return new Value(0, u);
                _diagnostics.DivisionByZeroInCondition(op.Span);
                return Fail();
            }
            bool quotient = op.Kind == TokenKind.Slash;
            if (u) return new Value(quotient ? a.Bits / b.Bits : a.Bits % b.Bits, true);
            if (b.Signed == -1) return quotient ? Checked(op, new Value(unchecked(0 - a.Bits), false), -(Int128)a.Signed) : new Value(0, false);
            return new Value((ulong)(quotient ? a.Signed / b.Signed : a.Signed % b.Signed), false);
        }

        // As gcc: a negative count shifts the other way, a large one shifts everything out.
        private static Value Shift(Value a, Value b, bool left)
        {
            ulong count = b.Bits;
            if (!b.Unsigned && b.Signed < 0)
            {
                left = !left;
                count = unchecked(0 - count);
            }
            ulong bits;
            if (left) bits = count >= 64 ? 0 : a.Bits << (int)count;
            else if (a.Unsigned) bits = count >= 64 ? 0 : a.Bits >> (int)count;
            else bits = (ulong)(a.Signed >> (int)Math.Min(count, 63));
            return new Value(bits, a.Unsigned);
        }

        private Value Unary()
        {
            Token op = _token;
            if (op.Kind is TokenKind.Bang or TokenKind.Tilde or TokenKind.Minus or TokenKind.Plus)
            {
                if (++_nesting > 400)
                {
                    _diagnostics.ConditionTooDeep(op.Span);
                    return Fail();
                }
                Advance();
                Value v = Unary();
                _nesting--;
                return op.Kind switch
                {
                    TokenKind.Bang => Value.Of(!v.IsTrue),
                    TokenKind.Tilde => v with { Bits = ~v.Bits },
                    TokenKind.Minus => Checked(op, v with { Bits = unchecked(0 - v.Bits) }, -(Int128)v.Signed),
                    _ => v,
                };
            }
            return Primary();
        }

        private Value Primary()
        {
            Token token = _token;
            switch (token.Kind)
            {
                case TokenKind.LeftParen:
                    Advance();
                    Value value = Comma();
                    if (_token.Kind != TokenKind.RightParen)
                    {
                        if (!_failed) _diagnostics.MissingClosingParenthesis(_token.Kind == TokenKind.NewLine ? token.Span : _token.Span);
                        return Fail();
                    }
                    Advance();
                    return value;
                case TokenKind.Number:
                    Advance();
                    return Number(token);
                case TokenKind.CharConstant:
                    Advance();
                    return new Value((ulong)StringText.CharacterValue(token.Text, out bool isUnsigned), isUnsigned);
                case TokenKind.Identifier:
                    return Identifier(token);
                case TokenKind.NewLine:
                    _diagnostics.ExpectedValueInCondition(directive.Span, directive.Text);
                    return Fail();
                default:
                    _diagnostics.InvalidTokenInCondition(token.Span, token.Text);
                    return Fail();
            }
        }

        private Value Identifier(Token token)
        {
            switch (token.Text)
            {
                case "defined":
                    return Defined(token);
                case "__has_include" or "__has_include_next":
                    if (preprocessor.HasInclude(token) is not { } found) return Fail();
                    Advance();
                    return Value.Of(found);
                case "true" when preprocessor._options.Standard >= LanguageStandard.C23:
                    Advance();
                    return new Value(1, false);
                default:
                    Advance();
                    if (_token.Kind == TokenKind.LeftParen)
                    {
                        _diagnostics.FunctionLikeNotDefined(token.Span, token.Text);
                        return Fail();
                    }
                    if (_unevaluated == 0) _diagnostics.UndefinedInCondition(token.Span, token.Text);
                    return new Value(0, false);
            }
        }

        private Value Defined(Token op)
        {
            if (op.Span.File < 0) _diagnostics.DefinedFromExpansion(op.Span);
            Token name = preprocessor.NextRaw();
            bool parenthesised = name.Kind == TokenKind.LeftParen;
            if (parenthesised) name = preprocessor.NextRaw();
            if (name.Kind != TokenKind.Identifier)
            {
                _diagnostics.DefinedNeedsIdentifier(name.Kind == TokenKind.NewLine ? op.Span : name.Span);
                return Fail();
            }
            if (parenthesised && preprocessor.NextRaw().Kind != TokenKind.RightParen)
            {
                _diagnostics.MissingClosingParenthesis(name.Span);
                return Fail();
            }
            Advance();
            return Value.Of(preprocessor.IsDefined(name.Text));
        }

        private Value Number(Token token)
        {
            switch (IntegerText.Parse(token.Text, out ulong value, out bool isUnsigned))
            {
                case IntegerTextResult.TooLarge:
                    _diagnostics.IntegerTooLargeInCondition(token.Span);
                    break;
                case IntegerTextResult.Floating:
                    _diagnostics.FloatingInCondition(token.Span);
                    return Fail();
                case IntegerTextResult.BadSuffix:
                    _diagnostics.BadIntegerInCondition(token.Span, token.Text);
                    return Fail();
            }
            // 6.4.4.1: a decimal constant without u is signed if it fits; so is any other, in intmax_t; else it is unsigned.
            return new Value(value, isUnsigned || value > long.MaxValue);
        }
    }
}
