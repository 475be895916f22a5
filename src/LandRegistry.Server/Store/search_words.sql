-- $1 words. Each folded, and what in the register sounds like it where it may be pinyin: two letters of the alphabet or more.
select f.word,
       case when f.word ~ '^[a-z]{2,}$' then array(select registry.spelled_as(translate(f.word, 'v', 'u'))) else '{}' end
from unnest($1::text[]) with ordinality as w (word, place)
cross join lateral (select lower(registry.folded(w.word)) as word) f
where f.word <> ''
order by w.place
