import { randomUUID } from 'node:crypto';
import { Packing } from '../../server/audit/packs/packing.service.js';
import { Record } from '../../server/live/record.js';
import type { Planned } from '../../shared/schedule/planner.js';
import { plusDays } from '../../shared/schedule/working-days.js';
import { Demonstration, well } from './demonstration.js';

/** What people of the council type during the month where they may type freely: none of it may leave by itself. */
export const typed = {
  lateReason: 'Jaden is in hospital with a broken wrist',
  words: 'Theo and his mum were moved to a refuge overnight',
  room: 'Larkspur Row, next to the Hartley flat',
  title: 'Extra talk about the Kaczmarek baby',
  about: 'for Ottoline, after her relapse',
  seed: 'Kaczmarek',
  why: 'Zebrowski: Ottoline complained',
};

const late = {
  name: 'Zebrowski / Quill',
  children: [{ firstName: 'Persephone', bornOn: '2017-05-23' }],
  adults: [{ name: 'Ottoline', relation: 'her nan' }],
};

/**
 * Five weeks of the demonstration, from Monday 28 September 2026: October is planned and everybody invited, families are
 * moved, postponed and put in, sessions are changed, held and called off, and November is planned when it is near. Jobs
 * run each morning and noon, and every calendar is fetched each Friday.
 */
export class SimulatedMonth {
  /** What calendar programs were given, and whose it was. */
  readonly calendars: { whose: string; text: string }[] = [];
  private readonly feeds: { whose: string; address: string }[] = [];
  private northgate = '';
  private southgate = '';

  private constructor(readonly council: Demonstration) {}

  static async passes(): Promise<SimulatedMonth> {
    const month = new SimulatedMonth(await Demonstration.open('2026-09-28'));
    await month.begins();
    for (let day = '2026-09-28'; day <= '2026-10-31'; day = plusDays(day, 1)) await month.goesThrough(day);
    return month;
  }

  private async begins(): Promise<void> {
    const { council } = this;
    this.northgate = await council.team('Northgate');
    this.southgate = await council.team('Southgate');
    for (const { key } of council.people) {
      const browser = await council.browser(key);
      this.feeds.push({ whose: key, address: await council.feed(browser, null) });
    }
    for (const [key, teamId] of [
      ['sandra', this.northgate],
      ['maureen', this.southgate],
    ] as const) {
      const address = await council.feed(await council.browser(key), teamId);
      this.feeds.push({ whose: `${key}, of the team`, address });
    }
  }

  private async goesThrough(day: string): Promise<void> {
    const { council } = this;
    await council.comes(day, '07:01');
    const act = this.acts[day];
    if (act) await act();
    await council.comes(day, '12:01');
    if (new Date(day).getUTCDay() !== 5) return;
    for (const { whose, address } of this.feeds)
      this.calendars.push({ whose, text: await council.reads(address) });
  }

  /** What people do, by the morning on which they do it. */
  private readonly acts: Readonly<{ [day: string]: () => Promise<unknown> }> = {
    '2026-09-28': async () => {
      await this.plans('2026-10');
      // The session of this morning is in the demonstration already: Adaeze comes to each family, and signs nothing.
      await this.holds('2026-09-28');
    },
    '2026-10-02': () => this.moves(),
    '2026-10-05': () => this.comesNew(),
    '2026-10-06': () => this.changes('2026-10', { room: typed.room, title: typed.title, startsAt: '09:45' }),
    '2026-10-07': () => this.postpones(),
    '2026-10-13': () => this.cancels('2026-10-13'),
    '2026-10-14': () => this.packs(),
    '2026-10-19': () => this.plans('2026-11'),
    '2026-10-20': () => this.changes('2026-11', { joinLink: '' }),
  };

  /** Helen plans both teams together, and tells everybody. */
  private async plans(month: string): Promise<void> {
    const helen = await this.council.browser('helen');
    const teamIds = [this.northgate, this.southgate];
    const { planId, placed } = well(await helen.post<Planned>('/api/planner/plans', { teamIds, month }));
    if (!placed) throw new Error(`Not one family was planned in ${month}`);
    well(await helen.post(`/api/planner/plans/${planId}/invite`));
  }

  /** Adaeze draws records of September and asks for their pack: another manager has to agree. */
  private async packs(): Promise<void> {
    const adaeze = await this.council.browser('adaeze');
    const drawn = { teamId: this.northgate, from: '2026-08-01', to: '2026-09-30', seed: typed.seed };
    const { id: sampleId } = well(await adaeze.post<{ id: string }>('/api/audit/samples', drawn));
    well(await adaeze.post('/api/audit/packs', { sampleId, why: typed.why }));
    await this.council.get(Packing).idle();
  }

  private async tells(month: string): Promise<void> {
    const sandra = await this.council.browser('sandra');
    well(await sandra.post('/api/planner/invite', { teamId: this.northgate, month }));
  }

  /** Adaeze at her browser, with her team’s sessions after a day that have a family in them, soonest first. */
  private async ahead(month: string, after: string) {
    const adaeze = await this.council.browser('adaeze');
    const { sessions } = await this.council.board(adaeze, this.northgate, month);
    return { adaeze, sessions: sessions.filter(({ date, slots }) => date > after && slots.length > 0) };
  }

  /** The last family of a session goes to the beginning of the next one, later than its limit or not. */
  private async moves(): Promise<void> {
    const { adaeze, sessions } = await this.ahead('2026-10', '2026-10-02');
    const [from, to] = sessions;
    const move = {
      toSessionId: to?.sessionId,
      position: 0,
      seenIn: from?.sessionId,
      lateReason: typed.lateReason,
    };
    well(await adaeze.post(`/api/planner/slots/${from?.slots.at(-1)?.slotId}/move`, move));
    await this.tells('2026-10');
  }

  /** A family that is allocated in the middle of the month goes into the next session, of which people know already. */
  private async comesNew(): Promise<void> {
    const { council } = this;
    const { sessions } = await this.ahead('2026-10', '2026-10-06');
    const sandra = await council.browser('sandra');
    const allocations = await Promise.all(
      (
        [
          ['social-work', 'tom'],
          ['recovery', 'dean'],
        ] as const
      ).map(async ([discipline, key]) => ({
        discipline,
        personId: await council.idOf(key),
        fromOn: '2026-10-05',
        about: typed.about,
      })),
    );
    const family = { ...late, teamId: this.northgate, allocatedOn: '2026-10-05', allocations };
    const { id: familyId } = well(await sandra.post<{ id: string }>('/api/families', family));
    well(await sandra.post(`/api/planner/sessions/${sessions[0]?.sessionId}/place`, { familyId }));
    await this.tells('2026-10');
  }

  private async changes(month: string, patch: object): Promise<void> {
    const { sessions } = await this.ahead(month, '2026-10-07');
    const sandra = await this.council.browser('sandra');
    well(await sandra.patch(`/api/sessions/${sessions[0]?.sessionId}`, patch));
    await this.tells(month);
  }

  private async postpones(): Promise<void> {
    const { adaeze, sessions } = await this.ahead('2026-10', '2026-10-07');
    const end = {
      outcome: 'postponed',
      reason: 'social-worker-absent',
      words: typed.words,
      allowedBy: await this.council.idOf('adaeze'),
    };
    well(await adaeze.post(`/api/planner/slots/${sessions[0]?.slots[0]?.slotId}/end`, end));
    await this.tells('2026-10');
  }

  private async cancels(day: string): Promise<void> {
    const { sessions } = await this.ahead(day.slice(0, 7), plusDays(day, -1));
    const sandra = await this.council.browser('sandra');
    const why = {
      reason: 'emergency',
      words: typed.words,
      allowedBy: await this.council.idOf('adaeze'),
    };
    well(await sandra.post(`/api/planner/sessions/${sessions[0]?.sessionId}/cancel`, why));
  }

  /** The chair opens the session, comes to each family, and closes it. */
  private async holds(day: string): Promise<void> {
    const { sessions } = await this.ahead(day.slice(0, 7), plusDays(day, -1));
    const session = sessions[0];
    const logId = `session/${session?.sessionId}`;
    const me = await this.council.idOf('adaeze');
    const [signIn] = await this.council.rows<{ id: string }>(
      'SELECT id FROM sign_in WHERE person_id = $1 ORDER BY made_at DESC LIMIT 1',
      [me],
    );
    const asker = { signInId: signIn?.id ?? '', personId: me };
    const does = async (kind: string, payload: object) => {
      const outcome = await this.council
        .get(Record)
        .change(logId, asker, { id: randomUUID(), kind, payload });
      if ('refusal' in outcome) throw new Error(`${kind}: ${outcome.refusal.says}`);
    };
    await does('session.open', {});
    for (const { slotId } of session?.slots ?? []) await does('session.goTo', { slotId, step: 'check-in' });
    await does('session.close', {});
  }
}
