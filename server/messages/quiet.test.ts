import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { MadeCalendarFeed } from '../../shared/messages/feeds.js';
import { Browser } from '../../test/support/http-server.js';
import { PreparedMonth, secrets } from '../../test/support/prepared-month.js';

// The rule that has no exception: what leaves by itself carries a reference, a time and a link.
describe('a month of everything that leaves the product by itself', () => {
  let month: PreparedMonth;
  const logged: string[] = [];
  const calendars: string[] = [];
  beforeAll(async () => {
    for (const way of ['log', 'error', 'warn'] as const)
      jest.spyOn(console, way).mockImplementation((...words) => void logged.push(words.join(' ')));
    month = await new PreparedMonth().open();
    const { sandra, priya } = month.people;
    const fetched = async (browser: Browser, teamId: string | null) => {
      const { body } = await browser.post<MadeCalendarFeed>('/api/calendar-feeds', { teamId });
      const program = new Browser(month.council.server.url);
      calendars.push((await program.get(new URL(body.address).pathname)).text);
    };
    const { familyId } = month.families[0] ?? {};
    await month.people.sandra.browser.post(`/api/families/${familyId}/happenings`, {
      on: '2026-03-02',
      kind: 'visit',
      words: 'Thaddeus was seen at 12 Larkspur Row after the relapse.',
    });
    await fetched(sandra.browser, month.teamId);
    await fetched(priya.browser, null);
    await month.invites();
    await month.comes('2026-03-17');
    await month.comes('2026-03-24');
    await month.comes('2026-03-25');
    await month.write((tx) =>
      tx.run(`UPDATE slot SET minutes = 60, note = 'Persephone is ill' WHERE id = $1`, [
        month.families[0]?.slotId,
      ]),
    );
    await month.invites();
    await month.comes('2026-03-27');
    await month.write((tx) =>
      tx.run('UPDATE slot SET position = -1 WHERE id = $1', [month.families[1]?.slotId]),
    );
    await month.invites();
    await month.comes('2026-03-30', '12:30');
    await month.packs('Quill: Ottoline complained after her relapse');
  });
  afterAll(async () => {
    await month?.close();
    jest.restoreAllMocks();
  });

  it('every kind of message was sent', async () => {
    const kinds = await month.rows<{ kind: string }>('SELECT DISTINCT kind FROM message ORDER BY kind');
    expect(kinds.map(({ kind }) => kind)).toEqual([
      'chase.list',
      'digest',
      'invitation.cancelled',
      'invitation.changed',
      'invitation.invited',
      'pack.waits',
      'reviews.ask',
      'reviews.remind',
    ]);
    const unsent = await month.rows(`SELECT subject, status FROM message WHERE status <> 'sent'`);
    expect([unsent, month.mail.mails.length]).toEqual([[], expect.any(Number)]);
    expect(month.mail.mails.length).toBeGreaterThan(12);
  });

  it('not a byte that leaves names anybody of the family, however it is packed', async () => {
    const rows = await Promise.all(
      ['message', 'invite', 'job', 'calendar_feed'].map((table) => month.rows(`SELECT * FROM ${table}`)),
    );
    const places: [string, string][] = [
      ...month.mail.mails.flatMap((mail): [string, string][] => [
        [`the bytes of “${mail.headers.get('subject')}”`, mail.raw],
        [`the headers of “${mail.headers.get('subject')}”`, [...mail.headers].join('\n')],
        ...mail.parts.map(({ type, text }): [string, string] => [
          `${type} of “${mail.headers.get('subject')}”`,
          text,
        ]),
      ]),
      ...calendars.map((text): [string, string] => ['a calendar', text]),
      ['the tables of what is sent', JSON.stringify(rows)],
      ['the log', logged.join('\n')],
    ];
    const found = places.flatMap(([place, text]) => {
      const flat = text.replace(/\r\n[ \t]/g, '').toLowerCase();
      return secrets
        .filter((secret) => flat.includes(secret.toLowerCase()))
        .map((secret) => `${secret} in ${place}`);
    });
    expect(found).toEqual([]);
  });

  it('each carries its reference and a link that needs signing in', async () => {
    const stranger = new Browser(month.council.server.url);
    for (const { parts } of month.mail.mails) {
      const [words] = parts;
      expect(words?.text).toMatch(/Reference: ([SP]-[0-9A-F]{8}|D-\d{4}-\d{2}-\d{2})\r?\n/);
      const links = words?.text.match(/https:\/\/supervision\.wrenshire\.example\S*/g) ?? [];
      expect(links.length).toBeGreaterThan(0);
      for (const link of links) {
        const { pathname } = new URL(link);
        expect(pathname).toMatch(/^\/$|^\/audit(\/packs)?$|^\/(sessions|discussions)\/[0-9a-f-]{36}$/);
        const asked = pathname === '/audit' ? '/audit/snapshot' : pathname;
        if (pathname !== '/') expect((await stranger.get(`/api${asked}`)).status).toBe(401);
      }
    }
  });
});
