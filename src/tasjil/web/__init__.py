"""The desks: a Django site for people."""
