// Every case, run every way. A class a way: xunit runs classes beside each other, and all share the compiled programs.
using PopcornCC.Tests.Support;
using Xunit;

namespace PopcornCC.EndToEnd.Tests;

public sealed class CasesRunNatively
{
    [Theory, MemberData(nameof(CaseFile.All), MemberType = typeof(CaseFile))]
    public void AsAPlainProgram(string name)
    {
        CaseFile c = CaseFile.Read(name);
        c.Verify(Run.Program(c.Compile("-O2"), []));
    }

    [Fact]
    public void EveryCaseHasItsExpectationAndNothingIsLeftOver() => Assert.Equal(CaseFile.FilesOf(".c"), CaseFile.FilesOf(".expected"));
}

public sealed class CasesRunOnAArch64Alone
{
    [Theory, MemberData(nameof(CaseFile.All), MemberType = typeof(CaseFile))]
    public void Thinned(string name)
    {
        CaseFile c = CaseFile.Read(name);
        c.Verify(Run.Program("qemu-aarch64", [Toolchain.Thin(c.Compile("-O2"))]));
    }
}

public sealed class CasesMoveAtEveryPoint
{
    [Theory, MemberData(nameof(CaseFile.AllMovable), MemberType = typeof(CaseFile))]
    public void MovedAtEveryMigrationPoint(string name)
    {
        CaseFile c = CaseFile.Read(name);
        c.VerifyMoving(c.Compile("-O2"), 1);
    }
}

public sealed class CasesMoveNowAndThen
{
    [Theory, MemberData(nameof(CaseFile.AllMovable), MemberType = typeof(CaseFile))]
    public void MovedAtEverySeventhMigrationPoint(string name)
    {
        CaseFile c = CaseFile.Read(name);
        c.VerifyMoving(c.Compile("-O2"), 7, checkPages: true);
    }

    [Theory, MemberData(nameof(CaseFile.AllMovable), MemberType = typeof(CaseFile))]
    public void MovedAtEvery101stMigrationPoint(string name)
    {
        CaseFile c = CaseFile.Read(name);
        c.VerifyMoving(c.Compile("-O2"), 101);
    }
}

public sealed class CasesMoveWithEitherFormOfResumeFunction
{
    [Theory, MemberData(nameof(CaseFile.AllMovable), MemberType = typeof(CaseFile))]
    public void RecordInMemory(string name)
    {
        CaseFile c = CaseFile.Read(name);
        c.VerifyMoving(c.Compile("-O2", "-fpopcorn-resume=memory"), 7);
    }

    [Theory, InlineData("interpreter"), InlineData("state_machine"), InlineData("register_pressure")]
    public void RecordInValues(string name)
    {
        CaseFile c = CaseFile.Read(name);
        c.VerifyMoving(c.Compile("-O2", "-fpopcorn-resume=values"), 7);
    }
}

public sealed class CasesAtOtherOptimisationLevels
{
    private static readonly string[] Sample =
        ["varargs", "structs_by_value", "recursion", "pointers_to_locals", "qsort_callbacks", "vectors", "vla", "int128", "small_arguments", "register_pressure", "interpreter"];

    public static TheoryData<string, string> Combinations
    {
        get
        {
            TheoryData<string, string> all = [];
            foreach (string level in new[] { "-O0", "-O1", "-O3", "-Os" })
            {
                foreach (string name in Sample) all.Add(level, name);
            }
            return all;
        }
    }

    [Theory, MemberData(nameof(Combinations))]
    public void RunAndMove(string level, string name)
    {
        CaseFile c = CaseFile.Read(name);
        string program = c.Compile(level);
        c.Verify(Run.Program(program, []));
        c.VerifyMoving(program, 3);
    }
}
