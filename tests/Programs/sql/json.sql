-- JSON: reading, building, changing, walking, aggregating, and what is refused.
CREATE TABLE j(id INTEGER PRIMARY KEY, doc TEXT);
INSERT INTO j VALUES(1, '{"name":"ann","age":31,"tags":["a","b"],"home":{"city":"Oslo","zip":null}}'), (2, '{"name":"bob","age":27.5,"tags":[],"ok":true}'), (3, '[1,2,[3,[4,5]],{"x":"\u00e9\n"}]');
SELECT id, json_valid(doc), json_type(doc), json_extract(doc, '$.name'), doc ->> '$.home.city', doc -> '$.tags' FROM j;
SELECT json_extract(doc, '$[2][1][0]', '$[#-1].x'), json_array_length(doc) FROM j WHERE id = 3;
SELECT j.id, t.key, t.value, t.type, t.fullkey FROM j, json_each(j.doc, '$.tags') t ORDER BY 1, 2;
SELECT t.fullkey, t.type, t.atom FROM j, json_tree(doc) t WHERE j.id = 3;
SELECT json_set(doc, '$.age', 32, '$.new', json('[1]')), json_remove(doc, '$.tags', '$.home'), json_replace(doc, '$.nope', 1), json_insert(doc, '$.tags[#]', 'c') FROM j WHERE id = 1;
SELECT json_object('a', 1, 'b', json_array(1, 2.5, 'x', NULL)), json_quote('he said "hi"'), json(' { "a" : [ 1 , 2 ] } '), json_patch('{"a":1,"b":2}', '{"b":null,"c":3}');
SELECT json_group_array(doc ->> '$.name'), json_group_object(id, json_type(doc)) FROM j;
SELECT json('{bad'); SELECT json_valid('{"a":}'), json_extract('{"a":1}', 'a');
UPDATE j SET doc = json_set(doc, '$.age', (doc ->> '$.age') + 1) WHERE doc ->> '$.age' > 30; SELECT doc ->> '$.age' FROM j;
CREATE INDEX byname ON j(doc ->> '$.name'); EXPLAIN QUERY PLAN SELECT id FROM j WHERE doc ->> '$.name' = 'bob'; SELECT id FROM j WHERE doc ->> '$.name' = 'bob';
