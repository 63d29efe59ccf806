// setjmp. A native jump buffer means nothing once the program has moved, because the stack it describes is gone; but a move enters every
// function that was on the stack again, by its resume function. So for
//
//     int f(void) { int a = g(); if (setjmp(b)) return a; h(); return 0; }
//
// the record of f is kept in memory, in f's frame on the data stack, each value in a place of its own, and is written before setjmp too. The
// call becomes __popcorn_setjmp(b, landing, site), where `landing` is room in the same frame. f.resume begins like this:
//
//     char *back = __popcorn_mark(landing);              native registers; returns 0, and once more for each longjmp from after a move
//     if (back) { load the record from the frame; switch (back->site) { the site: the result is back->value; go on after setjmp } }
//
// longjmp to a buffer of this move is the ordinary one; to an older one, it goes to the landing. Nothing is unwound, so a signal handler may
// jump, and foreign frames may lie between. What C says of locals holds: those that changed after setjmp are indeterminate, the others
// stand in the record, since no other value has their place.
using System.Collections.Frozen;
using PopcornCC.Llvm;

namespace PopcornCC.Compiler.Migration;

internal static class Jumps
{
    /// <summary>A landing: the registers, then in words 22 to 27 value, site, unused, own address, data stack top, number of moves.</summary>
    public const long LandingSize = 28 * 8, LandingValue = 22 * 8, LandingSite = 23 * 8, LandingSelf = 25 * 8;

    private static readonly FrozenDictionary<string, string> functions = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["setjmp"] = "__popcorn_setjmp",
        ["_setjmp"] = "__popcorn_setjmp",
        ["__setjmp"] = "__popcorn_setjmp",
        ["sigsetjmp"] = "__popcorn_sigsetjmp",
        ["__sigsetjmp"] = "__popcorn_sigsetjmp",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Whether an instruction is a call of the library's setjmp, by whatever name.</summary>
    public static bool IsSetjmp(LLVMValueRef call)
    {
        if (call.InstructionOpcode != LLVMOpcode.LLVMCall)
            return false;
        var callee = call.CalledValue.IsAFunction;
        if (callee.Handle == 0 || !callee.IsDeclaration || !functions.TryGetValue(callee.Name, out var name))
            return false;
        var context = call.TypeOf.Context;
        return call.TypeOf == context.Int32Type && call.ArgOperandsCount == (name == "__popcorn_setjmp" ? 1u : 2u)
            && call.GetOperand(0).TypeOf == context.PointerType && (call.ArgOperandsCount == 1 || call.GetOperand(1).TypeOf == context.Int32Type);
    }

    /// <summary>Whether a function calls setjmp, so that its record must be in memory.</summary>
    public static bool In(LLVMValueRef function) => function.BasicBlocks.SelectMany(b => b.Instructions).Any(IsSetjmp);

    /// <summary>Replaces a call of setjmp where the builder stands (before it, the record written) by one that knows the landing.</summary>
    public static LLVMValueRef Replace(LLVMModuleRef module, LLVMBuilderRef builder, LLVMValueRef call, LLVMValueRef landing, int site)
    {
        var context = module.Context;
        var arguments = Enumerable.Range(0, (int)call.ArgOperandsCount).Select(i => call.GetOperand((uint)i)).ToList();
        arguments.AddRange([landing, LLVMValueRef.CreateConstInt(context.Int64Type, (ulong)site)]);
        var function = Declare(module, functions[call.CalledValue.Name], context.Int32Type, [.. arguments.Select(a => a.TypeOf)]);
        var made = builder.BuildCall2(function.GlobalValueType, function, [.. arguments]);
        made.DebugLoc = call.DebugLoc;
        if (call.HasUses)
            call.ReplaceAllUsesWith(made);
        call.InstructionEraseFromParent();
        return made;
    }

    /// <summary>The call at the head of a resume function to which stale jumps come back: 0 the first time, then the landing.</summary>
    public static LLVMValueRef Mark(LLVMModuleRef module, LLVMBuilderRef builder, LLVMValueRef landing)
    {
        var pointer = module.Context.PointerType;
        var function = Declare(module, "__popcorn_mark", pointer, [pointer]);
        return builder.BuildCall2(function.GlobalValueType, function, [landing]);
    }

    private static LLVMValueRef Declare(LLVMModuleRef module, string name, LLVMTypeRef result, LLVMTypeRef[] parameters)
    {
        var function = module.GetNamedFunction(name);
        if (function.Handle == 0)
            function = module.AddFunction(name, LLVMTypeRef.CreateFunction(result, parameters));
        function.Visibility = LLVMVisibility.LLVMHiddenVisibility;
        foreach (var attribute in new[] { "returns_twice", "nounwind" })
            function.AddAttributeAtIndex(LLVMAttributeIndex.LLVMAttributeFunctionIndex, module.Context.CreateEnumAttribute(attribute));
        return function;
    }
}
