"""A real time authority of the invented country, made with the openssl command."""

import subprocess
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread
from typing import Self

SETTINGS = """
[ tsa ]
default_tsa = clock
[ clock ]
serial = serial
crypto_device = builtin
signer_digest = sha256
default_policy = 1.2.3.4.1
other_policies = 1.2.3.4.2
digests = sha256
accuracy = secs:1
ordering = no
tsa_name = yes
ess_cert_id_chain = no
ess_cert_id_alg = sha256
[ stamping ]
extendedKeyUsage = critical,timeStamping
keyUsage = critical,digitalSignature
[ root ]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign
"""
KEY = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes")
DAYS = ("-days", "3650")


@dataclass(frozen=True)
class Authority:
    """Stamps whatever it is asked to, in the way of RFC 3161."""

    folder: Path

    @classmethod
    def made(cls, folder: Path) -> Self:
        """Draw a root key and a clock's key that stands under it."""
        folder.mkdir(parents=True)
        (folder / "settings").write_text(SETTINGS)
        (folder / "serial").write_text("01\n")
        made = cls(folder)
        own = ("-config", "settings")
        made._openssl(
            *("req", "-x509", *KEY, "-keyout", "root.key", "-out", "root.pem"),
            *("-subj", "/O=Lumenia Time/CN=Root", "-extensions", "root", *own, *DAYS),
        )
        made._openssl(
            *("req", *KEY, "-keyout", "clock.key", "-out", "clock.csr"),
            *("-subj", "/O=Lumenia Time/CN=Clock", "-config", "/dev/null"),
        )
        made._openssl(
            *("x509", "-req", "-in", "clock.csr", "-out", "clock.pem", *DAYS),
            *("-CA", "root.pem", "-CAkey", "root.key", "-CAcreateserial"),
            *("-extfile", "settings", "-extensions", "stamping"),
        )
        return made

    @property
    def root(self) -> Path:
        """The certificate it publishes."""
        return self.folder / "root.pem"

    def answer(self, query: bytes) -> bytes:
        """Stamp a question; where it is none, answer with a refusal."""
        (self.folder / "query").write_bytes(query)
        (self.folder / "reply").unlink(missing_ok=True)
        self._openssl(
            *("ts", "-reply", "-queryfile", "query", "-out", "reply"),
            *("-signer", "clock.pem", "-inkey", "clock.key", "-config", "settings"),
        )
        return (self.folder / "reply").read_bytes()

    def holds(self, reply: Path, data: Path) -> bool:
        """Tell what openssl itself says of a stamp."""
        command = ["ts", "-verify", "-in", reply, "-data", data, "-CAfile", self.root]
        done = subprocess.run(
            ["openssl", *map(str, command)], capture_output=True, check=False
        )
        return done.returncode == 0

    def _openssl(self, *args: str) -> None:
        subprocess.run(
            ["openssl", *args], cwd=self.folder, capture_output=True, check=True
        )


class Served:
    """An authority at an address of this machine, for the length of a `with`."""

    def __init__(self, authority: Authority) -> None:
        """Answer every question as `answer` does; tests may put another in place."""
        self.answer = authority.answer
        self.status = 200
        self.asked: list[bytes] = []
        served = self

        class Door(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                query = self.rfile.read(int(self.headers["Content-Length"]))
                served.asked.append(query)
                reply = served.answer(query)
                self.send_response(served.status)
                self.send_header("Content-Type", "application/timestamp-reply")
                self.end_headers()
                self.wfile.write(reply)

            def log_message(self, *args: object) -> None:
                """Say nothing."""

        self._server = HTTPServer(("127.0.0.1", 0), Door)
        self.url = f"http://127.0.0.1:{self._server.server_port}/"

    def __enter__(self) -> Self:
        """Open the door."""
        self._thread = Thread(target=self._server.serve_forever, args=(0.05,))
        self._thread.start()
        return self

    def __exit__(self, *error: object) -> None:
        """Close it."""
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()
