"""Finds the lines that are no news (menus, counters, share bars, labels, policies) and says why."""

import re
from typing import NamedTuple

from service.core.pages.knowledge import Phrases
from service.core.pages.layouts import PageLine, is_strip, is_ticker, phrase_key

_COUNTER = re.compile(r"[\d\s.,:/|+\-–%٪°CF×xX✕✖*()]+\Z")
_TURN = re.compile(r"(?:صوره\s)?\d{1,3}\s?(?:من|of)\s?\d{1,3}\Z")  # pictures of a gallery
_ADDRESS = re.compile(r"https?://\S+\Z|www\.\S+\Z|[^\s@]+@[^\s@.]+\.\S+\Z|pic\.twitter\.com/\S+\Z")
_RELATIVE = re.compile(r"(?:قبل|منذ)\s(?:\d+\s)?\w+(?:\s\w+)?\Z")
_AGO = re.compile(r"اكثر من\s(?:\d+\s)?(?:سن|شهر|اشهر|يوم|ايام|ساع|اسبوع|اسابيع)\w*\s(?:فى|في)\s\w+(?:\s\w+)?\Z")
_COMMENTS = re.compile(r"(?:\d+\s)?(?:تعليقات|تعليق|مشاهده|مشاهدات|قراءه|اعجاب|views?|comments?)(?:\s\d+)?\Z")
_CREDIT = re.compile(r"(?:©|\(c\)|copyright)\s?\S")
_OWNED = re.compile(r"(?:[^©.]{2,40}\s?©\s?\d{4}|©\s?[^©.]{2,40}\s\d{4}|©\s?\d{4}\s[^©.]{2,40})\s?\Z")
_PICTURE = re.compile(r"[^\W\d_][.»\"”)]?\s?©\s?[^\W\d_]")
_SHOT = re.compile(r"\s(?:[\-–/|]\s?(?:المصدر|صورة|الصورة)|تصوير|عدسة)\s?:\s?[^:]{2,40}\Z")  # "… - المصدر: …"
_ARCHIVED = re.compile(
    r"\((?:صورة\s|لقطة\s)?[أا]رشيف[^()]{0,30}\)\s?\Z|(?<![\-–—|])\s\(?صورة\s(?:[أا]رشيفية|تعبيرية|من الأرشيف)\)?\Z"
)
_BULLET = re.compile(r"\s[|›»>/•]\s|\s\|\|?\s?")
_BLANKS = re.compile(r"[ \u00a0\t]{2,}")
_COMMAS = re.compile(r"\s?[،,]\s")
_READING = re.compile(r"\d{1,2}\s(?:دقيقه|دقايق)(?:\s(?:قراءه|للقراءه))?\Z")
_DASHED = re.compile(r"(?P<label>[^\-–]{2,20}?)\s?[\-–]\s")
_LABEL = re.compile(r"([^:：،,|]*)([:：،,|]?)(.*)", re.DOTALL)
_SECTIONS, _NAMED = 4, 3  # of a menu, words of each
_MOSTLY = 0.7  # of the words of a menu without marks that name sections
_SHOWN = 6  # words before and behind "during" in a picture's text
_NAME = 5  # words that a staff's name and its title may have
_LONGEST_BOX = 40  # lines
_SHORT, _POLICY = 12, 45  # words of a label line, of a policy line


class Mark(NamedTuple):
    """What a line is and why."""

    role: str
    reason: str


def find_furniture(lines: list[PageLine], phrases: Phrases) -> dict[int, Mark]:
    """Return marks by index for the lines whose own words or form show that they are no story."""
    marks: dict[int, Mark] = {}
    for i, line in enumerate(lines):
        mark = _own_mark(line, phrases)
        if mark:
            marks[i] = mark
    _mark_values(lines, marks)
    _mark_boxes(lines, marks, phrases)
    return marks


def _own_mark(line: PageLine, phrases: Phrases) -> Mark | None:
    if line.blank:
        return Mark("blank", "empty")
    if not line.key:
        return Mark("furniture", "marks-only")
    if line.words <= _SHORT:
        label = _label(line, phrases)
        if label:
            return label
    if line.words <= _POLICY or not line.paragraph:
        return _phrase(line, phrases) or (Mark("ticker", "headlines-far-apart") if is_strip(line) else None)
    return Mark("ticker", "many-headlines-in-one-line") if is_ticker(line) else None


def _label(line: PageLine, phrases: Phrases) -> Mark | None:
    role = phrases.labels.get(line.key) or phrases.labels.get(line.key.rstrip(" 0123456789()[]:"))
    return Mark(role, "phrase") if role else _form(line, phrases)


def _form(line: PageLine, phrases: Phrases) -> Mark | None:
    if (_COUNTER.match(line.key) and not _dated(line.key)) or _TURN.match(line.key):
        return Mark("counter", "digits-only")
    if line.key.endswith(" pdf"):
        return Mark("menu", "document")
    if _ADDRESS.match(line.text):
        return Mark("furniture", "address")
    if (_RELATIVE.match(line.key) and line.words <= 4) or _AGO.match(line.key) or _READING.match(line.key):
        return Mark("furniture", "relative-time")
    if _COMMENTS.match(line.key):
        return Mark("counter", "count-of-readers")
    words = [phrase_key(word) for word in line.text.split()]
    if all(word in phrases.share_names or word.isdigit() or not word for word in words):
        return Mark("share", "share-names")
    return None


def _label_and_value(line: PageLine, phrases: Phrases) -> Mark | None:
    head, mark, value = _LABEL.match(line.text[:60]).groups()  # type: ignore[union-attr]
    key = phrase_key(head)
    if key in phrases.credit_labels:
        return Mark("credit", "picture-label")
    if value.strip() and mark == ":" and phrases.labels.get(key) == "ending-label":
        return Mark("ending-label", "label-and-text")
    if value.strip() and key in phrases.caption_labels:
        return Mark("caption", "label-and-text")
    if value.strip() and key in phrases.staff and line.words <= len(head.split()) + _NAME:
        return Mark("staff", "label-and-text")
    if line.words <= _SHORT - 4 and _is_glued_staff(line.key, phrases):
        return Mark("staff", "label-and-text")
    opening, dots, _ = head.partition("..")
    dashed = _DASHED.match(line.text)
    related = (value.strip() and mark == ":" and key in phrases.related) or any(
        phrase_key(label) in phrases.related for label in (dots and opening, dashed and dashed["label"]) if label
    )
    return Mark("related", "label-and-text") if related else None


def _is_glued_staff(key: str, phrases: Phrases) -> bool:
    """Tell whether a label of several words runs into the name behind it ("رئيس التحريرسليم …")."""
    found = [label for label in phrases.staff if label in key and " " in label]
    return any(key[key.find(label) + len(label) :][:1].isalpha() for label in found)


def _dated(key: str) -> bool:
    return len(re.findall(r"\d+", key)) >= 3 and re.search(r"\d{4}", key) is not None


def _phrase(line: PageLine, phrases: Phrases) -> Mark | None:
    key = line.key
    owned = _OWNED.match(line.text)
    if owned or _CREDIT.match(line.text[:20].lower()):
        return Mark("rights", "name-and-year" if owned else "copyright-sign")
    if _PICTURE.search(line.text) and line.words <= _POLICY and "حقوق" not in key:
        return Mark("caption", "picture-credit")
    labelled = _label_and_value(line, phrases)
    if labelled:
        return labelled
    if not line.stop and (reason := _caption_reason(line, phrases)):
        return Mark("caption", reason)
    if held := _held(line, phrases):
        return held
    if line.words <= 40 and key.startswith(phrases.starts):
        return Mark("furniture", "opening-phrase")
    if not line.arabic and not _has_date_digits(key):
        return Mark("furniture", "not-arabic")
    return None if line.stop else _menu(line, phrases)


def _held(line: PageLine, phrases: Phrases) -> Mark | None:
    """Return the mark of a line that holds a stock phrase anywhere."""
    phrase = next((phrase for phrase in phrases.holds if phrase in line.key), None)
    if phrase:
        return Mark("rights" if "الحقوق" in phrase or "rights" in phrase else "furniture", f"phrase:{phrase}")
    calls = line.words <= _SHORT and any(phrase in line.key for phrase in phrases.calls)
    return Mark("furniture", "call-to-reader") if calls else None


def _caption_reason(line: PageLine, phrases: Phrases) -> str | None:
    """Return how a picture's text is known: by its opening, its credit, or whom it shows when ("… خلال لقائه …")."""
    if line.key.startswith(phrases.caption_starts) or _SHOT.search(line.text) or _ARCHIVED.search(line.text):
        return "opening-phrase"
    shown, during, occasion = line.key.partition(" خلال ")
    few = len(shown.split()) <= _SHOWN and len(occasion.split()) <= _SHOWN and not any(map(str.isdigit, line.key))
    return "occasion" if during and few and occasion.startswith(phrases.occasions) else None


def _menu(line: PageLine, phrases: Phrases) -> Mark | None:
    """Return the mark of a row of sections: four and more, parted by blanks, bars or commas, begun with home, known."""
    parts = _BLANKS.split(line.text.strip())
    if len(parts) >= _SECTIONS and all(len(part.split()) <= _NAMED for part in parts):
        return Mark("menu", "parted-by-blanks")
    listed = [phrase_key(part) for part in _COMMAS.split(line.text)]
    short = len(listed) >= _SECTIONS and all(len(part.split()) < _NAMED for part in listed)
    if short and phrases.sections.intersection(listed):
        return Mark("menu", "parted-by-commas")
    words = line.text.split()
    if len(words) > _SECTIONS and phrase_key(words[0]) in phrases.home and all(map(str.isalpha, words)):
        return Mark("menu", "from-home")
    known = sum(phrase_key(word) in phrases.sections for word in words)
    if len(words) > _SECTIONS and known > len(words) * _MOSTLY:
        return Mark("menu", "row-of-sections")
    return Mark("menu", "parted-by-bars") if len(_BULLET.findall(line.text)) >= 3 else None


def _has_date_digits(key: str) -> bool:
    return re.search(r"\d{4}", key) is not None


def _mark_values(lines: list[PageLine], marks: dict[int, Mark]) -> None:
    """The line after a label that stands alone is its value: a staff name, a caption, a picture's credit."""
    after = {"staff": ("staff", "after-staff-label"), "caption-label": ("caption", "after-caption-label")}
    for i in list(marks):
        role, reason = marks[i]
        if role not in after or ":" in lines[i].text.rstrip(": ") or reason == "label-and-text":
            continue
        value = next_line(lines, i)
        if value is not None and value not in marks and not (role == "staff" and lines[value].words > 5):
            marks[value] = Mark(*after[role])


def _mark_boxes(lines: list[PageLine], marks: dict[int, Mark], phrases: Phrases) -> None:
    """Mark what a line offers to skip, up to where it says that it ends ("تخطى … وواصل القراءة", "… نهاية")."""
    for i, line in enumerate(lines):
        opening = next((word for word in phrases.box_openings if line.key.startswith(f"{word} ")), None)
        invited = next((words for words in phrases.box_invitations if line.key.endswith(f" {words}")), None)
        if opening is None or invited is None:
            continue
        name = line.key.removeprefix(opening).removesuffix(invited).strip()
        ends = {form for word in phrases.box_endings for form in (f"{word} {name}", f"{name} {word}")}
        last = next((j for j in range(i + 1, min(i + _LONGEST_BOX, len(lines))) if lines[j].key in ends), None)
        if last is not None:
            marks.update({j: Mark("related", "box-to-skip") for j in range(i, last + 1) if not lines[j].blank})


def next_line(lines: list[PageLine], i: int) -> int | None:
    """Return the index of the next line that holds something, or None."""
    for j in range(i + 1, min(i + 6, len(lines))):
        if not lines[j].blank:
            return j
    return None
