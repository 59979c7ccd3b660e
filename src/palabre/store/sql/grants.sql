-- What the desk's role may do. Applied after every migration; the role's name stands in place of %(web)s.
-- Tables that it never names are out of its reach; partitions are reached through their parent only.
REVOKE ALL ON ALL TABLES IN SCHEMA public FROM %(web)s;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA public FROM PUBLIC, %(web)s;
GRANT USAGE ON SCHEMA public TO %(web)s;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO %(web)s;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO %(web)s;
REVOKE ALL ON intake, message_key, partition, process, announcement, schema_version, django_migrations FROM %(web)s;
REVOKE INSERT, DELETE ON message, workspace FROM %(web)s;
REVOKE INSERT, UPDATE, DELETE ON signal, match, minute_count, author, revision, message_event, gap FROM %(web)s;
REVOKE UPDATE, DELETE ON audit, decision FROM %(web)s;
REVOKE INSERT, UPDATE, DELETE ON topic_version, rule_version FROM %(web)s;
REVOKE ALL ON second_look FROM %(web)s;
REVOKE INSERT, UPDATE, DELETE ON model_version, provider_health FROM %(web)s;
REVOKE UPDATE, DELETE ON model_use FROM %(web)s;
REVOKE DELETE ON label, perspective_key FROM %(web)s;
DO $$
DECLARE
    piece regclass;
BEGIN
    FOR piece IN SELECT oid FROM pg_class WHERE relispartition AND relkind = 'r' AND relnamespace = 'public'::regnamespace LOOP
        EXECUTE format('REVOKE ALL ON %s FROM %(web)s', piece);
    END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION app_workspace(), app_person(), day_floor(date), is_drawn(bigint), audit_hash(bytea, audit),
    audit_broken(bigint), find_invitation(text), find_api_token(text),
    found_workspace(text, text, text, text, bigint), announce_here(text, text),
    find_messages(jsonb, jsonb, bigint, bigint, integer), count_by_day(jsonb, bigint, bigint), is_heeded(signal),
    sentiment_of(bigint)
    TO %(web)s;
