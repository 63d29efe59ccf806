-- What bench/quality.sh measures: inserts, an index, a join, updates, grouping and JSON.
create table t(a integer primary key,b,c text);
with recursive n(i) as (select 1 union all select i+1 from n where i<3000) insert into t select i,(i*7919)%3001,'name'||i from n;
create index ti on t(b);
select count(*),sum(b),max(c) from t where b between 100 and 2000;
select t1.a,t2.c from t t1 join t t2 on t1.b=t2.a where t1.a%100=0 order by t2.c limit 5;
update t set c=upper(c) where a%3=0; delete from t where a%7=0;
select substr(c,1,5),count(*),avg(b) from t group by 1 order by 2 desc limit 5;
select json_extract('{"a":[1,2,{"b":3}]}','$.a[2].b');
