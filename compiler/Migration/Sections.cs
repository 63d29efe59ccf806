// Gives every function and object a section of its own, a symbol, and an explicit alignment (docs/neutral-abi.md, "Sections"), so that the
// linker can give each the same address on every instruction set. What remains for LLVM to place (jump tables, constant pools) defines no
// symbol and is private to one instruction set.
using PopcornCC.Llvm;

namespace PopcornCC.Compiler.Migration;

internal static class Sections
{
    private const uint FunctionAlignment = 16;

    public static void Assign(LLVMModuleRef module, IReadOnlySet<nint> resumeFunctions)
    {
        Constructors.Lower(module);
        // A declaration nothing uses would come out as an undefined symbol once it has a visibility.
        foreach (var unused in module.Functions.Where(f => f.IsDeclaration && !f.HasUses).ToArray())
            unused.DeleteFunction();
        foreach (var unused in module.Globals.Where(g => g.IsDeclaration && !g.HasUses).ToArray())
            unused.DeleteGlobal();
        foreach (var global in module.Functions.Concat(module.Globals).Concat(module.GlobalAliases).ToArray())
            MakeLocalToProgram(global);
        foreach (var function in module.Functions.Where(f => !f.IsDeclaration).ToArray())
        {
            MakeVisible(function);
            function.Alignment = Math.Max(function.Alignment, FunctionAlignment);
            if (function.Section.Length == 0)
                function.Section = resumeFunctions.Contains(function.Handle)
                    ? ".text.resume." + function.Name[..^".resume".Length] : ".text." + function.Name;
        }
        foreach (var global in module.Globals.Where(g => !g.IsDeclaration).ToArray())
        {
            MakeVisible(global);
            // Mergeable sections would come and go with the name of the section.
            global.UnnamedAddress = LLVMUnnamedAddr.LLVMNoUnnamedAddr;
            if (global.Alignment == 0)
                global.Alignment = module.TargetData.ABIAlignmentOfType(global.GlobalValueType);
            // A common symbol has no section: a tentative definition is an ordinary zero one, weak as C's common symbols merge.
            if (global.Linkage == LLVMLinkage.LLVMCommonLinkage)
                global.Linkage = LLVMLinkage.LLVMWeakAnyLinkage;
            if (global.Section.Length == 0 && !global.Name.StartsWith("llvm.", StringComparison.Ordinal))
                global.Section = Prefix(global) + global.Name;
        }
    }

    private static string Prefix(LLVMValueRef global)
    {
        var zero = global.Initializer.IsNull;
        return global.IsThreadLocal ? zero ? ".tbss." : ".tdata."
            : global.IsGlobalConstant ? ".rodata."
            : zero ? ".bss." : ".data.";
    }

    // A program is linked whole and statically: nothing can take another's place at run time, so references need no GOT and no PLT. The C API
    // cannot say dso_local, but hidden visibility implies it.
    private static void MakeLocalToProgram(LLVMValueRef global)
    {
        var isLocal = global.Linkage is LLVMLinkage.LLVMPrivateLinkage or LLVMLinkage.LLVMInternalLinkage;
        if (!isLocal && global.Visibility == LLVMVisibility.LLVMDefaultVisibility && !global.Name.StartsWith("llvm.", StringComparison.Ordinal))
            global.Visibility = LLVMVisibility.LLVMHiddenVisibility;
    }

    // Private symbols vanish in the object file; an internal one stays, local.
    private static void MakeVisible(LLVMValueRef global)
    {
        if (global.Linkage == LLVMLinkage.LLVMPrivateLinkage)
            global.Linkage = LLVMLinkage.LLVMInternalLinkage;
        if (global.Name.Length == 0)
            global.Name = "__popcorn_unnamed";
    }
}
