// How one ISA's half of a program, held in an unnamed file, is started on this machine.
namespace PopcornCC.Node;

/// <summary>Makes command lines.</summary>
internal static class NodeCommand
{
    /// <summary>The file to execute and its argument vector, for the thin executable open as <paramref name="fd"/>.</summary>
    public static (string Executable, List<byte[]> Arguments) For(Isa isa, int fd, List<byte[]> arguments)
    {
        string thin = $"/proc/self/fd/{fd}";
        if (isa.IsNative) return (thin, arguments);
        // -0 gives the program its own name as argv[0], which would otherwise be the unnamed file's.
        return (isa.FindEmulator() ?? isa.Emulator,
            [Libc.CString(isa.Emulator), Libc.CString("-0"), arguments[0], Libc.CString(thin), .. arguments[1..]]);
    }
}
