"""What is measured. Each function returns rows of the table; its first line says what it is."""

import json
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

import machine
from machine import HOST, WORK, Nginx, Server, load, tool
from report import Row

ROWS = 100_000
SECONDS = 3
READER = "reader@bench.example"
WRITER = "writer@bench.example"
LIST = "/api/v1/assets?limit=50"


@dataclass
class Setting:
    rounds: int
    reuse: bool


def ask(server: Server, path: str, session: dict[str, str]) -> bytes:
    answer, body = server.ask("GET", path, **session)
    if answer.status != 200:
        raise RuntimeError(f"{path} was answered with {answer.status}: {body[:500]!r}")
    return body


def times(answer: dict) -> str:
    return (f"{answer['per_second']:.0f}/s by the clock, p50 {answer['p50_ms']:.1f} ms, "
            f"p99 {answer['p99_ms']:.1f} ms")


def p1(setting: Setting) -> list[Row]:
    """authenticated list of 50 rows of 100,000"""
    data = machine.filled(ROWS, setting.reuse)
    row = Row("P1", f"list of 50 of {ROWS} rows, narrowed by permission, 16 connections",
              "lists per CPU second", [], limit_is="same statements, same bytes, bare loop",
              goal="≥ 0.5", least_ratio=0.5)
    for _ in range(setting.rounds):
        with Server(data) as server:
            session = server.log_in(READER)
            body = ask(server, LIST, session)
            answer = load(server, SECONDS, path=LIST, host=HOST, Cookie=session["Cookie"])
        row.own.append(answer["per_cpu_second"])
        bare = tool("list-limit", 0, data=data, seconds=SECONDS)
        row.limit.append(bare["per_cpu_second"])
        row.beside = f"{times(answer)}; {answer['bytes']} bytes; {bare['statements']} statements"
    if Nginx.found:
        row.beside += f"; nginx serves the bytes as a file {as_file(body):.0f} times"
    return [row]


def as_file(body: bytes) -> float:
    folder = WORK / "files"
    folder.mkdir(exist_ok=True)
    (folder / "answer.json").write_bytes(body)
    with Nginx(folder) as nginx:
        return load(nginx, SECONDS, path="/answer.json")["per_cpu_second"]


def static_folder(body: bytes) -> Path:
    folder = WORK / "pages"
    folder.mkdir(exist_ok=True)
    (folder / "index.html").write_text("<!doctype html><title>-</title>")
    (folder / "answer.json").write_bytes(body)
    return folder


def ids_of(server: Server, session: dict[str, str]) -> list[str]:
    page = json.loads(ask(server, "/api/v1/assets?limit=500&sort=ref", session))
    return [item["id"] for item in page["items"]]


def p2(setting: Setting) -> list[Row]:
    """one record"""
    data = machine.filled(ROWS, setting.reuse)
    row = Row("P2", "read one record, 500 in turn, 16 connections", "records per CPU second", [],
              limit_is="nginx, the bytes as a file" if Nginx.found
              else "no nginx here: Sigill's own file server",
              goal="≥ 0.4 of nginx", least_ratio=0.4)
    paths = WORK / "paths"
    body = b"{}"
    for _ in range(setting.rounds):
        with Server(data) as server:
            session = server.log_in(READER)
            found = [f"/api/v1/assets/{each}" for each in ids_of(server, session)]
            paths.write_text("\n".join(found) + "\n")
            body = ask(server, found[0], session)
            answer = load(server, SECONDS, paths=paths, host=HOST, Cookie=session["Cookie"])
        row.own.append(answer["per_cpu_second"])
        row.beside = f"{times(answer)}; {answer['bytes']} bytes"
        if Nginx.found:
            row.limit.append(as_file(body))
            continue
        with Server(data, static_folder(body)) as server:
            server.first_answer("/healthz")
            file = load(server, SECONDS, path="/answer.json", host=HOST)
            row.limit.append(file["per_cpu_second"])
    return [row]


def asset_body(server: Server, session: dict[str, str]) -> str:
    """The asset that the bare loop stores as well (sample.hpp); {n} becomes a number."""
    items = {}
    for register in ("units", "processes"):
        page = json.loads(ask(server, f"/api/v1/{register}?limit=1&sort=ref", session))
        items[register] = page["items"][0]["id"]
    return json.dumps({
        "title": "Verksamhetssystem för ärenden {n}", "kind": "system",
        "description": "Systemet håller ärenden från ansökan till beslut och gallring. Det sköts "
                       "av leverantören, körs i kommunens egen datorhall och nås av handläggare "
                       "på sex kontor.",
        "personal_data": "ordinary", "internet_facing": True,
        "unit": items["units"], "process": items["processes"],
    }, ensure_ascii=False)


def p3(setting: Setting) -> list[Row]:
    """durable create through HTTP"""
    data = machine.filled(ROWS, setting.reuse)
    own, bare = machine.copy_of(data, "data-own"), machine.copy_of(data, "data-bare")
    rows = []
    first = 1
    for connections in (16, 64):
        row = Row("P3", f"durable create through HTTP, {connections} connections", "creates/s", [],
                  limit_is="same rows, same tables, same group commit, bare loop",
                  goal="≥ 0.7", least_ratio=0.7, by_clock=True)
        for _ in range(setting.rounds):
            with Server(own) as server:
                session = server.log_in(WRITER)
                body = asset_body(server, session)
                answer = load(server, SECONDS, method="POST", path="/api/v1/assets", host=HOST,
                              body=body, first=first, connections=connections, **session)
            first += answer["answers"]
            row.own.append(answer["per_second"])
            limit = tool("create-limit", 0, data=bare, seconds=SECONDS, connections=connections)
            row.limit.append(limit["per_second"])
            row.beside = (f"{times(answer)}; {limit['commands_per_commit']:.0f} creates a commit; "
                          f"CPU a create {1e6 / answer['per_cpu_second']:.0f} µs, bare "
                          f"{1e6 / limit['per_cpu_second']:.0f} µs, ratio "
                          f"{answer['per_cpu_second'] / limit['per_cpu_second']:.2f}")
        rows.append(row)
    return rows


def p5(setting: Setting) -> list[Row]:
    """verify 1,000,000 ledger entries offline"""
    file = WORK / "log.ndjson"
    if not (setting.reuse and file.exists()):
        tool("write-log", file=file, entries=1_000_000)
    row = Row("P5", "sigill ledger verify of 1,000,000 entries", "s", [],
              limit_is="SHA-256 of the bytes by OpenSSL", goal="≤ 10 s, ≥ 0.5", least_ratio=0.5,
              most=10, smaller_is_better=True,
              beside=f"{file.stat().st_size / 1e6:.0f} MB")
    words = machine.on_core(0) + [str(machine.RELEASE / "sigill"), "ledger", "verify", str(file)]
    for _ in range(setting.rounds):
        row.limit.append(tool("hash-log", 0, file=file)["seconds"])
        started = time.monotonic()
        subprocess.run(words, check=True, stdout=subprocess.DEVNULL)
        row.own.append(time.monotonic() - started)
    return [row]


def p9(setting: Setting) -> list[Row]:
    """cold start and idle memory"""
    data = machine.filled(ROWS, setting.reuse)
    with Server(data) as server:
        session = server.log_in(READER)
    started = Row("P9", "start of the process to the first list, the tenant's file opened too",
                  "ms", [], goal="≤ 300 ms", most=300)
    memory = Row("P9", "resident memory, idle after that list", "MB", [], goal="≤ 80 MB", most=80)
    for _ in range(max(setting.rounds, 3)):
        with Server(data) as server:
            started.own.append(server.first_answer(LIST, **session))
            time.sleep(1)
            memory.own.append(server.resident_mb())
    started.beside = "files in the page cache"
    return [started, memory]


ALL = {"P1": p1, "P2": p2, "P3": p3, "P5": p5, "P9": p9}
