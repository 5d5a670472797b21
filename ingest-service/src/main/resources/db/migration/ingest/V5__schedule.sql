alter table ingest.feeds add column site text;
alter table ingest.feeds add column quiet_times text not null default '';
alter table ingest.feeds add column longest_silence_ms bigint not null default 0;
alter table ingest.feeds add column silences integer not null default 0;

create index feeds_site on ingest.feeds (site);

comment on column ingest.feeds.site is 'whose turns it has to wait for; absent where it is asked at will';
comment on column ingest.feeds.quiet_times is 'hours (UTC) and days at which its publisher asks not to be asked';
comment on column ingest.feeds.longest_silence_ms is 'the longest silence that it ended lately';
comment on column ingest.feeds.silences is 'how many silences were seen, up to those that make a habit';

create table ingest.arrivals (
    way       text        primary key,
    last_item timestamptz not null
);

insert into ingest.arrivals (way, last_item) values ('set-up', now());

comment on table ingest.arrivals is 'when anything arrived last, by way, at whichever instance';
