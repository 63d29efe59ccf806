// Where a resume function keeps the values that are live at sites, each in a slot that is loaded at uses and stored to after definitions.
// In SSA form (ResumeForm.Values) a slot is a stack object of its own, which mem2reg turns into SSA values: every site is an entry, so that
// each value live there needs a phi, a copy and perhaps a spill, and big functions with many sites grow by an order of magnitude.
// In memory form the slots are one record on the native stack, laid out as the record that a move makes, and stay there: a site's entry
// costs a branch, and its only operand is the record's address. Values that are live at sites but follow from others are made anew at their
// uses (Rematerialization.cs), or have a place behind the units where that cannot be. A value that was loaded or stored stays known to the end of its segment, the stretch of a block between two sites.
using PopcornCC.Llvm;

namespace PopcornCC.Compiler.Migration;

internal sealed class ResumeSlots
{
    private readonly LLVMBuilderRef builder;
    private readonly LLVMContextRef context;
    private readonly FunctionRecord record;
    private readonly Dictionary<nint, LLVMValueRef> objects = [];
    private readonly Dictionary<nint, long> offsets = [];
    private readonly Dictionary<nint, bool> joined = [];
    private Dictionary<nint, LLVMValueRef> known = [];

    /// <summary>The record in memory form.</summary>
    public LLVMValueRef Area { get; }

    /// <summary>Makes the slots where the builder stands: for all that is live at some site, and for results of sites.</summary>
    public ResumeSlots(LLVMModuleRef module, LLVMBuilderRef builder, FunctionRecord record)
    {
        (this.builder, this.record, context) = (builder, record, module.Context);
        var size = 8L * record.Units;
        var live = record.Sites.SelectMany(s => s.Live);
        // What values are made from must be there on every way in.
        if (record.Resume == ResumeForm.Memory && record.Frame.Recoverable.Handle != 0)
            live = live.Append(record.Liveness.IndexOf(record.Frame.Recoverable));
        foreach (var index in live.Distinct().Order())
        {
            var value = record.Value(index);
            if (record.Resume == ResumeForm.Values)
                objects[value.Handle] = builder.BuildAlloca(value.TypeOf);
            else if (record.UnitOf.TryGetValue(index, out var unit))
                offsets[value.Handle] = 8L * unit;
            else if (!record.Remade!.Contains(index))
            {
                size = (size + 15) / 16 * 16;
                offsets[value.Handle] = size;
                size += (long)module.TargetData.ABISizeOfType(value.TypeOf);
            }
        }
        foreach (var site in record.Sites)
            if (site.Call.TypeOf.Kind != LLVMTypeKind.LLVMVoidTypeKind && site.Call.HasUses && !Has(site.Call))
                objects[site.Call.Handle] = builder.BuildAlloca(site.Call.TypeOf);
        if (record.Resume == ResumeForm.Memory)
        {
            var area = builder.BuildAlloca(LLVMTypeRef.CreateArray2(context.Int64Type, (ulong)Math.Max(1, (size + 7) / 8)), "record");
            area.Alignment = 16;
            Area = area;
        }
    }

    public bool Has(LLVMValueRef value) => objects.ContainsKey(value.Handle) || offsets.ContainsKey(value.Handle);

    /// <summary>Where in the record a value is; null when it has an object of its own, or none.</summary>
    public long? OffsetOf(LLVMValueRef value) => offsets.TryGetValue(value.Handle, out var offset) ? offset : null;

    /// <summary>Whether a phi is nothing but its slot, because some of what flows into it has the same one.</summary>
    public bool IsJoined(LLVMValueRef phi)
    {
        if (!offsets.ContainsKey(phi.Handle))
            return false;
        if (!joined.TryGetValue(phi.Handle, out var result))
            joined[phi.Handle] = result = SharesWithSource(phi);
        return result;
    }

    private bool SharesWithSource(LLVMValueRef phi)
    {
        for (uint i = 0; i < phi.IncomingCount; i++)
            if (ShareSlot(phi, phi.GetIncomingValue(i)) && phi.GetIncomingValue(i) != phi)
                return true;
        return false;
    }

    public bool ShareSlot(LLVMValueRef a, LLVMValueRef b) =>
        offsets.TryGetValue(a.Handle, out var one) && offsets.TryGetValue(b.Handle, out var other) && one == other;

    /// <summary>Begins a segment, or goes on at the end of one: <paramref name="values"/> are those known there.</summary>
    public void Continue(Dictionary<nint, LLVMValueRef> values) => known = values;

    /// <summary>A value's present content, where the builder stands.</summary>
    public LLVMValueRef Load(LLVMValueRef value)
    {
        if (objects.ContainsKey(value.Handle))
            return Read(value);
        return known.TryGetValue(value.Handle, out var loaded) ? loaded : known[value.Handle] = Read(value);
    }

    /// <summary>A load of the slot.</summary>
    public LLVMValueRef Read(LLVMValueRef value)
    {
        if (objects.TryGetValue(value.Handle, out var slot))
            return builder.BuildLoad2(value.TypeOf, slot);
        var loaded = builder.BuildLoad2(value.TypeOf, Address(value));
        loaded.Alignment = Alignment(value);
        return loaded;
    }

    /// <summary>What is known of a value in this segment.</summary>
    public LLVMValueRef? Known(LLVMValueRef value) => known.TryGetValue(value.Handle, out var content) ? content : null;

    public LLVMValueRef Remember(LLVMValueRef value, LLVMValueRef content) => known[value.Handle] = content;

    /// <summary>Gives a value its content.</summary>
    public void Store(LLVMValueRef value, LLVMValueRef content)
    {
        if (objects.TryGetValue(value.Handle, out var slot))
        {
            builder.BuildStore(content, slot);
            return;
        }
        known[value.Handle] = content;
        var store = builder.BuildStore(content, Address(value));
        store.Alignment = Alignment(value);
    }

    private uint Alignment(LLVMValueRef value) => offsets[value.Handle] % 16 == 0 ? 16u : 8u;

    // Made at each use: it folds into the access, and made in the entry block it would take a register.
    private LLVMValueRef Address(LLVMValueRef value) =>
        offsets[value.Handle] == 0 ? Area
        : builder.BuildInBoundsGEP2(context.Int8Type, Area, [LLVMValueRef.CreateConstInt(context.Int64Type, (ulong)offsets[value.Handle])]);
}
