// What --help and --version print.
using PopcornCC.Compiler.Text;

namespace PopcornCC.Cli;

/// <summary>Texts about the program.</summary>
public static class Help
{
    public const string VersionNumber = "0.1.0";

    /// <summary>The neutral machine's name; programs run on both ISAs.</summary>
    public const string Triple = "popcorn-unknown-linux-musl";

    public static readonly string Version = $"popcorn-cc (PopcornCC) {VersionNumber}\n";

    /// <summary>What <c>-Wl,--version</c> prints: build systems look for the words that tell whose options the linker takes.</summary>
    public static readonly string LinkerVersion = $"popcorn-ld (PopcornCC) {VersionNumber} (compatible with GNU linkers)\n";

    /// <summary>The answer to a question about the compiler that stands among the arguments (build systems ask them), or null: there is none.</summary>
    public static string? Answer(string[] arguments)
    {
        foreach (string a in arguments)
        {
            string question = a.StartsWith("--", StringComparison.Ordinal) ? a[1..] : a;
            switch (question)
            {
                case "-version": return a == "-version" ? null : Version;
                case "-help": return a == "-help" ? null : Text;
                case "-print-man": return ManPage.Of("popcorn-cc", "compile C into fat binaries that migrate between x86-64 and AArch64", "popcorn-cc [options] file...", Text, VersionNumber);
                case "-dumpmachine" or "-print-target-triple" or "-print-effective-triple": return Triple + "\n";
                case "-dumpversion" or "-dumpfullversion": return VersionNumber + "\n";
                case "-print-search-dirs": return $"install: {AppContext.BaseDirectory}\nprograms: ={AppContext.BaseDirectory}\nlibraries: ={Sysroot.Find()?.LibraryFolder}/\n";
                case "-print-sysroot": return Sysroot.Find()?.Folder + "\n";
                case "-print-resource-dir": return Sysroot.Find()?.Folder + "\n";
                case "-print-multi-os-directory" or "-print-multi-directory": return ".\n";
                case "-print-multi-lib": return ".;\n";
                // musl's systems have one folder of libraries, not one a machine.
                case "-print-multiarch": return "\n";
                case "-print-libgcc-file-name": return FileName("libgcc.a");
            }
            // As gcc: the name itself when there is no such file of ours.
            if (question.StartsWith("-print-prog-name=", StringComparison.Ordinal)) return question["-print-prog-name=".Length..] + "\n";
            if (question.StartsWith("-print-file-name=", StringComparison.Ordinal)) return FileName(question["-print-file-name=".Length..]);
        }
        return null;
    }

    private static string FileName(string name)
    {
        if (Sysroot.Find() is not Sysroot s) return name + "\n";
        string? found = new[] { Path.Combine(s.LibraryFolder, name), Path.Combine(s.Folder, name) }.FirstOrDefault(Path.Exists);
        return (found ?? name) + "\n";
    }

    public const string Text = """
        Usage: popcorn-cc [options] file...

        Compiles C into one fat binary for x86-64 and AArch64 that can migrate between them while it runs.
        Inputs: .c and .i (C), NAME.x86_64.s with NAME.aarch64.s or NAME.S (assembly), .ll and .bc (LLVM IR for the neutral machine), .o and .a (fat objects and archives of them).
        gcc's options; those that mean nothing here are accepted in silence, those that cannot be had are refused with the reason. Several inputs are compiled at once.

        Stages
          -E  -S  -c              stop after preprocessing, compiling, or making an object; otherwise link
          -fsyntax-only           check only
          -o FILE                 where the result goes (-S makes FILE.x86_64.s and FILE.aarch64.s)
          -emit-llvm              with -S or -c: the neutral LLVM module as the front end makes it, as text or bitcode
          -save-temps[=obj|cwd]   keep the preprocessed text and the assembly, beside the output or (cwd) here
          -x LANG                 what the next inputs are: c, c-header, cpp-output, assembler, ir, none
          @FILE                   read arguments from FILE
          -v  -###                show the steps; with -### do nothing else

        Preprocessor
          -D NAME[=BODY] -U NAME  define, undefine
          -I DIR -iquote DIR -isystem DIR -idirafter DIR -nostdinc -include FILE -imacros FILE
          -M -MM -MD -MMD -MF FILE -MT TARGET -MQ TARGET -MP -MG    dependencies for make
          -P -C -dM -dD           with -E: no line markers; comments too; only the macros; the macros too
          -trigraphs -Wp,OPTION -Xpreprocessor OPTION

        Language and code
          -std=c89|c99|c11|c17|c23|gnu... -ansi    default gnu17
          -O0 -O1 -O2 -O3 -Os -Oz -Og -Ofast -fwrapv -fno-strict-aliasing -fno-builtin -ffreestanding -fgnu89-inline -pthread
          -g -g1 -g0 -gdwarf-4 -gdwarf-5    debug information: all, lines and functions, none
          -fno-popcorn            no migration points: plain code, which cannot move
          -ftime-report           what each stage of the compilation took
          -march= -mtune= -m...   instruction sets and tuning: no effect, one warning

        Diagnostics
          -Wall -Wextra -Werror[=X] -Wno-X -w -pedantic -fdiagnostics-color[=auto|always|never] -ferror-limit=N -fmax-errors=N

        Linking
          -l NAME -l:FILE -L DIR -nostdlib -nodefaultlibs -nolibc -s -u SYMBOL -e SYMBOL
          -Wl,-Map=FILE -Wl,--gc-sections -Wl,--no-gc-sections -Wl,--whole-archive -Wl,--no-whole-archive -Wl,-u,SYMBOL -Xlinker OPTION
          --sysroot=DIR           another C library: DIR/include and DIR/lib

        Questions
          -dumpmachine -dumpversion -dumpfullversion -print-file-name=LIB -print-prog-name=PROG -print-libgcc-file-name -print-search-dirs -print-sysroot
          -print-multiarch -print-multi-lib -print-multi-directory -print-multi-os-directory -print-resource-dir -Wl,--version
          --print-man             this text as a manual page

        Other
          --build-libc            build the C library and the runtime into artifacts/libc (run.sh does it)
          --version --help

        Environment: SOURCE_DATE_EPOCH (__DATE__ and __TIME__), CPATH, C_INCLUDE_PATH, LIBRARY_PATH, DEPENDENCIES_OUTPUT, SUNPRO_DEPENDENCIES, NO_COLOR, GCC_COLORS (empty: no colours),
        POPCORN_SYSROOT (as --sysroot).

        """;
}
