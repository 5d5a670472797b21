-- What operators had taken down: it is not shown, whatever the topics still tell.
create table takedown (
    id       text primary key,
    position bigint not null,
    url_key  text   not null
);

-- URLs may be longer than an entry of a B-tree.
create index takedown_by_url_key on takedown using hash (url_key);

-- The articles that are meant, as far as they are known, and where they were.
create table taken_down (
    article_id  text not null,
    takedown_id text not null,
    url_key     text,
    primary key (article_id, takedown_id)
);

create index taken_down_by_takedown on taken_down (takedown_id);
create index taken_down_by_url_key on taken_down using hash (url_key);
