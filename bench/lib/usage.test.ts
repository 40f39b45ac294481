import { spawn } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import { machineCpuMs, parseStat, processTree, usageOf } from './usage.js';

describe('what a server used', () => {
  it('a program whose name holds brackets and spaces is still read rightly', () => {
    const text = '42 (a (b) c) S 7 42 42 0 -1 4194560 100 0 0 0 150 50 3 2 20 0 11 0 1 2 3';
    expect(parseStat(text)).toEqual({ parent: 7, cpuMs: 2000, endedChildrenMs: 50 });
  });

  it('a child that works is found below its parent and its work is counted', async () => {
    const before = usageOf([process.pid]).cpuMs;
    const machine = machineCpuMs();
    const script =
      'const end=process.cpuUsage().user+300000;while(process.cpuUsage().user<end);setInterval(()=>{},1e6);console.log(1)';
    const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'ignore'] });
    try {
      await new Promise((done) => child.stdout.once('readable', done));
      expect(processTree(process.pid)).toContain(child.pid);
      expect(usageOf([process.pid]).cpuMs - before).toBeGreaterThanOrEqual(250);
      expect(machineCpuMs() - machine).toBeGreaterThanOrEqual(250);
      expect(usageOf([child.pid as number]).memoryKib).toBeGreaterThan(1024);
    } finally {
      child.kill('SIGKILL');
    }
  });
});
