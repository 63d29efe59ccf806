// Finds and reads the inputs that the command line names.
using PopcornCC.Linker.Elf;
using PopcornCC.Linker.Symbols;

namespace PopcornCC.Linker;

/// <summary>Reads one input into the symbol table.</summary>
internal static class InputReader
{
    public static void Read(LinkInput input, LinkOptions options, SymbolTable table, LinkDiagnostics diagnostics)
    {
        switch (input)
        {
            case LinkInput.FromFile(string path, { } bytes):
                Add(path, bytes, input.Whole, table, diagnostics);
                break;
            case LinkInput.FromFile(string path, _):
                ReadFile(path, input.Whole, table, diagnostics);
                break;
            case LinkInput.Library(string name):
                string? found = options.LibraryDirectories.Select(d => Path.Combine(d, name.StartsWith(':') ? name[1..] : $"lib{name}.a")).FirstOrDefault(File.Exists);
                if (found is null) diagnostics.LibraryNotFound(name, options.LibraryDirectories);
                else ReadFile(found, input.Whole, table, diagnostics);
                break;
        }
    }

    private static void ReadFile(string path, bool whole, SymbolTable table, LinkDiagnostics diagnostics)
    {
        try
        {
            Add(path, File.ReadAllBytes(path), whole, table, diagnostics);
        }
        catch (FileNotFoundException)
        {
            diagnostics.CannotRead(path, "no such file");
        }
        catch (DirectoryNotFoundException)
        {
            diagnostics.CannotRead(path, "no such file");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            diagnostics.CannotRead(path, e.Message);
        }
    }

    private static void Add(string name, ReadOnlyMemory<byte> bytes, bool whole, SymbolTable table, LinkDiagnostics diagnostics)
    {
        if (Archive.IsArchive(bytes.Span)) table.AddArchive(name, bytes, whole);
        else if (ElfHeader.IsElf(bytes.Span)) table.AddObject(name, bytes, isNamed: true);
        else diagnostics.NotAnInput(name);
    }
}
