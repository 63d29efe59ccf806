// Where our arguments end and the program's begin.
using Xunit;

namespace PopcornCC.Node.Tests;

public sealed class RunOptionsTests
{
    [Theory]
    [InlineData("run prog", "run -- prog", 1)]
    [InlineData("run prog -x --nodes y", "run -- prog", 4)]
    [InlineData("run --nodes x86-64 prog a b", "run --nodes x86-64 -- prog", 3)]
    [InlineData("run --nodes=aarch64 --log f prog -- -h", "run --nodes=aarch64 --log f -- prog", 3)]
    [InlineData("run -- -prog -a", "run -- -prog", 2)]
    [InlineData("run --help", "run --help", 0)]
    [InlineData("run --nodes", "run --nodes", 0)]
    [InlineData("run", "run", 0)]
    public void The_first_word_that_is_no_option_is_the_program_and_all_after_it_its_own(string given, string ours, int programArguments)
    {
        (string[] split, int count) = RunOptions.Split(given.Split(' '));
        Assert.Equal(ours, string.Join(' ', split));
        Assert.Equal(programArguments, count);
    }

    [Theory]
    [InlineData("x86-64", 62)]
    [InlineData("x86_64", 62)]
    [InlineData("aarch64", 183)]
    public void ISAs_go_by_the_names_users_type(string name, int machine) => Assert.Equal(machine, Isa.Find(name)!.Machine);

    [Theory]
    [InlineData("")]
    [InlineData("arm")]
    [InlineData("X86-64")]
    public void Other_names_are_no_ISA(string name) => Assert.Null(Isa.Find(name));
}
