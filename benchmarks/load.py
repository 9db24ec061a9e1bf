"""What storing a document costs: its shares, the Bolt writing beside the bare driver, and how both grow.

    python -m benchmarks.load [--documents N] [--stores embedded neo4j] [--sizes N ...]

The corpus is that of `benchmarks/extract.py`. Shares and rate are of the whole path, from the bytes of a file to both
stores, in one process; processor time is what the process itself used (the property store is another process, so the
wall time has it too). What our writer sends is written down once; the driver alone sends it again, statement by
statement, with the same rows in the same transactions, into an empty store; the better of two rounds counts for each.
Growth is measured with records that are extracted once and varied in id and number, and says the documents per second
between one size and the next.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import neo4j

from benchmarks.extract import corpus
from graph.bolt import Address, batches
from graph.consolidation.keeping import stated
from graph.consolidation.regrouping import consolidated
from graph.documents import Entry, Original
from graph.grouped import GroupRows
from graph.holdings import Holdings
from graph.workspace import Workspace
from graph.writing import DocumentRows
from loaders.extract import extract
from loaders.reading import read
from ontology.description import describe
from ontology.iris import DEFAULT_BASE
from ontology.record import Agreement, Record
from ontology.validation import check
from tests.neo4j.server import Neo4jServer

#: Documents that reach the stores together, as in a batch of a workspace.
GROUP = 128
#: The statements of one transaction, each with its parameters.
Sent = list[tuple[Any, dict[str, Any]]]
SIZES = (1000, 2000, 5000, 10000, 20000)


class Shares:
    """Milliseconds by name of the step, of processor and of wall time."""

    def __init__(self) -> None:
        self.processor: dict[str, float] = defaultdict(float)
        self.wall: dict[str, float] = defaultdict(float)

    @contextmanager
    def of(self, name: str) -> Iterator[None]:
        processor, wall = time.process_time(), time.perf_counter()
        yield
        self.processor[name] += 1000 * (time.process_time() - processor)
        self.wall[name] += 1000 * (time.perf_counter() - wall)


def entry(filename: str, content: bytes, text: str, record: Record, identifier: str) -> Entry:
    return Entry(identifier, True, Original.of(filename, "text/plain", content), text, record, "bench", "bench")


def shares(holdings: Holdings, files: Sequence[Path]) -> Shares:
    """The steps of loading these files, one after the other for each document, the stores for each group."""
    found = Shares()
    derivation, applier = holdings.derivation, holdings.applier
    holdings.catch_up()
    first = read(files[0]).text
    derivation.accepted(entry("first.txt", b"", first, extract(first), "first"))  # what is made once is not counted
    for group in batches(files, GROUP):
        for path in group:
            with found.of("read"):
                document = read(path)
            with found.of("extract"):
                record = extract(document.text)
            said = entry(path.name, path.read_bytes(), document.text, record, path.stem)
            with found.of("RDF"):
                quads = derivation.quads(said)
            with found.of("validate"):
                graph = describe(quads)
                check(path.name, graph, document.text)
            with found.of("rows"):
                derivation.rows_of(said.id, 0, graph)
            with found.of("ledger"):
                sequence = holdings.ledger.put(said).sequence
            applier.hand_over(sequence, derivation.accepted(said))
        with holdings.writing() as quads_store:
            with found.of("quads"):
                applier.to_quads(quads_store)
            with found.of("Bolt"):
                holdings.writer(lambda w: applier.to_property_graph(quads_store, w, own=holdings.store.own))
        applier.forget()
    return found


def rate(data: Path, files: Sequence[Path], address: dict[str, str]) -> tuple[float, float]:
    """Documents per second of processor and of wall time, from files to both stores."""
    with Workspace(data, **address) as workspace:  # type: ignore[arg-type]
        workspace.catch_up()
        processor, wall = time.process_time(), time.perf_counter()
        with workspace.batch():
            for path in files:
                document = read(path)
                source = Original.of(path.name, "text/plain", path.read_bytes())
                workspace.put(source, document.text, extract(document.text), "bench", path.stem)
        return len(files) / (time.process_time() - processor), len(files) / (time.perf_counter() - wall)


def ratio(holdings: Holdings, rows: Sequence[DocumentRows]) -> dict[str, float]:
    """Seconds of our writer and of the bare driver for the same documents, and their ratio."""
    sent = recorded(holdings, rows)
    best = {"ours": float("inf"), "driver": float("inf")}
    for _ in range(2):
        best["ours"] = min(best["ours"], ours(holdings, rows))
        best["driver"] = min(best["driver"], alone(holdings, sent))
    return {**{name: round(value, 2) for name, value in best.items()}, "ratio": round(best["ours"] / best["driver"], 2)}


def ours(holdings: Holdings, rows: Sequence[DocumentRows]) -> float:
    """Seconds of our writer into an empty store, shared things described from the RDF graphs included."""
    holdings.writer(lambda writer: writer.start(holdings.applier.progress(0), holdings.derivation.vocabulary))
    with holdings.quads.reading() as quads:
        begun = time.perf_counter()
        for group in batches(rows, GROUP):
            holdings.writer(
                lambda writer, group=group: writer.apply(  # type: ignore[misc]
                    group,
                    grouped(holdings, [document.document_id for document in group]),
                    holdings.applier.progress(0),
                    lambda things: holdings.derivation.describe_shared(quads, things),
                )
            )
        return time.perf_counter() - begun


def grouped(holdings: Holdings, ids: Sequence[str]) -> GroupRows:
    """The groups of the agreements of these documents, and no others."""
    facts = [each for i in ids for each in stated(holdings.ledger.document(i))]
    return holdings.derivation.group_rows(consolidated(facts, ()))


def recorded(holdings: Holdings, rows: Sequence[DocumentRows]) -> list[Sent]:
    """What our writer sends for these documents, transaction by transaction."""
    sent: dict[int, Sent] = {}
    run = neo4j.ManagedTransaction.run

    def noted(tx: Any, query: Any, parameters: Any = None, **rest: Any) -> Any:
        sent.setdefault(id(tx), []).append((query, {**(parameters or {}), **rest}))
        kept.append(tx)  # so that no other transaction gets its id
        return run(tx, query, parameters, **rest)

    kept: list[Any] = []
    neo4j.ManagedTransaction.run = noted  # type: ignore[method-assign]
    try:
        ours(holdings, rows)
    finally:
        neo4j.ManagedTransaction.run = run  # type: ignore[method-assign]
    groups = len(list(batches(rows, GROUP)))
    return list(sent.values())[-groups:]  # before them, the store was emptied


def alone(holdings: Holdings, sent: Sequence[Sent]) -> float:
    """Seconds of the driver for the same statements with the same parameters, into an empty store."""
    holdings.writer(lambda writer: writer.start(holdings.applier.progress(0), holdings.derivation.vocabulary))
    address: Address = holdings.store.bolt().address
    with (
        neo4j.GraphDatabase.driver(address.uri, auth=address.writer) as driver,
        driver.session(database=address.database) as session,
    ):
        begun = time.perf_counter()
        for transaction in sent:

            def work(tx: neo4j.ManagedTransaction, transaction: Sent = transaction) -> None:
                for statement, parameters in transaction:
                    tx.run(statement, parameters).consume()

            session.execute_write(work)
        return time.perf_counter() - begun


def varied(records: Sequence[tuple[str, Record]], first: int, last: int) -> Iterator[tuple[Original, str, Record, str]]:
    """Documents ``first`` to ``last`` of an endless corpus: a record again, with another id, text, number and years.

    Of the same years, thousands of documents would tell of one agreement, as they never do.
    """
    for n in range(first, last):
        text, record = records[n % len(records)]
        text = f"{text}\n{n}"
        head = record.document.model_copy(update={"number": f"{record.document.number or 'x'}-{n}"})
        agreements = tuple(later(agreement, n // len(records)) for agreement in record.agreements)
        changed = record.model_copy(update={"document": head, "agreements": agreements})
        yield Original.of(f"d{n}.txt", "text/plain", text.encode()), text, changed, f"d{n}"


def later(agreement: Agreement, years: int) -> Agreement:
    """An agreement some years later."""
    period, signed = agreement.period, agreement.signed
    if period:
        first, last = (year and year + years for year in period.value)
        period = period.model_copy(update={"value": (first, last)})
    if signed and signed.value[0] != "-":
        signed = signed.model_copy(update={"value": f"{int(signed.value[:4]) + years}{signed.value[4:]}"})
    return agreement.model_copy(update={"period": period, "signed": signed})


def growth(data: Path, address: dict[str, str], sizes: Sequence[int]) -> list[dict[str, float]]:
    records = [(text, extract(text)) for text in corpus(1)]
    found, held = [], 0
    with Workspace(data, **address) as workspace:  # type: ignore[arg-type]
        workspace.catch_up()
        for size in sizes:
            processor, wall = time.process_time(), time.perf_counter()
            with workspace.batch():
                for source, text, record, identifier in varied(records, held, size):
                    workspace.put(source, text, record, "bench", identifier)
            processor, wall = time.process_time() - processor, time.perf_counter() - wall
            begun = time.perf_counter()
            differences = workspace.check()
            row = {"documents": size, "per second (processor)": round((size - held) / processor, 1)}
            row |= {"per second (wall)": round((size - held) / wall, 1)}
            found.append(row | {"check seconds": round(time.perf_counter() - begun, 1), "differ": len(differences)})
            held = size
            print(found[-1], file=sys.stderr)
    return found


@contextmanager
def store(name: str, folder: Path) -> Iterator[dict[str, str]]:
    """The settings of a running store."""
    if name == "embedded":
        yield {}
        return
    folder.mkdir(parents=True)
    server = Neo4jServer(folder)
    user = {"store_user": server.user, "store_password": server.password, "store_database": server.database}
    yield {"store_uri": server.uri, **user}
    server.stop()


def measure(name: str, documents: int, sizes: Sequence[int], folder: Path) -> dict[str, Any]:
    files = []
    for n, text in enumerate(corpus(-(-documents // 78))[:documents]):
        files.append(folder / f"t{n}.txt")
        files[-1].write_text(text, encoding="utf-8")
    result: dict[str, Any] = {"store": name, "documents": documents}
    extract(files[0].read_text(encoding="utf-8"))
    with store(name, folder / "server") as settings:
        user = (settings.get("store_user", ""), settings.get("store_password", ""))
        uri = settings.get("store_uri")
        address = Address(uri, user, user, settings["store_database"]) if uri else None
        holdings = Holdings(folder / "shares", address, DEFAULT_BASE, None, None)
        found = shares(holdings, files)
        result["ms per document (processor)"] = {k: round(v / documents, 2) for k, v in found.processor.items()}
        result["ms per document (wall)"] = {k: round(v / documents, 2) for k, v in found.wall.items()}
        with holdings.quads.reading() as quads:
            ids = [document.id for document in holdings.ledger.documents()]
            graphs = {i: quads.graph(holdings.derivation.iris.document_graph(i)) for i in ids}
        rows = [holdings.derivation.rows(i, n + 1, graph) for n, (i, graph) in enumerate(graphs.items())]
        result["Bolt seconds"] = ratio(holdings, rows)
        holdings.close()
    for part in ("rate", "growth") if sizes else ("rate",):
        with store(name, folder / f"server-{part}") as settings:
            if part == "rate":
                result["documents/s (processor, wall)"] = [
                    round(value, 1) for value in rate(folder / part, files, settings)
                ]
            else:
                result["growth"] = growth(folder / part, settings, sizes)
    return result


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=512, help="how many documents the shares are measured on")
    parser.add_argument("--stores", nargs="+", default=["embedded", "neo4j"], choices=["embedded", "neo4j"])
    parser.add_argument("--sizes", nargs="*", type=int, default=SIZES, help="sizes for the growth; none leaves it out")
    arguments = parser.parse_args()
    for name in arguments.stores:
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            measured = measure(name, arguments.documents, arguments.sizes, Path(folder))
            print(json.dumps(measured, indent=1, ensure_ascii=False))


if __name__ == "__main__":
    main()
