// `popcorn migrate`: asks a running program to move at its next poll, by the queued signal 35 (SIGRTMIN of the program's libc) whose value
// is the node + 1, or 0 for the next node. A process that is no Popcorn program would die of that signal, so it is looked at first.
using System.Globalization;
using CommandLine;
using PopcornCC.Linker.Elf;

namespace PopcornCC.Node;

/// <summary>Options of <c>popcorn migrate</c>.</summary>
[Verb("migrate", HelpText = "Ask a running program to move to another node.")]
internal sealed class MigrateOptions
{
    [Value(0, MetaName = "PID", Required = true, HelpText = "The program's process id.")]
    public string Pid { get; set; } = "";

    [Value(1, MetaName = "NODE", Required = false, HelpText = "The node to move to; the next one if not given.")]
    public string? Node { get; set; }
}

/// <summary>Runs the verb.</summary>
internal static class MigrateCommand
{
    private const int MigrateSignal = 35;

    public static int Execute(MigrateOptions options)
    {
        if (!int.TryParse(options.Pid, NumberStyles.None, CultureInfo.InvariantCulture, out int pid) || pid <= 0) return Report.NotAPid(options.Pid);
        int value = 0;
        if (options.Node is not null)
        {
            if (!int.TryParse(options.Node, NumberStyles.None, CultureInfo.InvariantCulture, out value) || value >= RunCommand.MaxNodes) return Report.NotANode(options.Node);
            value++;
        }
        if (!Directory.Exists($"/proc/{pid}")) return Report.NoProcess(pid);
        try
        {
            if (!IsPopcorn(pid)) return Report.NotPopcorn(pid);
            if (!Catches(pid, MigrateSignal)) return Report.NotMovable(pid);
        }
        catch (UnauthorizedAccessException)
        {
            return Report.NotPermitted(pid);
        }
        catch (IOException)
        {
            return Report.NoProcess(pid);
        }
        if (Libc.sigqueue(pid, MigrateSignal, value) == 0) return 0;
        return System.Runtime.InteropServices.Marshal.GetLastPInvokeError() switch
        {
            Libc.ESRCH => Report.NoProcess(pid),
            Libc.EPERM => Report.NotPermitted(pid),
            int error => Report.CannotSignal(pid, Libc.Describe(error)),
        };
    }

    private static bool IsPopcorn(int pid)
    {
        byte[] bytes = File.ReadAllBytes($"/proc/{pid}/exe");
        return ElfFile.Read(bytes, out _) is { } elf && FatProgram.IsOurs(elf);
    }

    /// <summary>Whether the process has a handler for the signal (SigCgt in /proc/PID/status, one bit a signal from 1).</summary>
    private static bool Catches(int pid, int signal)
    {
        foreach (string line in File.ReadLines($"/proc/{pid}/status"))
        {
            if (!line.StartsWith("SigCgt:", StringComparison.Ordinal)) continue;
            ulong mask = ulong.Parse(line.AsSpan(7).Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            return (mask >> (signal - 1) & 1) != 0;
        }
        return false;
    }
}
