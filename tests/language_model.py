"""A server on this machine that answers as a language model does, well or badly."""

import json
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any, Self

JSON = "application/json"


@dataclass
class Heard:
    """One question as it came over the wire."""

    path: str
    headers: dict[str, str]
    body: dict[str, Any]

    @property
    def system(self) -> str:
        return self.body["messages"][0]["content"]

    @property
    def user(self) -> str:
        return self.body["messages"][1]["content"]


Reply = Callable[[BaseHTTPRequestHandler], None]


def raw(body: bytes, kind: str = JSON, status: int = 200, **headers: str) -> Reply:
    """Answer with these bytes."""

    def reply(door: BaseHTTPRequestHandler) -> None:
        door.send_response(status)
        door.send_header("Content-Type", kind)
        door.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            door.send_header(name.replace("_", "-"), value)
        door.end_headers()
        door.wfile.write(body)

    return reply


def words(content: str | None, finish: str = "stop", **message: Any) -> Reply:
    """Answer with these words of the model."""
    told = {"role": "assistant", "content": content, **message}
    choice = {"index": 0, "message": told, "finish_reason": finish}
    return raw(json.dumps({"object": "chat.completion", "choices": [choice]}).encode())


def claims(*told: Any) -> Reply:
    """Answer with these claims."""
    return words(json.dumps({"claims": list(told)}, ensure_ascii=False))


def status(code: int, **headers: str) -> Reply:
    """Answer with a status and nothing of use."""
    return raw(b'{"error": {"message": "no"}}', status=code, **headers)


def hangs(seconds: float) -> Reply:
    """Answer nothing for a while."""
    return lambda door: time.sleep(seconds)


def hangs_up(door: BaseHTTPRequestHandler) -> None:
    """Close the connection without a word."""
    door.connection.close()


def drips(door: BaseHTTPRequestHandler) -> None:
    """Answer a letter at a time, for as long as anybody listens."""
    _begin(door)
    while True:
        door.wfile.write(b" ")
        door.wfile.flush()
        time.sleep(0.02)


def never_ends(door: BaseHTTPRequestHandler) -> None:
    """Answer more than anybody can hold."""
    _begin(door)
    while True:
        door.wfile.write(b" " * 1_000_000)


def _begin(door: BaseHTTPRequestHandler) -> None:
    door.send_response(200)
    door.send_header("Content-Type", JSON)
    door.end_headers()


@dataclass
class ServedModel:
    """A model at an address of this machine, for the length of a `with`.

    Attributes:
        replies: What it answers next; then `always`.
        asked: What it was asked, in order.
    """

    always: Reply = field(default_factory=lambda: claims())
    replies: deque[Reply] = field(default_factory=deque)
    asked: list[Heard] = field(default_factory=list)

    def __post_init__(self) -> None:
        served = self

        class Door(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                served.asked.append(Heard(self.path, dict(self.headers), body))
                reply = served.replies.popleft() if served.replies else served.always
                reply(self)

            def log_message(self, *args: object) -> None:
                """Say nothing."""

        class Server(ThreadingHTTPServer):
            daemon_threads = True
            block_on_close = False

            def handle_error(self, *args: object) -> None:
                """Say nothing: whoever asked may have hung up."""

        self._server = Server(("127.0.0.1", 0), Door)
        self.endpoint = f"http://127.0.0.1:{self._server.server_port}/v1"

    def __enter__(self) -> Self:
        self._thread = Thread(target=self._server.serve_forever, args=(0.02,))
        self._thread.start()
        return self

    def __exit__(self, *failed: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def settings_file(self, folder: Path, name: str = "model.toml") -> Path:
        """Write the settings that ask it."""
        file = folder / name
        file.write_text(
            f'endpoint = "{self.endpoint}"\nmodel = "lumen-7b"\nattempts = 1\n'
        )
        return file
