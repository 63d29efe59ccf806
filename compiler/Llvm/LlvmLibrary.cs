// Finds the distribution's libLLVM 19. Its file name differs between distributions and between the runtime and the development package,
// so a resolver tries the names in turn; when none loads, one exception says in one line what to install, and the driver prints it.
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

[assembly: DisableRuntimeMarshalling]

namespace PopcornCC.Llvm;

/// <summary>No usable libLLVM 19 on this machine: a fault of the installation, whose message is meant for the user.</summary>
public sealed class LlvmNotFoundException()
    : Exception("libLLVM 19 was not found; install it with: apt-get install libllvm19");

public static class LlvmLibrary
{
    internal const string Name = "LLVM-19";

    private static readonly string[] candidates =
    [
        "libLLVM-19.so", "libLLVM-19.so.1", "libLLVM.so.19.1",
        "/usr/lib/llvm-19/lib/libLLVM.so.19.1", "/usr/lib/llvm-19/lib/libLLVM-19.so", "/usr/lib/llvm-19/lib/libLLVM.so.1",
        "/usr/lib/llvm19/lib/libLLVM.so.19.1", "/usr/lib64/llvm19/lib/libLLVM.so.19.1",
    ];

    private static readonly Lazy<nint> library = new(Load);

    /// <summary>Throws <see cref="LlvmNotFoundException"/> unless LLVM 19 can be used. Call before anything else of LLVM.</summary>
    public static void Require() => _ = library.Value;

    // The resolver must be there before the first native call, from wherever that comes.
#pragma warning disable CA2255
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void Register() =>
        NativeLibrary.SetDllImportResolver(typeof(LlvmLibrary).Assembly, static (name, _, _) => name == Name ? library.Value : 0);

    private static nint Load()
    {
        // POPCORN_LIBLLVM names the library outright, for installations in a place of their own (and for testing its absence).
        if (Environment.GetEnvironmentVariable("POPCORN_LIBLLVM") is { Length: > 0 } path)
            return NativeLibrary.TryLoad(path, out var chosen) ? chosen : throw new LlvmNotFoundException();
        foreach (var candidate in candidates)
            if (NativeLibrary.TryLoad(candidate, out var handle))
                return handle;
        throw new LlvmNotFoundException();
    }
}
