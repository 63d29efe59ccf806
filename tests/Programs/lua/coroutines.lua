-- Coroutines: generators, passing values both ways, wrap, yield across pcall and metamethods, closing, status.
local function range(n) return coroutine.wrap(function() for i = 1, n do coroutine.yield(i) end end) end
local s = 0
for i in range(50) do s = s + i end
print(s)

local co = coroutine.create(function(a, b)
  print("start", a, b)
  local c = coroutine.yield(a + b)
  print("got", c)
  local d, e = coroutine.yield(c * 2)
  return d, e, "done"
end)
print(coroutine.resume(co, 1, 2))
print(coroutine.status(co))
print(coroutine.resume(co, 10))
print(coroutine.resume(co, "x", "y"))
print(coroutine.resume(co))
print(coroutine.status(co), coroutine.isyieldable())

local inner = coroutine.wrap(function()
  local ok, err = pcall(function()
    coroutine.yield("from pcall")
    error({ code = 7 })
  end)
  coroutine.yield(ok, err.code)
  return "end"
end)
print(inner()); print(inner()); print(inner())

-- permutations, a generator that recurses
local function permgen(a, n)
  n = n or #a
  if n <= 1 then coroutine.yield(a) return end
  for i = 1, n do
    a[n], a[i] = a[i], a[n]
    permgen(a, n - 1)
    a[n], a[i] = a[i], a[n]
  end
end
local count, last = 0
for p in coroutine.wrap(function() permgen { 1, 2, 3, 4 } end) do count = count + 1; last = table.concat(p, " ") end
print(count, last)

local producer = coroutine.create(function() for _, w in ipairs { "a", "b", "c" } do coroutine.yield(w) end end)
local consumer = coroutine.create(function()
  local out = {}
  while true do
    local _, v = coroutine.resume(producer)
    if not v then break end
    out[#out + 1] = v:upper()
  end
  return table.concat(out)
end)
print(coroutine.resume(consumer))

local closing = coroutine.create(function()
  local x <close> = setmetatable({}, { __close = function() print("closed inside") end })
  coroutine.yield()
end)
coroutine.resume(closing)
print(coroutine.close(closing), coroutine.status(closing))
local mt = setmetatable({}, { __add = function(a, b) return coroutine.yield(b) end, __index = function(_, k) return coroutine.yield(k) end })
local meta = coroutine.wrap(function() local x = mt + 5; local y = mt.key; return x, y end)
print(meta()); print(meta("five")); print(meta("value"))
