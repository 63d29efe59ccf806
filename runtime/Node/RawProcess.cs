// What the kernel gave this process, byte for byte. .NET decodes arguments and environment as UTF-8 and loses what is not; a program run
// by `popcorn run` must see exactly what its caller wrote, so they are taken from /proc and handed on as bytes.
namespace PopcornCC.Node;

/// <summary>Byte strings of this process, and the arrays of pointers that execve and posix_spawn take.</summary>
internal static unsafe class RawProcess
{
    /// <summary>The last <paramref name="count"/> arguments of this process.</summary>
    public static List<byte[]> LastArguments(int count)
    {
        List<byte[]> all = Split(File.ReadAllBytes("/proc/self/cmdline"));
        return all.GetRange(all.Count - count, count);
    }

    /// <summary>The environment without the variables named, and with <paramref name="added"/> ("NAME=value") at its end.</summary>
    public static List<byte[]> EnvironmentWith(IReadOnlyList<string> removed, IReadOnlyList<string> added)
    {
        List<byte[]> result = [];
        foreach (byte[] entry in Split(File.ReadAllBytes("/proc/self/environ")))
        {
            int equals = Array.IndexOf(entry, (byte)'=');
            string name = equals < 0 ? "" : System.Text.Encoding.Latin1.GetString(entry, 0, equals);
            if (!removed.Contains(name) && !added.Any(a => a.StartsWith(name + "=", StringComparison.Ordinal))) result.Add(entry);
        }
        result.AddRange(added.Select(Libc.CString));
        return result;
    }

    private static List<byte[]> Split(byte[] content)
    {
        List<byte[]> strings = [];
        int start = 0;
        for (int i = 0; i < content.Length; i++)
        {
            if (content[i] != 0) continue;
            strings.Add(content[start..(i + 1)]);
            start = i + 1;
        }
        return strings;
    }

    /// <summary>The variable in which bin/popcorn hands over its caller's soft limit on open files.</summary>
    public const string OpenFiles = "POPCORN_OPEN_FILES";

    // The .NET runtime raises the soft limit to the hard one before any of our code runs.
    private static void RestoreOpenFiles()
    {
        Libc.Limit limit = default;
        if (!ulong.TryParse(Environment.GetEnvironmentVariable(OpenFiles), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out ulong soft)
            || Libc.getrlimit(Libc.RLIMIT_NOFILE, ref limit) != 0 || soft >= limit.Soft) return;
        limit.Soft = soft;
        Libc.setrlimit(Libc.RLIMIT_NOFILE, ref limit);
    }

    // Nobody would remove .NET's own socket after execve. bin/popcorn forbids it; the launcher of `dotnet tool install` cannot.
    private static void RemoveDiagnosticSocket()
    {
        if (Environment.GetEnvironmentVariable("DOTNET_EnableDiagnostics") == "0") return;
        try
        {
            foreach (string socket in Directory.GetFiles(Path.GetTempPath(), $"dotnet-diagnostic-{Environment.ProcessId}-*-socket")) File.Delete(socket);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // An empty file more in /tmp.
        }
    }

    /// <summary>Replaces this process; returns errno when the kernel refuses.</summary>
    public static int Replace(string path, IReadOnlyList<byte[]> arguments, IReadOnlyList<byte[]> environment)
    {
        // The .NET runtime ignores SIGPIPE, and an ignored signal stays ignored across execve.
        Libc.signal(Libc.SIGPIPE, 0);
        RestoreOpenFiles();
        RemoveDiagnosticSocket();
        using CStringArray argv = new(arguments);
        using CStringArray envp = new(environment);
        fixed (byte* file = Libc.CString(path))
        {
            Libc.execve(file, argv.Pointer, envp.Pointer);
        }
        return System.Runtime.InteropServices.Marshal.GetLastPInvokeError();
    }

    /// <summary>
    /// Starts a process with every signal at its default and none blocked, standard input from /dev/null and the other descriptors inherited.
    /// Returns errno, or 0 and the process id.
    /// </summary>
    public static int Spawn(string path, IReadOnlyList<byte[]> arguments, IReadOnlyList<byte[]> environment, bool newSession, out int pid)
    {
        // glibc's opaque types are 80, 336 and 128 bytes.
        byte* actions = stackalloc byte[512], attributes = stackalloc byte[1024], signals = stackalloc byte[256];
        Libc.posix_spawn_file_actions_init(actions);
        Libc.posix_spawn_file_actions_addopen(actions, 0, "/dev/null", Libc.O_RDONLY, 0);
        Libc.posix_spawnattr_init(attributes);
        Libc.sigfillset(signals);
        Libc.posix_spawnattr_setsigdefault(attributes, signals);
        Libc.sigemptyset(signals);
        Libc.posix_spawnattr_setsigmask(attributes, signals);
        short flags = Libc.POSIX_SPAWN_SETSIGDEF | Libc.POSIX_SPAWN_SETSIGMASK;
        if (newSession) flags |= Libc.POSIX_SPAWN_SETSID;
        Libc.posix_spawnattr_setflags(attributes, flags);
        using CStringArray argv = new(arguments);
        using CStringArray envp = new(environment);
        int error;
        fixed (byte* file = Libc.CString(path))
        {
            error = Libc.posix_spawn(out pid, file, actions, attributes, argv.Pointer, envp.Pointer);
        }
        Libc.posix_spawnattr_destroy(attributes);
        Libc.posix_spawn_file_actions_destroy(actions);
        return error;
    }
}

/// <summary>A null-terminated array of C strings outside the managed heap.</summary>
internal sealed unsafe class CStringArray : IDisposable
{
    public CStringArray(IReadOnlyList<byte[]> strings)
    {
        nint bytes = (strings.Count + 1) * sizeof(byte*);
        foreach (byte[] s in strings) bytes += s.Length;
        Pointer = (byte**)System.Runtime.InteropServices.NativeMemory.Alloc((nuint)bytes);
        byte* at = (byte*)(Pointer + strings.Count + 1);
        for (int i = 0; i < strings.Count; i++)
        {
            Pointer[i] = at;
            strings[i].CopyTo(new Span<byte>(at, strings[i].Length));
            at += strings[i].Length;
        }
        Pointer[strings.Count] = null;
    }

    /// <summary>The array as execve wants it.</summary>
    public byte** Pointer { get; }

    public void Dispose() => System.Runtime.InteropServices.NativeMemory.Free(Pointer);
}
