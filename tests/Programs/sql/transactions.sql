-- A database in a file: commit, rollback, savepoints, journal modes, vacuum, attach, reading it again.
.open transactions.db
PRAGMA journal_mode = DELETE;
CREATE TABLE account(id INTEGER PRIMARY KEY, owner TEXT, balance INT CHECK(balance >= 0));
BEGIN;
INSERT INTO account VALUES(1, 'ann', 100), (2, 'bob', 50);
COMMIT;
BEGIN IMMEDIATE;
UPDATE account SET balance = balance - 30 WHERE id = 1;
UPDATE account SET balance = balance + 30 WHERE id = 2;
SAVEPOINT risky;
UPDATE account SET balance = balance - 1000 WHERE id = 1;
DELETE FROM account;
SELECT count(*) FROM account;
ROLLBACK TO risky;
RELEASE risky;
COMMIT;
SELECT * FROM account;
BEGIN; DELETE FROM account; ROLLBACK;
SELECT sum(balance) FROM account;
PRAGMA journal_mode = TRUNCATE;
CREATE TABLE filler(x BLOB);
WITH RECURSIVE k(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM k WHERE i < 60) INSERT INTO filler SELECT zeroblob(700 + i) FROM k;
SELECT count(*), sum(length(x)) FROM filler;
PRAGMA page_count;
DELETE FROM filler WHERE rowid % 2;
VACUUM;
PRAGMA page_count; PRAGMA freelist_count;
ATTACH 'other.db' AS other;
CREATE TABLE other.copy AS SELECT * FROM account;
INSERT INTO other.copy SELECT id + 10, owner || '2', balance FROM main.account;
SELECT * FROM other.copy ORDER BY id;
DETACH other;
.open other.db
SELECT count(*) FROM copy;
.open transactions.db
SELECT owner, balance FROM account ORDER BY owner;
PRAGMA integrity_check;
.dump account
