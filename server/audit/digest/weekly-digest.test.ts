import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { SnapshotPage } from '../../../shared/audit/http.js';
import { PreparedMonth, secrets } from '../../../test/support/prepared-month.js';
import { Jobs } from '../../core/jobs/jobs.js';

// 2026-03-16 is a Monday. Both families came to Northgate on 16 February and have not been discussed since.
describe('the week’s figures, to each manager', () => {
  let month: PreparedMonth;
  beforeEach(async () => {
    month = await new PreparedMonth().open();
  });
  afterEach(() => month?.close());

  const digests = () =>
    month.mail.mails.filter(({ headers }) => headers.get('subject')?.startsWith('Supervision this week'));
  const told = () =>
    digests()
      .map(({ to, headers }) => `${to.join().split('@')[0]}: ${headers.get('subject')}`)
      .sort();
  const textOf = (at: number) => digests()[at]?.parts[0]?.text.replaceAll('\r\n', '\n') ?? '';

  it('Adaeze hears at seven on Monday how her own team stands, once, in the figures of the page', async () => {
    await month.comes('2026-03-15', '23:00');
    await month.comes('2026-03-16', '06:59');
    expect(told()).toEqual([]);
    await month.comes('2026-03-16', '07:00');
    await month.comes('2026-03-16', '07:05');
    await month.comes('2026-03-18');
    expect(told()).toEqual(['adaeze.nwosu: Supervision this week: 2 past the limit, 0 records unsigned']);
    const adaeze = await month.browser('adaeze');
    const { body } = await adaeze.get<SnapshotPage>('/api/audit/snapshot?asAt=2026-03-16');
    const { families, lists } = body;
    expect(textOf(0)).toContain(
      `Northgate: ${families.numerator} of ${families.denominator} families in time\n- ${lists.overdue.length} families are past their limit\n`,
    );
    expect(textOf(0)).toContain('https://supervision.wrenshire.example/audit\n');
    for (const secret of secrets) expect(textOf(0)).not.toContain(secret);
    await month.comes('2026-03-23');
    expect(told()).toHaveLength(2);
  });

  it('each hears of their own teams alone, one who oversees all hears of each, and a team without anything open is well', async () => {
    const { council } = month;
    const southgate = await council.team('Southgate');
    await council.person('Callum Reid', 'management', { role: 'team-manager', teamId: southgate });
    await council.person('Helen Brandt', 'management', { role: 'service-manager', teamId: null });
    await month.comes('2026-03-16');
    expect(told()).toEqual([
      'adaeze.nwosu: Supervision this week: 2 past the limit, 0 records unsigned',
      'callum.reid: Supervision this week: all is well',
      'helen.brandt: Supervision this week: 2 past the limit, 0 records unsigned',
    ]);
    const of = (name: string) => digests().find(({ to }) => to.join().startsWith(name))?.parts[0]?.text ?? '';
    expect(of('adaeze')).not.toContain('Southgate');
    expect(of('callum')).toContain('All is well in your team on Monday 16 March 2026: nothing stands open.');
    expect(of('callum')).not.toContain('Northgate');
    expect(of('helen')).toMatch(/Northgate: 0 of 2[\s\S]*Southgate: 0 of 0/);
  });

  it('comes on the next day that the office is open, and on a later one of the week where the server was away', async () => {
    await month.comes('2026-04-06');
    expect(told()).toEqual([]);
    await month.comes('2026-04-07', '07:01');
    expect(told()).toHaveLength(1);
    await month.comes('2026-04-16');
    expect(told()).toHaveLength(2);
    expect(textOf(1)).toContain('Thursday 16 April 2026');
  });

  it('the last month is closed by itself on its day, once, and no earlier', async () => {
    const closed = () =>
      month.rows<{ month: string; measure: string }>(
        `SELECT DISTINCT month, measure FROM month_close WHERE limit_code IN ('', '28d') ORDER BY month, measure`,
      );
    // 31 March is a Tuesday; Good Friday and Easter Monday are no working days.
    await month.comes('2026-03-31');
    const february = [
      { month: '2026-02', measure: 'monthly-coverage' },
      { month: '2026-02', measure: 'snapshot-families' },
    ];
    expect(await closed()).toEqual(february);
    await month.comes('2026-04-06');
    expect(await closed()).toEqual(february);
    await month.comes('2026-04-07', '07:01');
    await month.comes('2026-04-08');
    expect(await closed()).toEqual([
      ...february,
      { month: '2026-03', measure: 'monthly-coverage' },
      { month: '2026-03', measure: 'snapshot-families' },
    ]);
    expect(await month.get(Jobs).failed()).toEqual([]);
    expect(await month.rows(`SELECT 1 FROM act WHERE kind = 'month.close'`)).toHaveLength(2);
  });
});
