// The little language of debug expressions (LLVM's DIExpression), as far as moving variables to the data stack changes them. The C API can make expressions but not read them, so they
// are read from their printed form, each once.
using System.Globalization;
using PopcornCC.Llvm;

namespace PopcornCC.Compiler.Migration;

/// <summary>Reads and makes expressions of one module.</summary>
internal sealed class DebugExpressions(LLVMDIBuilderRef builder, LLVMContextRef context)
{
    public const ulong DW_OP_deref = 0x06, DW_OP_plus_uconst = 0x23, DW_OP_stack_value = 0x9f, DW_OP_LLVM_fragment = 0x1000;

    private static readonly Dictionary<string, ulong> s_operations = new(StringComparer.Ordinal)
    {
        ["DW_OP_deref"] = DW_OP_deref,
        ["DW_OP_constu"] = 0x10,
        ["DW_OP_consts"] = 0x11,
        ["DW_OP_dup"] = 0x12,
        ["DW_OP_drop"] = 0x13,
        ["DW_OP_over"] = 0x14,
        ["DW_OP_swap"] = 0x16,
        ["DW_OP_and"] = 0x1a,
        ["DW_OP_div"] = 0x1b,
        ["DW_OP_minus"] = 0x1c,
        ["DW_OP_mod"] = 0x1d,
        ["DW_OP_mul"] = 0x1e,
        ["DW_OP_neg"] = 0x1f,
        ["DW_OP_not"] = 0x20,
        ["DW_OP_or"] = 0x21,
        ["DW_OP_plus"] = 0x22,
        ["DW_OP_plus_uconst"] = DW_OP_plus_uconst,
        ["DW_OP_shl"] = 0x24,
        ["DW_OP_shr"] = 0x25,
        ["DW_OP_shra"] = 0x26,
        ["DW_OP_xor"] = 0x27,
        ["DW_OP_eq"] = 0x29,
        ["DW_OP_ge"] = 0x2a,
        ["DW_OP_gt"] = 0x2b,
        ["DW_OP_le"] = 0x2c,
        ["DW_OP_lt"] = 0x2d,
        ["DW_OP_ne"] = 0x2e,
        ["DW_OP_deref_size"] = 0x94,
        ["DW_OP_stack_value"] = DW_OP_stack_value,
        ["DW_OP_LLVM_fragment"] = DW_OP_LLVM_fragment,
        ["DW_OP_LLVM_convert"] = 0x1001,
        ["DW_OP_LLVM_arg"] = 0x1005,
        ["DW_ATE_boolean"] = 2,
        ["DW_ATE_float"] = 4,
        ["DW_ATE_signed"] = 5,
        ["DW_ATE_signed_char"] = 6,
        ["DW_ATE_unsigned"] = 7,
        ["DW_ATE_unsigned_char"] = 8,
    };

    private readonly Dictionary<nint, ulong[]?> _read = [];

    /// <summary>An expression's operations and operands; null when it has one that is not known here.</summary>
    public ulong[]? Read(LLVMMetadataRef expression)
    {
        if (!_read.TryGetValue(expression.Handle, out ulong[]? operations)) _read.Add(expression.Handle, operations = Parse(expression.AsValue(context).ToString()));
        return operations;
    }

    public LLVMMetadataRef Make(IEnumerable<ulong> operations)
    {
        ulong[] all = [.. operations];
        LLVMMetadataRef made = builder.CreateExpression(all);
        _read[made.Handle] = all;
        return made;
    }

    /// <summary>The same variable, when what was its address is now <paramref name="offset"/> bytes behind the value: it is in memory there.</summary>
    public static IEnumerable<ulong> InMemory(long offset, ulong[] operations)
    {
        (ulong[] body, ulong[] fragment) = Split(operations);
        return [.. Offset(offset), .. body, DW_OP_deref, .. fragment];
    }

    /// <summary>The same variable, when its value was computed from an address that is now <paramref name="offset"/> bytes behind the value.</summary>
    public static IEnumerable<ulong> Behind(long offset, ulong[] operations)
    {
        (ulong[] body, ulong[] fragment) = Split(operations);
        bool isLocation = body.Length > 0 && (body[^1] == DW_OP_deref || body.Contains(DW_OP_stack_value));
        return [.. Offset(offset), .. body, .. isLocation ? [] : (ulong[])[DW_OP_stack_value], .. fragment];
    }

    /// <summary>The fragment's place and size in bits; null for the whole variable.</summary>
    public static (ulong Offset, ulong Size)? FragmentOf(ulong[] operations)
    {
        (_, ulong[] fragment) = Split(operations);
        return fragment.Length == 0 ? null : (fragment[1], fragment[2]);
    }

    private static ulong[] Offset(long offset) => offset == 0 ? [] : [DW_OP_plus_uconst, (ulong)offset];

    // A fragment comes last.
    private static (ulong[] Body, ulong[] Fragment) Split(ulong[] operations) =>
        operations.Length >= 3 && operations[^3] == DW_OP_LLVM_fragment ? (operations[..^3], operations[^3..]) : (operations, []);

    private static ulong[]? Parse(string text)
    {
        int open = text.IndexOf('(', StringComparison.Ordinal), close = text.LastIndexOf(')');
        if (open < 0 || close < open) return null;
        List<ulong> operations = [];
        foreach (string word in text[(open + 1)..close].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (s_operations.TryGetValue(word, out ulong code) || ulong.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out code)) operations.Add(code);
            else if (long.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long negative)) operations.Add((ulong)negative);
            else return null;
        }
        return [.. operations];
    }
}
