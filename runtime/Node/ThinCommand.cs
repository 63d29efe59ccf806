// `popcorn thin`: one ISA's half of a fat executable as an ordinary static ELF.
using CommandLine;

namespace PopcornCC.Node;

/// <summary>Options of <c>popcorn thin</c>.</summary>
[Verb("thin", HelpText = "Write a program as an ordinary executable of one ISA.")]
internal sealed class ThinOptions
{
    [Option("arch", Required = true, MetaValue = "ISA", HelpText = "x86-64 or aarch64.")]
    public string Arch { get; set; } = "";

    [Value(0, MetaName = "PROG", Required = true, HelpText = "The fat executable.")]
    public string Program { get; set; } = "";

    [Option('o', "output", Required = true, MetaValue = "OUT", HelpText = "The file to write.")]
    public string Output { get; set; } = "";
}

/// <summary>Runs the verb.</summary>
internal static class ThinCommand
{
    public static int Execute(ThinOptions options)
    {
        if (Isa.Find(options.Arch) is not { } isa) return Report.UnknownIsa(options.Arch);
        if (FatProgram.Open(options.Program) is not { } program) return 1;
        if (program.Thin(isa, out string? error) is not { } thin) return Report.BadProgram(options.Program, error!);
        try
        {
            // A file that is there may be running (ETXTBSY) or be a link to something else: it is replaced, not written into.
            string full = Path.GetFullPath(options.Output), temporary = $"{full}.{Environment.ProcessId}.tmp";
            File.WriteAllBytes(temporary, thin);
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(temporary, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupRead | UnixFileMode.GroupExecute
                    | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
            File.Move(temporary, full, overwrite: true);
            return 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Report.CannotWrite(options.Output, e is UnauthorizedAccessException ? "permission denied" : "no such directory, or no room");
        }
    }
}
