// `info` and `archs`: what a file is, and where its bytes go. Only headers, notes and the maps' heads are read.
using System.Text;
using PopcornCC.Linker.Elf;
using PopcornCC.Linker.Layout;
using static PopcornCC.Linker.Elf.ElfConstants;

namespace PopcornCC.Inspect;

/// <summary>One ISA. Sizes are of the bytes that are this ISA's own.</summary>
public sealed record IsaInfo(string Isa, int Machine, string Flags, Address? Entry, int Segments, int Sections, ulong Text, ulong PrivateText, ulong PrivateReadOnly, ulong UnwindTable, ulong IsaMap,
    ulong Debug, ulong SymbolTable, int? ReturnAddresses, int? UnwindRules);

/// <summary>What both ISAs use.</summary>
public sealed record SharedInfo(ulong ReadOnly, ulong NeutralMap, ulong Data, ulong Zero, ulong Private);

/// <summary>The answer of `info`.</summary>
public sealed record InfoReport(string Kind, ulong FileSize, int? FormatVersion, string? BuildId, string? Compiler, bool HasDebugInfo, bool HasSymbols, int? Functions, uint? Sites,
    ulong? ThreadLocal, SharedInfo Shared, IReadOnlyList<IsaInfo> Isas) : FileReport
{
    /// <summary>Reads it; damage in a part leaves that part out.</summary>
    public static InfoReport Read(InspectedFile file)
    {
        Half first = file.Halves[0];
        ProgramMaps? maps = file.IsExecutable ? ProgramMaps.Open(file, out _) : null;
        List<IsaInfo> isas = [];
        foreach (Half half in file.Halves)
        {
            ulong Own(Func<HalfSection, bool> wanted) => half.Sections.Where(s => (!s.IsShared || !file.IsExecutable) && s.Header.Type != SHT_NOBITS && wanted(s)).Aggregate(0ul, (n, s) => n + s.Header.Size);
            bool Text(HalfSection s) => (s.Header.Flags & SHF_EXECINSTR) != 0 || s.Name is ".text" or ".text.private";
            bool PrivateText(HalfSection s) => s.Name is ".text.private" || s.Name.StartsWith(".text.resume", StringComparison.Ordinal);
            var map = maps?.Isas.FirstOrDefault(i => i.Half == half).Header;
            isas.Add(new IsaInfo(half.Target.Key, half.Target.Machine, $"0x{half.Header.Flags:x}", file.IsExecutable ? new Address(half.Header.Entry) : null, half.Segments.Count, half.Sections.Count,
                Own(s => Text(s) && !PrivateText(s)), Own(PrivateText), Own(s => s.Name is ".rodata.private" or ".got"), Own(s => s.Name == ".eh_frame"),
                Own(s => s.Name is ".popcorn.isa_map" or ".llvm_stackmaps"), Own(s => s.Name.StartsWith(".debug_", StringComparison.Ordinal)), Own(s => s.Name is ".symtab"),
                map?.Returns, map?.Rules));
        }
        ulong Sum(Func<HalfSection, bool> wanted) => file.IsExecutable ? first.Sections.Where(wanted).Aggregate(0ul, (n, s) => n + s.Header.Size) : 0;
        SharedInfo shared = new(Sum(s => s.Name.StartsWith(".rodata", StringComparison.Ordinal) && s.Name != ".rodata.private"), Sum(s => s.Name == ".popcorn.map"),
            Sum(s => s.Name is ".data" or ".tdata" or ".init_array" or ".fini_array"), Sum(s => s.Name is ".bss"), Sum(s => s.Name.StartsWith(".popcorn.private", StringComparison.Ordinal)));
        ImageRecord? image = first.Content(".popcorn.image") is { Length: > 0 } record ? ImageRecord.Read(record.Span) : null;
        return new InfoReport(NameOf(file.Kind), (ulong)file.Bytes.Length, ReadVersion(first), ReadBuildId(first), ReadCompiler(first), file.Halves.Any(h => h.Find(".debug_info") is not null),
            file.Halves.Any(h => h.Find(".symtab") is not null), maps?.FunctionCount, maps?.SiteCount, image?.TlsSize, shared, isas);
    }

    /// <summary>The kind of a file, for people and for JSON.</summary>
    public static string NameOf(FileKind kind) => kind switch
    {
        FileKind.FatExecutable => "fat executable",
        FileKind.ThinExecutable => "thin executable",
        FileKind.FatObject => "fat object",
        FileKind.ForeignObject => "foreign object",
        FileKind.Archive => "archive",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string? ReadBuildId(Half half)
    {
        ReadOnlySpan<byte> note = half.Content(".note.gnu.build-id").Span;
        return note.Length < 36 ? null : Convert.ToHexStringLower(note.Slice(16, 20));
    }

    private static int? ReadVersion(Half half)
    {
        ReadOnlySpan<byte> note = half.Content(FatObject.NoteSection).Span;
        return note.Length < 28 || !note.StartsWith(FatObject.Note().AsSpan(0, 24)) ? null : System.Buffers.Binary.BinaryPrimitives.ReadInt32LittleEndian(note[24..]);
    }

    /// <summary>What the compilers left in `.comment`, each once.</summary>
    private static string? ReadCompiler(Half half)
    {
        string[] all = [.. Encoding.UTF8.GetString(half.Content(".comment").Span).Split('\0', StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)];
        return all.Length == 0 ? null : string.Join("; ", all);
    }
}

/// <summary>The answer of `archs`.</summary>
public sealed record ArchsReport(string Kind, IReadOnlyList<string> Archs) : FileReport
{
    public static ArchsReport Read(InspectedFile file) => new(InfoReport.NameOf(file.Kind), [.. file.Halves.Select(h => h.Target.Key)]);
}
