-- Who told what, when and after whom: counted anew every now and then, from what the stories hold.
alter table membership
    add column host      text generated always as (member -> 'publisher' ->> 'host') stored,
    add column publisher text generated always as (member -> 'publisher' ->> 'name') stored,
    add column language  text generated always as (member ->> 'language') stored,
    add column published text generated always as (member -> 'published' ->> 'at') stored,
    add column precision text generated always as (member -> 'published' ->> 'precision') stored;

alter table article
    add column agencies text generated always as (nullif(body #>> '{credits,agencies}', '[]')) stored;

create index article_by_credit on article (id) include (agencies) where agencies is not null;

-- A publisher's host, in each period.
create table outlet (
    period     text   not null,
    host       text   not null,
    name       text   not null,
    languages  text[] not null,
    articles   int    not null,
    stories    int    not null,
    originated int    not null,
    retold     int    not null,
    lag_median bigint,
    lag_slow   bigint,
    credits    json   not null,
    retells    json   not null,
    primary key (period, host)
);

create index outlet_by_articles   on outlet (period, articles desc, host desc);
create index outlet_by_stories    on outlet (period, stories desc, host desc);
create index outlet_by_originated on outlet (period, originated desc, host desc);
create index outlet_by_retold     on outlet (period, retold desc, host desc);

-- All outlets together, and when they were counted.
create table outlet_count (
    period     text primary key,
    as_of      timestamptz not null,
    outlets    int         not null,
    stories    int         not null,
    several    int         not null,
    lag_median bigint,
    lag_slow   bigint,
    credits    json        not null
);
