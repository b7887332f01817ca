"""The file that AUTHORITY names is read into recognition and linking, bears on the version, and is told when wrong."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from service.core.arabic.texts import read_texts
from service.core.errors import LexiconError
from service.core.knowledge import Lexicon
from service.core.linking.page_linking import link_mentions
from service.core.recognition.authorized import LONGEST, find_authorized
from service.core.recognition.mentions import find_mentions
from service.core.records import EntityType, PageEntity
from service.lexicon.authority import add_authority_file
from tests.running import ingest

PERSON = {"id": "P-1", "type": "person", "names": ["ربيع الدهان", "أبو سعد النجار"], "wikidata": "Q900000001"}
BODY = {"id": "NK-77", "schema": "PublicBody", "properties": {"name": ["مرصد زرقة"], "wikidataId": ["Q900000002"]}}
TEXT = "ظهر ربيع الدهان أمس ثم غاب، ورحب مرصد زرقة بذلك، كما ظهر أبو سعد النجار."


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return an authority file with one entry of each kind."""
    path = tmp_path / "authority.jsonl"
    path.write_text("".join(json.dumps(entry, ensure_ascii=False) + "\n" for entry in (PERSON, BODY)), encoding="utf-8")
    return path


def read(lexicon: Lexicon, text: str) -> tuple[PageEntity, ...]:
    """Return what a text names."""
    texts = read_texts(None, text)
    return link_mentions(texts, find_mentions(texts, lexicon.recognition), lexicon.linking)


def test_its_names_are_found_and_are_one(lexicon: Lexicon, file: Path) -> None:
    found = {entity.name: entity for entity in read(add_authority_file(lexicon, str(file)), TEXT)}
    assert {alias.rule for alias in found["أبو سعد النجار"].aliases} == {"authority"}
    assert {mention.rule for mention in found["مرصد زرقة"].mentions} == {"authority"}
    assert "مرصد زرقة" not in {entity.name for entity in read(lexicon, TEXT)}


def test_its_bytes_are_part_of_the_version(lexicon: Lexicon, file: Path) -> None:
    first = add_authority_file(lexicon, str(file)).version
    assert first == add_authority_file(lexicon, str(file)).version != lexicon.version
    file.write_text(file.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    assert add_authority_file(lexicon, str(file)).version != first


@pytest.mark.parametrize("line", [b"{", b'{"id": "P-1", "type": "person", "names": ["x y"]}', b"\xff\xfe"])
def test_what_is_wrong_in_it_is_told(lexicon: Lexicon, file: Path, line: bytes) -> None:
    file.write_bytes(file.read_bytes() + line)
    with pytest.raises(LexiconError, match=r"AUTHORITY=.*authority\.jsonl: (line 3|'utf-8')"):
        add_authority_file(lexicon, str(file))


def test_a_file_that_is_not_there_is_told(lexicon: Lexicon) -> None:
    with pytest.raises(LexiconError, match="cannot be read"):
        add_authority_file(lexicon, "none.jsonl")


def test_a_wrong_file_stops_a_command_with_one_line(tmp_path: Path) -> None:
    (tmp_path / "wrong.jsonl").write_text('{"id": "P-1"}\n', encoding="utf-8")
    done = ingest(f"sqlite:///{tmp_path}/isnad.sqlite", tmp_path, AUTHORITY=str(tmp_path / "wrong.jsonl"))
    assert done.returncode == 1
    assert "line 1: type is one of" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_place_costs_a_few_look_ups_however_long_the_file_is(lexicon: Lexicon) -> None:
    rests = _Counting({(f"الدهان{i}", "النجار"): "person" for i in range(1000)})
    known = replace(lexicon.recognition, authorized={"ربيع": rests})
    words = ["ربيع", "الدهان999", "النجار"] * 50
    assert len(find_authorized(words, known)) == 50
    assert rests.asked <= 50 * LONGEST


class _Counting(dict[tuple[str, ...], EntityType]):
    """A dictionary that counts how often it is asked."""

    asked = 0

    def get(self, key: tuple[str, ...], default: EntityType | None = None) -> EntityType | None:  # type: ignore[override]
        self.asked += 1
        return super().get(key, default)
