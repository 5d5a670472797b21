create table ingest.robots (
    origin     text        primary key,
    kind       text        not null,
    content    text        not null,
    good_until timestamptz not null
);

create index robots_good_until on ingest.robots (good_until);

comment on table ingest.robots is 'the robots.txt that were asked for, by whichever instance';
comment on column ingest.robots.kind is 'rules, none, or out-of-reach';
comment on column ingest.robots.content is 'the rules as they were published, or why they cannot be had';
