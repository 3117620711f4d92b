"""What texts in the files of sites look like, for every kind of site."""

import re
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field, PlainSerializer
from tables import once, shaped


def _origin(text: str) -> str:
    parts = urlsplit(text)
    if parts.scheme != "https" or not parts.hostname or text != f"https://{parts.netloc}":
        raise ValueError(
            f"expected https and a host without path, such as https://www.example.com, not {text!r}"
        )
    return text


def _regex(text: str) -> str:
    try:
        re.compile(text)
    except re.error as error:
        raise ValueError(f"expected a regular expression: {error} in {text!r}") from None
    return text


Text = Annotated[str, shaped(r"\S(.*\S)?", "words without space at either end")]
Texts = Annotated[list[Text], Field(min_length=1)]
Regex = Annotated[Text, AfterValidator(_regex)]
Word = Annotated[str, shaped(r"[^\s|]([^|]*[^\s|])?", "words without | and without space at either end")]
# As scripts read it: one string, which is smaller than a list and can still be read.
Words = Annotated[list[Word], PlainSerializer("|".join, return_type=str)]
Slug = Annotated[str, shaped(r"[a-z0-9]+(-[a-z0-9]+)*", "small letters, digits and hyphens")]
Message = Annotated[str, shaped(r"[a-z][a-z0-9_]*", "a message's name: small letters, digits and _")]
Attribute = Annotated[str, shaped(r"[a-z][a-z0-9-]*", "an attribute's name in small letters")]
Origin = Annotated[str, AfterValidator(_origin)]
Address = Annotated[str, shaped(r"/[^\s?#*]*", "a path that begins with / and has no ?, # or *")]
Addresses = Annotated[list[Address], Field(min_length=1)]
Prefix = Annotated[
    str, shaped(r"/(#?[^\s?#*]+)?", "a path that begins with /, or with /#, and has no other ?, # or *")
]
Relative = Annotated[str, shaped(r"[^\s?#*/][^\s?#*]*", "a path without / in front, and with no ?, # or *")]
PageAddress = Annotated[
    str,
    shaped(
        r"https://[a-z0-9.-]+/[^\s#*]*", "an https address in small letters up to its path, with no # or *"
    ),
]
Alias = Annotated[
    str, shaped(r"(/#?)?[^\s?#*/][^\s?#*]*", "a path, or all of it from / or /# on, with no other ?, # or *")
]
Hook = Annotated[str, shaped(r"\S+", "a hook without space")]
Secure = Annotated[str, shaped(r"https://[^\s/]+/\S*", "an https address")]
Region = Annotated[
    str,
    shaped(
        r"[A-Z]{2}|[0-9]{3}", "a region's code of ISO 3166 or CLDR, such as CH or EU; of the EEA its members'"
    ),
]
Regions = Annotated[list[Region], Field(min_length=1), AfterValidator(once)]
Grade = Literal["A", "B", "C", "D", "I"]
Language = Annotated[str, shaped(r"[a-z]{2,3}(_[A-Z]{2})?", "a language such as en or pt_BR")]
