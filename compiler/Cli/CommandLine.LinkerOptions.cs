// -Wl,… and -Xlinker: GNU ld's options. Those that say where files are, what is wanted and what is kept are done; those about shared libraries, tables of the dynamic linker and the form of
// the output change nothing in a static program and are taken in silence; those that would change what is linked and cannot be had are refused.
namespace PopcornCC.Cli;

public sealed partial class CommandLine
{
    // An option whose argument comes with the next -Xlinker or -Wl word.
    private string? _linkerPending;
    private bool _wholeArchive;

    private void LinkerOptions(IEnumerable<string> words)
    {
        foreach (string word in words)
        {
            if (_linkerPending is string pending)
            {
                _linkerPending = null;
                LinkerValue(pending, word);
                continue;
            }
            // GNU ld takes one dash or two before a long name, and a value after = or as the next word.
            string o = word.StartsWith("--", StringComparison.Ordinal) && word.Length > 3 ? word[1..] : word;
            int equals = o.IndexOf('=', StringComparison.Ordinal);
            if (LinkerValued.Contains(o)) _linkerPending = o;
            else if (equals > 0 && LinkerValued.Contains(o[..equals])) LinkerValue(o[..equals], o[(equals + 1)..]);
            else if (word.Length == 0 || LinkerFlag(o, word) || IgnoredLinkerOptions.Contains(o) || IgnoredLinkerFamilies.Any(f => o.StartsWith(f, StringComparison.Ordinal))) continue;
            else if (word[0] != '-') AddInput(word);
            else Error($"unrecognized linker option '{word}'");
        }
    }

    private bool LinkerFlag(string o, string word)
    {
        switch (o)
        {
            case "-gc-sections":
                _options.CollectGarbage = true;
                return true;
            case "-no-gc-sections":
                _options.CollectGarbage = false;
                return true;
            case "-s" or "-strip-all":
                _options.Strip = true;
                return true;
            case "-whole-archive":
                _wholeArchive = true;
                return true;
            case "-no-whole-archive":
                _wholeArchive = false;
                return true;
            case "-version" or "-v" or "-V":
                _options.LinkerVersion = true;
                return true;
            case "-shared" or "-Bshareable":
                Error(NoSharedLibraries(word));
                return true;
            case "-r" or "-relocatable" or "-i":
                Error(NoRelocatable(word));
                return true;
            case "-allow-multiple-definition" or "-warn-unresolved-symbols" or "-noinhibit-exec":
                Error($"linker option '{word}' is not supported: every symbol has one definition");
                return true;
        }
        if (o.StartsWith("-T", StringComparison.Ordinal) || o.StartsWith("-wrap", StringComparison.Ordinal) || o.StartsWith("-defsym", StringComparison.Ordinal)
            || o.StartsWith("-image-base", StringComparison.Ordinal) || o.StartsWith("-section-start", StringComparison.Ordinal) || o.StartsWith("-unresolved-symbols", StringComparison.Ordinal))
        {
            Error($"linker option '{word}' is not supported: symbols and layout are those of the objects");
            return true;
        }
        foreach (string name in JoinedLinkerOptions)
        {
            if (!o.StartsWith(name, StringComparison.Ordinal) || o.Length <= name.Length) continue;
            LinkerValue(name, o[name.Length..]);
            return true;
        }
        return false;
    }

    private void LinkerValue(string option, string value)
    {
        switch (option)
        {
            case "-Map":
                _options.MapFile = value;
                break;
            case "-u" or "-undefined" or "-require-defined":
                _options.Undefined.Add(value);
                break;
            case "-e" or "-entry":
                _options.Entry = value;
                break;
            case "-L" or "-library-path":
                _options.LibraryFolders.Add(value);
                break;
            case "-l" or "-library":
                AddLibrary(value);
                break;
            case "-o" or "-output":
                _options.Output = value;
                break;
        }
    }

    private static string NoSharedLibraries(string option) => $"'{option}' is not supported: programs are linked statically, and shared libraries cannot be made; configure with --disable-shared or the like";

    private static string NoRelocatable(string option) => $"'{option}' is not supported: join objects with ar instead";

    private static readonly string[] JoinedLinkerOptions = ["-L", "-l", "-u"];

    private static readonly HashSet<string> LinkerValued = new(StringComparer.Ordinal)
    {
        "-Map", "-u", "-undefined", "-require-defined", "-e", "-entry", "-L", "-library-path", "-l", "-library", "-o", "-output",
        // Without effect in a static program.
        "-z", "-rpath", "-rpath-link", "-R", "-soname", "-h", "-version-script", "-dynamic-list", "-exclude-libs", "-dynamic-linker", "-I", "-m", "-plugin", "-plugin-opt", "-sort-section", "-f",
        "-auxiliary", "-F", "-filter", "-init", "-fini", "-orphan-handling", "-max-page-size", "-dependency-file", "-retain-symbols-file", "-a", "-A", "-G", "-O",
    };

    private static readonly HashSet<string> IgnoredLinkerOptions = new(StringComparer.Ordinal)
    {
        "-start-group", "-(", "-end-group", "-)", "-Bstatic", "-Bdynamic", "-Bsymbolic", "-Bsymbolic-functions", "-static", "-dn", "-dy", "-non_shared", "-call_shared",
        "-as-needed", "-no-as-needed", "-add-needed", "-no-add-needed", "-copy-dt-needed-entries", "-no-copy-dt-needed-entries", "-export-dynamic", "-E", "-no-export-dynamic",
        "-undefined-version", "-no-undefined-version", "-no-undefined", "-allow-shlib-undefined", "-no-allow-shlib-undefined", "-enable-new-dtags", "-disable-new-dtags", "-no-dynamic-linker",
        "-pie", "-no-pie", "-pic-executable", "-eh-frame-hdr", "-no-eh-frame-hdr", "-fatal-warnings", "-no-fatal-warnings", "-warn-common", "-sort-common", "-relax", "-no-relax",
        "-x", "-discard-all", "-X", "-discard-locals", "-discard-none", "-S", "-strip-debug", "-d", "-dc", "-dp", "-n", "-N", "-nmagic", "-omagic", "-q", "-emit-relocs", "-t", "-trace", "-M", "-print-map",
        "-cref", "-demangle", "-no-demangle", "-stats", "-verbose", "-push-state", "-pop-state", "-no-keep-memory", "-reduce-memory-overheads", "-print-gc-sections", "-no-print-gc-sections",
        "-nostdlib", "-EL", "-threads", "-no-threads", "-no-ld-generated-unwind-info", "-ld-generated-unwind-info", "-color-diagnostics", "-no-omagic", "-ctors-in-init-array", "-no-ctors-in-init-array",
    };

    private static readonly string[] IgnoredLinkerFamilies = ["-z", "-O", "-build-id", "-hash-style", "-warn-", "-no-warn-", "-compress-debug-sections", "-threads=", "-icf=", "-sort-common=", "-demangle=", "-color-diagnostics=", "-plugin", "-pack-dyn-relocs", "-m"];
}
