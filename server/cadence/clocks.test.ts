import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Council, type Family, openCouncil } from '../../test/support/council.js';
import type { Person } from '../../test/support/person.js';
import { recordsTalk } from '../../test/support/talk.js';
import { Clocks } from './clocks.service.js';

/** A session of 10 March 2026, as it moves the clocks of the families in it. Every family came on 5 January. */
describe('what a session does to the clocks of its families', () => {
  let council: Council;
  let adaeze: Person;
  let priya: Person;
  let families: Family[];
  let northgate: string;

  beforeAll(async () => {
    council = await openCouncil();
    northgate = await council.team('Northgate');
    adaeze = await council.person({
      name: 'Adaeze Nwosu',
      discipline: 'management',
      role: 'team-manager',
      teamId: northgate,
    });
    priya = await council.person({ name: 'Priya Raman', discipline: 'social-work' });
    const allocated = [{ personId: priya.personId, as: 'social-work' as const }];
    families = [];
    for (const name of ['Hartley', 'Kaczmarek', 'Doyle'])
      families.push(await council.family(name, northgate, allocated));
  });
  afterAll(() => council?.close());

  const clock = async (at: number, asAt?: string, known?: string) => {
    const { familyId } = families[at]!;
    return (await council.server.app.get(Clocks, { strict: false }).of([familyId], asAt, known)).get(
      familyId,
    )!;
  };
  const lines = async (at: number) => (await clock(at)).because.map((line) => `${line.kind}: ${line.says}`);

  it('one held counts before it is signed, one with too few there does not, and one not reached keeps its date', async () => {
    const { logId, slotIds } = await council.session(northgate, adaeze.personId, families);
    await adaeze.joins(logId);
    for (const family of families) for (const who of [adaeze, priya]) await who.joins(family.logId);
    await adaeze.succeeds(logId, 'session.open', {});
    const talks: [number, boolean][] = [
      [0, true],
      [1, false],
    ];
    for (const [at, quorate] of talks) {
      const family = families[at]!;
      await adaeze.succeeds(logId, 'session.goTo', { slotId: slotIds[at], step: 'check-in' });
      for (const who of [adaeze, priya]) await who.until(() => who.sees(family.logId).status === 'live');
      await recordsTalk(adaeze, priya, family, { quorate });
    }
    await adaeze.succeeds(logId, 'session.close', {});

    expect(await clock(0)).toMatchObject({
      state: 'in-time',
      provisional: true,
      lastHeldOn: '2026-03-10',
      dueBy: '2026-04-07',
      signBy: '2026-03-24',
    });
    expect(await clock(1)).toMatchObject({ state: 'overdue-first', dueBy: '2026-01-19', lastHeldOn: null });
    expect(await lines(1)).toContain(
      'inquorate: Discussed, not quorate. Too few were there. The clock kept running.',
    );
    expect(await lines(2)).toContain('not-reached: Not reached. The session ran out of time.');
    const { at, by } = (
      await council.reader.query<{ at: string; by: string }>(
        'SELECT outcome_at AS at, outcome_by AS by FROM slot WHERE id = $1',
        [slotIds[2]],
      )
    )[0]!;
    expect([at, by]).toEqual([council.clock.at(), adaeze.personId]);
  });

  it('a signature ends the provision, and the month can be shown as it was known before it', async () => {
    const before = council.clock.at();
    council.clock.minutes(10);
    await council.confirms(adaeze);
    const { logId } = families[0]!;
    await adaeze.until(() => adaeze.sees(logId).status === 'held');
    await adaeze.succeeds(logId, 'minutes.sign', { readSeq: adaeze.held.get(logId)?.seq });
    expect(await clock(0)).toMatchObject({ provisional: false, signBy: null, dueBy: '2026-04-07' });
    expect(await clock(0, '2026-03-10', before)).toMatchObject({ provisional: true, dueBy: '2026-04-07' });
    expect(await clock(0, '2026-03-09')).toMatchObject({ state: 'overdue-first', lastHeldOn: null });
    const all = await council.server.app.get(Clocks, { strict: false }).ofTeam(northgate);
    expect([...all.values()].map((c) => c.state).sort()).toEqual([
      'in-time',
      'overdue-first',
      'overdue-first',
    ]);
  });
});
