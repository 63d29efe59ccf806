// The attributes and intrinsics of LLVM IR that have no neutral form, and why.
namespace PopcornCC.Compiler.IrInput;

internal static class IrNames
{
    /// <summary>Attributes of functions.</summary>
    public static readonly string[] RefusedOnFunctions =
        ["naked", "presplitcoroutine", "sanitize_address", "sanitize_thread", "sanitize_memory", "sanitize_hwaddress", "sanitize_memtag"];

    /// <summary>Attributes of parameters and results.</summary>
    public static readonly string[] RefusedOnParameters = ["inalloca", "preallocated", "byref", "nest", "inreg", "swiftself", "swifterror", "swiftasync"];

    private static readonly HashSet<string> s_targets = new(StringComparer.Ordinal)
    {
        "x86", "aarch64", "arm", "amdgcn", "r600", "bpf", "dx", "hexagon", "loongarch", "mips", "nvvm", "ppc", "riscv", "s390", "spv", "ve", "wasm", "xcore",
    };

    private static readonly (string Prefix, string Reason)[] s_refused =
    [
        ("llvm.coro.", "coroutines are not supported"),
        ("llvm.eh.", "exceptions are not supported (clang: -fno-exceptions)"),
        ("llvm.seh.", "exceptions are not supported (clang: -fno-exceptions)"),
        ("llvm.experimental.gc.", "statepoints are not supported: this compiler makes its own"),
        ("llvm.experimental.stackmap", "stack maps are not supported: this compiler makes its own"),
        ("llvm.experimental.patchpoint", "stack maps are not supported: this compiler makes its own"),
        ("llvm.experimental.deoptimize", "deoptimisation is not supported"),
        ("llvm.experimental.guard", "deoptimisation is not supported"),
        ("llvm.gcroot", "garbage collectors are not supported"),
        ("llvm.gcread", "garbage collectors are not supported"),
        ("llvm.gcwrite", "garbage collectors are not supported"),
        ("llvm.returnaddress", "the addresses of native frames are not supported"),
        ("llvm.addressofreturnaddress", "the addresses of native frames are not supported"),
        ("llvm.frameaddress", "the addresses of native frames are not supported"),
        ("llvm.sponentry", "the addresses of native frames are not supported"),
        ("llvm.localaddress", "the addresses of native frames are not supported"),
        ("llvm.localescape", "the addresses of native frames are not supported"),
        ("llvm.localrecover", "the addresses of native frames are not supported"),
        ("llvm.read_register", "registers by name are of one instruction set"),
        ("llvm.read_volatile_register", "registers by name are of one instruction set"),
        ("llvm.write_register", "registers by name are of one instruction set"),
        ("llvm.init.trampoline", "trampolines are code made while the program runs"),
        ("llvm.adjust.trampoline", "trampolines are code made while the program runs"),
        ("llvm.thread.pointer", "the thread pointer is of one instruction set"),
        ("llvm.vscale", "scalable vectors are of one instruction set"),
        ("llvm.swift.", "Swift's conventions are not supported"),
        ("llvm.call.preallocated.", "preallocated arguments are not supported"),
        ("llvm.objc.", "Objective-C's runtime is not supported"),
        ("llvm.ptrauth.", "signed pointers are not supported"),
        ("llvm.matrix.", "matrix operations are not supported"),
    ];

    /// <summary>Why an intrinsic cannot be used, or null: it can.</summary>
    public static string? ReasonAgainst(string intrinsic)
    {
        string[] words = intrinsic.Split('.');
        if (words.Length > 1 && s_targets.Contains(words[1])) return $"{intrinsic} is of one instruction set";
        foreach ((string prefix, string reason) in s_refused)
        {
            if (intrinsic.StartsWith(prefix, StringComparison.Ordinal)) return reason;
        }
        // __builtin_setjmp's jump leaves no state that a move could bring along.
        return null;
    }
}
