"""News written for training: what stands in brackets is a name, wherever its letters fall on the service's words."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from training.conll import names_of
from training.written import read_line, read_written

WORDS = st.sampled_from(["زار", "وزير", "المدينة", "وبيروت", "سامر", "حداد", "،", "«", "أمس", "في"])
PARTS = st.tuples(st.sampled_from(["", "P", "O", "L"]), st.lists(WORDS, min_size=1, max_size=3))
KINDS = {"P": "PER", "O": "ORG", "L": "LOC"}


def _named(line: str) -> list[tuple[str, str]]:
    return [
        (" ".join(sentence.written[start:end]), kind)
        for sentence in read_line(line)
        for start, end, kind in names_of(sentence.labels)
    ]


def test_names_are_what_stands_in_brackets() -> None:
    line = "زار «[P:سامر حداد]» مقر [O:هيئة المرافئ] [L:ببيروت]."
    assert _named(line) == [("سامر حداد", "PER"), ("هيئة المرافئ", "ORG"), ("ببيروت", "LOC")]


def test_a_letter_written_onto_a_bracket_belongs_to_the_name() -> None:
    assert _named("كتاب لـ[P:حداد] و[L:بيروت]") == [("لـحداد", "PER"), ("وبيروت", "LOC")]


@given(st.lists(PARTS, max_size=8))
def test_marking_changes_no_word_and_loses_no_name(parts: list[tuple[str, list[str]]]) -> None:
    """Whatever is marked, the words are those of the plain text; each name is its own words, in order."""
    marked = " ".join(f"[{kind}:{' '.join(words)}]" if kind else " ".join(words) for kind, words in parts)
    plain = " ".join(" ".join(words) for _, words in parts)
    assert [s.written for s in read_line(marked)] == [s.written for s in read_line(plain)]
    assert _named(marked) == [(" ".join(words), KINDS[kind]) for kind, words in parts if kind]


def test_every_line_of_the_project_is_read_whole() -> None:
    folder = Path(read_written.__code__.co_filename).with_name("written")
    sentences = list(read_written(folder))
    assert not any({"[", "]"} & set(sentence.words) for sentence in sentences)
    assert sum(len(names_of(sentence.labels)) for sentence in sentences) > len(sentences)
