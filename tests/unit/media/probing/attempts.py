"""All that somebody could want to do who has taken over a process, each tried for real."""

from __future__ import annotations

import ctypes
import errno
import fcntl
import mmap
import os
import resource
import signal
import socket
import struct
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from lsbook.media.workers.sandbox import kernel

DONE = "done"
_MACHINE = kernel.detect_machine()
_NUMBERS: Mapping[str, tuple[int, int]] = {
    "ptrace": (101, 117),
    "process_vm_readv": (310, 270),
    "process_vm_writev": (311, 271),
    "unshare": (272, 97),
    "setns": (308, 268),
    "mount": (165, 40),
    "chroot": (161, 51),
    "bpf": (321, 280),
    "keyctl": (250, 219),
    "perf_event_open": (298, 241),
    "userfaultfd": (323, 282),
    "memfd_create": (319, 279),
    "execveat": (322, 281),
    "open_by_handle_at": (304, 265),
    "shmget": (29, 194),
    "msgget": (68, 186),
    "semget": (64, 190),
    "inotify_init1": (294, 26),
    "tgkill": (234, 131),
    "rt_sigqueueinfo": (129, 138),
    "personality": (135, 92),
    "mprotect": (10, 226),
    "ioctl": (16, 29),
    "prlimit64": (302, 261),
}
"""On x86_64 and on aarch64 (the kernel's tables)."""
_PIDFD_SEND_SIGNAL, _IO_URING_SETUP, _OPENAT2, _CLONE3 = 424, 425, 437, 435
_SEIZE = 0x4206  # of ptrace: it stops nobody
_PAGE = mmap.mmap(-1, mmap.PAGESIZE)
_QUIET = signal.SIGCONT
"""A signal that does nothing to a process that runs."""


@dataclass(frozen=True)
class Targets:
    """What is tried on. Whoever runs the tests may write in ``folder``, and listens on ``port`` and ``socket``."""

    folder: str
    secret: str
    port: int
    socket: str
    parent: int
    only: tuple[str, ...] = ()
    """What alone is tried; nothing here: everything. In a process that is not locked in, the rest leaves traces."""


def attempt_all(targets: Targets) -> dict[str, str]:
    """Try everything. What came of it, by what was tried: ``DONE``, or the name of the error."""
    every = _every(targets)
    return {name: _attempt(action) for name, action in every if name in (targets.only or (name,))}


def work_on() -> None:
    """Do what decoders do: take memory, start threads, wait for each other, ask for the time and for chance."""
    memory = bytearray(64 << 20)
    threads = [threading.Thread(target=memory.__setitem__, args=(at, at)) for at in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    time.sleep(0.001)
    if memory[7] != 7 or len(os.urandom(8)) != 8 or not len(os.sched_getaffinity(0)):
        raise OSError(errno.EIO, "this is not as it should be")


def _attempt(action: Callable[[], object]) -> str:
    try:
        action()
    except OSError as error:
        return errno.errorcode.get(error.errno or 0, str(error))
    except Exception as error:  # which refuses nothing, and is to be seen
        return repr(error)
    return DONE


def _every(targets: Targets) -> Iterator[tuple[str, Callable[[], object]]]:
    yield "work", work_on
    yield from _reading(targets)
    yield from _writing(Path(targets.folder))
    yield from _handed_over()
    yield from _running()
    yield from _connecting(targets)
    yield from _signalling(targets.parent)
    yield from _looking_in(targets.parent)
    yield from _gaining()


def _reading(targets: Targets) -> Iterator[tuple[str, Callable[[], object]]]:
    for name, file in {
        "read the system's users": "/etc/passwd",
        "read another file of the story": targets.secret,
        "read a file of a device": "/dev/zero",
        "read what the parent was started with": f"/proc/{targets.parent}/environ",
        "read the parent's memory": f"/proc/{targets.parent}/mem",
        "read its own memory": "/proc/self/maps",
    }.items():
        yield name, lambda file=file: os.open(file, os.O_RDONLY)  # type: ignore[misc]
    yield "open by the newest way", lambda: _newest_open(targets.secret)
    yield "open by a handle", lambda: _call("open_by_handle_at", -100, _address(), 0)
    yield "read a folder", lambda: list(Path(targets.folder).iterdir())
    yield "read the home folder", lambda: list(Path.home().iterdir())
    yield "look at a file", Path(targets.secret).stat
    yield "follow a link", Path("/proc/self/exe").readlink
    yield "ask where it is", os.getcwd
    yield "go elsewhere", lambda: os.chdir(targets.folder)
    yield "watch files", lambda: _call("inotify_init1", 0)


def _writing(folder: Path) -> Iterator[tuple[str, Callable[[], object]]]:
    kept = folder / "kept"
    yield "create a file", lambda: os.open(folder / "new", os.O_WRONLY | os.O_CREAT)
    yield "create a file without a name", lambda: os.open(folder, os.O_RDWR | os.O_TMPFILE)
    yield "write into a file", lambda: os.open(kept, os.O_WRONLY)
    yield "cut a file short", lambda: os.truncate(kept, 1)
    yield "create a folder", (folder / "folder").mkdir
    yield "create a pipe", lambda: os.mkfifo(folder / "pipe")
    yield "create a link", lambda: (folder / "link").symlink_to(kept)
    yield "create a second name", lambda: (folder / "second").hardlink_to(kept)
    yield "lock a file", lambda: kept.chmod(0o600)
    yield "give a file away", lambda: os.chown(kept, os.getuid(), os.getgid())
    yield "change a file's day", lambda: os.utime(kept, (1, 1))
    yield "write a note on a file", lambda: os.setxattr(kept, "user.note", b"note")
    yield "move a file", lambda: kept.rename(folder / "moved")
    yield "delete a file", (folder / "doomed").unlink
    yield "delete a folder", (folder / "empty").rmdir


def _handed_over() -> Iterator[tuple[str, Callable[[], object]]]:
    """On what the process has in hand: a film's file is the story's own."""
    yield "lock what it was handed", lambda: os.fchmod(0, 0o600)
    yield "give away what it was handed", lambda: os.fchown(0, os.getuid(), os.getgid())
    yield "change the day of what it was handed", lambda: os.utime(0, (1, 1))
    yield "write a note on what it was handed", lambda: os.setxattr(0, "user.note", b"note")
    yield "open what it was handed for writing", lambda: os.open("/proc/self/fd/0", os.O_RDWR)
    yield "change the marks of what it was handed", lambda: _call("ioctl", 0, 0x40086602, _address())
    yield "have more in hand", lambda: os.dup(0)


def _running() -> Iterator[tuple[str, Callable[[], object]]]:
    yield "run a program", lambda: os.execv("/bin/true", ["true"])
    yield "run a program by a number", lambda: _call("execveat", 0, _address(), 0, 0, 0x1000)
    yield "start a process", _fork
    yield "start a process with a program", lambda: os.posix_spawn("/bin/true", ["true"], {})
    yield "start a process by the newest way", lambda: kernel.make_system_call(_CLONE3, _address(), 88)
    yield "keep a program in memory", lambda: _call("memfd_create", _address(), 0)
    yield "run what is in memory", lambda: mmap.mmap(-1, mmap.PAGESIZE, prot=mmap.PROT_READ | mmap.PROT_EXEC).close()
    yield "make memory run", lambda: _call("mprotect", _address(), mmap.PAGESIZE, 7)


def _connecting(targets: Targets) -> Iterator[tuple[str, Callable[[], object]]]:
    yield "connect by TCP", lambda: _connect_by_tcp(targets.port)
    yield "send by UDP", _send_by_udp
    yield "connect to a socket", lambda: _connect(targets.socket)
    yield "listen", _listen
    yield "have a pair of sockets", socket.socketpair
    yield "have a pipe", os.pipe
    yield "have a ring of calls", lambda: kernel.make_system_call(_IO_URING_SETUP, 4, _address())
    for name, arguments in {"shmget": (0, 4096, 0o1600), "msgget": (0, 0o1600), "semget": (0, 1, 0o1600)}.items():
        yield f"share by {name}", lambda name=name, args=arguments: _call(name, *args)  # type: ignore[misc]


def _signalling(parent: int) -> Iterator[tuple[str, Callable[[], object]]]:
    yield "signal the parent", lambda: os.kill(parent, _QUIET)
    yield "signal its group", lambda: os.kill(0, _QUIET)
    yield "signal everybody", lambda: os.kill(-1, 0)
    yield "signal the parent's thread", lambda: _call("tgkill", parent, parent, _QUIET)
    yield "signal the parent with a word", lambda: _call("rt_sigqueueinfo", parent, _QUIET, _address())
    yield "signal the parent by a number", lambda: kernel.make_system_call(_PIDFD_SEND_SIGNAL, 0, _QUIET, None, 0)
    yield "have the parent signalled", lambda: fcntl.fcntl(0, fcntl.F_SETOWN, parent)
    yield "slow the parent down", lambda: os.setpriority(os.PRIO_PROCESS, parent, 1)
    yield "tie the parent to a core", lambda: os.sched_setaffinity(parent, os.sched_getaffinity(0))
    yield "limit the parent", lambda: _limit(parent, resource.RLIMIT_CORE, 0)


def _looking_in(parent: int) -> Iterator[tuple[str, Callable[[], object]]]:
    vector = struct.pack("@QQ", _address(), 8)
    here = ctypes.create_string_buffer(vector, len(vector))
    yield "trace the parent", lambda: _call("ptrace", _SEIZE, parent, 0, 0)
    yield "copy from the parent", lambda: _call("process_vm_readv", parent, here, 1, here, 1, 0)
    yield "copy into the parent", lambda: _call("process_vm_writev", parent, here, 1, here, 1, 0)


def _gaining() -> Iterator[tuple[str, Callable[[], object]]]:
    yield "raise its limit of files", lambda: _limit(0, resource.RLIMIT_NOFILE, 1 << 16)
    yield "raise its limit of memory", lambda: _limit(0, resource.RLIMIT_AS, 1 << 40)
    yield "change its user", lambda: os.setuid(os.getuid())
    yield "have a space of its own", lambda: _call("unshare", 0x10000000)
    yield "go into another space", lambda: _call("setns", 0, 0)
    yield "mount", lambda: _call("mount", _address(), _address(), _address(), 0, 0)
    yield "change the root", lambda: _call("chroot", _address())
    yield "load a program into the kernel", lambda: _call("bpf", 0, _address(), 72)
    yield "ask for keys", lambda: _call("keyctl", 0, -3, 1)
    yield "watch the processor", lambda: _call("perf_event_open", _address(), 0, -1, -1, 0)
    yield "handle its faults", lambda: _call("userfaultfd", 1)
    yield "change how it is run", lambda: _call("personality", 0x0400000)


def _call(name: str, *args: object) -> int:
    x86_64, aarch64 = _NUMBERS[name]
    return kernel.make_system_call(x86_64 if _MACHINE == 62 else aarch64, *args)


def _address() -> int:
    return ctypes.addressof(ctypes.c_char.from_buffer(_PAGE))


def _newest_open(file: str) -> int:
    how = ctypes.create_string_buffer(24)
    return kernel.make_system_call(_OPENAT2, -100, ctypes.create_string_buffer(os.fsencode(file)), how, 24)


def _fork() -> None:
    if (child := os.fork()) == 0:
        os._exit(0)
    with suppress(ChildProcessError):
        os.waitpid(child, 0)


def _limit(process: int, what: int, most: int) -> int:
    pair = struct.pack("@QQ", most, most)
    return _call("prlimit64", process, what, ctypes.create_string_buffer(pair, len(pair)), None)


def _connect_by_tcp(port: int) -> None:
    with socket.socket() as sender:
        sender.connect(("127.0.0.1", port))


def _listen() -> None:
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()


def _send_by_udp() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sender:
        sender.sendto(b"secret", ("127.0.0.1", 9))


def _connect(path: str) -> None:
    with socket.socket(socket.AF_UNIX) as sender:
        sender.connect(path)
