-- The read model: everything in it can be read again from the topics.

-- How far each topic was read, in the transaction that applied what was read.
create table reader_position (
    topic       text   not null,
    partition   int    not null,
    topic_id    text   not null,
    next_offset bigint not null,
    primary key (topic, partition)
);

create table story (
    id              text primary key,
    version         bigint      not null,
    change          bigint      not null,
    headline        text        not null,
    languages       text[]      not null,
    agency          text,
    agency_key      text,
    first_published timestamptz not null,
    last_published  timestamptz not null,
    updated         timestamptz not null,
    article_count   int         not null,
    publisher_count int         not null,
    publisher_keys  text[]      not null,
    origin          json,
    merged_into     text
);

create index story_by_updated   on story (updated desc, id desc)         where merged_into is null;
create index story_by_first     on story (first_published desc, id desc) where merged_into is null;
create index story_by_size      on story (article_count desc, id desc)   where merged_into is null;
create index story_by_change    on story (change, id)                    where merged_into is null;
create index retold_by_updated  on story (updated desc, id desc)         where merged_into is null and article_count >= 2;
create index story_by_agency    on story (agency_key, updated desc, id desc) where merged_into is null;
create index story_by_publisher on story using gin (publisher_keys);
create index story_by_language  on story using gin (languages);
create index story_by_survivor  on story (merged_into) where merged_into is not null;

-- One row an article: it cannot be in two stories.
create table membership (
    article_id text primary key,
    story_id   text   not null,
    arrival    bigint not null,
    member     json   not null
);

create index membership_by_story on membership (story_id, arrival);

-- Stories that are too old, and up to which change they are gone.
create table story_expiry (
    story_id text primary key,
    change   bigint      not null,
    at       timestamptz not null
);

create table article (
    id         text primary key,
    position   bigint      not null,
    full_text  boolean     not null,
    url        text        not null,
    url_key    text        not null,
    accepted   timestamptz not null,
    dictionary text        not null,
    words      tsvector    not null,
    body       json        not null
);

create index article_by_words    on article using gin (words);
-- URLs may be longer than an entry of a B-tree.
create index article_by_url_key  on article using hash (url_key);
create index article_by_accepted on article (accepted);

create table evidence (
    article_id text primary key,
    position   bigint not null,
    body       json   not null
);

create table story_event (
    id       text primary key,
    story_id text        not null,
    change   bigint      not null,
    position bigint      not null,
    at       timestamptz not null,
    body     json        not null
);

create index story_event_by_story    on story_event (story_id, change, position);
create index story_event_by_position on story_event (position);
create index story_event_by_at       on story_event (at);

create table feed (
    id       text primary key,
    position bigint  not null,
    title    text    not null,
    failing  boolean not null,
    body     json    not null
);
