// The verifier of finished maps on maps that are spoiled in one place each: every rule it knows finds what breaks it, on both ISAs.
using PopcornCC.Linker.Relocations;
using PopcornCC.Linker.StackMaps;
using PopcornCC.StackMap;
using Xunit;

namespace PopcornCC.Linker.Tests;

public sealed class VerifierTests
{
    private static readonly NeutralMap s_neutral = new([new MapFunction(0x1000, "f", false, [UnitType.I64, UnitType.I32], [new MapSite([0, 1], 7, SiteKind.Call)], "f.c")]);

    public static TheoryData<int> Isas => [0, 1];

    private static IsaMap Sound(Target t)
    {
        byte kept = t.CalleeSaved[0], other = t.CalleeSaved[1];
        UnwindRule rule = new(t.StackPointer, 64, [new(kept, -16), new(other, -24), new(t.ReturnRegister, -8)]);
        return new IsaMap(t.Machine, [0x1800],
            [new ReturnAddress(0x1010, false, 0, 0, false, [new ValueLocation(LocationKind.Register, 8, kept, 0), new ValueLocation(LocationKind.Frame, 4, 0, -40)]),
             new ReturnAddress(0x1810, true, 0, 0, false, [new ValueLocation(LocationKind.Constant, 8, 0, 0), new ValueLocation(LocationKind.Frame, 8, 0, -48), new ValueLocation(LocationKind.Memory, 4, other, 8)])],
            [rule]);
    }

    private static byte[] Text(Target t)
    {
        byte[] text = new byte[0x1000];
        foreach (int at in new[] { 0x10, 0x810 })
        {
            if (t.CallPushes > 0) text[at - 5] = 0xe8;
            else text[at - 1] = 0x94;
        }
        return text;
    }

    private static IReadOnlyList<string> Run(Target t, IsaMap map, byte[]? text = null)
    {
        text ??= Text(t);
        return new MapVerifier(s_neutral, map, t, a => a is >= 0x1000 and < 0x2000 ? text.AsSpan((int)a - 0x1000) : default).Run();
    }

    [Theory, MemberData(nameof(Isas))]
    public void ASoundMapPasses(int isa) => Assert.Empty(Run(Target.All[isa], Sound(Target.All[isa])));

    [Theory, MemberData(nameof(Isas))]
    public void EveryRuleFindsWhatBreaksIt(int isa)
    {
        Target t = Target.All[isa];
        IsaMap sound = Sound(t);
        UnwindRule rule = sound.Rules[0];
        byte kept = t.CalleeSaved[0];
        IsaMap WithRule(UnwindRule r) => sound with { Rules = [r] };
        IsaMap WithValue(ValueLocation l) => sound with { Returns = [sound.Returns[0] with { Locations = [l, sound.Returns[0].Locations[1]] }, sound.Returns[1]] };
        IsaMap WithReturn(ReturnAddress r) => sound with { Returns = [r, sound.Returns[1]] };
        foreach ((IsaMap map, string problem) in new[]
        {
            (WithRule(rule with { CfaRegister = 0 }), "the frame is found by register 0"),
            (WithRule(rule with { CfaOffset = -8 }), "the frame begins at -8"),
            (WithRule(rule with { Saved = [rule.Saved[0], rule.Saved[1]] }), "the return address is not saved"),
            (WithRule(rule with { Saved = [new(0, -32), .. rule.Saved] }), "saves register 0, which every call may change"),
            (WithRule(rule with { Saved = [new(kept, -32), .. rule.Saved] }), $"saves register {kept} twice"),
            (WithRule(rule with { Saved = [new(t.CalleeSaved[2], -20), .. rule.Saved] }), "overlap"),
            (WithRule(rule with { Saved = [new(t.CalleeSaved[2], 16), .. rule.Saved] }), "saved outside the frame"),
            (WithRule(rule with { Saved = [rule.Saved[1], rule.Saved[2]] }), $"'f', site 0 (line 7) at 0x1010: value 0: register {kept} is used, but the caller's value of it is not saved"),
            (WithValue(new(LocationKind.Register, 8, 0, 0)), "register 0 does not outlive a call"),
            (WithValue(new(LocationKind.Register, 16, kept, 0)), "no register keeps 16 bytes across a call"),
            (WithValue(new(LocationKind.Memory, 8, 1, 0)), "register 1 does not outlive a call"),
            (WithValue(new(LocationKind.Frame, 8, 0, -20)), "is saved"),
            (WithValue(new(LocationKind.Frame, 8, 0, 1L << 40)), "it is not in the frame"),
            (WithReturn(sound.Returns[0] with { Address = 0x1014 }), "no call stands before the return address"),
            (WithReturn(sound.Returns[0] with { Address = 0x5000 }), "no call stands before the return address"),
            (sound with { ResumeEntries = [0x9000] }, "its resume entry 0x9000 is not in the text"),
            (sound with { Returns = [sound.Returns[0]] }, "'f': its resume copy never enters the next frame"),
        })
        {
            string found = Assert.Single(Run(t, map), p => p.Contains(problem, StringComparison.Ordinal));
            Assert.StartsWith(t.Name + ": ", found);
        }
    }

    [Theory]
    [InlineData("e8 00 00 00 00")]
    [InlineData("ff d0")]
    [InlineData("41 ff d3")]
    [InlineData("ff 54 24 18")]
    [InlineData("ff 94 24 00 01 00 00")]
    [InlineData("ff 15 00 00 00 00")]
    [InlineData("ff 14 25 00 00 00 00")]
    [InlineData("ff 53 08")]
    public void CallsOfX86AreKnownInEveryForm(string code)
    {
        byte[] bytes = new byte[8];
        byte[] call = Convert.FromHexString(code.Replace(" ", "", StringComparison.Ordinal));
        call.CopyTo(bytes, 8 - call.Length);
        Assert.True(Target.All[0].IsBehindCall(bytes));
        bytes[Array.FindIndex(bytes, b => b is 0xff or 0xe8)] ^= 0x11;
        Assert.False(Target.All[0].IsBehindCall(bytes));
    }
}
