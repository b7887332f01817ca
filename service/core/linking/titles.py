"""Finds the offices and titles written before or after a name, and the class word before an institution's name."""

from bisect import bisect_left, bisect_right

from service.core.arabic.sentences import Sentence
from service.core.arabic.texts import FieldText
from service.core.arabic.tokens import Token
from service.core.linking.countries import country_of_nisba
from service.core.linking.knowledge import LinkingKnowledge
from service.core.linking.roles import head_of
from service.core.records import Mention, Role

_WIDEST = 12  # tokens between the head word of an office and the name
_COMMAS = frozenset("،,")
_QUOTES = frozenset("\"«»“”'")
_PROVINCE = "محافظه"
_BEFORE = "أمام"  # written as إمام is where hamzas are left out
_LINKS = frozenset(("في", "من", "باسم", "لشوون", "و"))


def find_roles(
    texts: tuple[FieldText, ...], mentions: tuple[Mention, ...], knowledge: LinkingKnowledge
) -> dict[int, tuple[Role, ...]]:
    """Return, by index of the mention, the offices that its page writes beside it."""
    found: dict[int, tuple[Role, ...]] = {}
    for text in texts:
        here = [(index, mention) for index, mention in enumerate(mentions) if mention.span.field == text.field]
        starts = [mention.span.start for _, mention in here]
        for sentence in text.sentences:
            inside = here[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
            reader = _SentenceRoles(text, sentence, [mention for _, mention in inside], knowledge)
            for place, (index, _) in enumerate(inside):
                roles = reader.read(place)
                if roles:
                    found[index] = roles
    return found


class _SentenceRoles:
    """One sentence's words, and which of them lie in which of its mentions."""

    def __init__(
        self, text: FieldText, sentence: Sentence, mentions: list[Mention], knowledge: LinkingKnowledge
    ) -> None:
        self._text = text
        self._tokens = sentence.tokens
        self._mentions = mentions
        self._knowledge = knowledge
        self._starts = [token.start for token in sentence.tokens]
        self._owner: dict[int, int] = {}
        for place, mention in enumerate(mentions):
            first = bisect_right(self._starts, mention.span.start) - 1
            for at in range(first, bisect_left(self._starts, mention.span.end)):
                self._owner[at] = place

    def read(self, place: int) -> tuple[Role, ...]:
        mention = self._mentions[place]
        first = bisect_right(self._starts, mention.span.start) - 1
        last = bisect_left(self._starts, mention.span.end)
        if mention.type == "organization":
            return self._class_word(mention, first)
        if mention.type == "place":
            return ()
        found = (self._before(mention, first, last), self._after(last))
        return tuple(role for role in found if role)

    def _class_word(self, mention: Mention, first: int) -> tuple[Role, ...]:
        at = first - 1
        if at >= 0 and self._tokens[at].text in _QUOTES:
            at -= 1
        if at < 0 or self._tokens[first].start != mention.span.start:
            return ()
        word = self._tokens[at]
        classes = self._knowledge.classes
        bare = next((rest for rest in (word.folded, word.folded[1:]) if rest in classes), None)
        if bare is None or at in self._owner:
            return ()
        return (self._role(word.end - len(bare), word.end),) if len(word.text) == len(word.folded) else ()

    def _before(self, mention: Mention, first: int, last: int) -> Role | None:
        """Read the office before a name, or before its title where commas enclose both: "الوزير، الدكتور …،"."""
        if first < 0 or self._tokens[first].start != mention.span.start:
            return None
        end = first - (first > 0 and (self._is_comma(first - 1) or self._tokens[first - 1].text in "-–"))
        head = self._find_head(end)
        if head is None:
            return None
        if head == first - 1 and head - 1 in self._owner:  # المتحدث باسم الجيش اللواء سامر حداد
            office = self._find_head(head)
            head = head if office is None or not self._opens(office) else office
        if head == first - 1 and self._is_comma(head - 1) and self._is_comma(last):
            office = self._find_head(head - 1)
            return self._span(head, end) if office is None else self._span(office, head - 1)
        return self._span(head, end)

    def _is_comma(self, at: int) -> bool:
        return 0 <= at < len(self._tokens) and self._tokens[at].text in _COMMAS

    def _find_head(self, end: int) -> int | None:
        """Walk back over the words of an office to its head word, and on over heads that lead it."""
        head = None
        for at in range(end - 1, max(end - 1 - _WIDEST, -1), -1):
            if self._is_head(at):
                head = at
            elif head is not None and not self._joins(at, head) and not self._is_described(at, head):
                break
            elif head is None and not self._is_body(at, at == end - 1):
                return None
        return None if head is None or self._goes(head, end) else head

    def _opens(self, at: int) -> bool:
        """Tell whether an office opens its sentence or clause, or stands behind a verb of saying: it has no object."""
        before = self._tokens[at - 1] if at else None
        return (
            before is None or before.kind == "mark" or before.folded.removeprefix("و") in self._knowledge.roles.saying
        )

    def _goes(self, head: int, end: int) -> bool:
        """Tell a minister who goes somewhere (الوزير إلى القاهرة) from an envoy to a place."""
        roles = self._knowledge.roles
        office = head_of(self._tokens[head].folded, roles)
        passed = (self._tokens[k].folded for k in range(head, end) if k not in self._owner)
        fitting = (roles.reaching[word] for word in passed if word in roles.reaching)
        return any(offices and office not in offices for offices in fitting)

    def _joins(self, at: int, head: int) -> bool:
        return at == head - 1 and self._tokens[at].folded == "باسم"

    def _is_described(self, at: int, head: int) -> bool:
        """Tell whether what looks like a head is an adjective, as in مدير الدائرة الإعلامية, or stands behind one."""
        words = [self._tokens[k].folded for k in range(at, head + 1)]
        return at not in self._owner and all(word.startswith("ال") for word in words) and self._is_body(at, False)

    def _after(self, last: int) -> Role | None:
        """Read the office behind a name, up to a comma or a word that ends it."""
        start = last
        start += self._is_comma(start)
        if start >= len(self._tokens) or not self._is_head(start) or self._has_conjunction(start):
            return None
        end = start + 1
        while end < len(self._tokens) and end - start < _WIDEST and self._is_body(end, False):
            if end > start + 1 and (self._is_told(end) or self._goes(start, end + 1)):
                break
            end += 1
        while end > start + 1 and (self._is_link(end - 1) or self._tokens[end - 1].text in _QUOTES):
            end -= 1
        if end == start + 1 and not self._tokens[start].folded.startswith("ال"):
            return None
        return self._span(start, end)

    def _is_told(self, at: int) -> bool:
        """Tell whether a word is a medium that the words were told to: "… لصحيفة", "… لوكالة"."""
        word = self._tokens[at].folded
        return word.startswith("ل") and word[1:] in self._knowledge.families

    def _is_head(self, at: int) -> bool:
        token = self._tokens[at]
        if token.kind != "word" or at in self._owner or token.text == _BEFORE:
            return False
        if token.folded == _PROVINCE and at + 1 in self._owner:
            return False
        return head_of(token.folded, self._knowledge.roles) is not None

    def _has_conjunction(self, at: int) -> bool:
        word = self._tokens[at].folded
        return word[:1] in "وف" and head_of(word[1:], self._knowledge.roles) is not None

    def _is_body(self, at: int, nearest: bool) -> bool:
        """Tell whether a token may stand inside an office: a definite word, a name, a link word, a quotation mark."""
        token = self._tokens[at]
        if at in self._owner:
            return self._mentions[self._owner[at]].type != "person"
        if token.text in _QUOTES:
            return not nearest
        if token.folded in self._knowledge.roles.reaching:
            return not nearest and self._reaches(at)
        if token.kind != "word" or token.folded in self._knowledge.roles.stops:
            return False
        word = token.folded
        return (
            word.startswith(("ال", "لل", "بال", "وال", "لشوون"))
            or word in _LINKS
            or self._is_construct(at)
            or self._leads_to_body(at)
            or country_of_nisba(word, self._knowledge.nisbas) is not None
        )

    def _reaches(self, at: int) -> bool:
        """Tell المبعوث الدولي إلى سوريا, مندوب مصر لدى الأمم المتحدة, النائب عن حركة النهضة, from لدى وصوله."""
        if at + 1 in self._owner:
            return self._mentions[self._owner[at + 1]].type != "person"
        if at + 1 == len(self._tokens):
            return False
        if not self._knowledge.roles.reaching[self._tokens[at].folded]:
            return self._is_head(at + 1)
        return self._tokens[at + 1].folded.startswith("ال") or at + 2 in self._owner and self._is_bare(at + 1)

    def _leads_to_body(self, at: int) -> bool:
        """Tell the class word with its particle before an institution: عضو المكتب السياسي لحركة حماس."""
        owner = self._owner.get(at + 1)
        body = owner is not None and self._mentions[owner].type == "organization"
        return body and self._tokens[at].folded[:1] in ("ل", "ب") and not self._is_told(at)

    def _is_construct(self, at: int) -> bool:
        """A bare noun belongs to an office between its head and a definite word: "وزير دفاع الولايات المتحدة"."""
        return self._is_definite(at + 1) and (self._leads(at - 1) or (self._leads(at - 2) and self._is_bare(at - 1)))

    def _is_definite(self, at: int) -> bool:
        if at >= len(self._tokens):
            return False
        if at in self._owner:
            return self._mentions[self._owner[at]].type != "person"
        return self._tokens[at].kind == "word" and (self._tokens[at].folded.startswith("ال") or self._is_bare(at))

    def _is_bare(self, at: int) -> bool:
        """Tell whether a word is a noun without the article that a name or a definite word may follow."""
        token = self._tokens[at]
        return token.kind == "word" and at not in self._owner and token.folded not in self._knowledge.roles.stops

    def _leads(self, at: int) -> bool:
        return at >= 0 and (self._is_head(at) or self._is_link(at))

    def _is_link(self, at: int) -> bool:
        word = self._tokens[at].folded
        return word in _LINKS or word in self._knowledge.roles.reaching

    def _span(self, start: int, end: int) -> Role | None:
        first = self._tokens[start]
        clitics = self._clitics(first)
        role = self._role(first.start + clitics, self._tokens[end - 1].end)
        return Role("ال" + role.title, role.span) if first.folded[:clitics].endswith("لل") else role

    def _clitics(self, token: Token) -> int:
        """Return how many letters are written onto a head word (وزير has none, ووزير one)."""
        roles = self._knowledge.roles
        word = token.folded
        if len(word) != len(token.text) or word.removeprefix("ال").removesuffix("ه") in roles.heads:
            return 0
        for cut in (1, 2, 3):
            rest = word[cut:].removeprefix("ال").removesuffix("ه")
            if word[:cut].strip("وفبكل") == "" and rest in roles.heads:
                return cut
        return 0

    def _role(self, start: int, end: int) -> Role:
        span = self._text.span(start, end)
        return Role(" ".join(span.text.split()), span)
