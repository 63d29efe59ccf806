// Widens phis of narrow integers that live across sites: `p = phi i8 [a, A], [b, B]` becomes a phi of i32 whose operands are widened at the ends of A and B, and
// each use narrows it again, which costs no instruction. Widening after the phi instead, as other values are, would hold both forms in registers around
// the loop it belongs to and widen at each turn (two of the eleven values of zlib's longest_match).
using PopcornCC.Llvm;

namespace PopcornCC.Compiler.Migration;

internal static class WidePhis
{
    /// <summary>These phis and all that flow into them through phis alone: one that stayed narrow would be widened again wherever it does, in a loop at each turn.</summary>
    public static IReadOnlyList<LLVMValueRef> WithSources(IReadOnlyList<LLVMValueRef> phis)
    {
        var all = phis.ToList();
        var known = phis.Select(p => p.Handle).ToHashSet();
        for (var k = 0; k < all.Count; k++)
            for (uint i = 0; i < (uint)all[k].OperandCount; i++)
                if (all[k].GetOperand(i) is var operand && operand.IsAPHINode.Handle != 0 && known.Add(operand.Handle))
                    all.Add(operand);
        return all;
    }

    /// <summary>Replaces these phis together: they may be each other's operands. <paramref name="substitutes"/> tells debug information what stands for a value now.</summary>
    public static void Replace(IReadOnlyList<LLVMValueRef> phis, Uses uses, LLVMBuilderRef builder, Dictionary<nint, DebugSubstitute> substitutes)
    {
        var wides = new Dictionary<nint, LLVMValueRef>();
        foreach (var phi in phis)
        {
            builder.PositionBefore(phi);
            wides[phi.Handle] = builder.BuildPhi(ValueTypes.Widened(phi.TypeOf));
        }
        foreach (var phi in phis)
        {
            var wide = wides[phi.Handle];
            var widened = new Dictionary<nint, LLVMValueRef>();
            for (uint i = 0; i < (uint)phi.OperandCount; i++)
            {
                var (operand, from) = (phi.GetOperand(i), phi.GetIncomingBlock(i));
                // A switch may come from one block more than once, with the same operand.
                if (!widened.TryGetValue(from.Handle, out var value))
                {
                    if (!wides.TryGetValue(operand.Handle, out value))
                    {
                        builder.PositionBefore(from.Terminator);
                        value = builder.BuildZExt(operand, wide.TypeOf);
                    }
                    widened.Add(from.Handle, value);
                }
                wide.AddIncoming(value, from);
            }
        }
        foreach (var phi in phis)
        {
            var (wide, narrow) = (wides[phi.Handle], phi.TypeOf);
            builder.PositionBefore(Blocks.FirstNonPhi(phi.InstructionParent));
            // Keeps the place of the phi for what refers to it from debug information; no code comes of it.
            var place = builder.BuildTrunc(wide, narrow);
            phi.ReplaceAllUsesWith(place);
            phi.InstructionEraseFromParent();
            substitutes[place.Handle] = new([(wide, 0, 0)]);
            uses.Replace(place, [], () => builder.BuildTrunc(wide, narrow));
        }
    }
}
