-- Where a story stands in the list by first publication: as that was known when the story came. It stays there when an article
-- with another date comes or goes. Null as long as the story is first published when it was then, so that no row is written
-- for it, neither here nor by whoever puts stories.
alter table story        add column first_known timestamptz;
-- Of a story that comes again after it expired.
alter table story_expiry add column first_known timestamptz;

-- Here and not where stories are put: an older version may put them, too, while one takes the other's place.
create function keep_first_known() returns trigger language plpgsql as $$
begin
    new.first_known := old.first_published;
    return new;
end $$;

create trigger story_first_otherwise before update on story
    for each row when (old.first_known is null and new.first_published is distinct from old.first_published)
    execute function keep_first_known();

create index story_by_first_known on story (coalesce(first_known, first_published) desc, id desc) where merged_into is null;
drop index story_by_first;

drop index story_by_number;
create index story_by_number on story (number) include (id, updated, first_known, first_published, article_count, change)
    where merged_into is null;
