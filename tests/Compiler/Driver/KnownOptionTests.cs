// Every option that this machine's gcc lists: ours takes it, or says that and why it does not. None is unknown.
using System.Text.RegularExpressions;
using PopcornCC.Cli;
using PopcornCC.Tests.Support;
using Xunit;

namespace PopcornCC.Compiler.Tests.Driver;

public sealed partial class KnownOptionTests
{
    // Of other front ends, of gcc's own developers, or removed long ago; build systems do not ask for them.
    private static readonly string[] Foreign =
    [
        "-fada-", "-fdump-", "-fgnat-", "-fchkp-", "-fcheck-pointer-bounds", "-fcilkplus", "-fvtv-", "-fvtable-verify", "-fcall-", "-ffixed-", "-fdisable-", "-fenable-", "-fmudflap", "-fself-test", "-fdbg-cnt",
        "-fplugin-arg", "-foffload", "-fopenacc-dim", "-fbtr-bb", "-fhandle-exceptions", "-fargument-", "-fkeep-gc-roots", "-fpost-ipa", "-fpre-ipa", "-fprofile", "-fhelp", "-fversion", "-ftarget-help", "-fbuilding-libgcc",
        "-fgimple", "-flarge-source-files", "-fasan-", "-fsanitize-", "-fsee", "-fzee", "-fpcc-struct-return", "-fdwarf2-cfi-asm", "-ftest-coverage", "-fdirectives-only", "-fpreprocessed", "-fcheck-data-deps", "-ftrapv", "-fworking", "-fdirectives",
        "-fcheck-new", "-femit-class", "-ftime-report-details", "-fmem-report-wpa", "-frerun", "-fimplement", "-fpch", "-fallow", "-fdebug-cpp", "-fsignaling", "-fno-threadsafe", "-foptimize-register-move", "-fsingle-precision",
        "-fstack-limit", "-fnothrow-opt", "-fmax-", "-fterminated-", "-fnil-", "-fpacked", "-fbounds", "-fcx-", "-fset-stack", "-finstrument-functions-exclude", "-freport-bug", "-fjump",
    ];

    [Fact]
    public void No_optimisation_or_common_option_of_gcc_is_unknown()
    {
        string help = string.Concat(new[] { "common", "optimizers", "c" }.Select(c => Run.Program("gcc", ["--help=" + c], environment: new Dictionary<string, string> { ["LC_ALL"] = "C" }).Output));
        List<string> names = [.. Option().Matches(help).Select(m => m.Groups[1].Value).Where(n => !n.EndsWith('-') && !Foreign.Any(f => n.StartsWith(f, StringComparison.Ordinal))).Distinct()];
        Assert.True(names.Count > 200, $"gcc --help lists {names.Count} options");
        List<string> unknown = [];
        foreach (string name in names)
        {
            string argument = name.EndsWith('=') ? name + "1" : name;
            if (CommandLine.Parse(["-c", argument, "x.c"]).Errors.Any(e => e.Message.StartsWith("unrecognized", StringComparison.Ordinal))) unknown.Add(name);
        }
        Assert.Equal("", string.Join(' ', unknown));
    }

    [Theory]
    [InlineData("-march=native")]
    [InlineData("-mtune=generic")]
    [InlineData("-msse4.2")]
    [InlineData("-mno-avx512f")]
    [InlineData("-mcmodel=small")]
    [InlineData("-mbranch-protection=standard")]
    [InlineData("-moutline-atomics")]
    public void Machine_options_are_taken_with_one_warning(string option)
    {
        (DriverOptions options, IReadOnlyList<CommandLineError> errors) = CommandLine.Parse(["-c", option, option, "-mpopcnt", "x.c"]);
        Assert.Empty(errors);
        Assert.Equal([$"'{option}' has no effect: code is generated for the common base of every target"], options.Notes);
    }

    [Theory]
    [InlineData("-m32")]
    [InlineData("-mlong-double-80")]
    [InlineData("-fshort-enums")]
    [InlineData("-fpack-struct=1")]
    [InlineData("-funsigned-char")]
    [InlineData("-fno-signed-char")]
    [InlineData("-fsanitize=address")]
    [InlineData("-fopenmp")]
    [InlineData("-fprofile-arcs")]
    [InlineData("-pg")]
    [InlineData("-shared")]
    [InlineData("-r")]
    [InlineData("-fexec-charset=latin1")]
    [InlineData("-traditional-cpp")]
    public void What_would_change_the_program_is_refused_with_the_reason(string option)
    {
        CommandLineError error = Assert.Single(CommandLine.Parse([option, "x.c"]).Errors);
        Assert.Matches($"^'{Regex.Escape(option)}' is not supported: .+", error.Message);
    }

    [GeneratedRegex(@"^  (-f[A-Za-z0-9+=-]*)", RegexOptions.Multiline)]
    private static partial Regex Option();
}
