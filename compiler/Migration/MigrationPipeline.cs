// The back half of the compiler, from a module of the neutral machine to one object for each instruction set:
//
//     module ── optimise once ── migration passes ──┬── code generator x86-64 ──▶ object
//                                                   └── code generator AArch64 ─▶ object
//
// Everything up to the fork is common, which is what gives both objects the same sites with the same live values. When a code generator
// runs out of registers for a function, the passes are run again with that function's record kept in memory: that always works, and is
// reported as a note, never as an error.
using PopcornCC.Compiler.Text;
using PopcornCC.Llvm;

namespace PopcornCC.Compiler.Migration;

public static class MigrationPipeline
{
    /// <summary>Compiles a module, which is optimised in place and otherwise left alone; its owner disposes it.</summary>
    public static CompiledModule Compile(LLVMModuleRef module, CodeGenOptions options) => Generate(Optimize(module, options), options);

    /// <summary>Optimises a module and gives it as bitcode: its owner can dispose it before code is generated, which takes memory too.</summary>
    public static byte[] Optimize(LLVMModuleRef module, CodeGenOptions options)
    {
        Passes.Optimize(module, options.Level);
        options.Times?.Ended("optimise");
        options.Dump?.Invoke("optimized", module.PrintToString);
        return Bitcode(module);
    }

    /// <summary>Compiles an optimised module.</summary>
    public static CompiledModule Generate(byte[] optimized, CodeGenOptions options)
    {
        var diagnostics = new DiagnosticBag();

        var inMemory = new SortedSet<string>(StringComparer.Ordinal);
        while (true)
        {
            var bitcode = Instrument(optimized, options, name => inMemory.Contains(name) || options.RecordInMemory?.Invoke(name) == true);
            var emissions = EmitAll(bitcode, options);
            var short_ = Enumerable.Range(0, emissions.Length).Where(t => emissions[t].OutOfRegisters).ToArray();
            var found = short_.SelectMany(t => RegisterShortage.Find(bitcode, Target.All[t], options)).Except(inMemory).Order(StringComparer.Ordinal).ToArray();
            if (found.Length == 0)
            {
                foreach (var d in emissions.SelectMany(e => e.Diagnostics).Distinct())
                    diagnostics.Llvm(d);
                return new(emissions.Any(e => e.Failed) ? [.. emissions.Select(_ => Array.Empty<byte>())] : [.. emissions.Select(e => e.Output)], diagnostics.Items);
            }
            foreach (var name in found)
            {
                diagnostics.RecordKeptInMemory(name);
                inMemory.Add(name);
            }
        }
    }

    private static byte[] Instrument(byte[] optimized, CodeGenOptions options, Func<string, bool> inMemory)
    {
        using var context = LLVMContextRef.Create();
        using var buffer = LLVMMemoryBufferRef.Create(optimized, "module");
        if (!context.TryParseBitcode(buffer, out var module))
            throw new InvalidOperationException("LLVM does not read its own bitcode");
        using (module)
        {
            if (options.Migratable)
                Instrumentation.Run(module, inMemory, options.Resume, Stage);
            else
                Sections.Assign(module, new HashSet<nint>());
            Stage("final");
            return Bitcode(module);

            void Stage(string name)
            {
                options.Times?.Ended("migration: " + name);
                options.Dump?.Invoke(name, module.PrintToString);
                if (options.VerifyEach)
                    module.Verify();
            }
        }
    }

    private static Emission[] EmitAll(byte[] bitcode, CodeGenOptions options)
    {
        var emissions = new Emission[Target.All.Count];
        Parallel.For(0, emissions.Length, t => emissions[t] = options.Times == null
            ? CodeGenerator.Emit(bitcode, Target.All[t], options)
            : options.Times.Measure("code generator " + Target.All[t].Name, () => CodeGenerator.Emit(bitcode, Target.All[t], options)));
        return emissions;
    }

    private static byte[] Bitcode(LLVMModuleRef module)
    {
        using var buffer = module.WriteBitcodeToMemoryBuffer();
        return buffer.ToArray();
    }
}
