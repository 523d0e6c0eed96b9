"""Names of people, in Arabic and Latin script: parts, spellings, what two share."""
