// The migration passes over one module, in order: the table of contents of this folder. Each pass takes what it needs and gives what it
// found; nothing is kept between modules.
using PopcornCC.Llvm;

namespace PopcornCC.Compiler.Migration;

internal static class Instrumentation
{
    /// <summary>Makes an optimised module migratable. <paramref name="inMemory"/> names the functions whose record is kept in memory;
    /// <paramref name="resumeForm"/> is the form of all resume functions, or none to choose.</summary>
    public static void Run(LLVMModuleRef module, Func<string, bool> inMemory, ResumeForm? resumeForm, Action<string> stage)
    {
        using var builder = module.Context.CreateBuilder();

        // What the code generators would drop in any case would keep values alive, and calls within a module need no convention of their own.
        Preparation.Run(module);

        // Which calls are sites, which functions are leaves.
        var graph = new CallGraph(module);
        stage("prepared");

        // Polls on loops and on cycles of calls; tail calls that leave no frame.
        var polls = new HashSet<nint>();
        var tailCalls = new HashSet<nint>();
        var functions = graph.Instrumented;
        var poller = functions.Count == 0 ? null : new Polls(module, builder);
        foreach (var function in functions)
        {
            foreach (var call in poller!.Insert(function, graph))
                polls.Add(call.Handle);
            // After the polls: a call that leaves no frame may still close a cycle.
            foreach (var call in TailCalls.Make(function, graph))
                tailCalls.Add(call.Handle);
        }
        // Of a call of setjmp a site is made too, at which execution may go on though the call is not on the stack.
        bool IsSite(LLVMValueRef i) => polls.Contains(i.Handle) || graph.IsSite(i) || Jumps.IsSetjmp(i);
        stage("polls");

        // Values no register holds go to stack objects, stack objects to the data stack, narrow values into wide ones.
        var frames = new DataFrame[functions.Count];
        var records = new FunctionRecord[functions.Count];
        var substitutes = new Dictionary<nint, DebugSubstitute>();
        for (var k = 0; k < functions.Count; k++)
        {
            var memory = inMemory(functions[k].Name) || Jumps.In(functions[k]);
            var conversions = new Conversions(module, builder, substitutes);
            // What setjmp returns to again must find the values it left, and a slot has the last one.
            if (!Jumps.In(functions[k]))
                conversions.Thin(functions[k], IsSite);
            conversions.Run(functions[k], IsSite, default, demote: true);
            frames[k] = new DataStack(module, builder).Run(functions[k], memory);
            conversions.Run(functions[k], IsSite, memory ? default : frames[k].Recoverable, demote: false);
            records[k] = FunctionRecord.Of(functions[k], frames[k], memory, IsSite, polls, tailCalls, resumeForm);
        }
        stage("data-stack");

        // What is known of variables, where that has changed.
        using var debug = DebugValues.Has(module) ? DebugValues.Mend(module, records, substitutes) : null;

        // The resume functions, as copies of the originals.
        var resumes = new ResumeCopy[functions.Count];
        var resumeFunctions = new HashSet<nint>();
        var subprograms = DebugValues.ResumeSubprograms(module);
        for (var k = 0; k < functions.Count; k++)
        {
            resumes[k] = ResumeFunction.Build(module, builder, records[k], new DataStack(module, builder), subprograms.GetValueOrDefault(functions[k].Subprogram.Handle));
            resumeFunctions.Add(resumes[k].Function.Handle);
        }
        for (var k = 0; k < functions.Count; k++)
        {
            debug?.Describe(k, resumes[k], builder);
            foreach (var (_, address, _) in frames[k].Markers.Where(m => !m.Address.HasUses))
                address.InstructionEraseFromParent();
        }
        stage("resume");

        // Sites become statepoints, in originals and copies, with the table that describes them; then the copies become SSA.
        var statepoints = new Statepoints(module, builder);
        for (var k = 0; k < functions.Count; k++)
        {
            statepoints.Mark(functions[k]);
            statepoints.Mark(resumes[k].Function);
            ReplaceSites(module, statepoints, builder, k, records[k], resumes[k].Sites);
            SiteTable.Write(module, resumes[k].Function, k, records[k]);
        }
        Passes.Run(module, "function(mem2reg)");
        stage("statepoints");

        Sections.Assign(module, resumeFunctions);
        stage("sections");
    }

    // A statepoint's result takes the call's place, also as an operand of statepoints to come.
    private static void ReplaceSites(
        LLVMModuleRef module, Statepoints statepoints, LLVMBuilderRef builder, int ordinal, FunctionRecord record, IReadOnlyList<CopiedSite> copied)
    {
        var results = new Dictionary<nint, LLVMValueRef>();
        LLVMValueRef Current(LLVMValueRef value) => results.TryGetValue(value.Handle, out var result) ? result : value;

        foreach (var site in record.Sites.Where(s => !s.InResumeOnly))
        {
            builder.PositionBefore(site.Call);
            var operands = record.Operands(site, builder, Current);
            if (site.Kind == SiteKind.Setjmp)
            {
                var handle = site.Call.Handle;
                var landing = record.Memory!.Landing(builder, Current(record.Frame.Base));
                results[handle] = Jumps.Replace(module, builder, site.Call, landing, site.Number);
            }
            else
                Replace(site.Call, (uint)site.Number, record.Memory != null, operands);
        }
        foreach (var site in copied)
            Replace(site.Call, site.Number, record.Memory != null || record.Resume == ResumeForm.Memory, [.. site.Operands.Select(Current)]);

        void Replace(LLVMValueRef call, uint number, bool inMemory, IReadOnlyList<LLVMValueRef> operands)
        {
            var handle = call.Handle;
            var result = statepoints.Replace(call, Statepoints.Id(ordinal, number, inMemory), operands);
            if (result.Handle != 0)
                results[handle] = result;
        }
    }
}
