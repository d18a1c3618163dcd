"""Reference: the smallest Typer program with two commands; it prints a line."""

import typer

app = typer.Typer(add_completion=False)


@app.command()
def zeg(naam: str, hard: bool = False) -> None:
    typer.echo(f"Hallo {naam}{'!' if hard else '.'}")


@app.command()
def zwijg() -> None: ...


if __name__ == "__main__":
    app()
