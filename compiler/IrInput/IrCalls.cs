// From the native x86-64 form of C calls, as clang writes it, to the neutral one (docs/neutral-abi.md, "Calls"):
//
//     call @f(ptr byval(%T) %p)             →   %copy = alloca %T;  memcpy(%copy, %p);  call @f(ptr %copy)
//     call @f(ptr sret(%T) %p)              →   call @f(ptr %p)
//     call (ptr, ...) @printf(%s, i32 %i)   →   %area = alloca [8 x i8];  store %i, %area;  call @printf(ptr %s, ptr %area)
//     define @g(ptr %s, ...)                →   define @g(ptr %s, ptr %area)
//
// A va_list of x86-64 has a place for arguments that came in registers and one for those in memory, laid out as the argument area is: it is
// started as one whose registers are used up, so that code made for x86-64 reads every argument from the area.
using PopcornCC.Compiler.CodeGen;
using PopcornCC.Llvm;

namespace PopcornCC.Compiler.IrInput;

internal sealed class IrCalls
{
    private const string NoArguments = "__popcorn_no_arguments";

    // System V x86-64 psABI 3.5.7: va_list is { gp_offset, fp_offset, overflow_arg_area, reg_save_area }.
    private const ulong UsedIntegers = 48, UsedFloats = 176, FloatsOffset = 4, AreaOffset = 8, RegistersOffset = 16, ListSize = 24;

    /// <summary>Functions of the C library that take a va_list, always as the last parameter.</summary>
    private static readonly HashSet<string> s_takeLists = new(StringComparer.Ordinal)
    {
        "vprintf", "vfprintf", "vsprintf", "vsnprintf", "vdprintf", "vasprintf", "vscanf", "vfscanf", "vsscanf", "vwprintf", "vfwprintf", "vswprintf", "vwscanf", "vfwscanf", "vswscanf",
        "vsyslog", "verr", "verrx", "vwarn", "vwarnx",
    };

    private readonly LLVMModuleRef _module;
    private readonly LLVMContextRef _context;

    private IrCalls(LLVMModuleRef module)
    {
        _module = module;
        _context = module.Context;
    }

    public static void Lower(LLVMModuleRef module)
    {
        IrCalls lowering = new(module);
        foreach (LLVMValueRef function in module.Functions.ToArray())
        {
            if (function.IntrinsicID == 0) lowering.LowerFunction(function);
        }
    }

    private void LowerFunction(LLVMValueRef function)
    {
        LLVMValueRef? area = null;
        if (function.GlobalValueType.IsFunctionVarArg)
        {
            function = WithArea(function);
            area = function.GetParam(function.ParamsCount - 1);
        }
        for (uint i = 1; i <= function.ParamsCount; i++)
        {
            function.RemoveEnumAttributeAtIndex((LLVMAttributeIndex)i, "byval");
            function.RemoveEnumAttributeAtIndex((LLVMAttributeIndex)i, "sret");
        }
        foreach (LLVMValueRef call in function.BasicBlocks.SelectMany(b => b.Instructions).Where(i => i.InstructionOpcode == LLVMOpcode.LLVMCall).ToArray())
        {
            if (call.CalledValue.IsAInlineAsm.Handle != 0) continue;
            if (call.CalledValue.Name.StartsWith("llvm.", StringComparison.Ordinal)) LowerList(call, area);
            else LowerCall(function, call);
        }
    }

    // A function's type is fixed: another takes its place.
    private LLVMValueRef WithArea(LLVMValueRef old)
    {
        LLVMTypeRef type = old.GlobalValueType;
        string name = old.Name;
        old.Name = "";
        LLVMValueRef function = _module.AddFunction(name, LLVMTypeRef.CreateFunction(type.ReturnType, [.. type.ParamTypes, _context.PointerType]));
        function.Linkage = old.Linkage;
        function.Visibility = old.Visibility;
        function.UnnamedAddress = old.UnnamedAddress;
        function.Section = old.Section;
        function.Alignment = old.Alignment;
        foreach (LLVMAttributeIndex index in Indices(type.ParamTypesCount))
        {
            foreach (LLVMAttributeRef attribute in old.GetAttributesAtIndex(index)) function.AddAttributeAtIndex(index, attribute);
        }
        // What is known of the memory it uses does not know the area.
        function.RemoveEnumAttributeAtIndex(LLVMAttributeIndex.LLVMAttributeFunctionIndex, "memory");
        foreach (LLVMBasicBlockRef block in old.BasicBlocks)
        {
            block.RemoveFromParent();
            function.AppendExistingBasicBlock(block);
        }
        foreach ((LLVMValueRef before, LLVMValueRef after) in old.Params.Zip(function.Params))
        {
            after.Name = before.Name;
            before.ReplaceAllUsesWith(after);
        }
        LLVMMetadataRef description = old.Subprogram;
        if (description.Handle != 0)
        {
            old.Subprogram = default;
            function.Subprogram = description;
        }
        old.ReplaceAllUsesWith(function);
        old.DeleteFunction();
        return function;
    }

    private static IEnumerable<LLVMAttributeIndex> Indices(uint parameters)
    {
        yield return LLVMAttributeIndex.LLVMAttributeFunctionIndex;
        for (uint i = 0; i <= parameters; i++) yield return (LLVMAttributeIndex)i;
    }

    private void LowerCall(LLVMValueRef function, LLVMValueRef call)
    {
        LLVMTypeRef type = call.CalledFunctionType;
        uint named = type.ParamTypesCount;
        using LLVMBuilderRef builder = LLVMBuilderRef.Create(_context);
        builder.PositionBefore(call);
        bool takesList = call.CalledValue.IsAFunction.Handle != 0 && call.CalledValue.IsDeclaration && s_takeLists.Contains(call.CalledValue.Name);
        for (uint i = 0; i < named; i++)
        {
            LLVMAttributeIndex index = (LLVMAttributeIndex)(i + 1);
            if (Copied(call, index) is (LLVMTypeRef copied, uint alignment))
            {
                LLVMValueRef copy = Slot(function, copied, alignment);
                builder.BuildMemCpy(copy, alignment, call.GetOperand(i), alignment, Number(_module.TargetData.ABISizeOfType(copied)));
                call.SetOperand(i, copy);
                call.RemoveCallSiteEnumAttribute(index, "byval");
                call.TailCallKind = LLVMTailCallKind.LLVMTailCallKindNone;
            }
            call.RemoveCallSiteEnumAttribute(index, "sret");
        }
        if (takesList && !type.IsFunctionVarArg && named > 0)
        {
            LLVMValueRef next = builder.BuildLoad2(_context.PointerType, Offset(builder, call.GetOperand(named - 1), AreaOffset));
            next.Alignment = 8;
            call.SetOperand(named - 1, next);
        }
        if (!type.IsFunctionVarArg) return;

        List<LLVMValueRef> arguments = [.. Enumerable.Range(0, (int)named).Select(i => call.GetOperand((uint)i)), Area(function, builder, call, named)];
        LLVMValueRef made = builder.BuildCall2(LLVMTypeRef.CreateFunction(type.ReturnType, [.. type.ParamTypes, _context.PointerType]), call.CalledValue, arguments.ToArray());
        made.DebugLoc = call.DebugLoc;
        foreach (LLVMAttributeIndex index in Indices(named))
        {
            foreach (LLVMAttributeRef attribute in call.GetCallSiteAttributes(index)) made.AddCallSiteAttribute(index, attribute);
        }
        made.RemoveCallSiteEnumAttribute(LLVMAttributeIndex.LLVMAttributeFunctionIndex, "memory");
        string name = call.Name;
        if (name.Length > 0)
        {
            call.Name = "";
            made.Name = name;
        }
        call.ReplaceAllUsesWith(made);
        call.InstructionEraseFromParent();
    }

    /// <summary>The arguments after the named ones, each in the next slot of 8 bytes, or of 16 at a multiple of 16.</summary>
    private LLVMValueRef Area(LLVMValueRef function, LLVMBuilderRef builder, LLVMValueRef call, uint named)
    {
        LLVMTargetDataRef data = _module.TargetData;
        List<(LLVMValueRef Value, LLVMTypeRef? Copied, ulong Offset)> places = [];
        ulong end = 0;
        for (uint i = named; i < call.ArgOperandsCount; i++)
        {
            LLVMValueRef value = call.GetOperand(i);
            (LLVMTypeRef Type, uint Alignment)? copied = Copied(call, (LLVMAttributeIndex)(i + 1));
            LLVMTypeRef type = copied?.Type ?? value.TypeOf;
            ulong alignment = (copied?.Alignment ?? data.ABIAlignmentOfType(type)) >= NeutralMachine.StackAlignment ? NeutralMachine.StackAlignment : 8ul;
            end = (end + alignment - 1) & ~(alignment - 1);
            places.Add((value, copied?.Type, end));
            end += (data.ABISizeOfType(type) + 7) & ~7ul;
        }
        if (end == 0) return NoArgumentsObject();
        LLVMValueRef area = Slot(function, LLVMTypeRef.CreateArray2(_context.Int8Type, end), NeutralMachine.StackAlignment);
        foreach ((LLVMValueRef value, LLVMTypeRef? copied, ulong offset) in places)
        {
            LLVMValueRef place = Offset(builder, area, offset);
            if (copied is LLVMTypeRef type) builder.BuildMemCpy(place, 8, value, 1, Number(data.ABISizeOfType(type)));
            else builder.BuildStore(value, place).Alignment = 8;
        }
        return area;
    }

    private static (LLVMTypeRef Type, uint Alignment)? Copied(LLVMValueRef call, LLVMAttributeIndex index)
    {
        const uint Least = 8;
        uint byval = LLVMAttributeRef.KindForName("byval"), align = LLVMAttributeRef.KindForName("align");
        LLVMAttributeRef[] attributes = call.GetCallSiteAttributes(index);
        LLVMAttributeRef found = attributes.FirstOrDefault(a => a.IsTypeAttribute && a.Kind == byval);
        if (found.Handle == 0) return null;
        LLVMAttributeRef alignment = attributes.FirstOrDefault(a => a.IsEnumAttribute && a.Kind == align);
        return (found.TypeValue, alignment.Handle == 0 ? Least : (uint)alignment.Value);
    }

    private void LowerList(LLVMValueRef call, LLVMValueRef? area)
    {
        string name = call.CalledValue.Name;
        using LLVMBuilderRef builder = LLVMBuilderRef.Create(_context);
        builder.PositionBefore(call);
        if (name.StartsWith("llvm.va_start", StringComparison.Ordinal) && area is LLVMValueRef arguments)
        {
            LLVMValueRef list = call.GetOperand(0);
            Store(LLVMValueRef.CreateConstInt(_context.Int32Type, UsedIntegers), 0, 4);
            Store(LLVMValueRef.CreateConstInt(_context.Int32Type, UsedFloats), FloatsOffset, 4);
            Store(arguments, AreaOffset, 8);
            Store(arguments, RegistersOffset, 8);

            void Store(LLVMValueRef value, ulong offset, uint alignment) => builder.BuildStore(value, Offset(builder, list, offset)).Alignment = alignment;
        }
        else if (name.StartsWith("llvm.va_copy", StringComparison.Ordinal))
        {
            builder.BuildMemMove(call.GetOperand(0), 8, call.GetOperand(1), 8, Number(ListSize));
        }
        else if (!name.StartsWith("llvm.va_end", StringComparison.Ordinal))
        {
            return;
        }
        call.InstructionEraseFromParent();
    }

    private LLVMValueRef NoArgumentsObject()
    {
        const ulong Size = 64;
        LLVMValueRef global = _module.GetNamedGlobal(NoArguments);
        if (global.Handle != 0) return global;
        global = _module.AddGlobal(LLVMTypeRef.CreateArray2(_context.Int8Type, Size), NoArguments);
        global.Visibility = LLVMVisibility.LLVMHiddenVisibility;
        global.IsGlobalConstant = true;
        global.Alignment = NeutralMachine.StackAlignment;
        return global;
    }

    private LLVMValueRef Slot(LLVMValueRef function, LLVMTypeRef type, uint alignment)
    {
        using LLVMBuilderRef builder = LLVMBuilderRef.Create(_context);
        builder.PositionBefore(function.EntryBasicBlock.FirstInstruction);
        LLVMValueRef slot = builder.BuildAlloca(type);
        slot.Alignment = alignment;
        return slot;
    }

    private LLVMValueRef Number(ulong value) => LLVMValueRef.CreateConstInt(_context.Int64Type, value);

    private LLVMValueRef Offset(LLVMBuilderRef builder, LLVMValueRef pointer, ulong offset) =>
        offset == 0 ? pointer : builder.BuildInBoundsGEP2(_context.Int8Type, pointer, [Number(offset)]);
}
