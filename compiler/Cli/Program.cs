// popcorn-cc: a C compiler with gcc's command line that makes one fat binary for x86-64 and AArch64, able to migrate between them while it runs.
using PopcornCC.Llvm;

namespace PopcornCC.Cli;

/// <summary>The entry point.</summary>
public static class Program
{
    /// <summary>Stack of the thread that compiles, in bytes: a deep expression is deep recursion.</summary>
    public const int StackSize = 256 << 20;

    /// <summary>Runs the compiler.</summary>
    public static int Main(string[] args)
    {
        int result = 1;
        Thread thread = new(() => result = Guarded(args), StackSize);
        thread.Start();
        thread.Join();
        return result;
    }

    // A terminal that shows colours, and nobody who objects: https://no-color.org and gcc's GCC_COLORS, empty.
    private static bool WantsColor() =>
        !Console.IsErrorRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && Environment.GetEnvironmentVariable("GCC_COLORS") != ""
        && Environment.GetEnvironmentVariable("TERM") is not (null or "" or "dumb");

    private static int Guarded(string[] args)
    {
        ErrorOutput output = new(Console.Error, color: WantsColor());
        try
        {
            return Run(args, output);
        }
        catch (LlvmNotFoundException e)
        {
            output.Error(e.Message, "PCC4130");
            return 1;
        }
        catch (Exception e) when (Environment.GetEnvironmentVariable("POPCORN_DEBUG") is null)
        {
            // A bug of ours; never a stack trace for a user who did not ask for one.
            output.Error($"internal error: {e.Message.Split('\n')[0]} ({e.GetType().Name}); set POPCORN_DEBUG=1 for details, and please report it", "PCC4199");
            return 1;
        }
    }

    /// <summary>Does what the arguments say; the result is the exit code.</summary>
    public static int Run(string[] args, ErrorOutput output)
    {
        if (Help.Answer(args) is string answer)
        {
            Console.Out.Write(answer);
            return 0;
        }
        if (args is ["--build-libc", ..])
        {
            if (Sysroot.CheckoutRoot() is string root) return new LibcBuilder(root, output, args.Length > 2 ? args[2..] : []).Run(args.Length > 1 ? args[1] : null);
            output.Error("--build-libc works only in a checkout", "PCC4123");
            return 1;
        }
        (DriverOptions options, IReadOnlyList<CommandLineError> errors) = CommandLine.Parse(args);
        output.Configure(options);
        foreach (string note in options.NoWarnings ? [] : options.Notes) output.Warning(note);
        bool warningsGood = ReportUnknownWarnings(options, output);
        foreach (CommandLineError e in errors) output.Error(e.Message, "PCC4108");
        if (errors.Count > 0 || !warningsGood) return 1;
        if (options.Verbose)
        {
            output.WriteLine(Help.Version.TrimEnd());
            output.WriteLine($"Target: {Help.Triple}\nThread model: posix\nCode for: x86-64, AArch64");
            if (Sysroot.Find(options.SysrootFolder) is Sysroot s) output.WriteLine($"Sysroot: {s.Folder}");
            if (options.Inputs.Count == 0) return 0;
        }
        if (options.LinkerVersion)
        {
            Console.Out.Write(Help.LinkerVersion);
            return 0;
        }
        return new Driver(options, output).Run();
    }

    private static bool ReportUnknownWarnings(DriverOptions options, ErrorOutput output)
    {
        bool good = true;
        foreach (string message in WarningOptions.Unknown(options))
        {
            if (WarningOptions.UnknownAreErrors(options) is not bool isError) break;
            if (isError) output.Error(message, "-Werror,-Wunknown-warning-option, PCC4110");
            else output.Warning(message + " [-Wunknown-warning-option, PCC4110]");
            good &= !isError;
        }
        return good;
    }
}
