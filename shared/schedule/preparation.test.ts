import { describe, expect, it } from '@jest/globals';
import { dueWhenAsked, preparationOf } from './preparation.js';
import { officeCalendar } from './working-days.js';

describe('the days of a session’s preparation', () => {
  it('Sandra counts working days back from the session, over weekends and bank holidays', () => {
    expect(preparationOf('2026-03-31')).toEqual({
      askOn: '2026-03-17',
      dueOn: '2026-03-24',
      chaseOn: '2026-03-27',
      freezeOn: '2026-03-30',
    });
    // Easter: Good Friday 3 April and Easter Monday 6 April.
    expect(preparationOf('2026-04-08')).toEqual({
      askOn: '2026-03-23',
      dueOn: '2026-03-30',
      chaseOn: '2026-04-02',
      freezeOn: '2026-04-07',
    });
  });

  it('days on which the team’s office is shut do not count', () => {
    const calendar = officeCalendar(
      [],
      [{ fromOn: '2026-03-23', toOn: '2026-03-27', title: 'Moving house' }],
    );
    expect(preparationOf('2026-03-31', calendar)).toMatchObject({ askOn: '2026-03-10', dueOn: '2026-03-17' });
  });

  it('who is asked late has until the next working day, and never longer than the session', () => {
    const days = preparationOf('2026-03-31');
    expect(dueWhenAsked('2026-03-17', '2026-03-31', days)).toBe('2026-03-24');
    expect(dueWhenAsked('2026-03-24', '2026-03-31', days)).toBe('2026-03-25');
    expect(dueWhenAsked('2026-03-27', '2026-03-31', days)).toBe('2026-03-30');
    expect(dueWhenAsked('2026-03-30', '2026-03-31', days)).toBe('2026-03-31');
    expect(dueWhenAsked('2026-03-31', '2026-03-31', days)).toBe('2026-03-31');
  });
});
