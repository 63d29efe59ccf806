// The last step: inputs and libraries to one fat executable, through our linker. The C library and the runtime are one archive, libc.a, which also defines _start.
using PopcornCC.Linker;

namespace PopcornCC.Cli;

/// <summary>Links.</summary>
public static class LinkStep
{
    /// <summary>Links the inputs, in order, and writes the executable and the map; false after errors.</summary>
    public static bool Link(DriverOptions options, IReadOnlyList<LinkInput> inputs, Sysroot? sysroot, ErrorOutput output)
    {
        List<LinkInput> all = [.. inputs];
        List<string> folders = [.. options.LibraryFolders, .. EnvironmentFolders.Of("LIBRARY_PATH")];
        if (sysroot is not null) folders.Add(sysroot.LibraryFolder);
        if (!options.NoStandardLibraries)
        {
            if (sysroot is null)
            {
                output.Error("the C library has not been built: run ./run.sh, or popcorn-cc --build-libc (or link with -nostdlib)", "PCC4110");
                return false;
            }
            all.Add(new LinkInput.Library("c"));
        }
        if (options.Verbose)
        {
            IEnumerable<string> words = all.Select(i => i switch { LinkInput.FromFile f => f.Path, LinkInput.Library l => "-l" + l.Name, _ => "" });
            output.WriteLine($" popcorn-ld -static -e {options.Entry} -o {options.Output ?? "a.out"} {string.Join(' ', folders.Select(f => "-L" + f).Concat(words))}");
        }
        if (options.DryRun) return true;
        LinkOptions link = new()
        {
            Entry = options.Entry,
            LibraryDirectories = folders,
            Undefined = options.Undefined,
            CollectGarbage = options.CollectGarbage,
            Strip = options.Strip,
            WantMap = options.MapFile is not null,
        };
        LinkDiagnostics diagnostics = new();
        LinkResult? result = StaticLinker.Link(link, all, diagnostics);
        foreach (LinkDiagnostic d in diagnostics.All) output.WriteLine("popcorn-cc: " + d);
        if (result is null || diagnostics.HasErrors) return false;
        string path = options.Output ?? "a.out";
        if (!OutputFile.Write(path, result.Executable, executable: true, output)) return false;
        return options.MapFile is null || OutputFile.Write(options.MapFile, System.Text.Encoding.UTF8.GetBytes(result.Map ?? ""), executable: false, output);
    }
}
