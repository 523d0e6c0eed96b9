"""Who is asked before an entry goes in: roles, own records, two people."""
