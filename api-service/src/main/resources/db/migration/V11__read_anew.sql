-- Empties whatever the topics tell, and how far they were read: the service reads them from their beginnings then.
-- Webhooks, and what they were told, stand in no topic and stay.
create function read_anew() returns void language plpgsql as $$
begin
    -- Whoever applies a batch is waited for, and waits.
    lock table "${flyway:defaultSchema}".reader_position in access exclusive mode;
    execute (
        select 'truncate ' || string_agg(format('%I.%I', schemaname, tablename), ', ')
        from pg_tables
        where schemaname = '${flyway:defaultSchema}'
            and tablename <> '${flyway:table}' and tablename not like 'webhook%');
end
$$;
