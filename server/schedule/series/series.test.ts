import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SessionLine } from '../../../shared/schedule/http.js';
import type { GapReport, Series } from '../../../shared/schedule/series.js';
import { CouncilByHand } from '../../../test/support/by-hand.js';
import { PlanningTeam, slotOn } from '../../../test/support/planning.js';
import { Jobs } from '../../core/jobs/jobs.js';
import { Reader } from '../../core/reader.js';

// Today is 10 March 2026, a Tuesday.
describe('a team’s series of sessions', () => {
  let council: CouncilByHand;
  let team: PlanningTeam;
  let seriesId: string;

  beforeAll(async () => {
    council = await CouncilByHand.open();
    team = await PlanningTeam.open(council, 'Northgate');
  });
  afterAll(() => council?.stop());

  const mondays = { kind: 'weekly', everyWeeks: 4, weekday: 1, anchor: '2026-03-16' };
  const series = (more: object = {}) => ({
    teamId: team.teamId,
    name: 'Northgate supervision',
    pattern: mondays,
    startsAt: '09:30',
    endsAt: '12:30',
    room: 'Room 2',
    chairId: team.adaeze.id,
    fromOn: '2026-03-16',
    ...more,
  });
  const days = async (from: string, to: string) => {
    const { body } = await team.sandra.browser.get<SessionLine[]>(`/api/sessions?from=${from}&to=${to}`);
    return body.map((line) => line.date);
  };

  it('business support sees a year of gaps before anything is saved, and is warned of what breaks the limit', async () => {
    const firstTuesday = series({
      pattern: { kind: 'nth-weekday', nth: 1, weekday: 2 },
      fromOn: '2026-01-01',
    });
    const { body, status } = await team.sandra.browser.post<GapReport>('/api/series/gaps', firstTuesday);
    expect([status, body.breaks, body.longest, body.limitDays]).toEqual([200, 4, 35, 28]);
    expect(await days('2026-01-01', '2027-12-31')).toEqual([]);
  });

  it('a series makes its sessions a year ahead, none of them on a bank holiday', async () => {
    seriesId = council.made(await team.sandra.browser.post('/api/series', series()));
    const made = await days('2026-03-01', '2027-12-31');
    expect(made.slice(0, 4)).toEqual(['2026-03-16', '2026-04-13', '2026-05-11', '2026-06-08']);
    expect([made.length, made.at(-1)]).toEqual([14, '2027-03-15']);
    // Monday 31 August is a bank holiday: the session is made on the Friday before.
    expect(made).toContain('2026-08-28');
    expect(made).not.toContain('2026-08-31');
    const { body } = await team.sandra.browser.get<Series[]>(`/api/series?teamId=${team.teamId}`);
    expect(body).toMatchObject([
      { seriesId, name: 'Northgate supervision', pattern: mondays, endedAt: null },
    ]);
    const board = await team.board('2026-04');
    expect(board.sessions).toMatchObject([{ date: '2026-04-13', seriesId, room: 'Room 2' }]);
  });

  it('from a day on it is another: families keep their day, and what was changed by hand stays', async () => {
    const [march, april, may] = [
      (await team.board('2026-03')).sessions[0]!,
      (await team.board('2026-04')).sessions[0]!,
      (await team.board('2026-05')).sessions[0]!,
    ];
    await team.place(april.sessionId, await team.family('Ash', '2026-03-30'), {}, team.sandra);
    await team.sandra.browser.patch(`/api/sessions/${may.sessionId}`, { room: 'The library' });
    const tuesdays = { kind: 'weekly', everyWeeks: 2, weekday: 2, anchor: '2026-04-07' };
    const change = { pattern: tuesdays, room: 'Room 5', startsAt: '10:00', fromOn: '2026-04-01' };
    expect((await team.sandra.browser.patch(`/api/series/${seriesId}`, change)).status).toBe(200);
    expect(await days('2026-03-01', '2026-05-31')).toEqual([
      march.date,
      '2026-04-07',
      '2026-04-13',
      '2026-04-21',
      '2026-05-05',
      '2026-05-19',
    ]);
    expect(slotOn(await team.board('2026-04'), 'Ash').sessionId).toBe(april.sessionId);
    // Back to the old days: the one with a family stands, with its hours; the new ones have the new room.
    const again = await team.sandra.browser.patch(`/api/series/${seriesId}`, {
      pattern: mondays,
      room: 'Room 7',
      fromOn: '2026-04-01',
    });
    expect(again.status).toBe(200);
    const board = await team.board('2026-04');
    expect(board.sessions).toMatchObject([
      { sessionId: april.sessionId, date: '2026-04-13', startsAt: '09:30', room: 'Room 2' },
    ]);
    expect((await team.board('2026-05')).sessions).toMatchObject([{ date: '2026-05-11', room: 'Room 7' }]);
  });

  it('what somebody changed by hand is not overwritten when the rest of the series changes', async () => {
    const [may] = (await team.board('2026-05')).sessions;
    await team.sandra.browser.patch(`/api/sessions/${may?.sessionId}`, { room: 'The library' });
    await team.sandra.browser.patch(`/api/series/${seriesId}`, {
      room: 'Room 9',
      endsAt: '13:00',
      fromOn: '2026-05-01',
    });
    expect((await team.board('2026-05')).sessions).toMatchObject([{ room: 'The library', endsAt: '13:00' }]);
    expect((await team.board('2026-06')).sessions).toMatchObject([{ room: 'Room 9', endsAt: '13:00' }]);
  });

  it('it ends on a day, and its empty sessions after it are gone', async () => {
    await team.sandra.browser.post(`/api/series/${seriesId}/end`, { toOn: '2026-06-30' });
    expect((await days('2026-06-01', '2028-12-31')).filter((day) => day > '2026-06-30')).toEqual([]);
    const twice = await team.sandra.browser.post(`/api/series/${seriesId}/end`, { toOn: '2026-06-30' });
    expect(twice.body).toMatchObject({ code: 'already-there' });
  });

  it('a link leads only where calls are allowed, in a series and in a session made by hand', async () => {
    const elsewhere = { joinLink: 'https://meet.example.evil.test/room' };
    const refused = await team.sandra.browser.post('/api/series', series(elsewhere));
    expect(refused.body).toMatchObject({ code: 'link-refused' });
    expect(refused.text).toContain('teams.microsoft.com');
    const session = {
      teamId: team.teamId,
      date: '2026-04-20',
      startsAt: '09:30',
      endsAt: '12:30',
      chairId: team.adaeze.id,
    };
    for (const joinLink of [
      'https://zoom.us.test/j/1',
      'https://user:pass@teams.microsoft.com/l',
      'https://evilzoom.us/j/1',
    ])
      expect((await team.sandra.browser.post('/api/sessions', { ...session, joinLink })).body).toMatchObject({
        code: 'link-refused',
      });
    const good = { ...session, joinLink: 'https://wrenshire.zoom.us/j/1' };
    const id = council.made(await team.sandra.browser.post('/api/sessions', good));
    const changed = await team.sandra.browser.patch(`/api/sessions/${id}`, elsewhere);
    expect(changed.body).toMatchObject({ code: 'link-refused' });
  });

  it('a specialist and another team’s business support make and see no series of this team', async () => {
    const south = await PlanningTeam.open(council, 'Southgate', ' South');
    const path = `/api/series?teamId=${team.teamId}`;
    expect((await south.sandra.browser.get(path)).status).toBe(404);
    expect((await south.sandra.browser.post('/api/series', series())).status).toBe(403);
    expect((await south.sandra.browser.post('/api/series/gaps', series())).status).toBe(404);
    expect((await south.priya.browser.get(path)).text).not.toContain('Northgate');
  });

  it('time passes, and each night its sessions reach a year ahead again, with none made twice', async () => {
    const afternoons = series({ name: 'Afternoons', startsAt: '14:00', endsAt: '17:00' });
    council.made(await team.sandra.browser.post('/api/series', afternoons));
    const there = async () => {
      const rows = await council.server.app
        .get(Reader)
        .query<{ held_on: string }>(`SELECT held_on FROM session WHERE starts = '14:00' ORDER BY held_on`);
      return rows.map((row) => row.held_on);
    };
    const before = await there();
    expect(before.at(-1)).toBe('2027-03-15');
    // 41 days on, at 5am in summer time.
    council.server.clock.minutes((41 * 24 - 5) * 60);
    for (const again of [1, 2]) {
      await council.server.app.get(Jobs).run();
      expect([again, await there()]).toEqual([again, [...before, '2027-04-12']]);
    }
    const jobs = await council.server.app
      .get(Reader)
      .query(`SELECT day, outcome FROM job WHERE kind = 'series.reach'`);
    expect(jobs).toEqual([{ day: '2026-04-20', outcome: '1 session made' }]);
  });
});
