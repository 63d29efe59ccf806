// The product as a user has it: the launchers in bin/. Compiled programs are kept for the length of a test run and shared between tests,
// each compiled once; they lie under artifacts/, so a failing one can be looked at.
using System.Collections.Concurrent;
using Xunit;

namespace PopcornCC.Tests.Support;

/// <summary>Runs popcorn-cc and popcorn, and programs on either ISA.</summary>
public static class Toolchain
{
    private static readonly ConcurrentDictionary<(string Source, string Options), Lazy<string>> Compiled = new();
    private static readonly ConcurrentDictionary<string, Lazy<string>> Thinned = new();

    /// <summary>The launcher of the compiler.</summary>
    public static string CompilerPath { get; } = Path.Combine(Repository.Root, "bin/popcorn-cc");

    /// <summary>The launcher of the tool.</summary>
    public static string ToolPath { get; } = Path.Combine(Repository.Root, "bin/popcorn");

    /// <summary>A folder for what tests make, emptied at the start of a test run.</summary>
    public static string Scratch { get; } = MakeScratch();

    /// <summary>Runs popcorn-cc.</summary>
    public static ProcessResult Cc(params string[] arguments) => Run.Program(CompilerPath, arguments, timeoutSeconds: 120);

    /// <summary>Runs popcorn.</summary>
    public static ProcessResult Popcorn(params string[] arguments) => Run.Program(ToolPath, arguments);

    /// <summary>Compiles a source of the repository and gives the program's path; the test fails if that does not work.</summary>
    public static string Compile(string source, params string[] options)
    {
        string joined = string.Join(' ', options);
        return Compiled.GetOrAdd((source, joined), _ => new Lazy<string>(() =>
        {
            string output = Path.Combine(Scratch, Path.GetFileNameWithoutExtension(source) + string.Concat(options));
            ProcessResult result = Cc([.. options, Path.Combine(Repository.Root, source), "-o", output]);
            Assert.True(result.ExitCode == 0, $"popcorn-cc {joined} {source} failed:\n{result.Error}");
            return output;
        })).Value;
    }

    /// <summary>Compiles source text.</summary>
    public static string CompileText(string name, string text, params string[] options)
    {
        string source = Path.Combine(Scratch, name + ".c");
        File.WriteAllText(source, text);
        return Compile(source, options);
    }

    /// <summary>The program's AArch64 half as an ordinary executable.</summary>
    public static string Thin(string program) => Thinned.GetOrAdd(program, _ => new Lazy<string>(() =>
    {
        string output = program + ".aarch64";
        ProcessResult result = Popcorn("thin", "--arch", "aarch64", program, "-o", output);
        Assert.True(result.ExitCode == 0, $"popcorn thin {program} failed:\n{result.Error}");
        return output;
    })).Value;

    /// <summary>Runs a program on two nodes; <paramref name="every"/> forces a move at every such migration point.</summary>
    public static ProcessResult RunMoving(string program, int every, int timeoutSeconds = 120, string? input = null, bool checkPages = false, params string[] arguments) =>
        Run.Program(ToolPath, ["run", program, .. arguments], input,
            environment: new Dictionary<string, string> { ["POPCORN_MIGRATE_EVERY"] = every.ToString(), ["POPCORN_PAGES"] = checkPages ? "check" : "" }, timeoutSeconds: timeoutSeconds);

    private static string MakeScratch()
    {
        string path = Path.Combine(Repository.Root, "artifacts/scratch", AppDomain.CurrentDomain.FriendlyName);
        if (Directory.Exists(path)) Directory.Delete(path, recursive: true);
        Directory.CreateDirectory(path);
        return path;
    }
}
