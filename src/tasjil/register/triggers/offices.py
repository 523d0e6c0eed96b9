"""Guards on the logs of other offices, in the words of each store.

An office's key never changes under its id, its log never shrinks, and its entries are
chained one to the next exactly as our own are.
"""

from tasjil.register.triggers.postgresql import asking, refusing

NO_PREVIOUS = "0" * 64

SQLITE = (
    """
    CREATE TRIGGER peerentry_never_changes BEFORE UPDATE ON register_peerentry
    BEGIN SELECT RAISE(ABORT, 'append-only: an entry is never changed'); END
    """,
    """
    CREATE TRIGGER peerentry_never_goes BEFORE DELETE ON register_peerentry
    BEGIN SELECT RAISE(ABORT, 'append-only: an entry is never removed'); END
    """,
    """
    CREATE TRIGGER peerentry_is_next BEFORE INSERT ON register_peerentry
    WHEN NEW.office IS NULL OR NEW.seq IS NOT (
        SELECT COALESCE(MAX(seq), 0) + 1 FROM register_peerentry
        WHERE office = NEW.office)
    BEGIN SELECT RAISE(ABORT, 'append-only: expected the next entry'); END
    """,
    f"""
    CREATE TRIGGER peerentry_is_chained BEFORE INSERT ON register_peerentry
    WHEN NEW.previous IS NOT COALESCE(
        (SELECT digest FROM register_peerentry
         WHERE office = NEW.office AND seq = NEW.seq - 1), '{NO_PREVIOUS}')
    BEGIN SELECT RAISE(ABORT, 'append-only: expected a chained entry'); END
    """,
    """
    CREATE TRIGGER peer_never_goes BEFORE DELETE ON register_peer
    BEGIN SELECT RAISE(ABORT, 'append-only: an office is never removed'); END
    """,
    """
    CREATE TRIGGER peer_is_kept_once BEFORE INSERT ON register_peer
    WHEN EXISTS (SELECT 1 FROM register_peer WHERE office = NEW.office)
    BEGIN SELECT RAISE(ABORT, 'append-only: an office is kept once'); END
    """,
    """
    CREATE TRIGGER peer_only_grows BEFORE UPDATE ON register_peer
    WHEN NEW.size < OLD.size
        OR NEW.office IS NOT OLD.office
        OR NEW.public_key IS NOT OLD.public_key
    BEGIN SELECT RAISE(ABORT, 'append-only: a log never shrinks'); END
    """,
)

THE_LAST = """DECLARE
        last_seq bigint;
        last_digest text;
    BEGIN
        SELECT seq, digest INTO last_seq, last_digest FROM register_peerentry
        WHERE office = NEW.office ORDER BY seq DESC LIMIT 1;"""

POSTGRESQL = (
    *refusing(
        "peerentry_never_changes", "peerentry", "UPDATE", "an entry is never changed"
    ),
    *refusing(
        "peerentry_never_goes", "peerentry", "DELETE", "an entry is never removed"
    ),
    *asking(
        "peerentry_is_next",
        "peerentry",
        "INSERT",
        {
            "expected the next entry": "NEW.office IS NULL OR NEW.seq IS DISTINCT FROM "
            "COALESCE(last_seq, 0) + 1",
            "expected a chained entry": "NEW.previous IS DISTINCT FROM "
            f"COALESCE(last_digest, '{NO_PREVIOUS}')",
        },
        THE_LAST,
    ),
    *refusing("peer_never_goes", "peer", "DELETE", "an office is never removed"),
    *asking(
        "peer_is_kept_once",
        "peer",
        "INSERT",
        {
            "an office is kept once": "EXISTS (SELECT FROM register_peer "
            "WHERE office = NEW.office)"
        },
    ),
    *refusing(
        "peer_only_grows",
        "peer",
        "UPDATE",
        "a log never shrinks",
        when="NEW.size < OLD.size OR NEW.office IS DISTINCT FROM OLD.office "
        "OR NEW.public_key IS DISTINCT FROM OLD.public_key",
    ),
)
