// The functions that run before and after main. The code generators' C interface cannot ask for ELF's arrays and would write the old .ctors and .dtors, which nobody reads; so LLVM's lists become
// ordinary objects in sections of the arrays' names, from which LLVM takes the section type (gABI, "Special Sections"):
//     @llvm.global_ctors = [{ 150, @f, null }]   →   @__popcorn_init.f = ptr @f, section ".init_array.00150"
using System.Globalization;
using PopcornCC.Llvm;

namespace PopcornCC.Compiler.Migration;

internal static class Constructors
{
    // What has no priority comes last among constructors, first among destructors, and has no number.
    private const ulong NoPriority = 65535;

    public static void Lower(LLVMModuleRef module)
    {
        Lower(module, "llvm.global_ctors", ".init_array", "__popcorn_init.");
        Lower(module, "llvm.global_dtors", ".fini_array", "__popcorn_fini.");
    }

    private static void Lower(LLVMModuleRef module, string list, string section, string prefix)
    {
        var global = module.GetNamedGlobal(list);
        if (global.Handle == 0)
            return;
        var entries = global.Initializer;
        for (uint i = 0; i < entries.OperandCount; i++)
        {
            var entry = entries.GetOperand(i);
            var function = entry.GetOperand(1);
            // An optimiser that has run a constructor leaves null in its place.
            if (function.IsNull)
                continue;
            var priority = entry.GetOperand(0).ConstIntZExt;
            var pointer = module.AddGlobal(function.TypeOf, prefix + function.Name);
            pointer.Initializer = function;
            pointer.Linkage = LLVMLinkage.LLVMInternalLinkage;
            pointer.Section = priority == NoPriority ? section : section + "." + priority.ToString("D5", CultureInfo.InvariantCulture);
        }
        global.DeleteGlobal();
    }
}
