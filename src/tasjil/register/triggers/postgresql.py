"""Guards on a server: they refuse change, removal, TRUNCATE, and an entry out of turn.

`{schema}` stands for the case's own schema. Each function names where it looks, so
that nobody can put another table of the same name before its eyes; each trigger fires
ALWAYS, also for one who plays a replica. The refusal has an error code of its own,
TJ001, which `sqlstates` knows.
"""

from collections.abc import Mapping

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
    made = _trigger(name, table, event, f"refuse('{why}')", when)
    if event == "DELETE":
        at_once = f"{name}_at_once"
        made.append(
            f"CREATE TRIGGER {at_once} BEFORE TRUNCATE ON register_{table} "
            f"FOR EACH STATEMENT EXECUTE FUNCTION {{schema}}.refuse('{why}')"
        )
        made.append(_always(at_once, table))
    return made


def asking(
    name: str, table: str, event: str, refused: Mapping[str, str], before: str = ""
) -> list[str]:
    """Write a trigger that looks into other rows before it lets one pass.

    Args:
        name: What the trigger and its function are called.
        table: Without its prefix.
        event: INSERT or UPDATE.
        refused: What is so, in SQL, by what the database answers to it.
        before: What the conditions need to know first: DECLARE, and how to find it.
    """
    declared, _, found = before.partition("BEGIN")
    tests = "".join(
        f"""
        IF {condition} THEN
            RAISE EXCEPTION USING ERRCODE = 'TJ001',
                MESSAGE = 'append-only: {why}';
        END IF;"""
        for why, condition in refused.items()
    )
    function = f"""
    CREATE FUNCTION {{schema}}.{name}() RETURNS trigger LANGUAGE plpgsql
    SET search_path = {{schema}}, pg_temp AS $$
    {declared}BEGIN{found}{tests}
        RETURN NEW;
    END $$
    """
    return [function, *_trigger(name, table, event, f"{name}()")]


def _trigger(name: str, table: str, event: str, call: str, when: str = "") -> list[str]:
    only = f"WHEN ({when}) " if when else ""
    return [
        f"CREATE TRIGGER {name} BEFORE {event} ON register_{table} FOR EACH ROW "
        f"{only}EXECUTE FUNCTION {{schema}}.{call}",
        _always(name, table),
    ]


def _always(name: str, table: str) -> str:
    return f"ALTER TABLE register_{table} ENABLE ALWAYS TRIGGER {name}"


THE_LAST = """DECLARE
        last_seq bigint;
        last_digest text;
    BEGIN
        SELECT seq, digest INTO last_seq, last_digest
        FROM register_entry ORDER BY seq DESC LIMIT 1;"""

# A content that is there already: ON CONFLICT DO NOTHING leaves it, DO UPDATE is an
# UPDATE, and a plain INSERT breaks the key.
LOG = (
    REFUSE,
    *refusing("entry_never_changes", "entry", "UPDATE", "an entry is never changed"),
    *refusing("entry_never_goes", "entry", "DELETE", "an entry is never removed"),
    *asking(
        "entry_is_next",
        "entry",
        "INSERT",
        {
            "expected the next entry": "NEW.seq IS DISTINCT FROM "
            "COALESCE(last_seq, 0) + 1",
            "expected a chained entry": "NEW.previous IS DISTINCT FROM "
            f"COALESCE(last_digest, '{NO_PREVIOUS}')",
        },
        THE_LAST,
    ),
    *refusing("content_never_changes", "content", "UPDATE", "a content never changes"),
    *refusing("content_never_goes", "content", "DELETE", "a content is never removed"),
    *refusing("head_never_goes", "head", "DELETE", "the head is never removed"),
    *asking(
        "head_is_one",
        "head",
        "INSERT",
        {"a log has one head": "EXISTS (SELECT FROM register_head)"},
    ),
    *refusing(
        "head_only_grows",
        "head",
        "UPDATE",
        "the log never shrinks",
        when="NEW.size < OLD.size OR NEW.id IS DISTINCT FROM OLD.id",
    ),
)
"""On the log, its contents and its head."""

SIGNED = (
    *refusing(
        "checkpoint_never_changes",
        "checkpoint",
        "UPDATE",
        "a checkpoint is never changed",
    ),
    *refusing(
        "checkpoint_never_goes",
        "checkpoint",
        "DELETE",
        "a checkpoint is never removed",
    ),
    *asking(
        "checkpoint_is_of_the_log",
        "checkpoint",
        "INSERT",
        {
            "a size is signed once": "EXISTS (SELECT FROM register_checkpoint "
            "WHERE size = NEW.size)",
            "the log was never so long": "NEW.size IS NULL OR NEW.size < 1 "
            "OR NEW.size > (SELECT size FROM register_head)",
        },
    ),
    *refusing("stamp_never_changes", "stamp", "UPDATE", "a stamp is never changed"),
    *refusing("stamp_never_goes", "stamp", "DELETE", "a stamp is never removed"),
    *asking(
        "stamp_is_of_a_checkpoint",
        "stamp",
        "INSERT",
        {
            "a stamp is kept once": "EXISTS (SELECT FROM register_stamp "
            "WHERE id = NEW.id)",
            "a stamp is of a checkpoint": "NOT EXISTS (SELECT FROM "
            "register_checkpoint WHERE size = NEW.size)",
        },
    ),
)
"""On checkpoints and stamps."""

ERASING = (
    "DROP TRIGGER content_never_changes ON register_content",
    *asking(
        "content_never_changes",
        "content",
        "UPDATE",
        {
            "a content is never changed": "NEW.data IS NOT NULL "
            "OR NEW.digest IS DISTINCT FROM OLD.digest "
            "OR NEW.size IS DISTINCT FROM OLD.size OR NOT EXISTS "
            "(SELECT FROM register_erasedrow WHERE digest = OLD.digest)"
        },
    ),
    *asking(
        "sealed_never_changes",
        "sealed",
        "UPDATE",
        {
            "an identity is never changed": "NEW.data IS NOT NULL "
            "OR NEW.key IS NOT NULL "
            "OR NEW.reference IS DISTINCT FROM OLD.reference OR NOT EXISTS "
            "(SELECT FROM register_identityrow "
            "WHERE reference = OLD.reference AND erased IS NOT NULL)"
        },
    ),
    *refusing("sealed_never_goes", "sealed", "DELETE", "an identity is never removed"),
    *asking(
        "sealed_is_kept_once",
        "sealed",
        "INSERT",
        {
            "an identity is sealed once": "EXISTS (SELECT FROM register_sealed "
            "WHERE reference = NEW.reference)"
        },
    ),
)
"""On what may be destroyed where the log says so, and on nothing else."""
