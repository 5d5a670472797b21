alter table ingest.seen_entries add column link text;
alter table ingest.seen_entries add column date text;
alter table ingest.seen_entries add column text_print text;
alter table ingest.seen_entries add column first_url text;
alter table ingest.seen_entries add column first_page_url text;
alter table ingest.seen_entries add column first_claims text[] not null default '{}';

comment on column ingest.seen_entries.link is 'as it was sent last';
comment on column ingest.seen_entries.date is 'published, or else updated, as it was sent last';
comment on column ingest.seen_entries.text_print is 'digest of its text without its title; absent where that is too short to tell anything';
comment on column ingest.seen_entries.first_url is 'the link under which it was sent first; absent where nobody knows';
comment on column ingest.seen_entries.first_page_url is 'where its page was found then';
comment on column ingest.seen_entries.first_claims is 'what that page said about its own address: rel=canonical, og:url';
