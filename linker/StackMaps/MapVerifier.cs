// Checks the finished maps against each other and against the code, after every link and by `popcorn inspect --check`: that a move at any site
// would find its frames and values, and could enter the other side. Counts and types are compared where the maps are read; here are the rules
// that hold between a site, its frame and the instructions. What is checked of a value in a register is the calling convention: only what a
// call keeps can be live behind it, and a function that uses such a register must have saved its caller's, or unwinding would lose that one's.
using PopcornCC.Linker.Relocations;
using PopcornCC.StackMap;

namespace PopcornCC.Linker.StackMaps;

/// <summary>One ISA's code: the bytes at an address, none where there is no code.</summary>
public delegate ReadOnlySpan<byte> CodeAt(ulong address);

/// <summary>Verifies one ISA's map.</summary>
public sealed class MapVerifier(NeutralMap neutral, IsaMap map, Target target, CodeAt code)
{
    /// <summary>A frame larger than this is damage: the native stack has 64 MiB.</summary>
    private const int MaxFrame = 64 << 20;

    private readonly List<string> _problems = [];
    private readonly List<SiteKind> _kinds = [.. neutral.Functions.SelectMany(f => f.Sites.Select(s => s.Kind))];

    /// <summary>Everything that is wrong; empty for a sound map.</summary>
    public IReadOnlyList<string> Run()
    {
        for (int i = 0; i < map.Rules.Count; i++)
        {
            if (WhatIsWrong(map.Rules[i]) is { } problem) Add($"unwind rule {i}: {problem}");
        }
        bool[] continued = new bool[neutral.Functions.Count];
        foreach (ReturnAddress r in map.Returns)
        {
            if (r.IsResumeCall) continued[r.Target] = true;
            if (WhatIsWrong(r) is { } problem) Add($"{Describe(r)}: {problem}");
        }
        HashSet<uint> entries = [];
        for (int f = 0; f < neutral.Functions.Count; f++)
        {
            MapFunction function = neutral.Functions[f];
            if (code(map.ResumeEntries[f]).Length < 4) Add($"'{function.Name}': its resume entry 0x{map.ResumeEntries[f]:x} is not in the text");
            else if (!entries.Add(map.ResumeEntries[f])) Add($"'{function.Name}': its resume entry is another function's too");
            if (function.Sites.Any(s => s.Kind != SiteKind.Setjmp) && !continued[f]) Add($"'{function.Name}': its resume copy never enters the next frame");
        }
        return _problems;
    }

    private void Add(string problem) => _problems.Add($"{target.Name}: {problem}");

    private string? WhatIsWrong(UnwindRule rule)
    {
        if (rule.CfaRegister != target.StackPointer && rule.CfaRegister != target.FramePointer) return $"the frame is found by register {rule.CfaRegister}";
        if (rule.CfaOffset is < 0 or > MaxFrame) return $"the frame begins at {rule.CfaOffset}";
        if (!rule.Saved.Any(s => s.Register == target.ReturnRegister)) return "the return address is not saved";
        List<SavedRegister> bySlot = [.. rule.Saved.OrderBy(s => s.Offset)];
        for (int i = 0; i < bySlot.Count; i++)
        {
            SavedRegister s = bySlot[i];
            if (s.Register != target.ReturnRegister && !target.CalleeSaved.Contains(s.Register)) return $"it saves register {s.Register}, which every call may change";
            if (rule.Saved.Count(o => o.Register == s.Register) > 1) return $"it saves register {s.Register} twice";
            if (s.Offset is >= 0 or < -MaxFrame) return $"register {s.Register} is saved outside the frame";
            if (i > 0 && s.Offset - bySlot[i - 1].Offset < 8) return $"the slots of registers {bySlot[i - 1].Register} and {s.Register} overlap";
        }
        return null;
    }

    private string? WhatIsWrong(ReturnAddress r)
    {
        if (code(r.Address - 8).Length < 8 || !target.IsBehindCall(code(r.Address - 8)[..8])) return "no call stands before the return address";
        UnwindRule rule = map.Rules[r.Rule];
        bool polls = !r.IsResumeCall && _kinds[(int)r.Target] == SiteKind.Poll;
        for (int i = 0; i < r.Locations.Count; i++)
        {
            if (WhatIsWrong(r.Locations[i], rule, polls) is { } problem) return $"value {i}: {problem}";
        }
        return null;
    }

    /// <summary>The call of a poll keeps every register (docs/neutral-abi.md); a register that the caller kept has to be saved there too.</summary>
    private string? WhatIsWrong(ValueLocation l, UnwindRule rule, bool polls)
    {
        switch (l.Kind)
        {
            case LocationKind.Register when l.Size > 8 && !polls:
                return $"no register keeps {l.Size} bytes across a call";
            case LocationKind.Register or LocationKind.Memory or LocationKind.MemoryAddress:
                if (l.Register == rule.CfaRegister && l.Kind != LocationKind.Register) return null;
                if (!target.CalleeSaved.Contains(l.Register)) return polls ? null : $"register {l.Register} does not outlive a call";
                return rule.Saved.Any(s => s.Register == l.Register) ? null : $"register {l.Register} is used, but the caller's value of it is not saved";
            case LocationKind.Frame or LocationKind.FrameAddress:
                if (l.Value is < -MaxFrame or > MaxFrame) return "it is not in the frame";
                int size = l.Kind == LocationKind.Frame ? l.Size : 1;
                foreach (SavedRegister s in rule.Saved)
                {
                    if (l.Value < s.Offset + 8 && l.Value + size > s.Offset) return $"it is where register {s.Register} is saved";
                }
                return null;
            default:
                return null;
        }
    }

    private string Describe(ReturnAddress r)
    {
        string at = $"at 0x{r.Address:x}";
        if (r.IsResumeCall) return $"'{neutral.Functions[(int)r.Target].Name}', the resume call {at}";
        uint first = 0;
        foreach (MapFunction f in neutral.Functions)
        {
            if (r.Target - first < f.Sites.Count)
            {
                ushort line = f.Sites[(int)(r.Target - first)].Line;
                return $"'{f.Name}', site {r.Target - first}{(line is 0 or ushort.MaxValue ? "" : $" (line {line})")} {at}";
            }
            first += (uint)f.Sites.Count;
        }
        return at;
    }
}
