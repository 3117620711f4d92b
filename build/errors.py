"""The one error that a person sees."""


class BuildError(Exception):
    """Something in the source is wrong. The text is one line: file: key: what was expected."""
