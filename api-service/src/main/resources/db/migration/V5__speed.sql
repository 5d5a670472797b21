-- A dictionary's words have an index of their own: what it finds needs no second look, and as little as possible waits
-- outside of it to be gone through by each search.
drop index article_by_words;
create index article_by_arabic_words on article using gin (words)
    with (gin_pending_list_limit = 512) where dictionary = 'arabic';
create index article_by_danish_words on article using gin (words)
    with (gin_pending_list_limit = 512) where dictionary = 'danish';
create index article_by_dutch_words on article using gin (words)
    with (gin_pending_list_limit = 512) where dictionary = 'dutch';
create index article_by_english_words on article using gin (words)
    with (gin_pending_list_limit = 512) where dictionary = 'english';
create index article_by_finnish_words on article using gin (words)
    with (gin_pending_list_limit = 512) where dictionary = 'finnish';
create index article_by_french_words on article using gin (words)
    with (gin_pending_list_limit = 512) where dictionary = 'french';
create index article_by_german_words on article using gin (words)
    with (gin_pending_list_limit = 512) where dictionary = 'german';
create index article_by_hungarian_words on article using gin (words)
    with (gin_pending_list_limit = 512) where dictionary = 'hungarian';
create index article_by_italian_words on article using gin (words)
    with (gin_pending_list_limit = 512) where dictionary = 'italian';
create index article_by_norwegian_words on article using gin (words)
    with (gin_pending_list_limit = 512) where dictionary = 'norwegian';
create index article_by_portuguese_words on article using gin (words)
    with (gin_pending_list_limit = 512) where dictionary = 'portuguese';
create index article_by_romanian_words on article using gin (words)
    with (gin_pending_list_limit = 512) where dictionary = 'romanian';
create index article_by_russian_words on article using gin (words)
    with (gin_pending_list_limit = 512) where dictionary = 'russian';
create index article_by_simple_words on article using gin (words)
    with (gin_pending_list_limit = 512) where dictionary = 'simple';
create index article_by_spanish_words on article using gin (words)
    with (gin_pending_list_limit = 512) where dictionary = 'spanish';
create index article_by_swedish_words on article using gin (words)
    with (gin_pending_list_limit = 512) where dictionary = 'swedish';
create index article_by_turkish_words on article using gin (words)
    with (gin_pending_list_limit = 512) where dictionary = 'turkish';

-- What quotes an article that was taken down goes with it.
create index evidence_by_other on evidence ((body ->> 'otherArticleId'));
