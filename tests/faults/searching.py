"""Looks for words in files as whoever takes a laptop would, packed and escaped too."""

import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path
from urllib.parse import quote

from tasjil.register.packing import PHRASES

BEGINS = re.compile(rb"\x78[\x01\x5e\x9c\xda\x20\x3f\x7d\xbb\xf9]|\x1f\x8b\x08")
"""How a stream of zlib or gzip begins, with phrases of its own or without."""
AT_ONCE = 1_000_000
"""How much of a stream is unpacked: random bytes often look like its beginning."""
UNPACKED = 4_000_000


def forms(words: str) -> Iterator[bytes]:
    """Give the ways in which words can stand in a file."""
    yield words.encode()
    yield words.encode("utf-16-le")
    yield words.encode("utf-16-be")
    yield quote(words).encode()
    yield quote(words).lower().encode()
    escaped = "".join(c if ord(c) < 128 else f"\\u{ord(c):04x}" for c in words)
    yield escaped.encode()
    yield escaped.upper().replace("\\U", "\\u").encode()
    yield "".join(c if ord(c) < 128 else f"&#{ord(c)};" for c in words).encode()
    yield words.encode().hex().encode()


def searched(words: Iterable[str | bytes]) -> dict[bytes, str | bytes]:
    """Give every form of every word, with the word."""
    found: dict[bytes, str | bytes] = {}
    for each in words:
        if isinstance(each, bytes):
            found |= {each: each, each.hex().encode(): each}
        else:
            found |= dict.fromkeys(forms(each), each)
    return found


def layers(data: bytes) -> Iterator[bytes]:
    """Give what lies in a file, and whatever was packed in it."""
    yield data
    if data.startswith(b"PK"):
        try:
            with zipfile.ZipFile(BytesIO(data)) as held:
                for name in held.namelist():
                    yield held.read(name)
        except (zipfile.BadZipFile, RuntimeError):
            pass
    for at in (match.start() for match in BEGINS.finditer(data)):
        yield _unpacked(data[at : at + AT_ONCE])


def _unpacked(data: bytes) -> bytes:
    told = b""
    for opener in (zlib.decompressobj(zdict=PHRASES), zlib.decompressobj(wbits=47)):
        try:
            told += opener.decompress(data, UNPACKED)
        except zlib.error:
            continue
    return told


def words_in(data: bytes, wanted: dict[bytes, str | bytes]) -> set[str | bytes]:
    """Give the words that stand in data, in any form, packed or not."""
    return {
        word for layer in layers(data) for form, word in wanted.items() if form in layer
    }


def words_in_file(path: Path, wanted: dict[bytes, str | bytes]) -> set[str | bytes]:
    """Give the words that stand in a file or in its name; one that is gone has none."""
    try:
        data = path.read_bytes()
    except OSError:
        data = b""
    return words_in(data, wanted) | words_in(str(path).encode(), wanted)
