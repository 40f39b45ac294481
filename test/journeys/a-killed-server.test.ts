import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { DiscussionState } from '../../shared/discussion/state.js';
import { type Council, type Family, openCouncil } from '../support/council.js';
import { Ledger } from '../support/ledger.js';
import type { Person } from '../support/person.js';

jest.setTimeout(120_000);

const root = path.resolve(import.meta.dirname, '../..');

describe('a server that is killed', () => {
  let council: Council;
  let amina: Person;
  let claire: Person;
  let harley: Family;
  let server: ChildProcess;

  beforeEach(async () => {
    council = await openCouncil();
    // The killed one is a process of its own, with the real clock.
    council.clock.passes(Date.now() - council.clock.now().getTime());
    const teamId = await council.team('Northgate');
    amina = await council.person({ name: 'Amina Yusuf', discipline: 'recovery' });
    claire = await council.person({ name: 'Claire Ward', discipline: 'social-work' });
    harley = await council.family('Harley', teamId, [
      { personId: amina.personId, as: 'recovery' },
      { personId: claire.personId, as: 'social-work' },
    ]);
    await council.server.stop();
  });
  afterEach(async () => {
    server.kill('SIGKILL');
    await council.close();
  });

  const start = async (): Promise<string> => {
    const args = ['--import', './test/support/from-source.mjs', 'server/main.ts'];
    server = spawn(process.execPath, args, {
      cwd: root,
      env: { ...process.env, ...council.environment, PORT: '0', HOST: '127.0.0.1' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    return new Promise((done, fail) => {
      let printed = '';
      server.once('exit', () => fail(new Error(`It ended: ${printed}`)));
      server.stdout?.on('data', (chunk: Buffer) => {
        printed += chunk.toString();
        const ready = /ready (http:\S+)/.exec(printed)?.[1];
        if (ready) done(ready);
      });
    });
  };

  const killed = (): Promise<void> =>
    new Promise((done) => {
      server.removeAllListeners('exit');
      server.once('exit', () => done());
      server.kill('SIGKILL');
    });

  it('three times in the middle of people’s writing: what they were told is saved is there, once; the rest arrives when they come back', async () => {
    const ledger = new Ledger();
    let sent = 0;
    for (let round = 0; round < 3; round++) {
      const url = await start();
      for (const person of [amina, claire]) {
        await person.goesTo(url);
        await person.joins(harley.logId);
      }
      const told = ledger.size;
      let writing = true;
      const writes = async (person: Person, field: string): Promise<void> => {
        while (writing) {
          const verdict = await person.writes(harley.logId, field, `w${sent++} `).catch(() => null);
          if (!verdict) return;
          if ('entry' in verdict) ledger.acknowledges(harley.logId, verdict.id);
          else ledger.refuses(harley.logId, verdict.id);
        }
      };
      const both = [
        writes(amina, 'wrong-about'),
        writes(claire, 'wrong-about'),
        writes(amina, 'review/recovery'),
      ];
      const wrong = writes(amina, 'review/social-work');
      await council.until(async () => ledger.size > told + 40 + round * 17);
      await killed();
      writing = false;
      for (const person of [amina, claire]) person.losesConnection();
      await Promise.all([...both, wrong]);
    }

    await council.start();
    for (const person of [amina, claire]) await person.goesTo(council.server.url);
    expect(await ledger.against(council.reader)).toEqual({
      lost: 0,
      doubled: 0,
      refusedButThere: 0,
      broken: [],
    });
    const now = (await council.record.stateOf<DiscussionState>(harley.logId)) as {
      seq: number;
      state: unknown;
    };
    for (const person of [amina, claire]) {
      await person.until(() => person.held.get(harley.logId)?.seq === now.seq);
      expect(person.sees(harley.logId)).toEqual(now.state);
    }
    const words = `${amina.reads(harley.logId, 'wrong-about')}${amina.reads(harley.logId, 'review/recovery')}`;
    const all = words.trim().split(' ');
    expect(new Set(all).size).toBe(all.length);
  });
});
