import type { Split } from './problem.js';
import type { Sheet } from './search/sheet.js';

/**
 * Every wait in a specialist's day, with the family it is for: the one without which, all others in their order, the
 * day would have fewest blocks. Among several, one of the specialist's own, and then the one with the nearest limit.
 */
export function splitsOf(sheet: Sheet): Split[] {
  const { personIds, days, families, sessions, dayOf } = sheet.terrain;
  const found: Split[] = [];
  for (let day = 0; day < days; day++)
    for (let person = 0; person < personIds.length; person++) {
      const there = sheet.dayOf(person, day);
      if (!there.splits) continue;
      const beside = [...new Set(there.families.map((f) => sheet.session[f]!))].flatMap(
        (s) => sheet.order[s]!,
      );
      const ranked = beside
        .map((f) => ({
          f,
          left: splitsWithout(sheet, f, person, day),
          other: there.families.includes(f) ? 0 : 1,
          stays: families[f]!.inSession ? 1 : 0,
        }))
        .sort((a, b) => a.left - b.left || a.stays - b.stays || a.other - b.other || a.f - b.f);
      const { date } = sessions[dayOf.indexOf(day)]!;
      for (const { f } of ranked.slice(0, there.splits))
        found.push({ personId: personIds[person]!, date, forFamilyId: families[f]!.familyId });
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
