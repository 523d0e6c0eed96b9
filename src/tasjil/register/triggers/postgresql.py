"""Guards on a server: they refuse change, removal, TRUNCATE, and an entry out of turn.

`{schema}` stands for the case's own schema. Each function names where it looks, so
that nobody can put another table of the same name before its eyes; each trigger fires
ALWAYS, also for one who plays a replica. The refusal has an error code of its own,
TJ001, which `sqlstates` knows.
"""

NO_PREVIOUS = "0" * 64

REFUSE = """
    CREATE FUNCTION {schema}.refuse() RETURNS trigger LANGUAGE plpgsql
    SET search_path = {schema}, pg_temp AS $$
    BEGIN
        RAISE EXCEPTION USING ERRCODE = 'TJ001', MESSAGE = 'append-only: '
            || TG_ARGV[0];
    END $$
"""
"""What a trigger calls that refuses in every case."""


def refusing(name: str, table: str, event: str, why: str, when: str = "") -> list[str]:
    """Write a trigger that refuses an event on the rows of a table.

    Args:
        name: What the trigger is called, the same as in a file.
        table: Without its prefix.
        event: UPDATE or DELETE; with DELETE goes TRUNCATE.
        why: What the database answers; holds no value.
        when: Refuse only where this holds of OLD and NEW.
    """
    made = checking(name, table, event, f"refuse('{why}')", when)
    if event == "DELETE":
        at_once = f"{name}_at_once"
        made.append(
            f"CREATE TRIGGER {at_once} BEFORE TRUNCATE ON register_{table} "
            f"FOR EACH STATEMENT EXECUTE FUNCTION {{schema}}.refuse('{why}')"
        )
        made.append(_always(at_once, table))
    return made


def checking(name: str, table: str, event: str, call: str, when: str = "") -> list[str]:
    """Write a trigger that asks a function of ours about each row."""
    only = f"WHEN ({when}) " if when else ""
    return [
        f"CREATE TRIGGER {name} BEFORE {event} ON register_{table} FOR EACH ROW "
        f"{only}EXECUTE FUNCTION {{schema}}.{call}",
        _always(name, table),
    ]


def _always(name: str, table: str) -> str:
    return f"ALTER TABLE register_{table} ENABLE ALWAYS TRIGGER {name}"


NEXT_AND_CHAINED = f"""
    CREATE FUNCTION {{schema}}.entry_is_next() RETURNS trigger LANGUAGE plpgsql
    SET search_path = {{schema}}, pg_temp AS $$
    DECLARE
        last_seq bigint;
        last_digest text;
    BEGIN
        SELECT seq, digest INTO last_seq, last_digest
        FROM register_entry ORDER BY seq DESC LIMIT 1;
        IF NEW.seq IS DISTINCT FROM COALESCE(last_seq, 0) + 1 THEN
            RAISE EXCEPTION USING ERRCODE = 'TJ001',
                MESSAGE = 'append-only: expected the next entry';
        END IF;
        IF NEW.previous IS DISTINCT FROM COALESCE(last_digest, '{NO_PREVIOUS}') THEN
            RAISE EXCEPTION USING ERRCODE = 'TJ001',
                MESSAGE = 'append-only: expected a chained entry';
        END IF;
        RETURN NEW;
    END $$
"""
ONE_HEAD = """
    CREATE FUNCTION {schema}.head_is_one() RETURNS trigger LANGUAGE plpgsql
    SET search_path = {schema}, pg_temp AS $$
    BEGIN
        IF EXISTS (SELECT FROM register_head) THEN
            RAISE EXCEPTION USING ERRCODE = 'TJ001',
                MESSAGE = 'append-only: a log has one head';
        END IF;
        RETURN NEW;
    END $$
"""

# A content that is there already: ON CONFLICT DO NOTHING leaves it, DO UPDATE is an
# UPDATE, and a plain INSERT breaks the key.
LOG = (
    REFUSE,
    NEXT_AND_CHAINED,
    ONE_HEAD,
    *refusing("entry_never_changes", "entry", "UPDATE", "an entry is never changed"),
    *refusing("entry_never_goes", "entry", "DELETE", "an entry is never removed"),
    *checking("entry_is_next", "entry", "INSERT", "entry_is_next()"),
    *refusing("content_never_changes", "content", "UPDATE", "a content never changes"),
    *refusing("content_never_goes", "content", "DELETE", "a content is never removed"),
    *refusing("head_never_goes", "head", "DELETE", "the head is never removed"),
    *checking("head_is_one", "head", "INSERT", "head_is_one()"),
    *refusing(
        "head_only_grows",
        "head",
        "UPDATE",
        "the log never shrinks",
        when="NEW.size < OLD.size OR NEW.id IS DISTINCT FROM OLD.id",
    ),
)
"""On the log, its contents and its head."""
