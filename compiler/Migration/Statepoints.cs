// Turns sites into statepoints, LLVM's calls whose stack map says where given values are while the callee runs:
//
//     %r = call i32 @g(i32 %a)      ->      %t = call token @llvm.experimental.gc.statepoint.p0(i64 id, i32 0, ptr elementtype(i32 (i32)) @g,
//                                               i32 1, i32 0, i32 %a, i32 0, i32 0) ["deopt"(values)]
//                                           %r = call i32 @llvm.experimental.gc.result.i32(token %t)
//
// The optimiser has run before: it must not see statepoints, which it cannot look through.
using PopcornCC.Llvm;

namespace PopcornCC.Compiler.Migration;

internal sealed class Statepoints(LLVMModuleRef module, LLVMBuilderRef builder)
{
    private const uint FirstArgument = 5;

    // LLVM's anyregcc: the callee keeps every register, vectors too. A poll's slow path does (runtime/c), so that the values that live across a poll need no
    // callee-saved register and no slot, and a function that has nothing else to save saves nothing.
    private const uint AnyRegister = 13;

    private readonly LLVMContextRef context = module.Context;
    private readonly LLVMValueRef statepoint = module.GetIntrinsicDeclaration("llvm.experimental.gc.statepoint", [module.Context.PointerType]);
    private readonly LLVMAttributeRef noMerge = module.Context.CreateEnumAttribute("nomerge");
    private static readonly uint zeroExtend = LLVMAttributeRef.KindForName("zeroext");
    private static readonly uint signExtend = LLVMAttributeRef.KindForName("signext");

    /// <summary>A statepoint's id: ordinal of the function in this object, number of the site in the function, whether its operand is a record in memory.</summary>
    public static ulong Id(int function, uint site, bool inMemory) => (inMemory ? 1ul << 52 : 0) | ((ulong)function << 20) | site;

    /// <summary>Prepares a function that is to contain statepoints.</summary>
    public void Mark(LLVMValueRef function)
    {
        function.GC = "statepoint-example";
        var index = LLVMAttributeIndex.LLVMAttributeFunctionIndex;
        function.AddAttributeAtIndex(index, context.CreateEnumAttribute("uwtable", 1));
        function.AddAttributeAtIndex(index, context.CreateStringAttribute("frame-pointer", "none"));
        // What the optimiser found out about its memory effects was before polls and the data stack.
        foreach (var name in new[] { "memory", "nosync", "nofree", "willreturn", "speculatable" })
            function.RemoveEnumAttributeAtIndex(index, name);
    }

    /// <summary>Replaces a call by a statepoint with these deopt operands; gives the value that stands for its result, if it has one.</summary>
    public LLVMValueRef Replace(LLVMValueRef call, ulong id, IReadOnlyList<LLVMValueRef> operands)
    {
        builder.PositionBefore(call);
        var type = call.CalledFunctionType;
        var count = call.ArgOperandsCount;
        var arguments = new List<LLVMValueRef> { Int64(id), Int32(0), call.CalledValue, Int32(count), Int32(0) };
        for (uint i = 0; i < count; i++)
            arguments.Add(call.GetOperand(i));
        arguments.AddRange([Int32(0), Int32(0)]);

        using var bundle = LLVMOperandBundleRef.Create("deopt", [.. operands]);
        var token = builder.BuildCallWithOperandBundles(statepoint.GlobalValueType, statepoint, [.. arguments], [bundle]);
        token.InstructionCallConv = IsPoll(call) ? AnyRegister : call.InstructionCallConv;
        token.AddCallSiteAttribute((LLVMAttributeIndex)3, context.CreateTypeAttribute("elementtype", type));
        // Identical-looking calls with different records have been merged by tail merging.
        token.AddCallSiteAttribute(LLVMAttributeIndex.LLVMAttributeFunctionIndex, noMerge);
        for (uint i = 0; i < count; i++)
            foreach (var attribute in ExtensionsOf(call, i))
                token.AddCallSiteAttribute((LLVMAttributeIndex)(FirstArgument + i + 1), attribute);

        LLVMValueRef result = default;
        if (type.ReturnType.Kind != LLVMTypeKind.LLVMVoidTypeKind && call.HasUses)
        {
            var getResult = module.GetIntrinsicDeclaration("llvm.experimental.gc.result", [type.ReturnType]);
            result = builder.BuildCall2(getResult.GlobalValueType, getResult, [token]);
            call.ReplaceAllUsesWith(result);
        }
        call.InstructionEraseFromParent();
        return result;
    }

    private static bool IsPoll(LLVMValueRef call) => call.CalledValue.IsAFunction.Handle != 0 && call.CalledValue.Name == Polls.Function;

    // Both ABIs have the caller extend small integers, if the callee's declaration or the call says so.
    private static IEnumerable<LLVMAttributeRef> ExtensionsOf(LLVMValueRef call, uint argument)
    {
        var index = (LLVMAttributeIndex)(argument + 1);
        var callee = call.CalledValue.IsAFunction;
        var attributes = callee.Handle == 0 ? call.GetCallSiteAttributes(index)
            : [.. call.GetCallSiteAttributes(index), .. callee.GetAttributesAtIndex(index)];
        return attributes.Where(a => a.IsEnumAttribute && (a.Kind == zeroExtend || a.Kind == signExtend)).DistinctBy(a => a.Kind).Take(1);
    }

    private LLVMValueRef Int64(ulong value) => LLVMValueRef.CreateConstInt(context.Int64Type, value);

    private LLVMValueRef Int32(uint value) => LLVMValueRef.CreateConstInt(context.Int32Type, value);
}
