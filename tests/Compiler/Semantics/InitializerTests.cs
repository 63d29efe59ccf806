// Initialisers (C11 6.7.9) against gcc: every object's bytes as gcc lays them down, compared with the flattened stores of the bound tree. Objects without addresses only; those are relocations.
using System.Buffers.Binary;
using System.Text;
using PopcornCC.Compiler.Semantics;
using PopcornCC.Tests.Support;
using Xunit;

namespace PopcornCC.Compiler.Tests.Semantics;

public sealed class InitializerTests
{
    private const string Types = """
        struct P { int x, y; };
        struct N { struct P a, b[3]; char s[5]; union { long l; char c[3]; } u; };
        struct A { int t; union { int i; float f; struct { short lo, hi; }; }; char end; };
        struct B { unsigned a:3; int b:5; unsigned long c:40; _Bool d:1; int :0; short e:9; };
        struct __attribute__((packed)) K { char c; int a:17; unsigned b:31; long d:50; };
        union U { int i; char b[8]; double d; };
        struct F { int n; short d[]; };
        struct W { struct { struct P p[2]; } in; int z; };
        typedef int v4 __attribute__((vector_size(16)));

        """;

    // Each is one object called o, its declaration complete with initialiser.
    public static TheoryData<string> Objects => new()
    {
        "int o = 5",
        "int o = { 7 }",
        "int o[] = { [5] = 1, 2, [0] = 3, [10 ... 12] = 7, 8 }",
        "int o[2][2][2] = { 1, 2, 3, 4, { 5, 6, 7 } }",
        "int o[][2][2] = { 1, 2, 3, 4, { { 5 }, { 6 } }, 7, 8, 9 }",
        "int o[3][4] = { { 1 }, [2] = { [1] = 5, 6 }, [1][2] = 9, 8 }",
        "int o[4] = { [1 ... 3] = 4, [2] = 9 }",
        "int o[4] = { 1, 2, 3, [1] = 7, 8 }",
        "struct P o = { .y = 4 }",
        "struct P o[] = { 1, 2, { 3 }, [3].y = 9, [3].x = 8 }",
        "struct N o = { 1, 2, 3, 4, 5, 6, 7, 8, \"hey\", 9 }",
        "struct N o = { .b[1] = { 1, 2 }, 3, .s = \"abcde\", .u.c = { 1, 2, 3 } }",
        "struct N o = { { 1 }, { [2] = { .y = 4 }, [0].x = 7 }, { 'a', 'b' } }",
        "struct N o = { .b = { [0 ... 1] = { 5, 6 } }, .a = { .y = 2 }, .a.x = 3, .s[2] = 'q', .s[0] = 'r', 's' }",
        "struct N o = { .s = { \"ab\" }, { 1 } }",
        "struct N o = { .a = { 1, 2 }, .a = { .y = 3 } }",
        "struct A o = { .t = 1, .lo = 2, .hi = 3, 4 }",
        "struct A o = { 1, { .f = 2.0f }, 5 }",
        "struct A o = { 1, 2, 3 }",
        "struct A o = { .i = -1, .hi = 5 }",
        "struct B o = { 5, -3, 0xabcdef0123, 1, -100 }",
        "struct B o = { .c = 1, .a = 9, .d = 2 }",
        "struct K o = { 1, -5, 0x7ffffffe, 123456789012345 }",
        "union U o = { 3 }",
        "union U o = { .d = 1.5 }",
        "union U o = { .i = -1, .b = { 1 } }",
        "union U o[] = { { .d = 2 }, { .b = \"abcdefgh\" }, 7 }",
        "struct F o = { 3, { 1, 2, 3 } }",
        "struct W o = { .in.p[1].y = 4, 5 }",
        "struct W o = { { { 1, 2, 3 } }, 4 }",
        "struct W o = { { { { 1 }, { 2 } } }, 3 }",
        "char o[] = \"abc\"",
        "char o[3] = \"abc\"",
        "char o[8] = (\"par\" \"en\")",
        "char o[][4] = { \"ab\", \"cde\", { \"f\" }, { 'x', 0, 'y' } }",
        "unsigned char o[] = { 300 & 255, (unsigned char)-1, 'a' + 1 }",
        "int o[] = L\"h\\u00e9\"",
        "unsigned short o[] = u\"a\\U0001F600\"",
        "double o[] = { 1, 2.5f, 1 / 3.0, -0.0, (float)0.1, 7 / 2, 'a', 3u }",
        "float o[] = { 0.1, 1 / 3.0, 16777217, 1e-40 }",
        "__int128 o[] = { (__int128)1 << 100, -1, ~(unsigned __int128)0 >> 3 }",
        "_Bool o[] = { 3, 0.5, 0, !5 }",
        "v4 o = { 1, 2, 3 }",
        "struct { v4 v; int k; } o = { { 1, 2 }, 3 }",
        "struct P o = (struct P){ 3, 4 }",
        "struct P o[2] = { (struct P){ .y = 1 }, { 2, 3 } }",
        "struct N o = { .a = (struct P){ 8, 9 }, .b[0] = (struct P){ 1 }, 5 }",
        "int o[] = (int[]){ 4, 5, 6 }",
        "struct { } o = { }",
        "struct { int a; struct { } e; int b; } o = { 1, { }, 2 }",
        "enum { E0, E1 = -3 } o[] = { E1, E0 }",
    };

    private static readonly Lazy<Dictionary<string, string>> s_expected = new(AskGcc);

    // One program prints the bytes of them all.
    private static Dictionary<string, string> AskGcc()
    {
        string[] objects = [.. ((IEnumerable<object[]>)Objects).Select(row => (string)row[0])];
        StringBuilder text = new("#include <stdio.h>\n" + Types), main = new("int main(void) {\n");
        for (int i = 0; i < objects.Length; i++)
        {
            text.Append("static void f").Append(i).Append("(void) { static ").Append(objects[i]).Append("; extern const char size").Append(i).Append("; ");
            // gcc's sizeof leaves a flexible array out; its three shorts are looked at too.
            text.Append("for (unsigned long i = 0; i < sizeof o").Append(objects[i].StartsWith("struct F", StringComparison.Ordinal) ? " + 6" : "").Append("; i++) printf(\"%02x\", ((unsigned char *)&o)[i]); puts(\"\"); }\n");
            main.Append("  f").Append(i).Append("();\n");
        }
        string folder = Directory.CreateTempSubdirectory("initializers").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "a.c"), text.ToString() + main + "}\n");
            ProcessResult compiled = Run.Program("gcc", ["-w", "-std=gnu17", "-O0", "-o", "a.out", "a.c"], directory: folder);
            Assert.True(compiled.ExitCode == 0, compiled.Error);
            string[] lines = Run.Program(Path.Combine(folder, "a.out"), [], directory: folder).Output.Split('\n');
            return objects.Zip(lines).ToDictionary(p => p.First, p => p.Second, StringComparer.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [MemberData(nameof(Objects))]
    public void An_initialiser_gives_the_bytes_gcc_gives(string declaration)
    {
        Bound bound = Bound.Clean(Types + declaration + ";");
        VariableSymbol variable = bound.Variable("o");
        byte[] image = new byte[s_expected.Value[declaration].Length / 2];
        Store(image, 0, variable.Type.Type, variable.Initializer!);
        Assert.Equal(s_expected.Value[declaration], Convert.ToHexStringLower(image));
    }

    private static void Store(byte[] image, long offset, CType type, BoundInitializer initializer)
    {
        if (initializer is BoundExpressionInitializer single)
        {
            Store(image, offset, type, null, single.Value);
            return;
        }
        foreach (BoundInitializerElement element in ((BoundListInitializer)initializer).Elements) Store(image, offset + element.Offset, element.Type.Type, element.BitField, element.Value);
    }

    private static void Store(byte[] image, long offset, CType type, FieldSymbol? bitField, BoundExpression value)
    {
        Span<byte> target = image.AsSpan((int)offset);
        switch (value)
        {
            case BoundStringLiteral text:
                text.Bytes.AsSpan()[..(int)Math.Min(text.Bytes.Length, type.Size)].CopyTo(target);
                break;
            case BoundIntConstant c when bitField is not null:
                for (int i = 0; i < bitField.BitWidth; i++)
                {
                    int bit = bitField.BitOffset + i;
                    byte mask = (byte)(1 << (bit % 8));
                    target[bit / 8] = (byte)(((c.Value >> i) & 1) != 0 ? target[bit / 8] | mask : target[bit / 8] & ~mask);
                }
                break;
            case BoundIntConstant c:
                for (int i = 0; i < type.Size; i++) target[i] = (byte)(c.Value >> (8 * i));
                break;
            case BoundFloatConstant f when type.Size == 4:
                BinaryPrimitives.WriteSingleLittleEndian(target, (float)f.Value);
                break;
            case BoundFloatConstant f:
                BinaryPrimitives.WriteDoubleLittleEndian(target, f.Value);
                break;
            default:
                throw new InvalidOperationException(value.ToString());
        }
    }

    [Theory]
    [InlineData("int *o[] = { &x, x2 + 3, (int *)((char *)&p.y - 4) };", "x+0 x2+12 p+0")]
    [InlineData("char *o[] = { \"abc\", \"defg\" + 2, (char[]){ \"lit\" } };", "str+0 str+2 literal+0")]
    [InlineData("long o[] = { (long)&x + 5, (long)x2 - 4 };", "x+5 x2-4")]
    [InlineData("void *o[] = { f, &f, *f, &x2[1], 0 };", "f+0 f+0 f+0 x2+4 0")]
    [InlineData("struct P *o[] = { &(struct P){ 1, 2 }, (struct P[]){ { 3, 4 } } + 1 };", "literal+0 literal+8")]
    public void An_address_constant_is_a_symbol_and_an_offset(string declaration, string expected)
    {
        Bound bound = Bound.Clean(Types + "int x, x2[5]; struct P p; void f(void);\n" + declaration);
        BoundListInitializer list = Assert.IsType<BoundListInitializer>(bound.Variable("o").Initializer);
        Assert.Equal(expected, string.Join(' ', list.Elements.Select(e => Describe(ConstantEvaluator.Evaluate(e.Value)!))));

        static string Describe(ConstantValue value) => value switch
        {
            AddressValue a => a.Base switch
            {
                BoundVariable v => v.Symbol.Name,
                BoundFunctionRef r => r.Symbol.Name,
                BoundCompoundLiteral => "literal",
                _ => "str",
            } + a.Offset.ToString("+0;-0"),
            IntegerValue i => i.Value.ToString(),
            _ => "?",
        };
    }
}
