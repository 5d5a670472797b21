alter table ingest.feeds add column told boolean not null default false;
alter table ingest.feeds add column told_until timestamptz;

comment on column ingest.feeds.told is 'its hub said that it changed, and nobody has looked since';
comment on column ingest.feeds.told_until is 'until when its hub tells of its changes; absent when none does';

create table ingest.subscriptions (
    id       text        primary key,
    feed_id  text        not null unique references ingest.feeds (id) on delete cascade,
    hub      text        not null,
    topic    text        not null,
    secret   text        not null,
    state    text        not null,
    tries    integer     not null default 0,
    next_ask timestamptz not null
);

create index subscriptions_next_ask on ingest.subscriptions (next_ask);

comment on table ingest.subscriptions is 'what hubs were asked to tell of (WebSub)';
comment on column ingest.subscriptions.id is 'the end of our callback''s address, which nobody can guess';
comment on column ingest.subscriptions.state is 'wanted, active, or denied';
comment on column ingest.subscriptions.next_ask is 'when the hub is asked next, for the first time or again';
