"""Universal Dependencies English EWT as spaCy examples, varied to look like postings."""

import gzip
import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example


@dataclass(frozen=True, slots=True)
class Word:
    """A word as the treebank has it; `space` says whether one follows."""

    text: str
    tag: str
    pos: str
    lemma: str
    space: bool


Sentence = tuple[Word, ...]

# Verbs that open the lines of postings; many are nouns or names elsewhere, which is what misleads a tagger.
_OPENERS = """
    accept access achieve act adapt adhere administer advise advocate aid analyse analyze answer apply
    appraise approve arrange assemble assess assign assist attend audit balance bill book brief build
    calculate calibrate care champion chart check clean climb close coach collaborate collect communicate
    compile complete comply conduct configure consult contact contribute control cook coordinate counsel
    cover create cultivate cut debug define delegate deliver demonstrate deploy design detect determine
    develop diagnose direct dispatch dispense display distribute document draft drill drive edit educate
    enable encourage engage engineer ensure enter escalate establish estimate evaluate examine exceed
    execute facilitate file fit focus follow forecast foster gather generate greet grow guide handle help
    hire hold host identify implement improve influence inform initiate inspect inspire install instruct
    integrate interact interface interpret interview inventory invoice investigate issue keep label launch
    lead learn leverage liaise lift load log maintain make manage map market master measure meet mentor
    model monitor motivate move negotiate network observe obtain offer open operate order organise organize
    oversee own pack partner perform pick pilot place plan plant play practice practise prepare present
    price process procure produce program project promote prototype provide purchase raise reach read
    receive recommend reconcile record recruit reduce refer register relate repair replace report represent
    request research resolve respond restock review rotate run safeguard sample schedule scope screen secure
    seek sell serve service set ship shape source staff stage stock store study supervise supply support
    survey sweep take target teach test trace track train transcribe transfer translate transport treat
    troubleshoot tune type undertake update upgrade use utilise utilize validate value verify visit wash
    watch weld work write
"""
OPENERS = tuple(_OPENERS.split())

_NOUNS = """
    experience experience knowledge understanding proficiency familiarity degree expertise competence fluency
    awareness qualification background
"""
_ADJECTIVES = "strong excellent good previous solid relevant extensive deep practical recent basic clear"


def read(path: Path) -> Iterator[Sentence]:
    """The sentences of a CoNLL-U file, multi-word tokens split and empty nodes dropped."""
    words: list[Word] = []
    glued_until, glued_space = 0, True
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if not line.strip():
                if words:
                    yield tuple(words)
                words, glued_until = [], 0
            elif line[0] != "#":
                ident, form, lemma, pos, tag, *_rest, misc = line.rstrip("\n").split("\t")
                if "-" in ident:
                    glued_until, glued_space = int(ident.split("-")[1]), "SpaceAfter=No" not in misc
                elif "." not in ident:
                    inside = int(ident) < glued_until
                    space = (
                        glued_space
                        if int(ident) == glued_until
                        else "SpaceAfter=No" not in misc and not inside
                    )
                    words.append(Word(form, tag, pos, form if lemma == "_" else lemma, space))


def _lowered(sentence: Sentence) -> Sentence:
    return tuple(replace(word, text=word.text.lower(), lemma=word.lemma.lower()) for word in sentence)


def _capitals(sentence: Sentence) -> Sentence:
    """As in a heading. The lemma stays in capitals: users of it fold the case."""
    return tuple(replace(word, text=word.text.upper(), lemma=word.lemma.upper()) for word in sentence)


def _titled(sentence: Sentence) -> Sentence:
    return tuple(
        replace(word, text=word.text[:1].upper() + word.text[1:]) if len(word.text) > 3 else word
        for word in sentence
    )


def _opened(sentence: Sentence, rng: random.Random) -> Sentence | None:
    """The tail of a sentence from a plain verb on ("he will | keep the books"), as a bullet of a posting."""
    starts = [
        at
        for at in range(1, len(sentence) - 2)
        if sentence[at].tag == "VB" and sentence[at].pos == "VERB" and sentence[at - 1].tag in {"MD", "TO"}
    ]
    if not starts:
        return None
    verb, *tail = sentence[rng.choice(starts) :]
    if tail[0].tag in {"DT", "JJ", "NN", "NNS", "PRP$", "CD"} and rng.random() < 0.75:
        opener = rng.choice(OPENERS)
        verb = replace(verb, text=opener, lemma=opener)
        if rng.random() < 0.25:
            second = rng.choice(OPENERS)
            tail = [Word("and", "CC", "CCONJ", "and", True), Word(second, "VB", "VERB", second, True), *tail]
        if rng.random() < 0.3 and tail[0].tag == "DT":
            tail = tail[1:]
    bullet = [Word(rng.choice("-•*"), "NFP", "PUNCT", "-", True)] if rng.random() < 0.15 else []
    bullet = [replace(mark, lemma=mark.text) for mark in bullet]
    if tail and tail[-1].text == "." and rng.random() < 0.6:
        tail = tail[:-1]
    return (*bullet, replace(verb, text=verb.text.capitalize(), space=True), *tail)


def _nominal(sentence: Sentence, rng: random.Random) -> Sentence | None:
    """The tail from a preposition or a "to" on, after a noun ("Strong knowledge | of the law")."""
    starts = [
        at
        for at in range(1, len(sentence) - 2)
        if (sentence[at].text in {"with", "in", "of"} and sentence[at].tag == "IN")
        or (sentence[at].tag == "TO" and sentence[at + 1].tag == "VB")
    ]
    if not starts:
        return None
    tail = sentence[rng.choice(starts) :]
    opening = [Word("ability" if tail[0].tag == "TO" else rng.choice(_NOUNS.split()), "NN", "NOUN", "", True)]
    if rng.random() < 0.5:
        opening.insert(0, Word(rng.choice(_ADJECTIVES.split()), "JJ", "ADJ", "", True))
    words = [replace(word, lemma=word.text) for word in opening]
    words[0] = replace(words[0], text=words[0].text.capitalize())
    return (*words, *(tail[:-1] if tail[-1].text == "." and rng.random() < 0.6 else tail))


def _recased(sentence: Sentence, draw: float) -> Sentence:
    if draw < 0.10:
        return _lowered(sentence)
    if draw < 0.14:
        return _titled(sentence)
    return _capitals(sentence) if draw < 0.17 else sentence


def varied(sentences: list[Sentence], rng: random.Random) -> Iterator[list[Sentence]]:
    """One epoch: all sentences in groups of one to five, some in other letter cases or like bullets."""
    pool: list[Sentence] = []
    for sentence in sentences:
        draw = rng.random()
        pool.append(_recased(sentence, draw))
        opened = _opened(sentence, rng) if 0.17 < draw < 0.75 else None
        nominal = _nominal(sentence, rng) if 0.75 < draw < 0.85 else None
        pool += [line for line in (opened, nominal) if line]
    starts, at = [], 0
    while at < len(pool):
        size = rng.choice((1, 1, 1, 2, 3, 5))
        starts.append((at, at + size))
        at += size
    rng.shuffle(starts)
    for start, end in starts:
        yield pool[start:end]


def example(nlp: Language, sentences: list[Sentence]) -> Example:
    """Gold words beside the raw text as the pipeline's own tokenizer cuts it."""
    words = [word for sentence in sentences for word in (*sentence[:-1], replace(sentence[-1], space=True))]
    gold = Doc(
        nlp.vocab,
        words=[word.text for word in words],
        spaces=[word.space for word in words],
        tags=["" if word.tag == "_" else word.tag for word in words],
        pos=["X" if word.pos == "_" else word.pos for word in words],
        lemmas=[word.lemma for word in words],
    )
    return Example(nlp.make_doc(gold.text), gold)
