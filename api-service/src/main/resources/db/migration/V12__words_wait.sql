-- Many articles are put into the indexes of words at once, which is cheaper by far than one after the other. They wait in a list
-- that a search goes through; the projection empties it whenever it has caught up.
alter index article_by_arabic_words set (gin_pending_list_limit = 8192);
alter index article_by_danish_words set (gin_pending_list_limit = 8192);
alter index article_by_dutch_words set (gin_pending_list_limit = 8192);
alter index article_by_english_words set (gin_pending_list_limit = 8192);
alter index article_by_finnish_words set (gin_pending_list_limit = 8192);
alter index article_by_french_words set (gin_pending_list_limit = 8192);
alter index article_by_german_words set (gin_pending_list_limit = 8192);
alter index article_by_hungarian_words set (gin_pending_list_limit = 8192);
alter index article_by_italian_words set (gin_pending_list_limit = 8192);
alter index article_by_norwegian_words set (gin_pending_list_limit = 8192);
alter index article_by_portuguese_words set (gin_pending_list_limit = 8192);
alter index article_by_romanian_words set (gin_pending_list_limit = 8192);
alter index article_by_russian_words set (gin_pending_list_limit = 8192);
alter index article_by_simple_words set (gin_pending_list_limit = 8192);
alter index article_by_spanish_words set (gin_pending_list_limit = 8192);
alter index article_by_swedish_words set (gin_pending_list_limit = 8192);
alter index article_by_turkish_words set (gin_pending_list_limit = 8192);

-- A search goes from words to articles: their rows are kept narrow, texts and words lie elsewhere. So it is for those that come.
alter table article set (toast_tuple_target = 128);
