"""Where the founder stands before the walk."""

from enum import StrEnum

from coach.values import Answers


class Sector(StrEnum):
    """The trade, coarsely: what usually wins differs by sector."""

    TECHNOLOGY = "technology"
    SERVICE = "service"
    MANUFACTURING = "manufacturing"
    RETAIL = "retail"
    OTHER = "other"


class Team(StrEnum):
    """Who does the work."""

    SOLO = "solo"
    SMALL = "small"
    LARGER = "larger"


class Start(Answers):
    """The business in one line, the market it begins from, and what its founders bring."""

    name: str = ""
    offering: str = ""
    market: str = ""
    sector: Sector | None = None
    currency: str = "€"
    country: str = ""
    team: Team | None = None
    strengths: str = ""
    access: str = ""
    principles: str = ""
