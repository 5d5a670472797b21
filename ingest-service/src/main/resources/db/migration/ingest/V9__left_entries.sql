create index seen_entries_date on ingest.seen_entries (feed_id, date) where date is not null;

comment on index ingest.seen_entries_date is 'finds what a feed tells under another name, among what left it';
