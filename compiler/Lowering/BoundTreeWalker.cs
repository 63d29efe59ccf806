// Visits every node of a bound tree in source order: the base of the analyses that code generation needs before it starts on a function.
using System.Diagnostics;
using PopcornCC.Compiler.Semantics;

namespace PopcornCC.Compiler.Lowering;

/// <summary>Walks statements, expressions and initialisers; overrides call the base to go deeper.</summary>
public abstract class BoundTreeWalker
{
    public virtual void Visit(BoundStatement? statement)
    {
        switch (statement)
        {
            case null or BoundEmptyStatement or BoundBreak or BoundContinue or BoundGoto:
                break;
            case BoundBlock b:
                foreach (BoundStatement s in b.Statements) Visit(s);
                break;
            case BoundLocalDeclaration d:
                Visit(d.Initializer);
                break;
            case BoundExpressionStatement e:
                Visit(e.Expression);
                break;
            case BoundIf i:
                Visit(i.Condition);
                Visit(i.Then);
                Visit(i.Else);
                break;
            case BoundSwitch s:
                Visit(s.Value);
                Visit(s.Body);
                break;
            case BoundCaseStatement c:
                Visit(c.Statement);
                break;
            case BoundWhile w:
                Visit(w.Condition);
                Visit(w.Body);
                break;
            case BoundDoWhile d:
                Visit(d.Body);
                Visit(d.Condition);
                break;
            case BoundFor f:
                foreach (BoundStatement s in f.Initial) Visit(s);
                Visit(f.Condition);
                Visit(f.Body);
                Visit(f.Step);
                break;
            case BoundComputedGoto g:
                Visit(g.Target);
                break;
            case BoundLabeled l:
                Visit(l.Statement);
                break;
            case BoundReturn r:
                Visit(r.Value);
                break;
            case BoundAsmBarrier a:
                foreach (BoundExpression e in a.Outputs) Visit(e);
                foreach (BoundExpression e in a.Inputs) Visit(e);
                break;
            default:
                throw new UnreachableException(statement.GetType().Name);
        }
    }

    public virtual void Visit(BoundExpression? expression)
    {
        switch (expression)
        {
            case BoundMember m:
                Visit(m.Base);
                break;
            case BoundDereference d:
                Visit(d.Pointer);
                break;
            case BoundAddressOf a:
                Visit(a.Operand);
                break;
            case BoundComplexPart p:
                Visit(p.Operand);
                break;
            case BoundVectorElement v:
                Visit(v.Vector);
                Visit(v.Index);
                break;
            case BoundCall c:
                Visit(c.Callee);
                foreach (BoundExpression a in c.Arguments) Visit(a);
                break;
            case BoundBuiltinCall b:
                foreach (BoundExpression a in b.Arguments) Visit(a);
                break;
            case BoundUnary u:
                Visit(u.Operand);
                break;
            case BoundBinary b:
                Visit(b.Left);
                Visit(b.Right);
                break;
            case BoundConditional c:
                Visit(c.Condition);
                Visit(c.WhenTrue);
                Visit(c.OmittedConversion);
                Visit(c.WhenFalse);
                break;
            case BoundAssignment a:
                Visit(a.Target);
                Visit(a.Value);
                break;
            case BoundCompoundAssignment a:
                Visit(a.Target);
                Visit(a.NewValue);
                break;
            case BoundComma c:
                Visit(c.Left);
                Visit(c.Right);
                break;
            case BoundCast c:
                Visit(c.Operand);
                break;
            case BoundVaArg v:
                Visit(v.List);
                break;
            case BoundCompoundLiteral c:
                Visit(c.Initializer);
                break;
            case BoundStatementExpression s:
                foreach (BoundStatement x in s.Statements) Visit(x);
                Visit(s.Result);
                break;
            default:
                break; // the leaves
        }
    }

    public virtual void Visit(BoundInitializer? initializer)
    {
        switch (initializer)
        {
            case BoundExpressionInitializer e:
                Visit(e.Value);
                break;
            case BoundListInitializer l:
                foreach (BoundInitializerElement e in l.Elements) Visit(e.Value);
                break;
            default:
                break;
        }
    }
}
