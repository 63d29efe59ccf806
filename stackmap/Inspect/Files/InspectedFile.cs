// A file as the verbs of `popcorn inspect` see it: what kind it is, and its halves, one an ISA. Opening looks at headers only; everything else is
// read when a verb asks for it. The input is untrusted: what is damaged gives a reason, never an exception.
using PopcornCC.Linker.Elf;
using PopcornCC.Linker.Relocations;
using static PopcornCC.Linker.Elf.ElfConstants;

namespace PopcornCC.Inspect;

/// <summary>What a file is.</summary>
public enum FileKind
{
    FatExecutable,
    ThinExecutable,
    FatObject,
    ForeignObject,
    Archive,
}

/// <summary>An opened file, or a member of an archive.</summary>
public sealed class InspectedFile : IDisposable
{
    private readonly IDisposable? _mapping;

    private InspectedFile(string name, FileKind kind, ReadOnlyMemory<byte> bytes, IReadOnlyList<Half> halves, IReadOnlyList<ArchiveMember> members, IDisposable? mapping)
    {
        Name = name;
        Kind = kind;
        Bytes = bytes;
        Halves = halves;
        Members = members;
        _mapping = mapping;
    }

    /// <summary>The path it was opened by, or the member's name.</summary>
    public string Name { get; }

    public FileKind Kind { get; }

    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>The ISAs it holds, x86-64 first; none for an archive.</summary>
    public IReadOnlyList<Half> Halves { get; }

    /// <summary>An archive's members, not yet looked into.</summary>
    public IReadOnlyList<ArchiveMember> Members { get; }

    public bool IsExecutable => Kind is FileKind.FatExecutable or FileKind.ThinExecutable;

    /// <summary>Opens a file on disk; null with the reason when it is none that popcorn-cc made or links.</summary>
    public static InspectedFile? Open(string path, out string? error)
    {
        if (MappedFile.Open(path, out IDisposable? mapping, out error) is not { } bytes) return null;
        InspectedFile? file = Read(path, bytes, mapping, out error);
        if (file is null) mapping?.Dispose();
        return file;
    }

    /// <summary>Looks at bytes in memory.</summary>
    public static InspectedFile? Read(string name, ReadOnlyMemory<byte> bytes, out string? error) => Read(name, bytes, null, out error);

    public void Dispose() => _mapping?.Dispose();

    /// <summary>The half of an ISA, or null.</summary>
    public Half? Of(Target target) => Halves.FirstOrDefault(h => h.Target == target);

    private static InspectedFile? Read(string name, ReadOnlyMemory<byte> bytes, IDisposable? mapping, out string? error)
    {
        if (Archive.IsArchive(bytes.Span))
        {
            return Archive.Read(bytes, out error) is { } archive ? new InspectedFile(name, FileKind.Archive, bytes, [], archive.Members, mapping) : null;
        }
        error = "neither an ELF file nor an archive";
        if (!ElfHeader.IsElf(bytes.Span)) return null;
        if (ElfFile.Read(bytes, out error) is not { } elf) return null;
        List<Half> halves = [];
        if (elf.Header.Type == ET_EXEC)
        {
            error = "not a program built by popcorn-cc";
            if (elf.Find(FatObject.NoteSection) is null) return null;
            foreach (Target target in Target.All)
            {
                if (FatExecutable.Headers(elf, target) is { } own) halves.Add(new Half(target, elf, own.Header, own.Segments, elf.Header.Machine != target.Machine));
            }
            error = $"a program for an unknown machine ({elf.Header.Machine})";
            if (halves.Count == 0 || halves[0].Target.Machine != elf.Header.Machine) return null;
            error = null;
            return new InspectedFile(name, halves.Count > 1 ? FileKind.FatExecutable : FileKind.ThinExecutable, bytes, halves, [], mapping);
        }
        error = "neither an object nor a static executable";
        if (elf.Header.Type != ET_REL) return null;
        error = $"an object for an unknown machine ({elf.Header.Machine})";
        if (Target.All.FirstOrDefault(t => t.Machine == elf.Header.Machine) is not { } first) return null;
        halves.Add(new Half(first, elf, elf.Header, [], false));
        ElfFile? twin = FatObject.Twin(elf, out error);
        if (error is not null) return null;
        if (twin is not null) halves.Add(new Half(Target.All.First(t => t.Machine == EM_AARCH64), twin, twin.Header, [], false));
        return new InspectedFile(name, twin is null ? FileKind.ForeignObject : FileKind.FatObject, bytes, halves, [], mapping);
    }
}
