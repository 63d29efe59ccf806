// popcorn-cc beside gcc on the same command lines in equal folders: both succeed or both fail, make the same files, and where the text is for programs to read print the same.
// Assembly is two files for us, NAME.x86_64.s and NAME.aarch64.s; they count as NAME.s.
using System.Text.RegularExpressions;
using PopcornCC.Tests.Support;
using Xunit;

namespace PopcornCC.Programs.Tests;

public sealed partial class DriverDifferentialTests : IDisposable
{
    private static readonly Dictionary<string, string> Files = new(StringComparer.Ordinal)
    {
        ["main.c"] = "#include \"sub/inc.h\"\nint other(void);\nint main(void)\n{\n    return other() - VALUE;\n}\n",
        ["other.c"] = "#include \"sub/inc.h\"\nint other(void) { return VALUE; }\n",
        ["sub/inc.h"] = "#ifndef INC\n#define INC\n#define VALUE 42\n#endif\n",
        ["sub/twice.h"] = "int twice;\n",
        ["uses.c"] = "#include <twice.h>\nint *p = &twice;\n",
        ["gen.c"] = "#include \"generated.h\"\nint x;\n",
        ["bad.c"] = "int f(void) { return undeclared; }\n",
        ["macros.c"] = "#define F(a, ...) a #a __VA_ARGS__\n#if defined X && Y == 2\nint x = Z;\n#else\nint none;\n#endif\nF(1 + 2, 3, \"four\")\n\n\n\n\n\n\n\n\n\n\nlast; A B(1)\n",
        ["comments.c"] = "/* one */ int x; // two\nint y; /* three\n   lines */ int z;\n#define M /* gone */ 1\nint w = M;\n",
        ["text"] = "int from_text = __LINE__;\n",
        ["args"] = "-c 'main.c' \"-o\" sub/from\\ args.o -DQ='a b'",
        ["whole.c"] = "int main(void) { return 0; }\n",
    };

    private readonly string _root = Directory.CreateTempSubdirectory("popcorncc-gcc").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private (ProcessResult Result, string[] Made, string Folder) Run_(string compiler, string arguments, string? input, params string[] environment)
    {
        string folder = Path.Combine(_root, Path.GetFileName(compiler));
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        foreach ((string name, string text) in Files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, name))!);
            File.WriteAllText(Path.Combine(folder, name), text);
        }
        Dictionary<string, string> variables = environment.Select(e => e.Split('=', 2)).ToDictionary(e => e[0], e => e[1]);
        variables["LC_ALL"] = "C";
        ProcessResult result = Run.Program("/bin/sh", ["-c", $"exec '{compiler}' {arguments}"], input, folder, variables, timeoutSeconds: 120);
        string[] made = [.. Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(folder, f)).Where(f => !Files.ContainsKey(f))
            .Select(f => Pair().Replace(f, ".s")).Distinct().Order(StringComparer.Ordinal)];
        return (result, made, folder);
    }

    private void Compare(string arguments, bool output, string? input, params string[] environment)
    {
        (ProcessResult theirs, string[] theirFiles, string theirFolder) = Run_("/usr/bin/gcc", arguments, input, environment);
        (ProcessResult ours, string[] ourFiles, string ourFolder) = Run_(Toolchain.CompilerPath, arguments, input, environment);
        Assert.True(theirs.ExitCode == 0 == (ours.ExitCode == 0), $"gcc: {theirs.ExitCode}, ours: {ours.ExitCode}\n{theirs.Error}\n{ours.Error}");
        Assert.True(ours.ExitCode is 0 or 1, $"exit code {ours.ExitCode}");
        Assert.Equal(theirFiles, ourFiles);
        if (output) Assert.Equal(Plain(theirs.Output), Plain(ours.Output));
        foreach (string file in ourFiles.Where(f => f.EndsWith(".d", StringComparison.Ordinal) || f is "deps" or "out.i"))
        {
            Assert.Equal(Plain(File.ReadAllText(Path.Combine(theirFolder, file))), Plain(File.ReadAllText(Path.Combine(ourFolder, file))));
        }
    }

    // What both say of the same: gcc names a header that glibc has it read first; blank lines are no one's business.
    private static string Plain(string text) => string.Join('\n', text.Replace("\\\n", "", StringComparison.Ordinal).Replace(" /usr/include/stdc-predef.h", "", StringComparison.Ordinal)
        .Split('\n').Where(l => l.Trim().Length > 0 && l != "/usr/include/stdc-predef.h:").Select(l => Spaces().Replace(l.Trim(), " ")));

    [Theory]
    [InlineData("-c main.c")]
    [InlineData("-c main.c other.c bad.c uses.c -Isub")]
    [InlineData("-c main.c -o sub/x.o")]
    [InlineData("main.c other.c")]
    [InlineData("main.c other.c -o sub/prog")]
    [InlineData("-s -O2 -static main.c other.c -lm -lpthread -lrt -ldl -o sub/prog -Wl,--gc-sections,-O1 -Wl,-z,relro -Xlinker --as-needed -Wl,-rpath,/nowhere")]
    [InlineData("-c -MD main.c")]
    [InlineData("-c -MMD -MF sub/deps.d main.c")]
    [InlineData("-c -MMD -MP -MT 'a b' -MQ 'c$d' main.c")]
    [InlineData("-c -MMD main.c -o sub/m.o")]
    [InlineData("-c -Wp,-MMD,wp.d main.c")]
    [InlineData("-c -MMD main.c other.c")]
    [InlineData("-MMD whole.c -o sub/prog")]
    [InlineData("-MMD -S main.c -o sub/m.s")]
    [InlineData("-MMD -MF f.d -fsyntax-only main.c")]
    [InlineData("-MM main.c -o deps")]
    [InlineData("-E main.c -P -o out.i")]
    [InlineData("-E -MMD main.c -P -o out.i")]
    [InlineData("-S main.c")]
    [InlineData("-S main.c other.c")]
    [InlineData("-S -c main.c")]
    [InlineData("-save-temps -c main.c")]
    [InlineData("-save-temps -c main.c -o sub/q.o")]
    [InlineData("-save-temps=obj -c main.c -o sub/q.o")]
    [InlineData("-save-temps=cwd -c main.c -o sub/q.o")]
    [InlineData("-save-temps main.c other.c -o sub/prog")]
    [InlineData("-save-temps=obj whole.c -o sub/prog")]
    [InlineData("-fsyntax-only main.c")]
    [InlineData("-fsyntax-only bad.c")]
    [InlineData("-c bad.c main.c")]
    [InlineData("bad.c other.c")]
    [InlineData("main.c")]
    [InlineData("-c missing.c")]
    [InlineData("-c missing.c main.c")]
    [InlineData("main.c missing.o")]
    [InlineData("-c")]
    [InlineData("")]
    [InlineData("-c main.c -o")]
    [InlineData("-c main.c other.c -o x.o")]
    [InlineData("-c main.c -o nowhere/x.o")]
    [InlineData("-x pascal main.c")]
    [InlineData("-std=c3 -c main.c")]
    [InlineData("-fnonsense -c main.c")]
    [InlineData("-mnonsense -c main.c")]
    [InlineData("--nonsense -c main.c")]
    [InlineData("-Ofoo -c main.c")]
    [InlineData("-V")]
    [InlineData("-qversion")]
    [InlineData("whole.c -lnosuch")]
    [InlineData("whole.c -Wl,--nonsense")]
    [InlineData("-c main.c -lnosuch -Lnowhere -Inowhere")]
    [InlineData("@args")]
    [InlineData("-c @missing")]
    [InlineData("-### main.c other.c -o sub/prog")]
    [InlineData("-v -c main.c")]
    [InlineData("--compile --output=sub/long.o --define-macro=X --include-directory sub main.c")]
    [InlineData("-x c -c text -o text.o -x none main.c -fsyntax-only")]
    [InlineData("-c -x c text -o sub/text.o")]
    [InlineData("-T script whole.c")]
    [InlineData("whole.c text")]
    [InlineData("-c -nostdinc -idirafter sub -iquote . main.c")]
    [InlineData("-c uses.c")]
    [InlineData("-c -isystem sub uses.c")]
    [InlineData("-c -std=gnu11 -ansi -trigraphs -pedantic -w -g3 -ggdb -O3 -fPIC -fPIE -fpic -fno-plt -fvisibility=hidden -pipe -pthread -rdynamic main.c")]
    public void Outcome_and_files_are_the_same(string arguments) => Compare(arguments, output: false, input: null);

    [Theory]
    [InlineData("-MM main.c other.c")]
    [InlineData("-M -MG gen.c")]
    [InlineData("-MM -MG -MP gen.c")]
    [InlineData("-MM gen.c")]
    [InlineData("-MM -E -c main.c")]
    [InlineData("-E -P main.c")]
    [InlineData("-E -P macros.c")]
    [InlineData("-E -P -DX -DY=2 -D Z=3 -U A '-DB(x)=x x' macros.c")]
    [InlineData("-E -P -DX -UX -DY=2 macros.c")]
    [InlineData("-E -P -include sub/inc.h -imacros sub/twice.h text")]
    [InlineData("-E -P -x c text")]
    [InlineData("-E -P -C -nostdinc comments.c -ffreestanding -undef -D__STDC_HOSTED__=0", "comments")]
    [InlineData("-print-file-name=nosuch.a")]
    [InlineData("-print-prog-name=nosuch")]
    [InlineData("-print-multi-directory")]
    public void What_is_printed_for_programs_is_the_same(string arguments, string? kind = null) => Compare(arguments, output: kind is null, input: null);

    [Fact]
    public void Standard_input_is_read()
    {
        Compare("-E -P -", output: true, "#define A b\nA A c\n");
        Compare("-x c -c - -o sub/in.o", output: false, "int x;\n");
        Compare("-c - -o sub/in.o", output: false, "int x;\n");
        Compare("-x c -fsyntax-only -", output: false, "int x\n");
        Compare("-M -MT t -", output: false, "#include \"sub/inc.h\"\n");
        Compare("-E -M -MT t -", output: true, "#include \"sub/inc.h\"\n");
    }

    [Fact]
    public void The_environment_is_read()
    {
        Compare("-c uses.c", output: false, null, "CPATH=nowhere:sub");
        Compare("-c uses.c", output: false, null, "C_INCLUDE_PATH=sub");
        Compare("-c uses.c", output: false, null, "C_INCLUDE_PATH=nowhere");
        Compare("whole.c -lnosuch", output: false, null, "LIBRARY_PATH=sub");
        Compare("-c main.c", output: false, null, "DEPENDENCIES_OUTPUT=env.d");
        Compare("-c main.c -o sub/m.o", output: false, null, "DEPENDENCIES_OUTPUT=env.d the target");
        Compare("-c main.c", output: false, null, "TMPDIR=/nowhere");
    }

    [Fact]
    public void Libraries_are_found_by_name_and_by_file()
    {
        string folder = Path.Combine(_root, "libraries");
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "main.c"), Files["main.c"].Replace("sub/", "", StringComparison.Ordinal));
        File.WriteAllText(Path.Combine(folder, "other.c"), "int other(void) { return 42; }\n__attribute__((constructor)) static void start(void) { __builtin_printf(\"started\\n\"); }\n");
        File.WriteAllText(Path.Combine(folder, "inc.h"), Files["sub/inc.h"]);
        ProcessResult Shell(string commands) => Run.Program("/bin/sh", ["-e", "-c", commands], directory: folder, environment: new Dictionary<string, string> { ["CC"] = Toolchain.CompilerPath }, timeoutSeconds: 240);
        Assert.Equal(new ProcessResult(0, "", ""), Shell("$CC -c main.c other.c; ar rcs libx.a other.o; ar rcs plain.a other.o; ar rcs libmain.a main.o"));
        foreach (string link in new[] { "main.o -L. -lx", "-L . -l x main.o", "main.o -L. -l:plain.a", "main.o plain.a", "-L. -Wl,--start-group -lx -lmain -Wl,--end-group -u main", "-L. -Wl,--whole-archive libmain.a libx.a -Wl,--no-whole-archive" })
        {
            Assert.Equal(new ProcessResult(0, "started\n", ""), Shell($"rm -f p; $CC {link} -o p; ./p"));
        }
        Assert.Equal(new ProcessResult(0, "started\n", ""), Shell("rm -f p; LIBRARY_PATH=nowhere:. $CC main.o -lx -o p; ./p"));
        ProcessResult missing = Shell("$CC main.o -L. -lzzz -o q");
        Assert.Equal(1, missing.ExitCode);
        Assert.Contains("cannot find -lzzz", missing.Error);
        ProcessResult shared = Shell("gcc -shared -fPIC other.c -o libs.so; $CC main.o libs.so -o q");
        Assert.Equal(1, shared.ExitCode);
        Assert.Contains("programs are linked statically", shared.Error);
        ProcessResult script = Shell("echo 'GROUP ( libx.a )' > libscript.a; $CC main.o libscript.a -o q");
        Assert.Equal(1, script.ExitCode);
        Assert.Contains("linker scripts are not supported", script.Error);
    }

    [Fact]
    public void Messages_of_inputs_compiled_beside_each_other_come_in_their_order()
    {
        string folder = Path.Combine(_root, "order");
        Directory.CreateDirectory(folder);
        for (int i = 0; i < 8; i++) File.WriteAllText(Path.Combine(folder, $"f{i}.c"), string.Concat(Enumerable.Repeat("#include <stdio.h>\n", 8 - i)) + $"#warning number {i}\nint x{i};\n");
        ProcessResult result = Run.Program(Toolchain.CompilerPath, ["-c", .. Enumerable.Range(0, 8).Select(i => $"f{i}.c")], directory: folder);
        Assert.Equal(Enumerable.Range(0, 8).Select(i => $"number {i} "), Numbers().Matches(result.Error).Select(m => m.Value));
        Assert.Equal(0, result.ExitCode);
    }

    [GeneratedRegex(@"\.(x86_64|aarch64)\.s$")]
    private static partial Regex Pair();

    [GeneratedRegex(" +")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"number \d \b|number \d (?=\[)")]
    private static partial Regex Numbers();
}
