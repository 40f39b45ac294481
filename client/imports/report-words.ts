import type { ImportProblem, ImportReport } from '../../shared/families/imports.js';

const names: Readonly<Record<string, string>> = {
  families: 'Families in the file',
  familiesAdded: 'Families added',
  familiesChanged: 'Families brought up to date',
  familiesClosed: 'Families closed',
  familiesReopened: 'Families taken up again',
  children: 'Children in the file',
  childrenAdded: 'Children added',
  childrenChanged: 'Children brought up to date',
  childrenNotListed: 'Children of earlier files who are not in this one, left as they are',
  plansAdded: 'Plans added',
  plansEnded: 'Plans ended',
  teamsAdded: 'Teams added',
  peopleAdded: 'Workers added',
  supervisions: 'Supervisions in the file',
  supervisionsAdded: 'Supervisions added',
  supervisionsKnown: 'Supervisions that were there already',
};

/** What a count is of. One without a sentence of its own is read from its name: "plansMoved" is "Plans moved". */
export function countName(key: string): string {
  const read = key.replace(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`);
  return names[key] ?? read.charAt(0).toUpperCase() + read.slice(1);
}

/** Problems of one list together, in the order of its rows; about the whole list first. */
export function byList(problems: readonly ImportProblem[]): { list: string; problems: ImportProblem[] }[] {
  const lists = new Map<string, ImportProblem[]>();
  for (const problem of problems) lists.set(problem.list, [...(lists.get(problem.list) ?? []), problem]);
  return [...lists].map(([list, found]) => ({
    list,
    problems: found.sort((a, b) => (a.row ?? 0) - (b.row ?? 0)),
  }));
}

/** "3 rows could not be used" and the like, or that all of it could. */
export function leftOutSays({ leftOut }: Pick<ImportReport, 'leftOut'>): string {
  if (leftOut === 0) return 'Every row could be used.';
  return `${leftOut.toLocaleString('en-GB')} ${leftOut === 1 ? 'row' : 'rows'} could not be used and ${leftOut === 1 ? 'is' : 'are'} left out.`;
}
