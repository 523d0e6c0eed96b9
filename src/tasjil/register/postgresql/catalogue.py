"""What stands in a case's schema, as text that can be compared with a new one's."""

from tasjil.register.border import translated
from tasjil.register.postgresql.address import scratch_beside
from tasjil.register.store import Store

SCHEMA = "SELECT current_schema()::text, current_schema()::regnamespace::oid"
ASKED = """
    SELECT CASE c.relkind WHEN 'i' THEN 'index' WHEN 'S' THEN 'sequence'
            WHEN 'v' THEN 'view' ELSE 'table' END,
        c.relname::text,
        concat_ws(' ', c.relkind, CASE c.relpersistence WHEN 't' THEN 'p'
            ELSE c.relpersistence END, m.amname, c.relrowsecurity,
            c.relforcerowsecurity, c.reloptions, i.indisvalid, i.indisready,
            pg_get_indexdef(i.indexrelid), pg_get_viewdef(v.oid))
    FROM pg_class c LEFT JOIN pg_am m ON m.oid = c.relam
    LEFT JOIN pg_index i ON i.indexrelid = c.oid
    LEFT JOIN pg_class v ON v.oid = c.oid AND v.relkind = 'v'
    WHERE c.relnamespace = %(schema)s AND c.relkind <> 'c'
    UNION ALL
    SELECT 'column', c.relname || '.' || a.attname,
        concat_ws(' ', a.attnum, format_type(a.atttypid, a.atttypmod), a.attnotnull,
            o.collname, a.attidentity, a.attgenerated, pg_get_expr(d.adbin, d.adrelid))
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
    LEFT JOIN pg_collation o ON o.oid = a.attcollation
    LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
    WHERE c.relnamespace = %(schema)s AND c.relkind IN ('r', 'p', 'v')
        AND a.attnum > 0 AND NOT a.attisdropped
    UNION ALL
    SELECT 'constraint', conrelid::regclass || '.' || conname,
        concat_ws(' ', contype, convalidated, pg_get_constraintdef(oid))
    FROM pg_constraint WHERE connamespace = %(schema)s
    UNION ALL
    SELECT 'guard', c.relname || '.' || t.tgname,
        concat_ws(' ', t.tgenabled, pg_get_triggerdef(t.oid))
    FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
    WHERE c.relnamespace = %(schema)s AND NOT t.tgisinternal
    UNION ALL
    SELECT 'function of a guard', p.oid::regprocedure::text,
        concat_ws(' ', l.lanname, p.provolatile, p.prosecdef, p.proconfig, p.prosrc)
    FROM pg_proc p JOIN pg_language l ON l.oid = p.prolang
    WHERE p.pronamespace = %(schema)s
    UNION ALL
    SELECT 'rule', c.relname || '.' || r.rulename, pg_get_ruledef(r.oid)
    FROM pg_rewrite r JOIN pg_class c ON c.oid = r.ev_class
    WHERE c.relnamespace = %(schema)s AND c.relkind <> 'v'
    UNION ALL
    SELECT 'policy', c.relname || '.' || p.polname, p.polcmd::text
    FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid
    WHERE c.relnamespace = %(schema)s
    UNION ALL
    SELECT 'table inside', c.relname || '.' || i.inhrelid::regclass, ''
    FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhparent
    WHERE c.relnamespace = %(schema)s AND c.relkind IN ('r', 'p')
"""
"""Kind, name and definition of everything; also what may not be there at all."""


def catalogue(store: Store) -> dict[tuple[str, str], str]:
    """Give the definition of everything in a store's schema, by kind and name.

    The schema's own name is left out, so that two schemas of one making are equal.
    """
    with translated(), store.connection.cursor() as cursor:
        cursor.execute(SCHEMA)
        schema, number = cursor.fetchone()
        cursor.execute(ASKED, {"schema": number})
        rows = cursor.fetchall()

    def nameless(text: str) -> str:
        if schema.startswith("pg_temp_"):
            text = text.replace("pg_temp.", "")
        return text.replace(f"{schema}.", "").replace(schema, "SCHEMA")

    return {
        (kind, nameless(name)): nameless(definition) for kind, name, definition in rows
    }


def just_made(store: Store) -> dict[tuple[str, str], str]:
    """Give what `catalogue` finds in an empty register, made on the same server.

    It is made of temporary tables: nothing of it is left, and it takes no right but
    TEMPORARY, which every user of a database has unless it was taken away.
    """
    fresh = Store(scratch_beside(store.connection.settings_dict))
    try:
        fresh.migrate()
        return catalogue(fresh)
    finally:
        fresh.close()
