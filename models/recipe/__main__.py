"""Makes the shipped pipeline and statistics: `GAPCHECK_DATA=... python -m recipe`, run from `models/`.

An interrupted run goes on where it stopped (see `recipe.stages`). `make model` clears what it left first.
"""

import shutil
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from recipe import asking, decision, lessons, skillspan
from recipe.paths import BUILD, PIPELINE, data_folder
from recipe.saving import forget_texts, save
from recipe.seeds import one_thread
from recipe.stages import PARALLEL, finished, run_stage, write_statistics


def main() -> None:
    """Everything, in order; two processes at a time."""
    one_thread()
    data = data_folder()
    BUILD.mkdir(exist_ok=True)
    write_statistics(data)
    skillspan.restored(data, "train")
    lessons.silver_words(lessons.blank(), data)
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        list(pool.map(run_stage, [data] * len(PARALLEL), PARALLEL))
    nlp = finished(data)
    shutil.rmtree(PIPELINE, ignore_errors=True)
    save(nlp, PIPELINE)
    forget_texts(nlp, PIPELINE)
    asking.write(asking.build(data))
    decision.write(decision.build(data))


if __name__ == "__main__":
    main()
