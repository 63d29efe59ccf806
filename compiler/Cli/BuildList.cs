// Reads the lists that say how a library is made (runtime/libc/build.list and runtime/c/build.list), one directive a line:
//   include DIR        the next -I                        flags F...           options of every file
//   dir DIR [F...]     every *.c directly in it, sorted    file PATH [F...]     one file; F: further options
//   skip PATH reason   a file of a `dir` left out          system DIR           ignored here
//   asm NAME X86 A64   an assembly file for each ISA, as the member NAME.o
// The first component of a path says where it is: musl/ and out/ in what fetch-musl.sh unpacked and generated, port/ in runtime/libc, c/ and api/ in runtime/c and runtime/include.
namespace PopcornCC.Cli;

/// <summary>A C file of a library and the options it is compiled with, or with <paramref name="Assembly"/> a pair of assembly files.</summary>
public sealed record BuildItem(string Member, string Path, IReadOnlyList<string> Flags, string? Assembly = null);

/// <summary>A list that cannot be read; place and reason.</summary>
public sealed class BuildListException(string message) : Exception(message);

/// <summary>Reads build lists.</summary>
public static class BuildList
{
    /// <summary>The files of a list, in its order. Roots maps the first component of a path to a folder.</summary>
    public static IReadOnlyList<BuildItem> Read(string file, IReadOnlyDictionary<string, string> roots)
    {
        List<string> flags = [];
        List<(string Path, string[] Flags, string? Assembly, string? Name, bool FromFolder)> entries = [];
        HashSet<string> skipped = new(StringComparer.Ordinal);
        int number = 0;
        foreach (string raw in File.ReadLines(file))
        {
            number++;
            string line = raw.Split('#')[0].Trim();
            if (line.Length == 0) continue;
            string[] words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            BuildListException Bad(string why) => new($"{file}:{number}: {why}");
            if (words.Length < 2) throw Bad($"'{words[0]}' without argument");
            string Resolve(string path)
            {
                int slash = path.IndexOf('/', StringComparison.Ordinal);
                string head = slash < 0 ? path : path[..slash];
                if (!roots.TryGetValue(head, out string? root)) throw Bad($"unknown root '{head}/'");
                return slash < 0 ? root : Path.Combine(root, path[(slash + 1)..]);
            }

            switch (words[0])
            {
                case "include":
                    flags.Add("-I" + Resolve(words[1]));
                    break;
                case "flags":
                    flags.AddRange(words[1..]);
                    break;
                case "dir":
                    string folder = Resolve(words[1]);
                    if (!Directory.Exists(folder)) throw Bad($"no folder '{folder}'");
                    foreach (string path in Directory.GetFiles(folder, "*.c").Order(StringComparer.Ordinal)) entries.Add((path, words[2..], null, null, true));
                    break;
                case "file":
                    entries.Add((Resolve(words[1]), words[2..], null, null, false));
                    break;
                case "asm":
                    if (words.Length != 4) throw Bad("asm takes a name and two files");
                    entries.Add((Resolve(words[2]), [], Resolve(words[3]), words[1], false));
                    break;
                case "skip":
                    skipped.Add(Resolve(words[1]));
                    break;
                case "system":
                    break;
                default:
                    throw Bad($"unknown directive '{words[0]}'");
            }
        }
        // A file named after a dir replaces the plain entry; members of one name (src/a/x.c and src/b/x.c) are told apart by a number.
        HashSet<string> named = [.. entries.Where(e => !e.FromFolder).Select(e => e.Path)];
        Dictionary<string, int> members = new(StringComparer.Ordinal);
        List<BuildItem> items = [];
        foreach ((string path, string[] own, string? assembly, string? name, bool fromFolder) in entries)
        {
            if (skipped.Contains(path) || (fromFolder && named.Contains(path))) continue;
            string member = name ?? Path.GetFileNameWithoutExtension(path);
            int count = members[member] = members.GetValueOrDefault(member) + 1;
            if (count > 1) member += "." + count.ToString(System.Globalization.CultureInfo.InvariantCulture);
            items.Add(new BuildItem(member + ".o", path, [.. flags, .. own], assembly));
        }
        return items;
    }
}
