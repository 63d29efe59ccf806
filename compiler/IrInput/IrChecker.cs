// Finds what cannot be neutral in another front end's module: what only one instruction set has, what lays data out in one machine's way, and what keeps addresses
// of code or of native frames where a move cannot follow. Everything found is listed, up to a limit, each with the function and the instruction.
using PopcornCC.Compiler.CodeGen;
using PopcornCC.Compiler.Text;
using PopcornCC.Llvm;

namespace PopcornCC.Compiler.IrInput;

internal sealed class IrChecker(string path, LLVMModuleRef module, DiagnosticBag diagnostics)
{
    private const int Limit = 20;

    private readonly HashSet<nint> _types = [];
    private readonly HashSet<nint> _constants = [];
    private readonly HashSet<(string, string)> _said = [];
    private string _where = "";
    private int _found;

    /// <summary>Whether nothing was found.</summary>
    public bool Check()
    {
        CheckModule();
        // Where only one kind of machine is spoken of, all the rest would be noise.
        if (_found > 0) return false;
        foreach (LLVMValueRef function in module.Functions) CheckFunction(function);
        foreach (LLVMValueRef global in module.Globals)
        {
            _where = $"object '{global.Name}'";
            CheckType(global.GlobalValueType);
            if (global.TypeOf.AddressSpace != 0) Refuse("address spaces are not supported");
            if (!global.IsDeclaration) CheckConstant(global.Initializer);
        }
        foreach (LLVMValueRef alias in module.GlobalAliases)
        {
            _where = $"alias '{alias.Name}'";
            CheckConstant(alias.Aliasee);
        }
        foreach (LLVMValueRef resolver in module.IFuncs)
        {
            _where = $"function '{resolver.Name}'";
            Refuse("an ifunc chooses code for one instruction set when the program starts");
        }
        if (_found > Limit) diagnostics.IrMoreNotNeutral(path, _found - Limit);
        return _found == 0;
    }

    private void CheckModule()
    {
        _where = "module";
        if (module.Target is { Length: > 0 } triple && !IsOurs(triple)) Refuse($"target triple \"{triple}\" is not \"{NeutralMachine.Triple}\", the neutral machine's (clang: --target={NeutralMachine.Triple})");
        if (module.DataLayout is { Length: > 0 } layout && layout != NeutralMachine.DataLayout) Refuse($"target datalayout \"{layout}\" is not the neutral machine's, \"{NeutralMachine.DataLayout}\"");
        if (module.InlineAsm.Length > 0) Refuse("assembly outside functions is for one instruction set");
    }

    // The vendor says nothing, and what the C library is called decides nothing in a module.
    private static bool IsOurs(string triple) => triple.Split('-') is ["x86_64", _, "linux", "musl"] or ["x86_64", "linux", "musl"];

    private void CheckFunction(LLVMValueRef function)
    {
        if (function.IntrinsicID != 0 || function.Name.StartsWith("llvm.", StringComparison.Ordinal)) return;
        _where = $"function '{function.Name}'";
        CheckType(function.GlobalValueType);
        CheckConvention(function.FunctionCallConv);
        if (function.GC.Length > 0) Refuse($"gc \"{function.GC}\" is not supported");
        foreach (string name in IrNames.RefusedOnFunctions)
        {
            if (function.HasEnumAttribute(name)) Refuse($"attribute '{name}' is not supported");
        }
        for (uint i = 0; i <= function.ParamsCount; i++)
        {
            foreach (string name in IrNames.RefusedOnParameters)
            {
                if (function.HasEnumAttribute(name, (LLVMAttributeIndex)i)) RefuseParameter(name, i);
            }
        }
        foreach (LLVMBasicBlockRef block in function.BasicBlocks)
        {
            foreach (LLVMValueRef instruction in block.Instructions)
            {
                _where = $"function '{function.Name}'";
                CheckInstruction(function, instruction);
            }
        }
    }

    private void CheckInstruction(LLVMValueRef function, LLVMValueRef instruction)
    {
        string text = instruction.PrintToString().Trim();
        if (text.Split(", !dbg")[0] is { } plain) text = plain.Length > 100 ? plain[..100] + "…" : plain;
        _where = $"function '{function.Name}': {text.Split('\n')[0]}";
        switch (instruction.InstructionOpcode)
        {
            case LLVMOpcode.LLVMInvoke or LLVMOpcode.LLVMLandingPad or LLVMOpcode.LLVMResume or LLVMOpcode.LLVMCleanupRet or LLVMOpcode.LLVMCatchRet or LLVMOpcode.LLVMCatchPad
                or LLVMOpcode.LLVMCleanupPad or LLVMOpcode.LLVMCatchSwitch:
                Refuse("exceptions are not supported (clang: -fno-exceptions)");
                break;
            case LLVMOpcode.LLVMIndirectBr:
                Refuse("jumps to addresses of labels are not supported: they lie in memory and differ between instruction sets");
                break;
            case LLVMOpcode.LLVMCallBr:
                Refuse("asm goto is for one instruction set");
                break;
            case LLVMOpcode.LLVMVAArg:
                Refuse("the instruction va_arg is not supported: read the argument from memory, as clang does for x86-64");
                break;
            case LLVMOpcode.LLVMAddrSpaceCast:
                Refuse("address spaces are not supported");
                break;
            case LLVMOpcode.LLVMAlloca:
                CheckType(instruction.AllocatedType);
                break;
            case LLVMOpcode.LLVMGetElementPtr:
                CheckType(instruction.GEPSourceElementType);
                break;
            case LLVMOpcode.LLVMCall:
                CheckCall(instruction);
                break;
        }
        CheckType(instruction.TypeOf);
        for (int i = 0; i < instruction.OperandCount; i++)
        {
            LLVMValueRef operand = instruction.GetOperand((uint)i);
            if (operand.Handle == 0 || operand.IsBasicBlock) continue;
            CheckType(operand.TypeOf);
            if (operand.IsAConstant.Handle != 0) CheckConstant(operand);
        }
    }

    private void CheckCall(LLVMValueRef call)
    {
        LLVMValueRef callee = call.CalledValue;
        if (callee.IsAInlineAsm.Handle != 0)
        {
            if (!IsEmptyAsm(call)) Refuse("inline assembly is for one instruction set");
            return;
        }
        if (callee.IsAFunction.Handle != 0 && callee.Name.StartsWith("llvm.", StringComparison.Ordinal))
        {
            if (IrNames.ReasonAgainst(callee.Name) is string reason) Refuse(reason);
            return;
        }
        CheckConvention(call.InstructionCallConv);
        CheckType(call.CalledFunctionType);
        for (uint i = 0; i <= call.ArgOperandsCount; i++)
        {
            foreach (string name in IrNames.RefusedOnParameters)
            {
                if (call.HasCallSiteEnumAttribute(name, (LLVMAttributeIndex)i)) RefuseParameter(name, i);
            }
        }
        for (uint i = 0; i < call.OperandBundlesCount; i++) Refuse($"operand bundle \"{call.GetOperandBundleAtIndex(i).Tag}\" is not supported");
        if (call.TailCallKind == LLVMTailCallKind.LLVMTailCallKindMustTail && NeedsCopies(call)) Refuse("a musttail call cannot pass variable arguments or copies of structs");
    }

    private static bool NeedsCopies(LLVMValueRef call) =>
        call.CalledFunctionType.IsFunctionVarArg || Enumerable.Range(1, (int)call.ArgOperandsCount).Any(i => call.HasCallSiteEnumAttribute("byval", (LLVMAttributeIndex)i));

    // What this compiler's own front end makes of asm volatile("" ::: "memory"): nothing, on any instruction set.
    private static bool IsEmptyAsm(LLVMValueRef call)
    {
        string text = call.CalledValue.PrintToString();
        int asm = text.IndexOf("asm ", StringComparison.Ordinal), open = asm < 0 ? -1 : text.IndexOf('"', asm);
        return open >= 0 && text.AsSpan(open).StartsWith("\"\"");
    }

    private void CheckConvention(uint convention)
    {
        const uint C = 0, Fast = 8, Cold = 9;
        if (convention is not (C or Fast or Cold)) Refuse($"calling convention {convention} is not supported: only the C, fast and cold ones are");
    }

    private void RefuseParameter(string attribute, uint index) =>
        Refuse(index == 0 ? $"attribute '{attribute}' of the result is not supported" : $"attribute '{attribute}' of parameter {index} is not supported");

    private void CheckConstant(LLVMValueRef constant)
    {
        if (!_constants.Add(constant.Handle)) return;
        switch (constant.Kind)
        {
            case LLVMValueKind.LLVMBlockAddressValueKind:
                Refuse("addresses of labels are not supported: they lie in memory and differ between instruction sets");
                _constants.Remove(constant.Handle);
                return;
            case LLVMValueKind.LLVMConstantPtrAuthValueKind:
                Refuse("signed pointers are not supported");
                return;
            case LLVMValueKind.LLVMConstantExprValueKind or LLVMValueKind.LLVMConstantArrayValueKind or LLVMValueKind.LLVMConstantStructValueKind or LLVMValueKind.LLVMConstantVectorValueKind:
                for (int i = 0; i < constant.OperandCount; i++) CheckConstant(constant.GetOperand((uint)i));
                break;
        }
        if (constant.TypeOf.Kind != LLVMTypeKind.LLVMFunctionTypeKind) CheckType(constant.TypeOf);
    }

    private void CheckType(LLVMTypeRef type)
    {
        // A type that serves is looked at once; one that does not is refused at each of its places.
        if (_types.Contains(type.Handle)) return;
        int before = _found;
        _types.Add(type.Handle);
        switch (type.Kind)
        {
            case LLVMTypeKind.LLVMX86_FP80TypeKind or LLVMTypeKind.LLVMFP128TypeKind or LLVMTypeKind.LLVMPPC_FP128TypeKind:
                Refuse($"type {type} is not on every instruction set: long double is binary64 here (clang: -mlong-double-64)");
                break;
            case LLVMTypeKind.LLVMHalfTypeKind or LLVMTypeKind.LLVMBFloatTypeKind:
                Refuse($"type {type} is not on every instruction set");
                break;
            case LLVMTypeKind.LLVMX86_MMXTypeKind or LLVMTypeKind.LLVMX86_AMXTypeKind or LLVMTypeKind.LLVMTargetExtTypeKind:
                Refuse($"type {type} is of one instruction set");
                break;
            case LLVMTypeKind.LLVMScalableVectorTypeKind:
                Refuse($"type {type}: scalable vectors are of one instruction set");
                break;
            case LLVMTypeKind.LLVMTokenTypeKind:
                Refuse("tokens are not supported");
                break;
            case LLVMTypeKind.LLVMIntegerTypeKind when type.IntWidth > 128:
                Refuse($"type {type}: integers have at most 128 bits");
                break;
            case LLVMTypeKind.LLVMPointerTypeKind when type.AddressSpace != 0:
                Refuse("address spaces are not supported");
                break;
            case LLVMTypeKind.LLVMArrayTypeKind or LLVMTypeKind.LLVMVectorTypeKind:
                CheckType(type.ElementType);
                break;
            case LLVMTypeKind.LLVMStructTypeKind when !type.IsOpaqueStruct:
                foreach (LLVMTypeRef element in type.StructElementTypes) CheckType(element);
                break;
            case LLVMTypeKind.LLVMFunctionTypeKind:
                CheckType(type.ReturnType);
                foreach (LLVMTypeRef parameter in type.ParamTypes) CheckType(parameter);
                break;
        }
        if (_found > before) _types.Remove(type.Handle);
    }

    private void Refuse(string what)
    {
        if (!_said.Add((_where, what))) return;
        if (++_found <= Limit) diagnostics.IrNotNeutral(path, _where, what);
    }
}
