// Makes every value that must be recorded recordable. Widening: `w = zext v` right after the definition of v (sext where the argument says
// signext), and `trunc w` before each use that a site may come before; then w is what lives across sites. Demotion: v is stored to a stack
// object after its definition and loaded before such uses; the object goes to the data stack like any other. Done until nothing of either
// kind is left to record, because widening one value may keep another that was computed from it.
using PopcornCC.Llvm;

namespace PopcornCC.Compiler.Migration;

internal sealed class Conversions(LLVMModuleRef module, LLVMBuilderRef builder)
{
    private readonly LLVMContextRef context = module.Context;

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
            foreach (var value in odd)
                if (!ValueTypes.Widened(value.TypeOf).IsNull)
                    Widen(value, function, uses);
                else
                    Demote(value, function, uses);
        }
    }

    private void Widen(LLVMValueRef value, LLVMValueRef function, Uses uses)
    {
        var narrow = value.TypeOf;
        builder.PositionBefore(Uses.AfterDefinition(value, function));
        var signed = value.IsAArgument.Handle != 0 && IsSigned(function, value);
        var wide = signed ? builder.BuildSExt(value, ValueTypes.Widened(narrow)) : builder.BuildZExt(value, ValueTypes.Widened(narrow));
        uses.Replace(value, wide, () => builder.BuildTrunc(wide, narrow));
    }

    private static bool IsSigned(LLVMValueRef function, LLVMValueRef argument)
    {
        var index = Array.IndexOf(function.Params, argument);
        return function.HasEnumAttribute("signext", (LLVMAttributeIndex)(index + 1));
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
        uses.Replace(value, memory == type ? store : stored, () =>
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
