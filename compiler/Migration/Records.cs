// What each site of a function records, and where in the function's record each value goes (docs/neutral-abi.md, docs/stackmap-format.md).
// A record is indexed by the function's values, the union over its sites, so that a resume function loads them all with one sequence.
using PopcornCC.Llvm;

namespace PopcornCC.Compiler.Migration;

/// <summary>One site: its call, its number in the function, all values live after it and those of them that are recorded (ascending).</summary>
internal sealed record Site(LLVMValueRef Call, int Number, SiteKind Kind, uint Line, int[] Live, int[] Kept, bool InResumeOnly);

/// <summary>A function's sites and record. <paramref name="UnitOf"/> maps the index of a recorded value to its (first) unit, which it may share.</summary>
internal sealed record FunctionRecord(
    LLVMValueRef Function, FunctionBody Body, Liveness Liveness, DataFrame Frame, IReadOnlyList<Site> Sites,
    IReadOnlyList<int> Recorded, IReadOnlyDictionary<int, int> UnitOf, byte[] TypeCodes, RecordMemory? Memory, Rematerialization? Remade)
{
    public int Units => TypeCodes.Length;

    /// <summary>Whether the function calls setjmp.</summary>
    public bool Jumps => Sites.Any(s => s.Kind == SiteKind.Setjmp);

    public ResumeForm Resume => Remade != null ? ResumeForm.Memory : ResumeForm.Values;

    /// <summary>Works out a function's record. With <paramref name="inMemory"/> the frame must exist, and its size is settled here.</summary>
    public static FunctionRecord Of(
        LLVMValueRef function, DataFrame frame, bool inMemory, Func<LLVMValueRef, bool> isSite, IReadOnlySet<nint> polls, IReadOnlySet<nint> tailCalls,
        ResumeForm? resume)
    {
        var body = new FunctionBody(function);
        var liveness = new Liveness(body, isSite);
        var recomputation = new Recomputation(liveness, inMemory ? default : frame.Recoverable);
        var sites = new List<Site>();
        foreach (var call in body.Instructions.SelectMany(b => b))
        {
            var tail = tailCalls.Contains(call.Handle);
            if (!tail && !isSite(call))
                continue;
            var kind = polls.Contains(call.Handle) ? SiteKind.Poll : CallGraph.KindOf(call);
            var live = tail || kind == SiteKind.NoReturn ? [] : liveness.At(call);
            // The resume function of a record in memory finds it by the frame's address.
            if (inMemory && !tail)
                live = [.. live.Append(liveness.IndexOf(frame.Base)).Distinct().Order()];
            sites.Add(new(call, sites.Count, kind, call.DebugLocLine, live, recomputation.Kept(live), tail));
        }
        var recorded = sites.SelectMany(s => s.Kept).Distinct().Order().ToList();
        var form = inMemory ? ResumeForm.Values : resume ?? Suitable(body, sites);
        var remade = form == ResumeForm.Memory ? new Rematerialization(liveness, sites, recorded, frame.Recoverable) : null;
        var units = new UnitAssignment(recorded, sites.Select(s => s.Kept), body, liveness, remade, share: !inMemory);
        liveness.Release();
        var memory = inMemory ? RecordMemory.Reserve(frame, units.TypeCodes.Length, sites.Any(s => s.Kind == SiteKind.Setjmp)) : null;
        return new(function, body, liveness, frame, sites, recorded, units.UnitOf, units.TypeCodes, memory, remade);
    }

    // In SSA form a resume function grows with the number of pairs of a site and a value live there.
    private static ResumeForm Suitable(FunctionBody body, List<Site> sites)
    {
        var pairs = sites.Sum(s => s.Live.Length);
        if (pairs <= MaxPairsWithoutLoops) return ResumeForm.Values;
        // What no loop repeats gains nothing from registers.
        if (!HasCycle(body)) return ResumeForm.Memory;
        return pairs > MaxPairs && pairs > body.Instructions.Sum(b => b.Length) * MaxPairsAnInstruction ? ResumeForm.Memory : ResumeForm.Values;
    }

    private static bool HasCycle(FunctionBody body)
    {
        var (loops, irreducible) = body.Loops();
        return loops.Count > 0 || irreducible.Count > 0;
    }

    private const int MaxPairsWithoutLoops = 8;
    private const int MaxPairs = 64;
    private const double MaxPairsAnInstruction = 0.5;

    /// <summary>A site's deopt operands, made where the builder stands (before the call); <paramref name="map"/> gives the values to use.</summary>
    public IReadOnlyList<LLVMValueRef> Operands(Site site, LLVMBuilderRef builder, Func<LLVMValueRef, LLVMValueRef> map)
    {
        if (Memory == null)
            return [.. site.Kept.Select(v => map(Value(v)))];
        var address = Memory.Address(builder, Function.TypeOf.Context, map(Frame.Base));
        foreach (var index in site.Kept)
            Memory.Save(builder, address, UnitOf[index], map(Value(index)));
        return [address];
    }

    /// <summary>The value with this index.</summary>
    public LLVMValueRef Value(int index) => Liveness.Values[index];
}

/// <summary>A record kept in the function's data-stack frame, <paramref name="Offset"/> bytes from its base: the fallback for a function whose
/// values LLVM cannot keep in registers and spill slots, and for one that calls setjmp, whose landing is at <paramref name="LandingOffset"/>.
/// Flag bit 0 of the function's entry in .popcorn.sites.</summary>
internal sealed record RecordMemory(long Offset, long LandingOffset)
{
    /// <summary>Makes room at the top of the frame, whose size is a constant in a few instructions.</summary>
    public static RecordMemory Reserve(DataFrame frame, int units, bool jumps)
    {
        var record = (units * 8L + 15) / 16 * 16;
        var bytes = record + (jumps ? Jumps.LandingSize : 0);
        foreach (var use in frame.SizeUses)
        {
            var size = use.GetOperand(1);
            var grown = size.ConstIntSExt < 0 ? size.ConstIntSExt - bytes : size.ConstIntSExt + bytes;
            use.SetOperand(1, LLVMValueRef.CreateConstInt(size.TypeOf, (ulong)grown, true));
        }
        return new(frame.Size, frame.Size + record);
    }

    public LLVMValueRef Address(LLVMBuilderRef builder, LLVMContextRef context, LLVMValueRef frame) =>
        builder.BuildGEP2(context.Int8Type, frame, [LLVMValueRef.CreateConstInt(context.Int64Type, (ulong)Offset)]);

    public LLVMValueRef Landing(LLVMBuilderRef builder, LLVMValueRef frame)
    {
        var context = frame.TypeOf.Context;
        return builder.BuildGEP2(context.Int8Type, frame, [LLVMValueRef.CreateConstInt(context.Int64Type, (ulong)LandingOffset)]);
    }

    public void Save(LLVMBuilderRef builder, LLVMValueRef address, int unit, LLVMValueRef value)
    {
        var context = address.TypeOf.Context;
        var store = builder.BuildStore(value, builder.BuildGEP2(context.Int8Type, address, [LLVMValueRef.CreateConstInt(context.Int64Type, (ulong)unit * 8)]));
        store.Alignment = 8;
    }
}
