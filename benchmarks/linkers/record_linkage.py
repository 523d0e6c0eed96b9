"""Links the lists of a folder with recordlinkage: blocks, Jaro-Winkler, ECM.

Runs in a Python of its own, without tasjil: it reads the flat columns that persons.py
wrote as JSON.
"""

import json
import sys
from pathlib import Path
from time import perf_counter, process_time, time

import pandas as pd
import recordlinkage as rl

BLOCKED = (
    ["first", "last"],
    ["last", "died"],
    ["first", "died"],
    ["first", "place"],
    ["last", "place"],
)


def main() -> None:
    folder = Path(sys.argv[1])
    told = json.loads((folder / "flat.json").read_text())
    ids = told.pop("record")
    print(json.dumps({"begun": time()}), flush=True)
    began, idle = perf_counter(), process_time()
    frame = pd.DataFrame(told).set_index("unique_id")
    index = rl.Index()
    for columns in BLOCKED:
        index.block(columns)
    pairs = index.index(frame)
    compare = rl.Compare()
    for name in ("first", "last", "middle"):
        compare.string(name, name, method="jarowinkler", threshold=0.9)
    for name in ("died", "sex", "place", "number"):
        compare.exact(name, name)
    vectors = compare.compute(pairs, frame)
    matches = rl.ECMClassifier(binarize=0.5).fit_predict(vectors)
    above = list(range(len(ids)))

    def root(at: int) -> int:
        while above[at] != at:
            above[at] = above[above[at]]
            at = above[at]
        return at

    for one, other in matches:
        above[root(one)] = root(other)
    seconds, busy = perf_counter() - began, process_time() - idle
    with (folder / "record_linkage.jsonl").open("w") as out:
        for at, record in enumerate(ids):
            out.write(json.dumps({"record": record, "person": str(root(at))}) + "\n")
    status = Path("/proc/self/status").read_text().splitlines()
    most = next(int(line.split()[1]) for line in status if line.startswith("VmHWM"))
    print(json.dumps({"seconds": seconds, "busy": busy, "peak": most / 1024}))


if __name__ == "__main__":
    main()
