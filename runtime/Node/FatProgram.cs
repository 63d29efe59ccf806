// A fat executable on disk, as the verbs need it: read once, checked, and taken apart.
using PopcornCC.Linker.Elf;
using PopcornCC.Linker.Relocations;

namespace PopcornCC.Node;

/// <summary>A file that was linked by popcorn-cc.</summary>
internal sealed class FatProgram
{
    private FatProgram(byte[] bytes, ElfFile elf)
    {
        Bytes = bytes;
        Elf = elf;
    }

    public byte[] Bytes { get; }

    public ElfFile Elf { get; }

    /// <summary>Opens a program; what is wrong is reported, and the result is null then.</summary>
    public static FatProgram? Open(string path)
    {
        if (Directory.Exists(path))
        {
            Report.IsDirectory(path);
            return null;
        }
        if (!File.Exists(path))
        {
            Report.NotFound(path);
            return null;
        }
        FatProgram? program = Open(path, out string? error);
        if (program is null) Report.BadProgram(path, error!);
        return program;
    }

    /// <summary>Opens a program without reporting; null with the reason when it cannot be.</summary>
    public static FatProgram? Open(string path, out string? error)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            error = "cannot be read";
            return null;
        }
        if (ElfFile.Read(bytes, out error) is not { } elf) return null;
        error = IsOurs(elf) ? null : "not a program built by popcorn-cc";
        return error is null ? new FatProgram(bytes, elf) : null;
    }

    /// <summary>Whether the file, fat or thin, carries our note.</summary>
    public static bool IsOurs(ElfFile elf) => elf.Header.Type == ElfConstants.ET_EXEC && elf.Find(FatObject.NoteSection) is not null;

    /// <summary>Whether the program has a part for the ISA.</summary>
    public bool Has(Isa isa) => FatExecutable.Headers(Elf, TargetOf(isa)) is not null;

    /// <summary>The ISA's part as an ordinary ELF; null with the reason when there is none.</summary>
    public byte[]? Thin(Isa isa, out string? error) => FatExecutable.Thin(Bytes, TargetOf(isa), out error);

    /// <summary>
    /// A descriptor of an unnamed file with the ISA's part, inherited by processes started from here; -1 with the reason when there is none.
    /// It has no name in any folder, so nothing can be left behind.
    /// </summary>
    public int OpenThin(Isa isa, out string? error)
    {
        if (Thin(isa, out error) is not { } thin) return -1;
        int fd = Libc.memfd_create("popcorn-thin", 0);
        if (fd < 0)
        {
            error = Libc.LastError();
            return -1;
        }
        using FileStream stream = new($"/proc/self/fd/{fd}", FileMode.Open, FileAccess.Write);
        stream.Write(thin);
        return fd;
    }

    private static Target TargetOf(Isa isa) => Target.All.First(t => t.Machine == isa.Machine);
}
