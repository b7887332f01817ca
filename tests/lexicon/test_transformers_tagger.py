"""A model of the transformers library labels names in place of the trained tagger, at our own words."""

import importlib
import importlib.util
from collections.abc import Sequence
from pathlib import Path

import pytest

from service.core.arabic.texts import read_texts
from service.core.arabic.tokens import Token
from service.core.recognition.mentions import find_mentions
from service.lexicon.recognition import load_recognition_knowledge
from service.lexicon.tagger import choose_tagger, load_tagger
from service.lexicon.transformers_tagger import TaggerError, TransformersTagger, read_model_label

_MISSING = [name for name in ("torch", "transformers") if importlib.util.find_spec(name) is None]
needs_model = pytest.mark.skipif(bool(_MISSING), reason=f"not installed: {', '.join(_MISSING)}")
_PIECES = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "زار", "سا", "##مي", "ال", "##مدينة", "بار", "##يس", ".", "مُحمّد")
_NAMES = {"سا": "B-PERS", "##مي": "I-PERS", "مُحمّد": "I-PERS", "بار": "B-LOC", "##يس": "I-LOC"}
_LABELS = ("O", "B-PERS", "I-PERS", "B-LOC", "I-LOC")


@pytest.mark.parametrize(
    ("label", "meaning"),
    [
        ("B-PERS", "B-PER"), ("I-PER", "I-PER"), ("PER", "PER"), ("E-ORG", "I-ORG"), ("U-GPE", "B-LOC"),
        ("S-LOC", "B-LOC"), ("PERS-B", "B-PER"), ("B-MISC", "O"), ("O", "O"), ("LABEL_3", "O"), ("b-person", "B-PER"),
    ],
)  # fmt: skip
def test_labels_of_all_styles_are_read(label: str, meaning: str) -> None:
    assert read_model_label(label) == meaning


def test_the_setting_names_the_tagger() -> None:
    trained = load_tagger()
    assert choose_tagger("crf", trained) is trained
    assert choose_tagger("transformers:some/model", trained) == TransformersTagger("some/model")
    for wrong in ("", "bert", "transformers", "transformers:", "crf:x"):
        with pytest.raises(TaggerError, match="TAGGER"):
            choose_tagger(wrong, trained)


@pytest.mark.skipif(not _MISSING, reason="torch and transformers are installed")
def test_a_missing_library_says_how_to_install_it() -> None:
    with pytest.raises(TaggerError, match="pip install"):
        TransformersTagger("anywhere").label_sentences([tokens_of("زار سامي باريس")], [[]])


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A model so small that its one layer adds nothing: each piece gets the label that its own vector spells."""
    return make_model(tmp_path_factory.mktemp("model"), _LABELS)


def make_model(folder: Path, shown: Sequence[str]) -> str:
    torch = importlib.import_module("torch")
    transformers = importlib.import_module("transformers")
    vocabulary = {piece: i for i, piece in enumerate(_PIECES)}
    tokenizer = transformers.BertTokenizerFast(
        vocab=vocabulary, do_lower_case=False, strip_accents=False, model_max_length=24
    )
    tokenizer.save_pretrained(folder)
    config = transformers.BertConfig(
        vocab_size=len(_PIECES), hidden_size=8, num_hidden_layers=1, num_attention_heads=1, intermediate_size=8,
        max_position_embeddings=24, id2label=dict(enumerate(shown)), label2id={b: a for a, b in enumerate(shown)},
    )  # fmt: skip
    network = transformers.BertForTokenClassification(config)
    with torch.no_grad():
        for name, parameter in network.named_parameters():
            parameter.fill_(1.0 if name.endswith("LayerNorm.weight") else 0.0)
        for piece, i in vocabulary.items():
            network.bert.embeddings.word_embeddings.weight[i, _LABELS.index(_NAMES.get(piece, "O"))] = 9.0
        for k in range(len(_LABELS)):
            network.classifier.weight[k, k] = 1.0
    network.save_pretrained(folder)
    return str(folder)


def tokens_of(text: str) -> list[Token]:
    return [token for sentence in read_texts(None, text)[0].sentences for token in sentence.tokens]


@needs_model
def test_pieces_become_labels_of_our_words_as_written(model: str) -> None:
    sentences = [tokens_of("زار سامي مُحمّد باريس."), tokens_of("زار المدينة"), []]
    labels = TransformersTagger(model).label_sentences(sentences, [[], [], []])
    assert labels == [["O", "B-PER", "I-PER", "B-LOC", "O"], ["O", "O"], []]


@needs_model
def test_a_sentence_longer_than_the_model_reads_is_read_in_windows(model: str) -> None:
    tokens = tokens_of("زار سامي المدينة باريس زار " * 40)
    labels = TransformersTagger(model).label_sentences([tokens], [[]])[0]
    assert labels == ["O", "B-PER", "O", "B-LOC", "O"] * 40


@needs_model
def test_mentions_have_our_offsets(model: str) -> None:
    knowledge = load_recognition_knowledge(f"transformers:{model}")
    texts = read_texts(None, "زار سامي مُحمّد المدينة.\nزار سامي المدينة.")
    found = [m.span.text for m in find_mentions(texts, knowledge) if m.type == "person"]
    assert found == ["سامي مُحمّد", "سامي"]


@needs_model
def test_a_model_whose_labels_name_nothing_is_refused(tmp_path: Path) -> None:
    source = make_model(tmp_path, [f"LABEL_{k}" for k in range(len(_LABELS))])
    with pytest.raises(TaggerError, match="no persons"):
        TransformersTagger(source).label_sentences([tokens_of("زار سامي")], [[]])
