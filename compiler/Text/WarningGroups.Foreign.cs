// Names of groups that gcc 12 or clang 19 know and that are about things not looked for here: options with them are taken in silence. (Those of other languages only are left out: nobody passes them to a C compiler.)
using System.Collections.Frozen;

namespace PopcornCC.Compiler.Text;

public static partial class WarningGroups
{
    private const string Foreign = """
        #pragma-messages IndependentClass-attribute abi abi-tag absolute-value abstract-final-class abstract-vbase-init address-of-temporary
        aggregate-return aggressive-loop-optimizations aix-compat aliasing align-commons align-mismatch aligned-new alloc-size-larger-than alloc-zero alloca alloca-larger-than
        alloca-with-align-alignof ambiguous-delete ambiguous-ellipsis ambiguous-macro ambiguous-reversed-operator ampersand analyzer-double-fclose analyzer-double-free
        analyzer-exposure-through-output-file analyzer-file-leak analyzer-free-of-non-heap analyzer-incompatible-plugin analyzer-malloc-leak analyzer-mismatching-deallocation
        analyzer-null-argument analyzer-null-dereference analyzer-possible-null-argument analyzer-possible-null-dereference analyzer-shift-count-negative
        analyzer-shift-count-overflow analyzer-stale-setjmp-buffer analyzer-tainted-allocation-size analyzer-tainted-array-index analyzer-tainted-divisor analyzer-tainted-offset
        analyzer-tainted-size analyzer-too-complex analyzer-unsafe-call-within-signal-handler analyzer-use-after-free analyzer-use-of-pointer-in-stale-stack-frame
        analyzer-use-of-uninitialized-value analyzer-write-to-const analyzer-write-to-string-literal android-unversioned-fallback anon-enum-enum-conversion anonymous-pack-parens
        apinotes argument-outside-range argument-undefined-behaviour arith-conversion arm-interrupt-vfp-clobber array-bounds-pointer-arithmetic array-compare array-parameter
        array-temporaries asm asm-operand-widths assign-intercept assume atimport-in-framework-header atomic-access atomic-alignment atomic-implicit-seq-cst
        atomic-memory-ordering atomic-properties attribute-alias attribute-packed-for-bitfield attribute-warning auto-decl-extensions auto-disable-vptr-sanitizer auto-import
        auto-storage-class auto-var-id availability avr-rtlib-linking-quirks backend-plugin backslash-newline-escape bidi-chars binary-literal
        binding-in-condition bit-int-extension bitfield-width bitwise-conditional-parentheses bitwise-instead-of-logical block-capture-autoreleasing bool-conversions
        bounds-safety-counted-by-elt-type-unknown-size branch-protection bridge-cast builtin-assume-aligned-alignment builtin-declaration-mismatch
        builtin-memcpy-chk-size builtin-requires-header c-binding-type c11-c2x-compat c23-compat c2x-compat c2x-extensions c2y-extensions c90-c99-compat c99-c11-compat c99-compat
        called-once-parameter cast-calling-convention cast-of-sel-type
        cast-qual-unrelated cast-result catch-value char-align character-truncation chkp class-conversion class-memaccess class-varargs clobbered cmse-union-leak 
        comma-subscript compare-reals completion-handler complex-component-init compound-token-split compound-token-split-by-macro compound-token-split-by-space
        conditionally-supported config-macros constant-evaluated constexpr-not-const consumed conversion-extra conversion-null coro-non-aligned-allocation-function
        coverage-invalid-line-number coverage-mismatch covered-switch-default cstring-format-directive ctad-maybe-unsupported ctu custom-atomic-properties dangling
        dangling-assignment dangling-assignment-gsl dangling-field dangling-gsl dangling-initializer-list dangling-pointer darwin-sdk-settings date-time dealloc-in-category
        debug-compression-unavailable defaulted-function-deleted delete-incomplete delimited-escape-sequence-extension deprecate-lax-vec-conv-all deprecated-altivec-src-compat
        deprecated-anon-enum-enum-conversion deprecated-array-compare deprecated-attributes deprecated-builtins deprecated-comma-subscript deprecated-copy
        deprecated-copy-with-user-provided-copy deprecated-dynamic-exception-spec deprecated-enum-compare deprecated-enum-compare-conditional deprecated-enum-enum-conversion
        deprecated-enum-float-conversion deprecated-implementations deprecated-increment-bool deprecated-literal-operator deprecated-ofast deprecated-pragma
        deprecated-redundant-constexpr-static-def deprecated-register deprecated-this-capture deprecated-type deprecated-volatile deprecated-writable-strings designated-init
        disabled-macro-expansion disabled-optimization discard-qual distributed-object-modifiers do-subscript documentation documentation-deprecated-sync documentation-html
        documentation-pedantic documentation-unknown-command dollar-in-identifier-extension duplicate-enum duplicate-method-arg duplicate-method-match duplicated-branches
        duplicated-cond dxil-validation dynamic-class-memaccess dynamic-exception-spec elaborated-enum-base elaborated-enum-class embedded-directive empty-decomposition
        empty-init-stmt encode-type enum-compare-conditional enum-compare-switch enum-constexpr-conversion enum-enum-conversion enum-float-conversion enum-too-large error
        error-implicit-function-declaration exceptions excessive-regsave experimental-header-units explicit-initialize-call explicit-ownership-type
        explicit-specialization-storage-class export-unnamed extern-c-compat extra-qualification extra-semi-stmt extractapi-misuse final-macro 
        fixed-point-overflow flag-enum flexible-array-extensions format-contains-nul format-diag format-non-iso format-overflow format-overflow-non-kprintf format-pedantic
        format-signedness format-truncation format-truncation-non-kprintf format-type-confusion format-y2k format=2 fortify-source four-char-constants frame-address
        frame-larger-than frame-larger-than= framework-include-private-from-public free-nonheap-object friend-enum function-effects function-elimination function-multiversion
        fuse-ld-path future-attribute-extensions future-compat global-isel gnu-anonymous-struct gnu-array-member-paren-init 
        gnu-binary-literal gnu-complex-integer gnu-compound-literal-initializer gnu-empty-initializer gnu-flexible-array-union-member gnu-folding-constant
        gnu-inline-cpp-without-extern gnu-line-marker gnu-offsetof-extensions gnu-redeclared-enum
        gnu-static-float-init gnu-zero-line-directive gnu-zero-variadic-macro-arguments gpu-maybe-wrong-side header-guard
        header-hygiene higher-precision-fp hip-omp-target-directives hip-only hsa idiomatic-parentheses if-not-aligned ignored-availability-without-sdk-settings ignored-gch
        ignored-optimization-argument ignored-pragma-intrinsic ignored-pragma-optimize ignored-reference-qualifiers implicit-atomic-properties
        implicit-conversion-floating-point-to-bool implicit-exception-spec-mismatch implicit-fallthrough-per-function implicit-fixed-point-conversion implicit-interface
        implicit-procedure implicit-retain-self import import-preprocessor-directive-pedantic inaccessible-base include-next-absolute-path incompatible-exception-spec
        incompatible-function-pointer-types-strict incompatible-library-redeclaration incompatible-ms-pragma-section incompatible-ms-struct incompatible-sysroot
        incomplete-implementation incomplete-setjmp-declaration incomplete-umbrella inconsistent-missing-override increment-bool init-list-lifetime init-self injected-class-name
        inline inline-asm inline-namespace-reopened-noninline inline-new-delete installapi-violation instantiation-after-specialization int-conversions 
        int-to-void-pointer-cast integer-division interference-size intrinsic-shadow intrinsics-std invalid-command-line-argument invalid-constexpr invalid-feature-combination
        invalid-iboutlet invalid-imported-macros invalid-initializer-from-system-header invalid-ios-deployment-target invalid-memory-model invalid-no-builtin-names
        invalid-offsetof invalid-partial-specialization invalid-source-encoding invalid-static-assert-message invalid-token-paste invalid-unevaluated-string invalid-utf8
        jump-misses-init jump-seh-finally keyword-compat keyword-macro knr-promoted-parameter large-by-value-copy larger-than larger-than- liblto
        line-truncation linker-warnings literal-suffix logical-op lto-type-mismatch malformed-warning-check 
        mathematical-notation-identifier-extension max-tokens max-unsigned-zero memset-elt-size memsize-comparison method-signatures misexpect mismatched-dealloc
        mismatched-new-delete mismatched-parameter-types mismatched-return-types mismatched-tags missing-attributes missing-constinit missing-designated-field-initializers
        missing-exception-spec missing-format-attribute missing-include-dirs missing-method-return-type missing-multilib missing-noescape missing-parameter-type
        missing-prototype-for-cc missing-requires missing-sysroot misspelled-assumption mix-packoffset move mudflap multi-gpu multiple-inheritance multiple-move-vbase
        multistatement-macros namespaces nan-infinity-disabled narrowing nested-anon-types nested-externs new-returns-null newline-eof no-alloc-size-larger-than
        no-alloca-larger-than no-frame-larger-than no-larger-than no-stack-usage no-vla-larger-than noderef noexcept noexcept-type non-c-typedef-for-linkage non-gcc
        non-literal-null-conversion non-pod-varargs non-power-of-two-alignment nonnull-compare nonportable-cfstrings nonportable-include-path nonportable-private-apinotes-path
        nonportable-private-system-apinotes-path nonportable-system-include-path nontrivial-memaccess normalized nsconsumed-mismatch nsreturns-mismatch null-arithmetic
        null-character null-conversion nullable-to-nonnull-conversion nvcc-compat odr old-style-cast old-style-declaration
        openacc openacc-deprecated-clause-alias openacc-parallelism openacc-self-if-potential-conflict option-ignored ordered-compare-function-pointers out-of-line-declaration
        out-of-scope-function over-aligned overlength-strings overloaded-shift-op-parentheses override-init-side-effects overriding-method-mismatch overriding-option
        overwrite-recursive packed-bitfield-compat packed-non-pod packed-not-aligned padded padded-bitfield partial-availability pass pass-analysis pass-failed pass-missed
        pedantic-core-features pedantic-macros pessimizing-move placement-new pmf-conversions pointer-compare pointer-to-enum-cast potentially-evaluated-expression
        pragma-clang-attribute pragma-pack pragma-pack-suspicious-include predefined-identifier-outside-function private-extern private-header psabi ptrauth-null-pointers
        qualified-void-return-type quoted-include-in-framework-header range-loop-analysis range-loop-bind-reference range-loop-construct read-only-types real-q-constant
        realloc-lhs realloc-lhs-all receiver-expr receiver-forward-class redeclared-class-member redundant-consteval-if redundant-decls redundant-move redundant-parens
        redundant-tags register reinterpret-base-class remark-backend-plugin reorder reorder-init-list requires-super-attribute reserved-id-macro reserved-identifier
        reserved-macro-identifier reserved-user-defined-literal restrict restrict-expansion retained-language-linkage return-std-move return-type-c-linkage rewrite-not-bool
        round-trip-cc1-args sanitize-address sarif-format-unstable scalar-storage-order section self-assign-field self-assign-overloaded self-move semicolon-before-method-body
        sentinel sequence-point serialized-diagnostics shadow-compatible-local shadow-field shadow-local shadow-uncaptured-local sign-promo signed-enum-bitfield
        signed-unsigned-wchar sized-deallocation slash-u-filename slh-asm-goto sloc-usage source-mgr source-uses-openacc spir-compat stack-exhausted stack-usage static-float-init
        static-in-inline static-inline-explicit-instantiation static-local-in-inline static-self-init strict-aliasing strict-aliasing=0 strict-aliasing=1 strict-aliasing=2
        strict-null-sentinel strict-overflow=0 strict-overflow=1 strict-overflow=2 strict-overflow=3 strict-overflow=4 strict-overflow=5 string-conversion string-plus-char
        stringop-overflow stringop-overread stringop-truncation strlcpy-strlcat-size strncat-size subobject-linkage suggest-attribute suggest-final-methods suggest-final-types
        suggest-override super-class-method-mismatch surprising suspicious-bzero switch-outside-range switch-unreachable sync-alignment sync-fetch-and-nand-semantics-changed
        sync-nand synth system-headers tabs target-clones-mixed-specifiers target-lifetime tautological-negation-compare tautological-undefined-compare
        tautological-unsigned-char-zero-compare tautological-unsigned-enum-zero-compare tautological-value-range-compare tcb-enforcement tentative-definition-incomplete-type
        terminate thread-safety thread-safety-analysis thread-safety-attributes thread-safety-beta thread-safety-negative thread-safety-precise thread-safety-reference
        thread-safety-reference-return thread-safety-verbose traditional traditional-conversion trampolines trigraphs trivial-auto-var-init tsan type-safety typename-missing
        unable-to-open-stats-file unaligned-access unaligned-qualifier-implicit-cast unavailable-declarations undef-prefix undefined-arm-za undefined-arm-zt0
        undefined-bool-conversion undefined-do-loop undefined-inline undefined-internal-type undefined-reinterpret-cast underaligned-exception-object underflow
        unguarded-availability unguarded-availability-new unicode unicode-homoglyph unicode-whitespace unicode-zero-width uninitialized-const-reference
        unknown-argument unknown-assumption unknown-sanitizers unneeded-member-function unqualified-std-cast-call unreachable-code-fallthrough
        unreachable-code-generic-assoc unreachable-code-loop-increment unsafe-buffer-usage unsafe-buffer-usage-in-container unsafe-loop-optimizations unsuffixed-float-constants
        unsupported-abi unsupported-abs unsupported-availability-guard unsupported-cb unsupported-floating-point-opt unsupported-friend unsupported-gpopt unsupported-nan
        unsupported-target-opt unsupported-visibility unusable-partial-specialization unused-argument unused-command-line-argument unused-dummy-argument
        unused-exception-parameter unused-getter-return-value unused-member-function unused-private-field unused-volatile-lvalue use-after-free use-without-only
        used-but-marked-unused useless-cast user-defined-literals user-defined-warnings vec-elem-size vexing-parse vla-extension-static-assert vla-larger-than
        vla-parameter void-pointer-to-enum-cast void-pointer-to-int-cast volatile volatile-register-var wasm-exception-spec weak-vtables writable-strings write-strings
        zero-as-null-pointer-constant zero-length-bounds zerotrip
        packed strict-overflow gnu-flexible-array-initializer gnu-variable-sized-type-not-at-end
        """;

    private static readonly FrozenSet<string> s_foreign = Foreign.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
