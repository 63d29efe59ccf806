// Where the C library is: artifacts/libc/<hash>/ with include/ and lib/, one folder a content hash, and the file artifacts/libc/current that names the one in use. The
// launchers and scripts know the checkout's root by where this program lies; POPCORN_SYSROOT names another sysroot. What was installed (install.sh, a package) has it in a folder `sysroot` beside the
// compiler's folder, or in it.
namespace PopcornCC.Cli;

/// <summary>The headers and libraries a program is compiled against.</summary>
public sealed record Sysroot(string Folder)
{
    public string IncludeFolder => Path.Combine(Folder, "include");
    public string LibraryFolder => Path.Combine(Folder, "lib");

    /// <summary>The checkout this program was built in, or null when it lies elsewhere.</summary>
    public static string? CheckoutRoot()
    {
        for (DirectoryInfo? d = new(AppContext.BaseDirectory); d is not null; d = d.Parent)
        {
            if (File.Exists(Path.Combine(d.FullName, "PopcornCC.sln"))) return d.FullName;
        }
        return null;
    }

    /// <summary>The sysroot in use, <paramref name="wanted"/> (<c>--sysroot</c>) first, or null when the library has not been built.</summary>
    public static Sysroot? Find(string? wanted = null)
    {
        if (wanted is not null) return new Sysroot(wanted);
        string? folder = Environment.GetEnvironmentVariable("POPCORN_SYSROOT");
        if (!string.IsNullOrEmpty(folder)) return new Sysroot(folder);
        foreach (string place in new[] { "sysroot", Path.Combine("..", "sysroot") })
        {
            string installed = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, place));
            if (File.Exists(Path.Combine(installed, "lib", "libc.a"))) return new Sysroot(installed);
        }
        if (CheckoutRoot() is not string root) return null;
        string marker = Path.Combine(root, "artifacts", "libc", "current");
        if (!File.Exists(marker)) return null;
        string found = Path.Combine(root, "artifacts", "libc", File.ReadAllText(marker).Trim());
        return Directory.Exists(found) ? new Sysroot(found) : null;
    }
}
