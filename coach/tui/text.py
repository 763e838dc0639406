"""The one door through which text of users and packs reaches the screen: as text, never markup."""

from textual.content import Content

from coach.text import clean_text


def safe(text: str, style: str = "") -> Content:
    """``text`` for any widget that takes content: shown literally."""
    return Content.styled(clean_text(text), style) if style else Content(clean_text(text))


def join(*parts: str | tuple[str, str] | Content) -> Content:
    """Parts put together; a tuple is (text, style). None of them is read as markup."""
    return Content.assemble(
        *(
            part
            if isinstance(part, Content)
            else (clean_text(part[0]), part[1])
            if isinstance(part, tuple)
            else clean_text(part)
            for part in parts
        )
    )
