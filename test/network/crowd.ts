import { randomUUID } from 'node:crypto';
import type { DiscussionLogId, LogId, SessionLogId } from '../../client/live/logs.js';
import type { World } from '../../client/live/world.js';
import { brokenAt, canonical } from '../../server/live/chain.js';
import { definitionOf } from '../../server/live/definitions.js';
import { Record } from '../../server/live/record.js';
import type { DisciplineCode } from '../../shared/disciplines.js';
import type { DiscussionState } from '../../shared/discussion/state.js';
import { proseText } from '../../shared/live/prose.js';
import { chanceFrom } from '../support/chance.js';
import { type Council, openCouncil } from '../support/council.js';
import { type Place, Somebody, type Who } from './people.js';
import { calm } from './rough-line.js';

/** What one seed came to. Nothing in `wrong`: everybody is level, and each change is in the record once or kept. */
export interface Outcome {
  seed: number;
  wrong: string[];
  made: number;
  recorded: number;
  kept: number;
  faults: { [what: string]: number };
}

// The engine's pauses are for people; here the world turns faster.
const faster = 20;
const levelWithinMs = 20_000;
const pause = (ms: number) => new Promise<void>((later) => setTimeout(later, ms));

/** A council that stands for many seeds: each gets a session and families of its own. */
export class Crowd {
  private constructor(
    private readonly council: Council,
    private readonly teamId: string,
    private readonly who: readonly Who[],
  ) {}

  /** On PostgreSQL with two servers when TEST_PG_URL names one, else on SQLite with the one it allows. */
  static async gather(): Promise<Crowd> {
    const council = await openCouncil();
    if (process.env['TEST_PG_URL']) await council.start();
    const teamId = await council.team('Northgate');
    const disciplines: DisciplineCode[] = [
      'management',
      'social-work',
      'recovery',
      'domestic-abuse',
      'domestic-abuse-officer',
    ];
    const who: Who[] = [];
    for (const discipline of disciplines) {
      const chairs = discipline === 'management';
      const role = chairs ? { role: 'team-manager' as const, teamId } : {};
      const person = await council.person({ name: `Somebody of ${discipline}`, discipline, ...role });
      person.losesConnection();
      who.push({ personId: person.personId, discipline, cookie: person.cookie, chairs });
    }
    return new Crowd(council, teamId, who);
  }

  async run(seed: number, acts: number): Promise<Outcome> {
    const place = await this.place(seed);
    const urls = this.council.servers.map((server) => server.url);
    const everybody = this.who.map((who, i) => {
      const chance = chanceFrom(seed * 1009 + i);
      return new Somebody(who, place, urls, this.council.origin, worldOf(chance), chance);
    });
    const acting = everybody.map((somebody) => somebody.acts(acts));
    // In one of three, somebody stops working with a family in the middle of it.
    if (seed % 3 === 0) acting.push(this.takesAway(everybody[2] as Somebody, place, acts * 8));
    await Promise.all(acting);
    for (const somebody of everybody) somebody.weather = calm;
    const wrong = (await this.areLevel(everybody, place)) ? [] : ['somebody never got level again'];
    wrong.push(...(await this.look(everybody, place)));
    const outcome = await this.outcome(seed, wrong, everybody, place);
    for (const { device } of everybody) device.dies();
    return outcome;
  }

  async close(): Promise<void> {
    await this.council.close();
  }

  private async place(seed: number): Promise<Place> {
    const [chair, ...others] = this.who as [Who, ...Who[]];
    const allocated = others.map(({ personId, discipline }) => ({ personId, as: discipline }));
    const families = [];
    for (const name of ['Harley', 'Novak'])
      families.push(await this.council.family(`${name} ${seed}`, this.teamId, allocated));
    const { logId, slotIds } = await this.council.session(this.teamId, chair.personId, families);
    return {
      session: logId as SessionLogId,
      slotIds,
      families: families.map((f) => ({
        logId: f.logId as DiscussionLogId,
        familyId: f.familyId,
        childIds: f.childIds,
      })),
    };
  }

  private async takesAway({ who }: Somebody, place: Place, afterMs: number): Promise<void> {
    await pause(afterMs);
    await this.council.write(async (tx) => {
      const of = [who.personId, place.families[1]?.familyId];
      await tx.run('DELETE FROM allocation WHERE person_id = $1 AND family_id = $2', of);
      tx.touchAuthority([who.personId]);
    });
  }

  private stateOf(logId: LogId): Promise<{ seq: number; state: unknown } | null> {
    return this.council.server.app.get(Record).stateOf(logId);
  }

  private async areLevel(everybody: readonly Somebody[], place: Place): Promise<boolean> {
    const end = Date.now() + levelWithinMs;
    while (Date.now() < end) {
      // What was typed last is gathered for a moment, and refused words make a field anew.
      for (const { device } of everybody) device.flush();
      await pause(10);
      if (everybody.some(({ device }) => device.waiting > 0)) continue;
      let level = true;
      for (const logId of logIdsOf(place)) {
        const head = (await this.stateOf(logId))?.seq;
        level &&= everybody.every(
          ({ device }) => isGone(device, logId) || device.log(logId).view.seq === head,
        );
      }
      if (level && everybody.every(({ device }) => device.waiting === 0)) return true;
    }
    return false;
  }

  private async look(everybody: readonly Somebody[], place: Place): Promise<string[]> {
    const wrong: string[] = [];
    for (const logId of logIdsOf(place)) {
      const found = await this.stateOf(logId);
      const rows = await this.rows(logId);
      if (brokenAt(rows as never) !== null) wrong.push(`${logId}: gap or broken chain`);
      for (const { device, who } of everybody) {
        if (isGone(device, logId)) continue;
        const { confirmed, state, you } = device.log(logId).view;
        const theirs = canonical(definitionOf(logId).redactState(found?.state, you));
        if (canonical(confirmed) !== theirs) wrong.push(`${who.discipline} holds another state of ${logId}`);
        if (canonical(state) !== theirs) wrong.push(`${who.discipline} is shown another state of ${logId}`);
        if (logId !== place.session)
          wrong.push(...texts(device, who, logId, found?.state as DiscussionState));
      }
    }
    return wrong;
  }

  /** Every change that was taken from somebody is in the record once, or kept by them; never both. */
  private async outcome(
    seed: number,
    wrong: string[],
    everybody: readonly Somebody[],
    place: Place,
  ): Promise<Outcome> {
    const times = new Map<string, number>();
    for (const logId of logIdsOf(place))
      for (const { id } of await this.rows(logId)) times.set(id, (times.get(id) ?? 0) + 1);
    const outcome: Outcome = { seed, wrong, made: 0, recorded: 0, kept: 0, faults: {} };
    for (const { device, who, lines } of everybody) {
      const { made, kept } = device.drawer;
      for (const [id, logId] of made) {
        const ends = (times.get(id) ?? 0) + (kept.has(id) ? 1 : 0);
        const code = kept.get(id)?.code ?? 'not kept';
        // Who may not see a log any more is not told whether their last words came in time: they are kept, in doubt.
        if (ends !== 1 && !(ends === 2 && isGone(device, logId)))
          wrong.push(
            `a change of ${who.discipline} has ${ends} ends (${times.get(id) ?? 0} recorded, ${code})`,
          );
        outcome.made += 1;
        outcome.recorded += times.get(id) ?? 0;
        outcome.kept += kept.has(id) ? 1 : 0;
      }
      for (const line of lines)
        for (const [what, n] of Object.entries(line.went))
          outcome.faults[what] = (outcome.faults[what] ?? 0) + n;
    }
    return outcome;
  }

  private rows(logId: string): Promise<{ id: string }[]> {
    return this.council.reader.query(
      `SELECT log_id AS "logId", seq, id, kind, payload, sealed, by_id AS "by", at, hash FROM entry
       WHERE log_id = $1 ORDER BY seq`,
      [logId],
    );
  }
}

function texts(device: Somebody['device'], who: Who, logId: LogId, state: DiscussionState): string[] {
  return Object.entries(state.prose).flatMap(([field, prose]) => {
    const text = device.field(logId, field).text;
    return text === proseText(prose) ? [] : [`${who.discipline} reads other words in ${field} of ${logId}`];
  });
}

function isGone(device: Somebody['device'], logId: LogId): boolean {
  return device.log(logId).view.status === 'gone';
}

function logIdsOf(place: Place): LogId[] {
  return [place.session, ...place.families.map((family) => family.logId)];
}

function worldOf(chance: () => number): World {
  return {
    now: () => Date.now(),
    chance,
    later: (ms, work) => {
      const timer = setTimeout(work, ms / faster);
      return () => clearTimeout(timer);
    },
    newId: () => randomUUID(),
  };
}
