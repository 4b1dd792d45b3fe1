"""Bytes, texts and trees of JSON changed at random, the way damaged and hostile files are."""

import random
from typing import Any

EDGES = (b"\x00", b"\xff", b"\x7f\xff\xff\xff", b"\x80\x00\x00\x00", b"\xff\xff\xff\xff", b"\x00\x00\x00\x00", b"\x01")
ODD_VALUES: tuple[object, ...] = (
    *(None, True, False, 0, -1, 11, 2**31, 2**63, 10**400, 1e308, 0.5, "", "x", "0", "\x00", "\ud7ff", "9999-12-31"),
    *("2026-11-20", "2026-02-30", "2026-11-20T14:00", "2026-11-20T14:00:00+99:00", "../../x", "/x", "x" * 100_000),
    *([], {}, [[]], {"": []}, [None] * 50),
)


def bytes_changed(data: bytes, numbers: random.Random, other: bytes = b"") -> bytes:
    """One to six changes: bits, numbers at their edges, pieces cut out, doubled, filled, taken from another file."""
    for _ in range(numbers.choice((1, 1, 1, 2, 3, 6))):
        if not data:
            return data
        # Heads hold what matters most: half of all changes are there.
        place = numbers.randrange(min(len(data), 600) if numbers.random() < 0.5 else len(data))
        length = numbers.choice((1, 2, 4, 16, 200, 5000))
        kind = numbers.randrange(7)
        if kind == 0:
            data = data[:place] + bytes([data[place] ^ 1 << numbers.randrange(8)]) + data[place + 1 :]
        elif kind == 1:
            edge = numbers.choice(EDGES)
            data = data[:place] + edge + data[place + len(edge) :]
        elif kind == 2:
            data = data[:place] + data[place + length :]
        elif kind == 3:
            data = data[: place + length] + data[place:]
        elif kind == 4:
            data = data[:place] + numbers.randbytes(length) + data[place + length :]
        elif kind == 5:
            data = data[:place]
        else:
            data = data[:place] + other[place : place + length * 10] + data[place + length :]
    return data


def text_changed(text: str, numbers: random.Random) -> str:
    """A text of lines with lines lost, doubled, swapped, values put in their place, brackets nested."""
    lines = text.splitlines()
    for _ in range(numbers.randrange(1, 5)):
        place = numbers.randrange(len(lines))
        kind = numbers.randrange(7)
        if kind == 0:
            del lines[place]
        elif kind == 1:
            lines.insert(place, lines[numbers.randrange(len(lines))])
        elif kind == 2:
            other = numbers.randrange(len(lines))
            lines[place], lines[other] = lines[other], lines[place]
        elif kind == 3:
            lines[place] = lines[place].split("=")[0] + "= " + numbers.choice(TOML_VALUES)
        elif kind == 4:
            lines[place] = lines[place][: numbers.randrange(len(lines[place]) + 1)]
        elif kind == 5:
            lines.insert(place, numbers.choice(TOML_LINES))
        else:
            lines[place] = "".join(chr(numbers.randrange(1, 0x2FFF)) for _ in range(20))
        lines = lines or [""]
    return "\n".join(lines)


TOML_VALUES = (
    *("0", "-1", "1e308", "inf", "nan", "9" * 400, "true", '""', '"x"', "[]", "{}", "[[[]]]", "1979-05-27", "07:32:00"),
    *(
        "[" * 5000,
        "[" * 300 + "]" * 300,
        '"' + "x" * 100_000 + '"',
        "'''",
        "{a={b={c={d=1}}}}",
        '"\\ud800"',
        '"\\u0000"',
    ),
    *('["eye", 3]', '["eye", "eye"]', "{en = 'x', xx = 3}"),
)
TOML_LINES = (
    *("[[rule]]", "[rule]", "[[rule.text]]", "last_day = 9999999999", 'id = "infection"', "x = 1", "[" * 2000, "\x00"),
    *(".".join(["a"] * 3000) + " = 1", "[" + ".".join(["a"] * 3000) + "]", "hours = 0x" + "f" * 400, 'kind = "avoid"'),
)


def tree_changed(tree: Any, numbers: random.Random) -> Any:
    """A tree of JSON with one to three of its values, keys or items changed, lost or doubled. In place."""
    for _ in range(numbers.randrange(1, 4)):
        here, key = _somewhere(tree, numbers)
        if here is None:
            continue
        kind = numbers.randrange(5)
        if kind <= 2:
            here[key] = numbers.choice(ODD_VALUES)
        elif kind == 3:
            del here[key]
        elif isinstance(here, list):
            here.append(here[key])
        else:
            here[numbers.choice(("", "x", "id", "day"))] = here[key]
    return tree


def _somewhere(tree: Any, numbers: random.Random) -> tuple[Any, Any]:
    here, key = None, None
    at = tree
    while isinstance(at, list | dict) and at and (here is None or numbers.random() < 0.85):
        here = at
        key = numbers.randrange(len(at)) if isinstance(at, list) else numbers.choice(list(at))
        at = here[key]
    return here, key
