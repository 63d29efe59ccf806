// Scopes and name spaces of identifiers (C11 6.2.1, 6.2.3): ordinary names and tags, each looked up from the innermost scope outwards. Members have the name space of their
// record, labels that of their function (FunctionContext).
using System.Diagnostics.CodeAnalysis;

namespace PopcornCC.Compiler.Semantics;

/// <summary>What a scope belongs to (6.2.1p4).</summary>
internal enum ScopeKind : byte
{
    File,
    Prototype,
    Block,
}

/// <summary>One scope.</summary>
internal sealed class Scope(ScopeKind kind, Scope? parent)
{
    private readonly Dictionary<string, Symbol> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CType> _tags = new(StringComparer.Ordinal);

    /// <summary>The scope of a prototype becomes the outermost block when a body follows (6.2.1p4).</summary>
    public ScopeKind Kind { get; set; } = kind;
    public Scope? Parent { get; } = parent;

    /// <summary>GNU <c>__label__</c> names of this block.</summary>
    public Dictionary<string, LabelSymbol>? LocalLabels { get; set; }

    /// <summary>The innermost place around that no jump may pass.</summary>
    public ProtectedPlace? Protected { get; set; } = parent?.Protected;

    /// <summary>The locals declared here, for warnings about unused ones.</summary>
    public List<VariableSymbol> Locals { get; } = [];

    /// <summary>The typedefs declared in this block.</summary>
    public List<TypedefSymbol> Typedefs { get; } = [];

    /// <summary>How many errors there were before it.</summary>
    public int ErrorsBefore { get; init; }

    public bool TryGetHere(string name, [NotNullWhen(true)] out Symbol? symbol) => _names.TryGetValue(name, out symbol);

    public bool TryGetTagHere(string tag, [NotNullWhen(true)] out CType? type) => _tags.TryGetValue(tag, out type);

    public void Set(string name, Symbol symbol) => _names[name] = symbol;

    public void SetTag(string tag, CType type) => _tags[tag] = type;

    public Symbol? Lookup(string name)
    {
        for (Scope? scope = this; scope is not null; scope = scope.Parent)
        {
            if (scope._names.TryGetValue(name, out Symbol? symbol)) return symbol;
        }
        return null;
    }

    public CType? LookupTag(string tag)
    {
        for (Scope? scope = this; scope is not null; scope = scope.Parent)
        {
            if (scope._tags.TryGetValue(tag, out CType? type)) return type;
        }
        return null;
    }

    /// <summary>All ordinary names in sight, for suggestions.</summary>
    public IEnumerable<string> NamesInSight()
    {
        for (Scope? scope = this; scope is not null; scope = scope.Parent)
        {
            foreach (string name in scope._names.Keys.Order(StringComparer.Ordinal)) yield return name;
        }
    }
}

/// <summary>What binding a function's body keeps.</summary>
internal sealed class FunctionContext(FunctionSymbol symbol, QualType returnType)
{
    public FunctionSymbol Symbol { get; } = symbol;
    public QualType ReturnType { get; } = returnType;
    public Dictionary<string, LabelSymbol> Labels { get; } = new(StringComparer.Ordinal);
    public List<LabelSymbol> LabelOrder { get; } = [];
    public HashSet<LabelSymbol> UsedLabels { get; } = [];
    public List<LabelSymbol> AddressLabels { get; } = [];
    public List<PendingJump> Jumps { get; } = [];
    public Dictionary<LabelSymbol, ProtectedPlace?> LabelPlaces { get; } = [];

    /// <summary>Made-up locals (array lengths, temporaries), declared at the head of the body.</summary>
    public List<VariableSymbol> Hoisted { get; } = [];
    public Stack<SwitchContext> Switches { get; } = new();
    public int LoopDepth { get; set; }
    public int BreakDepth { get; set; }
    public bool CallsSetjmp { get; set; }
    public VariableSymbol? FuncName { get; set; }

    /// <summary>How many errors there were before it.</summary>
    public int ErrorsBefore { get; init; }
}

/// <summary>The switch statement around a case label.</summary>
internal sealed class SwitchContext(CType type, ProtectedPlace? place)
{
    public CType Type { get; } = type;
    public ProtectedPlace? Protected { get; } = place;

    /// <summary>The value's type before promotion.</summary>
    public CType? Unpromoted { get; init; }

    /// <summary>How many errors there were before it, and whether its cases had one.</summary>
    public int ErrorsBefore { get; init; }
    public bool HasBadCase { get; set; }
    public List<BoundCaseLabel> Cases { get; } = [];
    public BoundCaseLabel? Default { get; set; }
}
