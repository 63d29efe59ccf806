using PopcornCC.Compiler.Preprocess;
using PopcornCC.Compiler.Text;

SourceManager sources = new();
DiagnosticBag bag = new() { Policy = new WarningPolicy(sources, new WarningSettings()) };
List<string> inc = [], sys = [];
List<CommandLineMacro> mac = [];
string file = "";
bool p = false, time = false;
for (int i = 0; i < args.Length; i++)
{
    string a = args[i];
    if (a.StartsWith("-I", StringComparison.Ordinal)) inc.Add(a[2..]);
    else if (a.StartsWith("-D", StringComparison.Ordinal)) mac.Add(new CommandLineMacro(a[2..], false));
    else if (a == "-isystem") sys.Add(args[++i]);
    else if (a == "-P") p = true;
    else if (a == "-time") time = true;
    else file = a;
}
PreprocessorOptions o = new() { IncludeFolders = inc, SystemFolders = sys, Macros = mac };
FileCache cache = new();
if (file == "-dM")
{
    Preprocessor d = new(sources, bag, o, cache);
    d.Enter("x.c", "");
    d.Next();
    foreach (string m in d.MacroDefinitions()) Console.WriteLine(m);
    return 0;
}
if (time)
{
    for (int k = 0; k < 4; k++)
    {
        var sw = System.Diagnostics.Stopwatch.StartNew();
        Preprocessor q = new(new SourceManager(), new DiagnosticBag(), o, cache);
        q.Enter(file, cache.Read(file)!);
        int n = 0;
        while (q.Next().Kind != TokenKind.EndOfFile) n++;
        Console.Error.WriteLine($"{n} tokens {sw.ElapsedMilliseconds} ms");
    }
    return 0;
}
Preprocessor pp = new(sources, bag, o, cache);
using StreamWriter w = new(Console.OpenStandardOutput());
PreprocessedOutput.Print(pp, file, cache.Read(file)!, sources, w, !p);
w.Flush();
Console.Error.Write(DiagnosticRenderer.Render(bag.Items, sources, new RenderOptions()));
return bag.HasErrors ? 1 : 0;
