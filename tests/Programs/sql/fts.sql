-- Full text search, FTS5 and FTS3: matching, phrases, prefixes, NEAR, snippets, ranking, deletes, integrity.
CREATE VIRTUAL TABLE doc USING fts5(title, body, tokenize = 'porter unicode61');
INSERT INTO doc VALUES('Migration', 'A program moves between machines while it runs, and goes on running there'), ('Compilers', 'Compilers compile programs; a compiler is a program too'), ('Linkers', 'The linker joins objects compiled apart'), ('Ünïcode', 'Größe und Maß, naïve café');
SELECT title FROM doc WHERE doc MATCH 'program' ORDER BY rank, title;
SELECT title, snippet(doc, 1, '[', ']', '..', 5) FROM doc WHERE doc MATCH 'compil*' ORDER BY title;
SELECT highlight(doc, 1, '<', '>') FROM doc WHERE doc MATCH '"compiled apart" OR NEAR(moves machines, 3)' ORDER BY rowid;
SELECT title FROM doc WHERE doc MATCH 'body: running NOT title: compilers';
SELECT title FROM doc WHERE doc MATCH 'cafe AND grosse'; SELECT title FROM doc WHERE doc MATCH 'cafe';
SELECT title, round(bm25(doc), 4) FROM doc WHERE doc MATCH 'program' ORDER BY 2;
UPDATE doc SET body = body || ' program program' WHERE title = 'Linkers';
DELETE FROM doc WHERE title = 'Migration';
SELECT rowid, title FROM doc WHERE doc MATCH 'program' ORDER BY rowid;
INSERT INTO doc(doc) VALUES('optimize'); INSERT INTO doc(doc) VALUES('integrity-check');
SELECT count(*) FROM doc WHERE doc MATCH 'nothing'; SELECT * FROM doc WHERE doc MATCH 'AND';
CREATE VIRTUAL TABLE old USING fts4(subject, text);
INSERT INTO old(subject, text) VALUES('one', 'the quick brown fox'), ('two', 'the lazy dog'), ('three', 'quick dogs and slow foxes');
SELECT subject FROM old WHERE old MATCH 'quick' ORDER BY 1; SELECT subject, offsets(old) FROM old WHERE text MATCH 'do*' ORDER BY 1; SELECT snippet(old) FROM old WHERE old MATCH '"brown fox"';
SELECT hex(matchinfo(old)) FROM old WHERE old MATCH 'the' ORDER BY docid;
