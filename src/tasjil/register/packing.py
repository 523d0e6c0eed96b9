"""How contents are made small: what a claim always says is not kept a million times.

Packed bytes are a zlib stream (RFC 1950). One that was packed with the phrases below
names them by their checksum in its header, so streams made without them, by an earlier
tasjil, are read alike. Bytes that do not get smaller are kept as they are.
"""

import zlib

PHRASES = (
    b'"victims":{"age":,"age_group":"unknown","age_range":null,"communities":["names":['
    b'{"act":"detained","attribution":[{"kind":"media","text":"the "},{"kind":"monitor"'
    b'},{"kind":"authority"},{"kind":"witness"},{"kind":"person"}],"background":true,'
    b'"cause":"shelling","group":"g","id":"","level":"person","part_of":"passage":{"end"'
    b':,"quote":"","start":,"perpetrator":{"stance":"alleged","text":"quantity":null,'
    b'"reader":"english/1","report":"sha256:","spans":{},"stance":"denied","victims":'
    b'"when":{"edtf":null,"text":null},"where":[]}'
    b'{"act":"injured","attribution":[],"background":false,"cause":"unknown","group":"g1'
    b'","id":"","level":"incident","part_of":null,"passage":{"end":,"quote":"","start":}'
    b',"perpetrator":{"stance":"unknown","text":null},"quantity":{"high":null,"low":,'
    b'"text":"","unit":"person"},"reader":"english/1","report":"sha256:","spans":{'
    b'"quantity":[],"when":[0]},"stance":"stated","victims":{"age":null,"age_group":'
    b'"unknown","age_range":null,"communities":[],"names":[],"relation":null,"sex":'
    b'"unknown","status":"unknown","text":null},"when":{"edtf":"20","text":"On "},'
    b'"where":[{"candidates":[],"geonames":null,"lat":null,"level":"unknown","lon":null,'
    b'"name":"","place":null,"precision":"at","text":"","within":[]}]}{"act":"killed",'
)
"""What most claims say, the most frequent last. Never change a byte of it: registers
on other people's disks can be read with exactly these."""


def pack(data: bytes) -> bytes:
    """Make bytes smaller where that can be done.

    Example:
        >>> pack(b"12"), unpack(pack(b"killed " * 99), 693) == b"killed " * 99
        (b'12', True)
    """
    packer = zlib.compressobj(level=6, zdict=PHRASES)
    packed = packer.compress(data) + packer.flush()
    return packed if len(packed) < len(data) else data


def unpack(kept: bytes, size: int) -> bytes:
    """Give back what was packed, and never more than one byte over its size.

    Raises:
        zlib.error: These are no packed bytes.
    """
    if len(kept) == size:
        return kept
    return zlib.decompressobj(zdict=PHRASES).decompress(kept, max(size, 0) + 1)
