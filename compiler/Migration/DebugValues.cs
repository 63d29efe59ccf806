// Keeps debug information true through the migration passes, which do not look at it. LLVM keeps it in records beside the instructions, which follow when an instruction moves or is
// replaced. Three things it cannot follow are mended here:
//
// - a local that moved to the data stack: `declare(alloca, v)` becomes `value(frame, v, +offset, deref)`, said once the frame exists;
// - a value that was widened, split or demoted: its parts are named in its place;
// - the resume copy, which is said to be its function's code inlined into `f.resume`. Where the copy is entered, the values that the variables had at that site are said again: they are
//   found by following the records through the function, as LLVM's own register tracking does later.
//
// The C API can add records but not read them, so for reading the module is put into LLVM's old form for a moment, where they are calls.
using PopcornCC.Llvm;

namespace PopcornCC.Compiler.Migration;

/// <summary>What a value became: other values, each with its first bit and size (0: the whole), or (<paramref name="Slot"/>) the object it is stored in.</summary>
internal sealed record DebugSubstitute(IReadOnlyList<(LLVMValueRef Value, ulong Offset, ulong Size)> Parts, nint Slot = 0);

/// <summary>From <paramref name="Anchor"/> on a variable has a value; no value: it is not known.</summary>
internal sealed record DebugEvent(LLVMValueRef Value, LLVMMetadataRef Variable, LLVMMetadataRef Expression, LLVMMetadataRef Location, LLVMValueRef Anchor)
{
    /// <summary>Whether another record says the same.</summary>
    public bool SameValue(DebugEvent other) => Value == other.Value && Variable == other.Variable && Expression == other.Expression && Location == other.Location;
}

internal sealed class DebugValues : IDisposable
{
    private const uint ConstantKind = 1, LocalKind = 2;

    private readonly LLVMModuleRef module;
    private readonly LLVMContextRef context;
    private readonly LLVMDIBuilderRef builder;
    private readonly DebugExpressions expressions;
    private readonly IReadOnlyList<FunctionRecord> records;
    private readonly IReadOnlyDictionary<nint, DebugSubstitute> substitutes;
    private readonly List<DebugEvent>[] events;
    private readonly List<DebugEvent> changed = [];

    private DebugValues(LLVMModuleRef module, IReadOnlyList<FunctionRecord> records, IReadOnlyDictionary<nint, DebugSubstitute> substitutes)
    {
        (this.module, this.records, this.substitutes) = (module, records, substitutes);
        context = module.Context;
        builder = module.CreateDIBuilder();
        expressions = new DebugExpressions(builder, context);
        events = [.. records.Select(_ => new List<DebugEvent>())];
    }

    public void Dispose() => builder.Dispose();

    /// <summary>Whether a module describes its variables or lines.</summary>
    public static bool Has(LLVMModuleRef module) => LLVM.GetNamedMetadataNumOperands(module, "llvm.dbg.cu") > 0;

    /// <summary>Reads what is said of the instrumented functions' variables, and mends it where their places have changed.</summary>
    public static DebugValues Mend(LLVMModuleRef module, IReadOnlyList<FunctionRecord> records, IReadOnlyDictionary<nint, DebugSubstitute> substitutes)
    {
        var made = new DebugValues(module, records, substitutes);
        LLVM.SetIsNewDbgInfoFormat(module, false);
        for (var k = 0; k < records.Count; k++)
            made.Read(k);
        LLVM.SetIsNewDbgInfoFormat(module, true);
        foreach (var e in made.changed)
            made.Insert(e);
        return made;
    }

    private void Read(int k)
    {
        var record = records[k];
        var markers = record.Frame.Markers.ToDictionary(m => m.Address.Handle, m => m.Offset);
        var slots = record.Frame.Markers.ToDictionary(m => m.Object, m => m.Offset);
        foreach (var block in record.Body.Blocks)
        {
            var order = new Dictionary<nint, int>();
            var calls = new List<(LLVMValueRef Call, bool IsDeclare, LLVMValueRef Anchor)>();
            var waiting = new List<(LLVMValueRef Call, bool IsDeclare)>();
            foreach (var instruction in block.Instructions)
            {
                if (DataStack.IsIntrinsic(instruction, "llvm.dbg.value")) waiting.Add((instruction, false));
                else if (DataStack.IsIntrinsic(instruction, "llvm.dbg.declare")) waiting.Add((instruction, true));
                else if (!DataStack.IsIntrinsic(instruction, "llvm.dbg.label") && !DataStack.IsIntrinsic(instruction, "llvm.dbg.assign"))
                {
                    order[instruction.Handle] = order.Count;
                    calls.AddRange(waiting.Select(w => (w.Call, w.IsDeclare, instruction)));
                    waiting.Clear();
                }
            }
            foreach (var (call, isDeclare, anchor) in calls)
            {
                var found = Translate(record, call, isDeclare, anchor, markers, slots, out var replaces);
                events[k].AddRange(found.Select(e => e with { Anchor = AfterDefinition(e, order) }));
                if (!replaces)
                    continue;
                changed.AddRange(found.Select(e => e with { Anchor = AfterDefinition(e, order) }));
                call.InstructionEraseFromParent();
            }
        }
    }

    // A conversion may have come between a definition and what was said of it.
    private static LLVMValueRef AfterDefinition(DebugEvent e, Dictionary<nint, int> order)
    {
        var anchor = e.Anchor;
        if (e.Value.Handle != 0 && order.TryGetValue(e.Value.Handle, out var defined))
            while (order.TryGetValue(anchor.Handle, out var at) && at <= defined)
                do
                    anchor = anchor.NextInstruction;
                while (!order.ContainsKey(anchor.Handle));
        return anchor;
    }

    private List<DebugEvent> Translate(FunctionRecord record, LLVMValueRef call, bool isDeclare, LLVMValueRef anchor,
        Dictionary<nint, long> markers, Dictionary<nint, long> slots, out bool replaces)
    {
        var (what, variable, expression) = (call.GetOperand(0), call.GetOperand(1).AsMetadata(), call.GetOperand(2).AsMetadata());
        var kind = LLVM.GetMetadataKind(what.AsMetadata());
        var value = kind is ConstantKind or LocalKind ? what.GetOperand(0) : default;
        if (value.Handle != 0 && value.IsUndef)
            value = default;
        var location = call.DebugLoc;
        var operations = expressions.Read(expression);
        replaces = false;
        if (value.Handle == 0 || operations == null)
            return [new(default, variable, expression, location, anchor)];

        DebugEvent At(LLVMValueRef where, IEnumerable<ulong> how, LLVMValueRef from) => new(where, variable, expressions.Make(how), location, from);
        replaces = true;
        if (markers.TryGetValue(value.Handle, out var offset))
            return isDeclare ? [At(record.Frame.Base, DebugExpressions.InMemory(offset, operations), FrameIsThere(record))]
                : [At(record.Frame.Base, DebugExpressions.Behind(offset, operations), anchor)];
        if (isDeclare && value.IsAArgument.Handle == 0)
            return [At(value, DebugExpressions.InMemory(0, operations), anchor)];
        if (!isDeclare && substitutes.TryGetValue(value.Handle, out var substitute))
        {
            if (substitute.Slot != 0)
                return slots.TryGetValue(substitute.Slot, out offset) && operations.Length == 0
                    ? [At(record.Frame.Base, DebugExpressions.InMemory(offset, operations), anchor)] : [];
            if (substitute.Parts is [(var whole, _, 0)])
                return [At(whole, operations, anchor)];
            if (operations.Length == 0)
                return [.. substitute.Parts.Select(p => At(p.Value, [DebugExpressions.DW_OP_LLVM_fragment, p.Offset, p.Size], anchor))];
        }
        replaces = false;
        return [isDeclare ? At(value, DebugExpressions.InMemory(0, operations), anchor) : new(value, variable, expression, location, anchor)];
    }

    private static LLVMValueRef FrameIsThere(FunctionRecord record)
    {
        var at = DataStack.AfterFence(record.Frame.Base);
        while (DataStack.IsIntrinsic(at, "llvm.dbg.value") || DataStack.IsIntrinsic(at, "llvm.dbg.declare"))
            at = at.NextInstruction;
        return at;
    }

    private void Insert(DebugEvent e) => builder.InsertValueBefore(e.Value, e.Variable, e.Expression, e.Location, e.Anchor);

    /// <summary>The subprograms that the front end made for resume copies, by those of their functions.</summary>
    public static IReadOnlyDictionary<nint, LLVMMetadataRef> ResumeSubprograms(LLVMModuleRef module) =>
        module.GetNamedMetadataOperands(CodeGen.DebugInfo.ResumePairs).ToDictionary(p => p.GetOperand(0).AsMetadata().Handle, p => p.GetOperand(1).AsMetadata());

    /// <summary>Says in a resume copy what is said in its function; and where ways meet in it, what is known there, because each way may bring a value of its own.</summary>
    public void Describe(int k, ResumeCopy copy, LLVMBuilderRef ir)
    {
        if (copy.Function.Subprogram.Handle == 0)
            return;
        var body = records[k].Body;
        var liveness = records[k].Liveness;
        var sites = records[k].Sites.ToDictionary(s => s.Call.Handle);
        var flow = new DebugFlow(body, events[k], expressions);
        var places = body.Instructions.Select(b => Enumerable.Range(0, b.Length).Where(i => sites.ContainsKey(b[i].Handle)).ToArray()).ToArray();
        foreach (var (block, segment) in copy.Segments)
        {
            var instructions = body.Instructions[block];
            if (segment == 0)
            {
                if (body.Predecessors[block].Length > 1)
                    foreach (var e in flow.AtEntry(block))
                        SayAgain(e, instructions.First(i => i.InstructionOpcode != LLVMOpcode.LLVMPHI), index => liveness.IsLiveInto(block, index));
                continue;
            }
            var at = places[block][segment - 1];
            var live = sites[instructions[at].Handle].Live.ToHashSet();
            foreach (var e in flow.Before(block, at))
                SayAgain(e, instructions[at + 1], live.Contains);
        }
        foreach (var e in events[k])
            if (copy.Clones.TryGetValue(e.Anchor.Handle, out var anchor) && !Say(e, anchor, mayBeClone: true))
                builder.InsertValueBefore(context.Int64Type.Poison, e.Variable, e.Expression, copy.Locations.Map(e.Location), anchor);

        void SayAgain(DebugEvent e, LLVMValueRef before, Func<int, bool> isLive)
        {
            if (copy.Clones.TryGetValue(before.Handle, out var anchor) && (liveness.IndexOf(e.Value) is var index && (index < 0 || isLive(index))))
                Say(e, anchor, mayBeClone: false);
        }

        // With what stands for the value in the copy: mem2reg will make a value of the load; what stays in memory is described there.
        bool Say(DebugEvent e, LLVMValueRef before, bool mayBeClone)
        {
            var (value, expression) = (e.Value, e.Expression);
            if (value.Handle == 0)
                return false;
            if (copy.Slots.OffsetOf(value) is { } offset)
            {
                if (expressions.Read(expression) is not { } operations)
                    return false;
                (value, expression) = (copy.Slots.Area, expressions.Make([DebugExpressions.DW_OP_plus_uconst, (ulong)offset, DebugExpressions.DW_OP_deref, .. operations]));
            }
            else if (copy.Slots.Has(value))
            {
                ir.PositionBefore(before);
                value = copy.Slots.Read(value);
            }
            else if (liveness.IndexOf(value) >= 0)
            {
                if (!mayBeClone || !copy.Clones.TryGetValue(value.Handle, out value))
                    return false;
            }
            else if (!value.IsConstant)
                return false;
            builder.InsertValueBefore(value, e.Variable, expression, copy.Locations.Map(e.Location), before);
            return true;
        }
    }
}

/// <summary>The locations of a resume copy: the function's, inlined into the copy.</summary>
internal sealed class ResumeLocations(LLVMContextRef context, LLVMMetadataRef subprogram)
{
    private readonly Dictionary<nint, LLVMMetadataRef> mapped = [];

    /// <summary>The copy's own place: where the function begins.</summary>
    public LLVMMetadataRef Own { get; } = subprogram.Handle == 0 ? default : context.CreateDebugLocation(LLVM.DISubprogramGetLine(subprogram), 0, subprogram);

    public LLVMMetadataRef Map(LLVMMetadataRef location)
    {
        if (Own.Handle == 0 || location.Handle == 0)
            return default;
        if (mapped.TryGetValue(location.Handle, out var known))
            return known;
        var outer = LLVM.DILocationGetInlinedAt(location);
        var made = context.CreateDebugLocation(LLVM.DILocationGetLine(location), LLVM.DILocationGetColumn(location), LLVM.DILocationGetScope(location),
            outer.Handle == 0 ? Own : Map(outer));
        mapped[location.Handle] = made;
        return made;
    }
}
