create table ingest.page_looks (
    feed_id       text        not null references ingest.feeds (id) on delete cascade,
    identity      text        not null,
    article_key   text        not null,
    item          text        not null,
    substance     text        not null,
    etag          text,
    last_modified text,
    sent          timestamptz not null,
    looks         integer     not null,
    due           timestamptz not null,
    primary key (feed_id, identity)
);

create index page_looks_due on ingest.page_looks (due);

comment on table ingest.page_looks is 'pages that were sent and are looked at again, by whichever instance';
comment on column ingest.page_looks.item is 'as it was sent, without its body';
comment on column ingest.page_looks.substance is 'digest of the prose as it was sent last';
comment on column ingest.page_looks.due is 'while somebody looks, when another may';
