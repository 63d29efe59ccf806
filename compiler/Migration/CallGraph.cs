// Which calls are sites, and which functions are leaves (design, section 3). A site is a call that may reach a migration point. A function
// is a leaf when nothing in it can: it has no loop that needs a poll, every call in it is to a leaf, and it is not recursive. The leaves
// are the least set closed under that rule, so a recursive function never enters it. A function that another definition may replace at
// link time (weak) is none, whatever its body here.
using PopcornCC.Llvm;

namespace PopcornCC.Compiler.Migration;

internal enum SiteKind
{
    Call = 0,
    Poll = 1,
    NoReturn = 2,
    Setjmp = 3,
}

internal sealed class CallGraph
{
    public const string LeafAttribute = "popcorn-leaf";
    public const string NoMigrateAttribute = "popcorn-nomigrate";

    private readonly Dictionary<nint, LLVMValueRef[]> calls = [];
    private readonly HashSet<nint> leaves = [];
    private readonly HashSet<nint> recursive = [];
    private readonly Dictionary<nint, int> component = [];
    private int worldComponent = -1;

    /// <summary>The functions that get sites, polls and a resume function, in the module's order.</summary>
    public IReadOnlyList<LLVMValueRef> Instrumented { get; }

    public CallGraph(LLVMModuleRef module)
    {
        var defined = module.Functions.Where(f => !f.IsDeclaration).ToList();
        var candidates = defined.Where(f => !IsOpaque(f)).ToList();
        FindLeaves(candidates);
        Instrumented = [.. candidates.Where(f => !leaves.Contains(f.Handle) && CallsOf(f).Any(c => IsSite(c)) || NeedsPolls(f))];
        FindRecursion(defined);
    }

    /// <summary>Whether a call may reach a migration point. Polls, which are added later, are not asked about here.</summary>
    public bool IsSite(LLVMValueRef call)
    {
        if (call.InstructionOpcode != LLVMOpcode.LLVMCall || call.CalledFunctionType.IsFunctionVarArg || call.TailCallKind == LLVMTailCallKind.LLVMTailCallKindMustTail)
            return false;
        var callee = call.CalledValue;
        if (callee.IsAInlineAsm.Handle != 0 || call.HasCallSiteEnumAttribute("returns_twice") || HasNativeAggregates(call))
            return false;
        var function = callee.IsAFunction;
        if (function.Handle == 0)
            return callee.IsAGlobalAlias.Handle == 0 || !KnownLeaves.IsLeaf(callee.Name);
        return function.IntrinsicID == 0 && !function.HasEnumAttribute("returns_twice") && !IsLeaf(function);
    }

    public static SiteKind KindOf(LLVMValueRef call) =>
        Jumps.IsSetjmp(call) ? SiteKind.Setjmp
        : call.NextInstruction.Handle != 0 && call.NextInstruction.InstructionOpcode == LLVMOpcode.LLVMUnreachable ? SiteKind.NoReturn : SiteKind.Call;

    /// <summary>Whether a call may come back to the function it is in: the two are in one strongly connected component.</summary>
    public bool MayRecurse(LLVMValueRef function, LLVMValueRef call)
    {
        if (!recursive.Contains(function.Handle))
            return false;
        var callee = call.CalledValue.IsAFunction;
        var target = callee.Handle != 0 && component.TryGetValue(callee.Handle, out var c) && !callee.IsDeclaration ? c
            : callee.Handle != 0 && KnownLeaves.NeverCallsBack(callee.Name) ? -2 : worldComponent;
        return target == component[function.Handle];
    }

    private LLVMValueRef[] CallsOf(LLVMValueRef function)
    {
        if (!calls.TryGetValue(function.Handle, out var list))
            calls[function.Handle] = list =
                [.. function.BasicBlocks.SelectMany(b => b.Instructions).Where(i => i.InstructionOpcode == LLVMOpcode.LLVMCall)];
        return list;
    }

    private bool IsLeaf(LLVMValueRef function) =>
        leaves.Contains(function.Handle) || function.HasStringAttribute(LeafAttribute) || KnownLeaves.IsLeaf(function.Name);

    // Calls with memory passed by the native convention come only from other front ends: ours passes pointers.
    private static bool HasNativeAggregates(LLVMValueRef call)
    {
        for (uint i = 0; i < call.ArgOperandsCount; i++)
            foreach (var attribute in nativeAggregates)
                if (call.HasCallSiteEnumAttribute(attribute, (LLVMAttributeIndex)(i + 1)))
                    return true;
        return false;
    }

    private static readonly string[] nativeAggregates = ["byval", "sret", "inalloca", "preallocated"];

    // Functions we compile as they are: leaves by decree, those asked to be left alone, and those whose blocks have addresses (the front end
    // makes none: a resume copy that inherits a table of block addresses would jump into the original).
    private static bool IsOpaque(LLVMValueRef f) =>
        f.HasStringAttribute(LeafAttribute) || f.HasStringAttribute(NoMigrateAttribute) || KnownLeaves.IsLeaf(f.Name)
        || f.GlobalValueType.IsFunctionVarArg || TakesBlockAddresses(f);

    public static bool TakesBlockAddresses(LLVMValueRef f) =>
        f.BasicBlocks.Any(b => b.Terminator.Handle != 0 && b.Terminator.InstructionOpcode is LLVMOpcode.LLVMIndirectBr or LLVMOpcode.LLVMCallBr or LLVMOpcode.LLVMInvoke);

    private static bool MayBeReplaced(LLVMValueRef f) => f.Linkage is not (
        LLVMLinkage.LLVMExternalLinkage or LLVMLinkage.LLVMInternalLinkage or LLVMLinkage.LLVMPrivateLinkage
        or LLVMLinkage.LLVMLinkOnceODRLinkage or LLVMLinkage.LLVMWeakODRLinkage or LLVMLinkage.LLVMAvailableExternallyLinkage);

    private readonly Dictionary<nint, bool> needsPolls = [];

    private bool NeedsPolls(LLVMValueRef f)
    {
        if (!needsPolls.TryGetValue(f.Handle, out var needs))
            needsPolls[f.Handle] = needs = Polls.LoopsNeedingPolls(new FunctionBody(f)).Any;
        return needs;
    }

    private void FindLeaves(List<LLVMValueRef> candidates)
    {
        var open = candidates.Where(f => !MayBeReplaced(f) && !NeedsPolls(f)).ToList();
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var f in open.ToArray())
                if (!CallsOf(f).Any(IsSite))
                {
                    leaves.Add(f.Handle);
                    open.Remove(f);
                    changed = true;
                }
        }
    }

    // Tarjan's components over the defined functions and one node for the rest of the world, which may call whatever it can name.
    private void FindRecursion(List<LLVMValueRef> defined)
    {
        var nodes = defined.Where(f => !IsLeaf(f)).ToList();
        var number = new Dictionary<nint, int>();
        for (var i = 0; i < nodes.Count; i++)
            number[nodes[i].Handle] = i;
        var world = nodes.Count;
        var edges = Enumerable.Range(0, nodes.Count + 1).Select(_ => new SortedSet<int>()).ToArray();
        for (var i = 0; i < nodes.Count; i++)
        {
            var f = nodes[i];
            if (f.Linkage is not (LLVMLinkage.LLVMInternalLinkage or LLVMLinkage.LLVMPrivateLinkage) || AddressTaken(f))
                edges[world].Add(i);
            foreach (var call in CallsOf(f).Where(IsSite))
            {
                var callee = call.CalledValue.IsAFunction;
                if (callee.Handle != 0 && number.TryGetValue(callee.Handle, out var target) && !MayBeReplaced(callee))
                    edges[i].Add(target);
                else if (callee.Handle == 0 || !KnownLeaves.NeverCallsBack(callee.Name))
                    edges[i].Add(world);
            }
        }
        var components = Components(edges);
        worldComponent = components[world];
        var sizes = components.GroupBy(c => c).ToDictionary(g => g.Key, g => g.Count());
        for (var i = 0; i < nodes.Count; i++)
        {
            component[nodes[i].Handle] = components[i];
            if (sizes[components[i]] > 1 || edges[i].Contains(i))
                recursive.Add(nodes[i].Handle);
        }
    }

    private static bool AddressTaken(LLVMValueRef f) =>
        f.Users.Any(u => u.IsAInstruction.Handle == 0 || u.InstructionOpcode != LLVMOpcode.LLVMCall || u.CalledValue != f
            || Enumerable.Range(0, (int)u.ArgOperandsCount).Any(i => u.GetOperand((uint)i) == f));

    private static int[] Components(SortedSet<int>[] edges)
    {
        var (index, low, component) = (new int[edges.Length], new int[edges.Length], new int[edges.Length]);
        Array.Fill(index, -1);
        Array.Fill(component, -1);
        var (next, made) = (0, 0);
        var path = new Stack<int>();
        for (var root = 0; root < edges.Length; root++)
        {
            if (index[root] >= 0)
                continue;
            var work = new Stack<(int Node, IEnumerator<int> Edges)>();
            Enter(root);
            while (work.TryPeek(out var top))
            {
                if (top.Edges.MoveNext())
                {
                    var to = top.Edges.Current;
                    if (index[to] < 0)
                        Enter(to);
                    else if (component[to] < 0)
                        low[top.Node] = Math.Min(low[top.Node], index[to]);
                    continue;
                }
                work.Pop();
                if (work.TryPeek(out var parent))
                    low[parent.Node] = Math.Min(low[parent.Node], low[top.Node]);
                if (low[top.Node] != index[top.Node])
                    continue;
                int member;
                do
                    component[member = path.Pop()] = made;
                while (member != top.Node);
                made++;
            }

            void Enter(int node)
            {
                index[node] = low[node] = next++;
                path.Push(node);
                work.Push((node, edges[node].GetEnumerator()));
            }
        }
        return component;
    }
}
