-- What operators said and did not take back.
create table correction (
    id       text primary key,
    position bigint not null,
    body     json   not null
);

create index correction_by_position on correction (position);
