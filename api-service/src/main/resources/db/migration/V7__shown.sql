-- What answers show is kept beside what it was made of. Rows of before have none: theirs is made when it is asked for.
alter table story add column shown text;
alter table membership
    add column shown       text,
    -- Of the member as it was told: the same again need not be written again.
    add column fingerprint bigint;
-- Whether the body has every field, as answers show it.
alter table evidence add column whole boolean not null default false;

-- Who writes them knows them: reading each record again for each of them is slow.
alter table membership
    alter column host      drop expression,
    alter column publisher drop expression,
    alter column language  drop expression,
    alter column published drop expression,
    alter column precision drop expression;
alter table article alter column agencies drop expression;
