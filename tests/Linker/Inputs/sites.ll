; Functions with statepoints, their resume copies and .popcorn.sites entries, in the form the compiler makes. f, g and h call one another; they
; differ in how many values are live over the call and in whether there is a frame pointer. (Calls with many live values force spills.)
declare token @llvm.experimental.gc.statepoint.p0(i64, i32, ptr, i32, i32, ...)
declare i64 @llvm.experimental.gc.result.i64(token)
declare void @leaf()
declare i64 @mk64(i64,i64)
declare float @mkf(i64,i64)
declare double @mkd(i64,i64)
declare <4 x i32> @mkv(i64,i64)
declare i64 @use64(i64)
declare i64 @use32(i32)
declare i64 @usep(ptr)
declare i64 @usef(float)
declare i64 @used(double)
declare i64 @usev(<4 x i32>)
@llvm.compiler.used = appending global [3 x ptr] [ptr @__popcorn_sites.f, ptr @__popcorn_sites.g, ptr @__popcorn_sites.h], section "llvm.metadata"
define i64 @f(i64 %d) uwtable section ".text.f" gc "statepoint-example" {
  %v0 = call i64 @mk64(i64 %d, i64 0)
  %v1.w = call i64 @mk64(i64 %d, i64 1)
  %v1 = trunc i64 %v1.w to i32
  %v2.w = call i64 @mk64(i64 %d, i64 2)
  %v2 = inttoptr i64 %v2.w to ptr
  %v3 = call double @mkd(i64 %d, i64 3)
  %v4 = call float @mkf(i64 %d, i64 4)
  %v5 = call <4 x i32> @mkv(i64 %d, i64 5)
  %c = icmp eq i64 %d, 0
  br i1 %c, label %bottom, label %more
bottom:
  %t0 = call token (i64, i32, ptr, i32, i32, ...) @llvm.experimental.gc.statepoint.p0(i64 0, i32 0, ptr elementtype(void ()) @leaf, i32 0, i32 0, i32 0, i32 0) [ "deopt"(i64 %v0, i32 %v1, ptr %v2, double %v3, float %v4, <4 x i32> %v5) ]
  br label %join
more:
  %d1 = sub i64 %d, 1
  %t1 = call token (i64, i32, ptr, i32, i32, ...) @llvm.experimental.gc.statepoint.p0(i64 1, i32 0, ptr elementtype(i64 (i64)) @g, i32 1, i32 0, i64 %d1, i32 0, i32 0) [ "deopt"(i64 %v0, i32 %v1, ptr %v2, double %v3, float %v4, <4 x i32> %v5) ]
  %r1 = call i64 @llvm.experimental.gc.result.i64(token %t1)
  br label %join
join:
  %r = phi i64 [0,%bottom],[%r1,%more]
  %u0 = call i64 @use64(i64 %v0)
  %s0 = add i64 %r, %u0
  %u1 = call i64 @use32(i32 %v1)
  %s1 = add i64 %s0, %u1
  %u2 = call i64 @usep(ptr %v2)
  %s2 = add i64 %s1, %u2
  %u3 = call i64 @used(double %v3)
  %s3 = add i64 %s2, %u3
  %u4 = call i64 @usef(float %v4)
  %s4 = add i64 %s3, %u4
  %u5 = call i64 @usev(<4 x i32> %v5)
  %s5 = add i64 %s4, %u5
  ret i64 %s5
}
define i64 @f.resume(ptr %rec) uwtable section ".text.resume.f" gc "statepoint-example" {
  %site = load i64, ptr %rec
  %p0 = getelementptr i8, ptr %rec, i64 32
  %v0 = load i64, ptr %p0, align 4
  %p1 = getelementptr i8, ptr %rec, i64 40
  %v1 = load i32, ptr %p1, align 4
  %p2 = getelementptr i8, ptr %rec, i64 48
  %v2 = load ptr, ptr %p2, align 4
  %p3 = getelementptr i8, ptr %rec, i64 56
  %v3 = load double, ptr %p3, align 4
  %p4 = getelementptr i8, ptr %rec, i64 64
  %v4 = load float, ptr %p4, align 4
  %p5 = getelementptr i8, ptr %rec, i64 72
  %v5 = load <4 x i32>, ptr %p5, align 4
  %q = getelementptr i8, ptr %rec, i64 8
  %nx = load ptr, ptr %q
  %e = getelementptr i8, ptr %rec, i64 16
  %fn = load ptr, ptr %e
  %t0 = call token (i64, i32, ptr, i32, i32, ...) @llvm.experimental.gc.statepoint.p0(i64 1048575, i32 0, ptr elementtype(i64 (ptr)) %fn, i32 1, i32 0, ptr %nx, i32 0, i32 0) [ "deopt"(i64 %site, i64 %v0, i32 %v1, ptr %v2, double %v3, float %v4, <4 x i32> %v5) ]
  %r = call i64 @llvm.experimental.gc.result.i64(token %t0)
  %u0 = call i64 @use64(i64 %v0)
  %s0 = add i64 %r, %u0
  %u1 = call i64 @use32(i32 %v1)
  %s1 = add i64 %s0, %u1
  %u2 = call i64 @usep(ptr %v2)
  %s2 = add i64 %s1, %u2
  %u3 = call i64 @used(double %v3)
  %s3 = add i64 %s2, %u3
  %u4 = call i64 @usef(float %v4)
  %s4 = add i64 %s3, %u4
  %u5 = call i64 @usev(<4 x i32> %v5)
  %s5 = add i64 %s4, %u5
  ret i64 %s5
}
@__popcorn_sites.f = internal constant <{ ptr, ptr, i32, i32, i32, i32, [7 x i8], [1 x i8], i32, i8, i8, i16, [6 x i16], [4 x i8], i32, i8, i8, i16, [6 x i16], [4 x i8] }> <{ ptr @f, ptr @f.resume, i32 0, i32 7, i32 2, i32 0, [7 x i8] [i8 2, i8 1, i8 3, i8 5, i8 4, i8 6, i8 7], [1 x i8] zeroinitializer, i32 10, i8 0, i8 0, i16 6, [6 x i16] [i16 0, i16 1, i16 2, i16 3, i16 4, i16 5], [4 x i8] zeroinitializer, i32 20, i8 0, i8 0, i16 6, [6 x i16] [i16 0, i16 1, i16 2, i16 3, i16 4, i16 5], [4 x i8] zeroinitializer }>, section ".popcorn.sites", align 8
define i64 @g(i64 %d) uwtable section ".text.g" gc "statepoint-example" {
  %v0 = call i64 @mk64(i64 %d, i64 0)
  %v1.w = call i64 @mk64(i64 %d, i64 1)
  %v1 = trunc i64 %v1.w to i32
  %v2.w = call i64 @mk64(i64 %d, i64 2)
  %v2 = inttoptr i64 %v2.w to ptr
  %v3 = call double @mkd(i64 %d, i64 3)
  %v4 = call float @mkf(i64 %d, i64 4)
  %v5 = call <4 x i32> @mkv(i64 %d, i64 5)
  %v6 = call i64 @mk64(i64 %d, i64 6)
  %v7.w = call i64 @mk64(i64 %d, i64 7)
  %v7 = trunc i64 %v7.w to i32
  %v8.w = call i64 @mk64(i64 %d, i64 8)
  %v8 = inttoptr i64 %v8.w to ptr
  %v9 = call double @mkd(i64 %d, i64 9)
  %v10 = call float @mkf(i64 %d, i64 10)
  %v11 = call <4 x i32> @mkv(i64 %d, i64 11)
  %v12 = call i64 @mk64(i64 %d, i64 12)
  %v13.w = call i64 @mk64(i64 %d, i64 13)
  %v13 = trunc i64 %v13.w to i32
  %v14.w = call i64 @mk64(i64 %d, i64 14)
  %v14 = inttoptr i64 %v14.w to ptr
  %v15 = call double @mkd(i64 %d, i64 15)
  %v16 = call float @mkf(i64 %d, i64 16)
  %v17 = call <4 x i32> @mkv(i64 %d, i64 17)
  %v18 = call i64 @mk64(i64 %d, i64 18)
  %v19.w = call i64 @mk64(i64 %d, i64 19)
  %v19 = trunc i64 %v19.w to i32
  %v20.w = call i64 @mk64(i64 %d, i64 20)
  %v20 = inttoptr i64 %v20.w to ptr
  %v21 = call double @mkd(i64 %d, i64 21)
  %c = icmp eq i64 %d, 0
  br i1 %c, label %bottom, label %more
bottom:
  %t0 = call token (i64, i32, ptr, i32, i32, ...) @llvm.experimental.gc.statepoint.p0(i64 1048576, i32 0, ptr elementtype(void ()) @leaf, i32 0, i32 0, i32 0, i32 0) [ "deopt"(i64 %v0, i32 %v1, ptr %v2, double %v3, float %v4, <4 x i32> %v5, i64 %v6, i32 %v7, ptr %v8, double %v9, float %v10, <4 x i32> %v11, i64 %v12, i32 %v13, ptr %v14, double %v15, float %v16, <4 x i32> %v17, i64 %v18, i32 %v19, ptr %v20, double %v21) ]
  br label %join
more:
  %d1 = sub i64 %d, 1
  %t1 = call token (i64, i32, ptr, i32, i32, ...) @llvm.experimental.gc.statepoint.p0(i64 1048577, i32 0, ptr elementtype(i64 (i64)) @h, i32 1, i32 0, i64 %d1, i32 0, i32 0) [ "deopt"(i64 %v0, i32 %v1, ptr %v2, double %v3, float %v4, <4 x i32> %v5, i64 %v6, i32 %v7, ptr %v8, double %v9, float %v10, <4 x i32> %v11, i64 %v12, i32 %v13, ptr %v14, double %v15, float %v16, <4 x i32> %v17, i64 %v18, i32 %v19, ptr %v20, double %v21) ]
  %r1 = call i64 @llvm.experimental.gc.result.i64(token %t1)
  br label %join
join:
  %r = phi i64 [0,%bottom],[%r1,%more]
  %u0 = call i64 @use64(i64 %v0)
  %s0 = add i64 %r, %u0
  %u1 = call i64 @use32(i32 %v1)
  %s1 = add i64 %s0, %u1
  %u2 = call i64 @usep(ptr %v2)
  %s2 = add i64 %s1, %u2
  %u3 = call i64 @used(double %v3)
  %s3 = add i64 %s2, %u3
  %u4 = call i64 @usef(float %v4)
  %s4 = add i64 %s3, %u4
  %u5 = call i64 @usev(<4 x i32> %v5)
  %s5 = add i64 %s4, %u5
  %u6 = call i64 @use64(i64 %v6)
  %s6 = add i64 %s5, %u6
  %u7 = call i64 @use32(i32 %v7)
  %s7 = add i64 %s6, %u7
  %u8 = call i64 @usep(ptr %v8)
  %s8 = add i64 %s7, %u8
  %u9 = call i64 @used(double %v9)
  %s9 = add i64 %s8, %u9
  %u10 = call i64 @usef(float %v10)
  %s10 = add i64 %s9, %u10
  %u11 = call i64 @usev(<4 x i32> %v11)
  %s11 = add i64 %s10, %u11
  %u12 = call i64 @use64(i64 %v12)
  %s12 = add i64 %s11, %u12
  %u13 = call i64 @use32(i32 %v13)
  %s13 = add i64 %s12, %u13
  %u14 = call i64 @usep(ptr %v14)
  %s14 = add i64 %s13, %u14
  %u15 = call i64 @used(double %v15)
  %s15 = add i64 %s14, %u15
  %u16 = call i64 @usef(float %v16)
  %s16 = add i64 %s15, %u16
  %u17 = call i64 @usev(<4 x i32> %v17)
  %s17 = add i64 %s16, %u17
  %u18 = call i64 @use64(i64 %v18)
  %s18 = add i64 %s17, %u18
  %u19 = call i64 @use32(i32 %v19)
  %s19 = add i64 %s18, %u19
  %u20 = call i64 @usep(ptr %v20)
  %s20 = add i64 %s19, %u20
  %u21 = call i64 @used(double %v21)
  %s21 = add i64 %s20, %u21
  ret i64 %s21
}
define i64 @g.resume(ptr %rec) uwtable section ".text.resume.g" gc "statepoint-example" {
  %site = load i64, ptr %rec
  %p0 = getelementptr i8, ptr %rec, i64 32
  %v0 = load i64, ptr %p0, align 4
  %p1 = getelementptr i8, ptr %rec, i64 40
  %v1 = load i32, ptr %p1, align 4
  %p2 = getelementptr i8, ptr %rec, i64 48
  %v2 = load ptr, ptr %p2, align 4
  %p3 = getelementptr i8, ptr %rec, i64 56
  %v3 = load double, ptr %p3, align 4
  %p4 = getelementptr i8, ptr %rec, i64 64
  %v4 = load float, ptr %p4, align 4
  %p5 = getelementptr i8, ptr %rec, i64 72
  %v5 = load <4 x i32>, ptr %p5, align 4
  %p6 = getelementptr i8, ptr %rec, i64 88
  %v6 = load i64, ptr %p6, align 4
  %p7 = getelementptr i8, ptr %rec, i64 96
  %v7 = load i32, ptr %p7, align 4
  %p8 = getelementptr i8, ptr %rec, i64 104
  %v8 = load ptr, ptr %p8, align 4
  %p9 = getelementptr i8, ptr %rec, i64 112
  %v9 = load double, ptr %p9, align 4
  %p10 = getelementptr i8, ptr %rec, i64 120
  %v10 = load float, ptr %p10, align 4
  %p11 = getelementptr i8, ptr %rec, i64 128
  %v11 = load <4 x i32>, ptr %p11, align 4
  %p12 = getelementptr i8, ptr %rec, i64 144
  %v12 = load i64, ptr %p12, align 4
  %p13 = getelementptr i8, ptr %rec, i64 152
  %v13 = load i32, ptr %p13, align 4
  %p14 = getelementptr i8, ptr %rec, i64 160
  %v14 = load ptr, ptr %p14, align 4
  %p15 = getelementptr i8, ptr %rec, i64 168
  %v15 = load double, ptr %p15, align 4
  %p16 = getelementptr i8, ptr %rec, i64 176
  %v16 = load float, ptr %p16, align 4
  %p17 = getelementptr i8, ptr %rec, i64 184
  %v17 = load <4 x i32>, ptr %p17, align 4
  %p18 = getelementptr i8, ptr %rec, i64 200
  %v18 = load i64, ptr %p18, align 4
  %p19 = getelementptr i8, ptr %rec, i64 208
  %v19 = load i32, ptr %p19, align 4
  %p20 = getelementptr i8, ptr %rec, i64 216
  %v20 = load ptr, ptr %p20, align 4
  %p21 = getelementptr i8, ptr %rec, i64 224
  %v21 = load double, ptr %p21, align 4
  %q = getelementptr i8, ptr %rec, i64 8
  %nx = load ptr, ptr %q
  %e = getelementptr i8, ptr %rec, i64 16
  %fn = load ptr, ptr %e
  %t0 = call token (i64, i32, ptr, i32, i32, ...) @llvm.experimental.gc.statepoint.p0(i64 2097151, i32 0, ptr elementtype(i64 (ptr)) %fn, i32 1, i32 0, ptr %nx, i32 0, i32 0) [ "deopt"(i64 %site, i64 %v0, i32 %v1, ptr %v2, double %v3, float %v4, <4 x i32> %v5, i64 %v6, i32 %v7, ptr %v8, double %v9, float %v10, <4 x i32> %v11, i64 %v12, i32 %v13, ptr %v14, double %v15, float %v16, <4 x i32> %v17, i64 %v18, i32 %v19, ptr %v20, double %v21) ]
  %r = call i64 @llvm.experimental.gc.result.i64(token %t0)
  %u0 = call i64 @use64(i64 %v0)
  %s0 = add i64 %r, %u0
  %u1 = call i64 @use32(i32 %v1)
  %s1 = add i64 %s0, %u1
  %u2 = call i64 @usep(ptr %v2)
  %s2 = add i64 %s1, %u2
  %u3 = call i64 @used(double %v3)
  %s3 = add i64 %s2, %u3
  %u4 = call i64 @usef(float %v4)
  %s4 = add i64 %s3, %u4
  %u5 = call i64 @usev(<4 x i32> %v5)
  %s5 = add i64 %s4, %u5
  %u6 = call i64 @use64(i64 %v6)
  %s6 = add i64 %s5, %u6
  %u7 = call i64 @use32(i32 %v7)
  %s7 = add i64 %s6, %u7
  %u8 = call i64 @usep(ptr %v8)
  %s8 = add i64 %s7, %u8
  %u9 = call i64 @used(double %v9)
  %s9 = add i64 %s8, %u9
  %u10 = call i64 @usef(float %v10)
  %s10 = add i64 %s9, %u10
  %u11 = call i64 @usev(<4 x i32> %v11)
  %s11 = add i64 %s10, %u11
  %u12 = call i64 @use64(i64 %v12)
  %s12 = add i64 %s11, %u12
  %u13 = call i64 @use32(i32 %v13)
  %s13 = add i64 %s12, %u13
  %u14 = call i64 @usep(ptr %v14)
  %s14 = add i64 %s13, %u14
  %u15 = call i64 @used(double %v15)
  %s15 = add i64 %s14, %u15
  %u16 = call i64 @usef(float %v16)
  %s16 = add i64 %s15, %u16
  %u17 = call i64 @usev(<4 x i32> %v17)
  %s17 = add i64 %s16, %u17
  %u18 = call i64 @use64(i64 %v18)
  %s18 = add i64 %s17, %u18
  %u19 = call i64 @use32(i32 %v19)
  %s19 = add i64 %s18, %u19
  %u20 = call i64 @usep(ptr %v20)
  %s20 = add i64 %s19, %u20
  %u21 = call i64 @used(double %v21)
  %s21 = add i64 %s20, %u21
  ret i64 %s21
}
@__popcorn_sites.g = internal constant <{ ptr, ptr, i32, i32, i32, i32, [25 x i8], [7 x i8], i32, i8, i8, i16, [22 x i16], [4 x i8], i32, i8, i8, i16, [22 x i16], [4 x i8] }> <{ ptr @g, ptr @g.resume, i32 1, i32 25, i32 2, i32 0, [25 x i8] [i8 2, i8 1, i8 3, i8 5, i8 4, i8 6, i8 7, i8 2, i8 1, i8 3, i8 5, i8 4, i8 6, i8 7, i8 2, i8 1, i8 3, i8 5, i8 4, i8 6, i8 7, i8 2, i8 1, i8 3, i8 5], [7 x i8] zeroinitializer, i32 11, i8 0, i8 0, i16 22, [22 x i16] [i16 0, i16 1, i16 2, i16 3, i16 4, i16 5, i16 7, i16 8, i16 9, i16 10, i16 11, i16 12, i16 14, i16 15, i16 16, i16 17, i16 18, i16 19, i16 21, i16 22, i16 23, i16 24], [4 x i8] zeroinitializer, i32 21, i8 0, i8 0, i16 22, [22 x i16] [i16 0, i16 1, i16 2, i16 3, i16 4, i16 5, i16 7, i16 8, i16 9, i16 10, i16 11, i16 12, i16 14, i16 15, i16 16, i16 17, i16 18, i16 19, i16 21, i16 22, i16 23, i16 24], [4 x i8] zeroinitializer }>, section ".popcorn.sites", align 8
define i64 @h(i64 %d) uwtable "frame-pointer"="all" section ".text.h" gc "statepoint-example" {
  %v0 = call i64 @mk64(i64 %d, i64 0)
  %v1.w = call i64 @mk64(i64 %d, i64 1)
  %v1 = trunc i64 %v1.w to i32
  %v2.w = call i64 @mk64(i64 %d, i64 2)
  %v2 = inttoptr i64 %v2.w to ptr
  %v3 = call double @mkd(i64 %d, i64 3)
  %v4 = call float @mkf(i64 %d, i64 4)
  %v5 = call <4 x i32> @mkv(i64 %d, i64 5)
  %v6 = call i64 @mk64(i64 %d, i64 6)
  %v7.w = call i64 @mk64(i64 %d, i64 7)
  %v7 = trunc i64 %v7.w to i32
  %v8.w = call i64 @mk64(i64 %d, i64 8)
  %v8 = inttoptr i64 %v8.w to ptr
  %v9 = call double @mkd(i64 %d, i64 9)
  %v10 = call float @mkf(i64 %d, i64 10)
  %v11 = call <4 x i32> @mkv(i64 %d, i64 11)
  %v12 = call i64 @mk64(i64 %d, i64 12)
  %v13 = call i64 @mk64(i64 %d, i64 13)
  %v14 = call i64 @mk64(i64 %d, i64 14)
  %v15 = call i64 @mk64(i64 %d, i64 15)
  %v16 = call i64 @mk64(i64 %d, i64 16)
  %v17 = call i64 @mk64(i64 %d, i64 17)
  %v18 = call i64 @mk64(i64 %d, i64 18)
  %c = icmp eq i64 %d, 0
  br i1 %c, label %bottom, label %more
bottom:
  %t0 = call token (i64, i32, ptr, i32, i32, ...) @llvm.experimental.gc.statepoint.p0(i64 2097152, i32 0, ptr elementtype(void ()) @leaf, i32 0, i32 0, i32 0, i32 0) [ "deopt"(i64 %v0, i32 %v1, ptr %v2, double %v3, float %v4, <4 x i32> %v5, i64 %v6, i32 %v7, ptr %v8, double %v9, float %v10, <4 x i32> %v11, i64 %v12, i64 %v13, i64 %v14, i64 %v15, i64 %v16, i64 %v17, i64 %v18) ]
  br label %join
more:
  %d1 = sub i64 %d, 1
  %t1 = call token (i64, i32, ptr, i32, i32, ...) @llvm.experimental.gc.statepoint.p0(i64 2097153, i32 0, ptr elementtype(i64 (i64)) @f, i32 1, i32 0, i64 %d1, i32 0, i32 0) [ "deopt"(i64 %v0, i32 %v1, ptr %v2, double %v3, float %v4, <4 x i32> %v5, i64 %v6, i32 %v7, ptr %v8, double %v9, float %v10, <4 x i32> %v11, i64 %v12, i64 %v13, i64 %v14, i64 %v15, i64 %v16, i64 %v17, i64 %v18) ]
  %r1 = call i64 @llvm.experimental.gc.result.i64(token %t1)
  br label %join
join:
  %r = phi i64 [0,%bottom],[%r1,%more]
  %u0 = call i64 @use64(i64 %v0)
  %s0 = add i64 %r, %u0
  %u1 = call i64 @use32(i32 %v1)
  %s1 = add i64 %s0, %u1
  %u2 = call i64 @usep(ptr %v2)
  %s2 = add i64 %s1, %u2
  %u3 = call i64 @used(double %v3)
  %s3 = add i64 %s2, %u3
  %u4 = call i64 @usef(float %v4)
  %s4 = add i64 %s3, %u4
  %u5 = call i64 @usev(<4 x i32> %v5)
  %s5 = add i64 %s4, %u5
  %u6 = call i64 @use64(i64 %v6)
  %s6 = add i64 %s5, %u6
  %u7 = call i64 @use32(i32 %v7)
  %s7 = add i64 %s6, %u7
  %u8 = call i64 @usep(ptr %v8)
  %s8 = add i64 %s7, %u8
  %u9 = call i64 @used(double %v9)
  %s9 = add i64 %s8, %u9
  %u10 = call i64 @usef(float %v10)
  %s10 = add i64 %s9, %u10
  %u11 = call i64 @usev(<4 x i32> %v11)
  %s11 = add i64 %s10, %u11
  %u12 = call i64 @use64(i64 %v12)
  %s12 = add i64 %s11, %u12
  %u13 = call i64 @use64(i64 %v13)
  %s13 = add i64 %s12, %u13
  %u14 = call i64 @use64(i64 %v14)
  %s14 = add i64 %s13, %u14
  %u15 = call i64 @use64(i64 %v15)
  %s15 = add i64 %s14, %u15
  %u16 = call i64 @use64(i64 %v16)
  %s16 = add i64 %s15, %u16
  %u17 = call i64 @use64(i64 %v17)
  %s17 = add i64 %s16, %u17
  %u18 = call i64 @use64(i64 %v18)
  %s18 = add i64 %s17, %u18
  ret i64 %s18
}
define i64 @h.resume(ptr %rec) uwtable section ".text.resume.h" gc "statepoint-example" {
  %site = load i64, ptr %rec
  %p0 = getelementptr i8, ptr %rec, i64 32
  %v0 = load i64, ptr %p0, align 4
  %p1 = getelementptr i8, ptr %rec, i64 40
  %v1 = load i32, ptr %p1, align 4
  %p2 = getelementptr i8, ptr %rec, i64 48
  %v2 = load ptr, ptr %p2, align 4
  %p3 = getelementptr i8, ptr %rec, i64 56
  %v3 = load double, ptr %p3, align 4
  %p4 = getelementptr i8, ptr %rec, i64 64
  %v4 = load float, ptr %p4, align 4
  %p5 = getelementptr i8, ptr %rec, i64 72
  %v5 = load <4 x i32>, ptr %p5, align 4
  %p6 = getelementptr i8, ptr %rec, i64 88
  %v6 = load i64, ptr %p6, align 4
  %p7 = getelementptr i8, ptr %rec, i64 96
  %v7 = load i32, ptr %p7, align 4
  %p8 = getelementptr i8, ptr %rec, i64 104
  %v8 = load ptr, ptr %p8, align 4
  %p9 = getelementptr i8, ptr %rec, i64 112
  %v9 = load double, ptr %p9, align 4
  %p10 = getelementptr i8, ptr %rec, i64 120
  %v10 = load float, ptr %p10, align 4
  %p11 = getelementptr i8, ptr %rec, i64 128
  %v11 = load <4 x i32>, ptr %p11, align 4
  %p12 = getelementptr i8, ptr %rec, i64 144
  %v12 = load i64, ptr %p12, align 4
  %p13 = getelementptr i8, ptr %rec, i64 152
  %v13 = load i64, ptr %p13, align 4
  %p14 = getelementptr i8, ptr %rec, i64 160
  %v14 = load i64, ptr %p14, align 4
  %p15 = getelementptr i8, ptr %rec, i64 168
  %v15 = load i64, ptr %p15, align 4
  %p16 = getelementptr i8, ptr %rec, i64 176
  %v16 = load i64, ptr %p16, align 4
  %p17 = getelementptr i8, ptr %rec, i64 184
  %v17 = load i64, ptr %p17, align 4
  %p18 = getelementptr i8, ptr %rec, i64 192
  %v18 = load i64, ptr %p18, align 4
  %q = getelementptr i8, ptr %rec, i64 8
  %nx = load ptr, ptr %q
  %e = getelementptr i8, ptr %rec, i64 16
  %fn = load ptr, ptr %e
  %t0 = call token (i64, i32, ptr, i32, i32, ...) @llvm.experimental.gc.statepoint.p0(i64 3145727, i32 0, ptr elementtype(i64 (ptr)) %fn, i32 1, i32 0, ptr %nx, i32 0, i32 0) [ "deopt"(i64 %site, i64 %v0, i32 %v1, ptr %v2, double %v3, float %v4, <4 x i32> %v5, i64 %v6, i32 %v7, ptr %v8, double %v9, float %v10, <4 x i32> %v11, i64 %v12, i64 %v13, i64 %v14, i64 %v15, i64 %v16, i64 %v17, i64 %v18) ]
  %r = call i64 @llvm.experimental.gc.result.i64(token %t0)
  %u0 = call i64 @use64(i64 %v0)
  %s0 = add i64 %r, %u0
  %u1 = call i64 @use32(i32 %v1)
  %s1 = add i64 %s0, %u1
  %u2 = call i64 @usep(ptr %v2)
  %s2 = add i64 %s1, %u2
  %u3 = call i64 @used(double %v3)
  %s3 = add i64 %s2, %u3
  %u4 = call i64 @usef(float %v4)
  %s4 = add i64 %s3, %u4
  %u5 = call i64 @usev(<4 x i32> %v5)
  %s5 = add i64 %s4, %u5
  %u6 = call i64 @use64(i64 %v6)
  %s6 = add i64 %s5, %u6
  %u7 = call i64 @use32(i32 %v7)
  %s7 = add i64 %s6, %u7
  %u8 = call i64 @usep(ptr %v8)
  %s8 = add i64 %s7, %u8
  %u9 = call i64 @used(double %v9)
  %s9 = add i64 %s8, %u9
  %u10 = call i64 @usef(float %v10)
  %s10 = add i64 %s9, %u10
  %u11 = call i64 @usev(<4 x i32> %v11)
  %s11 = add i64 %s10, %u11
  %u12 = call i64 @use64(i64 %v12)
  %s12 = add i64 %s11, %u12
  %u13 = call i64 @use64(i64 %v13)
  %s13 = add i64 %s12, %u13
  %u14 = call i64 @use64(i64 %v14)
  %s14 = add i64 %s13, %u14
  %u15 = call i64 @use64(i64 %v15)
  %s15 = add i64 %s14, %u15
  %u16 = call i64 @use64(i64 %v16)
  %s16 = add i64 %s15, %u16
  %u17 = call i64 @use64(i64 %v17)
  %s17 = add i64 %s16, %u17
  %u18 = call i64 @use64(i64 %v18)
  %s18 = add i64 %s17, %u18
  ret i64 %s18
}
@__popcorn_sites.h = internal constant <{ ptr, ptr, i32, i32, i32, i32, [21 x i8], [3 x i8], i32, i8, i8, i16, [19 x i16], [2 x i8], i32, i8, i8, i16, [19 x i16], [2 x i8] }> <{ ptr @h, ptr @h.resume, i32 2, i32 21, i32 2, i32 0, [21 x i8] [i8 2, i8 1, i8 3, i8 5, i8 4, i8 6, i8 7, i8 2, i8 1, i8 3, i8 5, i8 4, i8 6, i8 7, i8 2, i8 2, i8 2, i8 2, i8 2, i8 2, i8 2], [3 x i8] zeroinitializer, i32 12, i8 0, i8 0, i16 19, [19 x i16] [i16 0, i16 1, i16 2, i16 3, i16 4, i16 5, i16 7, i16 8, i16 9, i16 10, i16 11, i16 12, i16 14, i16 15, i16 16, i16 17, i16 18, i16 19, i16 20], [2 x i8] zeroinitializer, i32 22, i8 0, i8 0, i16 19, [19 x i16] [i16 0, i16 1, i16 2, i16 3, i16 4, i16 5, i16 7, i16 8, i16 9, i16 10, i16 11, i16 12, i16 14, i16 15, i16 16, i16 17, i16 18, i16 19, i16 20], [2 x i8] zeroinitializer }>, section ".popcorn.sites", align 8
