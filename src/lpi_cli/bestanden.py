"""Files: write them whole or not at all, and say in Dutch why the system refused."""

import errno
import os
from contextlib import suppress
from pathlib import Path

from lpi_cli.signalen import onderweg


def schrijf_atomair(bestand: Path, inhoud: bytes) -> None:
    """Write ``inhoud`` to ``bestand``, in one step for whoever reads it. Raises ``OSError``."""
    doel = bestand.resolve()
    tijdelijk = doel.with_name(f".lpi-{os.urandom(8).hex()}.tmp")
    onderweg.add(tijdelijk)
    try:
        greep = os.open(tijdelijk, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(greep, "wb") as uitvoer:
            uitvoer.write(inhoud)
            uitvoer.flush()
            os.fsync(uitvoer.fileno())
        tijdelijk.chmod(_rechten(doel))
        tijdelijk.replace(doel)
    finally:
        with suppress(OSError):
            tijdelijk.unlink()  # there is none when it became the file
        onderweg.discard(tijdelijk)


def _rechten(doel: Path) -> int:
    """The rights of the file that is replaced, or those of any new file of this user."""
    if doel.exists():
        return doel.stat().st_mode & 0o777
    umask = os.umask(0)
    os.umask(umask)
    return 0o666 & ~umask


_OORZAKEN = {
    naam: zin
    for namen, zin in {
        "ENOENT": "bestaat niet",
        "EACCES EPERM": "u hebt er geen rechten voor",
        "EROFS": "de schijf is alleen-lezen",
        "ENOSPC": "de schijf is vol",
        "EDQUOT": "uw ruimte op de schijf is op",
        "EFBIG EOVERFLOW": "het bestand is te groot",
        "ENAMETOOLONG": "de naam is te lang",
        "EINVAL EILSEQ": "dat kan met deze naam of op deze plek niet",
        "ENOTDIR": "een deel van het pad is geen map",
        "EISDIR": "is een map",
        "ENOTEMPTY": "de map is niet leeg",
        "EEXIST": "er staat al iets met die naam",
        "ELOOP": "de verwijzing wijst in een kring",
        "EMLINK EXDEV ENOTSUP EOPNOTSUPP ENOSYS ENOTTY ESPIPE": "dat kan op deze plek niet",
        "EBUSY ETXTBSY EAGAIN EDEADLK EDEADLOCK ENOLCK": "is nu in gebruik",
        "EIO EREMOTEIO EBADMSG EUCLEAN": "de schijf geeft een fout",
        "ENODEV ENOMEDIUM": "het apparaat is er niet",
        "ENXIO": "het apparaat is er niet, of niemand leest de pijp",
        "EPIPE": "niemand leest het meer",
        "EBADF": "het is al gesloten",
        "EINTR ECANCELED": "het is onderbroken",
        "EMFILE ENFILE": "er staan te veel bestanden open",
        "ENOMEM ENOBUFS": "het geheugen is vol",
        "ENOKEY": "de map is versleuteld en op slot",
        "ETIMEDOUT EHOSTDOWN EHOSTUNREACH ENETDOWN ENETUNREACH ENOLINK ESTALE ECONNABORTED"
        " ECONNREFUSED ECONNRESET ENOTCONN ESHUTDOWN": "de netwerkschijf antwoordt niet",
    }.items()
    for naam in namen.split()
}
"""By the name of the error, since not every system knows all of them."""


def oorzaak(fout: OSError) -> str:
    """Why the system refused, in plain Dutch where it is a usual reason."""
    naam = errno.errorcode.get(fout.errno or 0, "zonder naam")
    return _OORZAKEN.get(naam, f"het systeem geeft fout {naam}")
