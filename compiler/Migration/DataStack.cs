// Moves a function's stack objects to the data stack (design, section 4; docs/neutral-abi.md), which has the same addresses and layout on
// every instruction set. C before: `int a[9]; f(a);`   after:
//
//     char *frame = __popcorn_dsp - 48;  __popcorn_dsp = frame;   (a is at frame + 0)
//     f((int *)frame);
//     __popcorn_dsp = frame + 48;                                 before each return
//
// Objects of a variable size, and those made outside the entry block, lower __popcorn_dsp further when they are made; saving and restoring
// the stack (a block with a VLA) saves and restores __popcorn_dsp. Signal handlers run below __popcorn_dsp, so no access to the frame may
// move before it is lowered or after it is restored: a single-thread fence, which costs no instruction, stands between.
using PopcornCC.Llvm;

namespace PopcornCC.Compiler.Migration;

/// <summary>A function's frame on the data stack. <paramref name="Base"/> is its address (none if there is no frame); when
/// <paramref name="IsTop"/>, that equals __popcorn_dsp wherever the function's own code runs.</summary>
internal sealed record DataFrame(LLVMValueRef Base, bool IsTop, long Size, IReadOnlyList<LLVMValueRef> SizeUses)
{
    /// <summary>For debug information: an address that stands for each object that was moved here (by the handle it had), until DebugValues has read them.</summary>
    public IReadOnlyList<(nint Object, LLVMValueRef Address, long Offset)> Markers { get; init; } = [];

    public static DataFrame None { get; } = new(default, false, 0, []);

    /// <summary>What a resume function can find out without being told.</summary>
    public LLVMValueRef Recoverable => IsTop ? Base : default;
}

internal sealed class DataStack(LLVMModuleRef module, LLVMBuilderRef builder)
{
    private readonly LLVMContextRef context = module.Context;
    private readonly LLVMValueRef pointer = Declare.DataStackPointer(module);
    private readonly bool isDescribed = DebugValues.Has(module);
    private readonly List<(nint Object, LLVMValueRef Address, long Offset)> markers = [];

    /// <summary>Moves the objects. With <paramref name="force"/> there is a frame even without objects.</summary>
    public DataFrame Run(LLVMValueRef function, bool force)
    {
        var instructions = function.BasicBlocks.SelectMany(b => b.Instructions).ToArray();
        var entry = function.EntryBasicBlock;
        var objects = instructions.Where(i => i.InstructionOpcode == LLVMOpcode.LLVMAlloca).ToArray();
        var fixedObjects = objects.Where(a => a.InstructionParent == entry && IsFixed(a)).ToArray();
        var dynamicObjects = objects.Except(fixedObjects).ToArray();
        var lifetimes = instructions.Where(i => IsIntrinsic(i, "llvm.lifetime.start") || IsIntrinsic(i, "llvm.lifetime.end")).ToArray();
        var returns = instructions.Where(i => i.InstructionOpcode == LLVMOpcode.LLVMRet).ToArray();
        KeepAcrossSetjmp(instructions.Where(ReturnsTwice));
        ReplaceSaves([.. instructions.Where(i => IsIntrinsic(i, "llvm.stacksave") || IsIntrinsic(i, "llvm.stackrestore"))]);
        foreach (var marker in lifetimes)
            marker.InstructionEraseFromParent();
        if (objects.Length == 0 && !force)
            return DataFrame.None;

        var (offsets, size, alignment) = Layout(fixedObjects);
        // A forced frame will grow by its record: the sign of its size in each instruction says which way.
        size = Math.Max(size, force ? 16 : 0);
        builder.PositionBefore(entry.Instructions.First(i => i.InstructionOpcode != LLVMOpcode.LLVMAlloca));
        // No place in the source: the function's first one is behind this, where a debugger finds the frame set up.
        builder.CurrentDebugLocation2 = default;
        var old = Load();
        var lowering = Offset(old, -size);
        var aligned = alignment <= 16 ? lowering : Align(lowering, alignment);
        Store(aligned);
        Fence();
        foreach (var (alloca, offset) in fixedObjects.Zip(offsets))
            PlaceAtUses(alloca, aligned, offset);
        foreach (var alloca in dynamicObjects)
            Lower(alloca);
        var sizeUses = new List<LLVMValueRef> { lowering };
        foreach (var ret in returns)
        {
            builder.PositionBefore(BeforeTailCall(ret));
            Fence();
            var top = alignment <= 16 ? Offset(aligned, size) : old;
            if (alignment <= 16)
                sizeUses.Add(top);
            Store(top);
        }
        return new(aligned, dynamicObjects.Length == 0 && alignment <= 16, size, sizeUses) { Markers = markers };
    }

    /// <summary>A load of __popcorn_dsp where the builder stands.</summary>
    public LLVMValueRef Load()
    {
        var load = builder.BuildLoad2(context.PointerType, pointer);
        load.Alignment = 8;
        return load;
    }

    private void Store(LLVMValueRef value)
    {
        var store = builder.BuildStore(value, pointer);
        store.Alignment = 8;
    }

    private void Fence() => builder.BuildFence(LLVMAtomicOrdering.LLVMAtomicOrderingSequentiallyConsistent, true);

    private LLVMValueRef Offset(LLVMValueRef from, long bytes) =>
        builder.BuildGEP2(context.Int8Type, from, [LLVMValueRef.CreateConstInt(context.Int64Type, (ulong)bytes, true)]);

    private LLVMValueRef Align(LLVMValueRef address, long alignment)
    {
        var mask = module.GetIntrinsicDeclaration("llvm.ptrmask", [context.PointerType, context.Int64Type]);
        return builder.BuildCall2(mask.GlobalValueType, mask, [address, LLVMValueRef.CreateConstInt(context.Int64Type, (ulong)-alignment, true)]);
    }

    private static bool IsFixed(LLVMValueRef alloca) => alloca.GetOperand(0).IsAConstantInt.Handle != 0;

    private (long[] Offsets, long Size, long Alignment) Layout(LLVMValueRef[] objects)
    {
        var data = module.TargetData;
        var offsets = new long[objects.Length];
        var (size, largest) = (0L, 16L);
        for (var i = 0; i < objects.Length; i++)
        {
            var alignment = Math.Max(1, (long)objects[i].Alignment);
            largest = Math.Max(largest, alignment);
            size = (size + alignment - 1) / alignment * alignment;
            offsets[i] = size;
            size += (long)data.ABISizeOfType(objects[i].AllocatedType) * (long)objects[i].GetOperand(0).ConstIntZExt;
        }
        return (offsets, (size + 15) / 16 * 16, largest);
    }

    // The address is made next to each use, once a block: it is an addition that folds into most uses, and made at the top it would take a
    // register through the whole function.
    private void PlaceAtUses(LLVMValueRef alloca, LLVMValueRef frame, long offset)
    {
        var made = new Dictionary<nint, LLVMValueRef>();
        foreach (var user in alloca.Users.Distinct().ToArray())
            for (uint i = 0; user.IsAInstruction.Handle != 0 && i < (uint)user.OperandCount; i++)
            {
                if (user.GetOperand(i) != alloca)
                    continue;
                var block = user.InstructionOpcode == LLVMOpcode.LLVMPHI ? user.GetIncomingBlock(i) : user.InstructionParent;
                if (!made.TryGetValue(block.Handle, out var address))
                {
                    // At the block's head, so that it serves all uses there; in the entry block, after the frame exists.
                    var after = block == frame.InstructionParent ? AfterFence(frame) : Blocks.FirstNonPhi(block);
                    builder.PositionBefore(after);
                    builder.CurrentDebugLocation2 = default;
                    made[block.Handle] = address = Offset(frame, offset);
                }
                user.SetOperand(i, address);
            }
        // What is left are metadata uses, which do not count as uses: debug information gets an address to hold on to.
        if (isDescribed || alloca.HasUses)
        {
            builder.PositionBefore(AfterFence(frame));
            var marker = Offset(frame, offset);
            alloca.ReplaceAllUsesWith(marker);
            markers.Add((alloca.Handle, marker, offset));
        }
        alloca.InstructionEraseFromParent();
    }

    /// <summary>The first instruction that may touch the frame.</summary>
    public static LLVMValueRef AfterFence(LLVMValueRef frame)
    {
        var at = frame;
        while (at.InstructionOpcode != LLVMOpcode.LLVMFence)
            at = at.NextInstruction;
        return at.NextInstruction;
    }

    private void Lower(LLVMValueRef alloca)
    {
        builder.PositionBefore(alloca);
        var element = module.TargetData.ABISizeOfType(alloca.AllocatedType);
        var count = builder.BuildIntCast2(alloca.GetOperand(0), context.Int64Type, false);
        var bytes = builder.BuildMul(count, LLVMValueRef.CreateConstInt(context.Int64Type, element));
        var rounded = builder.BuildAnd(
            builder.BuildAdd(bytes, LLVMValueRef.CreateConstInt(context.Int64Type, 15)), LLVMValueRef.CreateConstInt(context.Int64Type, unchecked((ulong)-16L), true));
        var lowered = builder.BuildGEP2(context.Int8Type, Load(), [builder.BuildNeg(rounded)]);
        if (alloca.Alignment > 16)
            lowered = Align(lowered, alloca.Alignment);
        Store(lowered);
        Fence();
        alloca.ReplaceAllUsesWith(lowered);
        alloca.InstructionEraseFromParent();
    }

    private void ReplaceSaves(LLVMValueRef[] saves)
    {
        foreach (var one in saves.Where(i => i.HasUses))
        {
            builder.PositionBefore(one);
            one.ReplaceAllUsesWith(Load());
        }
        foreach (var one in saves)
        {
            builder.PositionBefore(one);
            if (one.TypeOf.Kind == LLVMTypeKind.LLVMVoidTypeKind)
            {
                Fence();
                Store(one.GetOperand(0));
            }
            one.InstructionEraseFromParent();
        }
    }

    // A `musttail` call must be followed by its return, and the callee owns the stack: the frame is given up before it.
    private static LLVMValueRef BeforeTailCall(LLVMValueRef ret)
    {
        var before = ret.PreviousInstruction;
        return before.Handle != 0 && before.InstructionOpcode == LLVMOpcode.LLVMCall && before.TailCallKind == LLVMTailCallKind.LLVMTailCallKindMustTail ? before : ret;
    }

    // longjmp comes back with whatever __popcorn_dsp was at its call: the value before setjmp is put back after it, both times.
    private void KeepAcrossSetjmp(IEnumerable<LLVMValueRef> calls)
    {
        foreach (var call in calls)
        {
            builder.PositionBefore(call);
            var saved = Load();
            builder.PositionBefore(call.NextInstruction);
            Store(saved);
        }
    }

    private static bool ReturnsTwice(LLVMValueRef instruction) =>
        instruction.InstructionOpcode == LLVMOpcode.LLVMCall
        && (instruction.HasCallSiteEnumAttribute("returns_twice")
            || (instruction.CalledValue.IsAFunction.Handle != 0 && instruction.CalledValue.HasEnumAttribute("returns_twice")));

    public static bool IsIntrinsic(LLVMValueRef instruction, string name) =>
        instruction.InstructionOpcode == LLVMOpcode.LLVMCall && instruction.CalledValue.IsAFunction.Handle != 0
        && instruction.CalledValue.IntrinsicID is not 0 and var id && id == LLVMModuleRef.LookupIntrinsicID(name);
}
