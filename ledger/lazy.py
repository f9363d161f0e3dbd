"""Modules that are imported at their first use: start-up is part of the interface."""

import importlib
from types import ModuleType
from typing import Any


class _Lazy(ModuleType):
    """Stands for a module until something of it is asked for."""

    def __getattr__(self, name: str) -> Any:
        return getattr(importlib.import_module(self.__name__), name)


def lazy(name: str) -> ModuleType:
    """Return a module that is imported when an attribute of it is first read."""
    return _Lazy(name)
