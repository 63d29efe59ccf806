; One function with one site, for tests that damage its object.
declare token @llvm.experimental.gc.statepoint.p0(i64, i32, ptr, i32, i32, ...)
declare i64 @llvm.experimental.gc.result.i64(token)
@llvm.compiler.used = appending global [1 x ptr] [ptr @__popcorn_sites.f], section "llvm.metadata"
define i64 @f(i64 %d) uwtable section ".text.f" gc "statepoint-example" {
  %t = call token (i64, i32, ptr, i32, i32, ...) @llvm.experimental.gc.statepoint.p0(i64 0, i32 0, ptr elementtype(i64 (i64)) @f, i32 1, i32 0, i64 %d, i32 0, i32 0) [ "deopt"(i64 %d) ]
  %r = call i64 @llvm.experimental.gc.result.i64(token %t)
  %s = add i64 %r, %d
  ret i64 %s
}
define i64 @f.resume(ptr %rec) uwtable section ".text.resume.f" gc "statepoint-example" {
  %site = load i64, ptr %rec
  %p = getelementptr i8, ptr %rec, i64 32
  %d = load i64, ptr %p
  %q = getelementptr i8, ptr %rec, i64 8
  %next = load ptr, ptr %q
  %e = getelementptr i8, ptr %rec, i64 16
  %fn = load ptr, ptr %e
  %t = call token (i64, i32, ptr, i32, i32, ...) @llvm.experimental.gc.statepoint.p0(i64 1048575, i32 0, ptr elementtype(i64 (ptr)) %fn, i32 1, i32 0, ptr %next, i32 0, i32 0) [ "deopt"(i64 %site, i64 %d) ]
  %r = call i64 @llvm.experimental.gc.result.i64(token %t)
  %s = add i64 %r, %d
  ret i64 %s
}
@__popcorn_sites.f = internal constant <{ ptr, ptr, i32, i32, i32, i32, [8 x i8], i32, i8, i8, i16, [4 x i16] }> <{ ptr @f, ptr @f.resume, i32 0, i32 1, i32 1, i32 0, [8 x i8] c"\02\00\00\00\00\00\00\00", i32 12, i8 0, i8 0, i16 1, [4 x i16] zeroinitializer }>, section ".popcorn.sites", align 8
