// gcc's command line. Options are looked up in two tables (CommandLine.Options.cs): those with an argument, joined or separate as gcc takes them, and flags. What is not
// there is tried as a group (-W…, -f…, -m…, -O…) and otherwise refused in gcc's words.
using System.Globalization;

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

    private CommandLine()
    {
    }

    /// <summary>The options, and what was wrong (then the options are not to be used).</summary>
    public static (DriverOptions Options, IReadOnlyList<CommandLineError> Errors) Parse(IEnumerable<string> arguments)
    {
        CommandLine parser = new();
        List<string> expanded = [];
        parser.ExpandResponseFiles(arguments, expanded, 0);
        parser.ParseAll(expanded);
        if (parser._unnamedStandardInput && parser._options.Mode is not (DriverMode.Preprocess or DriverMode.Dependencies)) parser.Error("-E or -x required when input is from standard input");
        return (parser._options, parser._errors);
    }

    private void Error(string message) => _errors.Add(new CommandLineError(message));

    private void ParseAll(List<string> arguments)
    {
        for (int i = 0; i < arguments.Count; i++)
        {
            string a = arguments[i];
            if (a.Length < 2 || a[0] != '-')
            {
                AddInput(a);
                continue;
            }
            if (Flags.TryGetValue(a, out Action<DriverOptions>? flag))
            {
                flag(_options);
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
                continue;
            }
            if (!TryGroup(a)) Error($"unrecognized command-line option '{a}'");
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
            "cpp-output" => InputKind.PreprocessedC,
            "assembler" => InputKind.Assembly,
            _ when path == "-" => InputKind.C,
            _ => Path.GetExtension(path) switch
            {
                ".c" or ".h" => InputKind.C,
                ".i" => InputKind.PreprocessedC,
                ".s" => InputKind.Assembly,
                _ => InputKind.Linker,
            },
        };
        _unnamedStandardInput |= path == "-" && _language == "none";
        _options.Inputs.Add(new DriverInput(path, kind));
    }

    private void SetLanguage(string language)
    {
        if (language is "c" or "cpp-output" or "assembler" or "none") _language = language;
        else if (language is "c-header") _language = "c";
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
        if (a.StartsWith("-W", StringComparison.Ordinal))
        {
            _options.Warnings.Add(a[2..]);
            return true;
        }
        if (a.StartsWith("-O", StringComparison.Ordinal))
        {
            if (!int.TryParse(a[2..], NumberStyles.None, CultureInfo.InvariantCulture, out int level)) return false;
            _options.OptimizationLevel = Math.Min(level, 3);
            _options.OptimizeForSize = false;
            return true;
        }
        if (a.StartsWith("-g", StringComparison.Ordinal))
        {
            _options.Debug = a != "-g0";
            return true;
        }
        if (a.StartsWith("-f", StringComparison.Ordinal)) return TryCodeFlag(a);
        return a.StartsWith("-m", StringComparison.Ordinal) && TryMachineFlag(a);
    }

    /// <summary>-f options that change nothing for us are taken quietly when gcc or clang know them; a misspelt one is refused.</summary>
    private bool TryCodeFlag(string a)
    {
        string name = a[2..];
        if (name.StartsWith("no-", StringComparison.Ordinal)) name = name[3..];
        int equals = name.IndexOf('=', StringComparison.Ordinal);
        if (equals >= 0) name = name[..equals];
        return IgnoredCodeFlags.Contains(name);
    }

    private bool TryMachineFlag(string a)
    {
        // The neutral machine is one: instruction sets and tuning cannot be chosen.
        if (a.StartsWith("-march=", StringComparison.Ordinal) || a.StartsWith("-mtune=", StringComparison.Ordinal) || a.StartsWith("-mcpu=", StringComparison.Ordinal))
        {
            _options.Notes.Add($"'{a}' has no effect: code is generated for the common base of every target");
            return true;
        }
        return a is "-m64" or "-mno-red-zone";
    }

    private void LinkerOptions(string[] options)
    {
        for (int i = 0; i < options.Length; i++)
        {
            string o = options[i];
            string? Value(string name)
            {
                if (o.StartsWith(name + "=", StringComparison.Ordinal)) return o[(name.Length + 1)..];
                if (o == name && i + 1 < options.Length) return options[++i];
                return null;
            }

            if (o is "--gc-sections") _options.CollectGarbage = true;
            else if (o is "--no-gc-sections") _options.CollectGarbage = false;
            else if (o is "-s" or "--strip-all") _options.Strip = true;
            else if (Value("-Map") is string map) _options.MapFile = map;
            else if (Value("-u") is string undefined) _options.Undefined.Add(undefined);
            else if (Value("--undefined") is string undefined2) _options.Undefined.Add(undefined2);
            else if (Value("-e") is string entry) _options.Entry = entry;
            else if (Value("--entry") is string entry2) _options.Entry = entry2;
            else if (IgnoredLinkerOptions.Contains(o)) continue;
            else if (o is "-z" && i + 1 < options.Length) i++;
            else if (o.StartsWith("-z", StringComparison.Ordinal) || o.StartsWith("-O", StringComparison.Ordinal) || o.StartsWith("--build-id", StringComparison.Ordinal)
                || o.StartsWith("--hash-style", StringComparison.Ordinal) || o.StartsWith("-rpath", StringComparison.Ordinal)) continue;
            else Error($"unrecognized linker option '{o}'");
        }
    }

    private void ExpandResponseFiles(IEnumerable<string> arguments, List<string> result, int depth)
    {
        foreach (string a in arguments)
        {
            if (a.Length < 2 || a[0] != '@' || !File.Exists(a[1..]))
            {
                result.Add(a);
                continue;
            }
            if (depth > 40)
            {
                Error($"too many @-files encountered: '{a}'");
                return;
            }
            try
            {
                ExpandResponseFiles(SplitResponseFile(File.ReadAllText(a[1..])), result, depth + 1);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                Error($"cannot read '{a[1..]}': {e.Message}");
            }
        }
    }

    /// <summary>gcc's rules: words at white space; single and double quotes group; a backslash keeps the next character.</summary>
    private static IEnumerable<string> SplitResponseFile(string text)
    {
        System.Text.StringBuilder word = new();
        bool inWord = false;
        char quote = '\0';
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c == '\\' && i + 1 < text.Length)
            {
                word.Append(text[++i]);
                inWord = true;
            }
            else if (quote != '\0')
            {
                if (c == quote) quote = '\0';
                else word.Append(c);
            }
            else if (c is '\'' or '"')
            {
                quote = c;
                inWord = true;
            }
            else if (char.IsWhiteSpace(c))
            {
                if (inWord) yield return word.ToString();
                word.Clear();
                inWord = false;
            }
            else
            {
                word.Append(c);
                inWord = true;
            }
        }
        if (inWord) yield return word.ToString();
    }
}
