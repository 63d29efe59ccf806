// Makes every value that must be recorded recordable. Widening: `w = zext v` right after the definition of v (sext where the argument says
// signext), and `trunc w` before each use that a site may come before; then w is what lives across sites (phis: WidePhis). Splitting: a vector of another
// size is taken apart into whole 16-byte vectors, an i128 into two halves, and put together before such uses, which costs nothing because
// the code generators do the same to it. Demotion, for the rest: v is stored to a stack object after its definition and loaded before such
// uses; the object goes to the data stack like any other. Done until nothing of any kind is left to record, because widening one value may
// keep another that was computed from it.
// Values that are live at very many sites are demoted too where a function has too many pairs of a site and a value: the code generators take
// time and memory for more than the number of pairs, minutes and gigabytes for a thousand values that live through a thousand calls.
using PopcornCC.Llvm;

namespace PopcornCC.Compiler.Migration;

internal sealed class Conversions(LLVMModuleRef module, LLVMBuilderRef builder, Dictionary<nint, DebugSubstitute> substitutes)
{
    private readonly LLVMContextRef context = module.Context;

    // What no function written by hand comes near.
    private const int MaxPairs = 1 << 16;

    /// <summary>Demotes the values that are live at the most sites of a function with too many pairs of a site and a value.</summary>
    public void Thin(LLVMValueRef function, Func<LLVMValueRef, bool> isSite)
    {
        var body = new FunctionBody(function);
        var liveness = new Liveness(body, isSite);
        var recomputation = new Recomputation(liveness, default);
        var sites = new int[liveness.Values.Count];
        foreach (var site in body.Instructions.SelectMany(b => b).Where(isSite))
            foreach (var v in recomputation.Kept(liveness.At(site)))
                sites[v]++;
        // Stack objects are not recorded: their frame is.
        var counted = Enumerable.Range(0, sites.Length).Where(v => sites[v] > 0 && liveness.Values[v] is var value && (value.IsAInstruction.Handle == 0 || value.InstructionOpcode != LLVMOpcode.LLVMAlloca)).ToList();
        var pairs = counted.Sum(v => sites[v]);
        if (pairs <= MaxPairs)
            return;
        var uses = new Uses(body, isSite, builder);
        foreach (var v in counted.OrderByDescending(v => sites[v]).ThenBy(v => v))
        {
            if (pairs <= MaxPairs / 2)
                break;
            Demote(liveness.Values[v], function, uses);
            pairs -= sites[v];
        }
    }

    /// <summary>Widens what is narrow; with <paramref name="demote"/>, also demotes what no register holds in one piece on both instruction sets.</summary>
    public void Run(LLVMValueRef function, Func<LLVMValueRef, bool> isSite, LLVMValueRef alwaysAvailable, bool demote)
    {
        while (true)
        {
            var body = new FunctionBody(function);
            var liveness = new Liveness(body, isSite);
            var recomputation = new Recomputation(liveness, alwaysAvailable);
            var odd = body.Instructions.SelectMany(b => b).Where(isSite)
                .SelectMany(s => recomputation.Kept(liveness.At(s))).Distinct().Order().Select(i => liveness.Values[i])
                .Where(v => ValueTypes.Code(v.TypeOf) == 0 && (demote || !ValueTypes.Widened(v.TypeOf).IsNull)).ToList();
            if (odd.Count == 0)
                return;
            var uses = new Uses(body, isSite, builder);
            var phis = odd.Where(v => v.IsAPHINode.Handle != 0 && !ValueTypes.Widened(v.TypeOf).IsNull).ToList();
            if (phis.Count > 0)
            {
                // What is live is another matter after this.
                WidePhis.Replace(WidePhis.WithSources(phis), uses, builder, substitutes);
                continue;
            }
            foreach (var value in odd)
                if (!ValueTypes.Widened(value.TypeOf).IsNull)
                    Widen(value, function, uses);
                else if (!TrySplit(value, function, uses))
                    Demote(value, function, uses);
        }
    }

    private void Widen(LLVMValueRef value, LLVMValueRef function, Uses uses)
    {
        var narrow = value.TypeOf;
        builder.PositionBefore(Uses.AfterDefinition(value, function));
        var signed = value.IsAArgument.Handle != 0 && IsSigned(function, value);
        var wide = signed ? builder.BuildSExt(value, ValueTypes.Widened(narrow)) : builder.BuildZExt(value, ValueTypes.Widened(narrow));
        substitutes[value.Handle] = new([(wide, 0, 0)]);
        foreach (var user in value.Users.Where(u => !signed && u != wide && u.IsAInstruction.Handle != 0 && u.InstructionOpcode == LLVMOpcode.LLVMZExt && u.TypeOf == wide.TypeOf).ToArray())
        {
            user.ReplaceAllUsesWith(wide);
            user.InstructionEraseFromParent();
        }
        uses.Replace(value, [wide], () => builder.BuildTrunc(wide, narrow));
    }

    private static bool IsSigned(LLVMValueRef function, LLVMValueRef argument)
    {
        var index = Array.IndexOf(function.Params, argument);
        return function.HasEnumAttribute("signext", (LLVMAttributeIndex)(index + 1));
    }

    private bool TrySplit(LLVMValueRef value, LLVMValueRef function, Uses uses)
    {
        var type = value.TypeOf;
        if (type.Kind == LLVMTypeKind.LLVMIntegerTypeKind && type.IntWidth == 128)
        {
            var half = LLVMValueRef.CreateConstInt(type, 64);
            builder.PositionBefore(Uses.AfterDefinition(value, function));
            var low = builder.BuildTrunc(value, context.Int64Type);
            var shifted = builder.BuildLShr(value, half);
            var high = builder.BuildTrunc(shifted, context.Int64Type);
            substitutes[value.Handle] = new([(low, 0, 64), (high, 64, 64)]);
            uses.Replace(value, [low, shifted], () =>
                builder.BuildOr(builder.BuildShl(builder.BuildZExt(high, type), half), builder.BuildZExt(low, type)));
            return true;
        }
        if (type.Kind != LLVMTypeKind.LLVMVectorTypeKind || ValueTypes.WholeElements(type) is not (> 0 and var whole))
            return false;
        var count = type.VectorSize;
        var parts = (count + whole - 1) / whole;
        if (parts is not (1 or 2 or 4) || (parts > 1 && count % whole != 0))
            return false;
        builder.PositionBefore(Uses.AfterDefinition(value, function));
        var pieces = Enumerable.Range(0, (int)parts).Select(p => Shuffle(value, value, (uint)p * whole, whole, count)).ToArray();
        if (parts * whole == count)
            substitutes[value.Handle] = new([.. pieces.Select((piece, i) => (piece, (ulong)i * 128, parts == 1 ? 0UL : 128UL))]);
        uses.Replace(value, pieces, () => parts switch
        {
            1 => Shuffle(pieces[0], pieces[0], 0, count, whole),
            2 => Shuffle(pieces[0], pieces[1], 0, count, count),
            _ => Shuffle(Shuffle(pieces[0], pieces[1], 0, 2 * whole, 2 * whole), Shuffle(pieces[2], pieces[3], 0, 2 * whole, 2 * whole), 0, count, count),
        });
        return true;
    }

    // The elements from `first` on; those at `end` and beyond do not exist.
    private LLVMValueRef Shuffle(LLVMValueRef a, LLVMValueRef b, uint first, uint count, uint end)
    {
        var mask = Enumerable.Range(0, (int)count).Select(i => first + (uint)i < end
            ? LLVMValueRef.CreateConstInt(context.Int32Type, first + (ulong)i) : context.Int32Type.Poison).ToArray();
        return builder.BuildShuffleVector(a, b, LLVMValueRef.CreateConstVector(mask));
    }

    private void Demote(LLVMValueRef value, LLVMValueRef function, Uses uses)
    {
        var type = value.TypeOf;
        var memory = InMemory(type);
        builder.PositionBefore(function.EntryBasicBlock.FirstInstruction);
        var slot = builder.BuildAlloca(memory, "demoted");
        slot.Alignment = 16;
        builder.PositionBefore(Uses.AfterDefinition(value, function));
        var stored = memory == type ? value : builder.BuildZExt(value, memory);
        var store = builder.BuildStore(stored, slot);
        store.Alignment = 16;
        substitutes[value.Handle] = new([], slot.Handle);
        uses.Replace(value, [store, stored], () =>
        {
            var load = builder.BuildLoad2(memory, slot);
            load.Alignment = 16;
            return memory == type ? load : builder.BuildTrunc(load, type);
        });
    }

    // Integers and vector elements of no whole number of bytes have no agreed form in memory.
    private LLVMTypeRef InMemory(LLVMTypeRef type) => type.Kind switch
    {
        LLVMTypeKind.LLVMIntegerTypeKind => context.GetIntType((type.IntWidth + 63) / 64 * 64),
        LLVMTypeKind.LLVMVectorTypeKind when type.ElementType.Kind == LLVMTypeKind.LLVMIntegerTypeKind && type.ElementType.IntWidth % 8 != 0 =>
            LLVMTypeRef.CreateVector(context.GetIntType((type.ElementType.IntWidth + 7) / 8 * 8), type.VectorSize),
        _ => type,
    };
}
