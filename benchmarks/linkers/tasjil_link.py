"""Links the lists of a folder with tasjil as it is."""

import sys
from pathlib import Path

from told import begin, begun, finish, records_of

from tasjil.link.linking import link_records


def main() -> None:
    folder = Path(sys.argv[1])
    records = records_of(folder)
    begun()
    began = begin()
    linked = link_records(records)
    finish(folder, began, linked.records, linked.labels.tolist())


if __name__ == "__main__":
    main()
