import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import ICAL from 'ical.js';
import type { CalendarFeed, MadeCalendarFeed } from '../../shared/messages/feeds.js';
import type { Browser } from '../../test/support/http-server.js';
import { Browser as Program } from '../../test/support/http-server.js';
import { PreparedMonth } from '../../test/support/prepared-month.js';
import { sha256 } from '../core/secrets.js';

describe('a calendar that a program subscribes to', () => {
  let month: PreparedMonth;
  beforeAll(async () => {
    month = await new PreparedMonth().open(false);
  });
  afterAll(() => month?.close());

  async function makes(browser: Browser, teamId: string | null = null): Promise<MadeCalendarFeed> {
    const { status, body } = await browser.post<MadeCalendarFeed>('/api/calendar-feeds', { teamId });
    expect(status).toBe(201);
    return body;
  }
  /** Asks as a calendar program does: no cookies, the address alone. */
  const fetches = ({ address }: Pick<MadeCalendarFeed, 'address'>) =>
    new Program(month.council.server.url).get<string>(new URL(address).pathname);
  function eventsIn(text: string) {
    const calendar = new ICAL.Component(ICAL.parse(text) as [string, unknown[], unknown[]]);
    return calendar.getAllSubcomponents('vevent').map((one) => {
      const event = new ICAL.Event(one);
      return [event.summary, event.startDate.toString(), event.endDate.toString()];
    });
  }

  it('Dean sees his own block and nobody else’s; the address is shown once and only its hash is kept', async () => {
    const feed = await makes(month.people.dean.browser);
    expect(feed.address).toMatch(
      /^https:\/\/supervision\.wrenshire\.example\/api\/calendar\/[A-Za-z0-9_-]{43}\.ics$/,
    );
    const answer = await fetches(feed);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(answer.headers.get('cache-control')).toMatch(/^private/);
    expect(eventsIn(answer.text)).toEqual([
      ['Supervision: Northgate', '2026-03-31T09:30:00', '2026-03-31T10:15:00'],
    ]);
    const token = feed.address.split('/').at(-1)?.replace('.ics', '') ?? '';
    const rows = await month.rows<{ token_hash: string }>('SELECT * FROM calendar_feed');
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(rows[0]?.token_hash).toBe(sha256(token));
    const { body } = await month.people.dean.browser.get<CalendarFeed[]>('/api/calendar-feeds');
    expect(body).toMatchObject([{ feedId: feed.id, teamId: null, readAt: month.council.server.clock.at() }]);
    expect(JSON.stringify(body)).not.toContain(token);
  });

  it('what a plan has only drafted is in no calendar', async () => {
    const feed = await makes(month.people.lorna.browser);
    await month.write(async (tx) => {
      await tx.run(
        `INSERT INTO month_plan (id, team_ids, from_on, to_on, summary, made_at) VALUES ('p', '[]', '2026-03-01', '2026-03-31', '{}', '2026-03-10')`,
      );
      await tx.run(`UPDATE slot SET plan_id = 'p' WHERE id = $1`, [month.families[1]?.slotId]);
    });
    expect(eventsIn((await fetches(feed)).text)).toEqual([]);
    await month.write((tx) => tx.run(`UPDATE month_plan SET sent_at = '2026-03-10'`));
    expect(eventsIn((await fetches(feed)).text)).toHaveLength(1);
  });

  it('a withdrawn address reads like one that never was, and only its owner withdraws it', async () => {
    const feed = await makes(month.people.dean.browser);
    expect((await month.people.lorna.browser.delete(`/api/calendar-feeds/${feed.id}`)).status).toBe(404);
    expect((await fetches(feed)).status).toBe(200);
    expect((await month.people.dean.browser.delete(`/api/calendar-feeds/${feed.id}`)).status).toBe(200);
    const gone = await fetches(feed);
    const never = await fetches({ address: `https://x.example/api/calendar/${'a'.repeat(43)}.ics` });
    const shape = (answer: typeof gone) => [answer.status, answer.text, answer.headers.get('content-type')];
    expect(shape(gone)).toEqual(shape(never));
    expect(gone.status).toBe(404);
  });

  it('Sandra has the whole session of her team; Priya, who does not keep it, is told there is no such thing', async () => {
    const feed = await makes(month.people.sandra.browser, month.teamId);
    expect(eventsIn((await fetches(feed)).text)).toEqual([
      ['Supervision: Northgate', '2026-03-31T09:30:00', '2026-03-31T12:30:00'],
    ]);
    const refused = await month.people.priya.browser.post('/api/calendar-feeds', { teamId: month.teamId });
    expect(refused.status).toBe(404);
  });

  it('the calendar of a team stops with the role, and every calendar when its owner leaves', async () => {
    const team = await makes(month.people.adaeze.browser, month.teamId);
    const own = await makes(month.people.adaeze.browser);
    await month.write((tx) =>
      tx.run(`UPDATE person_role SET to_on = '2026-03-09' WHERE person_id = $1`, [month.people.adaeze.id]),
    );
    expect([(await fetches(team)).status, (await fetches(own)).status]).toEqual([404, 200]);
    await month.write((tx) =>
      tx.run(`UPDATE person SET ended_on = '2026-03-10' WHERE id = $1`, [month.people.adaeze.id]),
    );
    expect((await fetches(own)).status).toBe(404);
  });

  it('whoever guesses is stopped, and whoever has the address still reads', async () => {
    const feed = await makes(month.people.priya.browser);
    let status = 0;
    for (let i = 0; i < 40; i++)
      status = (await fetches({ address: `https://x.example/api/calendar/${i}.ics` })).status;
    expect(status).toBe(429);
    expect((await fetches(feed)).status).toBe(200);
    for (let i = 0; i < 70; i++) status = (await fetches(feed)).status;
    expect(status).toBe(429);
  });
});
