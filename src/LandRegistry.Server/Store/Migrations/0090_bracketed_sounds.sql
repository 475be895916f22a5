-- Texts copied from web pages carry the sound of a letter in brackets behind it: 經(jīng)開區 is 经开区.

alter function registry.folded(text) rename to folded_letters;
comment on function registry.folded_letters(text) is 'The text in simplified letters and half-width signs, letter by letter.';

-- A sound has a tone; other words in brackets stay, they are part of the name.
create function registry.folded(words text) returns text language sql stable as $$
    select registry.folded_letters(
        case when words ~ '[(（][a-z]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]'
             then regexp_replace(words, '([〇㐀-鿿])[(（][a-z]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-z]*[)）]', '\1', 'g')
             else words end)
$$;
comment on function registry.folded(text) is 'The text in simplified letters and half-width signs, without sounds that stand in brackets behind their letter.';

select registry.refresh_search(array_agg(s.parcel_id))
from registry.parcel_search s
where s.content ~ '[(（][a-z]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]'
having count(*) > 0;
