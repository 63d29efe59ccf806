// -W options in order to the compiler's warning settings.
using PopcornCC.Compiler.Text;

namespace PopcornCC.Cli;

/// <summary>Reads the -W options of a command line.</summary>
public static class WarningOptions
{
    /// <summary>The settings that the options ask for together.</summary>
    public static WarningSettings Make(DriverOptions options)
    {
        WarningSettings settings = new() { None = options.NoWarnings, Pedantic = options.Pedantic };
        foreach (string option in options.Warnings)
        {
            string name = option;
            bool on = !name.StartsWith("no-", StringComparison.Ordinal);
            if (!on) name = name[3..];
            switch (name)
            {
                case "all":
                    settings.All = on;
                    break;
                case "extra":
                    settings.Extra = on;
                    break;
                case "error":
                    settings.Error = on;
                    break;
                case "system-headers":
                    settings.SystemHeaders = on;
                    break;
                case string s when s.StartsWith("error=", StringComparison.Ordinal):
                    string error = WarningPolicy.Canonical(s[6..]);
                    settings.Errors[error] = on;
                    if (on) settings.Groups[error] = true;
                    break;
                default:
                    // -Wformat=2 and the like ask for the group.
                    int equals = name.IndexOf('=', StringComparison.Ordinal);
                    settings.Groups[WarningPolicy.Canonical(equals < 0 ? name : name[..equals])] = on;
                    break;
            }
        }
        return settings;
    }
}
