// Where the C library is: artifacts/libc/<hash>/ with include/ and lib/, one folder a content hash, and the file artifacts/libc/current that names the one in use. The
// launchers and scripts know the checkout's root by where this program lies; POPCORN_SYSROOT names another sysroot.
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
        if (CheckoutRoot() is not string root) return null;
        string marker = Path.Combine(root, "artifacts", "libc", "current");
        if (!File.Exists(marker)) return null;
        string found = Path.Combine(root, "artifacts", "libc", File.ReadAllText(marker).Trim());
        return Directory.Exists(found) ? new Sysroot(found) : null;
    }
}
