// What the flow analyses can say (PCC245n). Wording follows clang's.
using PopcornCC.Compiler.Semantics;

namespace PopcornCC.Compiler.Text;

public sealed partial class DiagnosticBag
{
    internal void Uninitialized(SourceSpan span, VariableSymbol variable) =>
        Warning("PCC2450", "uninitialized", span, $"variable '{variable.Name}' is uninitialized when used here", ToInitialize(variable));

    internal void UninitializedInItself(SourceSpan span, VariableSymbol variable) =>
        Warning("PCC2451", "uninitialized", span, $"variable '{variable.Name}' is uninitialized when used within its own initialization");

    internal void UninitializedWhenever(SourceSpan span, VariableSymbol variable, string when, SourceSpan use) =>
        Warning("PCC2452", "sometimes-uninitialized", span, $"variable '{variable.Name}' is used uninitialized whenever {when}", Note(use, "uninitialized use occurs here"), ToInitialize(variable));

    internal void MaybeUninitialized(SourceSpan span, VariableSymbol variable) =>
        Warning("PCC2453", "conditional-uninitialized", span, $"variable '{variable.Name}' may be uninitialized when used here", ToInitialize(variable));

    internal void NoReturnValue(SourceSpan span, bool inAll) =>
        Warning("PCC2267", "return-type", span, inAll ? "non-void function does not return a value in all control paths" : "non-void function does not return a value");

    internal void CouldBeNoReturn(SourceSpan span, string name) => Warning("PCC2454", "missing-noreturn", span, $"function '{name}' could be declared with attribute 'noreturn'");

    internal void ImplicitFallthrough(SourceSpan span) =>
        Warning("PCC2455", "implicit-fallthrough", span, "unannotated fall-through between switch labels", Note(span, "insert '__attribute__((fallthrough));' to silence this warning"),
            Note(span, "insert 'break;' to avoid fall-through"));

    internal void InfiniteRecursion(SourceSpan span) => Warning("PCC2456", "infinite-recursion", span, "all paths through this function will call itself");

    internal void UnreachableCode(SourceSpan span) => Warning("PCC2457", "unreachable-code", span, "code will never be executed");

    internal void UnreachableBreak(SourceSpan span) => Warning("PCC2458", "unreachable-code-break", span, "'break' will never be executed");

    internal void UnreachableReturn(SourceSpan span) => Warning("PCC2459", "unreachable-code-return", span, "'return' will never be executed");

    private static Diagnostic ToInitialize(VariableSymbol variable)
    {
        string value = variable.Type.Type switch
        {
            PointerType => " = NULL",
            BuiltinType { Kind: BuiltinKind.Char or BuiltinKind.SChar or BuiltinKind.UChar } => " = '\\0'",
            var t when t.IsFloating() => " = 0.0",
            _ => " = 0",
        };
        SourceSpan end = variable.Span with { Start = variable.Span.Start + variable.Span.Length, Length = 0 };
        return Note(end, $"initialize the variable '{variable.Name}' to silence this warning") with { Fix = new FixIt(end, value) };
    }
}
