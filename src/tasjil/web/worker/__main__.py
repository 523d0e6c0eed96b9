"""python -m tasjil.web.worker: follows the orders that come through its input."""

import signal
import sys
from threading import Thread

from tasjil.register.memory import never_written_out
from tasjil.web.worker.bench import Bench
from tasjil.web.worker.orders import Orders


def main() -> int:
    """Work until the server says stop, or is gone."""
    never_written_out()
    # Ctrl-C in a terminal reaches the whole group: the server tells us to stop.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    orders = Orders()
    Thread(target=orders.hear, args=(sys.stdin.buffer,), daemon=True).start()
    Bench(orders).work()
    return 0


if __name__ == "__main__":
    sys.exit(main())
