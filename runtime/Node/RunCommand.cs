// `popcorn run`: one program, several nodes.
//
// This process *becomes* the program: it starts a node server on the side and then replaces itself (execve) by the program's home process.
// So process id, exit code, fatal signals, terminal, job control, descriptors and whatever else a caller can observe are the program's own,
// and nothing has to be forwarded. The server is no child of the program (wait() must not find a stranger) and sits in a session of its
// own, so that Ctrl-C reaches the program and no other; it sees the program's end by a pidfd and takes the nodes with it.
using System.Text;
using CommandLine;

namespace PopcornCC.Node;

/// <summary>Options of <c>popcorn run</c>.</summary>
[Verb("run", HelpText = "Run a program so that it can move between nodes.")]
internal sealed class RunOptions
{
    [Option("nodes", Default = null, MetaValue = "LIST", HelpText = "ISA of each node, separated by commas; x86-64,aarch64 on an x86-64 machine.")]
    public string? Nodes { get; set; }

    [Option("log", Default = null, MetaValue = "FILE", HelpText = "Write one line a move to FILE.")]
    public string? Log { get; set; }

    [Value(0, MetaName = "PROG", Required = true, HelpText = "The program (a path) and its arguments, which are passed on untouched.")]
    public string Program { get; set; } = "";

    /// <summary>
    /// Separates our arguments (up to and with PROG) from the program's: what comes after PROG is nobody's option. Also gives the number
    /// of arguments from PROG on.
    /// </summary>
    public static (string[] Ours, int ProgramArguments) Split(string[] args)
    {
        for (int i = 1; i < args.Length; i++)
        {
            if (args[i] is "--nodes" or "--log") i++;
            else if (args[i] == "--" && i + 1 < args.Length) return (args[..(i + 2)], args.Length - i - 1);
            else if (!args[i].StartsWith('-')) return ([.. args[..i], "--", args[i]], args.Length - i);
        }
        return (args, 0);
    }
}

/// <summary>Runs the verb.</summary>
internal static unsafe class RunCommand
{
    /// <summary>The most nodes a program may have.</summary>
    public const int MaxNodes = 16;

    /// <summary>What bin/popcorn sets for .NET or this program alone.</summary>
    public static readonly string[] NotForTheProgram = ["DOTNET_EnableDiagnostics", RawProcess.OpenFiles];

    public static int Execute(RunOptions options, int argumentCount)
    {
        List<Isa> nodes = Isa.Host == Isa.X86_64 ? [Isa.X86_64, Isa.AArch64] : [Isa.AArch64, Isa.X86_64];
        if (options.Nodes is not null)
        {
            nodes.Clear();
            foreach (string name in options.Nodes.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                if (Isa.Find(name) is not { } isa) return Report.UnknownIsa(name);
                nodes.Add(isa);
            }
            if (nodes.Count == 0) return Report.NoNodes();
            if (nodes.Count > MaxNodes) return Report.TooManyNodes(MaxNodes);
        }
        if (FatProgram.Open(options.Program) is not { } program) return 1;
        foreach (Isa isa in nodes)
        {
            if (!program.Has(isa)) return Report.BadProgram(options.Program, $"it has no part for {isa.Name}");
        }
        if (!nodes[0].IsNative && nodes[0].FindEmulator() is null) return Report.NoEmulator(nodes[0].Emulator, nodes[0].Name);

        List<byte[]> arguments = RawProcess.LastArguments(argumentCount);
        string nodeList = string.Join(',', nodes.Select(n => n.Name));
        List<string> added = [$"POPCORN_NODES={nodeList}"];
        if (options.Log is not null) added.Add($"POPCORN_LOG_FILE={Path.GetFullPath(options.Log)}");
        if (nodes.Count > 1)
        {
            string? error = StartServer(nodeList, options.Program, arguments, out string control);
            if (error is not null) return Report.CannotStart("the node server", error);
            added.Add($"POPCORN_CONTROL={control}");
        }
        List<byte[]> environment = RawProcess.EnvironmentWith([.. NotForTheProgram, "POPCORN_CONTROL", "POPCORN_CONNECT", "POPCORN_NID"], added);
        return BecomeHome(program, nodes[0], options.Program, arguments, environment);
    }

    private static int BecomeHome(FatProgram program, Isa isa, string path, List<byte[]> arguments, List<byte[]> environment)
    {
        // The fat file is itself an executable of x86-64; for all else the ISA's half goes into a file that has no name.
        if (isa == Isa.X86_64 && isa.IsNative)
        {
            string file = path.Contains('/') ? path : "./" + path;
            return Report.CannotStart(path, Libc.Describe(RawProcess.Replace(file, arguments, environment)));
        }
        int fd = program.OpenThin(isa, out string? error);
        if (fd < 0) return Report.CannotStart(path, error!);
        (string executable, List<byte[]> full) = NodeCommand.For(isa, fd, arguments);
        return Report.CannotStart(path, Libc.Describe(RawProcess.Replace(executable, full, environment)));
    }

    /// <summary>Makes the control socket and starts the server that will listen on it; returns what went wrong, if anything.</summary>
    private static string? StartServer(string nodeList, string path, List<byte[]> arguments, out string control)
    {
        control = "";
        // An abstract address: whatever happens to whom, no file is left. The server accepts the program's process only.
        // Listening starts here, so the program can connect before the server is up; the server inherits the descriptor, the program does not.
        int listener = Libc.socket(Libc.AF_UNIX, Libc.SOCK_STREAM, 0);
        for (int attempt = 0; ; attempt++)
        {
            string name = $"popcorn-run-{Environment.ProcessId}-{attempt}";
            control = "@" + name;
            byte[] address = [Libc.AF_UNIX, 0, 0, .. Encoding.UTF8.GetBytes(name)];
            fixed (byte* a = address)
            {
                if (listener >= 0 && Libc.bind(listener, a, (uint)address.Length) == 0 && Libc.listen(listener, 4) == 0) break;
            }
            if (listener < 0 || attempt == 99) return Libc.LastError();
        }
        int home = Libc.PidFd(Environment.ProcessId);
        if (home < 0) return Libc.LastError();
        Libc.fcntl(home, Libc.F_SETFD, 0);

        // The shell puts the server in the background and ends: an orphan of its own session, adopted by init.
        List<byte[]> command =
        [
            .. new[] { "sh", "-c", "\"$@\" &", "sh" }.Concat(ThisProgram()).Concat(["serve-nodes", $"{listener}", $"{home}",
                $"{Environment.ProcessId}", nodeList, path]).Select(Libc.CString),
            .. arguments,
        ];
        int error = RawProcess.Spawn("/bin/sh", command, RawProcess.EnvironmentWith([], []), newSession: true, out int shell);
        if (error != 0) return Libc.Describe(error);
        while (Libc.waitpid(shell, out _, 0) < 0 && System.Runtime.InteropServices.Marshal.GetLastPInvokeError() == Libc.EINTR) { }
        Libc.close(listener);
        Libc.close(home);
        return null;
    }

    // How this program is started once more: as built, through the launcher that `dotnet tool install` makes, or by `dotnet popcorn.dll`.
    private static string[] ThisProgram()
    {
        string built = Path.Combine(AppContext.BaseDirectory, "popcorn");
        if (File.Exists(built)) return [built];
        string process = Environment.ProcessPath ?? "dotnet";
        return Path.GetFileNameWithoutExtension(process) == "dotnet" ? [process, built + ".dll"] : [process];
    }
}
