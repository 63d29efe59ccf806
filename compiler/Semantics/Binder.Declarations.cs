// Declarations (C11 6.7) at file scope and in blocks: typedefs, objects, static assertions. What has linkage is one symbol however often it is declared (6.2.2); tentative
// definitions (6.9.2) become definitions at the end of the unit. Functions are in Binder.Functions.cs.
using System.Collections.Immutable;
using PopcornCC.Compiler.Syntax;
using PopcornCC.Compiler.Text;

namespace PopcornCC.Compiler.Semantics;

public sealed partial class Binder
{
    private void BindExternalDeclaration(DeclarationSyntax declaration)
    {
        switch (declaration)
        {
            case FunctionDefinitionSyntax function:
                BindFunctionDefinition(function);
                break;
            case FileScopeAsmSyntax asm:
                BindFileScopeAsm(asm);
                break;
            case WeakPragmaSyntax weak:
                _weakPragmas.Add(weak);
                break;
            case RedefineExternalNamePragmaSyntax redefine:
                _externalNames[redefine.Name] = redefine.Symbol;
                if (_linked.TryGetValue(redefine.Name, out Symbol? declared)) ApplyExternalName(declared);
                break;
            default:
                BindDeclaration(declaration, null);
                break;
        }
    }

    /// <summary>Binds a declaration; in a block, <paramref name="statements"/> gets what it does at run time.</summary>
    private void BindDeclaration(DeclarationSyntax declaration, List<BoundStatement>? statements)
    {
        switch (declaration)
        {
            case VariableDeclarationSyntax variables:
                BindVariableDeclaration(variables, statements);
                break;
            case StaticAssertSyntax assert:
                BindStaticAssert(assert);
                break;
            case FunctionDefinitionSyntax nested:
                _diagnostics.NestedFunction(nested.Span);
                break;
            case FileScopeAsmSyntax asm:
                BindFileScopeAsm(asm);
                break;
        }
    }

    private void BindFileScopeAsm(FileScopeAsmSyntax syntax)
    {
        if (TextOf(syntax.Text).Trim().Length > 0) _diagnostics.AsmUnsupported(syntax.Span);
    }

    // #pragma weak may stand before the declaration it speaks of.
    private readonly List<WeakPragmaSyntax> _weakPragmas = [];

    // #pragma redefine_extname name symbol: what is declared as name has another one for the linker, unless it has an asm label. It may stand before or behind the declaration.
    private readonly Dictionary<string, string> _externalNames = new(StringComparer.Ordinal);

    private void ApplyExternalName(Symbol symbol)
    {
        if (!_externalNames.TryGetValue(symbol.Name, out string? external)) return;
        if (symbol is FunctionSymbol { Attributes.AsmName: null, Linkage: Linkage.External } f) f.Attributes = f.Attributes with { AsmName = external };
        else if (symbol is VariableSymbol { Attributes.AsmName: null, Linkage: Linkage.External } v) v.Attributes = v.Attributes with { AsmName = external };
    }

    private void ApplyWeakPragma(WeakPragmaSyntax syntax)
    {
        if (!_linked.TryGetValue(syntax.Name, out Symbol? symbol)) return;
        if (symbol is FunctionSymbol f) f.Attributes = f.Attributes with { Weak = true, Alias = syntax.Target ?? f.Attributes.Alias };
        else if (symbol is VariableSymbol v) v.Attributes = v.Attributes with { Weak = true, Alias = syntax.Target ?? v.Attributes.Alias };
    }

    private void BindVariableDeclaration(VariableDeclarationSyntax syntax, List<BoundStatement>? statements)
    {
        SpecifiersSyntax specifiers = syntax.Specifiers;
        bool isBare = syntax.Declarators.IsEmpty;
        if (specifiers.Type is AutoTypeSyntax)
        {
            foreach (InitDeclaratorSyntax declarator in syntax.Declarators) BindAutoVariable(specifiers, declarator, statements);
            return;
        }
        SpecifiedType specified = BindSpecifiers(specifiers, isBare && specifiers.Qualifiers == QualifierSpecifiers.None);
        EmitSizes(statements);
        bool isConstexpr = (specifiers.Storage & StorageSpecifiers.Constexpr) != 0;
        if (isBare)
        {
            if (specifiers.Type is not (RecordSyntax or EnumSyntax or ErrorTypeSyntax)) _diagnostics.DeclaresNothing(syntax.Span);
            return;
        }
        foreach (InitDeclaratorSyntax declarator in syntax.Declarators)
        {
            Declared declared = BindDeclarator(specified, declarator.Declarator);
            QualType type = ApplyTypeAttributes(declared.Type, declarator.Attributes);
            if (isConstexpr) type = type.With(Qualifiers.Const);
            EmitSizes(statements);
            if (declared.Name is null) continue;
            BindInitDeclarator(specifiers, declarator, declared with { Type = type }, statements);
        }
    }

    private void EmitSizes(List<BoundStatement>? statements)
    {
        foreach (BoundExpression size in TakeSizes()) statements?.Add(new BoundExpressionStatement(size, size.Span));
    }

    private void BindInitDeclarator(SpecifiersSyntax specifiers, InitDeclaratorSyntax declarator, Declared declared, List<BoundStatement>? statements)
    {
        if ((specifiers.Storage & StorageSpecifiers.Typedef) != 0)
        {
            if (declarator.Initializer is not null) _diagnostics.TypedefInitialized(declarator.Span);
            DeclareTypedef(specifiers, declarator, declared);
        }
        else if (declared.Type.Type is FunctionType type)
        {
            FunctionSymbol function = DeclareFunction(specifiers, declared, type, declarator.AsmLabel, declarator.Attributes, isDefinition: false);
            if (declarator.Initializer is not null) _diagnostics.FunctionInitialized(declarator.Span, function.Name);
        }
        else if (_scope.Kind == ScopeKind.File)
        {
            DeclareFileScopeVariable(specifiers, declarator, declared);
        }
        else
        {
            DeclareBlockScopeVariable(specifiers, declarator, declared, statements!);
        }
    }

    private void BindAutoVariable(SpecifiersSyntax specifiers, InitDeclaratorSyntax declarator, List<BoundStatement>? statements)
    {
        if (declarator.Initializer is not ExpressionInitializerSyntax { Expression: var expression } || declarator.Declarator is not NameDeclaratorSyntax name)
        {
            _diagnostics.AutoNeedsInitializer(declarator.Span);
            return;
        }
        // The name is not in scope in its own initialiser.
        BoundExpression value = Rvalue(BindExpression(expression));
        QualType type = AddQualifiers(value.Type.Unqualified(), specifiers.Qualifiers, specifiers.Span);
        if ((specifiers.Storage & StorageSpecifiers.Constexpr) != 0) type = type.With(Qualifiers.Const);
        ImmutableArray<AttributeSyntax> attributes = name.Attributes.IsDefault ? [] : name.Attributes;
        Declared declared = new(type, name.Identifier, 0, null, attributes, Qualifiers.None);
        if (statements is null || (specifiers.Storage & (StorageSpecifiers.Static | StorageSpecifiers.Constexpr)) != 0)
        {
            TakeSizes();
            BindInitDeclarator(specifiers, declarator, declared, statements);
            return;
        }
        EmitSizes(statements);
        if (!CheckObjectType(type, name.Identifier, mayBeIncomplete: false)) type = BuiltinType.Error;
        VariableSymbol variable = new(name.Identifier.Name, type, StorageDuration.Automatic, Linkage.None, name.Span) { AddressTaken = !type.Type.IsScalar() };
        if (CanDeclare(name.Identifier)) _scope.Set(variable.Name, variable);
        _scope.Locals.Add(variable);
        variable.Attributes = BindVariableAttributes(SymbolAttributes.None, specifiers, declarator, declared);
        statements.Add(new BoundLocalDeclaration(variable, HasError(value) ? null : new BoundExpressionInitializer(value, value.Span), declarator.Span));
    }

    private void DeclareTypedef(SpecifiersSyntax specifiers, InitDeclaratorSyntax declarator, Declared declared)
    {
        string name = declared.Name!.Name;
        if (!specifiers.Alignments.IsDefaultOrEmpty) _diagnostics.AlignasSubject(specifiers.Alignments[0].Span);
        int asked = BindAlignment(specifiers.Alignments, specifiers.Attributes, declared.Attributes, declarator.Attributes);
        int alignment = asked != 0 ? asked : declared.Alignment;
        if (_scope.TryGetHere(name, out Symbol? previous))
        {
            if (previous is TypedefSymbol t && (TypeCompatibility.AreCompatible(t.Type, declared.Type) || declared.Type.Type.IsError()))
            {
                if (_options.Language.Standard < LanguageStandard.C11 && previous.Span != SourceSpan.None) _diagnostics.TypedefTwice(declared.Name.Span, name, previous.Span);
                return;
            }
            if (previous is TypedefSymbol u) _diagnostics.TypedefRedefinition(declared.Name.Span, name, declared.Type, u.Type, previous.Span);
            else _diagnostics.DifferentKind(declared.Name.Span, name, previous.Span);
            return;
        }
        ProtectDeclaration(declared.Type, name, declared.Name.Span);
        BindAttributes(SymbolAttributes.None, AttributeSubject.Typedef, declared.Type, specifiers.Attributes, declared.Attributes, declarator.Attributes);
        SymbolAttributes marks = BindDeprecation(specifiers.Attributes, declared.Attributes, declarator.Attributes);
        TypedefSymbol typedef = new(name, declared.Type, alignment, declared.Name.Span) { Deprecated = marks.Deprecated ? marks.DeprecatedMessage ?? "" : null };
        typedef.IsReferenced = HasAttribute(specifiers.Attributes, "unused") || HasAttribute(declarator.Attributes, "unused") || HasAttribute(declared.Attributes, "unused");
        _scope.Set(name, typedef);
        if (_scope.Kind == ScopeKind.Block) _scope.Typedefs.Add(typedef);
    }

    private SymbolAttributes BindVariableAttributes(SymbolAttributes previous, SpecifiersSyntax specifiers, InitDeclaratorSyntax declarator, Declared declared)
    {
        AttributeSubject subject = _function is null || (specifiers.Storage & (StorageSpecifiers.Extern | StorageSpecifiers.Static)) != 0 ? AttributeSubject.GlobalVariable : AttributeSubject.LocalVariable;
        SymbolAttributes attributes = BindAttributes(previous, subject, declared.Type, specifiers.Attributes, declared.Attributes, declarator.Attributes);
        if (attributes.Weak && (specifiers.Storage & StorageSpecifiers.Static) != 0) RefuseWeak(specifiers.Attributes, declared.Attributes, declarator.Attributes);
        CheckAlignas(specifiers, declared);
        int alignment = BindAlignment(specifiers.Alignments, specifiers.Attributes, declared.Attributes, declarator.Attributes);
        if (alignment == 0) alignment = declared.Alignment;
        if (alignment > attributes.Alignment) attributes = attributes with { Alignment = alignment };
        return declarator.AsmLabel is null ? attributes : attributes with { AsmName = TextOf(declarator.AsmLabel) };
    }

    private void RefuseWeak(params ReadOnlySpan<ImmutableArray<AttributeSyntax>> lists)
    {
        foreach (ImmutableArray<AttributeSyntax> list in lists)
        {
            foreach (AttributeSyntax a in list.IsDefault ? [] : list.Where(a => a.Name == "weak")) _diagnostics.WeakInternal(a.Span);
        }
    }

    // 6.7.5p2 and p4: _Alignas is for objects that are no register or bit-field, and only makes stricter.
    private void CheckAlignas(SpecifiersSyntax specifiers, Declared declared)
    {
        if (specifiers.Alignments.IsDefaultOrEmpty) return;
        if ((specifiers.Storage & StorageSpecifiers.Register) != 0) _diagnostics.AlignasMisplaced(specifiers.Alignments[0].Span, "a variable with 'register' storage class");
        else if (declared.Type.Type.IsComplete() && BindQuietAlignment(specifiers.Alignments) is > 0 and var asked && asked < TypeFacts.AlignmentOf(declared.Type) && declared.Alignment == 0)
            _diagnostics.AlignasWeaker(specifiers.Alignments[0].Span, TypeFacts.AlignmentOf(declared.Type), declared.Type);
    }

    private int BindQuietAlignment(ImmutableArray<AlignasSyntax> alignments)
    {
        _diagnostics.Muted++;
        int asked = BindAlignment(alignments);
        _diagnostics.Muted--;
        return asked;
    }

    private void DeclareFileScopeVariable(SpecifiersSyntax specifiers, InitDeclaratorSyntax declarator, Declared declared)
    {
        if ((specifiers.Storage & (StorageSpecifiers.Auto | StorageSpecifiers.Register)) != 0) _diagnostics.FileScopeStorage(declarator.Span);
        if ((specifiers.Functions & FunctionSpecifiers.Inline) != 0) _diagnostics.InlineVariable(declarator.Span);
        bool isNew = !_linked.ContainsKey(declared.Name!.Name);
        VariableSymbol variable = DeclareLinkedVariable(specifiers, declarator, declared);
        MarkConstexpr(variable, specifiers, declarator);
        if (isNew && variable.Linkage == Linkage.External && (specifiers.Storage & StorageSpecifiers.Extern) == 0) _diagnostics.MissingVariableDeclaration(declared.Name.Span, variable.Name);
        bool isExtern = (specifiers.Storage & StorageSpecifiers.Extern) != 0;
        if (declarator.Initializer is not null)
        {
            if (isExtern) _diagnostics.ExternInitialized(declared.Name!.Span, variable.Name);
            if (variable.Initializer is not null || (variable.IsDefined && !_tentative.Contains(variable))) _diagnostics.Redefinition(declared.Name!.Span, variable.Name, variable.Span);
            InitializeStatic(variable, declarator.Initializer);
        }
        else if (!isExtern)
        {
            _tentative.Add(variable);
            if (variable.Linkage == Linkage.Internal && !variable.Type.Type.IsComplete() && variable.Type.Type is not (ArrayType or BuiltinType { Kind: BuiltinKind.Error }))
            {
                _diagnostics.IncompleteVariable(variable.Span, variable.Name, variable.Type);
            }
        }
    }

    private void InitializeStatic(VariableSymbol variable, InitializerSyntax initializer)
    {
        variable.IsDefined = true;
        QualType type = variable.Type;
        BoundInitializer? bound = BindInitializer(ref type, initializer, isStatic: true, variable);
        variable.Type = type;
        variable.Initializer = bound ?? new BoundListInitializer([], initializer.Span);
    }

    // 6.2.2p3-5 and 6.7p4: the one symbol of a name with linkage, its type composed with the new declaration's.
    private VariableSymbol DeclareLinkedVariable(SpecifiersSyntax specifiers, InitDeclaratorSyntax declarator, Declared declared)
    {
        IdentifierSyntax name = declared.Name!;
        bool isStatic = (specifiers.Storage & (StorageSpecifiers.Static | StorageSpecifiers.Constexpr)) != 0 && _scope.Kind == ScopeKind.File;
        bool isExtern = (specifiers.Storage & StorageSpecifiers.Extern) != 0;
        bool isThread = (specifiers.Storage & StorageSpecifiers.ThreadLocal) != 0;
        CheckObjectType(declared.Type, name, isExtern || _scope.Kind == ScopeKind.File);
        if (_linked.TryGetValue(name.Name, out Symbol? found) || (_scope.TryGetHere(name.Name, out found) && found.Span != SourceSpan.None))
        {
            if (found is not VariableSymbol previous)
            {
                _diagnostics.DifferentKind(name.Span, name.Name, found.Span);
                return NewVariable(MakeName(name.Name), declared.Type);
            }
            if (isStatic && previous.Linkage == Linkage.External) _diagnostics.StaticAfterNonStatic(name.Span, name.Name, previous.Span);
            else if (!isStatic && !isExtern && previous.Linkage == Linkage.Internal) _diagnostics.NonStaticAfterStatic(name.Span, name.Name, previous.Span);
            if (isThread != (previous.Storage == StorageDuration.Thread)) _diagnostics.ThreadMismatch(name.Span, name.Name, previous.Span);
            if (!TypeCompatibility.AreCompatible(previous.Type, declared.Type) && !declared.Type.Type.IsError()) _diagnostics.ConflictingTypes(name.Span, name.Name, declared.Type, previous.Type, previous.Span);
            else if (!declared.Type.Type.IsError()) previous.Type = TypeCompatibility.Composite(previous.Type, declared.Type);
            previous.Attributes = BindVariableAttributes(previous.Attributes, specifiers, declarator, declared);
            _scope.Set(name.Name, previous);
            return previous;
        }
        VariableSymbol variable = NewVariable(name.Name, declared.Type);
        variable.Attributes = BindVariableAttributes(SymbolAttributes.None, specifiers, declarator, declared);
        ApplyExternalName(variable);
        _linked[name.Name] = variable;
        _scope.Set(name.Name, variable);
        return variable;

        VariableSymbol NewVariable(string symbolName, QualType type)
        {
            VariableSymbol made = new(symbolName, type, isThread ? StorageDuration.Thread : StorageDuration.Static, isStatic ? Linkage.Internal : Linkage.External, name.Span) { AddressTaken = true };
            _variables.Add(made);
            return made;
        }
    }

    private void DeclareBlockScopeVariable(SpecifiersSyntax specifiers, InitDeclaratorSyntax declarator, Declared declared, List<BoundStatement> statements)
    {
        IdentifierSyntax name = declared.Name!;
        if ((specifiers.Storage & StorageSpecifiers.Extern) != 0)
        {
            // A local of this name hides the file's; the declaration denotes what has linkage (6.2.2p4).
            if (_scope.TryGetHere(name.Name, out Symbol? here) && !_linked.ContainsValue(here)) _diagnostics.Redefinition(name.Span, name.Name, here.Span);
            if (declarator.Initializer is not null) _diagnostics.ExternLocalInitialized(declarator.Span);
            DeclareLinkedVariable(specifiers, declarator, declared);
            return;
        }
        bool isStatic = (specifiers.Storage & StorageSpecifiers.Static) != 0;
        bool isThread = (specifiers.Storage & StorageSpecifiers.ThreadLocal) != 0;
        if (isThread && !isStatic) _diagnostics.ThreadLocalAutomatic(name.Span);
        bool canDeclare = CanDeclare(name);
        if (isStatic || isThread)
        {
            DeclareStaticLocal(specifiers, declarator, declared, isThread, canDeclare);
            return;
        }
        QualType type = declared.Type;
        bool lengthFollows = declarator.Initializer is not null && type.Type is ArrayType { Length: null, IsVariable: false };
        if (!CheckObjectType(type, name, lengthFollows)) type = BuiltinType.Error;
        VariableSymbol variable = new(name.Name, type, StorageDuration.Automatic, Linkage.None, name.Span) { AddressTaken = !type.Type.IsScalar() };
        ProtectDeclaration(type, name.Name, name.Span);
        if (canDeclare) WarnShadowed(name, _scope.Parent);
        if (canDeclare) _scope.Set(name.Name, variable);
        if (canDeclare) _scope.Locals.Add(variable);
        variable.Attributes = BindVariableAttributes(SymbolAttributes.None, specifiers, declarator, declared);
        // register long x __asm__("r10"): no machine's registers are known here.
        if (declarator.AsmLabel is not null) _diagnostics.AsmUnsupported(declarator.AsmLabel.Span);
        if (variable.Attributes.Cleanup is not null) variable.AddressTaken = true;
        MarkConstexpr(variable, specifiers, declarator);
        BoundInitializer? initializer = null;
        if (declarator.Initializer is not null)
        {
            if (type.Type.IsVariableLength() && declarator.Initializer is not ListInitializerSyntax { Items.Length: 0 }) _diagnostics.VariableLengthInitialized(name.Span);
            else initializer = BindInitializer(ref type, declarator.Initializer, isStatic: variable.IsConstexpr, variable);
            if (variable.IsConstexpr) variable.Initializer = initializer;
            variable.Type = type;
            if (type.Type is ArrayType { Element.IsConst: true } && initializer is BoundExpressionInitializer { Value: BoundStringLiteral text }) variable.Text = text;
            EmitSizes(statements);
        }
        statements.Add(new BoundLocalDeclaration(variable, initializer, declarator.Span));
    }

    // C23 6.7.1p6: a constexpr object has an initialiser, which is constant; nothing can change it, so it is const.
    private void MarkConstexpr(VariableSymbol variable, SpecifiersSyntax specifiers, InitDeclaratorSyntax declarator)
    {
        if ((specifiers.Storage & StorageSpecifiers.Constexpr) == 0) return;
        variable.IsConstexpr = true;
        if (declarator.Initializer is null) _diagnostics.ConstexprNeedsInitializer(declarator.Span);
    }

    private void DeclareStaticLocal(SpecifiersSyntax specifiers, InitDeclaratorSyntax declarator, Declared declared, bool isThread, bool canDeclare)
    {
        IdentifierSyntax name = declared.Name!;
        QualType type = declared.Type;
        if (type.Type.IsVariablyModified())
        {
            _diagnostics.VariableLengthStatic(name.Span, name.Name);
            type = BuiltinType.Error;
        }
        bool lengthFollows = declarator.Initializer is not null && type.Type is ArrayType { Length: null };
        if (!CheckObjectType(type, name, lengthFollows)) type = BuiltinType.Error;
        VariableSymbol variable = new(MakeName(_function!.Symbol.Name + "." + name.Name), type, isThread ? StorageDuration.Thread : StorageDuration.Static, Linkage.Internal, name.Span)
        {
            AddressTaken = true,
            IsDefined = true,
            Owner = _function.Symbol,
        };
        variable.Attributes = BindVariableAttributes(SymbolAttributes.None, specifiers, declarator, declared);
        if (canDeclare) WarnShadowed(name, _scope.Parent);
        if (canDeclare) _scope.Set(name.Name, variable);
        _scope.Locals.Add(variable);
        _variables.Add(variable);
        MarkConstexpr(variable, specifiers, declarator);
        if (declarator.Initializer is not null) InitializeStatic(variable, declarator.Initializer);
    }

    // An object needs a complete type, unless later declarations or the initialiser can complete it (6.7p7).
    private bool CheckObjectType(QualType type, IdentifierSyntax name, bool mayBeIncomplete)
    {
        if (type.Type.IsVoid() && !mayBeIncomplete)
        {
            _diagnostics.IncompleteVariable(name.Span, name.Name, type);
            return false;
        }
        if (type.Type.IsComplete() || type.Type.IsError() || mayBeIncomplete) return true;
        _diagnostics.IncompleteVariable(name.Span, name.Name, type);
        return false;
    }
}
