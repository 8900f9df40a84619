"""As many processes as there are cores, and memory for."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from lsbook.media.workers.processes import (
    BYTES_PER_PROCESS,
    compute_process_count,
    count_processes,
    measure_free_memory,
)

GIGA = 1 << 30
MEMINFO = "MemTotal:       16000000 kB\nMemFree:         1000000 kB\nMemAvailable:    {} kB\nBuffers:  1 kB\n"


def computer(folder: Path, files: Mapping[str, str], available: int = 100 * GIGA) -> Path:
    """A computer as Linux shows it in files, with this much memory in bytes."""
    for name, content in {"proc/meminfo": MEMINFO.format(available >> 10), **files}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("cores", "free", "processes"),
    [
        (8, 64 * GIGA, 8),
        (8, 8 * GIGA, 2),
        (8, 9 * GIGA, 3),
        (8, 9 * GIGA - 1, 2),
        (8, 3 * GIGA - 1, 1),
        (8, 0, 1),
        (1, 64 * GIGA, 1),
        (8, None, 8),
    ],
)
def test_processes_are_as_many_as_cores_and_memory_allow(cores: int, free: int | None, processes: int) -> None:
    """There are min(cores, free memory / 3 GiB) processes and at least one, and where nobody knows, one a core."""
    assert BYTES_PER_PROCESS == 3 * GIGA
    assert compute_process_count(cores, free) == processes


def test_memory_is_what_the_computer_has_left(tmp_path: Path) -> None:
    """What programs may still take counts, and not what happens to be empty."""
    assert measure_free_memory(computer(tmp_path, {}, 5 * GIGA)) == 5 * GIGA
    assert count_processes(computer(tmp_path, {}, 5 * GIGA)) == 1


def test_a_container_has_the_memory_of_its_group(tmp_path: Path) -> None:
    """Where a container, or a group around it, may take less than the computer has, that counts; caches can go."""
    group = "sys/fs/cgroup/kept/inner"
    files = {
        "proc/self/cgroup": "0::/kept/inner\n",
        f"{group}/memory.max": "max\n",
        "sys/fs/cgroup/kept/memory.max": f"{8 * GIGA}\n",
        "sys/fs/cgroup/kept/memory.current": f"{5 * GIGA}\n",
        "sys/fs/cgroup/kept/memory.stat": f"anon 1\ninactive_file {1 * GIGA}\n",
    }
    assert measure_free_memory(computer(tmp_path, files)) == 4 * GIGA


def test_a_container_of_the_older_kind_has_it_too(tmp_path: Path) -> None:
    """In the first version of groups the same is said by other names, and no limit is a number too large to be one."""
    files = {
        "proc/self/cgroup": "3:cpu:/\n4:memory:/outside/of/what/is/seen\n0::/\n",
        "sys/fs/cgroup/memory/memory.limit_in_bytes": f"{2 * GIGA}\n",
        "sys/fs/cgroup/memory/memory.usage_in_bytes": f"{3 * GIGA}\n",
    }
    assert measure_free_memory(computer(tmp_path, files)) == 0
    (tmp_path / "sys/fs/cgroup/memory/memory.limit_in_bytes").write_text("9223372036854771712\n", encoding="utf-8")
    assert measure_free_memory(tmp_path) == 100 * GIGA


@pytest.mark.parametrize("said", ["", "0:broken\n", "MemAvailable: lots\n", "\xff\n"])
def test_a_system_that_does_not_say_has_one_a_core(tmp_path: Path, said: str) -> None:
    """Where the files are missing or say something else, nobody knows, and nothing fails."""
    for name in ("proc/meminfo", "proc/self/cgroup"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(said, encoding="utf-8")
    assert measure_free_memory(tmp_path) is None
    assert measure_free_memory(tmp_path / "nothing") is None
    assert count_processes(tmp_path) >= 1
