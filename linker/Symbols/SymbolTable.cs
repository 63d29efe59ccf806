// Symbol resolution, as ld and lld do it (gABI chapter 4, "Symbol Binding"), for both ISAs at once. Objects are read in order; then each name
// that is wanted and not defined pulls the first archive member that defines it, until nothing more is wanted: archives behave as if grouped.
using PopcornCC.Linker.Elf;
using PopcornCC.Linker.Relocations;
using static PopcornCC.Linker.Elf.ElfConstants;

namespace PopcornCC.Linker.Symbols;

/// <summary>The global symbols of all ISAs, and the objects that take part in the link.</summary>
public sealed class SymbolTable(LinkDiagnostics diagnostics)
{
    private readonly Dictionary<string, Symbol>[] _symbols = [.. Target.All.Select(_ => new Dictionary<string, Symbol>(StringComparer.Ordinal))];
    private readonly HashSet<string>[] _groups = [.. Target.All.Select(_ => new HashSet<string>(StringComparer.Ordinal))];
    private readonly Dictionary<string, List<LazyMember>> _lazy = new(StringComparer.Ordinal);
    private readonly Queue<(string Name, int Isa)> _wanted = new();
    private readonly List<InputObject> _objects = [];

    /// <summary>All objects in the order they joined.</summary>
    public IReadOnlyList<InputObject> Objects => _objects;

    /// <summary>The symbol of this name, or null.</summary>
    public Symbol? Find(int isa, string name) => _symbols[isa].GetValueOrDefault(name);

    /// <summary>All symbols of an ISA, sorted by name.</summary>
    public IEnumerable<Symbol> All(int isa) => _symbols[isa].Values.OrderBy(s => s.Name, StringComparer.Ordinal);

    /// <summary>Makes a name wanted on every ISA.</summary>
    public void Want(string name)
    {
        foreach (Target t in Target.All) Refer(t.Index, name, weak: false);
    }

    /// <summary>Lets the linker define a symbol that the inputs want but do not have (or any, when <paramref name="always"/>).</summary>
    public Symbol? Provide(int isa, string name, bool always = false)
    {
        Symbol? s = Find(isa, name);
        if (s is null && always) _symbols[isa][name] = s = new Symbol(name);
        if (s is null || s.IsDefined) return null;
        s.State = SymbolState.Linker;
        s.IsWeak = false;
        return s;
    }

    /// <summary>Adds an object: a fat one, or one half.</summary>
    public void AddObject(string name, ReadOnlyMemory<byte> bytes, bool isNamed)
    {
        if (ElfFile.Read(bytes, out string? error) is not { } elf)
        {
            diagnostics.DamagedObject(name, error!);
            return;
        }
        AddObject(name, elf, isNamed);
    }

    /// <summary>Offers an archive's members to names that are wanted now or later, or adds them all.</summary>
    public void AddArchive(string name, ReadOnlyMemory<byte> bytes, bool whole = false)
    {
        if (Archive.Read(bytes, out string? error) is not { } archive)
        {
            diagnostics.DamagedArchive(name, error!);
            return;
        }
        if (whole)
        {
            foreach (ArchiveMember m in archive.Members.Where(m => ElfHeader.IsElf(m.Content.Span))) AddObject($"{name}({m.Name})", m.Content, isNamed: false);
            return;
        }
        Dictionary<ArchiveMember, LazyMember> members = new(ReferenceEqualityComparer.Instance);
        foreach ((string symbol, ArchiveMember member) in archive.Index ?? MakeIndex(name, archive))
        {
            if (!members.TryGetValue(member, out LazyMember? lazy)) members[member] = lazy = new LazyMember($"{name}({member.Name})", member.Content);
            if (!_lazy.TryGetValue(symbol, out List<LazyMember>? list)) _lazy[symbol] = list = [];
            list.Add(lazy);
        }
    }

    /// <summary>Pulls archive members until no wanted name can be defined any more, then reports duplicates and gives commons storage.</summary>
    public void Resolve()
    {
        while (_wanted.TryDequeue(out (string Name, int Isa) w))
        {
            if (_symbols[w.Isa][w.Name].IsDefined || !_lazy.TryGetValue(w.Name, out List<LazyMember>? candidates)) continue;
            foreach (LazyMember m in candidates)
            {
                if (m.IsLoaded || !m.Serves(w.Isa, diagnostics)) continue;
                m.IsLoaded = true;
                AddObject(m.Name, m.Elf!, isNamed: false);
                if (_symbols[w.Isa][w.Name].IsDefined) break;
            }
        }
        AllocateCommons();
    }

    internal bool IsFirstGroup(Target t, string signature) => _groups[t.Index].Add(signature);

    /// <summary>Enters a global symbol of an object and returns the symbol all objects share.</summary>
    internal Symbol Enter(InputHalf half, string name, SymbolEntry e, InputSection? section)
    {
        int isa = half.Target.Index;
        bool weak = e.Binding == STB_WEAK;
        // A definition in a discarded group is a reference to the one that stays.
        if (e.Section == SHN_UNDEF || (section is null && e.Section is not (SHN_ABS or SHN_COMMON))) return Refer(isa, name, weak);
        Symbol s = Get(isa, name);
        SymbolState state = e.Section == SHN_ABS ? SymbolState.Absolute : e.Section == SHN_COMMON ? SymbolState.Common : SymbolState.Defined;
        int old = Rank(s.State, s.IsWeak), rank = Rank(state, weak);
        if (old == rank && state == SymbolState.Common)
        {
            s.Size = Math.Max(s.Size, e.Size);
            s.Align = Math.Max(s.Align, Math.Max(e.Value, 1));
        }
        if (old == rank && rank == StrongRank) diagnostics.Duplicate(name, s.Half?.Owner.Name ?? "the linker", half.Owner.Name);
        if (old >= rank) return s;
        s.State = state;
        s.IsWeak = weak;
        s.Half = half;
        s.Section = section;
        s.Value = state == SymbolState.Common ? 0 : e.Value;
        s.Align = state == SymbolState.Common ? Math.Max(e.Value, 1) : 0;
        s.Size = e.Size;
        s.Type = e.Type;
        return s;
    }

    private const int StrongRank = 3;

    private static int Rank(SymbolState state, bool weak) => state switch
    {
        SymbolState.Undefined => 0,
        SymbolState.Common => 2,
        _ => weak ? 1 : StrongRank,
    };

    private Symbol Get(int isa, string name)
    {
        if (!_symbols[isa].TryGetValue(name, out Symbol? s)) _symbols[isa][name] = s = new Symbol(name);
        return s;
    }

    private Symbol Refer(int isa, string name, bool weak)
    {
        Symbol s = Get(isa, name);
        if (s.IsDefined || weak || !s.IsWeak) return s;
        s.IsWeak = false;
        _wanted.Enqueue((name, isa));
        return s;
    }

    private void AddObject(string name, ElfFile elf, bool isNamed)
    {
        if (elf.Header.Type != ET_REL)
        {
            diagnostics.NotRelocatable(name);
            return;
        }
        if (Target.All.FirstOrDefault(t => t.Machine == elf.Header.Machine) is not { } target)
        {
            diagnostics.WrongMachine(name, elf.Header.Machine);
            return;
        }
        ElfFile? twin = FatObject.Twin(elf, out string? error);
        if (error is not null)
        {
            diagnostics.DamagedObject(name, error);
            return;
        }
        InputObject o = new(name);
        o.Halves[target.Index] = new ObjectReader(o, target, elf, this, diagnostics).Read();
        if (o.Halves[target.Index] is null) return;
        if (twin is not null)
        {
            Target other = Target.All.First(t => t.Machine == twin.Header.Machine);
            o.Halves[other.Index] = new ObjectReader(o, other, twin, this, diagnostics).Read();
            if (o.Halves[other.Index] is null) return;
        }
        else if (isNamed)
        {
            diagnostics.ForeignObject(name, target.Name);
        }
        SectionPairing.Pair(o, diagnostics);
        StackMaps.SiteReader.Read(o, diagnostics);
        _objects.Add(o);
    }

    /// <summary>A common symbol becomes a zeroed section of its own, on both ISAs the same one.</summary>
    private void AllocateCommons()
    {
        InputObject commons = new("COMMON");
        foreach (string name in _symbols.SelectMany(t => t.Values).Where(s => s.State == SymbolState.Common).Select(s => s.Name).Distinct().Order(StringComparer.Ordinal))
        {
            Symbol?[] all = [.. Target.All.Select(t => Find(t.Index, name) is { State: SymbolState.Common } s ? s : null)];
            InputSection?[] sections = new InputSection?[all.Length];
            foreach (Symbol? s in all)
            {
                if (s is null) continue;
                s.Section = new InputSection(s.Half!, ".bss." + name, SHT_NOBITS, SHF_ALLOC | SHF_WRITE, s.Size, s.Align, default);
                s.State = SymbolState.Defined;
                sections[s.Half!.Target.Index] = s.Section;
            }
            SectionPair pair = new(commons, sections[0], sections[1], all.All(s => s is not null));
            foreach (InputSection? s in sections)
            {
                if (s is not null) s.Pair = pair;
            }
            commons.Pairs.Add(pair);
        }
        if (commons.Pairs.Count > 0) _objects.Add(commons);
    }

    /// <summary>The index an archive without one would have.</summary>
    private List<(string, ArchiveMember)> MakeIndex(string name, Archive archive)
    {
        List<(string, ArchiveMember)> index = [];
        foreach (ArchiveMember m in archive.Members)
        {
            if (!ElfHeader.IsElf(m.Content.Span)) continue;
            if (ElfFile.Read(m.Content, out string? error) is not { } elf)
            {
                diagnostics.DamagedObject($"{name}({m.Name})", error!);
                continue;
            }
            if (elf.Sections.FirstOrDefault(s => s.Header.Type == SHT_SYMTAB) is not { } table || table.Header.Link >= elf.Sections.Count) continue;
            ReadOnlySpan<byte> entries = elf.Content(table).Span, names = elf.Content(elf.Sections[(int)table.Header.Link]).Span;
            for (int i = 0; i + SymSize <= entries.Length; i += SymSize)
            {
                SymbolEntry e = SymbolEntry.Read(entries[i..]);
                if (e.Binding != STB_LOCAL && e.Section != SHN_UNDEF && ElfFile.StringAt(names, e.Name) is { } symbol) index.Add((symbol, m));
            }
        }
        return index;
    }

    /// <summary>An archive member that was not read yet.</summary>
    private sealed class LazyMember(string name, ReadOnlyMemory<byte> content)
    {
        private bool _isRead;
        private bool _isFat;

        public string Name { get; } = name;

        public bool IsLoaded { get; set; }

        public ElfFile? Elf { get; private set; }

        /// <summary>Whether the member has code for an ISA. A damaged one is reported once and serves none.</summary>
        public bool Serves(int isa, LinkDiagnostics diagnostics)
        {
            if (!_isRead)
            {
                _isRead = true;
                Elf = ElfFile.Read(content, out string? error);
                if (Elf is null) diagnostics.DamagedObject(Name, error!);
                else _isFat = Elf.Find(FatObject.TwinSection) is not null;
            }
            return Elf is not null && (_isFat || Target.All[isa].Machine == Elf.Header.Machine);
        }
    }
}
