-- What a story shows of its articles is read in one place: an article's evidence and its credits stand with its membership.
alter table membership
    add column evidence text,
    add column agencies text,
    -- Whether all that is shown stands here. A story with a row of which it does not is put together from other tables.
    add column whole    boolean not null default false;

-- Nothing of a row is packed or kept elsewhere, as long as two of them fit on a page.
alter table membership set (toast_tuple_target = 4080);

update membership m
set evidence = case when why.whole then why.body end, agencies = credited.agencies, whole = coalesce(why.whole, true)
from membership held
    left join evidence why on why.article_id = held.article_id
    left join article credited on credited.id = held.article_id and credited.agencies is not null
where held.article_id = m.article_id and held.shown is not null;

-- A loop, whatever is thought of how many rows there are: the plan is kept, and they are few from then on.
create function tell_why() returns trigger language plpgsql
    set search_path from current set enable_hashjoin = off set enable_mergejoin = off as $$
begin
    update membership m set evidence = case when told.whole then told.body end, whole = told.whole
    from told where m.article_id = told.article_id and m.whole;
    return null;
end $$;

create function tell_why_no_more() returns trigger language plpgsql
    set search_path from current set enable_hashjoin = off set enable_mergejoin = off as $$
begin
    update membership m set evidence = null from gone where m.article_id = gone.article_id and m.whole;
    return null;
end $$;

create function tell_credits() returns trigger language plpgsql
    set search_path from current set enable_hashjoin = off set enable_mergejoin = off as $$
begin
    update membership m set agencies = told.agencies
    from told where m.article_id = told.id and m.whole and m.agencies is distinct from told.agencies;
    return null;
end $$;

create function tell_credits_no_more() returns trigger language plpgsql
    set search_path from current set enable_hashjoin = off set enable_mergejoin = off as $$
begin
    update membership m set agencies = null
    from gone where m.article_id = gone.id and m.whole and m.agencies is not null;
    return null;
end $$;

create trigger evidence_came after insert on evidence
    referencing new table as told for each statement execute function tell_why();
create trigger evidence_changed after update on evidence
    referencing new table as told for each statement execute function tell_why();
create trigger evidence_went after delete on evidence
    referencing old table as gone for each statement execute function tell_why_no_more();
create trigger article_came after insert on article
    referencing new table as told for each statement execute function tell_credits();
create trigger article_changed after update on article
    referencing new table as told for each statement execute function tell_credits();
create trigger article_went after delete on article
    referencing old table as gone for each statement execute function tell_credits_no_more();
