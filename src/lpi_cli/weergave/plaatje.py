"""A picture of coloured parts beside each other, as PNG: all that a bar needs."""

import zlib
from collections.abc import Sequence
from struct import pack


def png(delen: Sequence[tuple[str, int]], hoog: int) -> bytes:
    """``delen``: a colour (``0B5A68``) and how many pixels wide it is."""
    rij = b"\0" + b"".join(bytes.fromhex(kleur) * breed for kleur, breed in delen)
    breed = sum(deel for _, deel in delen)
    stukken = {
        b"IHDR": pack(">IIBBBBB", breed, hoog, 8, 2, 0, 0, 0),
        b"IDAT": zlib.compress(rij * hoog),
        b"IEND": b"",
    }
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        pack(">I", len(inhoud)) + soort + inhoud + pack(">I", zlib.crc32(soort + inhoud))
        for soort, inhoud in stukken.items()
    )
