// The system calls that .NET has no equal for: replacing this process by the program (execve), starting a process with a chosen signal
// state (posix_spawn), files without a name (memfd_create), watching a process that is not our child (pidfd), queued signals.
// Numbers are Linux's; those that differ between x86-64 and AArch64 are not used.
using System.Runtime.InteropServices;
using System.Text;

namespace PopcornCC.Node;

/// <summary>Thin declarations of the C library's functions.</summary>
internal static unsafe partial class Libc
{
    public const int ESRCH = 3;
    public const int EINTR = 4;
    public const int EAGAIN = 11;
    public const int EPERM = 1;
    public const int F_SETFD = 2;
    public const int FD_CLOEXEC = 1;
    public const int SIGKILL = 9;
    public const int SIGPIPE = 13;
    public const int WNOHANG = 1;
    public const short POLLIN = 1;
    public const int AF_UNIX = 1;
    public const int SOCK_STREAM = 1;
    public const int SOCK_CLOEXEC = 0x80000;
    public const int SOL_SOCKET = 1;
    public const int SO_PEERCRED = 17;
    public const int MSG_DONTWAIT = 0x40;
    public const int MSG_NOSIGNAL = 0x4000;
    public const int PR_SET_NAME = 15;
    public const short POSIX_SPAWN_SETSIGDEF = 0x04;
    public const short POSIX_SPAWN_SETSIGMASK = 0x08;
    public const short POSIX_SPAWN_SETSID = 0x80;
    public const int O_RDONLY = 0;
    public const int RLIMIT_NOFILE = 7;
    private const int SYS_pidfd_open = 434;

    [StructLayout(LayoutKind.Sequential)]
    public struct PollFd
    {
        public int Fd;
        public short Events;
        public short Revents;
    }

    [StructLayout(LayoutKind.Sequential)]
    public struct Credentials
    {
        public int Pid;
        public uint Uid;
        public uint Gid;
    }

    [StructLayout(LayoutKind.Sequential)]
    public struct Limit
    {
        public ulong Soft;
        public ulong Hard;
    }

    [LibraryImport("libc")]
    public static partial int getrlimit(int resource, ref Limit limit);

    [LibraryImport("libc")]
    public static partial int setrlimit(int resource, ref Limit limit);

    [LibraryImport("libc", SetLastError = true)]
    public static partial int execve(byte* path, byte** argv, byte** envp);

    [LibraryImport("libc")]
    public static partial int posix_spawn(out int pid, byte* path, void* fileActions, void* attributes, byte** argv, byte** envp);

    // The functions on attributes cannot fail with glibc but for ENOMEM; their results are not declared.
    [LibraryImport("libc")]
    public static partial void posix_spawn_file_actions_init(void* actions);

    [LibraryImport("libc")]
    public static partial void posix_spawn_file_actions_destroy(void* actions);

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void posix_spawn_file_actions_addopen(void* actions, int fd, string path, int flags, uint mode);

    [LibraryImport("libc")]
    public static partial void posix_spawnattr_init(void* attributes);

    [LibraryImport("libc")]
    public static partial void posix_spawnattr_destroy(void* attributes);

    [LibraryImport("libc")]
    public static partial void posix_spawnattr_setflags(void* attributes, short flags);

    [LibraryImport("libc")]
    public static partial void posix_spawnattr_setsigdefault(void* attributes, void* signals);

    [LibraryImport("libc")]
    public static partial void posix_spawnattr_setsigmask(void* attributes, void* signals);

    [LibraryImport("libc")]
    public static partial void sigemptyset(void* signals);

    [LibraryImport("libc")]
    public static partial void sigfillset(void* signals);

    [LibraryImport("libc")]
    public static partial nint signal(int number, nint handler);

    [LibraryImport("libc", SetLastError = true)]
    public static partial int waitpid(int pid, out int status, int options);

    [LibraryImport("libc", SetLastError = true)]
    public static partial int kill(int pid, int signal);

    [LibraryImport("libc", SetLastError = true)]
    public static partial int sigqueue(int pid, int signal, nint value);

    [LibraryImport("libc", SetLastError = true)]
    public static partial int fcntl(int fd, int command, int argument);

    [LibraryImport("libc", SetLastError = true)]
    public static partial int close(int fd);

    [LibraryImport("libc", SetLastError = true)]
    public static partial nint read(int fd, byte* buffer, nint length);

    [LibraryImport("libc", SetLastError = true)]
    public static partial nint write(int fd, byte* buffer, nint length);

    [LibraryImport("libc", SetLastError = true)]
    public static partial nint recv(int fd, byte* buffer, nint length, int flags);

    [LibraryImport("libc", SetLastError = true)]
    public static partial nint send(int fd, byte* buffer, nint length, int flags);

    [LibraryImport("libc", SetLastError = true)]
    public static partial int socket(int domain, int type, int protocol);

    [LibraryImport("libc", SetLastError = true)]
    public static partial int bind(int fd, byte* address, uint length);

    [LibraryImport("libc", SetLastError = true)]
    public static partial int listen(int fd, int backlog);

    [LibraryImport("libc", SetLastError = true)]
    public static partial int accept4(int fd, void* address, void* length, int flags);

    [LibraryImport("libc", SetLastError = true)]
    public static partial int getsockopt(int fd, int level, int name, void* value, uint* length);

    [LibraryImport("libc", SetLastError = true)]
    public static partial int poll(PollFd* fds, nuint count, int timeout);

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int memfd_create(string name, uint flags);

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int prctl(int option, string name, nuint a, nuint b, nuint c);

    [LibraryImport("libc", SetLastError = true)]
    private static partial nint syscall(nint number, nint a, nint b);

    /// <summary>A descriptor that becomes readable when the process ends; -1 when there is no such process.</summary>
    public static int PidFd(int pid) => (int)syscall(SYS_pidfd_open, pid, 0);

    /// <summary>What errno value the last call left, in words.</summary>
    public static string LastError() => Describe(Marshal.GetLastPInvokeError());

    /// <summary>An errno value in words.</summary>
    public static string Describe(int errno) => Marshal.GetPInvokeErrorMessage(errno);

    /// <summary>A zero-terminated copy, as C wants it.</summary>
    public static byte[] CString(string text) => Encoding.UTF8.GetBytes(text + "\0");
}
