"""The system calls that a decoder may make once its process is locked, by processor.

A list of what may be, and not of what may not: of the 360 calls that there are, a decoder needs a few dozen, and what
Linux learns tomorrow is refused today. None of them takes a path, starts a program or reaches another process. They
were gathered by watching every kind of medium on its way through the workers; what other C libraries use for the same
ends (memory, threads, clocks) is beside them.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct


class SystemCall(Struct, frozen=True):
    """The number of one system call on each processor, and ``None`` where it has none."""

    x86_64: int | None
    aarch64: int | None


UNRESTRICTED: Mapping[str, SystemCall] = MappingProxyType(
    {
        # What is open already: the medium, and the way for answers.
        "read": SystemCall(0, 63),
        "write": SystemCall(1, 64),
        "close": SystemCall(3, 57),
        "fstat": SystemCall(5, 80),
        "lseek": SystemCall(8, 62),
        "pread64": SystemCall(17, 67),
        "pwrite64": SystemCall(18, 68),
        "readv": SystemCall(19, 65),
        "writev": SystemCall(20, 66),
        # Memory of its own.
        "munmap": SystemCall(11, 215),
        "brk": SystemCall(12, 214),
        "mremap": SystemCall(25, 216),
        "madvise": SystemCall(28, 233),
        # Threads, and signals to itself.
        "rt_sigaction": SystemCall(13, 134),
        "rt_sigprocmask": SystemCall(14, 135),
        "rt_sigreturn": SystemCall(15, 139),
        "sched_yield": SystemCall(24, 124),
        "exit": SystemCall(60, 93),
        "sigaltstack": SystemCall(131, 132),
        "futex": SystemCall(202, 98),
        "set_tid_address": SystemCall(218, 96),
        "restart_syscall": SystemCall(219, 128),
        "exit_group": SystemCall(231, 94),
        "set_robust_list": SystemCall(273, 99),
        "membarrier": SystemCall(324, 283),
        "rseq": SystemCall(334, 293),
        # Clocks, chance, and what it is itself.
        "nanosleep": SystemCall(35, 101),
        "getpid": SystemCall(39, 172),
        "uname": SystemCall(63, 160),
        "gettimeofday": SystemCall(96, 169),
        "getrlimit": SystemCall(97, 163),
        "getrusage": SystemCall(98, 165),
        "sysinfo": SystemCall(99, 179),
        "times": SystemCall(100, 153),
        "getuid": SystemCall(102, 174),
        "getgid": SystemCall(104, 176),
        "geteuid": SystemCall(107, 175),
        "getegid": SystemCall(108, 177),
        "getppid": SystemCall(110, 173),
        "sched_getparam": SystemCall(143, 121),
        "sched_getscheduler": SystemCall(145, 120),
        "sched_get_priority_max": SystemCall(146, 125),
        "sched_get_priority_min": SystemCall(147, 126),
        "gettid": SystemCall(186, 178),
        "time": SystemCall(201, None),
        "sched_getaffinity": SystemCall(204, 123),
        "clock_gettime": SystemCall(228, 113),
        "clock_getres": SystemCall(229, 114),
        "clock_nanosleep": SystemCall(230, 115),
        "getcpu": SystemCall(309, 168),
        "getrandom": SystemCall(318, 278),
    }
)

# These may be made with some arguments only: ``seccomp`` says with which.
MMAP = SystemCall(9, 222)
MPROTECT = SystemCall(10, 226)
CLONE = SystemCall(56, 220)
FCNTL = SystemCall(72, 25)
PRCTL = SystemCall(157, 167)
TGKILL = SystemCall(234, 131)
PRLIMIT64 = SystemCall(302, 261)

SECCOMP = SystemCall(317, 277)
"""``seccomp(2)`` itself, with which the lock is closed."""
