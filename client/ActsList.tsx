import { useState } from 'react';
import type { Act } from '../shared/fields.js';
import { Button } from './ui/actions/Button.js';
import { clockTime, longDate, shortDate } from './ui/format.js';
import { Table } from './ui/surfaces/Table.js';
import { Empty } from './ui/surfaces/Waiting.js';

const atFirst = 20;

/** Who did what to a file, a person or a team, newest first. */
export function ActsList({ acts, today }: { acts: readonly Act[]; today: string }) {
  const [whole, setWhole] = useState(false);
  if (acts.length === 0) return <Empty fact="Nothing has been changed yet." />;
  return (
    <div className="stack tight">
      <Table
        caption="What was changed, newest first"
        size="small"
        rows={whole ? acts : acts.slice(0, atFirst)}
        rowKey={(act) => act.actId}
        columns={[
          {
            key: 'at',
            heading: 'When',
            nowrap: true,
            cell: (act) => `${shortDate(act.at, today)}, ${clockTime(act.at)}`,
          },
          { key: 'by', heading: 'Who', cell: (act) => act.byName || 'An import' },
          { key: 'says', heading: 'What', cell: (act) => datesInWords(act.says) },
        ]}
      />
      {!whole && acts.length > atFirst && (
        <Button kind="quiet" size="small" onClick={() => setWhole(true)}>
          Show all {acts.length}
        </Button>
      )}
    </div>
  );
}

/** The history keeps dates as the product stores them; people read them in words. */
function datesInWords(says: string): string {
  return says.replace(/\b\d{4}-\d{2}-\d{2}\b/g, (date) => longDate(date));
}
