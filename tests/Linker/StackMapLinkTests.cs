// Maps made by the linker from real statepoints: read by a walker written in C on both ISAs, printed as a golden, and refused when the ISAs or
// the tables disagree.
using System.Buffers.Binary;
using System.Text;
using PopcornCC.Linker.Elf;
using PopcornCC.Linker.Relocations;
using PopcornCC.StackMap;
using PopcornCC.Tests.Support;
using Xunit;

namespace PopcornCC.Linker.Tests;

public sealed class StackMapLinkTests : IDisposable
{
    private readonly Toolchain _tools = new();

    public void Dispose() => _tools.Dispose();

    [Fact]
    public void A_stack_walk_by_the_maps_finds_the_same_values_on_both_ISAs()
    {
        byte[] program = Toolchain.Link(new LinkOptions(), _tools.Start(), ("walker.o", _tools.Fat(Path.Combine(Toolchain.Inputs, "walker.c"))), ("sites.o", Sites())).Executable;
        Golden.Verify("tests/Linker/Inputs/walker.out", _tools.RunEverywhere(program));
    }

    [Fact]
    public void The_maps_of_statepoints_print_as_expected()
    {
        byte[] program = Toolchain.Link(new LinkOptions(), _tools.Start(), ("walker.o", _tools.Fat(Path.Combine(Toolchain.Inputs, "walker.c"))), ("sites.o", Sites())).Executable;
        var maps = FatExecutable.ReadMaps(program, out string? error);
        Assert.True(maps is not null, error);
        Golden.Verify("tests/Linker/Inputs/sites.maps", MapDump.Print(maps.Value.Neutral, maps.Value.Isas));
        Assert.Equal(maps.Value.Neutral.Write(), Content(program, ".popcorn.map"));
        Assert.Equal(maps.Value.Isas[0].Write(), Content(program, ".popcorn.isa_map"));
        Assert.Equal(maps.Value.Isas[1].Write(), Content(program, ".popcorn.aarch64.popcorn.isa_map"));
    }

    [Fact]
    public void Functions_that_nothing_reaches_are_not_in_the_maps()
    {
        byte[] program = Toolchain.Link(new LinkOptions(), _tools.Start(), ("main.o", _tools.FatText("int main(void) { return 0; }")), ("sites.o", Sites())).Executable;
        Assert.Empty(FatExecutable.ReadMaps(program, out _)!.Value.Neutral.Functions);
    }

    [Fact]
    public void A_record_kept_in_memory_has_one_operand_a_site()
    {
        string text = File.ReadAllText(Path.Combine(Toolchain.Inputs, "small-sites.ll"))
            .Replace("[ \"deopt\"(i64 %d) ]", "[ \"deopt\"(ptr %kept) ]", StringComparison.Ordinal)
            .Replace("@f(i64 %d) uwtable section \".text.f\" gc \"statepoint-example\" {", "@f(i64 %d) uwtable section \".text.f\" gc \"statepoint-example\" {\n  %kept = inttoptr i64 %d to ptr", StringComparison.Ordinal)
            .Replace("i32 0, i32 1, i32 1, i32 0, [8 x i8] c", "i32 0, i32 1, i32 1, i32 1, [8 x i8] c", StringComparison.Ordinal);
        // Bit 52 of both ids says so.
        text = text.Replace("p0(i64 0,", "p0(i64 4503599627370496,", StringComparison.Ordinal).Replace("p0(i64 1048575,", "p0(i64 4503599628419071,", StringComparison.Ordinal);
        string file = _tools.NewPath(".ll");
        File.WriteAllText(file, text);
        byte[] program = Toolchain.Link(new LinkOptions { Entry = "f" }, ("sites.o", FatObject.Combine(_tools.Ir(file, Toolchain.X86), _tools.Ir(file, Toolchain.AArch64)))).Executable;
        (NeutralMap neutral, IReadOnlyList<IsaMap> isas) = FatExecutable.ReadMaps(program, out _)!.Value;
        Assert.True(neutral.Functions.Single().RecordInMemory);
        Assert.All(isas, isa => Assert.All(isa.Returns, r => Assert.True(r.RecordInMemory)));
        Assert.All(isas, isa => Assert.Equal([8], isa.Returns.Single(r => !r.IsResumeCall).Locations.Select(l => (int)l.Size)));
        Assert.All(isas, isa => Assert.Equal([8, 8], isa.Returns.Single(r => r.IsResumeCall).Locations.Select(l => (int)l.Size)));
    }

    [Fact]
    public void ISAs_that_disagree_about_a_site_are_refused_by_name()
    {
        (byte[] x86, byte[] aarch64) = (SitesHalf(Toolchain.X86), SitesHalf(Toolchain.AArch64));
        StringBuilder errors = new();
        // The entry of f begins the section: 32 bytes, 7 unit types padded to 8, then its first site: line, kind, count, units.
        Change(32, 5, "a unit's type");
        Change(28, 1, "where the record is");
        Change(40, 99, "a site's line");
        Change(48, 4, "a site's units");
        Change(16, 7, "the ordinal");
        Golden.Verify("tests/Linker/Inputs/site-mismatch.txt", errors.ToString());

        void Change(int offset, byte value, string what)
        {
            byte[] changed = [.. aarch64];
            changed[SectionOffset(changed, ".popcorn.sites") + offset] = value;
            errors.Append($"{what}:\n{Errors(x86, changed)}");
        }
    }

    [Fact]
    public void Stack_maps_that_disagree_with_the_sites_are_refused_by_name()
    {
        (byte[] x86, byte[] aarch64) = (SitesHalf(Toolchain.X86), SitesHalf(Toolchain.AArch64));
        StringBuilder errors = new();
        int records = SectionOffset(x86, ".llvm_stackmaps") + 16 + 6 * 24;
        Change(records, 5, 1, "an id that no function has");
        Change(records + 2, 9, 1, "an ordinal that no function has");
        Change(records + 16 + 2 * 12 + 8, 4, 1, "fewer live values");
        Change(records + 16 + 3 * 12, 2, 1, "the address of a stack object");
        Change(records + 16 + 3 * 12 + 2, 4, 1, "a register too small for its value");
        Change(records + 16, 1, 1, "no statepoint");
        Golden.Verify("tests/Linker/Inputs/stackmap-mismatch.txt", errors.ToString());

        void Change(int offset, byte value, int size, string what)
        {
            byte[] changed = [.. x86];
            changed[offset] = value;
            errors.Append($"{what}:\n{Errors(changed, aarch64)}");
        }
    }

    private string Errors(byte[] x86, byte[] aarch64) => Toolchain.LinkErrors(_tools.Start(), ("walker.o", _tools.Fat(Path.Combine(Toolchain.Inputs, "walker.c"))), ("sites.o", FatObject.Combine(x86, aarch64)));

    private byte[] Sites() => FatObject.Combine(SitesHalf(Toolchain.X86), SitesHalf(Toolchain.AArch64));

    private byte[] SitesHalf(Target target) => _tools.Ir(Path.Combine(Toolchain.Inputs, "sites.ll"), target);

    private static byte[] Content(byte[] program, string section)
    {
        ElfFile elf = ElfFile.Read(program, out _)!;
        return elf.Content(elf.Find(section)!).ToArray();
    }

    private static int SectionOffset(byte[] elf, string name) => (int)ElfFile.Read(elf, out _)!.Find(name)!.Header.Offset;
}
