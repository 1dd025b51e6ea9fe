"""The machine: building, cores, the tools and the server under test."""

import contextlib
import http.client
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
RELEASE = ROOT / "build/release"
WORK = ROOT / "build/bench"
PASSWORD = "en-mening-for-matningar"
HOST = "bench.localhost"


def build() -> None:
    os.chdir(ROOT)
    quiet = {"check": True, "stdout": subprocess.DEVNULL}
    subprocess.run(["cmake", "--preset", "release"], **quiet)
    targets = ["sigill", "sigill_bench"]
    subprocess.run(["cmake", "--build", str(RELEASE), "--target", *targets], **quiet)
    WORK.mkdir(parents=True, exist_ok=True)


def on_core(core: int) -> list[str]:
    """What is measured runs on core 0, what loads it on core 1."""
    bound = ["taskset", "-c", str(core)] if len(os.sched_getaffinity(0)) > 1 else []
    return (["nice", "-n", "-19"] if ahead_of_neighbours else []) + bound


# On a busy machine: everything that is measured goes before what the neighbours do.
ahead_of_neighbours = False


def tool(name: str, core: int | None = None, **options: object) -> dict:
    words = [str(RELEASE / "sigill_bench"), name]
    for key, value in options.items():
        words += ["--" + key.replace("_", "-"), str(value)]
    before = [] if core is None else on_core(core)
    done = subprocess.run(before + words, check=True, stdout=subprocess.PIPE, text=True)
    return json.loads(done.stdout)


def load(server: "Server | Nginx", seconds: int, **options: object) -> dict:
    """What the load saw, and what each second of the server's own processor time answered."""
    before = cpu_seconds(server.process.pid)
    seen = tool("load", 1, port=server.port, seconds=seconds, **options)
    seen["cpu_seconds"] = cpu_seconds(server.process.pid) - before
    seen["per_cpu_second"] = seen["answers"] / max(seen["cpu_seconds"], 0.01)
    return seen


def cpu_seconds(pid: int) -> float:
    """Of the process and its children (nginx answers from one)."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    ticks = 0
    for each in [str(pid), *children]:
        fields = Path(f"/proc/{each}/stat").read_text().rpartition(")")[2].split()
        ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def filled(rows: int, reuse: bool) -> Path:
    """A data directory with `rows` assets, made once a run."""
    data = WORK / f"data-{rows}"
    if not (reuse or rows in _filled) or not data.exists():
        shutil.rmtree(data, ignore_errors=True)
        took = tool("fill", data=data, rows=rows, password=PASSWORD)["seconds"]
        print(f"       filled {rows} assets through the engine in {took:.1f} s")
    _filled.add(rows)
    return data


_filled: set[int] = set()


def copy_of(data: Path, name: str) -> Path:
    copy = WORK / name
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(data, copy, ignore=lambda folder, names: [
        each for each in names if (Path(folder) / each).is_socket()])
    return copy


class Server:
    """`sigill serve` on its own core, with the log thrown away."""

    def __init__(self, data: Path, pages: Path | None = None):
        self.port = free_port()
        words = [str(RELEASE / "sigill"), "serve", "--data", str(data)]
        words += ["--listen", f"127.0.0.1:{self.port}"]
        words += ["--web", str(pages)] if pages else []
        self.started_at = time.monotonic()
        self.process = subprocess.Popen(on_core(0) + words, stdout=subprocess.DEVNULL,
                                        stderr=subprocess.DEVNULL)

    def __enter__(self) -> "Server":
        return self

    def __exit__(self, *_: object) -> None:
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(30)

    def ask(self, method: str, path: str, body: dict | None = None, **headers: str):
        link = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        headers = {name.replace("_", "-"): value for name, value in headers.items()}
        text = json.dumps(body) if body is not None else None
        if text:
            headers["Content-Type"] = "application/json"
        link.request(method, path, text, {"Host": f"{HOST}:{self.port}", **headers})
        answer = link.getresponse()
        return answer, answer.read()

    def first_answer(self, path: str, **headers: str) -> float:
        """Milliseconds from the start of the process until `path` is answered with 200."""
        while self.process.poll() is None and time.monotonic() - self.started_at < 20:
            with contextlib.suppress(ConnectionError):
                answer, _ = self.ask("GET", path, **headers)
                if answer.status == 200:
                    return (time.monotonic() - self.started_at) * 1000
                raise RuntimeError(f"{path} was answered with {answer.status}")
            time.sleep(0.002)
        raise RuntimeError("the server did not come up")

    def log_in(self, email: str) -> dict[str, str]:
        self.first_answer("/healthz")
        answer, body = self.ask("POST", "/api/v1/session", {"email": email, "password": PASSWORD})
        if answer.status != 200:
            raise RuntimeError(f"log-in was answered with {answer.status}: {body!r}")
        cookie = answer.getheader("set-cookie").split(";")[0]
        return {"Cookie": cookie, "X-CSRF-Token": json.loads(body)["csrf_token"]}

    def resident_mb(self) -> float:
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+) kB", status).group(1)) / 1024


class Nginx:
    """nginx with one worker on the server's core, serving one folder. Missing: `found` is false."""

    program = os.environ.get("SIGILL_NGINX") or shutil.which("nginx", path="/usr/sbin:/usr/bin")
    found = program is not None

    def __init__(self, folder: Path):
        self.port = free_port()
        place = WORK / "nginx"
        place.mkdir(exist_ok=True)
        scratch = "".join(f"{kind}_temp_path {place}/{kind};\n" for kind in
                          ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
        (place / "nginx.conf").write_text(
            f"daemon off; worker_processes 1; pid {place}/pid; error_log stderr;\n"
            "events { worker_connections 256; }\n"
            f"http {{ {scratch} access_log off; sendfile on; tcp_nopush on;\n"
            "  default_type application/json; keepalive_requests 100000000;\n"
            f"  open_file_cache max=100;\n"
            f"  server {{ listen 127.0.0.1:{self.port}; root {folder}; }} }}\n")
        words = [self.program, "-p", str(place), "-c", str(place / "nginx.conf")]
        self.process = subprocess.Popen(on_core(0) + words, stderr=subprocess.DEVNULL)
        for _ in range(200):
            with contextlib.suppress(ConnectionError):
                socket.create_connection(("127.0.0.1", self.port)).close()
                return
            time.sleep(0.02)
        raise RuntimeError("nginx did not come up")

    def __enter__(self) -> "Nginx":
        return self

    def __exit__(self, *_: object) -> None:
        self.process.terminate()
        self.process.wait(10)
