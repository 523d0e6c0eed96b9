"""The desks as one site: its settings, its addresses, and how it is served."""
