"""What /proc knows of a process and its children: memory and CPU time."""

import os
from dataclasses import dataclass
from pathlib import Path

_TICKS = os.sysconf("SC_CLK_TCK")


def family(pid: int) -> list[int]:
    """The process and everything it started, as far as it is alive."""
    members = [pid]
    for member in members:
        try:
            for task in Path(f"/proc/{member}/task").iterdir():
                members.extend(int(child) for child in (task / "children").read_text().split())
        except OSError:
            continue
    return members


def _status_kib(pid: int, field: str) -> int:
    """One memory line of /proc/PID/status in KiB, 0 for a process that is gone."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith(field)), 0)


def resident_kib(pid: int) -> int:
    """Resident memory of the family now."""
    return sum(_status_kib(member, "VmRSS:") for member in family(pid))


def peak_kib(pid: int) -> int:
    """Highest resident memory that each member of the family ever had, summed."""
    return sum(_status_kib(member, "VmHWM:") for member in family(pid))


def cpu_seconds(pid: int) -> float:
    """CPU time of the family, user and system."""
    total = 0
    for member in family(pid):
        try:
            # The name in brackets may hold spaces: count the fields behind it.
            fields = Path(f"/proc/{member}/stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        total += int(fields[11]) + int(fields[12])
    return total / _TICKS


def machine_busy_seconds() -> float:
    """CPU time that anything at all has used on this machine, over all cores."""
    fields = [int(field) for field in Path("/proc/stat").read_text().split("\n", 1)[0].split()[1:9]]
    idle, waiting = fields[3], fields[4]
    return (sum(fields) - idle - waiting) / _TICKS


@dataclass(frozen=True, slots=True)
class CpuMark:
    """CPU times at one moment, to be subtracted from a later mark."""

    at: float
    load: float
    bot: float
    machine: float

    def shares_since(self, earlier: "CpuMark") -> dict[str, float]:
        """Cores used by the load server, the bot and everybody else on the machine since `earlier`."""
        seconds = self.at - earlier.at
        load, bot = self.load - earlier.load, self.bot - earlier.bot
        others = max(self.machine - earlier.machine - load - bot, 0.0)
        return {"load": load / seconds, "bot": bot / seconds, "others": others / seconds}


def mark_cpu(bot: int, at: float) -> CpuMark:
    """The CPU times now (`at`, in seconds), of this process, the bot's family and the machine."""
    return CpuMark(at, cpu_seconds(os.getpid()), cpu_seconds(bot), machine_busy_seconds())
