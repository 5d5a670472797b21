-- Where articles were before their newest revision.
create table article_was_at (
    article_id text not null references article on delete cascade,
    url_key    text not null
);

create index article_was_at_by_article on article_was_at (article_id);
-- URLs may be longer than an entry of a B-tree.
create index article_was_at_by_url_key on article_was_at using hash (url_key);
