// -W options to the compiler's warning settings, and what there is to say about the options themselves.
using PopcornCC.Compiler.Text;

namespace PopcornCC.Cli;

/// <summary>Reads the -W options of a command line.</summary>
public static class WarningOptions
{
    // These speak of all warnings, not of a group.
    private static readonly string[] s_general = ["error", "system-headers", "fatal-errors"];

    /// <summary>The settings that the options ask for together.</summary>
    public static WarningSettings Make(DriverOptions options) => new([.. options.Warnings])
    {
        None = options.NoWarnings,
        Pedantic = options.Pedantic,
        PedanticErrors = options.PedanticErrors,
    };

    /// <summary>Whether the first error ends the compilation.</summary>
    public static bool StopsAtFirstError(DriverOptions options) => options.Warnings.FindLast(w => w is "fatal-errors" or "no-fatal-errors") == "fatal-errors";

    /// <summary>A message for each option that names no group anybody knows: clang's words. As gcc, <c>-Wno-x</c> of an unknown x is silent: it is written for newer compilers.</summary>
    public static IEnumerable<string> Unknown(DriverOptions options)
    {
        foreach (string option in options.Warnings)
        {
            if (option.StartsWith("no-", StringComparison.Ordinal) || s_general.Contains(option)) continue;
            string name = option.StartsWith("error=", StringComparison.Ordinal) ? option["error=".Length..] : option;
            int level = name.IndexOf('=', StringComparison.Ordinal);
            if (WarningGroups.IsKnown(name) || (level > 0 && WarningGroups.IsKnown(name[..level]))) continue;
            string lead = option.Length > name.Length ? "-Werror=" : "-W";
            yield return $"unknown warning option '{lead}{name}'" + (WarningGroups.Suggest(name) is { } near ? $"; did you mean '{lead}{near}'?" : "");
        }
    }

    /// <summary>Whether such messages are errors; null: they are not wanted.</summary>
    public static bool? UnknownAreErrors(DriverOptions options)
    {
        SourceManager none = new();
        Diagnostic probe = new(Severity.Warning, "", "", SourceSpan.None, "unknown-warning-option");
        return new WarningPolicy(none, Make(options)).Apply(probe) is { } shown ? shown.Severity == Severity.Error : null;
    }
}
