-- The hour, the half day and the six days in which an article was accepted, counted since 1970 and told apart by what is left
-- when divided by three. Where many articles say a word, the index of words tells with them which of these are recent.
create function periods(accepted timestamptz) returns int[] immutable parallel safe
return array[
    3 * cast(floor(extract(epoch from accepted - timestamptz '1970-01-01 00:00+00') / 3600) as int),
    3 * cast(floor(extract(epoch from accepted - timestamptz '1970-01-01 00:00+00') / 43200) as int) + 1,
    3 * cast(floor(extract(epoch from accepted - timestamptz '1970-01-01 00:00+00') / 518400) as int) + 2
];

create statistics article_periods on (periods(accepted)) from article;

-- One index, whichever dictionary read the words: to think of an index for each of 17 dictionaries took PostgreSQL longer, in
-- each statement of a search, than to find what most people look for.
create index article_by_words on article using gin (words, periods(accepted)) with (gin_pending_list_limit = 16384);
analyze article;

-- Who writes members knows their numbers; an older version does not.
drop trigger member_comes on membership;
create trigger member_comes before insert on membership
    for each row when (new.story_number is null or new.article_number is null) execute function number_members();

-- Last, because nobody reads articles from here to the end.
do $$
declare
    dictionary text;
begin
    foreach dictionary in array array['arabic', 'danish', 'dutch', 'english', 'finnish', 'french', 'german', 'hungarian',
        'italian', 'norwegian', 'portuguese', 'romanian', 'russian', 'simple', 'spanish', 'swedish', 'turkish'] loop
        execute format('drop index article_by_%s_words', dictionary);
    end loop;
end $$;
