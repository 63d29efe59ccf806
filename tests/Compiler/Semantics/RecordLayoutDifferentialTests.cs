// Struct and union layout against gcc: random records with bit-fields, packed, aligned, pack, nesting, arrays, anonymous members. gcc prints size, alignment, offsets and, for a bit-field, which bits
// turn on when it is set to all ones.
using System.Globalization;
using System.Text;
using PopcornCC.Compiler.Semantics;
using PopcornCC.Tests.Support;
using Xunit;

namespace PopcornCC.Compiler.Tests.Semantics;

public sealed class RecordLayoutDifferentialTests
{
    private sealed class Generator(uint seed)
    {
        private static readonly string[] s_scalars = ["char", "short", "int", "long", "long long", "_Bool", "unsigned char", "unsigned", "float", "double", "void *", "__int128", "OverAligned", "UnderAligned"];
        private static readonly (string Type, int Bits)[] s_bitTypes =
            [("char", 8), ("unsigned char", 8), ("short", 16), ("unsigned short", 16), ("int", 32), ("unsigned", 32), ("long", 64), ("unsigned long long", 64), ("_Bool", 1)];

        private uint _state = seed;
        private int _names;

        public int Next(int limit)
        {
            _state = (_state * 1664525) + 1013904223;
            return (int)((_state >> 8) % (uint)limit);
        }

        public string Record(string tag, List<(string Name, bool IsBitField)> fields, int known)
        {
            StringBuilder text = new();
            int pack = Next(6) == 0 ? 1 << Next(4) : 0;
            if (pack != 0) text.Append(CultureInfo.InvariantCulture, $"#pragma pack(push, {pack})\n");
            text.Append(Body("struct " + tag, fields, known, 0)).Append(";\n");
            if (pack != 0) text.Append("#pragma pack(pop)\n");
            return text.ToString();
        }

        private string Body(string head, List<(string Name, bool IsBitField)> fields, int known, int depth)
        {
            StringBuilder text = new();
            string attributes = Next(5) == 0 ? " __attribute__((packed))" : "";
            if (Next(8) == 0) attributes += FormattableString.Invariant($" __attribute__((aligned({1 << Next(6)})))");
            string[] words = head.Split(' ');
            text.Append(words[0]).Append(attributes).Append(words.Length > 1 ? " " + words[1] : "").Append(" {\n");
            int count = 1 + Next(7);
            for (int i = 0; i < count; i++) text.Append(Member(fields, known, depth));
            return text.Append('}').ToString();
        }

        private string Member(List<(string Name, bool IsBitField)> fields, int known, int depth)
        {
            string name = FormattableString.Invariant($"m{_names++}");
            string attribute = Next(12) == 0 ? FormattableString.Invariant($" __attribute__((aligned({1 << Next(5)})))") : Next(14) == 0 ? " __attribute__((packed))" : "";
            switch (Next(10))
            {
                case < 5:
                    (string type, int bits) = s_bitTypes[Next(s_bitTypes.Length)];
                    if (Next(7) == 0) return FormattableString.Invariant($"  {type} : {Next(bits + 1)};\n");
                    fields.Add((name, true));
                    return FormattableString.Invariant($"  {type} {name} : {1 + Next(bits)}{attribute};\n");
                case 5 when known > 0:
                    fields.Add((name, false));
                    return FormattableString.Invariant($"  struct S{Next(known)} {name}{attribute};\n");
                case 6 when depth < 2:
                    return "  " + Body(Next(2) == 0 ? "struct" : "union", fields, known, depth + 1) + ";\n";
                default:
                    fields.Add((name, false));
                    string scalar = s_scalars[Next(s_scalars.Length)];
                    // gcc refuses arrays of over-aligned elements.
                    string array = Next(5) == 0 && scalar != "OverAligned" ? FormattableString.Invariant($"[{Next(4)}]") : "";
                    return FormattableString.Invariant($"  {scalar} {name}{array}{attribute};\n");
            }
        }
    }

    private const string Prologue = "typedef int OverAligned __attribute__((aligned(8)));\ntypedef long UnderAligned __attribute__((aligned(2)));\n";

    [Theory]
    [InlineData(1u)]
    [InlineData(20250101u)]
    [InlineData(77u)]
    public void Random_records_are_laid_out_as_gcc_lays_them_out(uint seed)
    {
        const int Count = 150;
        Generator generator = new(seed);
        StringBuilder types = new(Prologue), main = new("int main(void) {\n");
        List<string> ours = [];
        List<List<(string Name, bool IsBitField)>> fields = [];
        for (int i = 0; i < Count; i++)
        {
            List<(string Name, bool IsBitField)> list = [];
            fields.Add(list);
            types.Append(generator.Record(FormattableString.Invariant($"S{i}"), list, i));
            main.Append(CultureInfo.InvariantCulture, $"  printf(\"S{i} %zu %zu\\n\", sizeof(struct S{i}), _Alignof(struct S{i}));\n");
            foreach ((string name, bool isBitField) in list)
            {
                if (isBitField) main.Append(CultureInfo.InvariantCulture, $"  {{ struct S{i} s; memset(&s, 0, sizeof s); s.{name} = -1; bits(\"{name}\", &s, sizeof s); }}\n");
                else main.Append(CultureInfo.InvariantCulture, $"  printf(\"{name} %zu\\n\", offsetof(struct S{i}, {name}));\n");
            }
        }
        const string Helper = """
            static void bits(const char *n, void *p, unsigned long size) {
              long low = -1, high = -1;
              for (unsigned long i = 0; i < size * 8; i++) if (((unsigned char *)p)[i / 8] >> i % 8 & 1) { if (low < 0) low = i; high = i; }
              printf("%s %ld-%ld\n", n, low, high);
            }

            """;
        string program = "#include <stdio.h>\n#include <string.h>\n#include <stddef.h>\n" + types + Helper + main + "}\n";
        string folder = Directory.CreateTempSubdirectory("layout").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "a.c"), program);
            ProcessResult compiled = Run.Program("gcc", ["-w", "-O0", "-o", "a.out", "a.c"], directory: folder);
            Assert.True(compiled.ExitCode == 0, compiled.Error);
            string expected = Run.Program(Path.Combine(folder, "a.out"), [], directory: folder).Output;

            StringBuilder variables = new(types.ToString());
            for (int i = 0; i < Count; i++) variables.Append(CultureInfo.InvariantCulture, $"struct S{i} v{i};\n");
            Bound bound = Bound.Clean(variables.ToString());
            StringBuilder actual = new();
            for (int i = 0; i < Count; i++)
            {
                RecordType record = (RecordType)bound.Variable(FormattableString.Invariant($"v{i}")).Type.Type;
                actual.Append(CultureInfo.InvariantCulture, $"S{i} {record.Size} {record.Alignment}\n");
                foreach ((string name, bool isBitField) in fields[i])
                {
                    (FieldSymbol field, long offset) = Find(record, name, 0)!.Value;
                    if (!isBitField) actual.Append(CultureInfo.InvariantCulture, $"{name} {offset}\n");
                    else actual.Append(CultureInfo.InvariantCulture, $"{name} {(offset * 8) + field.BitOffset}-{(offset * 8) + field.BitOffset + field.BitWidth - 1}\n");
                }
            }
            if (expected != actual.ToString()) Assert.Fail(FirstDifference(expected, actual.ToString(), types.ToString()));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static (FieldSymbol Field, long Offset)? Find(RecordType record, string name, long offset)
    {
        foreach (FieldSymbol field in record.Fields)
        {
            if (field.Name == name) return (field, offset + field.Offset);
            if (field.Name is null && field.Type.Type is RecordType inner && Find(inner, name, offset + field.Offset) is { } found) return found;
        }
        return null;
    }

    private static string FirstDifference(string expected, string actual, string types)
    {
        string[] a = expected.Split('\n'), b = actual.Split('\n');
        int i = 0;
        string record = "";
        while (i < Math.Min(a.Length, b.Length) && a[i] == b[i])
        {
            if (a[i].StartsWith('S')) record = a[i].Split(' ')[0];
            i++;
        }
        if (a[i].StartsWith('S')) record = a[i].Split(' ')[0];
        int start = types.IndexOf(" " + record + " {", StringComparison.Ordinal);
        int end = types.IndexOf("\n};\n", start, StringComparison.Ordinal);
        return $"gcc says {a[i]}, we say {b[i]} in\n{types[Math.Max(0, start - 80)..(end + 4)]}";
    }
}
