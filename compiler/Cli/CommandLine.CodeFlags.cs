// -f… and -m… options that are no more than accepted or refused. What gcc or clang know and what changes nothing a program can see (optimisations, position independence, stack protection)
// is taken in silence; what would change the meaning or the layout of a program and cannot be had is refused with the reason; the rest is unknown, in gcc's words.
namespace PopcornCC.Cli;

public sealed partial class CommandLine
{
    private const string FixedLayout = "types and layout of the neutral machine are fixed";
    private const string NoProfile = "profiles are not made or used";
    private const string Fixed64 = "the neutral machine is 64-bit and little-endian";

    private bool TryCodeFlag(string a)
    {
        string name = a[2..];
        int equals = name.IndexOf('=', StringComparison.Ordinal);
        string value = equals >= 0 ? name[(equals + 1)..] : "";
        if (equals >= 0) name = name[..equals];
        if (RefusedCodeFlags.TryGetValue(name, out string? reason))
        {
            if (name.EndsWith("charset", StringComparison.Ordinal) && value.Equals("utf-8", StringComparison.OrdinalIgnoreCase)) return true;
            Error($"'{a}' is not supported: {reason}");
            return true;
        }
        string positive = name.StartsWith("no-", StringComparison.Ordinal) ? name[3..] : name;
        if (positive.StartsWith("builtin-", StringComparison.Ordinal)) return name != positive;
        return IgnoredCodeFlags.Contains(positive) || (name != positive && RefusedCodeFlags.ContainsKey(positive))
            || IgnoredCodeFamilies.Any(f => positive.StartsWith(f, StringComparison.Ordinal));
    }

    private bool TryMachineFlag(string a)
    {
        string name = a[2..];
        int equals = name.IndexOf('=', StringComparison.Ordinal);
        if (equals >= 0) name = name[..(equals + 1)];
        switch (name)
        {
            case "64" or "little-endian" or "no-red-zone" or "musl" or "no-ms-bitfields" or "long-double-64" or "tls-direct-seg-refs" or "no-tls-direct-seg-refs":
                return true;
            case "32" or "x32" or "16" or "iamcu" or "big-endian":
                Error($"'{a}' is not supported: {Fixed64}");
                return true;
            case "ms-bitfields" or "long-double-80" or "long-double-128" or "96bit-long-double" or "128bit-long-double":
                Error($"'{a}' is not supported: {FixedLayout}");
                return true;
        }
        if (name.StartsWith("no-", StringComparison.Ordinal)) name = name[3..];
        if (!IgnoredMachineFlags.Contains(name) && !IgnoredMachineFamilies.Any(f => name.StartsWith(f, StringComparison.Ordinal))) return false;
        // The neutral machine is one: instruction sets and tuning cannot be chosen. Said once a command line.
        if (!_machineNoted) _options.Notes.Add($"'{a}' has no effect: code is generated for the common base of every target");
        _machineNoted = true;
        return true;
    }

    private static readonly Dictionary<string, string> RefusedCodeFlags = new(StringComparer.Ordinal)
    {
        ["short-enums"] = FixedLayout,
        ["short-wchar"] = FixedLayout,
        ["pack-struct"] = FixedLayout,
        ["unsigned-char"] = FixedLayout,
        ["no-signed-char"] = FixedLayout,
        ["unsigned-bitfields"] = FixedLayout,
        ["no-signed-bitfields"] = FixedLayout,
        ["sso-struct"] = FixedLayout,
        ["leading-underscore"] = FixedLayout,
        ["single-precision-constant"] = "constants have the type that C gives them",
        ["trapv"] = "overflow is not trapped",
        ["sanitize"] = "there are no sanitizers",
        ["sanitize-coverage"] = "there are no sanitizers",
        ["openmp"] = "there is no OpenMP",
        ["openacc"] = "there is no OpenACC",
        ["gnu-tm"] = "there is no transactional memory",
        ["plugin"] = "there are no plugins",
        ["split-stack"] = "the runtime manages the stacks",
        ["stack-limit-symbol"] = "the runtime manages the stacks",
        ["stack-limit-register"] = "the runtime manages the stacks",
        ["instrument-functions"] = NoProfile,
        ["profile-arcs"] = NoProfile,
        ["profile-generate"] = NoProfile,
        ["profile-instr-generate"] = NoProfile,
        ["profile-use"] = NoProfile,
        ["profile-instr-use"] = NoProfile,
        ["test-coverage"] = NoProfile,
        ["coverage-mapping"] = NoProfile,
        ["input-charset"] = "sources are UTF-8",
        ["exec-charset"] = "strings are UTF-8",
        ["wide-exec-charset"] = "wide strings are UTF-32",
    };

    /// <summary>Beginnings of names (without <c>no-</c>) whose whole family changes nothing here.</summary>
    private static readonly string[] IgnoredCodeFamilies =
    [
        "tree-", "ipa-", "ira-", "sched-", "sel-sched-", "sched2-", "split-", "loop-", "lto-", "inline-", "diagnostics-", "debug-", "dump-", "opt-info", "var-tracking", "analyzer",
        "emit-struct-debug-", "eliminate-", "unroll-", "vect-", "profile-partial", "profile-reorder", "auto-", "cse-", "gcse-", "if-conversion", "align-", "fast-math", "merge-",
        "rerun-", "stack-protector", "stack-check", "stack-clash", "stack-reuse", "stack-usage", "reorder-", "record-", "move-loop-", "branch-", "crash-diagnostics", "save-optimization-record",
    ];

    /// <summary>Names of -f options (without <c>no-</c> and <c>=value</c>) that gcc or clang know and that change nothing here: position independence, frame
    /// pointers, stack protection and the like do not exist on the neutral machine, and sections are always split.</summary>
    private static readonly HashSet<string> IgnoredCodeFlags = new(StringComparer.Ordinal)
    {
        "PIC", "pic", "PIE", "pie", "plt", "common", "omit-frame-pointer", "cf-protection", "unwind-tables", "asynchronous-unwind-tables", "exceptions", "function-sections", "data-sections",
        "visibility", "ident", "lto", "fat-lto-objects", "vectorize", "slp-vectorize", "inline", "math-errno", "trapping-math", "rounding-math", "signed-zeros", "excess-precision", "fp-contract",
        "float-store", "signed-char", "signed-bitfields", "delete-null-pointer-checks", "optimize-sibling-calls", "keep-inline-functions", "keep-static-functions", "keep-static-consts", "tls-model",
        "file-prefix-map", "macro-prefix-map", "profile-prefix-map", "semantic-interposition", "zero-initialized-in-bss", "verbose-asm", "strict-overflow",
        "gcse", "schedule-insns", "schedule-insns2", "strict-flex-arrays", "dollars-in-identifiers", "permissive", "asm", "limit-debug-info",
        "standalone-debug", "toplevel-reorder", "guess-branch-probability", "associative-math", "reciprocal-math", "finite-math-only", "unsafe-math-optimizations", "signaling-nans",
        "cx-limited-range", "cx-fortran-rules", "aggressive-loop-optimizations", "allow-store-data-races", "bit-tests", "caller-saves", "code-hoisting", "combine-stack-adjustments", "compare-elim",
        "conserve-stack", "cprop-registers", "crossjumping", "dce", "defer-pop", "delayed-branch", "delete-dead-exceptions", "devirtualize", "devirtualize-speculatively", "dse", "early-inlining",
        "expensive-optimizations", "finite-loops", "forward-propagate", "fp-int-builtin-inexact", "function-cse", "gnu-unique", "graphite", "graphite-identity", "harden-compares",
        "harden-conditional-branches", "hoist-adjacent-loads", "indirect-inlining", "isolate-erroneous-paths-attribute", "isolate-erroneous-paths-dereference", "ivopts", "jump-tables",
        "lifetime-dse", "limit-function-alignment", "live-patching", "live-range-shrinkage", "lra-remat", "modulo-sched", "modulo-sched-allow-regmoves", "non-call-exceptions",
        "optimize-strlen", "partial-inlining", "patchable-function-entry", "peel-loops", "peephole", "peephole2", "predictive-commoning", "prefetch-loop-arrays", "printf-return-value",
        "random-seed", "ree", "reg-struct-return", "rename-registers", "reschedule-modulo-scheduled-loops", "schedule-fusion", "section-anchors", "selective-scheduling",
        "selective-scheduling2", "shrink-wrap", "shrink-wrap-separate", "simd-cost-model", "ssa-backprop", "ssa-phiopt", "stdarg-opt", "store-merging", "strict-volatile-bitfields",
        "sync-libcalls", "thread-jumps", "tracer", "trampolines", "trivial-auto-var-init", "unconstrained-commons", "unit-at-a-time", "unswitch-loops", "use-linker-plugin", "use-ld",
        "variable-expansion-in-unroller", "version-loops-for-strides", "web", "whole-program", "zero-call-used-regs", "strength-reduce", "strict-enums", "show-column", "show-source-location",
        "extended-identifiers", "canonical-system-headers", "track-macro-expansion", "max-include-depth", "tabstop", "working-directory", "pch-preprocess", "pch-deps", "lax-vector-conversions",
        "ms-extensions", "plan9-extensions", "cond-mismatch", "openmp-simd", "integrated-as", "integrated-cc1", "rtti", "threadsafe-statics", "use-cxa-atexit", "global-isel", "experimental-new-pass-manager",
        "temp-file", "addrsig", "spell-checking", "force-addr", "regmove", "permitted-flt-eval-methods", "fold-simple-inlines", "compare-debug", "time-report", "mem-report", "report-bug",
        "checking", "abi-version", "tree-slp-vectorize", "inhibit-size-directive", "allow-parameterless-variadic-functions", "callgraph-info", "direct-access-external-data", "wrapv-pointer",
        "allocation-dce", "compare-debug-second", "devirtualize-at-ltrans", "unsafe-loop-optimizations", "vpt",
    };

    private static readonly string[] IgnoredMachineFamilies = ["avx", "sse", "amx", "fix-cortex-", "low-precision-", "stack-protector-guard", "indirect-branch", "memcpy-strategy", "memset-strategy"];

    /// <summary>-m options (without <c>no-</c>; with the <c>=</c> of those that have a value) that gcc or clang know on either ISA: instruction sets, tuning and code models.</summary>
    private static readonly HashSet<string> IgnoredMachineFlags = new(StringComparer.Ordinal)
    {
        "arch=", "tune=", "cpu=", "cmodel=", "abi=", "fpmath=", "branch-protection=", "tls-dialect=", "tls-size=", "sign-return-address=", "sve-vector-bits=", "function-return=", "harden-sls=",
        "preferred-stack-boundary=", "incoming-stack-boundary=", "stringop-strategy=", "branch-cost=", "regparm=", "prefer-vector-width=", "asm=", "align-data=", "large-data-threshold=", "override=",
        "3dnow", "3dnowa", "abm", "adx", "aes", "bmi", "bmi2", "clflushopt", "clwb", "clzero", "crc32", "cx16", "f16c", "fma", "fma4", "fsgsbase", "fxsr", "gfni", "hle", "lwp", "lzcnt", "mmx", "movbe",
        "movdir64b", "movdiri", "mpx", "mwait", "mwaitx", "pclmul", "pku", "popcnt", "prefetchwt1", "prfchw", "ptwrite", "rdpid", "rdrnd", "rdseed", "rtm", "sahf", "serialize", "sgx", "sha", "shstk",
        "ssse3", "tbm", "vaes", "vpclmulqdq", "waitpkg", "xop", "xsave", "xsavec", "xsaveopt", "xsaves", "general-regs-only", "omit-leaf-frame-pointer", "outline-atomics", "strict-align",
        "red-zone", "stackrealign", "accumulate-outgoing-args", "push-args", "vzeroupper", "recip", "recip=", "relax", "ieee-fp", "hard-float", "80387", "fancy-math-387", "fentry", "align-stringops",
        "inline-all-stringops", "pc-relative-literal-loads", "fused-madd", "glibc", "retpoline", "retpoline-external-thunk", "implicit-float", "speculative-load-hardening", "lvi-hardening", "daz-ftz",
    };
}
