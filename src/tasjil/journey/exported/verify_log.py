"""Checks a casualty recorder's log with Python and `cryptography`, and nothing else.

A line of log.jsonl is one entry; its digest is SHA-256 of a zero byte and the line, and
the next entry holds it. All are leaves of a Merkle tree (RFC 9162). A checkpoint is the
office's Ed25519 signature on the root (C2SP tlog-checkpoint). Exit status: 0 all of it
holds; 1 something does not, and the first bad entry is named.
"""

import argparse
import base64
import json
import sys
from hashlib import sha256
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

Digests = list[bytes]
Signed = list[tuple[int, bytes, str]]  # how many entries, their root, in which file


def node(left: bytes, right: bytes) -> bytes:
    """Digest two halves of a tree into one."""
    return sha256(b"\x01" + left + right).digest()


def roots(leaves: Digests, sizes: set[int]) -> dict[int, bytes]:
    """Give the root of the first so many leaves, for each of these sizes."""
    peaks: Digests = []
    found = {0: sha256(b"").digest()}
    for size, top in enumerate(leaves, 1):
        whole = size
        while not whole & 1:
            top, whole = node(peaks.pop(), top), whole >> 1
        peaks.append(top)
        if size in sizes:
            for peak in peaks[-2::-1]:
                top = node(peak, top)
            found[size] = top
    return found


def path(leaves: Digests, at: int) -> list[tuple[str, bytes]]:
    """Give the digests that lead from one leaf to the root, and on which side."""
    found = []
    while len(leaves) > 1:
        if at ^ 1 < len(leaves):
            found.append(("left" if at & 1 else "right", leaves[at ^ 1]))
        pairs = [leaves[left : left + 2] for left in range(0, len(leaves), 2)]
        leaves = [node(*pair) if len(pair) == 2 else pair[0] for pair in pairs]
        at //= 2
    return found


def read_checkpoints(file: Path, key: bytes, name: str) -> Signed:
    """Read signed checkpoints; each must be signed by this office."""
    parts = file.read_text("utf-8", "replace").strip("\n").split("\n\n")
    found: Signed = []
    start = sha256(f"{name}\n\x01".encode() + key).digest()[:4]
    verify = Ed25519PublicKey.from_public_bytes(key).verify
    try:
        for said, signed in zip(parts[::2], parts[1::2], strict=True):
            [line] = [each for each in signed.split("\n") if f" {name} " in each]
            blob = base64.b64decode(line.split(" ")[2])
            if line != f"— {name} {base64.b64encode(blob).decode()}":
                raise ValueError
            verify(blob.removeprefix(start), f"{said}\n".encode())
            size, root = said.removeprefix(f"{name}\n").split("\n")
            found.append((int(size), base64.b64decode(root), file.name))
    except (InvalidSignature, ValueError):
        sys.exit(f"{file.name}: checkpoint {len(found) + 1} is not signed by {name}")
    return found


def check(lines: list[bytes], signed: Signed) -> Digests:
    """Check numbers, chain and roots; give the digest of every entry."""
    said, unread, good = [], "", 0
    for number, line in enumerate(lines, 1):
        try:
            entry = json.loads(line)
            if entry["seq"] != number:
                raise ValueError(f"number {entry['seq']} stands in its place")
            said.append(bytes.fromhex(entry["previous"]))
        except (ValueError, KeyError, TypeError) as wrong:
            unread = f"entry {number} is the first bad one: {wrong}"
            break
    leaves = [sha256(b"\x00" + line).digest() for line in lines]
    pairs = enumerate(zip(said, [bytes(32), *leaves], strict=False))
    broken = next((at for at, (one, two) in pairs if one != two), len(said) + 1)
    grown = roots(leaves, {size for size, _, _ in signed})
    for size, root, file in sorted(signed):
        if size < broken and grown[size] != root:
            which = f"the first bad entry is one of {good + 1} to {size}"
            sys.exit(f"{which}: {file} holds a checkpoint of another history")
        good = size
    if broken < len(said):
        sys.exit(first_bad(broken, leaves, said, signed))
    why = "it was cut off, or this is an older copy of the log"
    why = why if good > len(lines) else "no checkpoint covers it"
    if unread or good != len(lines):
        last = min(good, len(lines)) + 1
        sys.exit(unread or f"entry {last} is the first bad one: {why}")
    return leaves


def first_bad(at: int, leaves: Digests, said: Digests, signed: Signed) -> str:
    """Entry at + 1 does not follow from entry at: find which of them was changed."""
    told = [*said[1:], leaves[len(said) - 1]]
    beyond = {(size, root) for size, root, _ in signed if size > at}
    for bad in (at, at + 1):
        if roots(told, {size for size, _ in beyond}).items() & beyond:
            return f"entry {max(bad, 1)} is the first bad one: it was changed"
        told[at - 1] = leaves[at - 1]
    return f"the first bad entry is {at} or {at + 1}: the one does not follow the other"


def main() -> None:
    """Check what the arguments name; leave with a sentence where it does not hold."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=Path(__file__).parent)
    parser.add_argument("--key", help="the office's fingerprint, as you were told it")
    parser.add_argument("--checkpoint", type=Path, action="append", default=[])
    parser.add_argument("--document", type=Path, help="say which entry holds this file")
    asked = parser.parse_args()
    key = bytes.fromhex((asked.folder / "key.txt").read_text())
    fingerprint = sha256(key).hexdigest()
    if asked.key and "".join(asked.key.split()).lower() != fingerprint:
        sys.exit(f"key.txt is of another office: its fingerprint is {fingerprint}")
    files = [asked.folder / "checkpoints.txt", *asked.checkpoint]
    name = f"tasjil/{fingerprint[:16]}"
    signed = [each for file in files for each in read_checkpoints(file, key, name)]
    lines = (asked.folder / "log.jsonl").read_bytes().removesuffix(b"\n").split(b"\n")
    leaves = check(lines, signed)
    print(f"Whole: {len(lines)} entries, all signed by {name}, key {fingerprint}")
    if asked.document:
        digest = sha256(asked.document.read_bytes()).hexdigest().encode()
        held = [at for at, line in enumerate(lines) if digest in line]
        for at in held:
            print(f"Entry {at + 1} holds it: {json.dumps(json.loads(lines[at]))}")
            print("Its proof:", *(f"{side} {x.hex()}" for side, x in path(leaves, at)))
        sys.exit(None if held else "no entry holds this document")


if __name__ == "__main__":
    try:
        main()
    except (OSError, ValueError) as wrong:
        sys.exit(f"expected log.jsonl, checkpoints.txt and key.txt: {wrong}")
