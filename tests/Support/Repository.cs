// Where the checkout is, and how tests run its programs.
using System.ComponentModel;
using System.Diagnostics;

namespace PopcornCC.Tests.Support;

/// <summary>The checkout the tests run in.</summary>
public static class Repository
{
    /// <summary>Absolute path of the folder that holds PopcornCC.sln.</summary>
    public static string Root { get; } = FindRoot();

    private static string FindRoot()
    {
        for (DirectoryInfo? d = new(AppContext.BaseDirectory); d is not null; d = d.Parent)
        {
            if (File.Exists(Path.Combine(d.FullName, "PopcornCC.sln"))) return d.FullName;
        }
        throw new InvalidOperationException("the tests do not run inside a checkout");
    }
}

/// <summary>What a finished process left: its exit code (128 + n for signal n) and everything it printed.</summary>
public sealed record ProcessResult(int ExitCode, string Output, string Error);

/// <summary>Runs programs with a time limit.</summary>
public static class Run
{
    /// <summary>Runs a program to its end; kills it and throws after <paramref name="timeoutSeconds"/>.</summary>
    public static ProcessResult Program(string file, IEnumerable<string> arguments, string? input = null, string? directory = null,
        IReadOnlyDictionary<string, string>? environment = null, int timeoutSeconds = 60)
    {
        ProcessStartInfo info = new(file)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            WorkingDirectory = directory ?? Repository.Root,
        };
        foreach (string a in arguments) info.ArgumentList.Add(a);
        if (environment is not null)
        {
            foreach ((string key, string value) in environment) info.Environment[key] = value;
        }
        using Process process = Start(info);
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        try
        {
            if (input is not null) process.StandardInput.Write(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended, or closed its input, without reading all of it: its own business.
        }
        if (!process.WaitForExit(timeoutSeconds * 1000))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{file} {string.Join(' ', arguments)} ran for more than {timeoutSeconds} s");
        }
        return new ProcessResult(process.ExitCode, output.GetAwaiter().GetResult(), error.GetAwaiter().GetResult());
    }

    // A program that a test has just written is "text file busy" (ETXTBSY) while a child that another test started at that moment has not yet called
    // exec: it holds a copy of the descriptor that wrote the file. That lasts milliseconds.
    private static Process Start(ProcessStartInfo info)
    {
        const int textFileBusy = 26;
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                return Process.Start(info)!;
            }
            catch (Win32Exception e) when (e.NativeErrorCode == textFileBusy && attempt < 50)
            {
                Thread.Sleep(20);
            }
        }
    }
}
