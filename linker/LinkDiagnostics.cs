// The linker's errors and warnings as values: one named method each, a permanent id (PCC3nnn). They name files and symbols instead of
// source spans; the driver prints them as it prints the compiler's.
namespace PopcornCC.Linker;

/// <summary>One error or warning.</summary>
public sealed record LinkDiagnostic(string Id, bool IsError, string? File, string Message)
{
    public override string ToString() => $"{(File is null ? "" : File + ": ")}{(IsError ? "error" : "warning")}: {Message} [{Id}]";
}

/// <summary>Everything that was found wrong with a link, in the order found.</summary>
public sealed class LinkDiagnostics
{
    private readonly List<LinkDiagnostic> _all = [];
    private readonly HashSet<LinkDiagnostic> _known = [];

    public IReadOnlyList<LinkDiagnostic> All => _all;

    public bool HasErrors { get; private set; }

    public void CannotRead(string file, string reason) => Error("PCC3001", file, $"cannot read: {reason}");

    public void DamagedObject(string file, string reason) => Error("PCC3002", file, $"damaged object: {reason}");

    public void DamagedArchive(string file, string reason) => Error("PCC3003", file, $"damaged archive: {reason}");

    public void NotAnInput(string file) => Error("PCC3004", file, "neither an object nor an archive; linker scripts are not supported");

    public void WrongMachine(string file, ushort machine) => Error("PCC3005", file, $"an object for ELF machine {machine}; x86-64 (62) and AArch64 (183) are known");

    public void NotRelocatable(string file) => Error("PCC3006", file, "an executable or shared library, not a relocatable object; programs are linked statically, from objects and .a archives");

    public void LibraryNotFound(string name, IEnumerable<string> directories) =>
        Error("PCC3007", null, $"cannot find -l{name} ({(name.StartsWith(':') ? name[1..] : $"lib{name}.a")}) in {string.Join(", ", directories.DefaultIfEmpty("no directory: no -L was given"))}");

    public void ForeignObject(string file, string isa) =>
        Warning("PCC3008", file, $"made by another compiler: {isa} code only, without stack maps; it links as leaf code that cannot migrate");

    public void Undefined(string symbol, string? isa, IEnumerable<string> askers) => Error("PCC3010", null,
        $"undefined symbol '{symbol}'{(isa is null ? "" : $" on {isa}")}{string.Concat(askers.Select(a => $"\n  needed by {a}"))}");

    public void Duplicate(string symbol, string first, string second) =>
        Error("PCC3011", null, $"duplicate symbol '{symbol}'\n  defined in {first}\n  defined in {second}");

    public void IndirectFunction(string file, string symbol) =>
        Error("PCC3012", file, $"'{symbol}' is an indirect function (STT_GNU_IFUNC), which a program that migrates cannot have");

    public void NoEntry(string entry) => Error("PCC3013", null, $"the entry point '{entry}' is not defined");

    public void UnsupportedRelocation(string file, string place, string isa, uint type) =>
        Error("PCC3020", file, $"{place}: relocation type {type} of {isa} is not supported in a static program");

    public void RelocationFailed(string file, string place, string symbol, string reason) => Error("PCC3021", file, $"{place}: relocation against '{symbol}': {reason}");

    public void ForeignReference(string file, string place, string symbol, string foreign) => Error("PCC3022", file,
        $"{place} refers to '{symbol}' of {foreign} other than by a call; a foreign object has no address common to both ISAs");

    public void ForeignInitialiser(string file, string section) =>
        Error("PCC3023", file, $"{section}: a foreign object cannot have initialisers, whose addresses would differ by ISA");

    public void DataDiffers(string file, string section, ulong offset, string reason) =>
        Error("PCC3030", file, $"{section} differs between the ISAs at offset 0x{offset:x}: {reason}");

    public void SymbolOffsetDiffers(string file, string symbol, ulong x86, ulong aarch64) =>
        Error("PCC3031", file, $"object '{symbol}' is at offset 0x{x86:x} of its section on x86-64 and 0x{aarch64:x} on AArch64");

    public void BadSites(string file, string isa, string reason) => Error("PCC3040", file, $".popcorn.sites of {isa}: {reason}");

    public void BadStackMap(string file, string isa, string reason) => Error("PCC3041", file, $".llvm_stackmaps of {isa}: {reason}");

    public void BadUnwind(string file, string isa, string reason) => Error("PCC3042", file, $".eh_frame of {isa}: {reason}");

    public void SitesDiffer(string file, string function, string what) => Error("PCC3043", file, $"the ISAs disagree about '{function}': {what}");

    public void BadSite(string file, string isa, string function, string site, string reason) =>
        Error("PCC3044", file, $"'{function}', {site}, on {isa}: {reason}");

    /// <summary>The finished program contradicts itself: a move could lose state.</summary>
    public void NotVerified(string what) => Error("PCC3045", null, $"the program could not move safely: {what}");

    public void TooLarge(string what) => Error("PCC3050", null, $"{what} does not fit the small code model (2 GiB)");

    public void BadExecutable(string file, string reason) => Error("PCC3060", file, $"not a PopcornCC executable: {reason}");

    private void Error(string id, string? file, string message)
    {
        HasErrors = true;
        Add(new LinkDiagnostic(id, true, file, message));
    }

    private void Warning(string id, string? file, string message) => Add(new LinkDiagnostic(id, false, file, message));

    /// <summary>What is wrong on both ISAs in the same words is said once.</summary>
    private void Add(LinkDiagnostic d)
    {
        if (_known.Add(d)) _all.Add(d);
    }
}
