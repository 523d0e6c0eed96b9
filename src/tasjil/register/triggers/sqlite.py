"""Guards in a file: `INSERT OR REPLACE` walks past a delete trigger in SQLite.

So an insert must be the very next entry and chain to the one before it, and a content
that is there is left as it is.
"""

NO_PREVIOUS = "0" * 64

LOG = (
    """
    CREATE TRIGGER entry_never_changes BEFORE UPDATE ON register_entry
    BEGIN SELECT RAISE(ABORT, 'append-only: an entry is never changed'); END
    """,
    """
    CREATE TRIGGER entry_never_goes BEFORE DELETE ON register_entry
    BEGIN SELECT RAISE(ABORT, 'append-only: an entry is never removed'); END
    """,
    """
    CREATE TRIGGER entry_is_next BEFORE INSERT ON register_entry
    WHEN NEW.seq IS NOT (SELECT COALESCE(MAX(seq), 0) + 1 FROM register_entry)
    BEGIN SELECT RAISE(ABORT, 'append-only: expected the next entry'); END
    """,
    f"""
    CREATE TRIGGER entry_is_chained BEFORE INSERT ON register_entry
    WHEN NEW.previous IS NOT COALESCE(
        (SELECT digest FROM register_entry WHERE seq = NEW.seq - 1), '{NO_PREVIOUS}')
    BEGIN SELECT RAISE(ABORT, 'append-only: expected a chained entry'); END
    """,
    """
    CREATE TRIGGER content_never_changes BEFORE UPDATE ON register_content
    BEGIN SELECT RAISE(ABORT, 'append-only: a content is never changed'); END
    """,
    """
    CREATE TRIGGER content_never_goes BEFORE DELETE ON register_content
    BEGIN SELECT RAISE(ABORT, 'append-only: a content is never removed'); END
    """,
    """
    CREATE TRIGGER content_is_kept_once BEFORE INSERT ON register_content
    WHEN EXISTS (SELECT 1 FROM register_content WHERE digest = NEW.digest)
    BEGIN SELECT RAISE(IGNORE); END
    """,
    """
    CREATE TRIGGER head_never_goes BEFORE DELETE ON register_head
    BEGIN SELECT RAISE(ABORT, 'append-only: the head is never removed'); END
    """,
    """
    CREATE TRIGGER head_is_one BEFORE INSERT ON register_head
    WHEN EXISTS (SELECT 1 FROM register_head)
    BEGIN SELECT RAISE(ABORT, 'append-only: a log has one head'); END
    """,
    """
    CREATE TRIGGER head_only_grows BEFORE UPDATE ON register_head
    WHEN NEW.size < OLD.size OR NEW.id IS NOT OLD.id
    BEGIN SELECT RAISE(ABORT, 'append-only: the log never shrinks'); END
    """,
)
"""On the log, its contents and its head."""
