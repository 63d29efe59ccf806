// Which names are typedef names where (C11 6.2.1, 6.7.8): all the parser must know to tell a declaration from an expression. A declarator, an enumeration constant or a parameter hides
// a typedef of an outer scope. One table and a log to undo: entering and leaving a scope costs what was declared in it.
namespace PopcornCC.Compiler.Syntax;

/// <summary>The ordinary identifiers in scope, as far as parsing needs them.</summary>
internal sealed class NameScopes
{
    private readonly Dictionary<string, bool> _isTypedef = new(StringComparer.Ordinal)
    {
        ["__builtin_va_list"] = true,
        ["__int128_t"] = true,
        ["__uint128_t"] = true,
    };

    private readonly List<(string Name, bool? Before)> _log = [];
    private readonly Stack<int> _scopes = new();

    /// <summary>Opens a scope.</summary>
    public void Enter() => _scopes.Push(_log.Count);

    /// <summary>Closes the innermost scope.</summary>
    public void Leave()
    {
        int start = _scopes.Pop();
        for (int i = _log.Count - 1; i >= start; i--)
        {
            (string name, bool? before) = _log[i];
            if (before is bool value) _isTypedef[name] = value;
            else _isTypedef.Remove(name);
        }
        _log.RemoveRange(start, _log.Count - start);
    }

    /// <summary>Declares a name in the innermost scope.</summary>
    public void Declare(string name, bool isTypedef)
    {
        bool known = _isTypedef.TryGetValue(name, out bool before);
        if (known && before == isTypedef) return;
        if (_scopes.Count > 0) _log.Add((name, known ? before : null));
        _isTypedef[name] = isTypedef;
    }

    /// <summary>Whether the name stands for a type here.</summary>
    public bool IsTypedef(string name) => _isTypedef.TryGetValue(name, out bool isTypedef) && isTypedef;

    /// <summary>Whether the name is declared here at all.</summary>
    public bool IsDeclared(string name) => _isTypedef.ContainsKey(name);

    /// <summary>All typedef names here, in no order.</summary>
    public IEnumerable<string> Typedefs => _isTypedef.Where(p => p.Value).Select(p => p.Key);
}
