// popcorn-cc --build-libc: compiles musl, our port of it and the runtime into one archive, libc.a, with the headers beside it, in artifacts/libc/<hash>/. The hash covers
// the compiler itself, the lists, the port, the runtime and musl, so that a sysroot is never stale; a finished one is only pointed at. With a folder and flags after it
// (popcorn-cc --build-libc DIR FLAG...) a library compiled with these flags too is made there: measurements need one without migration points.
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using PopcornCC.Compiler.Preprocess;
using PopcornCC.Linker.Elf;

namespace PopcornCC.Cli;

/// <summary>Builds the C library, each file with <paramref name="flags"/> after its own.</summary>
public sealed class LibcBuilder(string root, ErrorOutput output, IReadOnlyList<string> flags)
{
    // Programs name these on the command line; everything is in libc.a, as in musl, and so are the compiler's helpers.
    private static readonly string[] EmptyLibraries = ["m", "rt", "pthread", "crypt", "util", "xnet", "resolv", "dl", "gcc", "gcc_eh", "atomic"];

    private string Musl => Path.Combine(root, "artifacts", "musl");

    /// <summary>Builds into <paramref name="folder"/>, or into the checkout's own place unless it is there already; the result is the exit code.</summary>
    public int Run(string? folder)
    {
        if (!Directory.Exists(Path.Combine(Musl, "musl")))
        {
            output.Error($"musl has not been fetched: run runtime/libc/fetch-musl.sh {Musl}", "PCC4120");
            return 1;
        }
        return folder is null ? RunInPlace() : Build(folder) ? 0 : 1;
    }

    private int RunInPlace()
    {
        string libc = Path.Combine(root, "artifacts", "libc");
        string key = Key();
        string folder = Path.Combine(libc, key);
        if (!File.Exists(Path.Combine(folder, "lib", "libc.a")))
        {
            string temporary = folder + ".tmp";
            if (Directory.Exists(temporary)) Directory.Delete(temporary, recursive: true);
            if (!Build(temporary)) return 1;
            if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
            Directory.Move(temporary, folder);
        }
        File.WriteAllText(Path.Combine(libc, "current"), key + "\n");
        foreach (string old in Directory.GetDirectories(libc))
        {
            if (old != folder) Directory.Delete(old, recursive: true);
        }
        return 0;
    }

    private bool Build(string folder)
    {
        Dictionary<string, string> roots = new(StringComparer.Ordinal)
        {
            ["musl"] = Path.Combine(Musl, "musl"),
            ["out"] = Musl,
            ["port"] = Path.Combine(root, "runtime", "libc"),
            ["c"] = Path.Combine(root, "runtime", "c"),
            ["api"] = Path.Combine(root, "runtime", "include"),
        };
        List<BuildItem> items = [];
        try
        {
            items.AddRange(BuildList.Read(Path.Combine(root, "runtime", "c", "build.list"), roots));
            items.AddRange(BuildList.Read(Path.Combine(root, "runtime", "libc", "build.list"), roots));
        }
        catch (Exception e) when (e is BuildListException or IOException)
        {
            output.Error(e.Message, "PCC4121");
            return false;
        }
        FileCache files = new();
        byte[]?[] objects = new byte[]?[items.Count];
        string?[] messages = new string?[items.Count];
        // Not Parallel.For: files differ a hundredfold in size, so each worker takes the next one. Deep expressions need deep stacks.
        int next = -1;
        Thread[] workers = [.. Enumerable.Range(0, Environment.ProcessorCount).Select(_ => new Thread(() =>
        {
            for (int i = Interlocked.Increment(ref next); i < items.Count; i = Interlocked.Increment(ref next))
            {
                StringWriter text = new();
                objects[i] = Compile(items[i], files, new ErrorOutput(text, color: false));
                messages[i] = text.ToString();
            }
        }, Program.StackSize))];
        foreach (Thread w in workers) w.Start();
        foreach (Thread w in workers) w.Join();
        int failed = 0;
        for (int i = 0; i < items.Count; i++)
        {
            if (messages[i]!.Length > 0) output.WriteLine(messages[i]!.TrimEnd());
            if (objects[i] is not null) continue;
            failed++;
            output.WriteLine($"  while compiling {items[i].Path}");
        }
        if (failed > 0)
        {
            output.Error($"{failed} of {items.Count} files of the C library did not compile", "PCC4122");
            return false;
        }
        string library = Path.Combine(folder, "lib");
        Directory.CreateDirectory(library);
        File.WriteAllBytes(Path.Combine(library, "libc.a"), Archive.Write(items.Select((item, i) => (item.Member, objects[i]!))));
        foreach (string name in EmptyLibraries) File.WriteAllBytes(Path.Combine(library, $"lib{name}.a"), Archive.Write([]));
        CopyFolder(Path.Combine(Musl, "include"), Path.Combine(folder, "include"));
        CopyFolder(Path.Combine(root, "runtime", "include"), Path.Combine(folder, "include"));
        return true;
    }

    private byte[]? Compile(BuildItem item, FileCache files, ErrorOutput output)
    {
        if (item.Assembly is string second) return CompileStep.AssemblePair(item.Path, second, output);
        (DriverOptions options, IReadOnlyList<CommandLineError> errors) = CommandLine.Parse([.. item.Flags, .. flags, "-nostdinc", "-c", item.Path]);
        foreach (CommandLineError e in errors) output.Error(e.Message, "PCC4121");
        if (errors.Count > 0) return null;
        try
        {
            return new CompileStep(options, null, files).ToObject(options.Inputs[0], output);
        }
        catch (Exception e)
        {
            // A bug of ours in one file; the others still say what they have to say.
            output.Error($"{item.Path}: internal error: {(Environment.GetEnvironmentVariable("POPCORN_DEBUG") is null ? e.Message.Split('\n')[0] : e.ToString())}", "PCC4199");
            return null;
        }
    }

    private static void CopyFolder(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (string path in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            string target = Path.Combine(to, Path.GetRelativePath(from, path));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(path, target, overwrite: true);
        }
    }

    /// <summary>A hash over everything the library depends on.</summary>
    private string Key()
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        IEnumerable<string> inputs = Directory.GetFiles(AppContext.BaseDirectory, "*.dll")
            .Concat(Directory.GetFiles(Path.Combine(root, "runtime", "c"), "*", SearchOption.AllDirectories))
            .Concat(Directory.GetFiles(Path.Combine(root, "runtime", "libc"), "*", SearchOption.AllDirectories))
            .Concat(Directory.GetFiles(Path.Combine(root, "runtime", "include"), "*", SearchOption.AllDirectories))
            .Append(Path.Combine(Musl, "stamp"));
        foreach (string path in inputs.Order(StringComparer.Ordinal))
        {
            if (!File.Exists(path)) continue;
            hash.AppendData(Encoding.UTF8.GetBytes(Path.GetFileName(path)));
            hash.AppendData(SHA256.HashData(File.ReadAllBytes(path)));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }
}
