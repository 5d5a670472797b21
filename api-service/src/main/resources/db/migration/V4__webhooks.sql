-- Who wants to be told what happens to stories. Unlike the rest, none of this can be read again from the topics.
create table webhook (
    id                  text primary key,
    url                 text        not null,
    description         text,
    state               text        not null,
    because             text,
    kinds               text[]      not null,
    filter              json        not null,
    secret              text        not null,
    former_secret       text,
    former_secret_until timestamptz,
    created             timestamptz not null,
    -- Its place among the events: those up to it were looked at. What is not newer than the time is never told.
    position            bigint      not null,
    newer_than          timestamptz not null,
    failures            int         not null default 0,
    failing_since       timestamptz,
    last_success        timestamptz,
    rests_until         timestamptz,
    -- One instance at a time tells it something.
    leased_by           text,
    leased_until        timestamptz
);

-- Stories that a webhook with a filter was told of, so that it hears how they go on.
create table webhook_story (
    webhook_id text not null references webhook on delete cascade,
    story_id   text not null,
    primary key (webhook_id, story_id)
);

-- What is to be told, and what was. It holds no word of an article: stories are looked up when they are told.
create table webhook_delivery (
    id          text primary key,
    seq         bigint generated always as identity,
    webhook_id  text        not null references webhook on delete cascade,
    type        text        not null,
    story_id    text,
    event       json,
    state       text        not null,
    created     timestamptz not null,
    attempts    int         not null default 0,
    first_tried timestamptz,
    next_try    timestamptz
);

create unique index webhook_delivery_by_webhook on webhook_delivery (webhook_id, seq desc);
create index webhook_delivery_pending           on webhook_delivery (webhook_id, next_try, seq) where state = 'pending';

-- Each time it was told, with what was said on both sides.
create table webhook_attempt (
    delivery_id      text        not null references webhook_delivery on delete cascade,
    number           int         not null,
    at               timestamptz not null,
    milliseconds     int         not null,
    request_headers  json        not null,
    request_body     text,
    status           int,
    answer_headers   json,
    answer_beginning text,
    problem          text,
    -- The articles that may have lent it their title: when one is taken down, bodies go.
    titled_by        text[]      not null,
    withheld         boolean     not null default false,
    primary key (delivery_id, number)
);

create index webhook_attempt_by_title on webhook_attempt using gin (titled_by);
