"""A PostgreSQL server of the tests' own: on a socket, in a folder that goes with it.

python tests/postgres.py COMMAND...   runs a command with DATABASE_URL set to it

Nothing of the machine is used but the programs: no port, no running server, no
account. PostgreSQL refuses to run as root; then it runs as another user.
"""

import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from types import TracebackType
from typing import Any, Self

INSTALL = (
    "expected PostgreSQL 14 or newer, found no `initdb`; install it: "
    "apt-get install postgresql (Debian, Ubuntu), or put its bin folder on PATH"
)
PATIENCE = 30
"""How often a start is tried, a second apart."""
SETTINGS = {
    "listen_addresses": "",
    "fsync": "on",
    "shared_buffers": "128MB",
    "max_wal_size": "512MB",
    "max_connections": "60",
}
ROLES = """
    CREATE ROLE tasjil LOGIN;
    CREATE ROLE clerk LOGIN;
    CREATE ROLE guarded LOGIN PASSWORD 'quiet-river';
"""
"""The owner of the registers, one who may not change a table, and one with a word."""
DATABASE = """
    CREATE DATABASE tasjil OWNER tasjil TEMPLATE template0
        LOCALE_PROVIDER icu ICU_LOCALE 'en'
"""
"""It sorts as a dictionary does and not by bytes, as most servers' databases do."""
WHO_COMES_IN = "local all guarded scram-sha-256\nlocal all all trust\n"


def programs() -> Path:
    """Find the folder with `initdb`; Debian keeps it away from PATH.

    Where it is missing, root installs it and anybody else is told what to do.
    """
    found = _found()
    if found is None and os.geteuid() == 0 and shutil.which("apt-get"):
        for command in (["update"], ["install", "--no-install-recommends"]):
            apt = ["apt-get", "-qq", "-y", *command]
            packages = ["postgresql"] if command[0] == "install" else []
            quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
            subprocess.run([*apt, *packages], check=False, env=quiet)
        found = _found()
    if found is None:
        sys.exit(INSTALL)
    return found


def _found() -> Path | None:
    places = [Path(each) for each in os.environ.get("PATH", "").split(os.pathsep)]
    if shutil.which("pg_config"):
        asked = subprocess.run(
            ["pg_config", "--bindir"], capture_output=True, text=True, check=False
        )
        places.insert(0, Path(asked.stdout.strip()))
    debian = Path("/usr/lib/postgresql").glob("*/bin")
    versions = sorted(debian, key=lambda each: float(each.parent.name), reverse=True)
    both = ("initdb", "pg_ctl")
    for place in (*places, *versions):
        if all((place / name).is_file() for name in both):
            return place
    return None


class Server:
    """A server that starts with `with`, and is gone with its folder after it."""

    def __enter__(self) -> Self:
        """Make the server's folder and start it."""
        self._bin = programs()
        self._as = _somebody_else()
        # Short: the path of a socket has room for a hundred letters.
        self.folder = Path(tempfile.mkdtemp(prefix="pg-", dir="/tmp"))
        if self._as:
            os.chown(self.folder, self._as["user"], self._as["group"])
        try:
            self._run("initdb", "-U", "postgres", "-E", "UTF8", "--locale=C.UTF-8")
            (self.data / "pg_hba.conf").write_text(WHO_COMES_IN)
            with (self.data / "postgresql.conf").open("a") as settings:
                socket = {"unix_socket_directories": str(self.folder)}
                for name, value in (SETTINGS | socket).items():
                    settings.write(f"{name} = '{value}'\n")
            self.start()
            self.sql(ROLES)
            self.sql(DATABASE)
        except BaseException:
            self.__exit__(None, None, None)
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop it, and remove all that it wrote."""
        if (self.data / "postmaster.pid").exists():
            self._run("pg_ctl", "stop", "-m", "immediate")
        shutil.rmtree(self.folder)

    @property
    def data(self) -> Path:
        """Where the server keeps what it keeps."""
        return self.folder / "data"

    @property
    def pid(self) -> int:
        """The number of the server's first process."""
        return int((self.data / "postmaster.pid").read_text().splitlines()[0])

    def url(self, user: str = "tasjil", password: str = "") -> str:
        """Give the DATABASE_URL of a user."""
        who = f"{user}:{password}" if password else user
        return f"postgresql://{who}@/tasjil?host={self.folder}"

    def start(self) -> None:
        """Start it, or start it again once all of a killed one is gone."""
        log = str(self.folder / "log")
        for _ in range(PATIENCE):
            if self._tried("pg_ctl", "start", "-w", "-t", "60", "-l", log) == 0:
                return
            time.sleep(1)
        sys.exit("the PostgreSQL server of the tests did not start")

    def kill(self) -> None:
        """End it as a power cut would."""
        os.kill(self.pid, signal.SIGKILL)

    def sql(self, script: str, database: str = "postgres") -> str:
        """Run a script as the server's own superuser."""
        socket = str(self.folder)
        command = ["psql", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1"]
        who = ["-h", socket, "-U", "postgres", "-d", database, "-f", "-"]
        done = subprocess.run(
            [str(self._bin / command[0]), *command[1:], *who],
            input=script,
            text=True,
            check=True,
            capture_output=True,
        )
        return done.stdout

    def _run(self, program: str, *args: str) -> None:
        status = self._tried(program, *args)
        if status:
            sys.exit(f"{program} of PostgreSQL failed with {status}")

    def _tried(self, program: str, *args: str) -> int:
        # Nothing of ours for the server to hold: it would outlast a test's pipe.
        nothing = subprocess.DEVNULL
        return subprocess.call(
            [str(self._bin / program), "-D", str(self.data), *args],
            cwd=self.folder,
            stdin=nothing,
            stdout=nothing,
            stderr=nothing,
            **self._as,
        )


def _somebody_else() -> dict[str, Any]:
    """The user to run it as: ourselves, or where that is root, one with no rights."""
    if os.geteuid() != 0:
        return {}
    known = {each.pw_name: each for each in pwd.getpwall()}
    found = known.get("postgres") or known["nobody"]
    return {"user": found.pw_uid, "group": found.pw_gid, "extra_groups": []}


def main(command: list[str]) -> int:
    """Run a command with a server beside it; give its status."""
    with Server() as server:
        told = os.environ | {"DATABASE_URL": server.url()}
        return subprocess.call(command, env=told)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
