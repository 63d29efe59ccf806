// The instruction sets a node may have, and how this machine runs each: itself, or with qemu's user-mode emulator.
using System.Runtime.InteropServices;

namespace PopcornCC.Node;

/// <summary>An ISA as the user names it, with its ELF machine number and its emulator.</summary>
internal sealed record Isa(string Name, ushort Machine, string Emulator)
{
    public static readonly Isa X86_64 = new("x86-64", 62, "qemu-x86_64");
    public static readonly Isa AArch64 = new("aarch64", 183, "qemu-aarch64");

    /// <summary>The ISA of this machine.</summary>
    public static Isa Host => RuntimeInformation.OSArchitecture == Architecture.Arm64 ? AArch64 : X86_64;

    public bool IsNative => this == Host;

    public static Isa? Find(string name) => name switch
    {
        "x86-64" or "x86_64" => X86_64,
        "aarch64" => AArch64,
        _ => null,
    };

    /// <summary>The emulator's path, or null when it is not installed.</summary>
    public string? FindEmulator()
    {
        foreach (string folder in (Environment.GetEnvironmentVariable("PATH") ?? "/usr/bin:/bin").Split(':'))
        {
            string path = Path.Combine(folder.Length == 0 ? "." : folder, Emulator);
            if (File.Exists(path)) return path;
        }
        return null;
    }
}
