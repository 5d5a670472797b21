alter table ingest.site_turns add column taken_by text;
alter table ingest.site_turns add column silent_until timestamptz;

comment on column ingest.site_turns.free_at is 'when it may be asked next; while a turn is taken, when that is over at the latest';
comment on column ingest.site_turns.taken_by is 'the turn that is under way';
comment on column ingest.site_turns.silent_until is 'until when the site asked to be left alone';
