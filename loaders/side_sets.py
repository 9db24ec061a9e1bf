"""Sets of localities as sides of a cooperation, with the strength of what was said of each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from loaders.acts import Act
from loaders.dates import DateMention
from loaders.mentions import Mention
from loaders.partners import is_body
from ontology.vocabulary import vocabulary

#: What one place says. A set needs one place that is strong; with a body among its members one that is formal.
FORMAL, STRONG = 6.0, 4.0
#: Rules that name all who sign.
_SIGNING = frozenset({"act-between", "sides-sign", "signatories"})
#: Rules by which a region alone can be all the sides.
_OF_A_REGION = frozenset({"act-between", "paper-of"})
#: So many sets are a gazetteer, not a cooperation: they are not compared with each other.
_TOO_MANY = 300
#: What it adds that sides are named with a paper.
_PAPER = 3.0
#: Rules that join two groups of a sentence.
_JOINED = frozenset({"visit", "sides-meet", "subject-with-partner"})


@dataclass(slots=True)
class Side:
    """A set of localities named as sides; ``weight`` grows with every place that names it so."""

    order: tuple[str, ...]
    first: int
    weight: float = 0.0
    best: float = 0.0
    mentions: list[Mention] = field(default_factory=list)
    hub: str | None = None
    some: bool = False
    unnamed: bool = False
    rule: str = ""
    paper: bool = False
    #: Whether an item is about it alone, or a day of signing its own: an agreement besides all others.
    item: bool = False

    def rank(self) -> tuple[float, int]:
        """How strongly it is named, a paper counted; of equals the one named first."""
        return self.weight + (_PAPER if self.paper else 0.0), -self.first

    @property
    def ids(self) -> frozenset[str]:
        return frozenset(self.order)


@dataclass(slots=True)
class Sides:
    """All sets by their members, which set each act was read with, and which one a sentence of an item is about.

    ``shared``: acts that several sets have each; ``signed_on``: the days of those that sign on one each.
    """

    sets: dict[frozenset[str], Side] = field(default_factory=dict)
    of_act: dict[Act, Side] = field(default_factory=dict)
    of_sentence: dict[int, Side] = field(default_factory=dict)
    shared: dict[Act, tuple[Side, ...]] = field(default_factory=dict)
    signed_on: dict[frozenset[str], DateMention] = field(default_factory=dict)

    def add(
        self,
        mentions: Iterable[Mention],
        weight: float,
        rule: str,
        *,
        factor: float = 1.0,
        hub: str | None = None,
        some: bool = False,
    ) -> Side | None:
        named = tuple(mentions)
        order = tuple(dict.fromkeys(mention.id for mention in named))
        others = [identity for identity in order if not is_body(identity)]
        alone = len(order) == 1 and not (rule in _OF_A_REGION and vocabulary().localities[order[0]].is_region)
        if not order or alone or not others or (len(others) < len(order) and weight < FORMAL):
            return None
        side = self.sets.setdefault(frozenset(order), Side(order, named[0].start))
        side.paper = side.paper or weight >= FORMAL
        if weight > side.best:
            side.best, side.rule = weight, rule
        side.weight += weight * factor
        side.mentions += named
        side.hub = side.hub or hub
        side.some = side.some or some
        return side

    def replace(self, side: Side, by: Side) -> None:
        """Read one set as another."""
        del self.sets[side.ids]
        by.weight += side.weight
        by.paper = by.paper or side.paper
        self.of_act.update({act: by for act, named in self.of_act.items() if named is side})
        self.of_sentence.update({index: by for index, named in self.of_sentence.items() if named is side})

    def main(self) -> Side | None:
        """The set named with a paper, most strongly; of equals the one named first."""
        strong = [side for side in self.sets.values() if side.best >= STRONG]
        return max(strong, key=Side.rank, default=None)

    def expand(self, region: str, listed: list[Mention]) -> None:
        """Where the text lists the members of a region once, they are meant wherever it is named as a side."""
        for side in [side for side in self.sets.values() if region in side.ids]:
            mentions = [mention for mention in side.mentions if mention.id != region]
            fuller = self.add((*mentions, *listed), side.best, side.rule, hub=side.hub, some=side.some)
            if fuller:
                fuller.weight -= side.best
                self.replace(side, fuller)

    def absorb(self) -> None:
        """`A ngồi lại với B, C`: what is said of B and C together is said of the three."""
        if len(self.sets) > _TOO_MANY:
            return
        for side in [side for side in self.sets.values() if not side.item]:
            wider = [other for other in self.sets.values() if side.ids < other.ids and _says_more(other, side)]
            if wider:
                self.replace(side, max(wider, key=lambda other: other.weight))

    def complete(self) -> None:
        """`A với một số tỉnh …`, `A với 4 tỉnh vùng V`: the set of A with such provinces, where the text names one."""
        known = vocabulary().localities
        for side in [side for side in self.sets.values() if side.some][:_TOO_MANY]:
            provinces = {i for i in side.ids if not is_body(i) and not known[i].is_region}
            members = {m for i in side.ids - provinces if not is_body(i) for m in known[i].members}
            fuller = [
                other
                for other in self.sets.values()
                if len(other.order) > 2
                and not other.some
                and other.best >= STRONG
                and provinces & other.ids
                and members & (other.ids - provinces)
            ]
            if fuller:
                self.replace(side, max(fuller, key=lambda other: other.weight))
        for side in [side for side in self.sets.values() if side.unnamed and not side.some][:_TOO_MANY]:
            wider = [o for o in self.sets.values() if side.ids < o.ids and o.best >= STRONG and not o.unnamed]
            if wider:
                self.replace(side, max(wider, key=Side.rank))


def _says_more(wider: Side, side: Side) -> bool:
    """Whether a wider set stands for a narrower one: it joined it, or it is named with a paper and the other is not."""
    joined = wider.rule in _JOINED and wider.best >= STRONG and side.rule != "act-between"
    return joined or (wider.rule in _SIGNING and wider.best >= FORMAL > side.best)
