// The command lines of `popcorn inspect VERB`, one class a verb.
using CommandLine;

namespace PopcornCC.Node;

/// <summary>What all verbs take.</summary>
internal abstract class InspectVerbOptions
{
    [Value(0, MetaName = "FILE", Required = true, HelpText = "A program, object or archive.")]
    public string File { get; set; } = "";

    [Option("json", HelpText = "Write JSON (docs/inspect.md) in place of tables.")]
    public bool Json { get; set; }
}

[Verb("info", HelpText = "What a file is: ISAs, build id, entry, sizes by part and ISA.")]
internal sealed class InfoOptions : InspectVerbOptions;

[Verb("archs", HelpText = "The ISAs it holds.")]
internal sealed class ArchsOptions : InspectVerbOptions;

[Verb("verify", HelpText = "Check every symbol, site, frame and resume entry; exit code 1 when something is wrong.")]
internal sealed class VerifyOptions : InspectVerbOptions;

[Verb("layout", HelpText = "Segments and sections of both ISAs side by side, and what padding costs.")]
internal sealed class LayoutOptions : InspectVerbOptions;

[Verb("symbols", HelpText = "Symbols: address, size and padding on each ISA.")]
internal sealed class SymbolsOptions : InspectVerbOptions
{
    [Option("sort", MetaValue = "KEY", Default = "address", HelpText = "address, name, size or padding.")]
    public string Sort { get; set; } = "address";

    [Option("filter", MetaValue = "REGEX", HelpText = "Only names that match.")]
    public string? Filter { get; set; }
}

[Verb("sites", HelpText = "Functions with sites; of one FUNCTION every site: callee, return addresses, and where each value is on each ISA.")]
internal sealed class SitesOptions : InspectVerbOptions
{
    [Value(1, MetaName = "FUNCTION", HelpText = "Show this function's sites.")]
    public string? Function { get; set; }
}

[Verb("frames", HelpText = "Pictures of a function's frames on both ISAs.")]
internal sealed class FramesOptions : InspectVerbOptions
{
    [Value(1, MetaName = "FUNCTION", Required = true, HelpText = "The function.")]
    public string Function { get; set; } = "";
}

[Verb("size", HelpText = "What each function costs: text, resume text, maps.")]
internal sealed class SizeOptions : InspectVerbOptions;

[Verb("map", HelpText = "What is at an address on both ISAs: function, line, site.")]
internal sealed class AddressOptions : InspectVerbOptions
{
    [Value(1, MetaName = "ADDRESS", Required = true, HelpText = "Hexadecimal, with or without 0x.")]
    public string Address { get; set; } = "";
}
