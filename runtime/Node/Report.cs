// The tool's own diagnostics, ids PCC40nn. A user's mistake ends in one line on stderr and exit code 1, never in an exception's trace.
namespace PopcornCC.Node;

/// <summary>One method a diagnostic; each prints it and returns the exit code.</summary>
internal static class Report
{
    public static int WrongUsage(string what) => Error("PCC4001", $"{what} (see popcorn --help)");

    public static int NotFound(string path) => Error("PCC4002", $"{path}: no such file");

    public static int Unreadable(string path, string why) => Error("PCC4003", $"{path}: {why}");

    public static int BadProgram(string path, string why) => Error("PCC4004", $"{path}: {why}");

    public static int CannotWrite(string path, string why) => Error("PCC4005", $"{path}: cannot be written: {why}");

    public static int UnknownIsa(string name) => Error("PCC4006", $"unknown ISA '{name}': x86-64 and aarch64 are known");

    public static int NoNodes() => Error("PCC4007", "--nodes needs at least one ISA");

    public static int TooManyNodes(int limit) => Error("PCC4008", $"--nodes takes at most {limit} nodes");

    public static int NoEmulator(string name, string isa) => Error("PCC4009", $"{name} is not installed, and this machine does not run {isa} itself: install qemu-user");

    public static int CannotStart(string what, string why) => Error("PCC4010", $"cannot start {what}: {why}");

    public static int IsDirectory(string path) => Error("PCC4011", $"{path}: is a directory");

    public static int NotAPid(string text) => Error("PCC4020", $"'{text}' is not a process id");

    public static int NotANode(string text) => Error("PCC4021", $"'{text}' is not a node number");

    public static int NoProcess(int pid) => Error("PCC4022", $"no process {pid}");

    public static int NotPermitted(int pid) => Error("PCC4023", $"process {pid} belongs to another user");

    public static int NotPopcorn(int pid) => Error("PCC4024", $"process {pid} is not a program built by popcorn-cc");

    public static int NotMovable(int pid) => Error("PCC4025", $"process {pid} does not take requests to move (yet)");

    public static int CannotSignal(int pid, string why) => Error("PCC4026", $"process {pid} cannot be asked to move: {why}");

    public static int NoSuchFunction(string path, string name) => Error("PCC4040", $"{path}: no function '{name}' with migration sites");

    public static int Disagreement(string path, string what) => Error("PCC4041", $"{path}: {what}");

    public static int CannotShow(string path, string why) => Error("PCC4042", $"{path}: {why}");

    public static int NotAnAddress(string text) => Error("PCC4043", $"'{text}' is not an address");

    public static int BadPattern(string pattern, string why) => Error("PCC4044", $"'{pattern}' is not a regular expression: {why}");

    private static int Error(string id, string message)
    {
        Console.Error.WriteLine($"popcorn: error: {message} [{id}]");
        return 1;
    }
}
