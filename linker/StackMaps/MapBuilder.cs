// From LLVM's stack maps, the frame tables and `.popcorn.sites` to the compact maps (docs/stackmap-format.md), once text has its addresses.
// Everything is checked against the neutral part, which both ISAs share: so the ISAs are checked against each other.
using PopcornCC.Linker.Elf;
using PopcornCC.Linker.Relocations;
using PopcornCC.Linker.Symbols;
using PopcornCC.StackMap;

namespace PopcornCC.Linker.StackMaps;

/// <summary>Builds the neutral map, then each ISA's.</summary>
internal sealed class MapBuilder
{
    private readonly LinkDiagnostics _diagnostics;
    private readonly SymbolTable _table;
    private readonly List<(InputObject Object, SiteOwner Owner)> _functions = [];
    private readonly Dictionary<SiteOwner, uint> _index = new(ReferenceEqualityComparer.Instance);
    private readonly List<uint> _firstSite = [];

    public MapBuilder(SymbolTable table, LinkDiagnostics diagnostics)
    {
        _table = table;
        _diagnostics = diagnostics;
        foreach (InputObject o in table.Objects)
        {
            foreach (SiteOwner owner in o.Sites)
            {
                if (!owner.Functions[0].Section!.IsLive) continue;
                if (owner.Functions[0].Address != owner.Functions[1].Address)
                    diagnostics.SitesDiffer(o.Name, owner.Name, "it has sites, but no section of its own, and so no common address");
                _functions.Add((o, owner));
            }
        }
        _functions.Sort((a, b) => a.Owner.Functions[0].Address.CompareTo(b.Owner.Functions[0].Address));
        List<MapFunction> map = [];
        uint sites = 0;
        for (int i = 0; i < _functions.Count; i++)
        {
            SiteOwner owner = _functions[i].Owner;
            SiteFunction entry = owner.Entry;
            _index[owner] = (uint)i;
            _firstSite.Add(sites);
            sites += (uint)entry.Sites.Count;
            map.Add(new MapFunction((uint)owner.Functions[0].Address, owner.Name, entry.RecordInMemory, entry.Units,
                [.. entry.Sites.Select(s => new MapSite(s.Units, (ushort)Math.Min(s.Line, ushort.MaxValue), s.Kind))], SourceOf(_functions[i].Object)));
        }
        Neutral = new NeutralMap(map);
    }

    public NeutralMap Neutral { get; }

    /// <summary>The name of the source file that an object was made from, without its folder.</summary>
    private static string SourceOf(InputObject o) =>
        Path.GetFileName(o.Halves[0]?.Symbols.FirstOrDefault(s => s.Type == ElfConstants.STT_FILE)?.Name ?? "");

    /// <summary>Builds one ISA's map.</summary>
    public IsaMap Build(Target target)
    {
        List<ReturnAddress> returns = [];
        List<UnwindRule> rules = [];
        Dictionary<UnwindRule, int> known = [];
        foreach (InputObject o in _table.Objects)
        {
            if (o.Sites.Count == 0 || o.Halves[target.Index] is not { } half) continue;
            Dictionary<uint, SiteOwner> byOrdinal = [];
            foreach (SiteOwner owner in o.Sites) byOrdinal[owner.Entry.Ordinal] = owner;
            foreach (InputSection? s in half.Sections)
            {
                if (s is { Name: ".llvm_stackmaps" }) AddSection(s, byOrdinal, returns, rules, known);
            }
        }
        returns.Sort((a, b) => a.Address.CompareTo(b.Address));
        return new IsaMap(target.Machine, [.. _functions.Select(f => (uint)f.Owner.Resumes[target.Index].Address)], returns, rules);
    }

    private void AddSection(InputSection s, Dictionary<uint, SiteOwner> byOrdinal, List<ReturnAddress> returns, List<UnwindRule> rules, Dictionary<UnwindRule, int> known)
    {
        InputHalf half = s.Half;
        if (LlvmStackMap.Read(s.Content.Span, out string? error) is not { } map)
        {
            _diagnostics.BadStackMap(half.Owner.Name, half.Target.Name, error!);
            return;
        }
        Dictionary<ulong, RelocationEntry> at = [];
        foreach (RelocationEntry r in s.Relocations) at[r.Offset] = r;
        foreach (StackMapFunction f in map.Functions)
        {
            if (!at.TryGetValue((ulong)f.AddressOffset, out RelocationEntry r) || half.Symbols[r.Symbol] is not { Section: { } section } symbol)
            {
                _diagnostics.BadStackMap(half.Owner.Name, half.Target.Name, $"the function at offset {f.AddressOffset} is not relocated");
                continue;
            }
            if (!section.IsLive) continue;
            FunctionPlace place = new(section, symbol.Value + (ulong)r.Addend, f.StackSize);
            foreach (StackMapRecord record in f.Records)
            {
                if (Convert(record, place, byOrdinal, out UnwindRule? rule) is not { } converted) continue;
                if (!known.TryGetValue(rule!, out int index))
                {
                    known[rule!] = index = rules.Count;
                    rules.Add(rule!);
                    if (index > ushort.MaxValue) _diagnostics.TooLarge("the table of unwind rules");
                }
                returns.Add(converted with { Rule = index });
            }
        }
    }

    /// <summary>A function's code: its section, its offset in it, and the size LLVM gives its frame.</summary>
    private sealed record FunctionPlace(InputSection Section, ulong Offset, ulong StackSize);

    private ReturnAddress? Convert(StackMapRecord record, FunctionPlace place, Dictionary<uint, SiteOwner> byOrdinal, out UnwindRule? rule)
    {
        InputHalf half = place.Section.Half;
        Target target = half.Target;
        bool inMemory = (record.Id & SiteTable.InMemory) != 0;
        uint ordinal = (uint)(record.Id >> 20), number = (uint)record.Id & SiteTable.ResumeSite;
        bool resume = number == SiteTable.ResumeSite;
        rule = null;
        if (record.Id >> 53 != 0 || !byOrdinal.TryGetValue(ordinal, out SiteOwner? owner) || (!resume && number >= owner.Entry.Sites.Count))
        {
            _diagnostics.BadStackMap(half.Owner.Name, target.Name, $"a record in {place.Section.Name} has the id 0x{record.Id:x}, which .popcorn.sites does not list");
            return null;
        }
        // A jump table shared by the object's functions may keep the resume copy of a function that nothing calls: it is never entered.
        if (!_index.TryGetValue(owner, out uint index)) return null;
        MapFunction function = Neutral.Functions[(int)index];
        IReadOnlyList<int> sizes = resume ? function.ResumeOperandSizes(inMemory) : function.SiteOperandSizes((int)number, inMemory);
        string site = resume ? "the resume call" : $"site {number}";
        ReturnAddress? Fail(string reason)
        {
            _diagnostics.BadSite(half.Owner.Name, target.Name, owner.Name, site, reason);
            return null;
        }

        if (record.DeoptOperands() is not { } operands) return Fail("the record is not a statepoint's");
        if (operands.Count != sizes.Count) return Fail($"the stack map has {operands.Count} live values, .popcorn.sites has {sizes.Count}");
        ulong pc = place.Offset + record.InstructionOffset;
        // The rule in force at the call itself: the instruction before the return address.
        if (place.Section.Frames.FirstOrDefault(f => pc > f.FunctionOffset && pc - f.FunctionOffset <= f.Fde.Range) is not { } frame)
            return Fail("the frame table does not cover it");
        rule = FrameProgram.RuleAt(frame.Fde, pc - frame.FunctionOffset - 1, out string? error);
        if (rule is null) return Fail(error!);
        if (rule.WhyItDoesNotFit() is { } why) return Fail(why);
        if (!rule.Saved.Any(s => s.Register == frame.Fde.Cie.ReturnRegister)) return Fail("the return address is not saved");

        ValueLocation[] locations = new ValueLocation[operands.Count];
        for (int i = 0; i < locations.Length; i++)
        {
            if (Location(operands[i], sizes[i], inMemory, rule, place, target, out locations[i]) is { } reason) return Fail($"value {i}: {reason}");
        }
        uint to = resume ? _index[owner] : _firstSite[(int)_index[owner]] + number;
        return new ReturnAddress((uint)(place.Section.Address + pc), resume, to, 0, inMemory, locations);
    }

    /// <summary>Turns one of LLVM's locations into ours: what is at a fixed distance from the stack pointer becomes CFA-relative.</summary>
    private static string? Location(StackMapLocation l, int size, bool inMemory, UnwindRule rule, FunctionPlace place, Target target, out ValueLocation location)
    {
        location = default;
        bool address = l.Kind == StackMapLocationKind.Direct;
        switch (l.Kind)
        {
            case StackMapLocationKind.Constant:
                bool fits = l.Value is >= int.MinValue and <= int.MaxValue;
                location = new ValueLocation(fits ? LocationKind.Constant : LocationKind.WideConstant, (byte)size, 0, l.Value);
                return null;
            case StackMapLocationKind.Register:
                if (l.Size < size) return $"a value of {size} bytes is in a register of {l.Size}";
                if (l.Register > 255) return $"register {l.Register} is unknown";
                location = new ValueLocation(LocationKind.Register, (byte)size, (byte)l.Register, 0);
                return null;
            case StackMapLocationKind.Direct or StackMapLocationKind.Indirect:
                if (address && !inMemory) return "it is the address of a stack object, which belongs on the data stack";
                if (!address && l.Size < size) return $"a value of {size} bytes is in a slot of {l.Size}";
                if (l.Register == rule.CfaRegister)
                {
                    location = new ValueLocation(address ? LocationKind.FrameAddress : LocationKind.Frame, (byte)size, 0, l.Value - rule.CfaOffset);
                    return null;
                }
                if (l.Register == target.StackPointer)
                {
                    // The CFA is kept in the frame pointer; the frame between it and the stack pointer has the size LLVM gives.
                    if (place.StackSize == StackMapFunction.DynamicStackSize) return "it is in a frame of no fixed size";
                    location = new ValueLocation(address ? LocationKind.FrameAddress : LocationKind.Frame, (byte)size, 0, l.Value - (long)place.StackSize - target.CallPushes);
                    return null;
                }
                if (l.Register > 255) return $"register {l.Register} is unknown";
                location = new ValueLocation(address ? LocationKind.MemoryAddress : LocationKind.Memory, (byte)size, (byte)l.Register, l.Value);
                return null;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }
}
