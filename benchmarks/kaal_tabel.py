"""Reference: the smallest Typer program with two commands; it prints a rich table of one row."""

import typer

app = typer.Typer(add_completion=False)


@app.command()
def zeg(naam: str, hard: bool = False) -> None:
    from rich.console import Console
    from rich.table import Table

    tabel = Table("naam", "hard")
    tabel.add_row(naam, str(hard))
    Console().print(tabel)


@app.command()
def zwijg() -> None: ...


if __name__ == "__main__":
    app()
