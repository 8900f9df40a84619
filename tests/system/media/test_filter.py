"""The list of calls, run over every number of both processors: also of the one that is not at hand."""

from __future__ import annotations

import errno
from collections.abc import Mapping
from types import MappingProxyType

import pytest

from lsbook.media.workers.sandbox import bpf, landlock, seccomp
from tests.system.media.filtering import verdict

PROCESS = 4711
X86, ARM = 0xC000003E, 0xC00000B7
"""The processors' numbers in the kernel's audit.h."""
FILTERS = {each.audit: bpf.assemble(seccomp.build_filter(each, PROCESS)) for each in seccomp.PROCESSORS.values()}

# From the kernel's tables: arch/x86/entry/syscalls/syscall_64.tbl and include/uapi/asm-generic/unistd.h.
ALWAYS: Mapping[str, tuple[int, int]] = MappingProxyType(
    {
        "read": (0, 63),
        "write": (1, 64),
        "close": (3, 57),
        "fstat": (5, 80),
        "lseek": (8, 62),
        "munmap": (11, 215),
        "brk": (12, 214),
        "rt_sigaction": (13, 134),
        "rt_sigprocmask": (14, 135),
        "rt_sigreturn": (15, 139),
        "pread64": (17, 67),
        "pwrite64": (18, 68),
        "readv": (19, 65),
        "writev": (20, 66),
        "sched_yield": (24, 124),
        "mremap": (25, 216),
        "madvise": (28, 233),
        "nanosleep": (35, 101),
        "getpid": (39, 172),
        "exit": (60, 93),
        "uname": (63, 160),
        "gettimeofday": (96, 169),
        "getrlimit": (97, 163),
        "getrusage": (98, 165),
        "sysinfo": (99, 179),
        "times": (100, 153),
        "getuid": (102, 174),
        "getgid": (104, 176),
        "geteuid": (107, 175),
        "getegid": (108, 177),
        "getppid": (110, 173),
        "sigaltstack": (131, 132),
        "sched_getparam": (143, 121),
        "sched_getscheduler": (145, 120),
        "sched_get_priority_max": (146, 125),
        "sched_get_priority_min": (147, 126),
        "gettid": (186, 178),
        "futex": (202, 98),
        "sched_getaffinity": (204, 123),
        "set_tid_address": (218, 96),
        "restart_syscall": (219, 128),
        "clock_gettime": (228, 113),
        "clock_getres": (229, 114),
        "clock_nanosleep": (230, 115),
        "exit_group": (231, 94),
        "set_robust_list": (273, 99),
        "getcpu": (309, 168),
        "getrandom": (318, 278),
        "membarrier": (324, 283),
        "rseq": (334, 293),
    }
)
ONLY_X86 = {201}  # time
BOUND: Mapping[str, tuple[int, int]] = MappingProxyType(
    {
        "mmap": (9, 222),
        "mprotect": (10, 226),
        "clone": (56, 220),
        "fcntl": (72, 25),
        "prctl": (157, 167),
        "tgkill": (234, 131),
        "prlimit64": (302, 261),
    }
)
NEVER: Mapping[str, tuple[int, int]] = MappingProxyType(
    {
        "openat": (257, 56),
        "newfstatat": (262, 79),
        "unlinkat": (263, 35),
        "renameat2": (316, 276),
        "mkdirat": (258, 34),
        "fchmod": (91, 52),
        "fchown": (93, 55),
        "ftruncate": (77, 46),
        "truncate": (76, 45),
        "utimensat": (280, 88),
        "fsetxattr": (190, 7),
        "ioctl": (16, 29),
        "dup": (32, 23),
        "execve": (59, 221),
        "execveat": (322, 281),
        "socket": (41, 198),
        "connect": (42, 203),
        "bind": (49, 200),
        "sendto": (44, 206),
        "kill": (62, 129),
        "tkill": (200, 130),
        "rt_sigqueueinfo": (129, 138),
        "rt_tgsigqueueinfo": (297, 240),
        "ptrace": (101, 117),
        "process_vm_readv": (310, 270),
        "process_vm_writev": (311, 271),
        "setuid": (105, 146),
        "mount": (165, 40),
        "unshare": (272, 97),
        "bpf": (321, 280),
        "keyctl": (250, 219),
        "perf_event_open": (298, 241),
        "userfaultfd": (323, 282),
        "memfd_create": (319, 279),
        "seccomp": (317, 277),
        "capset": (126, 91),
    }
)
NEW = {
    "pidfd_send_signal": 424,
    "io_uring_setup": 425,
    "clone3": 435,
    "close_range": 436,
    "openat2": 437,
    "faccessat2": 439,
    "landlock_create_ruleset": 444,
    "memfd_secret": 447,
    "fchmodat2": 452,
}
MAY_NOT, UNKNOWN = seccomp.REFUSE | errno.EPERM, seccomp.REFUSE | errno.ENOSYS


def number_of(table: Mapping[str, tuple[int, int]], name: str, processor: int) -> int:
    """The number of a call."""
    return table[name][processor == ARM]


def ask(processor: int, name: str, *arguments: int) -> int:
    """What is said to one of the calls that depend on their arguments."""
    return verdict(FILTERS[processor], number_of(BOUND, name, processor), processor, arguments)


@pytest.mark.parametrize("processor", [X86, ARM])
def test_only_the_listed_calls_are_allowed(processor: int) -> None:
    """Of all numbers that a call can have, those of the list are allowed, and nothing else."""
    at_will = {number_of(ALWAYS, name, processor) for name in ALWAYS} | (ONLY_X86 if processor == X86 else set())
    bound = {number_of(BOUND, name, processor) for name in BOUND}
    numbers = [*range(2000), *range(0x40000000, 0x40000000 + 2000), 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF]
    said = {number: verdict(FILTERS[processor], number, processor) for number in numbers if number not in bound}
    assert {number for number, answer in said.items() if answer == seccomp.ALLOW} == at_will
    assert set(said.values()) == {seccomp.ALLOW, MAY_NOT, UNKNOWN}


@pytest.mark.parametrize("processor", [X86, ARM])
def test_what_reaches_out_is_refused(processor: int) -> None:
    """Opening, changing, running, connecting, signalling and looking in are refused by their own numbers."""
    for name in NEVER:
        assert verdict(FILTERS[processor], number_of(NEVER, name, processor), processor) == MAY_NOT, name
    for name, number in NEW.items():
        assert verdict(FILTERS[processor], number, processor) == UNKNOWN, name


def test_calls_of_another_processor_end_the_process() -> None:
    """Where the numbers are those of another processor, also of the same one at 32 bits, there is no harmless call."""
    for processor, code in FILTERS.items():
        for other in (X86, ARM, 0x40000003, 0x40000028, 0xC00000F3, 0):
            if other != processor:
                assert {verdict(code, number, other) for number in range(600)} == {seccomp.KILL}


def test_the_calls_of_x32_are_refused() -> None:
    """On x86_64 the same calls can be made by numbers with a mark, and none of these is allowed."""
    for number in range(600):
        assert verdict(FILTERS[X86], 0x40000000 | number, X86) == UNKNOWN


@pytest.mark.parametrize("processor", [X86, ARM])
def test_threads_may_be_started_and_processes_not(processor: int) -> None:
    """A thread as both C libraries for Linux start it is allowed; a process, or a space of its own, is not."""
    assert ask(processor, "clone", 0x3D0F00) == seccomp.ALLOW
    assert ask(processor, "clone", 0x7D0F00) == seccomp.ALLOW
    for flags in (17, 0x01200011, 0x4111, 0x10000000, 0x3D0F00 | 0x20000000, 0x3D0F00 | 0x00020000, 0):
        assert ask(processor, "clone", flags) == MAY_NOT


@pytest.mark.parametrize("processor", [X86, ARM])
def test_memory_may_not_run(processor: int) -> None:
    """Memory is for reading and writing: no new program comes into it."""
    for name in ("mmap", "mprotect"):
        assert [ask(processor, name, 0, 4096, bits) for bits in (0, 1, 3)] == [seccomp.ALLOW] * 3
        assert [ask(processor, name, 0, 4096, bits) for bits in (4, 5, 7, 4 | 1 << 40)] == [MAY_NOT] * 4


@pytest.mark.parametrize("processor", [X86, ARM])
def test_a_process_may_signal_only_itself(processor: int) -> None:
    """``abort`` reaches its own process, and nothing reaches another: by no signal, and by no event of a file."""
    assert ask(processor, "tgkill", PROCESS, PROCESS, 6) == seccomp.ALLOW
    assert [ask(processor, "tgkill", other, 1, 9) for other in (1, PROCESS + 1, -1, 0)] == [MAY_NOT] * 4
    assert ask(processor, "fcntl", 0, 3) == seccomp.ALLOW
    assert [ask(processor, "fcntl", 0, what, 1) for what in (0, 4, 8, 10, 15, 1024, 1026, 1030)] == [MAY_NOT] * 8


@pytest.mark.parametrize("processor", [X86, ARM])
def test_limits_and_options_stay(processor: int) -> None:
    """A process may ask for its limits and name its threads, and change no limit, nobody's, and no other option."""
    assert ask(processor, "prlimit64", 0, 7, 0, 0x7000_0000_1000) == seccomp.ALLOW
    for new in (1, 0x1000, 0x7F00_0000_0000, 1 << 32):
        assert ask(processor, "prlimit64", 0, 7, new, 0) == MAY_NOT
    assert ask(processor, "prlimit64", 1, 7, 0, 0x1000) == MAY_NOT
    assert ask(processor, "prctl", 15, 0x1000) == seccomp.ALLOW
    assert [ask(processor, "prctl", option) for option in (1, 4, 8, 22, 23, 24, 28, 38, 53)] == [MAY_NOT] * 9


def test_each_version_of_landlock_is_asked_for_what_it_knows() -> None:
    """No version of Landlock is asked for a right that it does not know, since it would then refuse to lock at all."""
    rights = {version: landlock.build_ruleset(version) for version in range(1, landlock.NEWEST_VERSION + 1)}
    files = {version: int.from_bytes(attributes[:8], "little") for version, attributes in rights.items()}
    assert files == {1: 0x1FFF, 2: 0x3FFF, 3: 0x7FFF, 4: 0x7FFF, 5: 0xFFFF, 6: 0xFFFF}
    assert [len(rights[version]) for version in range(1, 7)] == [8, 8, 8, 16, 16, 24]
    assert rights[6][8:] == (3).to_bytes(8, "little") * 2
