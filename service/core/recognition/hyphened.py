"""Joins the towns that name one region between them: "جهة طنجة-تطوان-الحسيمة", "عمالة …-…"."""

from collections.abc import Sequence

from service.core.arabic.tokens import Token
from service.core.recognition.knowledge import RecognitionKnowledge
from service.core.recognition.names import Name
from service.core.recognition.words import readings_of

_HYPHEN = "-"


def join_hyphened(tokens: Sequence[Token], names: Sequence[Name], knowledge: RecognitionKnowledge) -> list[Name]:
    """Return the names of a sentence, places behind a region's word joined where hyphens without blanks do."""
    found: list[Name] = []
    for name in names:
        if not found or found[-1].end <= name.start:
            end = _end_of_region(tokens, name, knowledge) if name.type == "place" else name.end
            found.append(name._replace(end=end))
    return found


def _end_of_region(tokens: Sequence[Token], name: Name, knowledge: RecognitionKnowledge) -> int:
    end = name.end
    if not name.start or knowledge.united.isdisjoint(readings_of(tokens[name.start - 1].folded)):
        return end
    while end + 1 < len(tokens) and tokens[end].text == _HYPHEN and tokens[end + 1].text.isalpha():
        if tokens[end - 1].end != tokens[end].start or tokens[end].end != tokens[end + 1].start:
            break
        end += 2
    return end
