"""The seam to the product: how `marshrut run` is prepared and driven.

To fill it, set CONTESTANT to a `Contestant` whose

* `command` starts the product: the `marshrut` beside this interpreter, `run`;
* `prepare(folder, people)` makes `folder / DATABASE` (and whatever DATA_DIR holds) with one bound, consenting
  person standing at the first question for every Telegram id of `people`;
* `opening` is what such a person writes to be shown the question, `onward` matches the buttons which only
  lead there or on to the next one, `answer` the buttons which answer the question shown;
* `questions` is how many answers one person can give; `stored(folder)` counts the answers on the disk.
"""

from bench.contestant import Contestant

CONTESTANT: Contestant | None = None
