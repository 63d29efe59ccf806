// Builds `f.resume(record)`: a copy of f that is entered in the middle (design, section 5). For
//
//     int f(int a) { int b = g(a); return b + h(a); }        sites: 0 is the call of g (records a), 1 that of h (records b)
//
// it is, in C:
//
//     int f.resume(struct record *r) {
//         long site = r->site;  int a = r->unit[0], b = r->unit[1];
//         int result = r->next_entry(r->next);      the callee's frame runs to its end: a site of its own, all values and `site` live
//         switch (site) { case 0: b = result; goto after_g;  case 1: t = result; goto after_h; }
//     after_g: t = h(a);                            the same site 1 as in f
//     after_h: return b + t;
//     }
//
// with one such call for each result type. Every value that is live at a site gets a slot in the copy (ResumeSlots.cs), loads at its uses
// and stores after its definitions; what the record leaves out is computed where the switch lands; then mem2reg, run over the module by
// the pipeline, makes SSA form of what is not to stay in memory. Blocks that no site leads to are not copied: a value not live at any site then has its definition before each use.
using PopcornCC.Llvm;

namespace PopcornCC.Compiler.Migration;

/// <summary>A call in a resume function that becomes a statepoint: its id's number, and its operands.</summary>
internal sealed record CopiedSite(LLVMValueRef Call, uint Number, IReadOnlyList<LLVMValueRef> Operands);

/// <summary>A resume function: its sites, and for debug information what stands in it for the function's instructions and values, and the segments of blocks in it.</summary>
internal sealed record ResumeCopy(LLVMValueRef Function, IReadOnlyList<CopiedSite> Sites, IReadOnlyDictionary<nint, LLVMValueRef> Clones, ResumeSlots Slots,
    IReadOnlyList<(int Block, int Segment)> Segments, ResumeLocations Locations);

internal sealed class ResumeFunction
{
    /// <summary>The number of a resume call, in place of a site's.</summary>
    public const uint ResumeCallNumber = 0xFFFFF;

    private const int RecordSite = 0, RecordNext = 8, RecordEntry = 16, RecordUnits = 32;

    private readonly LLVMModuleRef module;
    private readonly LLVMBuilderRef builder;
    private readonly FunctionRecord record;
    private readonly DataStack dataStack;
    private readonly LLVMContextRef context;
    private readonly LLVMValueRef copy;
    private readonly Dictionary<nint, LLVMValueRef> clones = [];
    private readonly Dictionary<(int Block, int Segment), Dictionary<nint, LLVMValueRef>> known = [];
    private ResumeSlots slots = null!;
    private readonly Dictionary<nint, Site> siteOfCall = [];
    private readonly Dictionary<(int Block, int Segment), LLVMBasicBlockRef> segments = [];
    private readonly List<CopiedSite> sites = [];
    private readonly ResumeLocations locations;

    private ResumeFunction(LLVMModuleRef module, LLVMBuilderRef builder, FunctionRecord record, DataStack dataStack, LLVMMetadataRef subprogram)
    {
        (this.module, this.builder, this.record, this.dataStack, context) = (module, builder, record, dataStack, module.Context);
        var type = LLVMTypeRef.CreateFunction(record.Function.GlobalValueType.ReturnType, [context.PointerType]);
        copy = module.AddFunction(record.Function.Name + ".resume", type);
        copy.Linkage = LLVMLinkage.LLVMInternalLinkage;
        if (subprogram.Handle != 0)
            copy.Subprogram = subprogram;
        locations = new ResumeLocations(context, subprogram);
        foreach (var site in record.Sites)
            siteOfCall[site.Call.Handle] = site;
    }

    /// <summary>Makes the resume function; with it, the calls in it that are to become statepoints.</summary>
    public static ResumeCopy Build(
        LLVMModuleRef module, LLVMBuilderRef builder, FunctionRecord record, DataStack dataStack, LLVMMetadataRef subprogram)
    {
        var made = new ResumeFunction(module, builder, record, dataStack, subprogram);
        made.CopyAttributes();
        made.Copy();
        return new(made.copy, made.sites, made.clones, made.slots, [.. made.segments.Keys.OrderBy(made.BlockOrder)], made.locations);
    }

    // The result's attributes must agree (a widened result), and what the function is compiled with.
    private void CopyAttributes()
    {
        foreach (var attribute in record.Function.GetAttributesAtIndex(LLVMAttributeIndex.LLVMAttributeReturnIndex))
            if (attribute.IsEnumAttribute && (attribute.Kind == zeroExtend || attribute.Kind == signExtend))
                copy.AddAttributeAtIndex(LLVMAttributeIndex.LLVMAttributeReturnIndex, attribute);
        foreach (var attribute in record.Function.GetAttributesAtIndex(LLVMAttributeIndex.LLVMAttributeFunctionIndex))
            if (attribute.IsStringAttribute || attribute.Kind == nullPointerIsValid)
                copy.AddAttributeAtIndex(LLVMAttributeIndex.LLVMAttributeFunctionIndex, attribute);
        // Entered once a move: small rather than fast.
        foreach (var name in new[] { "cold", "optsize" })
            copy.AddAttributeAtIndex(LLVMAttributeIndex.LLVMAttributeFunctionIndex, context.CreateEnumAttribute(name));
    }

    private static readonly uint zeroExtend = LLVMAttributeRef.KindForName("zeroext");
    private static readonly uint signExtend = LLVMAttributeRef.KindForName("signext");
    private static readonly uint nullPointerIsValid = LLVMAttributeRef.KindForName("null_pointer_is_valid");

    private readonly Dictionary<int, int> positions = [];

    private void Copy()
    {
        var entry = copy.AppendBasicBlock("entry");
        for (var i = 0; i < record.Body.ReversePostorder.Count; i++)
            positions[record.Body.ReversePostorder[i]] = i;
        FindSegments();
        builder.PositionAtEnd(entry);
        builder.CurrentDebugLocation2 = locations.Own;
        slots = new(module, builder, record);
        foreach (var (block, segment) in segments.Keys.OrderBy(BlockOrder).ToArray())
            CopySegment(block, segment);
        LinkPhis();
        BuildEntry(entry);
    }

    // Definitions are copied before their uses: a dominator comes first in reverse postorder.
    private (int, int) BlockOrder((int Block, int Segment) s) => (positions[s.Block], s.Segment);

    // A block is cut after each site into segments; those that a site leads to are copied.
    private void FindSegments()
    {
        var work = new Stack<(int, int)>();
        foreach (var site in record.Sites.Where(s => s.Kind != SiteKind.NoReturn))
            if (record.Body.IsReachable(record.Body.IndexOf(site.Call.InstructionParent)))
                work.Push(AfterSite(site.Call));
        while (work.TryPop(out var s))
        {
            if (segments.ContainsKey(s))
                continue;
            segments[s] = default;
            var (block, segment) = s;
            if (segment < SegmentCount(block) - 1)
            {
                // Control reaches the next segment through the call at this one's end.
                work.Push((block, segment + 1));
                continue;
            }
            foreach (var next in record.Body.Successors[block])
                work.Push((next, 0));
        }
        foreach (var s in segments.Keys.OrderBy(BlockOrder).ToArray())
            segments[s] = copy.AppendBasicBlock();
    }

    private (int, int) AfterSite(LLVMValueRef call)
    {
        var block = record.Body.IndexOf(call.InstructionParent);
        var segment = 0;
        foreach (var i in record.Body.Instructions[block])
        {
            if (siteOfCall.ContainsKey(i.Handle))
                segment++;
            if (i == call)
                break;
        }
        return (block, segment);
    }

    private int SegmentCount(int block) => 1 + record.Body.Instructions[block].Count(i => siteOfCall.ContainsKey(i.Handle));

    private void CopySegment(int block, int segment)
    {
        var target = segments[(block, segment)];
        var current = 0;
        builder.PositionAtEnd(target);
        builder.CurrentDebugLocation2 = locations.Own;
        slots.Continue(known[(block, segment)] = []);
        var phis = new List<LLVMValueRef>();
        foreach (var original in record.Body.Instructions[block])
        {
            var inside = current == segment;
            var site = siteOfCall.GetValueOrDefault(original.Handle);
            if (site != null)
                current++;
            if (!inside)
                continue;
            if (original.InstructionOpcode == LLVMOpcode.LLVMPHI)
            {
                if (slots.IsJoined(original))
                    continue;
                // Filled in by LinkPhis, when all blocks are there.
                var phi = builder.BuildPhi(original.TypeOf);
                clones[original.Handle] = phi;
                phis.Add(original);
                continue;
            }
            foreach (var phi in phis)
                StoreIfSlotted(phi, clones[phi.Handle]);
            phis.Clear();
            if (original.InstructionOpcode == LLVMOpcode.LLVMRet && record.Jumps)
                ForgetLanding();
            var clone = CloneInstruction(original);
            if (site != null)
            {
                clone.TailCallKind = LLVMTailCallKind.LLVMTailCallKindNone;
                builder.PositionBefore(clone);
                IReadOnlyList<LLVMValueRef> operands = record.Resume == ResumeForm.Memory ? [slots.Area] : record.Operands(site, builder, Mapped);
                if (site.Kind == SiteKind.Setjmp)
                    clones[original.Handle] = Jumps.Replace(module, builder, clone, record.Memory!.Landing(builder, Mapped(record.Frame.Base)), site.Number);
                else
                    sites.Add(new(clone, (uint)site.Number, operands));
                if (segments.TryGetValue((block, segment + 1), out var next))
                {
                    builder.PositionAtEnd(target);
                    builder.BuildBr(next);
                }
            }
        }
    }

    private LLVMValueRef CloneInstruction(LLVMValueRef original)
    {
        var clone = original.InstructionClone();
        // Operands are loaded in front of the copy.
        for (uint i = 0, n = (uint)clone.OperandCount; i < n; i++)
        {
            var operand = original.GetOperand(i);
            if (operand.IsBasicBlock)
                clone.SetOperand(i, segments[(record.Body.IndexOf(operand.AsBasicBlock()), 0)].AsValue());
            else if (record.Liveness.IndexOf(operand) >= 0)
                clone.SetOperand(i, Mapped(operand));
        }
        builder.Insert(clone);
        clone.DebugLoc = locations.Map(original.DebugLoc);
        clones[original.Handle] = clone;
        if (clone.TypeOf.Kind != LLVMTypeKind.LLVMVoidTypeKind)
            StoreIfSlotted(original, clone);
        return clone;
    }

    private void StoreIfSlotted(LLVMValueRef original, LLVMValueRef clone)
    {
        if (slots.Has(original))
            slots.Store(original, clone);
        else
            slots.Remember(original, clone);
    }

    // The copy's value for one of the function's, where the builder stands.
    private LLVMValueRef Mapped(LLVMValueRef value) =>
        slots.Has(value) ? slots.Load(value)
        : record.Remade?.Contains(record.Liveness.IndexOf(value)) == true ? slots.Known(value) ?? slots.Remember(value, Remake(value))
        : clones.TryGetValue(value.Handle, out var clone) ? clone
        : throw new InvalidOperationException($"resume copy of {record.Function.Name}: no value for {value}");

    private LLVMValueRef Remake(LLVMValueRef value)
    {
        var operands = new LLVMValueRef[value.OperandCount];
        for (uint i = 0; i < operands.Length; i++)
        {
            var operand = value.GetOperand(i);
            var index = record.Liveness.IndexOf(operand);
            operands[i] = index < 0 ? operand : slots.Has(operand) || record.Remade!.IsSource(index) ? Mapped(operand) : Remake(operand);
        }
        var clone = value.InstructionClone();
        for (uint i = 0; i < operands.Length; i++)
            clone.SetOperand(i, operands[i]);
        builder.Insert(clone);
        clone.DebugLoc = locations.Own;
        return clone;
    }

    private void LinkPhis()
    {
        foreach (var (block, _) in segments.Keys.Where(s => s.Segment == 0).OrderBy(BlockOrder).ToArray())
        {
            var phis = record.Body.Instructions[block].TakeWhile(i => i.InstructionOpcode == LLVMOpcode.LLVMPHI).ToArray();
            if (phis.Length == 0)
                continue;
            foreach (var from in record.Body.Predecessors[block])
                if (segments.TryGetValue((from, SegmentCount(from) - 1), out var source))
                    LinkEdge(from, source, block, phis);
        }
    }

    // What the target's phis take from one predecessor. A phi that was joined with its operands (UnitAssignment.cs) is its slot: only what
    // comes from elsewhere is stored there, on the edge.
    private void LinkEdge(int from, LLVMBasicBlockRef source, int block, LLVMValueRef[] phis)
    {
        var target = segments[(block, 0)];
        var moves = new List<(LLVMValueRef Phi, LLVMValueRef Value)>();
        foreach (var phi in phis)
            for (uint i = 0; i < phi.IncomingCount; i++)
                if (record.Body.IndexOf(phi.GetIncomingBlock(i)) == from)
                {
                    moves.Add((phi, phi.GetIncomingValue(i)));
                    break;
                }
        var stored = moves.Where(m => slots.IsJoined(m.Phi) && !slots.ShareSlot(m.Phi, m.Value)).ToArray();
        var here = known[(from, SegmentCount(from) - 1)];
        var edge = source;
        if (stored.Length > 0 && source.Terminator.SuccessorsCount > 1)
        {
            // The predecessor goes elsewhere too: the edge gets a block of its own.
            edge = copy.AppendBasicBlock("edge");
            var terminator = source.Terminator;
            for (uint i = 0; i < terminator.SuccessorsCount; i++)
                if (terminator.GetSuccessor(i) == target)
                    terminator.SetSuccessor(i, edge);
            builder.PositionAtEnd(edge);
            builder.CurrentDebugLocation2 = locations.Own;
            builder.BuildBr(target);
            here = new(here);
        }
        slots.Continue(here);
        builder.PositionBefore(edge.Terminator);
        builder.CurrentDebugLocation2 = locations.Own;
        LLVMValueRef Value(LLVMValueRef value) => record.Liveness.IndexOf(value) >= 0 ? Mapped(value) : value;
        // All loads come before the stores: a phi's slot may be another one's source.
        var contents = stored.Select(m => Value(m.Value)).ToArray();
        foreach (var (phi, value) in moves.Where(m => !slots.IsJoined(m.Phi)))
        {
            var content = Value(value);
            for (var n = edge == source ? EdgeCount(source, target) : 1; n > 0; n--)
                clones[phi.Handle].AddIncoming(content, edge);
        }
        for (var i = 0; i < stored.Length; i++)
            slots.Store(stored[i].Phi, contents[i]);
    }

    private static int EdgeCount(LLVMBasicBlockRef from, LLVMBasicBlockRef to)
    {
        var terminator = from.Terminator;
        return Enumerable.Range(0, (int)terminator.SuccessorsCount).Count(i => terminator.GetSuccessor((uint)i) == to);
    }

    private void BuildEntry(LLVMBasicBlockRef entry)
    {
        builder.PositionAtEnd(entry);
        builder.CurrentDebugLocation2 = locations.Own;
        var from = copy.GetParam(0);
        var bad = copy.AppendBasicBlock("no.site");
        if (record.Jumps)
            entry = BuildMark(entry, from, bad);
        var loadedUnits = LoadUnits(from, RecordUnits);
        IReadOnlyList<LLVMValueRef> operands = record.Resume == ResumeForm.Memory ? [slots.Area]
            : record.Memory == null ? [.. loadedUnits.OrderBy(u => u.Key).Select(u => u.Value)]
            : [record.Memory.Address(builder, context, loadedUnits[record.UnitOf[record.Liveness.IndexOf(record.Frame.Base)]])];
        var site = LoadField(context.Int64Type, from, RecordSite);
        var next = LoadField(context.PointerType, from, RecordNext);
        var callee = LoadField(context.PointerType, from, RecordEntry);

        var byType = new List<(LLVMTypeRef Type, LLVMBasicBlockRef Block, List<Site> Sites)>();
        foreach (var one in record.Sites.Where(s => s.Kind != SiteKind.Setjmp))
        {
            var group = byType.FindIndex(t => t.Type == one.Call.TypeOf);
            if (group < 0)
            {
                group = byType.Count;
                byType.Add((one.Call.TypeOf, copy.AppendBasicBlock("inner"), []));
            }
            byType[group].Sites.Add(one);
        }
        builder.PositionAtEnd(entry);
        if (byType.Count == 1)
            builder.BuildBr(byType[0].Block);
        else
            Switch(site, bad, byType.SelectMany(t => t.Sites.Select(s => (s.Number, t.Block))));
        foreach (var (type, block, group) in byType)
        {
            builder.PositionAtEnd(block);
            var call = builder.BuildCall2(LLVMTypeRef.CreateFunction(type, [context.PointerType]), callee, [next]);
            sites.Add(new(call, ResumeCallNumber, [site, .. operands]));
            if (record.Resume == ResumeForm.Memory && record.Frame.Recoverable.Handle != 0)
                slots.Store(record.Frame.Recoverable, dataStack.Load());
            var landings = group.Where(s => s.Kind != SiteKind.NoReturn).Select(s => (s.Number, Block: Landing(s, call, loadedUnits, bad))).ToArray();
            builder.PositionAtEnd(block);
            Switch(site, bad, landings);
        }
        builder.PositionAtEnd(bad);
        var abort = Declare.VoidFunction(module, "__popcorn_resume_site");
        builder.BuildCall2(abort.GlobalValueType, abort, []);
        builder.BuildUnreachable();
    }

    // All values of the record, which begins at an offset of an address, into their slots. Gives the content of each unit, if that was loaded.
    private Dictionary<int, LLVMValueRef> LoadUnits(LLVMValueRef from, long offset)
    {
        var loaded = new Dictionary<int, LLVMValueRef>();
        if (record.Resume == ResumeForm.Memory)
        {
            if (record.Units > 0)
                builder.BuildMemCpy(slots.Area, 16, Field(from, offset), 16, LLVMValueRef.CreateConstInt(context.Int64Type, 8 * (ulong)record.Units));
            return loaded;
        }
        foreach (var index in record.Recorded)
        {
            var unit = record.UnitOf[index];
            if (!loaded.TryGetValue(unit, out var content))
                loaded[unit] = content = LoadField(record.Value(index).TypeOf, from, offset + 8 * unit);
            slots.Store(record.Value(index), content);
        }
        return loaded;
    }

    // The place that a longjmp to a buffer set before the move comes to (Jumps.cs). Gives the block in which the ordinary entry goes on. Only
    // the landing's address, the call's result, is used on the way from a jump: no value has to survive in the native frame.
    private LLVMBasicBlockRef BuildMark(LLVMBasicBlockRef entry, LLVMValueRef from, LLVMBasicBlockRef bad)
    {
        var memory = record.Memory!;
        var frame = LoadField(context.PointerType, from, RecordUnits + 8 * record.UnitOf[record.Liveness.IndexOf(record.Frame.Base)]);
        var back = Jumps.Mark(module, builder, memory.Landing(builder, frame));
        var (arrived, jumped) = (copy.AppendBasicBlock("arrived"), copy.AppendBasicBlock("jumped"));
        builder.BuildCondBr(builder.BuildIsNull(back), arrived, jumped);
        builder.PositionAtEnd(jumped);
        var loaded = LoadUnits(back, memory.Offset - memory.LandingOffset);
        var value = LoadField(context.Int32Type, back, Jumps.LandingValue);
        var site = LoadField(context.Int64Type, back, Jumps.LandingSite);
        var landings = record.Sites.Where(s => s.Kind == SiteKind.Setjmp).Select(s => (s.Number, Landing(s, value, loaded, bad))).ToArray();
        builder.PositionAtEnd(jumped);
        Switch(site, bad, landings);
        builder.PositionAtEnd(arrived);
        return arrived;
    }

    // The function is about to return: a jump to a buffer of it is an error from here on, and can be told.
    private void ForgetLanding()
    {
        var landing = record.Memory!.Landing(builder, Mapped(record.Frame.Base));
        var self = builder.BuildGEP2(context.Int8Type, landing, [LLVMValueRef.CreateConstInt(context.Int64Type, Jumps.LandingSelf)]);
        builder.BuildStore(LLVMValueRef.CreateConstInt(context.Int64Type, 0), self).Alignment = 8;
    }

    private void Switch(LLVMValueRef on, LLVMBasicBlockRef otherwise, IEnumerable<(int Number, LLVMBasicBlockRef Block)> cases)
    {
        var list = cases.ToArray();
        var instruction = builder.BuildSwitch(on, otherwise, (uint)list.Length);
        foreach (var (number, block) in list)
            instruction.AddCase(LLVMValueRef.CreateConstInt(context.Int64Type, (ulong)number), block);
    }

    private LLVMValueRef LoadField(LLVMTypeRef type, LLVMValueRef from, long offset)
    {
        var load = builder.BuildLoad2(type, Field(from, offset));
        load.Alignment = 8;
        return load;
    }

    private LLVMValueRef Field(LLVMValueRef from, long offset) =>
        offset == 0 ? from : builder.BuildInBoundsGEP2(context.Int8Type, from, [LLVMValueRef.CreateConstInt(context.Int64Type, (ulong)offset)]);

    // Where the code after a site is entered: the call's result, and what the record left out.
    private LLVMBasicBlockRef Landing(Site site, LLVMValueRef result, Dictionary<int, LLVMValueRef> loadedUnits, LLVMBasicBlockRef bad)
    {
        if (!segments.TryGetValue(AfterSite(site.Call), out var target))
            return bad;
        var left = site.Live.Except(site.Kept).Where(i => slots.Has(record.Value(i)) && !(record.Resume == ResumeForm.Memory && record.Value(i) == record.Frame.Recoverable)).Order().ToArray();
        if (left.Length == 0 && !slots.Has(site.Call))
            return target;
        var landing = copy.AppendBasicBlock("landing");
        builder.PositionAtEnd(landing);
        builder.CurrentDebugLocation2 = locations.Own;
        slots.Continue([]);
        if (slots.Has(site.Call))
            slots.Store(site.Call, result);
        var made = new Dictionary<nint, LLVMValueRef>();
        foreach (var index in left)
            slots.Store(record.Value(index), Recompute(record.Value(index), site, loadedUnits, made));
        builder.BuildBr(target);
        return landing;
    }

    private LLVMValueRef Recompute(LLVMValueRef value, Site site, Dictionary<int, LLVMValueRef> loadedUnits, Dictionary<nint, LLVMValueRef> made)
    {
        if (record.Liveness.IndexOf(value) < 0)
            return value;
        if (made.TryGetValue(value.Handle, out var done))
            return done;
        if (Array.BinarySearch(site.Kept, record.Liveness.IndexOf(value)) >= 0)
            return made[value.Handle] = record.Resume == ResumeForm.Memory ? slots.Load(value) : loadedUnits[record.UnitOf[record.Liveness.IndexOf(value)]];
        if (value == record.Frame.Recoverable)
            return made[value.Handle] = dataStack.Load();
        var clone = value.InstructionClone();
        for (uint i = 0, n = (uint)clone.OperandCount; i < n; i++)
            clone.SetOperand(i, Recompute(value.GetOperand(i), site, loadedUnits, made));
        builder.Insert(clone);
        clone.DebugLoc = locations.Own;
        return made[value.Handle] = clone;
    }
}
