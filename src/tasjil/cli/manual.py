"""`tasjil manual`: the page docs/commands.md, made from the help itself."""

from collections.abc import Iterator

import click


def manual() -> None:
    """Write the manual of all commands in Markdown to standard output."""
    context = click.get_current_context().find_root()
    click.echo("\n".join(page(context)), nl=False)


def page(context: click.Context) -> Iterator[str]:
    """Give the lines of the manual: the whole first, then each command."""
    yield "# Commands\n"
    yield "Made by `python3 run.py tasjil manual`; a test holds it to the help.\n"
    yield fenced(context.command.get_help(context))
    group = context.command
    assert isinstance(group, click.Group)
    for name, command in group.commands.items():
        if command.hidden:
            continue
        yield f"## tasjil {name}\n"
        with click.Context(command, info_name=name, parent=context) as inner:
            yield fenced(command.get_help(inner))


def fenced(text: str) -> str:
    """Set help as a block that keeps its columns."""
    return f"```text\n{text.strip()}\n```\n"
