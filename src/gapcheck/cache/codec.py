"""Frozen dataclasses as JSON and back, by the types of their fields; nothing is executed on decoding.

A dataclass becomes the list of its fields, a tuple a list, an enum its value. `schema` spells the whole type out, so
that data written for another form of it can be told apart before it is decoded.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields, is_dataclass
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

Convert = Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class Codec:
    """How one type is written and read. `encode` and `decode` are None where a value stands for itself."""

    schema: str
    encode: Convert | None = None
    decode: Convert | None = None

    def dump(self, value: object) -> Any:
        """What `json.dumps` can write."""
        return self.encode(value) if self.encode else value

    def load(self, raw: Any) -> Any:
        """The value again.

        Raises `ValueError`, `TypeError`, `LookupError` or `AttributeError` when `raw` was not written by `dump`.
        """
        return self.decode(raw) if self.decode else raw


@cache
def codec_of(kind: Any) -> Codec:
    """The codec of a type: a dataclass, an enum, a tuple, an optional type, or what JSON has itself.

    Raises `TypeError` for any other.
    """
    if kind in (str, int, float, bool, NoneType):
        return Codec(kind.__name__)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return Codec(
            f"{kind.__name__}({','.join(str(member.value) for member in kind)})", _value, _enum(kind)
        )
    if isinstance(kind, type) and is_dataclass(kind):
        return _dataclass(kind)
    if get_origin(kind) is tuple:
        return _tuple(get_args(kind))
    if get_origin(kind) in (Union, UnionType):
        return _optional(get_args(kind))
    raise TypeError(f"there is no way to write {kind}")


def _value(member: Enum) -> Any:
    return member.value


def _enum(kind: type[Enum]) -> Convert:
    return {member.value: member for member in kind}.__getitem__


def _dataclass(kind: type) -> Codec:
    hints = get_type_hints(kind)
    names = tuple(field.name for field in fields(kind) if field.init)
    codecs = tuple(codec_of(hints[name]) for name in names)
    writers = tuple((name, codec.encode) for name, codec in zip(names, codecs, strict=True))
    readers = tuple((place, codec.decode) for place, codec in enumerate(codecs) if codec.decode)

    def encode(value: Any) -> list[Any]:
        return [
            convert(getattr(value, name)) if convert else getattr(value, name) for name, convert in writers
        ]

    def decode(raw: list[Any]) -> Any:
        for place, convert in readers:
            raw[place] = convert(raw[place])
        return kind(*raw)

    spelled = ",".join(f"{name}:{codec.schema}" for name, codec in zip(names, codecs, strict=True))
    return Codec(f"{kind.__name__}({spelled})", encode, decode)


def _tuple(items: tuple[Any, ...]) -> Codec:
    if len(items) == 2 and items[1] is ...:
        return _sequence(codec_of(items[0]))
    codecs = tuple(codec_of(item) for item in items)

    def encode(value: tuple[Any, ...]) -> list[Any]:
        return [codec.dump(item) for codec, item in zip(codecs, value, strict=True)]

    def decode(raw: list[Any]) -> tuple[Any, ...]:
        return tuple(codec.load(item) for codec, item in zip(codecs, raw, strict=True))

    return Codec(f"tuple[{','.join(codec.schema for codec in codecs)}]", encode, decode)


def _sequence(item: Codec) -> Codec:
    write, read = item.encode, item.decode

    def encode(value: tuple[Any, ...]) -> list[Any]:
        return list(map(write, value)) if write else list(value)

    def decode(raw: list[Any]) -> tuple[Any, ...]:
        return tuple(map(read, raw)) if read else tuple(raw)

    return Codec(f"tuple[{item.schema},...]", encode, decode)


def _optional(options: tuple[Any, ...]) -> Codec:
    kinds = [option for option in options if option is not NoneType]
    if len(kinds) != 1:
        raise TypeError(f"there is no way to write one of {options}")
    inner = codec_of(kinds[0])
    return Codec(f"{inner.schema}|None", _unless_none(inner.encode), _unless_none(inner.decode))


def _unless_none(convert: Convert | None) -> Convert | None:
    if convert is None:
        return None

    def converted(value: Any) -> Any:
        return None if value is None else convert(value)

    return converted
