create table ingest.feeds (
    id                text        primary key,
    url               text        not null unique,
    moved_to          text,
    title             text,
    folder            text,
    state             text        not null,
    etag              text,
    last_modified     text,
    body_hash         text,
    copy_since        timestamptz,
    last_polled       timestamptz,
    last_outcome      text,
    failures          integer     not null default 0,
    interval_ms       bigint      not null,
    next_poll         timestamptz,
    next_poll_because text,
    last_new_item     timestamptz,
    pages_again       timestamptz,
    items_seen        bigint      not null default 0,
    added             timestamptz not null,
    removed           boolean     not null default false,
    leased_by         text,
    leased_until      timestamptz
);

create index feeds_due on ingest.feeds (next_poll) where not removed;
create index feeds_removed on ingest.feeds (id) where removed;

comment on column ingest.feeds.leased_by is 'the instance that polls it just now';
comment on column ingest.feeds.leased_until is 'after this anybody may take it over';

create table ingest.seen_entries (
    feed_id     text        not null references ingest.feeds (id) on delete cascade,
    identity    text        not null,
    fingerprint text        not null,
    first_seen  timestamptz not null,
    last_seen   timestamptz not null,
    page_tries  integer     not null default 0,
    page_again  timestamptz,
    primary key (feed_id, identity)
);

create index seen_entries_last_seen on ingest.seen_entries (last_seen);
create index seen_entries_page_again on ingest.seen_entries (feed_id, page_again) where page_again is not null;

create table ingest.site_turns (
    site    text        primary key,
    free_at timestamptz not null
);

comment on table ingest.site_turns is 'when a site may be asked next, by whichever instance';
