import fs from 'node:fs';

/** One line of /proc/PID/stat, as far as a bench needs it. Times in milliseconds. */
export interface ProcessStat {
  parent: number;
  cpuMs: number;
  /** Of children that have ended and been waited for. */
  endedChildrenMs: number;
}

// The kernel reports in ticks of 10 ms on every Linux that Node runs on (USER_HZ is part of its interface).
const TICK_MS = 10;

/** Reads the text of a stat file. The command's name may hold spaces and brackets, so fields count from the last bracket. */
export function parseStat(text: string): ProcessStat {
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const at = (index: number): number => Number(fields[index]);
  return { parent: at(1), cpuMs: (at(11) + at(12)) * TICK_MS, endedChildrenMs: (at(13) + at(14)) * TICK_MS };
}

function statOf(pid: number): ProcessStat | undefined {
  try {
    return parseStat(fs.readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return undefined; // it ended while we were looking
  }
}

/** The process and all its descendants. */
export function processTree(root: number): number[] {
  const children = new Map<number, number[]>();
  for (const name of fs.readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const parent = statOf(Number(name))?.parent;
    if (parent !== undefined) children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const tree = [root];
  for (const pid of tree) tree.push(...(children.get(pid) ?? []));
  return tree;
}

export interface Usage {
  cpuMs: number;
  memoryKib: number;
}

/** CPU used so far and memory held now by the trees below these processes. */
export function usageOf(roots: readonly number[]): Usage {
  const usage: Usage = { cpuMs: 0, memoryKib: 0 };
  for (const pid of roots.flatMap(processTree)) {
    const stat = statOf(pid);
    if (!stat) continue;
    usage.cpuMs += stat.cpuMs + stat.endedChildrenMs;
    try {
      usage.memoryKib += Number(
        /VmRSS:\s+(\d+)/.exec(fs.readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0,
      );
    } catch {
      // it ended in between: it holds nothing any more
    }
  }
  return usage;
}

/** CPU that was used of the whole machine since it started, in milliseconds; what its host took from it is counted too. */
export function machineCpuMs(): number {
  const [line = ''] = fs.readFileSync('/proc/stat', 'utf8').split('\n');
  const [user = 0, nice = 0, system = 0, , , irq = 0, softirq = 0, stolen = 0] = line
    .split(/\s+/)
    .slice(1)
    .map(Number);
  return (user + nice + system + irq + softirq + stolen) * TICK_MS;
}
