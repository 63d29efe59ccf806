// The table of warning groups itself: a line a group with its name, what it is by default, the groups inside it, and what it warns about. Groups that hold others come first.
using System.Collections.Frozen;

namespace PopcornCC.Compiler.Text;

public static partial class WarningGroups
{
    private const string Table = """
        everything Off [*]
        all Off [most parentheses switch switch-bool misleading-indentation]
        most Off [bool-operation char-subscripts comment for-loop-analysis format implicit infinite-recursion int-in-bool-context missing-braces multichar return-type self-assign sizeof-array-argument sizeof-array-decay string-plus-int tautological-compare uninitialized unknown-pragmas unused]
        extra Off [missing-field-initializers ignored-qualifiers initializer-overrides sign-compare unused-parameter unused-but-set-parameter null-pointer-arithmetic null-pointer-subtraction string-concatenation cast-function-type-mismatch]
        pedantic Extension [extensions] anything the standard of -std= does not know
        unused Off [unused-function unused-label unused-local-typedef unused-value unused-variable unused-but-set-variable]
        implicit Off [implicit-function-declaration implicit-int]
        conversion Off [bool-conversion constant-conversion enum-conversion float-conversion int-conversion implicit-int-conversion implicit-float-conversion literal-conversion sign-conversion bitfield-enum-conversion]
        uninitialized Off [sometimes-uninitialized] a variable that has no value yet is read
        parentheses On [logical-op-parentheses logical-not-parentheses bitwise-op-parentheses shift-op-parentheses parentheses-equality dangling-else] an assignment as a condition, ?: after an operator
        tautological-compare On [tautological-constant-compare tautological-pointer-compare tautological-overlap-compare tautological-bitwise-compare] a comparison of a thing with itself
        tautological-constant-compare On [tautological-constant-out-of-range-compare]
        tautological-constant-in-range-compare Off [type-limits]
        type-limits Off [tautological-type-limit-compare tautological-unsigned-zero-compare]
        format On [format-extra-args format-zero-length nonnull format-security format-invalid-specifier format-insufficient-args] an argument that does not fit its conversion in a format string
        gnu Off [gnu-case-range gnu-conditional-omitted-operand gnu-empty-struct gnu-label-as-value gnu-pointer-arith gnu-statement-expression gnu-union-cast zero-length-array vla-extension gnu-alignof-expression gnu-auto-type gnu-designator gnu-imaginary-constant gnu-include-next gnu-null-pointer-arithmetic]
        unreachable-code-aggressive Off [unreachable-code unreachable-code-break unreachable-code-return]
        pragmas On [unknown-pragmas ignored-pragmas] pragmas inside arguments of macros and the like
        attributes On [unknown-attributes ignored-attributes]
        shadow-all Off [shadow]
        loop-analysis Off [for-loop-analysis]
        strict-prototypes Off [deprecated-non-prototype] a function declared without a prototype
        deprecated Off [deprecated-declarations deprecated-non-prototype]
        incompatible-pointer-types On [incompatible-pointer-types-discards-qualifiers incompatible-function-pointer-types] a pointer converted to one of another type
        bool-conversion On [pointer-bool-conversion] a constant that cannot be a truth value
        float-conversion Off [float-overflow-conversion float-zero-conversion] a floating value made an integer
        implicit-int-conversion Off [shorten-64-to-32] an integer made a narrower one
        implicit-float-conversion Off [implicit-int-float-conversion] a floating value made a narrower one
        implicit-int-float-conversion Off [implicit-const-int-float-conversion] an integer that a floating type may not hold
        implicit-const-int-float-conversion On a constant that a floating type does not hold
        enum-conversion On an enumeration converted to another
        enum-compare On a comparison of two enumerations
        return-type On [return-mismatch] a function that ends without its value
        cast-function-type Off [cast-function-type-strict cast-function-type-mismatch]
        null-pointer-arithmetic Off [gnu-null-pointer-arithmetic] arithmetic on a null pointer
        address-of-packed-member On the address of a packed member taken as an aligned one
        bad-function-cast Off a call's result cast to an unlike type
        braced-scalar-init On braces around a value inside a list
        cast-align Off a cast to a pointer with stricter alignment
        cast-function-type-mismatch Off a cast between functions that are called differently
        cast-function-type-strict Off a cast between functions of different types
        cast-qual Off a cast that takes a qualifier away
        comma Off a comma that may have been meant as something else
        gnu-null-pointer-arithmetic Off a number made a pointer by adding it to null
        int-in-bool-context Off a shift or enumerator used as a truth value
        many-braces-around-scalar-init On several braces around a value
        null-pointer-subtraction Off subtraction with a null pointer
        string-concatenation Off strings in a list without a comma between them
        #pragma-messages On what #pragma message and #pragma GCC warning say
        c99-designator Extension designators before C99
        fixed-enum-extension Extension an enumeration of a given type before C23
        gcc-compat On what gcc takes in another way
        gnu-alignof-expression ExtensionOn _Alignof of an expression
        gnu-auto-type Extension __auto_type
        gnu-designator ExtensionOn designators as GNU writes them
        gnu-imaginary-constant Extension 1i
        gnu-include-next Extension #include_next
        gnu-statement-expression-from-macro-expansion Extension ({ … }) from a macro
        language-extension-token Extension typeof and asm before C23
        long-long Extension long long before C99
        unknown-directives On a directive nobody knows, where nothing is read
        variadic-macros Extension variadic macros before C99 and with a named parameter
        unevaluated-expression On an effect in what is not evaluated
        unused-macros Off a macro of the main file that nothing uses
        int-to-pointer-cast On a narrow integer cast to a pointer
        pointer-to-int-cast On a pointer cast to a narrow integer
        array-bounds On an index outside an array
        assign-enum Off a constant that is no enumerator assigned to an enumeration
        bitfield-constant-conversion On [single-bit-bitfield-constant-conversion] a constant too large for its bit-field
        bitfield-enum-conversion Off an enumeration too large for its bit-field
        bitwise-op-parentheses Off & inside |
        bool-operation On ~ of a truth value
        builtin-macro-redefined On a predefined macro defined or undefined
        c11-extensions Extension C11's features under an older standard
        c23-extensions ExtensionOn C23's features under an older standard
        c99-extensions Extension C99's features under an older standard
        char-subscripts Off an index of type char
        comment Off a comment inside or across lines
        compare-distinct-pointer-types On pointers of different types compared
        conditional-type-mismatch On a ?: of a pointer and an integer
        constant-conversion On [bitfield-constant-conversion] a constant that its new type cannot hold
        constant-logical-operand On a constant operand of && or ||
        #warnings On #warning
        dangling-else On an else that may belong to either if
        declaration-after-statement Off a declaration behind a statement
        deprecated-declarations On the use of something deprecated
        deprecated-non-prototype On a declaration whose meaning C23 changes
        division-by-zero On an integer divided by zero
        double-promotion Off a float made a double
        duplicate-decl-specifier On a specifier or qualifier twice
        empty-body On a semicolon where a body should be
        empty-translation-unit Extension a file without declarations
        excess-initializers On more values than there are members
        expansion-to-defined Off defined made by a macro
        extern-initializer On extern with a value
        extra-semi Extension a semicolon too many outside functions
        extra-tokens On text behind a directive
        float-equal Off floating values compared for equality
        float-overflow-conversion On a floating constant beyond an integer's range
        float-zero-conversion Off a floating constant that becomes 0
        for-loop-analysis Off a loop whose condition nothing changes
        format-extra-args On an argument that the format does not use
        format-insufficient-args On a conversion without an argument
        format-invalid-specifier On a conversion that does not exist
        format-nonliteral Off a format that is no literal
        format-security On a format that is no literal and takes no arguments
        format-zero-length On an empty format
        gnu-case-range Extension case 1 ... 5
        gnu-conditional-omitted-operand Extension a ?: b
        gnu-empty-struct Extension a struct without members
        gnu-label-as-value Extension &&label
        gnu-pointer-arith Extension arithmetic on void and function pointers
        gnu-statement-expression Extension [gnu-statement-expression-from-macro-expansion] ({ … })
        gnu-union-cast Extension a cast to a union
        ignored-attributes On an attribute that has no effect where it stands
        ignored-pragmas On a pragma that is not understood
        ignored-qualifiers Off a qualifier that has no effect
        implicit-fallthrough Off one case running on into the next
        implicit-function-declaration Error a call of a function nobody declared
        implicit-int Error a declaration without a type
        implicitly-unsigned-literal On a decimal constant that only unsigned types hold
        include-next-outside-header On #include_next in the main file
        incompatible-function-pointer-types Error a function pointer converted to one of another type
        incompatible-pointer-types-discards-qualifiers On a conversion that drops qualifiers of what is pointed to
        infinite-recursion Off a function that always calls itself
        initializer-overrides On a member that gets two values
        int-conversion Error a pointer made an integer or the reverse
        invalid-noreturn On a noreturn function that returns
        invalid-pp-token On a quote without its partner
        literal-conversion On a floating constant that loses its fraction
        literal-range On a floating constant beyond its type
        llvm On what LLVM reports
        logical-not-parentheses On ! before a comparison
        logical-op-parentheses Off && inside ||
        macro-redefined On a macro defined in another way
        main On an unusual main
        main-return-type On a main that does not return int
        memset-transposed-args On memset with a length of 0
        misleading-indentation Off a statement that only looks guarded
        missing-braces Off an inner object without braces of its own
        missing-declarations On a declaration that declares nothing
        missing-field-initializers Off a struct whose last members get no value
        missing-noreturn Off a function that never returns and does not say so
        missing-prototypes Off a function defined without an earlier prototype
        missing-variable-declarations Off a variable defined without an earlier declaration
        multichar Off 'ab'
        nonnull On a null pointer where none may be
        null-dereference On a null pointer dereferenced
        overflow On [integer-overflow constant-conversion]
        integer-overflow On arithmetic on constants that overflows
        parentheses-equality On doubled parentheses around ==
        pointer-arith Extension [gnu-pointer-arith] sizeof of void or a function
        pointer-bool-conversion On an address that is never null used as a condition
        pointer-integer-compare On a pointer compared with an integer
        pointer-sign On a pointer to an integer of the other sign
        pointer-type-mismatch On pointers of different types in ?:
        pragma-once-outside-header On #pragma once in the main file
        pragma-system-header-outside-header On #pragma GCC system_header in the main file
        return-mismatch Error return with a value, or without, in the wrong kind of function
        return-stack-address On the address of a local returned
        self-assign Off a variable assigned to itself
        shadow Off a declaration that hides another
        shift-count-negative On a shift by less than zero
        shift-count-overflow On a shift by too many bits
        shift-negative-value On a negative value shifted left
        shift-op-parentheses On + or - inside a shift
        shift-overflow On a shift that loses bits
        shift-sign-overflow Off a shift into the sign
        shorten-64-to-32 Off 64 bits made 32
        sign-compare Off a signed value compared with an unsigned one
        sign-conversion Off an integer converted to the other sign
        single-bit-bitfield-constant-conversion On 1 stored in a signed bit-field of one bit
        sizeof-array-argument On sizeof of a parameter that is written as an array
        sizeof-array-decay On sizeof of an array that has become a pointer
        sizeof-array-div On sizeof / sizeof of unlike things
        sizeof-pointer-div On sizeof of a pointer divided
        sizeof-pointer-memaccess On sizeof of a pointer as a length
        sometimes-uninitialized Off a variable that has no value on some way
        string-compare On a string literal compared as a pointer
        string-plus-int On a number added to a string
        suspicious-memaccess Off [sizeof-pointer-memaccess memset-transposed-args]
        switch On a switch that leaves out enumerators, a case that is none
        switch-bool On a switch over a truth value
        switch-default Off a switch without default
        switch-enum Off a switch that names not every enumerator
        tautological-bitwise-compare Off a comparison of bits that is always the same
        tautological-constant-out-of-range-compare On a constant beyond the type it is compared with
        tautological-overlap-compare Off comparisons that overlap or exclude each other
        tautological-pointer-compare On an address that is never null compared with null
        tautological-type-limit-compare Off a value compared with its type's limit
        tautological-unsigned-zero-compare Off an unsigned value compared with 0
        tentative-definition-array On an array without a length
        typedef-redefinition ExtensionOn a typedef twice before C11
        undef Off a name that is not defined in #if
        undefined-internal On a static function without a definition
        unknown-attributes On an attribute nobody knows
        unknown-escape-sequence On an unknown letter behind a backslash
        unknown-pragmas On a pragma nobody knows
        unknown-warning-option On a -W option nobody knows
        unneeded-internal-declaration Off a static function that only it itself uses
        unreachable-code Off code nothing leads to
        unreachable-code-break Off a break nothing leads to
        unreachable-code-return Off a return nothing leads to
        unsequenced On a variable changed twice in one expression
        conditional-uninitialized Off a variable that may have no value
        unused-but-set-parameter Off a parameter only written
        unused-but-set-variable Off a variable only written
        unused-comparison On a comparison whose result is dropped
        unused-const-variable Off a static constant nobody uses
        unused-function Off [unneeded-internal-declaration] a static function nobody uses
        unused-label Off a label nobody uses
        unused-local-typedef Off a local typedef nobody uses
        unused-parameter Off a parameter nobody uses
        unused-result On a result that must be used
        unused-value On [unused-comparison unused-result] an expression without effect
        unused-variable Off [unused-const-variable] a variable nobody uses
        varargs On a va_start or va_arg that cannot work
        visibility On a tag known only inside a prototype
        vla Off a variable-length array
        vla-extension Extension a variable-length array before C99
        void-ptr-dereference ExtensionOn a void pointer dereferenced
        xor-used-as-pow On 2 ^ 8
        zero-length-array Extension an array of length 0
        """;

    private static readonly FrozenDictionary<string, string> s_otherNames = new Dictionary<string, string>
    {
        ["W"] = "extra",
        ["cpp"] = "#warnings",
        ["address"] = "tautological-pointer-compare",
        ["discarded-qualifiers"] = "incompatible-pointer-types-discards-qualifiers",
        ["discarded-array-qualifiers"] = "incompatible-pointer-types-discards-qualifiers",
        ["div-by-zero"] = "division-by-zero",
        ["comments"] = "comment",
        ["endif-labels"] = "extra-tokens",
        ["main-return"] = "main-return-type",
        ["maybe-uninitialized"] = "sometimes-uninitialized",
        ["old-style-definition"] = "deprecated-non-prototype",
        ["override-init"] = "initializer-overrides",
        ["return-local-addr"] = "return-stack-address",
        ["unused-local-typedefs"] = "unused-local-typedef",
        ["unused-const-variable=1"] = "unused-const-variable",
        ["unused-const-variable=2"] = "unused-const-variable",
        ["bool-compare"] = "tautological-constant-out-of-range-compare",
        ["shift-count"] = "shift-count-overflow",
    }.ToFrozenDictionary(StringComparer.Ordinal);
}
