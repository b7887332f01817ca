"""Says under which names a page's entities are compared with other pages', and with which offices."""

from collections.abc import Iterator
from typing import NamedTuple

from service.core.arabic.letters import fold
from service.core.corpus import NameForm
from service.core.identity import make_id
from service.core.linking.cores import core_of, shorten_key
from service.core.linking.knowledge import LinkingKnowledge
from service.core.linking.roles import fold_title, read_office
from service.core.linking.spelling import tidy_name
from service.core.records import EntityType, PageEntity


class HeldOffice(NamedTuple):
    """An office that a page gives a person: its head word and the words that tell it apart, its country if told."""

    words: str
    country: str

    def fits(self, other: "HeldOffice") -> bool:
        """Tell whether two may be one office: the same words, and no two countries."""
        return self.words == other.words and not (self.country and other.country and self.country != other.country)


def form_of(entity: PageEntity, knowledge: LinkingKnowledge) -> NameForm:
    """Return the name under which a page's entity is compared with those of other pages."""
    name = tidy_name(entity.name)
    core = core_of(entity.type, name, entity.country, knowledge)
    offices = tuple(sorted({write_office(office) for office in offices_of(entity, knowledge)}))
    return NameForm(_form_key(entity.type, name, entity.country), entity.type, name, fold(name), entity.country, core,
                    offices)  # fmt: skip


def _form_key(kind: EntityType, name: str, country: str | None) -> str:
    """A city may bear a country's name (عمان), so that a form is a country's or not."""
    return make_id("n", kind, name, country or "")


def offices_of(entity: PageEntity, knowledge: LinkingKnowledge) -> Iterator[HeldOffice]:
    """Yield the offices that a page gives a person; a mere title (الدكتور) is none."""
    for title in {role.title for role in entity.roles} if entity.type == "person" else ():
        office = read_office(fold_title(title), knowledge)
        if office and office.head not in knowledge.roles.titles:
            yield HeldOffice(shorten_key(" ".join((office.head, *sorted(office.words)))), office.country or "")


def write_office(office: HeldOffice) -> str:
    """Return an office as a name form keeps it."""
    return f"{office.words}|{office.country}"


def read_written_office(text: str) -> HeldOffice:
    """Return the office that a name form keeps as text."""
    words, _, country = text.rpartition("|")
    return HeldOffice(words, country)
