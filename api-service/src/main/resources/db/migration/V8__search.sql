-- The way from an article that says the words to its story, and to its place in a list, is read in indexes alone.
alter table membership drop constraint membership_pkey;
alter table membership add primary key (article_id) include (story_id);

create index story_places on story (id) include (updated, first_published, article_count, change)
    where merged_into is null;

-- So are the stories that were updated since some moment and began before another.
drop index story_by_updated;
create index story_by_updated on story (updated desc, id desc) include (first_published) where merged_into is null;
