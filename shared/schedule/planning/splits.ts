import type { Split } from './problem.js';
import type { Sheet } from './sheet.js';

/**
 * Every wait in a specialist's day, with the family it is for: of the families on either side, the one without which
 * the day's blocks come closest to being whole; among several the one with the nearest limit.
 */
export function splitsOf(sheet: Sheet): Split[] {
  const { personIds, days, families, sessions, dayOf } = sheet.terrain;
  const dates = sessions.reduce<string[]>((list, { date }, s) => {
    list[dayOf[s]!] = date;
    return list;
  }, []);
  const found: Split[] = [];
  for (let day = 0; day < days; day++)
    for (let person = 0; person < personIds.length; person++) {
      const there = sheet.dayOf(person, day);
      const named: number[] = [];
      for (let i = 0; i < there.splits; i++) {
        const best = there.families
          .filter((f) => !named.includes(f))
          .map((f) => ({ f, left: splitsWithout(sheet, f, person, day) }))
          .sort(
            (a, b) =>
              a.left - b.left ||
              (families[a.f]!.inSession ? 1 : 0) - (families[b.f]!.inSession ? 1 : 0) ||
              a.f - b.f,
          )[0];
        if (!best) break;
        named.push(best.f);
        found.push({
          personId: personIds[person]!,
          date: dates[day]!,
          forFamilyId: families[best.f]!.familyId,
        });
      }
    }
  return found;
}

function splitsWithout(sheet: Sheet, family: number, person: number, day: number): number {
  const session = sheet.session[family]!;
  sheet.propose([[session, sheet.order[session]!.filter((f) => f !== family)]]);
  const { splits } = sheet.dayOf(person, day);
  sheet.undo();
  return splits;
}
