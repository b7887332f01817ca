"""Laws of linking: order and repetition change nothing, batches add up, no mention is lost."""

from functools import lru_cache
from itertools import chain

from hypothesis import given
from hypothesis import strategies as st

from service.core.arabic.texts import FieldText
from service.core.corpus import LinkedEntity, NameForm, NameTie
from service.core.entities.corpus_linking import block_of, link_forms
from service.core.entities.knowledge import NameKnowledge
from service.core.entities.linking import link_mentions
from service.core.entities.linking_knowledge import LinkingKnowledge
from service.core.entities.name_forms import form_of, ties_of
from service.core.records import Mention, PageEntity, Role, Span
from service.lexicon.linking import load_linking_knowledge
from tests.marked import read_marked

GIVEN = ["ربيع", "أنور", "انور", "دغلاس", "دوغلاس", "عبد الكريم", "عبدالكريم"]
MIDDLE = ["", "", "بن سعيد", "سعد", "بن سعيد بن راشد"]
FAMILY = ["الدهان", "الخضر", "ماكنتاير", "مكنتاير", "آل مرعي"]
ORGANIZATIONS = [
    "وزارة الري",
    "وزارة الري النرويجية",
    "البنتاغون",
    "وزارة الدفاع الأميركية",
    "اصز",
    "اتحاد صناع الزجاج",
]
PLACES = ["السعودية", "المملكة العربية السعودية", "دير السرو", "محافظة دير السرو", "باريس"]
OFFICES = ["وزير الري", "وزير الري النرويجي", "الرئيس", "الدكتور"]


@lru_cache(maxsize=1)
def knowledge() -> LinkingKnowledge:
    """Return what linking knows."""
    return load_linking_knowledge()


def full_name(parts: tuple[str, str, str]) -> str:
    """Return a name of given, middle and family parts."""
    return " ".join(part for part in parts if part)


full_names = st.tuples(st.sampled_from(["", *GIVEN]), st.sampled_from(MIDDLE), st.sampled_from(FAMILY)).map(full_name)
offices = st.lists(st.sampled_from(OFFICES), max_size=2).map(lambda titles: tuple(as_role(title) for title in titles))
people = st.builds(lambda name, roles: PageEntity("person", name, (), roles=roles), full_names, offices)
bodies = st.sampled_from(ORGANIZATIONS).map(lambda name: PageEntity("organization", name, ()))
places = st.sampled_from(PLACES).map(
    lambda name: PageEntity("place", name, (), country="SA" if "سعود" in name else None)
)
forms = st.one_of(people, bodies, places).map(form_of)
marks = st.one_of(
    full_names.map("P{{{}}}".format), st.sampled_from(ORGANIZATIONS).map("O{{{}}}".format),
    st.sampled_from(PLACES).map("L{{{}}}".format), st.sampled_from(["قال", "(", ")", "، ", ". ", "وزير الري", "\n"]),
)  # fmt: skip


def make_ties(names: list[NameForm], picks: list[tuple[int, int]]) -> list[NameTie]:
    """Return the ties of office holders to their surnames, and ties between picked names, as pages may show them."""
    pairs = [(names[i % len(names)], names[j % len(names)]) for i, j in picks] if names else []
    glosses = [NameTie(min(a.key, b.key), max(a.key, b.key), "apposition") for a, b in pairs if a.key != b.key]
    return [*glosses, *(tie for form in names for tie in ties_of((as_entity(form),), knowledge()))]


def as_entity(form: NameForm) -> PageEntity:
    """Return a page's entity that has this form."""
    return PageEntity(form.type, form.name, (), roles=tuple(as_role(office) for office in form.roles))


def as_role(office: str) -> Role:
    """Return an office as a page gives it."""
    return Role(office, Span("body", 0, len(office), office))


picks = st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20)), max_size=2)


def by_set(linked: tuple[LinkedEntity, ...]) -> dict[frozenset[str], str]:
    """Return the id of every set of forms."""
    return {frozenset(name.key for name in entity.forms): entity.id for entity in linked}


@given(st.lists(forms, max_size=14), picks, st.randoms(use_true_random=False))
def test_order_changes_nothing(names: list[NameForm], pairs: list[tuple[int, int]], chance: object) -> None:
    ties = make_ties(names, pairs)
    shuffled, turned = list(names), list(ties)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    chance.shuffle(turned)  # type: ignore[attr-defined]
    assert link_forms(names, ties, knowledge()) == link_forms(shuffled, turned, knowledge())


@given(st.lists(forms, max_size=14), picks)
def test_saying_it_twice_changes_nothing(names: list[NameForm], pairs: list[tuple[int, int]]) -> None:
    ties = make_ties(names, pairs)
    assert link_forms(names, ties, knowledge()) == link_forms(names * 2, ties * 2, knowledge())


@given(st.lists(forms, max_size=14), picks)
def test_every_form_is_in_one_entity_and_ids_differ(names: list[NameForm], pairs: list[tuple[int, int]]) -> None:
    linked = link_forms(names, make_ties(names, pairs), knowledge())
    keys = [name.key for entity in linked for name in entity.forms]
    assert sorted(keys) == sorted({form.key for form in names})
    assert len({entity.id for entity in linked}) == len(linked)


@given(st.lists(forms, max_size=14), picks)
def test_blocks_closed_under_ties_link_alone(names: list[NameForm], pairs: list[tuple[int, int]]) -> None:
    ties = make_ties(names, pairs)
    groups = closed_blocks(names, ties)
    apart = chain.from_iterable(link_forms(group, ties, knowledge()) for group in groups)
    assert by_set(tuple(apart)) == by_set(link_forms(names, ties, knowledge()))


def closed_blocks(names: list[NameForm], ties: list[NameTie]) -> list[list[NameForm]]:
    """Return the names of blocks that no tie leaves."""
    block = {end: end for tie in ties for end in (tie.left, tie.right)}
    block |= {form.key: block_of(form, knowledge()) for form in names}
    for _ in block:
        for tie in ties:
            low, high = sorted((block[tie.left], block[tie.right]))
            block = {key: low if value == high else value for key, value in block.items()}
    return [[form for form in names if block[form.key] == value] for value in sorted(set(block.values()))]


@given(st.lists(marks, max_size=30))
def test_no_mention_of_a_page_is_lost(parts: list[str]) -> None:
    texts, mentions = read_marked(" ".join(parts))
    entities = link(texts, mentions)
    kept = [mention for entity in entities for mention in entity.mentions]
    assert sorted(kept, key=lambda m: m.span.start) == list(mentions)
    assert all(mention.type == entity.type for entity in entities for mention in entity.mentions)
    assert entities == tuple(sorted(entities, key=lambda entity: entity.mentions[0].span.start))
    assert len(set(ties_of(entities, knowledge()))) == len(ties_of(entities, knowledge()))


def link(texts: tuple[FieldText, ...], mentions: tuple[Mention, ...]) -> tuple[PageEntity, ...]:
    """Return the entities of marked texts."""
    return link_mentions(texts, mentions, NameKnowledge(linking=knowledge()))
