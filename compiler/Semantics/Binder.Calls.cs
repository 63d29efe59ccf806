// Function calls (C11 6.5.2.2). A callee that names a builtin goes to Binder.Builtins.cs; setjmp and its like mark their function.
using System.Collections.Immutable;
using PopcornCC.Compiler.Syntax;
using PopcornCC.Compiler.Text;

namespace PopcornCC.Compiler.Semantics;

public sealed partial class Binder
{
    private BoundExpression BindCall(CallSyntax syntax)
    {
        ExpressionSyntax calleeSyntax = syntax.Callee;
        while (calleeSyntax is ParenthesizedSyntax p) calleeSyntax = p.Expression;
        if (calleeSyntax is NameSyntax name && _scope.Lookup(name.Name) is null)
        {
            if (BindBuiltinCall(name, syntax) is BoundExpression builtin) return builtin;
            if (BuiltinLibraryFunction(name.Name) is null)
            {
                DeclareImplicitly(name);
                if (IsBuiltinName(name.Name))
                {
                    foreach (ExpressionSyntax argument in syntax.Arguments) BindExpression(argument);
                    return Error(syntax.Span);
                }
            }
        }
        BoundExpression callee = BindExpression(syntax.Callee);
        ImmutableArray<BoundExpression> arguments = [.. syntax.Arguments.Select(a => Rvalue(BindExpression(a)))];
        if (HasError(callee) || arguments.Any(HasError)) return Error(syntax.Span);
        FunctionSymbol? direct = (callee as BoundFunctionRef)?.Symbol;
        FunctionType? type = callee.Type.Type as FunctionType;
        if (type is null)
        {
            callee = Rvalue(callee);
            type = (callee.Type.Type as PointerType)?.Pointee.Type as FunctionType;
            if (type is null)
            {
                _diagnostics.CalledNotFunction(syntax.Span.PointingAt(syntax.OpenParen), callee is BoundCast { Kind: CastKind.ArrayToPointer, Operand: var array } ? array.Type : callee.Type);
                return Error(syntax.Span);
            }
        }
        else if (direct is null)
        {
            callee = Rvalue(callee);
        }
        ImmutableArray<BoundExpression> written = arguments;
        if (!ConvertArguments(ref arguments, type, direct, syntax)) return Error(syntax.Span);
        if (direct is not null) WarnArguments(direct, syntax, written);
        if (direct is not null && !type.HasPrototype && written.Length > 0 && direct.Builtin is null && !_implicitFunctions.Contains(direct) && _unevaluated == 0) _diagnostics.PassedWithoutPrototype(syntax.Span.PointingAt(syntax.OpenParen), direct.Name);
        if (direct is not null && _unevaluated == 0) FormatChecker.Check(direct, written, _function?.Symbol, !_options.NoBuiltin, _options.Sources, _diagnostics);
        QualType result = type.ReturnType.Unqualified();
        if (!result.Type.IsVoid() && !result.Type.IsComplete())
        {
            if (!result.Type.IsError()) _diagnostics.IncompleteResult(syntax.Span, result);
            return Error(syntax.Span);
        }
        if (direct is not null && ReturnsTwice(direct) && _function is not null && _unevaluated == 0) _function.CallsSetjmp = true;
        return new BoundCall(callee, type, arguments, result, syntax.Span);
    }

    private static bool ReturnsTwice(FunctionSymbol function) =>
        function.Attributes.ReturnsTwice || function.Name is "setjmp" or "_setjmp" or "sigsetjmp" or "__sigsetjmp" or "vfork" or "getcontext";

    // C99 took implicit declarations out; gcc and clang of today refuse them unless told otherwise. Either way the name is int name() from here on, so that it is reported once.
    private void DeclareImplicitly(NameSyntax name)
    {
        if (IsBuiltinName(name.Name))
        {
            _diagnostics.UnknownBuiltin(name.Span, name.Name);
            _scope.Set(name.Name, new VariableSymbol(name.Name, BuiltinType.Error, StorageDuration.Static, Linkage.None, SourceSpan.None));
            return;
        }
        if (_options.Language.Standard == LanguageStandard.C89) _diagnostics.ImplicitFunctionInC89(name.Span, name.Name);
        else _diagnostics.ImplicitFunction(name.Span, name.Name, Suggest(name.Name));
        if (!_linked.TryGetValue(name.Name, out Symbol? symbol))
        {
            FunctionSymbol function = new(name.Name, new FunctionType(BuiltinType.Int, [], IsVariadic: false, HasPrototype: false), Linkage.External, name.Span);
            symbol = _linked[name.Name] = function;
            _declared.Add(function);
            _implicitFunctions.Add(function);
        }
        _fileScope.Set(name.Name, symbol);
    }

    // Their calls are no use of an old-style declaration that somebody wrote.
    private readonly HashSet<FunctionSymbol> _implicitFunctions = [];

    private bool ConvertArguments(ref ImmutableArray<BoundExpression> arguments, FunctionType type, FunctionSymbol? function, CallSyntax syntax)
    {
        if (type.HasPrototype)
        {
            int expected = type.Parameters.Length;
            if (arguments.Length < expected || (arguments.Length > expected && !type.IsVariadic))
            {
                bool tooFew = arguments.Length < expected;
                _diagnostics.ArgumentCount(tooFew ? syntax.CloseParen : arguments[expected].Span, tooFew, type.IsVariadic, expected, arguments.Length, function?.Name, function?.Span ?? SourceSpan.None);
                return false;
            }
        }
        ImmutableArray<BoundExpression>.Builder converted = ImmutableArray.CreateBuilder<BoundExpression>(arguments.Length);
        bool ok = true;
        ImmutableArray<VariableSymbol> parameters = function?.Parameters ?? [];
        for (int i = 0; i < arguments.Length; i++)
        {
            BoundExpression argument = type.HasPrototype && i < type.Parameters.Length
                ? ConvertAssigned(arguments[i], type.Parameters[i], ConversionContext.Argument, default, i < parameters.Length ? parameters[i] : null)
                : PromoteArgument(arguments[i]);
            ok &= !HasError(argument);
            converted.Add(argument);
        }
        arguments = converted.ToImmutable();
        return ok;
    }

    /// <summary>The default argument promotions (6.5.2.2p6).</summary>
    private BoundExpression PromoteArgument(BoundExpression argument)
    {
        CType type = argument.Type.Type;
        if (type.IsVoid() || !type.IsComplete())
        {
            _diagnostics.VoidArgument(argument.Span, argument.Type);
            return Error(argument.Span);
        }
        if (type is BuiltinType { Kind: BuiltinKind.NullPointer }) return Convert(argument, TypeFacts.VoidPointer);
        if (type is BuiltinType { Kind: BuiltinKind.Float }) return Convert(argument, BuiltinType.Double);
        return Promote(argument);
    }
}
