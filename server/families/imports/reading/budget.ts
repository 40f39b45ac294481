import { LIMITS } from './limits.js';
import { UnreadableFile } from './unreadable.js';

const { user, system } = process.cpuUsage();
const atStart = user + system;

/** Ends the reading when it has cost more processor time than any honest list needs. Asked at every piece read. */
export function refuseWhenDear(name: string): void {
  const now = process.cpuUsage();
  if ((now.user + now.system - atStart) / 1000 > LIMITS.cpuMilliseconds) {
    throw new UnreadableFile(`“${name}” takes far longer to read than a list does, so it was not read.`);
  }
}
