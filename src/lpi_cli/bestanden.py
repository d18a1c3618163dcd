"""Files: write them whole or not at all, and say in Dutch why the system refused."""

import errno
import os
from contextlib import suppress
from pathlib import Path


def schrijf_atomair(bestand: Path, inhoud: bytes) -> None:
    """Write ``inhoud`` to ``bestand``, in one step for whoever reads it. Raises ``OSError``."""
    import tempfile  # costs time, and most runs write nothing

    doel = bestand.resolve()
    greep, naam = tempfile.mkstemp(dir=doel.parent, prefix=".lpi-", suffix=".tmp")
    tijdelijk = Path(naam)
    try:
        with os.fdopen(greep, "wb") as uitvoer:
            uitvoer.write(inhoud)
            uitvoer.flush()
            os.fsync(uitvoer.fileno())
        tijdelijk.chmod(_rechten(doel))
        tijdelijk.replace(doel)
    except BaseException:
        with suppress(OSError):
            tijdelijk.unlink()
        raise


def _rechten(doel: Path) -> int:
    """The rights of the file that is replaced, or those of any new file of this user."""
    if doel.exists():
        return doel.stat().st_mode & 0o777
    umask = os.umask(0)
    os.umask(umask)
    return 0o666 & ~umask


_OORZAKEN = {
    errno.ENOENT: "bestaat niet",
    errno.EACCES: "u hebt er geen rechten voor",
    errno.EPERM: "u hebt er geen rechten voor",
    errno.EROFS: "de schijf is alleen-lezen",
    errno.ENOSPC: "de schijf is vol",
    errno.EDQUOT: "uw ruimte op de schijf is op",
    errno.ENAMETOOLONG: "de naam is te lang",
    errno.ENOTDIR: "een deel van het pad is geen map",
    errno.EISDIR: "is een map",
}


def oorzaak(fout: OSError) -> str:
    """Why the system refused, in plain Dutch where it is a usual reason."""
    return _OORZAKEN.get(fout.errno or 0, fout.strerror or "onbekende fout")
