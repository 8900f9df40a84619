"""The system calls that a decoder may make once its process is locked, by processor.

A list of what may be, and not of what may not: of the 360 calls that there are, a decoder needs a few dozen, and what
Linux learns tomorrow is refused today. None of them takes a path, starts a program or reaches another process. They
were gathered by watching every kind of medium on its way through the workers; what other C libraries use for the same
ends (memory, threads, clocks) is beside them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True)
class Call:
    """The number of one system call on each processor, and ``None`` where it has none."""

    x86_64: int | None
    aarch64: int | None


FREE: Mapping[str, Call] = MappingProxyType(
    {
        # What is open already: the medium, and the way for answers.
        "read": Call(0, 63),
        "write": Call(1, 64),
        "close": Call(3, 57),
        "fstat": Call(5, 80),
        "lseek": Call(8, 62),
        "pread64": Call(17, 67),
        "pwrite64": Call(18, 68),
        "readv": Call(19, 65),
        "writev": Call(20, 66),
        # Memory of its own.
        "munmap": Call(11, 215),
        "brk": Call(12, 214),
        "mremap": Call(25, 216),
        "madvise": Call(28, 233),
        # Threads, and signals to itself.
        "rt_sigaction": Call(13, 134),
        "rt_sigprocmask": Call(14, 135),
        "rt_sigreturn": Call(15, 139),
        "sched_yield": Call(24, 124),
        "exit": Call(60, 93),
        "sigaltstack": Call(131, 132),
        "futex": Call(202, 98),
        "set_tid_address": Call(218, 96),
        "restart_syscall": Call(219, 128),
        "exit_group": Call(231, 94),
        "set_robust_list": Call(273, 99),
        "membarrier": Call(324, 283),
        "rseq": Call(334, 293),
        # Clocks, chance, and what it is itself.
        "nanosleep": Call(35, 101),
        "getpid": Call(39, 172),
        "uname": Call(63, 160),
        "gettimeofday": Call(96, 169),
        "getrlimit": Call(97, 163),
        "getrusage": Call(98, 165),
        "sysinfo": Call(99, 179),
        "times": Call(100, 153),
        "getuid": Call(102, 174),
        "getgid": Call(104, 176),
        "geteuid": Call(107, 175),
        "getegid": Call(108, 177),
        "getppid": Call(110, 173),
        "sched_getparam": Call(143, 121),
        "sched_getscheduler": Call(145, 120),
        "sched_get_priority_max": Call(146, 125),
        "sched_get_priority_min": Call(147, 126),
        "gettid": Call(186, 178),
        "time": Call(201, None),
        "sched_getaffinity": Call(204, 123),
        "clock_gettime": Call(228, 113),
        "clock_getres": Call(229, 114),
        "clock_nanosleep": Call(230, 115),
        "getcpu": Call(309, 168),
        "getrandom": Call(318, 278),
    }
)

# These may be made with some arguments only: ``seccomp`` says with which.
MMAP = Call(9, 222)
MPROTECT = Call(10, 226)
CLONE = Call(56, 220)
FCNTL = Call(72, 25)
PRCTL = Call(157, 167)
TGKILL = Call(234, 131)
PRLIMIT64 = Call(302, 261)

ASK_FOR_FILTER = Call(317, 277)
"""``seccomp(2)`` itself, with which the lock is closed."""
