create index feeds_moved_to on ingest.feeds (moved_to) where moved_to is not null;
