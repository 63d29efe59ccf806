// `popcorn inspect VERB` as a user has it: every verb on a program, a thin half, an object and an archive, as tables and as JSON whose fields are those of docs/inspect.md.
using System.Text.Json;
using System.Text.RegularExpressions;
using PopcornCC.Tests.Support;
using Xunit;

namespace PopcornCC.EndToEnd.Tests;

public sealed class InspectTests
{
    private static readonly Lazy<string> s_program = new(() => Toolchain.Compile("examples/stackdeep.c", "-O2", "-g"));
    private static readonly Lazy<string> s_object = new(() => CompileObject("-g"));

    /// <summary>Each verb with the arguments that make it show all it can.</summary>
    private static readonly (string Verb, string[] Arguments)[] s_verbs =
    [
        ("info", []), ("archs", []), ("verify", []), ("layout", []), ("symbols", []), ("sites", []), ("sites", ["descend"]), ("frames", ["descend"]), ("size", []), ("map", ["0x400449"]),
    ];

    private static string CompileObject(string option)
    {
        string path = Path.Combine(Toolchain.Scratch, "inspect-stackdeep.o");
        ProcessResult r = Toolchain.Cc("-O2", option, "-c", Path.Combine(Repository.Root, "examples/stackdeep.c"), "-o", path);
        Assert.True(r.ExitCode == 0, r.Error);
        return path;
    }

    private static JsonElement Json(string verb, string file, params string[] arguments)
    {
        ProcessResult r = Toolchain.Popcorn(["inspect", verb, "--json", file, .. arguments]);
        Assert.True(r.ExitCode == 0, r.Error);
        Assert.Equal("", r.Error);
        return JsonDocument.Parse(r.Output).RootElement;
    }

    private static string Text(params string[] arguments)
    {
        ProcessResult r = Toolchain.Popcorn(["inspect", .. arguments]);
        Assert.True(r.ExitCode == 0, r.Error);
        return r.Output;
    }

    /// <summary>The fields of docs/inspect.md: those under a verb's heading, and those of every verb.</summary>
    private static HashSet<string> Documented(string verb)
    {
        string[] sections = Regex.Split(File.ReadAllText(Path.Combine(Repository.Root, "docs/inspect.md")), "^### ", RegexOptions.Multiline);
        HashSet<string> fields = new(StringComparer.Ordinal);
        foreach (string section in sections.Where(s => s.StartsWith(verb + "\n", StringComparison.Ordinal) || s.StartsWith("every verb\n", StringComparison.Ordinal)))
        {
            foreach (Match m in Regex.Matches(section, "`([a-z][A-Za-z.*\\[\\]]*)`")) fields.Add(m.Groups[1].Value);
        }
        return fields;
    }

    private static void Fields(JsonElement e, string path, HashSet<string> found)
    {
        switch (e.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (JsonProperty p in e.EnumerateObject()) Fields(p.Value, (path.Length > 0 ? path + "." : "") + (p.Name is "x86-64" or "aarch64" ? "*" : p.Name), found);
                break;
            case JsonValueKind.Array:
                foreach (JsonElement i in e.EnumerateArray()) Fields(i, path + "[]", found);
                break;
            default:
                found.Add(path);
                break;
        }
    }

    [Fact]
    public void The_documented_fields_are_those_of_the_JSON()
    {
        foreach (IGrouping<string, (string Verb, string[] Arguments)> verb in s_verbs.GroupBy(v => v.Verb))
        {
            HashSet<string> documented = Documented(verb.Key), found = new(StringComparer.Ordinal);
            foreach ((string name, string[] arguments) in verb)
            {
                JsonElement json = Json(name, s_program.Value, arguments);
                Assert.Equal((1, name, s_program.Value), (json.GetProperty("schema").GetInt32(), json.GetProperty("verb").GetString(), json.GetProperty("file").GetString()));
                Fields(json, "", found);
            }
            Assert.Empty(found.Except(documented));
            // Not in this program: a problem, an archive's member, a constant, what a compiler may have left.
            string[] absent = [.. documented.Except(found).Where(f => f is not ("problems[]" or "members[].member" or "compiler") && !f.EndsWith(".cType", StringComparison.Ordinal) && f is not ("functions[].units[].name" or "functions[].sites[].values[].name") && !f.EndsWith(".places[].value", StringComparison.Ordinal))];
            Assert.True(absent.Length == 0, $"{verb.Key}: documented, but not printed: {string.Join(' ', absent)}");
        }
    }

    [Fact]
    public void An_archive_has_a_report_for_each_member_and_an_object_says_what_it_cannot_show()
    {
        string archive = Path.Combine(Toolchain.Scratch, "libinspect.a");
        File.Delete(archive);
        Assert.Equal(0, Run.Program("ar", ["rcs", archive, s_object.Value]).ExitCode);
        foreach (string verb in new[] { "info", "archs", "verify", "layout", "symbols", "sites", "size" })
        {
            JsonElement one = Json(verb, s_object.Value), member = Assert.Single(Json(verb, archive).GetProperty("members").EnumerateArray());
            Assert.Equal("inspect-stackdeep.o", member.GetProperty("member").GetString());
            // Apart from schema, verb and file the member's report is the object's.
            static string[] Values(JsonElement e, int skipped) => [.. e.EnumerateObject().Skip(skipped).Select(p => p.Name + Regex.Replace(p.Value.ToString(), "\\s", ""))];
            Assert.Equal(Values(one, 3), Values(member, 1));
            Assert.Contains("inspect-stackdeep.o:", Text(verb, archive));
        }
        Assert.Equal(["main", "descend"], Json("sites", s_object.Value).GetProperty("list").EnumerateArray().Select(f => f.GetProperty("name").GetString()!).OrderDescending(StringComparer.Ordinal));
        Assert.Contains("site 0: call", Text("sites", archive, "main"));
        foreach (string[] command in new string[][] { ["frames", s_object.Value, "main"], ["map", s_object.Value, "0"], ["sites", s_object.Value, "nothing"] })
        {
            ProcessResult r = Toolchain.Popcorn(["inspect", .. command]);
            Assert.Equal((1, ""), (r.ExitCode, r.Output));
            Assert.EndsWith("[PCC4042]\n", r.Error);
        }
    }

    [Fact]
    public void A_thin_half_shows_the_same_sites_as_the_fat_program_does_for_its_ISA()
    {
        string thin = Toolchain.Thin(s_program.Value);
        Assert.Equal("aarch64\n", Text("archs", thin));
        Assert.StartsWith("sound: ", Text("verify", thin));
        static string[] Returns(JsonElement json) => [.. json.GetProperty("functions")[0].GetProperty("sites").EnumerateArray().SelectMany(s => s.GetProperty("returns").EnumerateArray())
            .Where(r => r.GetProperty("isa").GetString() == "aarch64").Select(r => r.ToString())];
        Assert.Equal(Returns(Json("sites", s_program.Value, "descend")), Returns(Json("sites", thin, "descend")));
        foreach ((string verb, string[] arguments) in s_verbs) Text([verb, thin, .. arguments]);
    }

    [Fact]
    public void A_site_names_its_callee_line_and_places_on_both_ISAs()
    {
        JsonElement main = Json("sites", s_program.Value, "main").GetProperty("functions")[0], site = main.GetProperty("sites")[0];
        Assert.Equal(("descend", "call", "stackdeep.c"), (site.GetProperty("callee").GetString(), site.GetProperty("kind").GetString(), main.GetProperty("source").GetString()));
        Assert.Contains("descend(DEPTH", File.ReadLines(Path.Combine(Repository.Root, "examples/stackdeep.c")).ElementAt(site.GetProperty("line").GetInt32() - 1));
        // The return addresses are those behind the calls that objdump shows.
        JsonElement own = site.GetProperty("returns").EnumerateArray().First(r => r.GetProperty("isa").GetString() == "x86-64" && r.GetProperty("in").GetString() == "function");
        string after = own.GetProperty("address").GetString()![2..];
        Assert.Matches($@"call\s+[0-9a-f]+ <descend>\n\s*{after}:", Run.Program("objdump", ["-d", "--disassemble=main", s_program.Value]).Output);
        Assert.Contains($"call 0 of main", Text("map", s_program.Value, after));
    }

    [Fact]
    public void Symbols_are_sorted_and_filtered()
    {
        string[] Names(params string[] options) => [.. Json("symbols", s_program.Value, options).GetProperty("symbols").EnumerateArray().Select(s => s.GetProperty("name").GetString()!)];
        Assert.Equal(["descend", "main"], Names("--filter", "^(main|descend)$", "--sort", "name"));
        Assert.Equal(["descend", "main"], Names("--filter", "^(main|descend)$", "--sort", "size"));
        Assert.Equal(["main", "descend"], Names("--filter", "^(main|descend)$"));
        foreach ((string option, string value, string id) in new[] { ("--sort", "colour", "PCC4001"), ("--filter", "(", "PCC4044") })
        {
            ProcessResult r = Toolchain.Popcorn("inspect", "symbols", s_program.Value, option, value);
            Assert.Equal((1, ""), (r.ExitCode, r.Output));
            Assert.EndsWith($"[{id}]\n", r.Error);
        }
    }
}
