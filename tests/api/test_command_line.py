"""The command line, run as people run it: results on stdout, one line per error on stderr, UTF-8 in any locale."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from ontology.record import Record
from tests.graph.test_interleavings import entry, opened
from tests.stores import Store

HOPTAC = Path(sys.executable).parent / "hoptac"
NOTICE = (
    "THÔNG BÁO\nKết luận tại Hội nghị sơ kết Chương trình hợp tác giữa tỉnh Bình Thuận và Thành phố Hồ Chí Minh "
    "giai đoạn 2015 - 2020 về du lịch và nông nghiệp.\nGiao Sở Kế hoạch và Đầu tư tỉnh Bình Thuận chủ trì, "
    "phối hợp với Sở Công Thương tổ chức hội nghị xúc tiến đầu tư trước ngày 30/6/2016.\n"
)


def run(*arguments: str | Path, status: int = 0, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run hoptac; its exit status has to be the one expected."""
    done = subprocess.run(
        [HOPTAC, *arguments],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, **environment},
        timeout=180,
        check=False,
    )
    assert done.returncode == status, done.stderr + done.stdout
    assert "Traceback" not in done.stderr
    return done


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two documents, one of them deep inside, and things that are none."""
    (tmp_path / "documents" / "deep").mkdir(parents=True)
    (tmp_path / "documents" / "thông báo.txt").write_text(NOTICE, encoding="utf-8")
    (tmp_path / "documents" / "deep" / "tin.txt").write_text(NOTICE.replace("2015", "2016"), encoding="utf-8")
    (tmp_path / "documents" / "README.md").write_text("not a document", encoding="utf-8")
    (tmp_path / "documents" / ".hidden.txt").write_text("not a document", encoding="utf-8")
    return tmp_path / "documents"


@pytest.mark.parametrize("locale", ["C", "en_US.ISO-8859-1"])
def test_a_record_is_utf8_in_any_locale(folder: Path, locale: str) -> None:
    done = run("extract", folder / "thông báo.txt", LC_ALL=locale, PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    record = Record.model_validate_json(done.stdout)
    assert "Bình Thuận" in done.stdout
    assert {party.id for agreement in record.agreements for party in agreement.parties} == {"binh-thuan", "ho-chi-minh"}


def test_several_records_are_printed_one_a_line_or_written_to_a_folder(folder: Path, tmp_path: Path) -> None:
    printed = run("extract", folder).stdout.splitlines()
    assert len(printed) == 2
    run("extract", folder, "--out", tmp_path / "records")
    written = {path.name: json.loads(path.read_text(encoding="utf-8")) for path in (tmp_path / "records").iterdir()}
    assert written.keys() == {"thông báo.json", "tin.json"}
    assert [written["tin.json"], written["thông báo.json"]] == [json.loads(line) for line in printed]


def test_each_statement_is_explained_by_its_words_and_its_rule_for_people_or_as_json(folder: Path) -> None:
    text = run("extract", folder / "thông báo.txt", "--explain", "--language", "en").stdout
    assert "agreements[0].parties[0]: " in text
    assert "rule kind:named (loaders/agreement_kinds.py): As the text calls it" in text
    explained = [json.loads(line) for line in run("extract", folder, "--explain", "--json").stdout.splitlines()]
    assert [one["file"] for one in explained] == ["tin.txt", "thông báo.txt"]
    assert all(rule["vi"] for one in explained for said in one["statements"] for rule in said["rules"])


def test_extracting_touches_no_store(folder: Path, tmp_path: Path) -> None:
    run("extract", folder, "--data", tmp_path / "data")
    assert not (tmp_path / "data").exists()


def test_of_two_files_of_one_name_the_second_is_refused_and_nothing_is_lost(folder: Path, tmp_path: Path) -> None:
    (folder / "deep" / "thông báo.txt").write_text(NOTICE, encoding="utf-8")
    done = run("extract", folder, "--out", tmp_path / "records", status=1)
    assert "folder of its own" in done.stderr
    assert len(list((tmp_path / "records").iterdir())) == 2


def test_a_file_that_cannot_be_read_is_named_with_what_to_do_and_the_others_go_on(folder: Path) -> None:
    (folder / "empty.txt").touch()
    (folder / "old.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100))
    done = run("extract", folder, status=1)
    assert len(done.stdout.splitlines()) == 2
    complaints = done.stderr.splitlines()
    assert len(complaints) == 2
    assert all(line.startswith("hoptac: ") and "(" in line for line in complaints)


def test_what_is_attached_to_a_mail_is_named_as_not_read(folder: Path) -> None:
    parts = "--x\n\nThông báo\n--x\nContent-Disposition: attachment; filename=annex.pdf\n\nx\n--x--\n"
    mail = f"Subject: a\nContent-Type: multipart/mixed; boundary=x\n\n{parts}"
    (folder / "notice.eml").write_text(mail, encoding="utf-8")
    done = run("extract", folder / "notice.eml")
    assert "notice.eml: attachments are not read: annex.pdf" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (["extract", "nowhere"], 1, "nowhere is not there"),
        (["load", "nowhere"], 1, "nowhere is not there"),
        (["load"], 2, "Missing argument"),
        (["fly"], 2, "No such command 'fly'"),
        (["serve", "--port", "high"], 2, "--port"),
        (["serve", "--port", "99999"], 1, "HOPTAC_PORT"),
        (["export", "xml"], 2, "xml"),
    ],
)
def test_an_error_is_one_line_on_stderr(arguments: list[str], status: int, said: str, tmp_path: Path) -> None:
    done = run(*arguments, status=status, HOPTAC_DATA_DIR=str(tmp_path / "data"))
    assert said in done.stderr
    assert (done.stdout, done.stderr.count("\n")) == ("", 1)


def test_a_folder_without_documents_is_said_so(tmp_path: Path) -> None:
    assert "no document in" in run("load", tmp_path, "--data", tmp_path / "data", status=1).stderr


def test_the_version_and_the_help_name_every_command() -> None:
    assert run("--version").stdout.startswith("hoptac ")
    shown = run("--help").stdout
    for command in ("extract", "load", "serve", "remove", "documents", "export", "check", "status"):
        assert command in shown


def test_documents_are_loaded_listed_exported_checked_and_removed(
    folder: Path, tmp_path: Path, embedded_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    embedded_store.empty()
    for name, value in embedded_store.settings.items():  # one store for all commands is started once
        monkeypatch.setenv(f"HOPTAC_{name.upper()}", value)
    data = ("--data", tmp_path / "data")
    (folder / "empty.txt").touch()
    loaded = run("load", folder, *data, status=1)
    assert loaded.stdout == "2 loaded, 0 unchanged, 0 replaced, 1 refused\n"
    assert "empty.txt: is empty" in loaded.stderr
    (folder / "empty.txt").unlink()
    assert run("load", folder, *data).stdout == "0 loaded, 2 unchanged, 0 replaced, 0 refused\n"
    assert run("load", folder / "thông báo.txt", "--id", "notice-1", *data).stdout.startswith("1 loaded")
    assert "one document" in run("load", folder, "--id", "notice-1", *data, status=2).stderr

    listed = [line.split("\t") for line in run("documents", *data).stdout.splitlines()]
    assert len(listed) == 3
    assert ["notice-1", "thông báo.txt", "text/plain"] in listed

    assert "notice-1" in run("export", "trig", *data).stdout
    run("export", "jsonl", "--out", tmp_path / "all.jsonl", *data)
    assert len((tmp_path / "all.jsonl").read_text(encoding="utf-8").splitlines()) == 3
    said = run("import", tmp_path / "all.jsonl", *data).stdout
    assert said == "0 loaded, 3 unchanged, 0 replaced, 0 refused\n"
    assert "these end in .trig" in run("import", folder / "thông báo.txt", *data, status=1).stderr
    run("export", "csv", "--out", tmp_path / "tables", *data)
    tables = {path.name: path.read_text(encoding="utf-8") for path in (tmp_path / "tables").iterdir()}
    assert any("Bình Thuận" in table for table in tables.values())

    assert run("release", "1.0", "--format", "jsonl", *data).stdout.startswith("released 1.0: 3 documents")
    assert "there already" in run("release", "1.0", *data, status=1).stderr
    assert run("releases", "--verify", *data).stdout.startswith("1.0\t20")
    assert run("changes", "1.0", *data).stdout == ""

    assert run("check", *data).stdout == "nothing differs\n"
    assert "documents\t3\n" in run("status", *data).stdout
    assert run("remove", "notice-1", *data).stdout == "removed notice-1\n"
    assert "no document has the id 'notice-1'" in run("remove", "notice-1", *data, status=1).stderr

    jobs = [line.split("\t") for line in run("log", *data).stdout.splitlines()]
    assert [(job[1], job[5]) for job in jobs[:2]] == [("remove", "failed"), ("remove", "done")]
    assert json.loads(jobs[-1][6])["counts"] == {"loaded": 2, "refused": 1}
    assert "empty.txt: is empty" in json.loads(jobs[-1][6])["refused"][0]
    history = run("log", "--document", "notice-1", *data).stdout.splitlines()
    assert [line.split("\t")[3] for line in history] == ["remove", "put"]

    assert "up to change 4" in run("backup", tmp_path / "copy.sqlite", *data).stdout
    other = ("--data", tmp_path / "other")
    monkeypatch.delenv("HOPTAC_STORE_URI")
    assert "2 documents are in the graphs again" in run("restore", tmp_path / "copy.sqlite", *other).stdout
    assert run("export", "trig", *other).stdout == run("export", "trig", *data).stdout
    assert "is not empty" in run("restore", tmp_path / "copy.sqlite", *data, status=1).stderr


def test_a_command_says_what_the_stores_had_missed(tmp_path: Path, embedded_store: Store) -> None:
    embedded_store.empty()
    with opened(tmp_path / "data") as holdings:  # the ledger only: as if both stores had been down
        holdings.ledger.put(entry(0, 0))
    there = {f"HOPTAC_{name.upper()}": value for name, value in embedded_store.settings.items()}
    back = run("check", "--data", tmp_path / "data", **there)
    assert back.stdout == "nothing differs\n"
    said = "caught up with the ledger: 1 documents in the quad store, 1 in the property graph"
    assert back.stderr == f"hoptac: {said}\n"


def test_what_is_loaded_while_the_server_runs_is_served(folder: Path, tmp_path: Path) -> None:
    data = tmp_path / "data"
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [HOPTAC, "serve", "--port", str(port), "--data", data]
    with subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8") as server:
        assert server.stdout is not None
        try:
            assert f"http://127.0.0.1:{port}" in server.stdout.readline()
            assert ask(port)["numberMatched"] == 0
            run("load", folder, "--data", data)
            assert ask(port)["numberMatched"] == 2
            assert "in use" in run("serve", "--port", str(port), "--data", data, status=1).stderr
        finally:
            server.send_signal(signal.SIGINT)
        assert server.wait(30) in (0, 130)


def ask(port: int) -> dict[str, int]:
    """The agreements that the server has; it is given a moment to start."""
    for _ in range(100):
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/agreements", timeout=30) as answer:
                found: dict[str, int] = json.load(answer)
                return found
        except OSError:
            time.sleep(0.1)
    raise AssertionError("the server does not answer")
