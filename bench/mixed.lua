-- What bench/quality.sh measures: calls, tables, sorting, strings, metatables and coroutines.
local function fib(n) if n<2 then return n end return fib(n-1)+fib(n-2) end
local t={} for i=1,3000 do t[i]=(i*7919)%3001 end table.sort(t)
local s=0 for i=1,#t do s=s+t[i]*i end
local parts={} for i=1,2000 do parts[#parts+1]=string.format("%d:%s",i,tostring(i*1.5)) end
local str=table.concat(parts,",") local c=0 for w in str:gmatch("%d+") do c=c+#w end
local mt=setmetatable({},{__index=function(_,k) return k*2 end}) local z=0 for i=1,20000 do z=z+mt[i] end
local co=coroutine.wrap(function() for i=1,5000 do coroutine.yield(i) end end) local y=0 for i=1,5000 do y=y+co() end
print(fib(22),s,c,z,y,#str)
