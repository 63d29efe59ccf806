// The binder gives a translation unit its meaning (C11 6.2 to 6.9): it resolves names, builds types, inserts every conversion and checks the constraints. What comes out, the bound
// tree, no longer refers to syntax. The class is split by construct; this file holds the entry point, the scopes, and the end of the unit.
//
// A mistake is reported once: whatever is wrong becomes the Error type or a BoundErrorExpression, which every check lets pass in silence.
using System.Collections.Immutable;
using PopcornCC.Compiler.Syntax;
using PopcornCC.Compiler.Text;

namespace PopcornCC.Compiler.Semantics;

/// <summary>What the command line decides about binding.</summary>
public sealed record BinderOptions
{
    /// <summary><c>-fno-builtin</c>, <c>-ffreestanding</c>: names such as memcpy are ordinary functions.</summary>
    public bool NoBuiltin { get; init; }

    /// <summary>Whether a place is in the file given to the compiler rather than in a header; null: everything is.</summary>
    public Func<SourceSpan, bool>? IsInMainFile { get; init; }

    /// <summary>The revision of the standard.</summary>
    public LanguageOptions Language { get; init; } = new();

    /// <summary><c>-fgnu89-inline</c></summary>
    public bool Gnu89Inline { get; init; }

    /// <summary>The unit's files, for what tells a place.</summary>
    public SourceManager? Sources { get; init; }
}

/// <summary>Binds a translation unit.</summary>
public sealed partial class Binder
{
    private readonly DiagnosticBag _diagnostics;
    private readonly BinderOptions _options;
    private readonly Scope _fileScope = new(ScopeKind.File, null);
    private Scope _scope;
    private FunctionContext? _function;

    // Objects and functions with linkage, by name: all declarations of one name denote one thing (6.2.2p2), also those in blocks.
    private readonly Dictionary<string, Symbol> _linked = new(StringComparer.Ordinal);
    private readonly HashSet<FunctionSymbol> _assumedFunctions = [];
    private readonly HashSet<VariableSymbol> _tentative = [];
    private readonly List<BoundFunction> _functions = [];
    private readonly List<VariableSymbol> _variables = [];
    private readonly List<FunctionSymbol> _declared = [];
    private int _nextTypeId = 1;
    private int _nextName;

    // Named in an unevaluated operand: not used, but not worth a warning either.
    private readonly HashSet<Symbol> _mentioned = [];

    // Above zero inside sizeof, typeof, _Generic's control …: names there are not used (6.5.3.4p2).
    private int _unevaluated;

    private Binder(BinderOptions options, DiagnosticBag diagnostics)
    {
        _options = options;
        _diagnostics = diagnostics;
        _scope = _fileScope;
        DeclareBuiltinTypes();
    }

    /// <summary>Binds a whole unit. Errors are in <paramref name="diagnostics"/>; the result is usable for code generation only without them.</summary>
    public static BoundUnit Bind(TranslationUnitSyntax unit, BinderOptions options, DiagnosticBag diagnostics)
    {
        Binder binder = new(options, diagnostics);
        foreach (DeclarationSyntax declaration in unit.Declarations) binder.BindExternalDeclaration(declaration);
        return binder.Finish();
    }

    private void DeclareBuiltinTypes()
    {
        void Add(string name, CType type) => _fileScope.Set(name, new TypedefSymbol(name, type, 0, SourceSpan.None));
        Add("__builtin_va_list", TypeFacts.VaList);
        Add("__int128_t", BuiltinType.Int128);
        Add("__uint128_t", BuiltinType.UInt128);
    }

    private BoundUnit Finish()
    {
        foreach (WeakPragmaSyntax weak in _weakPragmas) ApplyWeakPragma(weak);
        FinishTentativeDefinitions();
        ApplyAliases();
        foreach (FunctionSymbol function in _declared) FinishFunction(function, _diagnostics.HasErrors);
        bool hasErrors = _diagnostics.HasErrors;
        foreach (VariableSymbol variable in hasErrors ? [] : _variables) WarnUnusedAtFileScope(variable);
        return new BoundUnit(
            [.. _functions],
            [.. _variables.Where(v => v.IsDefined || v.IsReferenced || v.Attributes.Alias is not null)],
            [.. _declared.Where(f => f.IsDefined || f.IsReferenced || f.Attributes.Alias is not null)]);
    }

    // 6.9.2p2: at the end of the unit a tentative definition is a definition with initialiser 0; an array of unknown length gets one element.
    private void FinishTentativeDefinitions()
    {
        foreach (VariableSymbol variable in _variables)
        {
            if (!_tentative.Contains(variable) || variable.Initializer is not null || variable.Attributes.Alias is not null) continue;
            if (variable.Type.Type is ArrayType { Length: null } array && !array.Element.Type.IsVariableLength())
            {
                if (!array.Element.Type.IsError()) _diagnostics.TentativeArrayOneElement(variable.Span, variable.Name);
                variable.Type = new QualType(array with { Length = 1 }, variable.Type.Qualifiers);
            }
            if (!variable.Type.Type.IsComplete() && !variable.Type.Type.IsError())
            {
                _diagnostics.IncompleteTentative(variable.Span, variable.Name, variable.Type);
            }
            variable.IsDefined = true;
        }
    }

    private void FinishFunction(FunctionSymbol function, bool hasErrors)
    {
        FinishInline(function);
        if (!hasErrors && function.Linkage == Linkage.Internal && !function.IsDefined && function.Attributes.Alias is null && function.Span != SourceSpan.None && function.IsReferenced)
        {
            _diagnostics.StaticFunctionNotDefined(function.Span, function.Name);
        }
        else if (!hasErrors)
        {
            WarnUnusedFunction(function);
        }
    }

    // An alias's target is named by a string, so it is known to be used only here.
    private void ApplyAliases()
    {
        foreach (Symbol symbol in _linked.Values.ToArray())
        {
            string? target = symbol switch
            {
                FunctionSymbol f => f.Attributes.Alias,
                VariableSymbol v => v.Attributes.Alias,
                _ => null,
            };
            if (target is not null && _linked.TryGetValue(target, out Symbol? used)) MarkReferenced(used);
        }
    }

    private void MarkReferenced(Symbol symbol)
    {
        if (_unevaluated > 0)
        {
            _mentioned.Add(symbol);
            return;
        }
        if (symbol is VariableSymbol variable)
        {
            variable.IsReferenced = true;
            variable.References++;
        }
        else if (symbol is FunctionSymbol function)
        {
            function.IsReferenced = true;
            function.IsUsedByOthers |= !ReferenceEquals(function, _function?.Symbol);
        }
    }

    private Scope PushScope(ScopeKind kind)
    {
        Scope saved = _scope;
        _scope = new Scope(kind, saved) { ErrorsBefore = _diagnostics.HardErrors };
        return saved;
    }

    private void PopScope(Scope saved)
    {
        if (_scope.Kind == ScopeKind.Block && _unevaluated == 0 && _scope.ErrorsBefore == _diagnostics.HardErrors) WarnUnusedInScope(_scope);
        _scope = saved;
    }

    // A static local's symbol is named "function.variable.n" for the linker.
    private static string SourceName(VariableSymbol variable) => variable.Name.Split('.') is { Length: > 1 } parts ? parts[1] : variable.Name;

    /// <summary>A made-up automatic variable of the current function.</summary>
    private VariableSymbol MakeTemporary(string name, QualType type, SourceSpan span)
    {
        VariableSymbol variable = new("." + name + (_nextName++).ToString(System.Globalization.CultureInfo.InvariantCulture), type, StorageDuration.Automatic, Linkage.None, span) { IsReferenced = true };
        if (!type.Type.IsScalar()) variable.AddressTaken = true;
        _function?.Hoisted.Add(variable);
        return variable;
    }

    /// <summary>A made-up name that no C identifier can clash with and that is the same in every run.</summary>
    private string MakeName(string stem) => stem + "." + (_nextName++).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
