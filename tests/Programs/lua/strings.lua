-- The string library: patterns, gsub in its forms, format, pack and unpack, byte and char, utf8.
local text = "The quick brown fox, jumped over 13 lazy dogs; 3.14159 -42 0xff"
print(#text, text:upper(), text:lower():reverse())
print(text:find("fox"), text:find("%d+"), text:find("(%a+) (%a+),"))
print(text:gsub("%w+", { quick = "slow", dogs = 7 }))
print((text:gsub("(%w+) (%w+)", "%2 %1")))
print((text:gsub("%d+", function(d) return "<" .. tonumber(d) * 2 .. ">" end)))
print(text:match("^(%w+)"), text:match("(%-%d+)"), text:match("0x(%x+)$"), text:match("%f[%a]j%a*"))
for k, v in ("a=1, b=two; c=3.5"):gmatch("(%w+)=([%w.]+)") do io.write(k, "->", v, " ") end
print()
print(("f(a(b)c)d"):match("%b()"), ("  trim  "):match("^%s*(.-)%s*$") .. "|")
print(("x"):rep(10, "-"), ("abc"):sub(-2), ("abc"):byte(1, -1))
print(string.format("%5d|%-5d|%05d|%+d|%x|%X|%#o|%c", 42, 42, 42, 42, 255, 255, 8, 65))
print(string.format("%g|%e|%.3f|%10.4f|%-10.2f|%a", 0.1, 12345.678, 2 / 3, math.pi, -1.5, 1.0))
print(string.format("%s|%10s|%-10s|%.2s|%q|%q|%%", "hi", "right", "left", "cut", 'a "q"\n\0z', 1 / 3))
print(string.format("%i %u", -3, 7), tostring(nil), tostring(true), tostring(12), tostring(-0.0), 1e15, 1e100, 2 ^ 53)
local p = string.pack("<i1i2i4i8fdz s2", -1, -2, -3, -4, 1.5, -2.25, "zero", "counted")
print(#p, string.unpack("<i1i2i4i8fdz s2", p))
print(string.unpack(">I3", "\1\2\3"), string.packsize("i4i8"))
print(utf8.char(72, 228, 8364, 128512), utf8.len("häß€😀"), utf8.codepoint("€", 1))
for at, c in utf8.codes("aé€") do io.write(at, ":", c, " ") end
print()
print(tonumber("0x1p4"), tonumber("  12  "), tonumber("1e1"), tonumber("z", 36), tonumber("12a"), math.tointeger("8"))
print("10" + 5, "3" * "4", 10 .. 20, 7 // 2, -7 // 2, 7 % -3, 7.5 // 2, 1 / 0, -1 / 0, 3 | 4, 7 ~ 2, ~0, 1 << 62, 1 >> 1)
print(("a,b,,c"):gsub(",", ";"), ("hello world"):gsub("o", "0", 1), ("abc"):gsub("", "-"))
local words = {}
for w in text:gmatch("%a+") do words[#words + 1] = w end
table.sort(words, function(a, b) return a:lower() < b:lower() end)
print(table.concat(words, ","))
