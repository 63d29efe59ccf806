// `popcorn strip` (bin/popcorn-strip): GNU strip's command line. Fat executables are stripped here; objects and archives are handed to the ordinary strip, but only ever lose their debugging
// sections: what else it would take away from an object its AArch64 half or its stack maps still refer to.
using System.Diagnostics;
using PopcornCC.Linker.Elf;

namespace PopcornCC.Node;

/// <summary>Strips files.</summary>
internal static class StripCommand
{
    public const string Usage = """
        Usage: popcorn-strip [options] FILE...

        Removes symbols and debugging information from executables of popcorn-cc, of both ISAs. Objects and archives lose their debugging information only.
          -s --strip-all                 symbols and debugging information (the default)
          -g -S -d --strip-debug         debugging information only
          -x -X --strip-unneeded ...     other options of GNU strip are taken for -g
          -o FILE                        write FILE instead of the input
          -p -v -K SYMBOL -N SYMBOL -R SECTION   are accepted and change nothing

        """;

    public static int Execute(string[] arguments)
    {
        List<string> files = [];
        string? output = null;
        bool debugOnly = false;
        for (int i = 0; i < arguments.Length; i++)
        {
            switch (arguments[i])
            {
                case "--help":
                    Console.Write(Usage);
                    return 0;
                case "-V" or "--version":
                    Console.WriteLine($"popcorn-strip (PopcornCC) {typeof(StripCommand).Assembly.GetName().Version!.ToString(3)}");
                    return 0;
                case "-s" or "--strip-all":
                    debugOnly = false;
                    break;
                case "-g" or "-S" or "-d" or "--strip-debug" or "-x" or "-X" or "--strip-unneeded" or "--discard-all" or "--discard-locals" or "--strip-dwo":
                    debugOnly = true;
                    break;
                case "-p" or "--preserve-dates" or "-v" or "--verbose" or "-D" or "-U" or "--enable-deterministic-archives" or "--disable-deterministic-archives" or "-w" or "--wildcard":
                    break;
                case "-K" or "-N" or "-R" or "-F" or "-I" or "-O" or "-o" when i + 1 >= arguments.Length:
                    return Report.WrongUsage($"option '{arguments[i]}' needs an argument");
                case "-o":
                    output = arguments[++i];
                    break;
                case "-K" or "-N" or "-R" or "-F" or "-I" or "-O":
                    i++;
                    break;
                case string a when a.StartsWith("--remove-section=", StringComparison.Ordinal) || a.StartsWith("--keep-symbol=", StringComparison.Ordinal) || a.StartsWith("--strip-symbol=", StringComparison.Ordinal):
                    break;
                case string a when a.StartsWith("--output-file=", StringComparison.Ordinal):
                    output = a["--output-file=".Length..];
                    break;
                case ['-', ..]:
                    return Report.WrongUsage($"unrecognized option '{arguments[i]}'");
                default:
                    files.Add(arguments[i]);
                    break;
            }
        }
        if (files.Count == 0) return Report.WrongUsage("a file to strip is missing");
        if (output is not null && files.Count > 1) return Report.WrongUsage("-o is for one file");
        return files.Max(f => Strip(f, output ?? f, debugOnly));
    }

    private static int Strip(string path, string output, bool debugOnly)
    {
        byte[] file;
        try
        {
            file = File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return e is UnauthorizedAccessException ? Report.Unreadable(path, "permission denied") : Report.NotFound(path);
        }
        if (Archive.IsArchive(file) || (ElfFile.Read(file, out _) is { } elf && elf.Header.Type == ElfConstants.ET_REL)) return Ordinary(path, output);
        if (FatStripper.Strip(file, debugOnly, out string? error) is not { } stripped) return Report.BadProgram(path, error!);
        try
        {
            string full = Path.GetFullPath(output), temporary = $"{full}.{Environment.ProcessId}.tmp";
            File.WriteAllBytes(temporary, stripped);
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(temporary, File.GetUnixFileMode(path));
            File.Move(temporary, full, overwrite: true);
            return 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Report.CannotWrite(output, e is UnauthorizedAccessException ? "permission denied" : "no such directory, or no room");
        }
    }

    private static int Ordinary(string path, string output)
    {
        try
        {
            using Process strip = Process.Start("strip", path == output ? ["--strip-debug", path] : ["--strip-debug", "-o", output, path]);
            strip.WaitForExit();
            return strip.ExitCode;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return Report.Unreadable(path, "it is no executable, and there is no strip for objects (binutils) on the PATH");
        }
    }
}
