// The maps as text, for `popcorn inspect` and for goldens.
using System.Text;

namespace PopcornCC.StackMap;

/// <summary>Prints maps.</summary>
public static class MapDump
{
    /// <summary>Functions, their record layout and sites, and under each site what each of the given ISA maps says.</summary>
    public static string Print(NeutralMap neutral, params IReadOnlyList<IsaMap> isas)
    {
        StringBuilder text = new();
        var returns = isas.Select(isa => isa.Returns.ToLookup(r => (r.IsResumeCall, r.Target))).ToArray();
        uint first = 0;
        for (int f = 0; f < neutral.Functions.Count; f++)
        {
            MapFunction function = neutral.Functions[f];
            text.Append($"{function.Name} at 0x{function.Address:x}{(function.RecordInMemory ? ", record in memory" : "")}\n");
            text.Append($"  units: {string.Join(' ', function.Units.Select(Name))}\n");
            for (int n = 0; n < function.Sites.Count; n++)
            {
                MapSite site = function.Sites[n];
                text.Append($"  site {n} ({Name(site.Kind)}, line {site.Line}): {string.Join(' ', site.Units.Select(u => $"%{u}"))}\n");
                for (int i = 0; i < isas.Count; i++) PrintReturns(text, isas[i], returns[i][(false, first + (uint)n)]);
            }
            text.Append("  resume\n");
            for (int i = 0; i < isas.Count; i++)
            {
                text.Append($"    {Isa(isas[i])} entry 0x{isas[i].ResumeEntries[f]:x}\n");
                PrintReturns(text, isas[i], returns[i][(true, (uint)f)]);
            }
            first += (uint)function.Sites.Count;
        }
        return text.ToString();
    }

    /// <summary>A location as text, with the ISA's register names.</summary>
    public static string Describe(ValueLocation l, ushort machine) => l.Kind switch
    {
        LocationKind.Register => $"{RegisterName(l.Register, machine)}:{l.Size}",
        LocationKind.Memory => $"[{RegisterName(l.Register, machine)}{l.Value:+0;-0;+0}]:{l.Size}",
        LocationKind.FrameAddress => $"cfa{l.Value:+0;-0;+0}",
        LocationKind.MemoryAddress => $"{RegisterName(l.Register, machine)}{l.Value:+0;-0;+0}",
        LocationKind.Frame => $"[cfa{l.Value:+0;-0;+0}]:{l.Size}",
        _ => $"={l.Value}:{l.Size}",
    };

    /// <summary>An unwind rule as text.</summary>
    public static string Describe(UnwindRule rule, ushort machine) =>
        $"cfa={RegisterName(rule.CfaRegister, machine)}{rule.CfaOffset:+0;-0;+0}"
        + string.Concat(rule.Saved.Select(s => $" {RegisterName(s.Register, machine)}@{s.Offset:+0;-0;+0}"));

    /// <summary>The assembler's name of a DWARF register number (x86-64 psABI figure 3.36; AArch64 DWARF ABI section 4.1).</summary>
    public static string RegisterName(int number, ushort machine)
    {
        if (machine == 62)
        {
            string[] names = ["rax", "rdx", "rcx", "rbx", "rsi", "rdi", "rbp", "rsp", "r8", "r9", "r10", "r11", "r12", "r13", "r14", "r15", "ra"];
            if (number < names.Length) return names[number];
            return number <= 32 ? $"xmm{number - 17}" : $"r#{number}";
        }
        return number switch
        {
            31 => "sp",
            < 31 => $"x{number}",
            >= 64 and < 96 => $"v{number - 64}",
            _ => $"r#{number}",
        };
    }

    private static void PrintReturns(StringBuilder text, IsaMap isa, IEnumerable<ReturnAddress> returns)
    {
        foreach (ReturnAddress r in returns)
        {
            text.Append($"    {Isa(isa)} 0x{r.Address:x} {Describe(isa.Rules[r.Rule], isa.Machine)} |");
            foreach (ValueLocation l in r.Locations) text.Append(' ').Append(Describe(l, isa.Machine));
            text.Append('\n');
        }
    }

    private static string Isa(IsaMap isa) => isa.Machine == 62 ? "x86-64" : "aarch64";

    private static string Name(SiteKind kind) => kind switch
    {
        SiteKind.Call => "call",
        SiteKind.Poll => "poll",
        SiteKind.NoReturn => "noreturn",
        SiteKind.Setjmp => "setjmp",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string Name(UnitType type) => type switch
    {
        UnitType.I32 => "i32",
        UnitType.I64 => "i64",
        UnitType.Pointer => "ptr",
        UnitType.Float => "float",
        UnitType.Double => "double",
        UnitType.Vector => "v16",
        UnitType.VectorUpper => "-",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
