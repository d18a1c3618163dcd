"""Files: write them whole or not at all, and say in Dutch why the system refused."""

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from lpi_cli.signalen import onderweg

GEWOON, EIGEN = 0o666, 0o600
"""Rights of a new file: as this user has them for any file, or none for others."""


def schrijf_atomair(
    bestand: Path, inhoud: bytes, *, vervang: bool = True, rechten: int = GEWOON
) -> list[str]:
    """Write ``inhoud`` to ``bestand``, in one step for whoever reads it; what a link names, where it is one.

    ``vervang``: also when there is a file, which keeps its rights and owner; returns in Dutch what
    could not be kept. Otherwise ``FileExistsError`` tells that another was first. Raises ``OSError``.
    """
    if is_doorgang(bestand):
        _schrijf_door(bestand, inhoud)
        return []
    doel = Path(os.path.realpath(bestand))
    oud = _te_vervangen(doel) if vervang else None
    tijdelijk = doel.with_name(f".lpi-{os.urandom(8).hex()}.tmp")
    onderweg.add(tijdelijk)
    try:
        greep = os.open(tijdelijk, os.O_WRONLY | os.O_CREAT | os.O_EXCL, EIGEN if oud else rechten)
        with os.fdopen(greep, "wb") as uitvoer:
            uitvoer.write(inhoud)
            uitvoer.flush()
            os.fsync(uitvoer.fileno())
        let_op = _neem_over(doel, oud, tijdelijk) if oud else []
        if vervang:
            tijdelijk.replace(doel)
        else:
            _geef_naam(tijdelijk, doel)
    finally:
        with suppress(OSError):
            tijdelijk.unlink()  # there is none when it became the file
        onderweg.discard(tijdelijk)
    return let_op


def _te_vervangen(doel: Path) -> os.stat_result | None:
    """What will be replaced; None when nothing is there. Raises ``OSError`` when it may not be."""
    if not is_er(doel):
        return None
    if not doel.is_file():
        raise OSError(errno.ENOTSUP, os.strerror(errno.ENOTSUP))
    with doel.open("r+b") as oud:  # a folder may let one replace a file that one may not write
        return os.fstat(oud.fileno())


def _neem_over(doel: Path, oud: os.stat_result, nieuw: Path) -> list[str]:
    """Give a new file the owner and rights of the old one; returns what cannot be kept."""
    from shutil import copystat  # costs time, and most runs write nothing

    let_op = []
    if oud.st_nlink > 1:
        let_op.append(f"{doel.name} had nog een naam (harde link); daar staat nu nog wat er stond.")
    if sys.platform != "win32":
        try:
            os.chown(nieuw, -1, oud.st_gid)
            os.chown(nieuw, oud.st_uid, -1)
        except OSError:
            let_op.append(f"{doel.name} had een andere eigenaar of groep; nu is het bestand van u.")
    copystat(doel, nieuw)
    os.utime(nieuw)
    return let_op


def _geef_naam(tijdelijk: Path, doel: Path) -> None:
    """Name a whole file, unless there is one with that name. Raises ``FileExistsError`` or ``OSError``."""
    try:
        doel.hardlink_to(tijdelijk)
    except FileExistsError:
        raise
    except OSError:  # a disk without hard links, such as FAT
        with alleen_in(doel.parent):
            if os.path.lexists(doel):
                raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST)) from None
            tijdelijk.replace(doel)


def is_er(bestand: Path) -> bool:
    """Whether there is something. Raises ``OSError`` when that cannot be seen, as where links go round."""
    try:
        bestand.stat()
    except FileNotFoundError:
        return False
    return True


def is_doorgang(bestand: Path) -> bool:
    """Whether what is written there goes on, to a device or another program, and replaces nothing."""
    return bestand.is_char_device() or bestand.is_fifo()


def _schrijf_door(doorgang: Path, inhoud: bytes) -> None:
    """Write to what stays as it is. Raises ``OSError``, also when nobody reads the pipe: that may last forever."""
    greep = os.open(doorgang, os.O_WRONLY | getattr(os, "O_NONBLOCK", 0))  # Windows has nothing to wait for
    with os.fdopen(greep, "wb") as uitvoer:
        if sys.platform != "win32":
            os.set_blocking(greep, True)
        uitvoer.write(inhoud)


@contextmanager
def alleen_in(map_: Path) -> Iterator[None]:
    """Be the only lpi that reads and writes in a folder; waits for another. Raises ``OSError``."""
    slot = map_ / ".lpi.slot" if sys.platform == "win32" else map_  # Windows locks no folders
    greep = os.open(slot, os.O_RDONLY if slot is map_ else os.O_RDWR | os.O_CREAT)
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(greep, msvcrt.LK_LOCK, 1)
        else:
            import fcntl

            fcntl.flock(greep, fcntl.LOCK_EX)
        yield
    finally:
        os.close(greep)
        if slot is not map_:
            with suppress(OSError):  # another has it now
                slot.unlink()


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


_BEZET = (32, 33)
"""What Windows says, besides that one has no rights, of a file that another program has open."""


def oorzaak(fout: OSError) -> str:
    """Why the system refused, in plain Dutch where it is a usual reason."""
    if getattr(fout, "winerror", None) in _BEZET:
        return _OORZAKEN["EBUSY"]
    naam = errno.errorcode.get(fout.errno or 0, "zonder naam")
    return _OORZAKEN.get(naam, f"het systeem geeft fout {naam}")
