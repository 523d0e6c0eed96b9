"""Work that waits to be done for a desk: the queue, and files waiting to be captured.

It stands beside the log: nothing is proved by it, `rebuild` leaves it alone, and no
backup takes it along. What a job does to the case goes through the log as ever.
"""
