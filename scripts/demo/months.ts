import type { Closing } from '../../server/audit/months/closing.service.js';
import type { AllSeries } from '../../server/schedule/series/all-series.service.js';
import type { NewSeries } from '../../shared/schedule/series.js';
import type { DemoCouncil } from './council.js';

// What a council that has used the product for a year has besides its families: months that were reported, and a diary ahead.

const monthsReported = 13;

/** The months before `today`, each closed on its day with what was known by then. */
export async function reportMonths(council: DemoCouncil, closing: Closing, today: string): Promise<void> {
  const { clock } = council.doors;
  for (let back = monthsReported; back >= 1; back--) {
    const month = monthBefore(today, back);
    const on = await closing.closesOn(month);
    if (on > today) continue;
    clock.set(on, '07:00');
    await closing.closeMonth(month);
  }
  clock.letGo();
}

/** Each team meets on two mornings a week, from tomorrow on. */
export async function planAhead(council: DemoCouncil, series: AllSeries, today: string): Promise<void> {
  const from = addDays(today, 1);
  const sittings = [
    {
      team: 'Northgate',
      name: 'Tuesday mornings',
      weekday: 2,
      chair: 'adaeze',
      deputy: 'callum',
      pen: 'sandra',
    },
    {
      team: 'Northgate',
      name: 'Thursday mornings',
      weekday: 4,
      chair: 'callum',
      deputy: 'adaeze',
      pen: 'sandra',
    },
    {
      team: 'Southgate',
      name: 'Wednesday mornings',
      weekday: 3,
      chair: 'gareth',
      deputy: 'nadia',
      pen: 'maureen',
    },
    {
      team: 'Southgate',
      name: 'Friday mornings',
      weekday: 5,
      chair: 'nadia',
      deputy: 'gareth',
      pen: 'maureen',
    },
  ];
  for (const { team, name, weekday, chair, deputy, pen } of sittings) {
    const teamId = council.team(team);
    const made: NewSeries = {
      teamId,
      name,
      pattern: { kind: 'weekly', everyWeeks: 1, weekday, anchor: nextWeekday(from, weekday) },
      startsAt: '09:30',
      endsAt: '13:00',
      room: `${team} hub, room 2`,
      joinLink: `https://meet.example/${team.toLowerCase()}`,
      chairId: council.id(chair),
      deputyId: council.id(deputy),
      penId: council.id(pen),
      fromOn: from,
      toOn: addDays(today, 182),
    };
    const manager = {
      signInId: '',
      personId: council.id(chair),
      roles: [{ role: 'team-manager' as const, teamId }],
      confirmedUntil: null,
      endsAt: '',
    };
    await series.add(manager, made);
  }
}

function monthBefore(today: string, back: number): string {
  const [year = 0, month = 0] = today.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 - back, 1)).toISOString().slice(0, 7);
}

function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The first such weekday (1 is Monday) on or after a day. */
function nextWeekday(day: string, weekday: number): string {
  const is = new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
  return addDays(day, (weekday - is + 7) % 7);
}
