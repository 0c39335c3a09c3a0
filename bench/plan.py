"""What one trial asks for, and what comes out of it: the two lines between the bench and its load server."""

from dataclasses import dataclass, field

FIRST_PERSON = 7_000_000_001


@dataclass(frozen=True, slots=True)
class Plan:
    """One trial of the load.

    `at_once` people answer at the same time, out of `people` who are known to the bot; who has answered
    everything makes room for the next one, so that every tap is a first answer, however fast the bot is. The
    window of measurement opens `warm_up` seconds after all seats have seen a question and closes after
    `seconds` or `updates`, whichever comes first.
    """

    at_once: int
    people: int
    seconds: float
    updates: int
    answer: str
    onward: str
    opening: str
    warm_up: float = 1.0
    patience: float = 30.0

    def ids(self) -> range:
        """The Telegram ids of everybody."""
        return range(FIRST_PERSON, FIRST_PERSON + self.people)


@dataclass(slots=True)
class Outcome:
    """What the load server saw. Latencies in milliseconds, memory in KiB, CPU in cores.

    `updates` are taps done inside the window, `answers` all answers done from the first to the last moment
    (what a durable bot must have kept), `letters` the mean length of a card with its buttons.
    `opened`, `opened_cpu`: seconds, and seconds of the bot's processor, until everybody has seen a question.
    `messages` were sent inside the window, edits not counted, as Telegram's limit does.
    `stored` is filled in from the bot's disk after its end.
    """

    updates: int = 0
    seconds: float = 0.0
    answers: int = 0
    messages: int = 0
    openings: int = 0
    opened: float = 0.0
    opened_cpu: float = 0.0
    repeated: int = 0
    unknown: dict[str, int] = field(default_factory=dict)
    p50: float = 0.0
    p95: float = 0.0
    p99: float = 0.0
    oldest: float = 0.0
    letters: float = 0.0
    cpu: dict[str, float] = field(default_factory=dict)
    memory: list[tuple[int, int]] = field(default_factory=list)
    peak_kib: int = 0
    complaint: str = ""
    stored: int | None = None

    @property
    def rate(self) -> float:
        """Whole updates a second."""
        return self.updates / self.seconds if self.seconds else 0.0
