// popcorn-cc's command line, run in this process: gcc's options do what gcc does, bad input gives one clear line and exit code 1, and a failure leaves no output file.
using PopcornCC.Cli;
using PopcornCC.Tests.Support;
using Xunit;

namespace PopcornCC.Compiler.Tests.Driver;

public sealed class DriverTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("popcorncc-driver").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string In(string name) => Path.Combine(_folder, name);

    private string Write(string name, string text)
    {
        File.WriteAllText(In(name), text);
        return In(name);
    }

    private (int Code, string Messages) Cc(params string[] arguments)
    {
        StringWriter messages = new();
        int code = 1;
        Thread thread = new(() => code = Program.Run(arguments, new ErrorOutput(messages, color: false)), Program.StackSize);
        thread.Start();
        thread.Join();
        return (code, messages.ToString().Replace(_folder + "/", "", StringComparison.Ordinal));
    }

    private void Refused(string expected, params string[] arguments)
    {
        (int code, string messages) = Cc(arguments);
        Assert.Equal(expected + "\n", messages);
        Assert.Equal(1, code);
    }

    private void Accepted(params string[] arguments) => Assert.Equal((0, ""), Cc(arguments));

    [Fact]
    public void A_missing_file_is_named() => Refused("popcorn-cc: error: missing.c: No such file or directory [PCC4102]", "-c", In("missing.c"));

    [Fact]
    public void A_missing_object_is_named_even_when_nothing_is_linked() => Refused("popcorn-cc: error: missing.o: No such file or directory [PCC4102]", "-c", In("missing.o"));

    [Fact]
    public void A_folder_is_no_source_file()
    {
        Directory.CreateDirectory(In("folder.c"));
        Refused("popcorn-cc: error: folder.c: is a directory [PCC4101]", "-c", In("folder.c"));
    }

    [Fact]
    public void An_output_that_cannot_be_written_is_named_and_nothing_is_left()
    {
        string source = Write("a.c", "int x;");
        (int code, string messages) = Cc("-c", source, "-o", In("nowhere/a.o"));
        Assert.Equal(1, code);
        Assert.StartsWith("popcorn-cc: error: cannot write 'nowhere/a.o': ", messages);
        Assert.EndsWith(" [PCC4104]\n", messages);
        Assert.Equal([source], Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public void An_output_that_is_a_folder_is_refused()
    {
        Directory.CreateDirectory(In("out"));
        (int code, string messages) = Cc("-c", Write("a.c", "int x;"), "-o", In("out"));
        Assert.Equal(1, code);
        Assert.StartsWith("popcorn-cc: error: cannot write 'out': ", messages);
        Assert.Single(messages.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Empty(Directory.GetFileSystemEntries(In("out")));
    }

    [Theory]
    [InlineData("-Q")]
    [InlineData("-V")]
    [InlineData("-qversion")]
    [InlineData("-fqqqq")]
    [InlineData("-mnonsense")]
    [InlineData("--nonsense")]
    public void An_unknown_option_is_refused_in_gccs_words(string option) => Refused($"popcorn-cc: error: unrecognized command-line option '{option}' [PCC4108]", option, "x.c");

    [Fact]
    public void Wrong_combinations_are_refused()
    {
        string a = Write("a.c", "int x;");
        Refused("popcorn-cc: error: argument to '-O' should be a non-negative integer, 'g', 's', 'z' or 'fast' [PCC4108]", "-Ofoo", a);
        Refused("popcorn-cc: error: unrecognized command-line option '-fomit-frame-pointr'; did you mean '-fomit-frame-pointer'? [PCC4108]", "-fomit-frame-pointr", a);
        Refused("popcorn-cc: error: no input files [PCC4100]", "-c");
        Refused("popcorn-cc: error: argument to '-o' is missing [PCC4108]", a, "-o");
        Refused("popcorn-cc: error: cannot specify '-o' with '-c', '-S' or '-E' with multiple files [PCC4107]", "-c", a, a, "-o", In("a.o"));
        Refused("popcorn-cc: error: input file 'a.c' is the same as output file [PCC4109]", "-c", a, "-o", a);
        Refused("popcorn-cc: error: language pascal not recognized [PCC4108]", "-x", "pascal", a);
        Refused("popcorn-cc: error: unrecognized command-line option '-std=c3' [PCC4108]", "-std=c3", a);
        Refused("popcorn-cc: error: -E or -x required when input is from standard input [PCC4108]", "-c", "-");
        Assert.Equal("int x;", File.ReadAllText(a));
    }

    [Fact]
    public void Options_that_mean_nothing_here_are_accepted_in_silence() =>
        Accepted("-c", Write("a.c", "int x;"), "-o", In("a.o"), "-pipe", "-static", "-fPIC", "-fno-common", "-fomit-frame-pointer", "-m64", "-g3", "-O2", "-Wall", "-Wextra", "-Wno-nonsense",
            "-fno-strict-aliasing", "-fstack-protector-strong", "-ffunction-sections", "-pthread", "-fvisibility=hidden", "-std=gnu11", "-D_GNU_SOURCE", "-D", "X=1", "-UY", "-I" + _folder);

    [Fact]
    public void Errors_are_shown_at_their_place_and_leave_no_object()
    {
        string source = Write("bad.c", "#define ADD(a, b) ((a) + (b))\nint f(int x)\n{\n\treturn ADD(x, y);\n}\n");
        (int code, string messages) = Cc("-c", source, "-o", In("bad.o"));
        Assert.Equal(1, code);
        Golden.Verify("tests/Compiler/Driver/Cases/bad.expected", messages);
        Assert.False(File.Exists(In("bad.o")));
    }

    [Fact]
    public void Warnings_are_errors_with_Werror_and_hidden_with_w()
    {
        string source = Write("w.c", "#warning look\nint x;\n");
        Assert.Equal((0, "w.c:1:2: warning: look [-W#warnings, PCC1012]\n    1 | #warning look\n      |  ^~~~~~~\n1 warning generated.\n"), Cc("-fsyntax-only", source));
        Assert.Equal((1, "w.c:1:2: error: look [-Werror,-W#warnings, PCC1012]\n    1 | #warning look\n      |  ^~~~~~~\n1 error generated.\n"), Cc("-fsyntax-only", "-Werror", source));
        Accepted("-fsyntax-only", "-w", "-Werror", source);
        Accepted("-fsyntax-only", "-Wno-cpp", source);
        Assert.Equal(0, Cc("-fsyntax-only", "-Werror", "-Wno-error=cpp", source).Code);
    }

    [Fact]
    public void Dependencies_are_written_beside_the_object()
    {
        Write("h.h", "extern int x;\n");
        string source = Write("a.c", "#include \"h.h\"\nint x;\n");
        Accepted("-c", source, "-o", In("a.o"), "-MD", "-MP");
        Assert.Equal($"{In("a.o")}: {In("a.c")} {In("h.h")}\n{In("h.h")}:\n".Replace(" ", "", StringComparison.Ordinal),
            File.ReadAllText(In("a.d")).Replace(" ", "", StringComparison.Ordinal).Replace("\\\n", "", StringComparison.Ordinal));
        Accepted("-c", source, "-o", In("a.o"), "-MMD", "-MF", In("deps"), "-MT", "target");
        Assert.StartsWith("target: ", File.ReadAllText(In("deps")));
        Accepted("-c", source, "-o", In("a.o"), "-Wp,-MD," + In("wp"));
        Assert.StartsWith(In("a.o") + ":", File.ReadAllText(In("wp")));
    }

    [Fact]
    public void Preprocessed_text_compiles_again()
    {
        string source = Write("a.c", "#define N 3\n#pragma pack(1)\nstruct s { char c; int x; };\n#pragma pack()\n_Static_assert(sizeof(struct s) == 5 && N == 3, \"\");\n");
        Accepted("-E", source, "-o", In("a.i"));
        Accepted("-fsyntax-only", In("a.i"));
        Accepted("-E", "-dM", source, "-o", In("macros"));
        Assert.Contains("#define N 3\n", File.ReadAllText(In("macros")));
        Assert.Contains("#define __popcorn__ 1\n", File.ReadAllText(In("macros")));
    }

    [Fact]
    public void Bytes_that_are_not_utf8_pass_through_preprocessing()
    {
        byte[] text = [.. "char s[] = \""u8, 0xE9, .. "\";\n"u8];
        File.WriteAllBytes(In("latin1.c"), text);
        Accepted("-E", "-P", In("latin1.c"), "-o", In("latin1.i"));
        Assert.Equal(text, File.ReadAllBytes(In("latin1.i")));
    }

    [Fact]
    public void Llvm_assembly_and_temporaries_are_written()
    {
        string source = Write("a.c", "int f(int x) { return x + 1; }\n");
        Accepted("-S", "-emit-llvm", source, "-o", In("a.ll"));
        Assert.StartsWith("; ModuleID", File.ReadAllText(In("a.ll")));
        Accepted("-c", "-emit-llvm", source, "-o", In("a.bc"));
        Assert.Equal("BC"u8.ToArray(), File.ReadAllBytes(In("a.bc"))[..2]);
        Accepted("-S", "-O1", source, "-o", In("a.s"));
        Assert.Contains("retq", File.ReadAllText(In("a.x86_64.s")));
        Assert.Contains("\tret\n", File.ReadAllText(In("a.aarch64.s")));
        Accepted("-c", In("a.x86_64.s"), "-o", In("b.o"));
        Assert.Equal("\u007FELF"u8.ToArray(), File.ReadAllBytes(In("b.o"))[..4]);
    }

    [Fact]
    public void Arguments_come_from_files_too()
    {
        string source = Write("a b.c", "int x = VALUE;\n");
        string more = Write("more", "-DVALUE=\"'\\\\''\"\n");
        Accepted("@" + Write("args", $"-c '{source}' \"-o\" {In("a.o")} @{more}"));
        Assert.True(File.Exists(In("a.o")));
        Refused("popcorn-cc: error: @missing: No such file or directory [PCC4102]", "-c", "@missing");
    }

    [Theory]
    [InlineData("--version", "popcorn-cc ")]
    [InlineData("--help", "Usage: popcorn-cc ")]
    [InlineData("-dumpmachine", "popcorn-unknown-linux-musl")]
    [InlineData("-print-prog-name=ld", "ld")]
    [InlineData("-print-file-name=nosuch.a", "nosuch.a")]
    public void Questions_are_answered(string question, string answer) => Assert.StartsWith(answer, Help.Answer(["-O2", question]));
}
