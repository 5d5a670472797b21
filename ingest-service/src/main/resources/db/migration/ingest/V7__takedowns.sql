create table ingest.takedowns (
    id          text        primary key,
    url         text        not null,
    article_key text        not null,
    said_by     text        not null,
    reason      text,
    said_at     timestamptz not null,
    lifted      boolean     not null default false,
    announced   boolean     not null default false,
    state       text,
    article_ids text[]      not null default '{}',
    state_at    timestamptz
);

create unique index takedowns_in_force on ingest.takedowns (article_key) where not lifted;
create index takedowns_unannounced on ingest.takedowns (id) where not announced;

comment on column ingest.takedowns.announced is 'whether Kafka has what this row says now';
comment on column ingest.takedowns.state is 'how far it has come, as normalize-service told; null until then';
