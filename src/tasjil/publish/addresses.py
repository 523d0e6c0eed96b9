"""Where each page of the site lies: file names that no raw name ever reaches."""

import re
from hashlib import sha256

_NOT_SAFE = re.compile(r"[^a-z0-9]+")
_SAFE_ANCHOR = re.compile(r"[A-Za-z0-9._:-]{1,80}")


def page_file(folder: str, identifier: str) -> str:
    """Name the page of one thing: a short slug of its id and a digest of all of it.

    Two ids that differ only in letters a file system folds still get two files.

    Example:
        >>> page_file("source", "SANA")
        'source/sana-09f57f6b88.html'
        >>> page_file("source", "../../etc/passwd")
        'source/etc-passwd-3754d6cb3a.html'
    """
    digest = sha256(identifier.encode("utf-8", "surrogatepass")).hexdigest()[:10]
    slug = _NOT_SAFE.sub("-", identifier.removeprefix("sha256:").lower())
    slug = slug[:24].strip("-")
    return f"{folder}/{slug}-{digest}.html" if slug else f"{folder}/{digest}.html"


def anchor(prefix: str, identifier: str) -> str:
    """Name a place within a page.

    Example:
        >>> anchor("c", "a1b2.3")
        'c-a1b2.3'
        >>> anchor("c", 'x" onclick="')
        'c-7b32b1ccd286a2e0'
    """
    if _SAFE_ANCHOR.fullmatch(identifier):
        return f"{prefix}-{identifier}"
    digest = sha256(identifier.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return f"{prefix}-{digest}"


def numbered(path: str, number: int) -> str:
    """Name the n-th page of a long list; the first keeps the plain name.

    Example:
        >>> numbered("reports.html", 1), numbered("reports.html", 3)
        ('reports.html', 'reports-3.html')
    """
    return path if number == 1 else f"{path.removesuffix('.html')}-{number}.html"
