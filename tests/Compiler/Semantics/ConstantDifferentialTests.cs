// Constant expressions against gcc: random ones of all arithmetic types as static initialisers, where gcc (with -fwrapv, since we wrap) prints the values.
using System.Globalization;
using System.Text;
using PopcornCC.Compiler.Semantics;
using PopcornCC.Tests.Support;
using Xunit;

namespace PopcornCC.Compiler.Tests.Semantics;

public sealed class ConstantDifferentialTests
{
    private sealed class Generator(uint seed)
    {
        private static readonly string[] s_types = ["char", "unsigned char", "short", "unsigned short", "int", "unsigned", "long", "unsigned long", "long long", "_Bool", "__int128", "unsigned __int128"];
        private static readonly string[] s_values = ["0", "1", "-1", "2", "127", "128", "255", "-128", "32767", "65535", "2147483647", "(-2147483647-1)", "4294967295u", "0x8000000000000000ul",
            "9223372036854775807l", "'a'", "3ull", "sizeof(int)", "1000003"];
        private uint _state = seed;

        private int Next(int limit)
        {
            _state = (_state * 1664525) + 1013904223;
            return (int)((_state >> 8) % (uint)limit);
        }

        public string Integer(int depth)
        {
            if (depth == 0) return Next(2) == 0 ? s_values[Next(s_values.Length)] : $"({s_types[Next(s_types.Length)]}){s_values[Next(s_values.Length)]}";
            string a = Integer(depth - 1), b = Integer(Next(depth));
            return Next(16) switch
            {
                0 => $"({a} + {b})",
                1 => $"({a} - {b})",
                2 => $"({a} * {b})",
                3 => $"({a} / (({b} & 255) | 1))",
                4 => $"({a} % (({b} & 255) | 1))",
                5 => $"({a} << ({b} & 7))",
                6 => $"({a} >> ({b} & 7))",
                7 => $"({a} & {b})",
                8 => $"({a} | {b})",
                9 => $"({a} ^ {b})",
                10 => $"({a} {new[] { "<", ">", "<=", ">=", "==", "!=" }[Next(6)]} {b})",
                11 => $"({a} {new[] { "&&", "||" }[Next(2)]} {b})",
                12 => $"({a} ? {b} : {Integer(depth - 1)})",
                13 => $"({s_types[Next(s_types.Length)]}){a}",
                14 => $"({new[] { "-", "~", "!", "+" }[Next(4)]} {a})",
                _ => $"(({new[] { "float", "double" }[Next(2)]}){a} < {b})",
            };
        }

        public string Floating(int depth)
        {
            if (depth == 0) return new[] { "1.5", "0.1f", "3", "1e10", "2.5f", "0x1p-3", "7u", "1e-5" }[Next(8)];
            string a = Floating(depth - 1), b = Floating(Next(depth));
            return Next(6) switch
            {
                0 => $"({a} + {b})",
                1 => $"({a} - {b})",
                2 => $"({a} * {b})",
                3 => $"({a} / ({b} + 1e3))",
                4 => $"(({new[] { "float", "double", "float" }[Next(3)]}){a})",
                _ => $"(- {a})",
            };
        }
    }

    [Theory]
    [InlineData(11u)]
    [InlineData(424242u)]
    public void Random_constants_have_the_values_gcc_gives_them(uint seed)
    {
        const int Count = 400;
        Generator generator = new(seed);
        StringBuilder ours = new(), main = new();
        for (int i = 0; i < Count; i++)
        {
            string integer = generator.Integer(1 + (i % 4)), floating = generator.Floating(1 + (i % 3));
            ours.Append(CultureInfo.InvariantCulture, $"long long i{i} = (long long)({integer}); int s{i} = sizeof({integer}) * 2 + ((__typeof__({integer}))-1 < 1); double d{i} = {floating};\n");
            main.Append(CultureInfo.InvariantCulture, $"{{ double d = d{i}; unsigned long b; memcpy(&b, &d, 8); printf(\"%lld %d %lx\\n\", i{i}, s{i}, b); }}\n");
        }
        string folder = Directory.CreateTempSubdirectory("constants").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "a.c"), "#include <stdio.h>\n#include <string.h>\n" + ours + "int main(void) {\n" + main + "}\n");
            ProcessResult compiled = Run.Program("gcc", ["-w", "-O0", "-fwrapv", "-ffp-contract=off", "-o", "a.out", "a.c"], directory: folder);
            Assert.True(compiled.ExitCode == 0, compiled.Error);
            string[] expected = Run.Program(Path.Combine(folder, "a.out"), [], directory: folder).Output.TrimEnd().Split('\n');
            Bound bound = Bound.Clean(ours.ToString());
            string[] lines = ours.ToString().Split('\n');
            for (int i = 0; i < Count; i++)
            {
                double d = bound.Variable(FormattableString.Invariant($"d{i}")).Initializer is BoundExpressionInitializer { Value: BoundFloatConstant c } ? c.Value : double.NaN;
                string actual = FormattableString.Invariant($"{(long)bound.IntegerOf($"i{i}")} {bound.IntegerOf($"s{i}")} {BitConverter.DoubleToUInt64Bits(d):x}");
                Assert.True(expected[i] == actual, $"gcc {expected[i]}, we {actual}: {lines[i]}");
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
