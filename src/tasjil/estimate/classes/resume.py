"""A run of chains in a file, to be taken up again as if nothing had been.

An .npz of NumPy: a page of JSON (settings, the table's digest, where the run stands)
and the arrays of chains and draws. It holds no names, neither of people nor of lists.
"""

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from tasjil.errors import BadValue
from tasjil.estimate.classes.chain import Chain
from tasjil.estimate.classes.kept import Kept, Places
from tasjil.estimate.classes.pilot import Trial
from tasjil.estimate.classes.settings import LcmcrSettings, Sampler
from tasjil.estimate.classes.stage import Run, Seen, Stage
from tasjil.estimate.refuse import Limits

FORM = "tasjil latent classes 2"
Arrays = dict[str, NDArray[Any]]


def write_run(path: Path, run: Run | None, data: str, n: int) -> None:
    """Write a run; whoever pulls the plug meanwhile finds the file as it was.

    Args:
        path: Of the file; replaced.
        run: What to keep.
        data: Digest of the table.
        n: Documented people.

    Raises:
        BadValue: There is nothing to keep, or the file cannot be written.
    """
    if run is None:
        raise BadValue(
            "expected a run to save, but the table was refused before any chain began"
        )
    arrays: Arrays = {"page": np.array(json.dumps(_page(run, data, n)))}
    for nth, chain in enumerate(run.chains):
        arrays |= {f"chain{nth}.{name}": each for name, each in chain.arrays().items()}
    for nth, chain in enumerate(run.other):
        arrays |= {f"other{nth}.{name}": each for name, each in chain.arrays().items()}
    arrays |= {f"kept.{name}": each for name, each in vars(run.kept).items()}
    arrays |= {f"checking.{name}": each for name, each in vars(run.checking).items()}
    arrays["places"] = run.places.at
    beside = path.with_name(path.name + ".part")
    try:
        with beside.open("wb") as file:
            np.savez(file, **arrays)  # type: ignore[arg-type]
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise BadValue(
            f"expected to write {path.name}, got: {error.strerror}; choose a folder "
            "that can be written to"
        ) from error


def read_run(path: Path) -> tuple[Run, str, int]:
    """Read a run, with its table's digest and how many people are documented.

    Raises:
        BadValue: The file is not there, or is no such run.
    """
    try:
        with path.open("rb") as opened, np.load(opened, allow_pickle=False) as file:
            arrays = {name: file[name] for name in file.files}
        page = json.loads(str(arrays["page"]))
        if page["form"] != FORM:
            raise ValueError(page["form"])
        return _run(page, arrays), str(page["data"]), int(page["n"])
    except OSError as error:
        raise BadValue(
            f"expected saved chains in {path.name}, got: {error.strerror or error}; "
            "name the file that was saved, or begin anew"
        ) from error
    except (ValueError, KeyError, TypeError, EOFError, BadZipFile) as error:
        raise BadValue(
            f"expected chains as this version saves them in {path.name}, found "
            "something else; begin anew without it"
        ) from error


def _page(run: Run, data: str, n: int) -> dict[str, Any]:
    settings = asdict(run.settings)
    sampler = run.settings.sampler
    settings["sampler"] = None if sampler is None else sampler.value
    return {
        "form": FORM,
        "data": data,
        "n": n,
        "settings": settings,
        "stage": run.stage.value,
        "sampler": None if run.sampler is None else run.sampler.value,
        "rungs": run.rungs,
        "sweeps": run.sweeps,
        "burnt": run.burnt,
        "stride": run.places.stride,
        "stops": run.places.stops,
        "seen": run.seen,
        "flat": run.flat,
        "trials": [
            [each.sampler.value, each.ess, each.work, each.rhat] for each in run.trials
        ],
        "chains": len(run.chains),
        "other": len(run.other),
        "checked": run.checked,
    }


def _run(page: Mapping[str, Any], arrays: Arrays) -> Run:
    told = dict(page["settings"])
    told["limits"] = Limits(**told["limits"])
    told["sampler"] = _sampler(told["sampler"])
    return Run(
        LcmcrSettings(**told),
        Stage(page["stage"]),
        tuple(_chain(f"chain{nth}.", arrays) for nth in range(page["chains"])),
        _sampler(page["sampler"]),
        int(page["rungs"]),
        int(page["sweeps"]),
        int(page["burnt"]),
        _kept("kept", arrays),
        Places(arrays["places"], int(page["stride"]), int(page["stops"])),
        None if page["seen"] is None else Seen(*page["seen"]),
        tuple(Trial(Sampler(each[0]), *each[1:]) for each in page["trials"]),
        None if page["flat"] is None else Seen(*page["flat"]),
        tuple(_chain(f"other{nth}.", arrays) for nth in range(page["other"])),
        _kept("checking", arrays),
        page["checked"],
    )


def _kept(name: str, arrays: Arrays) -> Kept:
    parts = {each.name: arrays[f"{name}.{each.name}"] for each in fields(Kept)}
    return Kept(**parts)


def _chain(start: str, arrays: Arrays) -> Chain:
    mine = {name.removeprefix(start): each for name, each in arrays.items()}
    return Chain.from_arrays(mine)


def _sampler(word: str | None) -> Sampler | None:
    return None if word is None else Sampler(word)
