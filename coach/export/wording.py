"""The pack's names for what is asked and computed, as the forms use them."""

from coach import flow
from coach.pack.pack import Pack
from coach.pack.page import Formula, Picture, Topic
from coach.pack.read import BrokenPack
from coach.questions import Card, Field


def plainly(key: str) -> str:
    """A key as words: ``falls_short`` → ``Falls short``."""
    return key.replace("_", " ").capitalize()


class Words:
    """Labels out of a pack.

    A page that is missing or broken is named after its key instead: a fault in a pack must
    never stand between founders and their own document. ``coach pack check`` tells of it.
    """

    def __init__(self, pack: Pack) -> None:
        self._pack = pack
        self._topics: dict[str, Topic] = {}
        self.language = pack.language

    def topic(self, key: str) -> Topic:
        """The page of a card, or a bare one that only has its name."""
        if key not in self._topics:
            try:
                self._topics[key] = self._pack.topic(key)
            except BrokenPack:
                self._topics[key] = Topic(key, plainly(key.rpartition(".")[2]))
        return self._topics[key]

    def step(self, key: str) -> str:
        """What a step is called."""
        return self._pack.step_title(key)

    def title(self, card: Card) -> str:
        """What a card is called."""
        return self.topic(card.key).title

    def label(self, card: Card, *fields: Field) -> str:
        """What a question is called; ``fields`` lead to it below the step."""
        found = self.topic(card.key).fields.get(".".join(field.key for field in fields))
        return found.label if found else plainly(fields[-1].key)

    def part(self, whole: Field, part: Field) -> str:
        """What a part of a claim or of a range is called, on the page of its kind."""
        found = self.topic(whole.kind.value).fields.get(part.key)
        return found.label if found else plainly(part.key)

    def option(self, topic: str, path: str, option: str) -> str:
        """What an option of a choice is called; ``path`` leads to the choice below the step."""
        found = self.topic(topic).choices.get(path, {}).get(option)
        return found.label if found else plainly(option)

    def figure(self, card: Card, key: str) -> str:
        """What a computed number is called."""
        found = self.topic(card.key).results.get(key)
        return found.label if found else plainly(key)

    def verdict(self, card: Card, key: str, verdict: str) -> str:
        """What a verdict says; its key in words where the page does not word it."""
        found = self.topic(card.key).results.get(key, Formula(""))
        return found.verdicts.get(verdict) or plainly(verdict)

    def picture(self, card: Card, key: str) -> Picture:
        """How a chart is worded."""
        return self.topic(card.key).pictures.get(key) or Picture(plainly(key))

    def named(self, card: Card, key: str) -> str:
        """What a key in a chart of the card means: a step, or a question of the card."""
        if any(step.key == key for step in flow.STEPS):
            return self.step(key)
        found = self.topic(card.key).fields.get(key)
        return found.label if found else ""
