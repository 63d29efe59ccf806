-- The garbage collector under stress: many short-lived objects in both modes, finalizers and their order, weak values, ephemerons, counting.
collectgarbage("incremental", 200, 400)
local live = {}
for i = 1, 600 do
  live[i % 50] = { i, tostring(i), { i } }
end
local s = 0
for _, v in pairs(live) do s = s + v[1] + #v[2] + v[3][1] end
print(s)
local order = {}
for i = 1, 5 do setmetatable({}, { __gc = function() order[#order + 1] = i end }) end
collectgarbage()
print(table.concat(order, " "))
local values = setmetatable({}, { __mode = "v" })
local kept = { 7 }
for i = 1, 20 do values[i] = i == 7 and kept or { i } end
collectgarbage()
local n = 0
for _, v in pairs(values) do n = n + v[1] end
print(n, kept[1])
local eph = setmetatable({}, { __mode = "k" })
do
  local k = {}
  eph[k] = { k }
end
collectgarbage()
print(next(eph))
collectgarbage("generational")
local list
for i = 1, 400 do list = { value = i, next = i % 100 ~= 0 and list or nil } end
n = 0
while list do n = n + 1; list = list.next end
print(n)
collectgarbage("incremental")
local text = {}
for i = 1, 100 do text[#text + 1] = ("%d:%s"):format(i, ("x"):rep(i % 7)) end
local joined = table.concat(text)
print(#joined, joined:sub(1, 20))
collectgarbage("stop")
print(collectgarbage("isrunning"))
collectgarbage("restart")
print(collectgarbage("isrunning"), collectgarbage("count") > 0, collectgarbage("step"))
local resurrected
do
  local x = setmetatable({ name = "phoenix" }, { __gc = function(o) resurrected = o end })
  x = nil
end
collectgarbage()
print(resurrected.name)
local trees = 0
local function tree(d) if d == 0 then trees = trees + 1; return {} end return { tree(d - 1), tree(d - 1) } end
for _ = 1, 2 do tree(5) end
print(trees)
