-- A search looks for its words in each dictionary that articles have, and in no other.
create table dictionary (
    name text primary key
);
insert into dictionary select distinct dictionary from article;
