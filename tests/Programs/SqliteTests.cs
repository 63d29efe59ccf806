// SQLite, configured and made from its source package: the shell runs our SQL as the distribution's sqlite3 does, messages included. Its amalgamation is one file of 8 MB, so this is part of --full.
using PopcornCC.Tests.Support;
using Xunit;

namespace PopcornCC.Programs.Tests;

public sealed class SqliteTests
{
    private const string Folder = "tests/Programs/sql";

    // Options of the distribution's package that queries can see.
    private static readonly Package Sqlite = new("sqlite3", """
        ./configure --build=le64-popcorn-linux-musl --disable-shared --disable-tcl --disable-readline --enable-fts3 --enable-fts4 --enable-fts5 --enable-rtree --enable-session \
          CFLAGS="-O2 -DSQLITE_ENABLE_COLUMN_METADATA -DSQLITE_ENABLE_DBSTAT_VTAB -DSQLITE_ENABLE_FTS3_PARENTHESIS -DSQLITE_ENABLE_FTS3_TOKENIZER -DSQLITE_ENABLE_MATH_FUNCTIONS -DSQLITE_LIKE_DOESNT_MATCH_BLOBS -DSQLITE_MAX_VARIABLE_NUMBER=250000"
        make sqlite3
        """, buildSeconds: 1800);

    private static readonly string[] Names = ["crud", "fts", "joins", "json", "recursive", "transactions"];

    public static TheoryData<string, string> Scripts => Ways.Of(Names, [Ways.X86_64, Ways.AArch64, Ways.Moving(101), Ways.Moving(10007)]);

    [FullTheory, MemberData(nameof(Scripts))]
    public void A_script_gives_what_the_distributions_sqlite3_gives(string script, string way)
    {
        string sql = File.ReadAllText(Path.Combine(Repository.Root, Folder, script + ".sql"));
        ProcessResult expected = Run.Program("sqlite3", ["-batch"], sql, NewFolder(script, "expected"));
        Ways.Same(expected, Ways.Run(way, Sqlite.Ours + "/sqlite3", ["-batch"], sql, NewFolder(script, way), seconds: 900));
    }

    [FullFact]
    public void A_small_query_moves_at_every_migration_point()
    {
        const string Sql = "CREATE TABLE t(a, b); INSERT INTO t VALUES(1, 'x'), (2, 'y'); SELECT sum(a), group_concat(b) FROM t;";
        ProcessResult result = Ways.Run(Ways.Moving(1), Sqlite.Ours + "/sqlite3", ["-batch", "-init", "/dev/null"], Sql, NewFolder("small", "one"), seconds: 900);
        Assert.Equal(("3|x,y\n", 0), (result.Output, result.ExitCode));
    }

    [Fact]
    public void Every_script_is_listed() =>
        Assert.Equal(Names, Directory.GetFiles(Path.Combine(Repository.Root, Folder), "*.sql").Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal));

    // Scripts make their databases in the current folder.
    private static string NewFolder(string script, string way)
    {
        string folder = Path.Combine(Toolchain.Scratch, $"sqlite-{script}-{way.Replace(' ', '-')}");
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(folder);
        return folder;
    }
}
