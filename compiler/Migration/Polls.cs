// Where a program looks whether it should move (design, section 3). A poll is
//
//     if (__popcorn_flag) __popcorn_poll();      one load, one branch that is almost never taken
//
// and stands at the head of every loop that is not short (CountedLoops.cs has the better way for loops that count), and once on every cycle of calls: in each function of such a cycle, at the
// last point that all its recursive calls have in common (in `int fib(int n) { return n < 2 ? n : fib(n-1) + fib(n-2); }` after the
// test of n, so that the half of all calls which return at once do not pay). A loop is short when its trip count is a constant and all
// its rounds together are no more than MaxShortLoop instructions: so the time to the next poll is bounded by straight-line code, short
// loops and calls to leaves. Polls go in after the optimiser has run, so that loops are vectorised and unrolled as without them.
using PopcornCC.Llvm;

namespace PopcornCC.Compiler.Migration;

/// <summary>The loops that need polls, of all loops, the blocks that need one because flow into them makes no loop, and by header what one round of a loop costs.</summary>
internal sealed record PollPlan(IReadOnlyList<Loop> Loops, IReadOnlyList<Loop> All, IReadOnlyList<int> IrreducibleTargets, IReadOnlyDictionary<int, long> Rounds)
{
    public bool Any => Loops.Count + IrreducibleTargets.Count > 0;
}

internal sealed class Polls(LLVMModuleRef module, LLVMBuilderRef builder)
{
    public const string Flag = "__popcorn_flag";
    public const string Function = "__popcorn_poll";

    /// <summary>A loop of at most this many instructions in all its rounds needs no poll of its own: a microsecond or so.</summary>
    private const int MaxShortLoop = 4096;

    /// <summary>What a call to a leaf counts for among those instructions.</summary>
    private const int LeafCallCost = 64;

    private readonly LLVMContextRef context = module.Context;
    private readonly LLVMValueRef flag = Declare.Flag(module);
    private readonly LLVMValueRef poll = Declare.Poll(module);
    private readonly LLVMTypeRef pollType = LLVMTypeRef.CreateFunction(module.Context.VoidType, []);

    public static PollPlan LoopsNeedingPolls(FunctionBody body)
    {
        var (loops, irreducible) = body.Loops();
        var needing = new List<Loop>();
        var costs = new Dictionary<int, long>();
        var roundOf = new Dictionary<int, long>();
        foreach (var loop in loops)
        {
            // Loops come inner first. One round costs the loop's own instructions, and for a loop inside it all of that one's rounds; a loop
            // with a poll of its own bounds itself.
            var round = loop.Blocks.Sum(b => body.Instructions[b].Sum(i => i.InstructionOpcode == LLVMOpcode.LLVMCall ? LeafCallCost : 1L));
            foreach (var inner in loops.TakeWhile(l => l != loop).Where(l => l.Header != loop.Header && loop.Blocks.Contains(l.Header)))
                round += costs[inner.Header];
            roundOf[loop.Header] = round;
            var rounds = TripCount.Of(body, loop, MaxShortLoop);
            if (rounds is { } n && n * round <= MaxShortLoop)
                costs[loop.Header] = n * round;
            else
            {
                costs[loop.Header] = 0;
                needing.Add(loop);
            }
        }
        return new(needing, loops, irreducible, roundOf);
    }

    /// <summary>Adds a function's polls and returns the calls to the slow path, each a site.</summary>
    public List<LLVMValueRef> Insert(LLVMValueRef function, CallGraph graph)
    {
        var body = new FunctionBody(function);
        var plan = LoopsNeedingPolls(body);
        var (recursion, polled) = RecursionPoint(body, plan, function, graph);
        var calls = new List<LLVMValueRef>();
        var counted = new CountedLoops(context, builder);
        foreach (var loop in plan.Loops.Where(l => l != polled))
        {
            var isInnermost = !plan.All.Any(l => l != loop && loop.Blocks.Contains(l.Header));
            if (counted.TryStretch(body, loop, plan.Rounds[loop.Header], (from, to) => calls.Add(Test(from, to, body.Blocks[loop.Header]))))
                continue;
            // An inner loop without a count is often left in its first round: it pays on the way back only.
            var isInner = plan.All.Any(l => l != loop && l.Blocks.Contains(loop.Header));
            if (isInnermost && isInner && loop.Latches.Count == 1)
                calls.Add(OnEdge(body.Blocks[loop.Latches[0]], body.Blocks[loop.Header]));
            else
                calls.Add(Before(Blocks.FirstNonPhi(body.Blocks[loop.Header])));
        }
        foreach (var target in plan.IrreducibleTargets)
            calls.Add(Before(Blocks.FirstNonPhi(body.Blocks[target])));
        if (recursion.Handle != 0)
            calls.Add(Before(recursion));
        return calls;
    }

    // The instruction that every recursive call comes after, and the loop that needs no other poll because each of its rounds passes there.
    private static (LLVMValueRef At, Loop? Polled) RecursionPoint(FunctionBody body, PollPlan plan, LLVMValueRef function, CallGraph graph)
    {
        bool Recurses(LLVMValueRef i) => graph.IsSite(i) && graph.MayRecurse(function, i);

        var common = -1;
        foreach (var b in body.ReversePostorder)
            if (body.Instructions[b].Any(Recurses))
                common = common < 0 ? b : body.NearestCommonDominator(common, b);
        if (common < 0)
            return default;
        // In a loop the poll would be passed in every round: only where the loop wants one anyway, in place of it.
        Loop? around;
        while ((around = plan.All.FirstOrDefault(l => l.Blocks.Contains(common))) != null)
        {
            if (plan.Loops.FirstOrDefault(l => l.Header == around.Header) is { } wants && wants.Latches.All(l => body.Dominates(common, l)))
            {
                around = wants;
                break;
            }
            if (common == 0)
                break;
            common = body.ImmediateDominator(common);
        }
        // Right before the block's own recursive call, or at its end: either way before all of them.
        var block = body.Instructions[common];
        var recursing = block.FirstOrDefault(Recurses);
        return (AboveCondition(recursing.Handle != 0 ? recursing : block[^1]), around);
    }

    // A comparison is kept next to the branch that uses it: their value would otherwise live across the poll.
    private static LLVMValueRef AboveCondition(LLVMValueRef at)
    {
        if (at.InstructionOpcode == LLVMOpcode.LLVMBr && at.IsConditional && at.PreviousInstruction.Handle != 0
            && at.PreviousInstruction == at.Condition && at.Condition.IsAPHINode.Handle == 0)
            return at.PreviousInstruction;
        return at;
    }

    private LLVMValueRef Before(LLVMValueRef instruction)
    {
        var head = Blocks.SplitBefore(instruction, builder, "poll");
        return Test(head, instruction.InstructionParent, instruction.InstructionParent);
    }

    private LLVMValueRef OnEdge(LLVMBasicBlockRef latch, LLVMBasicBlockRef header)
    {
        if (latch.Terminator.SuccessorsCount == 1)
            return Before(latch.Terminator);
        var test = header.InsertBasicBlock("poll");
        var onward = header.InsertBasicBlock("poll.on");
        Blocks.Redirect(latch, header, test, [onward], builder);
        builder.PositionAtEnd(onward);
        builder.CurrentDebugLocation2 = default;
        builder.BuildBr(header);
        return Test(test, onward, header);
    }

    // For a debugger the poll is where the block after it begins.
    private LLVMValueRef Test(LLVMBasicBlockRef block, LLVMBasicBlockRef onward, LLVMBasicBlockRef place)
    {
        var cold = context.AppendBasicBlock(block.Parent, "poll.cold");
        builder.PositionAtEnd(block);
        builder.CurrentDebugLocation2 = place.Instructions.Select(i => i.DebugLoc).FirstOrDefault(l => l.Handle != 0);
        var value = builder.BuildLoad2(context.Int32Type, flag);
        value.Alignment = 4;
        value.IsVolatile = true;
        var set = builder.BuildICmp(LLVMIntPredicate.LLVMIntNE, value, LLVMValueRef.CreateConstNull(context.Int32Type));
        var branch = builder.BuildCondBr(set, cold, onward);
        var weights = context.GetMDNode([
            context.GetMDString("branch_weights"),
            LLVMValueRef.CreateConstInt(context.Int32Type, 1).AsMetadata(),
            LLVMValueRef.CreateConstInt(context.Int32Type, (1u << 20) - 1).AsMetadata()]);
        branch.SetMetadata(context.GetMDKindID("prof"), context.MetadataAsValue(weights));
        builder.PositionAtEnd(cold);
        var call = builder.BuildCall2(pollType, poll, []);
        builder.BuildBr(onward);
        return call;
    }
}

/// <summary>The names that compiled code and the runtime share (docs/neutral-abi.md), declared when first wanted.</summary>
internal static class Declare
{
    public static LLVMValueRef Flag(LLVMModuleRef module) => Global(module, Polls.Flag, module.Context.Int32Type, 4);

    public static LLVMValueRef Poll(LLVMModuleRef module) => VoidFunction(module, Polls.Function);

    public static LLVMValueRef DataStackPointer(LLVMModuleRef module)
    {
        var pointer = Global(module, "__popcorn_dsp", module.Context.PointerType, 8);
        pointer.ThreadLocalMode = LLVMThreadLocalMode.LLVMLocalExecTLSModel;
        return pointer;
    }

    public static LLVMValueRef VoidFunction(LLVMModuleRef module, string name)
    {
        var function = module.GetNamedFunction(name);
        return function.Handle != 0 ? function
            : module.AddFunction(name, LLVMTypeRef.CreateFunction(module.Context.VoidType, []));
    }

    private static LLVMValueRef Global(LLVMModuleRef module, string name, LLVMTypeRef type, uint alignment)
    {
        var global = module.GetNamedGlobal(name);
        if (global.Handle != 0)
            return global;
        global = module.AddGlobal(type, name);
        global.Alignment = alignment;
        return global;
    }
}
