// Function declarations and definitions (C11 6.7.6.3, 6.9.1): redeclaration, inline (6.7.4p7 and gnu_inline), old-style definitions, and the frame of a body.
using System.Collections.Immutable;
using PopcornCC.Compiler.Semantics.Analysis;
using PopcornCC.Compiler.Syntax;
using PopcornCC.Compiler.Text;

namespace PopcornCC.Compiler.Semantics;

public sealed partial class Binder
{
    // 6.7.4p7: functions with a file-scope declaration that lacks inline or says extern: their definition is an external one.
    private readonly HashSet<FunctionSymbol> _declaredPlainly = [];
    private readonly HashSet<FunctionSymbol> _declaredExternInline = [];

    private FunctionSymbol DeclareFunction(SpecifiersSyntax specifiers, Declared declared, FunctionType type, StringSyntax? asmLabel, ImmutableArray<AttributeSyntax> attributes, bool isDefinition)
    {
        IdentifierSyntax name = declared.Name!;
        StorageSpecifiers storage = specifiers.Storage;
        bool isStatic = (storage & StorageSpecifiers.Static) != 0;
        bool isInline = (specifiers.Functions & FunctionSpecifiers.Inline) != 0;
        if ((storage & (StorageSpecifiers.Auto | StorageSpecifiers.Register | StorageSpecifiers.ThreadLocal)) != 0) _diagnostics.FunctionStorage(name.Span, name.Name);
        if (isStatic && _scope.Kind != ScopeKind.File) _diagnostics.BlockScopeStaticFunction(name.Span);
        FunctionSymbol function = FindOrMakeFunction(name, type, isStatic, isDefinition);
        function.Attributes = BindAttributes(function.Attributes, AttributeSubject.Function, type, specifiers.Attributes, declared.Attributes, attributes);
        if (asmLabel is not null) function.Attributes = function.Attributes with { AsmName = TextOf(asmLabel) };
        if ((specifiers.Functions & FunctionSpecifiers.Noreturn) != 0) function.Attributes = function.Attributes with { NoReturn = true };
        int alignment = BindAlignment(specifiers.Alignments, specifiers.Attributes, declared.Attributes, attributes);
        if (alignment > function.Attributes.Alignment) function.Attributes = function.Attributes with { Alignment = alignment };
        function.IsInline |= isInline;
        if (declared.Function is { } header) function.Parameters = header.Parameters;
        if (_scope.Kind == ScopeKind.File)
        {
            bool isExtern = (storage & StorageSpecifiers.Extern) != 0;
            if (!isInline || isExtern) _declaredPlainly.Add(function);
            if (isInline && isExtern) _declaredExternInline.Add(function);
            else if (isInline && isDefinition) _declaredExternInline.Remove(function);
        }
        if (!_options.NoBuiltin && function.Linkage == Linkage.External && !function.Attributes.NoBuiltin) function.Builtin = LibraryBuiltin(name.Name, function.Type);
        ApplyExternalName(function);
        _scope.Set(name.Name, function);
        return function;
    }

    private FunctionSymbol FindOrMakeFunction(IdentifierSyntax name, FunctionType type, bool isStatic, bool isDefinition)
    {
        if (_scope.TryGetHere(name.Name, out Symbol? here) && here is not FunctionSymbol && here.Span != SourceSpan.None)
        {
            _diagnostics.DifferentKind(name.Span, name.Name, here.Span);
            return new FunctionSymbol(MakeName(name.Name), type, Linkage.Internal, name.Span);
        }
        if (!_linked.TryGetValue(name.Name, out Symbol? found))
        {
            FunctionSymbol made = new(name.Name, type, isStatic ? Linkage.Internal : Linkage.External, name.Span);
            _linked[name.Name] = made;
            _declared.Add(made);
            return made;
        }
        if (found is not FunctionSymbol function)
        {
            _diagnostics.DifferentKind(name.Span, name.Name, found.Span);
            return new FunctionSymbol(MakeName(name.Name), type, Linkage.Internal, name.Span);
        }
        if (_assumedFunctions.Remove(function))
        {
            // Made up for a builtin such as __builtin_printf: the program's own declaration counts.
            function.Type = type;
            function.Linkage = isStatic ? Linkage.Internal : Linkage.External;
            return function;
        }
        if (isStatic && function.Linkage == Linkage.External) _diagnostics.StaticAfterNonStatic(name.Span, name.Name, function.Span);
        // An old-style definition is held against its prototype when its parameters are known.
        bool isOldStyle = isDefinition && !type.HasPrototype && function.Type.HasPrototype;
        bool agree = isOldStyle ? TypeCompatibility.AreCompatible(function.Type.ReturnType, type.ReturnType) : TypeCompatibility.AreCompatible(function.Type, type);
        if (!agree) _diagnostics.ConflictingTypes(name.Span, name.Name, type, function.Type, function.Span);
        else if (!isDefinition) function.Type = (FunctionType)TypeCompatibility.Composite(function.Type, type);
        else function.Type = type.HasPrototype || !function.Type.HasPrototype ? (FunctionType)TypeCompatibility.Composite(type, function.Type) : function.Type;
        return function;
    }

    private void BindFunctionDefinition(FunctionDefinitionSyntax syntax)
    {
        SpecifiedType specified = BindSpecifiers(syntax.Specifiers);
        Declared declared = BindDeclarator(specified, syntax.Declarator);
        TakeSizes();
        if (declared.Type.Type is not FunctionType type || declared.Name is null || declared.Function is not FunctionHeader header)
        {
            if (!declared.Type.Type.IsError()) _diagnostics.NotAFunctionDefinition(syntax.Span);
            return;
        }
        if ((syntax.Specifiers.Storage & StorageSpecifiers.Typedef) != 0)
        {
            _diagnostics.NotAFunctionDefinition(syntax.Span);
            return;
        }
        ImmutableArray<VariableSymbol> parameters = header.Parameters;
        bool isOldStyle = !header.IdentifierList.IsEmpty;
        if (isOldStyle) parameters = BindOldStyleParameters(syntax, header);
        FunctionType? before = _linked.TryGetValue(declared.Name.Name, out Symbol? earlier) && earlier is FunctionSymbol { Span.File: not 0 } known && !_assumedFunctions.Contains(known) ? known.Type : null;
        SourceSpan beforeSpan = earlier?.Span ?? SourceSpan.None;
        FunctionSymbol function = DeclareFunction(syntax.Specifiers, declared, type, syntax.AsmLabel, syntax.Attributes, isDefinition: true);
        WarnMissingPrototype(function, declared.Name, before);
        if (isOldStyle) _diagnostics.OldStyleDefinition(declared.Name.Span);
        else if (before is { HasPrototype: false } && type is { HasPrototype: true, Parameters.Length: > 0 } && !function.IsDefined) _diagnostics.ConflictInC23(beforeSpan, declared.Name.Span);
        if (function.IsDefined)
        {
            _diagnostics.Redefinition(declared.Name.Span, function.Name, function.Span);
        }
        function.IsDefined = true;
        // What the definition says about its parameters counts for its body; callers without a prototype promote.
        FunctionType own = isOldStyle ? new FunctionType(type.ReturnType, [.. parameters.Select(p => KeepInParameter(p.Type))], IsVariadic: false, HasPrototype: false) : type;
        if (isOldStyle && function.Type.HasPrototype) CheckOldStyleAgainstPrototype(declared.Name, function, own);
        if (!isOldStyle && !TypeCompatibility.AreCompatible(function.Type, type)) function.Type = type;
        function.RestrictParameters = [.. parameters.Select(p => p.Type.IsRestrict)];
        if (!isOldStyle && !type.HasPrototype && function.Type is { HasPrototype: true, Parameters.Length: > 0 })
        {
            _diagnostics.ConflictingTypes(declared.Name.Span, function.Name, type, function.Type, function.Span);
            function.Type = type;
        }
        CheckDefinitionParameters(parameters);
        if (!type.ReturnType.Type.IsVoid() && !type.ReturnType.Type.IsComplete() && !type.ReturnType.Type.IsError()) _diagnostics.IncompleteResult(declared.Name.Span, type.ReturnType);
        if (function.Name == "main") CheckMain(declared.Name.Span, syntax.Specifiers, type);
        BindFunctionBody(syntax, function, parameters, header, isOldStyle);
    }

    private void CheckDefinitionParameters(ImmutableArray<VariableSymbol> parameters)
    {
        foreach (VariableSymbol parameter in parameters)
        {
            if (!parameter.Type.Type.IsComplete() && !parameter.Type.Type.IsError())
            {
                _diagnostics.IncompleteVariable(parameter.Span, parameter.Name, parameter.Type);
                parameter.Type = BuiltinType.Error;
            }
        }
    }

    private void CheckMain(SourceSpan span, SpecifiersSyntax specifiers, FunctionType type)
    {
        if ((specifiers.Functions & FunctionSpecifiers.Inline) != 0) _diagnostics.MainWrong(specifiers.Span, "'main' is not allowed to be declared inline");
        if ((specifiers.Storage & StorageSpecifiers.Static) != 0) _diagnostics.MainStatic(specifiers.Span);
        if (type.ReturnType.Type is not BuiltinType { Kind: BuiltinKind.Int }) _diagnostics.MainResult(specifiers.Type.Span);
        if (!type.HasPrototype) return;
        int count = type.Parameters.Length;
        if (count > 3) _diagnostics.MainWrong(span, $"too many parameters ({count}) for 'main': must be 0, 2, or 3");
        if (count == 1) _diagnostics.MainOneParameter(span);
        if (type.IsVariadic) _diagnostics.MainParameters(span);
        if (count is 2 or 3)
        {
            if (type.Parameters[0].Type is not BuiltinType { Kind: BuiltinKind.Int }) _diagnostics.MainWrong(span, "first parameter of 'main' (argument count) must be of type 'int'");
            if (!IsStringVector(type.Parameters[1])) _diagnostics.MainWrong(span, "second parameter of 'main' (argument array) must be of type 'char **'");
            if (count == 3 && !IsStringVector(type.Parameters[2])) _diagnostics.MainWrong(span, "third parameter of 'main' (environment) must be of type 'char **'");
        }
    }

    private static bool IsStringVector(QualType type) => type.Type.IsError() || type.Type is PointerType { Pointee.Type: PointerType { Pointee.Type: BuiltinType { Kind: BuiltinKind.Char } } };

    private void CheckOldStyleAgainstPrototype(IdentifierSyntax name, FunctionSymbol function, FunctionType own)
    {
        FunctionType prototype = function.Type;
        bool agree = prototype.Parameters.Length == own.Parameters.Length && !prototype.IsVariadic;
        for (int i = 0; agree && i < own.Parameters.Length; i++)
        {
            // gcc takes the parameter's own type as well as its promoted one (6.7.6.3p15 wants the latter).
            agree = TypeCompatibility.AreCompatible(prototype.Parameters[i].Type, TypeCompatibility.DefaultPromotion(own.Parameters[i].Type))
                || TypeCompatibility.AreCompatible(prototype.Parameters[i].Type, own.Parameters[i].Type);
        }
        if (!agree) _diagnostics.ConflictingTypes(name.Span, name.Name, own, prototype, function.Span);
    }

    // 6.9.1p6: the declarations between the parentheses and the brace give the parameters' types; what is not declared is int.
    private ImmutableArray<VariableSymbol> BindOldStyleParameters(FunctionDefinitionSyntax syntax, FunctionHeader header)
    {
        Scope saved = _scope;
        _scope = header.Scope;
        _prototypeDepth++;
        Dictionary<string, VariableSymbol> declared = new(StringComparer.Ordinal);
        foreach (VariableDeclarationSyntax declaration in syntax.ParameterDeclarations.IsDefault ? [] : syntax.ParameterDeclarations)
        {
            SpecifiedType specified = BindSpecifiers(declaration.Specifiers);
            foreach (InitDeclaratorSyntax declarator in declaration.Declarators)
            {
                Declared d = BindDeclarator(specified, declarator.Declarator);
                if (d.Name is null) continue;
                if (!header.IdentifierList.Any(i => i.Name == d.Name.Name))
                {
                    _diagnostics.NotAParameter(d.Name.Span, d.Name.Name);
                    continue;
                }
                QualType type = AdjustParameter(d.Type, d.ArrayQualifiers);
                VariableSymbol symbol = new(d.Name.Name, type, StorageDuration.Parameter, Linkage.None, d.Name.Span) { AddressTaken = type.Type is RecordType };
                if (!declared.TryAdd(d.Name.Name, symbol)) _diagnostics.Redefinition(d.Name.Span, d.Name.Name, declared[d.Name.Name].Span);
            }
        }
        ImmutableArray<VariableSymbol>.Builder parameters = ImmutableArray.CreateBuilder<VariableSymbol>();
        foreach (IdentifierSyntax name in header.IdentifierList)
        {
            if (!declared.TryGetValue(name.Name, out VariableSymbol? symbol))
            {
                _diagnostics.ParameterDefaultsToInt(name.Span, name.Name);
                symbol = new VariableSymbol(name.Name, BuiltinType.Int, StorageDuration.Parameter, Linkage.None, name.Span);
            }
            if (CanDeclare(name)) _scope.Set(name.Name, symbol);
            parameters.Add(symbol);
        }
        _prototypeDepth--;
        _scope = saved;
        return parameters.ToImmutable();
    }

    private void BindFunctionBody(FunctionDefinitionSyntax syntax, FunctionSymbol function, ImmutableArray<VariableSymbol> parameters, FunctionHeader header, bool isOldStyle)
    {
        Scope saved = _scope;
        _scope = header.Scope;
        _scope.Kind = ScopeKind.Block;
        FunctionContext context = new(function, function.Type.ReturnType) { ErrorsBefore = _diagnostics.HardErrors };
        _function = context;
        context.Hoisted.AddRange(header.SizeSymbols);
        List<BoundStatement> statements = [];
        foreach (BoundExpression size in header.Sizes) statements.Add(new BoundExpressionStatement(size, size.Span));
        if (isOldStyle)
        {
            EmitSizes(statements);
            parameters = PassPromoted(function, parameters, statements);
        }
        foreach (VariableSymbol parameter in parameters)
        {
            if (parameter.Name.Length > 0) WarnShadowed(new IdentifierSyntax(parameter.Name, parameter.Span), saved);
            if (parameter.Name.Length == 0 && _options.Language.Standard < LanguageStandard.C23) _diagnostics.ParameterNameOmitted(parameter.Span);
        }
        BindStatements(syntax.Body, statements);
        FinishLabels(context);
        WarnUnusedParameters(parameters);
        bool fallsOut = CanFallOut(statements);
        if (fallsOut && function.Name == "main" && context.ReturnType.Type is BuiltinType { Kind: BuiltinKind.Int })
        {
            // 5.1.2.2.3: reaching the end of main returns 0.
            statements.Add(new BoundReturn(IntConstant(0, BuiltinType.Int, syntax.Body.CloseBrace), syntax.Body.CloseBrace));
        }
        List<BoundStatement> all = [.. context.Hoisted.Select(v => new BoundLocalDeclaration(v, null, v.Span)), .. statements];
        BoundFunction bound = new(function, parameters, new BoundBlock([.. all], syntax.Body.Span), [.. context.AddressLabels], context.CallsSetjmp, syntax.Span);
        _functions.Add(bound);
        PopScope(saved);
        if (!_diagnostics.HasHardErrors) FunctionAnalysis.Run(bound, syntax.Body.CloseBrace, _diagnostics);
        _function = null;
    }

    // f(c) char c; { … } gets an int (6.5.2.2p6): it becomes f(int .c) { char c = .c; … }, unless a prototype in sight says otherwise.
    private static ImmutableArray<VariableSymbol> PassPromoted(FunctionSymbol function, ImmutableArray<VariableSymbol> parameters, List<BoundStatement> statements)
    {
        ImmutableArray<VariableSymbol>.Builder passed = ImmutableArray.CreateBuilder<VariableSymbol>();
        for (int i = 0; i < parameters.Length; i++)
        {
            VariableSymbol parameter = parameters[i];
            CType type = function.Type.HasPrototype && i < function.Type.Parameters.Length ? function.Type.Parameters[i].Type : TypeCompatibility.DefaultPromotion(parameter.Type.Type);
            if (type == parameter.Type.Type || !type.IsArithmetic() || !parameter.Type.Type.IsArithmetic())
            {
                passed.Add(parameter);
                continue;
            }
            VariableSymbol raw = new("." + parameter.Name, type, StorageDuration.Parameter, Linkage.None, parameter.Span) { IsReferenced = true };
            BoundExpression value = new BoundCast(CastKind.LvalueToRvalue, new BoundVariable(raw, parameter.Span), type, parameter.Span);
            statements.Add(new BoundLocalDeclaration(parameter, new BoundExpressionInitializer(Convert(value, parameter.Type.Type), parameter.Span), parameter.Span));
            passed.Add(raw);
        }
        return passed.ToImmutable();
    }

    private void FinishLabels(FunctionContext context)
    {
        CheckJumps(context);
        foreach (LabelSymbol label in context.LabelOrder)
        {
            if (!label.IsDefined) _diagnostics.UndeclaredLabel(label.Span, label.Name);
            else if (!context.UsedLabels.Contains(label) && _diagnostics.HardErrors == context.ErrorsBefore) _diagnostics.UnusedLabel(label.Span, label.Name);
        }
    }

    // Which definitions the linker sees is known once all declarations are (6.7.4p7); gnu_inline turns extern around.
    private void FinishInline(FunctionSymbol function)
    {
        if (!function.IsInline || function.Linkage != Linkage.External || !function.IsDefined) return;
        bool gnu = function.Attributes.GnuInline || _options.Gnu89Inline;
        function.IsInlineDefinition = gnu ? _declaredExternInline.Contains(function) : !_declaredPlainly.Contains(function);
    }
}
