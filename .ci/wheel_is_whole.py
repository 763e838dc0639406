"""Says whether a wheel holds every file of the program and of its packs, and no other."""

import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).parents[1]


def shipped() -> set[str]:
    """What must be in it: the program's files, and the pack below ``coach/content``."""
    program = {path for path in (ROOT / "coach").rglob("*") if path.is_file()}
    names = {path.relative_to(ROOT).as_posix() for path in program}
    pack = {path for path in (ROOT / "content").rglob("*") if path.is_file()}
    names |= {f"coach/{path.relative_to(ROOT).as_posix()}" for path in pack}
    return {name for name in names if "__pycache__" not in name}


def main(wheel: str) -> int:
    """Compare, and say what differs."""
    held = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    expected = shipped()
    for name in sorted(expected - held):
        print(f"the wheel lacks {name}")
    for name in sorted(held - expected):
        print(f"the wheel should not hold {name}")
    known = {"coach/py.typed", "coach/content/pack.toml"} <= held
    print(f"{len(held)} files")
    return 0 if held == expected and known else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
