"""The commands: ingest pages, make the corpus anew, report on it, explain how a page is read, give out keys."""

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor
from pathlib import Path
from typing import Any

import click
from flask import Flask, current_app
from flask.cli import with_appcontext
from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError
from tqdm import tqdm

from config.settings import Settings
from service.core.records import Page, Rejection
from service.ingest.explaining import explain_page
from service.ingest.ingesting import Report, ingest_pages
from service.ingest.rebuilding import rebuild_corpus
from service.ingest.sources import MissingSourceError, find_files, read_pages
from service.lexicon.loading import load_lexicon
from service.store.corpus import StoreError, create_corpus, load_state
from service.store.engine import open_engine
from service.store.keys import add_key, list_keys, revoke_key
from service.store.reading import Reader

NOTHING_READ = 1
PATH_MISSING = 2
_MOST_LISTED = 50
_WHOLE = "The corpus is whole as of the last batch; the same command again completes it."


def register_commands(app: Flask) -> None:
    """Add the commands to an application."""
    for command in (ingest, rebuild, report, explain, keys):
        app.cli.add_command(command)


def _settings() -> Settings:
    settings: Settings = current_app.extensions["isnad"].settings
    return settings


class CorpusCommand(click.Command):
    """A command that says what stopped it and what to do, where a database or a reading process fails."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command."""
        try:
            return super().invoke(ctx)
        except StoreError as wrong:
            raise click.ClickException(str(wrong)) from wrong
        except DBAPIError as wrong:
            raise click.ClickException(f"The database failed: {wrong.orig}. {_WHOLE}") from wrong
        except BrokenExecutor as wrong:
            raise click.ClickException(f"A reading process was ended (is memory short?). {_WHOLE}") from wrong


def _open_corpus() -> Engine:
    engine = open_engine(_settings().database_url)
    create_corpus(engine)
    _warn_of_lexicon(engine)
    return engine


def _warn_of_lexicon(engine: Engine) -> None:
    made_by, present = load_state(engine).lexicon_version, load_lexicon().version
    if made_by not in {None, present}:
        click.echo(f"The corpus was made with lexicon {made_by}, this is {present}: `rebuild` reads all pages anew.",
                   err=True)  # fmt: skip


@click.command("ingest", cls=CorpusCommand)
@click.argument("paths", nargs=-1, required=True)
@click.option("--workers", type=click.IntRange(1), help="Reading processes; one a core unless told otherwise.")
@click.option("--broker", is_flag=True, help="Let the workers at BROKER_URL read and write the pages.")
@click.option("--quiet", is_flag=True, help="No progress bar, no list of rejected pages.")
@with_appcontext
def ingest(paths: tuple[str, ...], workers: int | None, broker: bool, quiet: bool) -> None:
    """Take pages into the corpus: files (.txt .html .json .jsonl), folders, globs, - for standard input.

    Ends with 0 when pages were taken in or were there before, 1 when none could be, 2 when a path is missing (the
    others are taken in).
    """
    engine = _open_corpus()
    files, missing = _find(paths)
    with tqdm(total=_expected(files), unit="page", disable=quiet, file=sys.stderr) as bar:
        if broker:
            done = _hand_out()(_pages(files), bar.update)
        else:
            done = ingest_pages(engine, load_lexicon(), _pages(files), workers, bar.update)
    _print_report(done, quiet)
    if missing:
        raise SystemExit(PATH_MISSING)
    if done.pages and not done.read + done.unchanged:
        raise SystemExit(NOTHING_READ)


def _hand_out() -> Callable[..., Report]:
    """Return the application's way of handing pages to workers."""
    if not _settings().broker_url:
        raise click.UsageError("--broker needs BROKER_URL, the Redis where workers wait for pages")
    hand_out: Callable[..., Report] = current_app.extensions["isnad-hand-out"]
    return hand_out


def _find(paths: tuple[str, ...]) -> tuple[list[Path | None], bool]:
    files: dict[Path | None, None] = {}  # in order, each once
    missing = False
    for path in paths:
        try:
            files.update(dict.fromkeys(find_files([path])))
        except MissingSourceError as wrong:
            click.echo(str(wrong), err=True)
            missing = True
    return list(files), missing


def _expected(files: list[Path | None]) -> int | None:
    """Return how many pages there are, where that is known before they are read."""
    one_each = all(file is not None and file.suffix.lower() not in {".jsonl", ".ndjson"} for file in files)
    return len(files) if one_each else None


def _pages(files: list[Path | None]) -> Iterator[Page | Rejection]:
    for file in files:
        yield from read_pages(file, _settings().max_page_bytes)


def _print_report(done: Report, quiet: bool) -> None:
    rate = done.pages / done.seconds if done.seconds else 0.0
    click.echo(f"read       {done.read:>8,}")
    click.echo(f"unchanged  {done.unchanged:>8,}")
    click.echo(f"rejected   {len(done.rejections):>8,}")
    for code, count in Counter(rejection.code for rejection in done.rejections).most_common():
        click.echo(f"  {code:<11}{count:>6,}")
    click.echo(f"claims     {done.claims:>8,}")
    click.echo(f"entities   {done.entities:>8,}")
    click.echo(f"seconds    {done.seconds:>8.1f}  ({rate:,.0f} pages a second)")
    if not quiet:
        for rejection in done.rejections[:_MOST_LISTED]:
            click.echo(f"rejected {rejection.name}: {rejection.reason}", err=True)
        if len(done.rejections) > _MOST_LISTED:
            click.echo(f"and {len(done.rejections) - _MOST_LISTED:,} more", err=True)


@click.command("rebuild", cls=CorpusCommand)
@click.option("--workers", type=click.IntRange(1), help="Reading processes; one a core unless told otherwise.")
@click.option("--quiet", is_flag=True, help="No progress bar.")
@with_appcontext
def rebuild(workers: int | None, quiet: bool) -> None:
    """Make the corpus anew from the pages it keeps, with this version and its lexicon."""
    engine = open_engine(_settings().database_url)
    with tqdm(unit="page", disable=quiet, file=sys.stderr) as bar:
        done = rebuild_corpus(engine, load_lexicon(), workers, bar.update)
    _print_report(done, quiet)


@click.command("report", cls=CorpusCommand)
@with_appcontext
def report() -> None:
    """Tell what the corpus holds."""
    stats = Reader(_open_corpus()).stats(None)
    click.echo(f"corpus version {stats['corpus_version']}, lexicon {stats['lexicon_version']}")
    for name, count in stats["counts"].items():
        click.echo(f"{name:<10}{count:>10,}")
    for outlet in stats["outlets"]:
        click.echo(f"  {outlet['name']}: {outlet['articles']:,} articles, {outlet['claims']:,} claims")


@click.command("explain")
@click.argument("page", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@with_appcontext
def explain(page: Path) -> None:
    """Show how a page is read: lines and roles, names and rules, claims and their evidence."""
    for found in read_pages(page, _settings().max_page_bytes):
        for line in explain_page(found, load_lexicon()):
            click.echo(line)


@click.group("keys")
def keys() -> None:
    """Make, list and revoke the keys that open writing over HTTP."""


@keys.command("add", cls=CorpusCommand)
@click.argument("name")
@with_appcontext
def keys_add(name: str) -> None:
    """Make a key and print it; it cannot be shown again."""
    try:
        click.echo(add_key(_open_corpus(), name))
    except ValueError as wrong:
        raise click.ClickException(str(wrong)) from wrong


@keys.command("list", cls=CorpusCommand)
@with_appcontext
def keys_list() -> None:
    """Print the names of all keys and when they were made."""
    for key in list_keys(_open_corpus()):
        click.echo(f"{key.name}  {key.made_at}")


@keys.command("revoke", cls=CorpusCommand)
@click.argument("name")
@with_appcontext
def keys_revoke(name: str) -> None:
    """Make a key worthless at once."""
    if not revoke_key(_open_corpus(), name):
        raise click.ClickException(f"there is no key named {name!r}")
