import type { ImportReport } from '../../shared/families/imports.js';

const WORDS: Record<string, string> = {
  children: 'children in the lists',
  childrenAdded: 'children added',
  childrenChanged: 'children brought up to date',
  childrenNotListed: 'children of earlier files not in this one (left as they are)',
  families: 'families in the lists',
  familiesAdded: 'families added',
  familiesChanged: 'families brought up to date',
  familiesClosed: 'families closed',
  familiesReopened: 'families reopened',
  supervisions: 'supervisions in the file',
  supervisionsAdded: 'supervisions added',
  supervisionsKnown: 'supervisions that were there already',
};

/** Prints an import's report for a person: what happened, then every problem with its place, then suggestions. */
export function printReport(report: ImportReport): void {
  const { counts, problems, suggestions } = report;
  if (report.checked) console.log('Only looked at: nothing was written.');
  else console.log(report.changed ? 'Imported.' : 'Everything in this file was already so: nothing changed.');
  for (const [name, count] of Object.entries(counts))
    console.log(`  ${String(count).padStart(6)}  ${WORDS[name] ?? name}`);
  console.log(`  ${String(report.leftOut).padStart(6)}  rows left out`);
  if (problems.length > 0) console.log('\nWhat to look at:');
  for (const p of problems) {
    const place = [p.list, p.row === null ? null : `row ${p.row}`, p.column]
      .filter((part) => part !== null)
      .join(', ');
    console.log(`  ${place}: ${p.words}${p.severity === 'left-out' ? ' The row was left out.' : ''}`);
  }
  if (report.unlisted > 0) console.log(`  and ${report.unlisted} more.`);
  if (suggestions.length > 0)
    console.log('\nThese children may be one family. Nothing was made of it; a map says so:');
  for (const s of suggestions) console.log(`  ${s.childRefs.join(', ')}: ${s.because}`);
}
