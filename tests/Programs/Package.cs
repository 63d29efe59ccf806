// A real program: the distribution's source package, fetched and checked by .ci/fetch-source.sh, built by its own build system with our compiler and with gcc. Builds lie in
// artifacts/programs, one folder a compiler and content (of the tools, the library and the recipe), so that a second run of the tests builds nothing that has not changed.
using System.Security.Cryptography;
using System.Text;
using PopcornCC.Tests.Support;

namespace PopcornCC.Programs.Tests;

/// <summary>A source package and the shell commands that build it in its folder; <c>$CC</c> there is the compiler.</summary>
public sealed class Package
{
    private static readonly Lazy<string> OurTools = new(ToolHash);
    private static readonly string Folder = Path.Combine(Repository.Root, "artifacts", "programs");

    private readonly Lazy<string> _ours;
    private readonly Lazy<string> _reference;

    public Package(string name, string recipe, int buildSeconds = 900)
    {
        _ours = new Lazy<string>(() => Build("popcorn", Toolchain.CompilerPath, OurTools.Value, name, recipe, buildSeconds));
        _reference = new Lazy<string>(() => Build("gcc", "gcc", "gcc", name, recipe, buildSeconds));
    }

    /// <summary>The built tree of popcorn-cc.</summary>
    public string Ours => _ours.Value;

    /// <summary>The built tree of gcc: what programs should do.</summary>
    public string Reference => _reference.Value;

    private static string Build(string which, string compiler, string tools, string name, string recipe, int seconds)
    {
        string sources = Path.Combine(Repository.Root, "artifacts", "sources");
        Shell($"'{Repository.Root}/.ci/fetch-source.sh' '{sources}' {name}", Repository.Root, 300, "fetching " + name);
        string key = Hash(tools + recipe + File.ReadAllText(Path.Combine(sources, name, ".unpacked")));
        Directory.CreateDirectory(Folder);
        string folder = Path.Combine(Folder, $"{name}-{which}-{key}");
        if (File.Exists(Path.Combine(folder, ".built"))) return folder;
        foreach (string old in Directory.GetDirectories(Folder, $"{name}-{which}-*")) Directory.Delete(old, recursive: true);
        // With its dates: make files of released packages know by them that what autoconf made is up to date.
        Shell($"cp -a '{Path.Combine(sources, name)}' '{folder}'", Folder, 60, "copying " + name);
        Shell($"CC='{compiler}'; export CC; {{ {recipe}\n}} > build.log 2>&1 || {{ tail -n 40 build.log; exit 1; }}", folder, seconds, $"building {name} with {which}");
        File.WriteAllText(Path.Combine(folder, ".built"), "");
        return folder;
    }

    private static void Shell(string commands, string folder, int seconds, string what)
    {
        ProcessResult result = Run.Program("/bin/sh", ["-e", "-c", commands], directory: folder, timeoutSeconds: seconds);
        if (result.ExitCode != 0) throw new InvalidOperationException($"{what} failed ({result.ExitCode}) in {folder}:\n{result.Output}{result.Error}");
    }

    /// <summary>What our builds depend on: every file of the compiler, and the library by its content's name.</summary>
    private static string ToolHash()
    {
        StringBuilder all = new(Environment.GetEnvironmentVariable("POPCORN_SYSROOT") ?? File.ReadAllText(Path.Combine(Repository.Root, "artifacts/libc/current")));
        foreach (string path in Directory.GetFiles(Path.Combine(Repository.Root, "artifacts/popcorn-cc"), "*.dll").Order(StringComparer.Ordinal)) all.Append(Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(path))));
        return all.ToString();
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
}
