import { useState } from 'react';
import type { ImportProblem, ImportReport } from '../../shared/families/imports.js';
import { Button } from '../ui/actions/Button.js';
import { Disclosure } from '../ui/actions/Disclosure.js';
import { countOf } from '../ui/format.js';
import { Table } from '../ui/surfaces/Table.js';
import { Tag } from '../ui/surfaces/Tag.js';
import { byList, countName, leftOutSays } from './report-words.js';

const atOnce = 50;

/** What an import does or did: the counts, then every problem by list, row and column, in words. */
export function Report({ report }: { report: ImportReport }) {
  const counts = Object.entries(report.counts).filter(([, count]) => count > 0);
  return (
    <div className="stack close">
      {counts.length > 0 && (
        <dl className="import-counts">
          {counts.map(([key, count]) => (
            <div key={key}>
              <dt>{countName(key)}</dt>
              <dd>{count.toLocaleString('en-GB')}</dd>
            </div>
          ))}
        </dl>
      )}
      <p>{leftOutSays(report)}</p>
      {byList(report.problems).map(({ list, problems }) => (
        <Disclosure
          key={list}
          summary={`${list}: ${countOf(problems.length, 'remark')}`}
          startsOpen={report.problems.length <= 10}
        >
          <Problems list={list} problems={problems} />
        </Disclosure>
      ))}
      {report.unlisted > 0 && (
        <p className="small muted">And {countOf(report.unlisted, 'more remark')} of the same kinds.</p>
      )}
      {report.suggestions.length > 0 && (
        <Disclosure summary={`May be one family: ${countOf(report.suggestions.length, 'suggestion')}`}>
          <p className="small muted">Nothing was put together. If they are one family, say so in the map.</p>
          <ul className="stack tight">
            {report.suggestions.map((suggestion) => (
              <li key={suggestion.childRefs.join(' ')} className="small">
                <b>{suggestion.childRefs.join(', ')}</b>: {suggestion.because}
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </div>
  );
}

function Problems({ list, problems }: { list: string; problems: readonly ImportProblem[] }) {
  const [most, setMost] = useState(atOnce);
  const rows = problems.slice(0, most).map((problem, at) => ({ ...problem, key: `${at}` }));
  return (
    <>
      <Table
        caption={`What was found in ${list}`}
        size="small"
        rows={rows}
        rowKey={(problem) => problem.key}
        columns={[
          { key: 'row', heading: 'Row', figure: true, cell: (problem) => problem.row ?? 'All' },
          { key: 'column', heading: 'Column', cell: (problem) => problem.column ?? '' },
          { key: 'words', heading: 'What', names: true, cell: (problem) => problem.words },
          {
            key: 'used',
            heading: 'Used',
            nowrap: true,
            cell: (problem) => (problem.severity === 'left-out' ? <Tag tone="warn">Left out</Tag> : 'Yes'),
          },
        ]}
      />
      {problems.length > most && (
        <Button kind="quiet" size="small" onClick={() => setMost(most + atOnce * 4)}>
          Show more
        </Button>
      )}
    </>
  );
}
