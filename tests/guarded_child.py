"""Runs a child of Python for which a socket that could leave the computer is the end.

Owns the guard: the Linux kernel refuses such a socket to the whole process, Qt and every library in it, and ends it on
the spot with a word on where it was. No rights are needed for that. Elsewhere only Python's own sockets are refused.
"""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import legwork

GUARD = r"""
import ctypes, faulthandler, os, platform, signal, struct, sys

def refuse_networks():
    families = (2, 10, 17)  # AF_INET, AF_INET6, AF_PACKET

    def hear(event, arguments):
        if event == "socket.__new__" and arguments[1] in (2, 10, 17, 23, 30):
            print("NETWORK: a socket of Python", file=sys.stderr, flush=True)
            os._exit(77)

    sys.addaudithook(hear)
    machine = {"x86_64": (0xC000003E, 41), "aarch64": (0xC00000B7, 198)}.get(platform.machine())
    if not sys.platform.startswith("linux") or machine is None:
        return
    arch, socket_call = machine
    load, same, answer = 0x20, 0x15, 0x06
    allow, trap = 0x7FFF0000, 0x00030000
    rules = [(load, 0, 0, 4), (same, 0, 6, arch), (load, 0, 0, 0), (same, 0, 4, socket_call), (load, 0, 0, 16)]
    rules += [(same, len(families) - at, 0, family) for at, family in enumerate(families)]
    # What is not refused falls through to the first answer; the refused ones jump to the second.
    rules += [(answer, 0, 0, allow), (answer, 0, 0, trap)]
    rules[1] = (same, 0, len(rules) - 2 - 2, arch)
    rules[3] = (same, 0, len(rules) - 4 - 2, socket_call)
    packed = b"".join(struct.pack("HBBI", *rule) for rule in rules)

    class Program(ctypes.Structure):
        _fields_ = [("length", ctypes.c_ushort), ("rules", ctypes.c_char_p)]

    faulthandler.register(signal.SIGSYS, all_threads=False, chain=True)
    libc = ctypes.CDLL(None, use_errno=True)
    program = Program(len(rules), packed)
    assert libc.prctl(38, 1, 0, 0, 0) == 0
    assert libc.prctl(22, 2, ctypes.byref(program), 0, 0) == 0, os.strerror(ctypes.get_errno())

refuse_networks()
"""


@dataclass(frozen=True)
class Told:
    """What a self-test said, and how it ended. said: the lines on stdout; reported: those in the file."""

    code: int
    said: list[str]
    reported: list[str]
    complained: str


def run(code: str, folder: Path, seconds: float = 60, **more: str) -> subprocess.CompletedProcess[str]:
    """Run Python code in a child behind the guard, in `folder`; more: of its environment."""
    environment = os.environ | {
        "PYTHONPATH": str(Path(legwork.__file__).parents[1]),
        "QT_QPA_PLATFORM": "offscreen",
        **more,
    }
    return subprocess.run(
        [sys.executable, "-X", "faulthandler", "-c", f"{GUARD}\n{code}"],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        timeout=seconds,
    )
