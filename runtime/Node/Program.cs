// The `popcorn` command: one verb a file. Three ways in avoid the option parser: the node server, which `popcorn run` starts beside the
// program and which no user calls; strip, whose options are GNU strip's; and the arguments after PROG, which belong to the program and must reach it untouched.
using CommandLine;
using CommandLine.Text;
using PopcornCC.Node;

const string Usage = """
    popcorn - run, move and look into programs built by popcorn-cc

      popcorn run [--nodes LIST] [--log FILE] PROG [ARGS...]   run PROG so that it can move between nodes
      popcorn migrate PID [NODE]                               ask a running program to move (to the next node, or to NODE)
      popcorn thin --arch ISA PROG -o OUT                      write PROG as an ordinary executable of one ISA
      popcorn strip [-g] PROG [-o OUT]                         remove symbols and debugging information (also: popcorn-strip)
      popcorn inspect PROG [FUNCTION]                          show both halves of PROG and check that they agree
      popcorn inspect VERB FILE ...                            look into a program, object or archive: info, archs, verify, layout,
                                                               symbols, sites, frames, size, map; each takes --json (docs/inspect.md)
      popcorn --version
      popcorn --print-man                                      all of this as a manual page
      popcorn --help | popcorn VERB --help

    An ISA is x86-64 or aarch64; LIST is one a node, separated by commas (x86-64,aarch64 unless given: node 0 is the machine itself).
    """;

if (args is ["serve-nodes", .. string[] serverArguments]) return NodeServer.Run(serverArguments);
if (args is ["strip", .. string[] stripArguments]) return StripCommand.Execute(stripArguments);
switch (args)
{
    case [] or ["--help" or "-h" or "help"]:
        (args.Length == 0 ? Console.Error : Console.Out).WriteLine(Usage);
        return args.Length == 0 ? 1 : 0;
    case ["--print-man"]:
        Console.Write(ManCommand.Page(Usage));
        return 0;
    case ["--version"]:
        Console.WriteLine($"popcorn {typeof(RunOptions).Assembly.GetName().Version!.ToString(3)}");
        return 0;
}

(string[] ours, int programArguments) = args[0] == "run" ? RunOptions.Split(args) : (args, 0);
using Parser parser = new(s =>
{
    s.HelpWriter = null;
    s.AutoVersion = false;
    s.EnableDashDash = true;
});
if (args is ["inspect", string verb, ..] && InspectVerbs.IsVerb(verb)) return InspectVerbs.Execute(parser, args[1..], WrongUsage);
ParserResult<object> parsed = parser.ParseArguments<RunOptions, MigrateOptions, ThinOptions, InspectOptions>(ours);
return parsed.MapResult(
    (RunOptions o) => RunCommand.Execute(o, programArguments),
    (MigrateOptions o) => MigrateCommand.Execute(o),
    (ThinOptions o) => ThinCommand.Execute(o),
    (InspectOptions o) => InspectCommand.Execute(o),
    errors => WrongUsage(parsed, [.. errors]));

static int WrongUsage(ParserResult<object> parsed, List<Error> errors)
{
    if (errors.Exists(e => e.Tag is ErrorType.HelpRequestedError or ErrorType.HelpVerbRequestedError))
    {
        Console.WriteLine(HelpText.AutoBuild(parsed, h =>
        {
            h.Heading = "popcorn";
            h.Copyright = "";
            h.AutoVersion = false;
            h.AdditionalNewLineAfterOption = false;
            return h;
        }, e => e).ToString().TrimEnd());
        return 0;
    }
    SentenceBuilder sentences = SentenceBuilder.Create();
    return Report.WrongUsage(errors[0] is MissingRequiredOptionError { NameInfo.NameText: "" }
        ? "an argument is missing"
        : sentences.FormatError(errors[0]).TrimEnd('.'));
}
