"""The server as people start it: a process, with a worker that ends when it ends."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

pytestmark = pytest.mark.slow


def test_a_service_manager_ends_the_server_and_its_worker(case) -> None:
    command = [sys.executable, "-m", "tasjil", "serve", str(case.folder), "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
        assert server.stderr is not None
        address = server.stderr.readline().split()[0]
        with urlopen(f"{address}en/entrance/sign-in", timeout=60) as page:
            assert page.status == 200
        with pytest.raises(HTTPError) as refused:
            urlopen(Request(address, headers={"Host": "evil.example"}), timeout=60)
        with refused.value as answer:
            assert answer.code == 400
        worker = child_of(server.pid)
        os.kill(server.pid, signal.SIGTERM)
        assert server.wait(30) == 0
    assert not Path(f"/proc/{worker}").exists()


def child_of(process: int) -> int:
    """Wait for the worker to be there; give its number."""
    children = Path(f"/proc/{process}/task/{process}/children")
    until = time.monotonic() + 30
    while time.monotonic() < until:
        found = children.read_text().split()
        if found:
            return int(found[0])
        time.sleep(0.1)
    raise AssertionError("the server has no worker")
