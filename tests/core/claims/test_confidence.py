"""A claim's confidence follows its evidence."""

from service.core.claims.confidence import rate_claim
from service.core.claims.knowledge import Confidence
from service.core.knowledge import Lexicon
from service.core.records import Speaker
from tests.core.claims.reading import read_text

_TABLE = Confidence({"clause": 0.9, "noun": 0.8}, {"same-sentence": 1.0, "carried-over": 0.7, "none": 0.5}, 0.6)


def test_content_and_speaker_both_count() -> None:
    assert rate_claim("noun", (Speaker("سليم"),), _TABLE) == 0.8


def test_the_least_sure_of_joint_speakers_counts() -> None:
    speakers = (Speaker("سليم"), Speaker("هالة", resolved_by="carried-over"))
    assert rate_claim("clause", speakers, _TABLE) == 0.63


def test_evidence_that_nobody_measured_has_a_share_of_its_own() -> None:
    assert rate_claim("riddle", (), _TABLE) == 0.3


def test_a_claim_without_speaker_is_less_sure(lexicon: Lexicon) -> None:
    known = read_text("قال الوزير سليم البحراوي إن الميناء آمن.", lexicon).claims[0]
    unknown = read_text("وأضاف أن الميناء آمن.", lexicon).claims[0]
    assert known.confidence > unknown.confidence
