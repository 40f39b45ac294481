import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Brief } from '../../../shared/families/discussion-http.js';
import type { ChaseList } from '../../../shared/messages/chase.js';
import { PreparedMonth } from '../../../test/support/prepared-month.js';
import { Jobs } from '../../core/jobs/jobs.js';

// The session is on Tuesday 31 March: reviews asked for on 17, due on 24, chased on 27, the brief frozen on 30 March.
describe('a session that prepares itself', () => {
  let month: PreparedMonth;
  beforeEach(async () => {
    month = await new PreparedMonth().open();
  });
  afterEach(() => month?.close());

  it('each is asked once for all they owe, reminded on the day it is due unless they are ready, and then chased', async () => {
    await month.comes('2026-03-16');
    expect(month.mails()).toEqual([]);
    await month.comes('2026-03-17', '06:00');
    expect(month.mails()).toEqual([]);
    await month.comes('2026-03-17', '07:01');
    await month.comes('2026-03-17', '07:02');
    await month.comes('2026-03-18');
    expect(month.subjectsTo('priya')).toEqual(['You have 2 reviews to write by Tuesday 24 March 2026']);
    expect(month.subjectsTo('dean')).toEqual(['You have 1 review to write by Tuesday 24 March 2026']);
    expect(month.subjectsTo('sandra')).toEqual([]);

    await month.readies('dean', 0);
    await month.readies('priya', 0);
    await month.comes('2026-03-24');
    expect(month.subjectsTo('priya').slice(1)).toEqual(['1 review is due today, Tuesday 24 March 2026']);
    expect(month.subjectsTo('dean')).toHaveLength(1);

    await month.comes('2026-03-27');
    for (const name of ['sandra', 'adaeze'])
      expect(month.subjectsTo(name)).toEqual([
        '2 of 4 reviews still to come: Northgate, Tuesday 31 March 2026',
      ]);
    const sent = month.mails().length;
    await month.comes('2026-03-31', '09:00');
    await month.comes('2026-04-01');
    expect(month.mails()).toHaveLength(sent);
  });

  it('a server that was away for a week asks when it is back, and chases nobody for what has been held', async () => {
    await month.comes('2026-03-25');
    expect(month.subjectsTo('dean')).toEqual(['You have 1 review to write by Thursday 26 March 2026']);
    await month.comes('2026-04-02');
    expect(
      month
        .mails()
        .map(({ to }) => to.join())
        .sort(),
    ).toEqual([
      'dean.marlow@wrenshire.example',
      'lorna.hale@wrenshire.example',
      'priya.raman@wrenshire.example',
    ]);
  });

  it('a family that is put in late is asked for at once, with what is owed already', async () => {
    await month.comes('2026-03-17');
    await month.comes('2026-03-26');
    await month.family({ name: 'Late' }, ['dean'], month.sessionId);
    await month.comes('2026-03-26', '09:01');
    expect(month.subjectsTo('dean')).toEqual([
      'You have 1 review to write by Tuesday 24 March 2026',
      '1 review was due on Tuesday 24 March 2026',
      'You have 2 reviews to write by Friday 27 March 2026',
    ]);
    expect(month.subjectsTo('lorna')).toEqual([
      'You have 1 review to write by Tuesday 24 March 2026',
      '1 review was due on Tuesday 24 March 2026',
    ]);
  });

  it('nobody hears of what a plan has only drafted', async () => {
    await month.write(async (tx) => {
      await tx.run(
        `INSERT INTO month_plan (id, team_ids, from_on, to_on, summary, made_at) VALUES ('p', '[]', '2026-03-01', '2026-03-31', '{}', '2026-03-10')`,
      );
      await tx.run(`UPDATE slot SET plan_id = 'p'`);
    });
    await month.comes('2026-03-27');
    expect(month.mails()).toEqual([]);
    await month.write((tx) => tx.run(`UPDATE month_plan SET sent_at = '2026-03-27'`));
    await month.comes('2026-03-27', '10:00');
    expect(month.subjectsTo('dean')).toEqual(['You have 1 review to write by Monday 30 March 2026']);
  });

  it('a day of the past is played again and does nothing twice', async () => {
    await month.comes('2026-03-17');
    await month.comes('2026-03-24');
    const sent = month.mails().length;
    const before = await month.rows('SELECT * FROM job ORDER BY id');
    for (const day of ['2026-03-17', '2026-03-24']) await month.get(Jobs).runFor(day);
    expect(await month.rows('SELECT * FROM job ORDER BY id')).toEqual(before);
    await month.comes('2026-03-24', '18:00');
    expect(month.mails()).toHaveLength(sent);
  });

  it('the brief is frozen the day before, keeps its entry whatever is written later, and says since when', async () => {
    await month.comes('2026-03-30', '11:59');
    expect(await month.rows('SELECT * FROM frozen_brief')).toEqual([]);
    await month.comes('2026-03-30', '12:00');
    const priya = await month.browser('priya');
    const path = `/api/discussions/${month.families[0]?.discussionId}/brief`;
    const { body: before } = await priya.get<Brief>(path);
    expect(before.frozen).toMatchObject({ seq: before.seq, at: '2026-03-30T11:00:00.000Z' });
    await month.readies('dean', 0);
    await month.comes('2026-03-30', '12:05');
    const { body: after } = await priya.get<Brief>(path);
    expect(after.frozen).toEqual(before.frozen);
    expect(after.seq).toBe(before.seq + 1);
    const { body: frozen } = await priya.get<Brief>(`${path}?as-frozen=1`);
    expect([frozen.seq, JSON.stringify(frozen.state).includes('nothingNew":true')]).toEqual([
      before.seq,
      false,
    ]);
    expect(JSON.stringify(after.state)).toContain('nothingNew":true');
  });

  it('those who keep the team see who still owes what; an administrator too, another team not, and the reviews’ words nowhere', async () => {
    await month.comes('2026-03-18');
    await month.readies('dean', 0);
    const sandra = await month.browser('sandra');
    const { body } = await sandra.get<ChaseList[]>(`/api/chase?teamId=${month.teamId}`);
    expect(body).toMatchObject([{ sessionId: month.sessionId, teamId: month.teamId, date: '2026-03-31' }]);
    expect(body[0]?.rows.map((r) => [r.familyName, r.discipline, r.state, r.dueOn])).toEqual([
      ['Zebrowski / Quill', 'social-work', 'nothing', '2026-03-24'],
      ['Zebrowski / Quill', 'recovery', 'ready', '2026-03-24'],
      ['Vandersloot', 'social-work', 'nothing', '2026-03-24'],
      ['Vandersloot', 'mental-health', 'nothing', '2026-03-24'],
    ]);
    expect((await sandra.get<ChaseList[]>('/api/chase')).body).toEqual(body);
    expect((await (await month.browser('priya')).get(`/api/chase?teamId=${month.teamId}`)).status).toBe(404);
    expect((await (await month.browser('olu')).get<ChaseList[]>('/api/chase')).body).toEqual(body);
  });
});
