// gcc's command line. Options are looked up in two tables (CommandLine.Options.cs): those with an argument, joined or separate as gcc takes them, and flags. What is not
// there is tried as a group (-W…, -f…, -m…, -O…) and otherwise refused in gcc's words.
using System.Globalization;
using PopcornCC.Compiler.CodeGen;
using PopcornCC.Compiler.Text;

namespace PopcornCC.Cli;

/// <summary>A command line that cannot be used; the message says why.</summary>
public sealed record CommandLineError(string Message);

/// <summary>Parses popcorn-cc's arguments.</summary>
public sealed partial class CommandLine
{
    private readonly DriverOptions _options = new();
    private readonly List<CommandLineError> _errors = [];
    private string _language = "none";
    private bool _unnamedStandardInput;
    private bool _machineNoted;
    private bool _preprocess;

    private CommandLine()
    {
    }

    /// <summary>The options, and what was wrong (then the options are not to be used).</summary>
    public static (DriverOptions Options, IReadOnlyList<CommandLineError> Errors) Parse(IEnumerable<string> arguments)
    {
        CommandLine parser = new();
        parser.ParseAll(ResponseFile.Expand(arguments, parser.Error));
        if (parser._linkerPending is string pending) parser.Error($"argument to linker option '{pending}' is missing");
        if (parser._unnamedStandardInput && !parser._preprocess) parser.Error("-E or -x required when input is from standard input");
        parser._errors.AddRange(parser._options.Refusals.Select(r => new CommandLineError(r)));
        return (parser._options, parser._errors);
    }

    private void Error(string message) => _errors.Add(new CommandLineError(message));

    private void ParseAll(List<string> arguments)
    {
        for (int i = 0; i < arguments.Count; i++)
        {
            string a = arguments[i];
            if (a.StartsWith("--", StringComparison.Ordinal)) a = ShortForm(a, arguments, ref i);
            if (a.Length < 2 || a[0] != '-')
            {
                AddInput(a);
                continue;
            }
            if (Flags.TryGetValue(a, out Action<DriverOptions>? flag))
            {
                flag(_options);
                _preprocess |= a == "-E";
                if (!NotOfAStep.Contains(a)) _options.StepArguments.Add(a);
                continue;
            }
            if (FindValued(a) is (string name, ValueOption option))
            {
                string value = a[name.Length..];
                if (value.Length == 0)
                {
                    if (i + 1 >= arguments.Count)
                    {
                        Error($"argument to '{a}' is missing");
                        return;
                    }
                    value = arguments[++i];
                }
                option.Apply(this, value);
                if (!NotOfAStep.Contains(name)) _options.StepArguments.Add(name + value);
                continue;
            }
            if (TryGroup(a))
            {
                if (!a.StartsWith("-Wl,", StringComparison.Ordinal)) _options.StepArguments.Add(a);
                continue;
            }
            Error($"unrecognized command-line option '{a}'{Suggestion(a)}");
        }
    }

    /// <summary>The longest option with a value that <paramref name="argument"/> is, or begins with when the value may be joined.</summary>
    private static (string Name, ValueOption Option)? FindValued(string argument)
    {
        (string, ValueOption)? best = null;
        int length = 0;
        foreach (ValueOption option in ValueOptions)
        {
            bool matches = argument == option.Name ? option.MayBeSeparate : option.MayBeJoined && argument.StartsWith(option.Name, StringComparison.Ordinal);
            if (matches && option.Name.Length > length)
            {
                best = (option.Name, option);
                length = option.Name.Length;
            }
        }
        return best;
    }

    private void AddInput(string path)
    {
        InputKind kind = _language switch
        {
            "c" => InputKind.C,
            "c-header" => InputKind.Header,
            "cpp-output" => InputKind.PreprocessedC,
            "assembler" => InputKind.Assembly,
            "ir" => InputKind.LlvmIr,
            _ when path == "-" => InputKind.C,
            _ => Path.GetExtension(path) switch
            {
                ".c" => InputKind.C,
                ".h" => InputKind.Header,
                ".i" => InputKind.PreprocessedC,
                ".ll" or ".bc" => InputKind.LlvmIr,
                ".s" or ".S" or ".sx" => InputKind.Assembly,
                ".cc" or ".cpp" or ".cxx" or ".C" or ".c++" or ".cp" or ".ii" or ".hpp" or ".hh" or ".m" or ".mm" => InputKind.OtherLanguage,
                _ => InputKind.Linker,
            },
        };
        _unnamedStandardInput |= path == "-" && _language == "none";
        _options.Inputs.Add(new DriverInput(path, kind, _wholeArchive));
    }

    private void AddLibrary(string name) => _options.Inputs.Add(new DriverInput(name, InputKind.Library, _wholeArchive));

    private void SetLanguage(string language)
    {
        if (language is "c" or "c-header" or "cpp-output" or "assembler" or "ir" or "none") _language = language;
        else if (language is "assembler-with-cpp") _language = "assembler";
        else if (language is "c++" or "c++-header" or "c++-cpp-output" or "objective-c" or "objective-c++" or "f77" or "f95" or "go" or "d" or "ada") Error($"language {language} is not supported: this is a C compiler");
        else Error($"language {language} not recognized");
    }

    private bool TryGroup(string a)
    {
        if (a.StartsWith("-Wl,", StringComparison.Ordinal))
        {
            LinkerOptions(a[4..].Split(','));
            return true;
        }
        if (a.StartsWith("-Wp,", StringComparison.Ordinal))
        {
            // As the preprocessor of old took it, -MD and -MMD come with the name of the file.
            string[] words = a[4..].Split(',');
            if (words is ["-MD" or "-MMD", string file, ..])
            {
                _options.DependencyFile = file;
                words = [words[0], .. words[2..]];
            }
            ParseAll([.. words]);
            return true;
        }
        // The assembler is LLVM's own; what configure scripts tell GNU as changes nothing.
        if (a.StartsWith("-Wa,", StringComparison.Ordinal)) return true;
        if (a.StartsWith("-W", StringComparison.Ordinal))
        {
            _options.Warnings.Add(a[2..]);
            return true;
        }
        if (a.StartsWith("-O", StringComparison.Ordinal))
        {
            if (!int.TryParse(a[2..], NumberStyles.None, CultureInfo.InvariantCulture, out int level))
            {
                Error("argument to '-O' should be a non-negative integer, 'g', 's', 'z' or 'fast'");
                return true;
            }
            _options.OptimizationLevel = Math.Min(level, 3);
            _options.OptimizeForSize = false;
            return true;
        }
        if (a.StartsWith("-g", StringComparison.Ordinal)) return TryDebugFlag(a);
        if (a.StartsWith("-f", StringComparison.Ordinal)) return TryCodeFlag(a);
        if (a.StartsWith("-d", StringComparison.Ordinal) && a.Length > 2) return TryDumpFlags(a[2..]);
        return a.StartsWith("-m", StringComparison.Ordinal) && TryMachineFlag(a);
    }

    /// <summary>gcc's and clang's -g options: how much, which version of DWARF; what else they may ask for (tuning for a debugger, type units, compression) changes nothing.</summary>
    private bool TryDebugFlag(string a)
    {
        switch (a)
        {
            case "-g0":
                _options.Debug = DebugLevel.None;
                return true;
            case "-g1" or "-ggdb1" or "-gline-tables-only" or "-gmlt" or "-gline-directives-only":
                _options.Debug = DebugLevel.Lines;
                return true;
            case "-g" or "-g2" or "-g3" or "-ggdb" or "-ggdb2" or "-ggdb3" or "-gfull" or "-glldb" or "-gdwarf" or "-gstandalone-debug" or "-gno-standalone-debug":
                _options.Debug = DebugLevel.Full;
                return true;
            case "-gdwarf-2" or "-gdwarf-3" or "-gdwarf-4" or "-gdwarf-5":
                _options.Debug = DebugLevel.Full;
                _options.DwarfVersion = a[^1] - '0';
                return true;
            case "-gcolumn-info" or "-gno-column-info":
                _options.DebugColumns = a == "-gcolumn-info";
                return true;
            case "-gsplit-dwarf":
                _options.Notes.Add("'-gsplit-dwarf' has no effect: debug information stays in the object file");
                return true;
            default:
                string name = a[2..].Split('=')[0];
                if (name.StartsWith("no-", StringComparison.Ordinal)) name = name[3..];
                return name is "z" or "strict-dwarf" or "record-gcc-switches" or "record-command-line" or "variable-location-views" or "pubnames" or "gnu-pubnames" or "inline-line-tables"
                    or "as-loc-support" or "as-locview-support" or "embed-source" or "type-units" or "statement-frontiers" or "internal-reset-location-views" or "simple-template-names";
        }
    }

    // -d with letters: those of the preprocessor count, those that dump gcc's insides do not.
    private bool TryDumpFlags(string letters)
    {
        if (letters.StartsWith("ump", StringComparison.Ordinal)) return false;
        foreach (char c in letters)
        {
            switch (c)
            {
                case 'M':
                    _options.DumpMacros = true;
                    break;
                case 'D':
                    _options.KeepMacros = true;
                    break;
                case 'I' or 'N' or 'U':
                    _options.Notes.Add($"'-d{c}' has no effect");
                    break;
            }
        }
        return true;
    }

    /// <summary>GNU's long names: <c>--output=FILE</c> is <c>-o FILE</c>.</summary>
    private static string ShortForm(string a, List<string> arguments, ref int i)
    {
        int equals = a.IndexOf('=', StringComparison.Ordinal);
        if (!LongNames.TryGetValue(equals < 0 ? a : a[..equals], out string? name)) return a;
        if (equals >= 0) return name + a[(equals + 1)..];
        bool joined = !Flags.ContainsKey(name) && ValueOptions.All(v => v.Name != name || !v.MayBeSeparate);
        return joined && i + 1 < arguments.Count ? name + arguments[++i] : name;
    }

    private static string Suggestion(string a)
    {
        string? found = SpellingSuggestion.Find(a, Flags.Keys.Concat(ValueOptions.Select(v => v.Name)).Concat(IgnoredCodeFlags.SelectMany(f => new[] { "-f" + f, "-fno-" + f })));
        return found is null ? "" : $"; did you mean '{found}'?";
    }
}
