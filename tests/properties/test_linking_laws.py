"""Laws of linking: order and repetition change nothing, batches add up, no mention is lost."""

import random
from collections.abc import Sequence
from functools import lru_cache

from hypothesis import given
from hypothesis import strategies as st

from service.core.arabic.letters import fold
from service.core.arabic.texts import FieldText
from service.core.corpus import LinkedEntity
from service.core.linking.cores import rank_of
from service.core.linking.corpus_linking import link_forms
from service.core.linking.knowledge import LinkingKnowledge
from service.core.linking.name_forms import form_of
from service.core.linking.name_ties import ties_of
from service.core.linking.page_linking import link_mentions
from service.core.records import Alias, Mention, PageEntity, Role, Span
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
glosses = st.lists(st.sampled_from([Alias(name, 1, "acronym", 0.9) for name in ORGANIZATIONS]), max_size=1).map(tuple)
shown = st.lists(full_names.map(lambda name: Alias(name, 1, "byname", 0.9)), max_size=1).map(tuple)
people = st.builds(
    lambda name, roles, aliases: PageEntity("person", name, (), aliases, roles), full_names, offices, shown
)
bodies = st.builds(
    lambda name, aliases: PageEntity("organization", name, (), aliases), st.sampled_from(ORGANIZATIONS), glosses
)
places = st.sampled_from(PLACES).map(
    lambda name: PageEntity("place", name, (), country="SA" if "سعود" in name else None)
)
entities = st.lists(st.one_of(people, bodies, places), max_size=14)
marks = st.one_of(
    full_names.map("P{{{}}}".format), st.sampled_from(ORGANIZATIONS).map("O{{{}}}".format),
    st.sampled_from(PLACES).map("L{{{}}}".format), st.sampled_from(["قال", "(", ")", "، ", ". ", "وزير الري", "\n"]),
)  # fmt: skip


def as_role(office: str) -> Role:
    """Return an office as a page gives it."""
    return Role(office, Span("body", 0, len(office), office))


def link_all(named: Sequence[PageEntity]) -> tuple[LinkedEntity, ...]:
    """Return what pages that name these entities give together."""
    forms = [form_of(entity, knowledge()) for entity in named]
    ties = [tie for entity, form in zip(named, forms, strict=True) for tie in ties_of(entity, form, knowledge())]
    return link_forms(forms, ties, knowledge())


@given(entities, st.randoms(use_true_random=False))
def test_order_changes_nothing(named: list[PageEntity], chance: random.Random) -> None:
    shuffled = list(named)
    chance.shuffle(shuffled)
    assert link_all(named) == link_all(shuffled)


@given(entities)
def test_saying_it_twice_changes_nothing(named: list[PageEntity]) -> None:
    assert link_all(named) == link_all(named * 2)


@given(entities)
def test_every_form_is_in_one_entity_and_ids_differ(named: list[PageEntity]) -> None:
    linked = link_all(named)
    keys = [name.key for entity in linked for name in entity.forms]
    assert sorted(keys) == sorted({form_of(entity, knowledge()).key for entity in named})
    assert len({entity.id for entity in linked}) == len(linked)
    assert all([name.rule for name in entity.forms].count("exact") == 1 for entity in linked)


@given(entities)
def test_a_name_is_only_taken_for_one_that_ranks_higher(named: list[PageEntity]) -> None:
    for entity in named:
        for tie in ties_of(entity, form_of(entity, knowledge()), knowledge()):
            assert rank_of(tie.giver) > rank_of(tie.taker)


@given(full_names, full_names, offices, offices)
def test_bare_words_are_never_joined_by_likeness(
    one: str, other: str, left: tuple[Role, ...], right: tuple[Role, ...]
) -> None:
    named = [PageEntity("person", name.split()[-1], (), (), roles) for name, roles in ((one, left), (other, right))]
    same = fold(named[0].name) == fold(named[1].name)
    assert (len(link_all(named)) == 1) == same


@given(st.lists(marks, max_size=30))
def test_no_mention_of_a_page_is_lost(parts: list[str]) -> None:
    texts, mentions = read_marked(" ".join(parts))
    found = link(texts, mentions)
    kept = [mention for entity in found for mention in entity.mentions]
    assert sorted(kept, key=lambda m: m.span.start) == list(mentions)
    assert all(mention.type == entity.type for entity in found for mention in entity.mentions)
    assert found == tuple(sorted(found, key=lambda entity: entity.mentions[0].span.start))


def link(texts: tuple[FieldText, ...], mentions: tuple[Mention, ...]) -> tuple[PageEntity, ...]:
    """Return the entities of marked texts."""
    return link_mentions(texts, mentions, knowledge())
