// Lua 5.4, built by its own makefile, on scripts of ours: each prints what gcc's Lua prints, whichever ISA runs it and however often it moves.
using PopcornCC.Tests.Support;
using Xunit;

namespace PopcornCC.Programs.Tests;

public sealed class LuaTests
{
    private const string Folder = "tests/Programs/lua";

    private static readonly Package Lua = new("lua5.4", "make -j2 posix CC=\"$CC\"");

    public static TheoryData<string, string> Scripts =>
        Ways.Of(Directory.GetFiles(Path.Combine(Repository.Root, Folder), "*.lua").Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal));

    [Theory, MemberData(nameof(Scripts))]
    public void A_script_prints_what_it_prints_with_gcc(string script, string way)
    {
        string path = $"{Folder}/{script}.lua";
        Ways.Same(Run.Program(Lua.Reference + "/src/lua", [path]), Ways.Run(way, Lua.Ours + "/src/lua", [path]));
    }

    [Fact]
    public void A_script_moves_at_every_migration_point()
    {
        const string Script = "local t = {} for i = 1, 20 do t[i] = tostring(i) .. ('x'):rep(i % 3) end table.sort(t) print(table.concat(t, ' '), (function(...) return select('#', ...) end)(1, nil, 3))";
        Ways.Same(Run.Program(Lua.Reference + "/src/lua", ["-e", Script]), Ways.Run(Ways.Moving(1), Lua.Ours + "/src/lua", ["-e", Script]));
    }

    [Fact]
    public void The_compiler_of_Lua_makes_the_same_bytecode()
    {
        foreach (string which in new[] { Lua.Reference, Lua.Ours })
        {
            ProcessResult result = Run.Program(which + "/src/luac", ["-s", "-o", which + "/strings.out", $"{Folder}/strings.lua"]);
            Assert.Equal((0, ""), (result.ExitCode, result.Error));
        }
        Assert.Equal(File.ReadAllBytes(Lua.Reference + "/strings.out"), File.ReadAllBytes(Lua.Ours + "/strings.out"));
    }
}
