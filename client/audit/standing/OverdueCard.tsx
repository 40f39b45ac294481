import { useState } from 'react';
import type { FamilyStands, SnapshotPage } from '../../../shared/audit/http.js';
import { Button } from '../../ui/actions/Button.js';
import { shortDate } from '../../ui/format.js';
import { Icon } from '../../ui/icons.js';
import { Card } from '../../ui/surfaces/Card.js';
import { Tag } from '../../ui/surfaces/Tag.js';
import { Empty } from '../../ui/surfaces/Waiting.js';
import type { AuditQuestion } from '../asking.js';
import { overdueSays } from '../count-words.js';
import { ReasonDialog } from '../reason/ReasonDialog.js';
import { useReason } from '../reason/reason-provider.js';
import { aboutFamily } from './FamilyName.js';
import { WhyRed } from './WhyRed.js';

const atFirst = 10;

interface Props {
  snapshot: SnapshotPage;
  question: AuditQuestion;
  today: string;
}

/** Who has waited too long, the longest first. Each row opens to why, and to what would mend it. */
export function OverdueCard({ snapshot, question, today }: Props) {
  const [all, setAll] = useState(false);
  const rows = snapshot.lists.overdue;
  const shown = all ? rows : rows.slice(0, atFirst);
  return (
    <Card heading={overdueSays(rows.length)}>
      {rows.length === 0 ? (
        <Empty fact="Every family that is counted is inside its limit." />
      ) : (
        <>
          {/* A list, not a table: each row says by itself what its columns are. */}
          <div className="overdue-row overdue-head small muted" aria-hidden="true">
            <span>Family</span>
            <span>Last held</span>
            <span>Days over</span>
          </div>
          <ul className="overdue" aria-label="Families that have waited too long, the longest first">
            {shown.map((row, at) => (
              <OverdueRow
                key={row.familyId ?? `unnamed ${at}`}
                row={row}
                question={question}
                today={today}
                startsOpen={at === 0 && row.familyId !== null}
              />
            ))}
          </ul>
        </>
      )}
      {rows.length > shown.length && (
        <Button kind="quiet" onClick={() => setAll(true)}>
          Show all {rows.length}
        </Button>
      )}
    </Card>
  );
}

function OverdueRow({
  row,
  question,
  today,
  startsOpen,
}: {
  row: FamilyStands;
  question: AuditQuestion;
  today: string;
  startsOpen: boolean;
}) {
  const { why } = useReason();
  // A family’s story opens to whoever has said why they look.
  const [open, setOpen] = useState(startsOpen && why !== '');
  const [asks, setAsks] = useState(false);
  const over = row.daysOver ?? 0;
  const bodyId = `why-${row.familyId ?? ''}`;
  return (
    <li className="overdue-item">
      <div className="overdue-row">
        <div className="grow">
          {row.familyId === null ? (
            <span className="muted">A family you do not work with</span>
          ) : (
            <button
              type="button"
              className="overdue-name"
              aria-expanded={open}
              aria-controls={bodyId}
              onClick={() => (open || why ? setOpen(!open) : setAsks(true))}
            >
              <Icon name={open ? 'down' : 'right'} size="small" />
              <span>
                {row.name}
                <span className="visually-hidden">: why is this red?</span>
              </span>
            </button>
          )}
          <span className="small muted overdue-about">{aboutFamily(row)}</span>
        </div>
        <div className="overdue-held">
          <span className="visually-hidden">Last held: </span>
          {row.lastHeldOn ? shortDate(row.lastHeldOn, today) : 'Not yet'}
          {!row.lastHeldOn && row.dueBy && (
            <span className="small muted overdue-about">first due {shortDate(row.dueBy, today)}</span>
          )}
        </div>
        <Tag tone={over > 7 ? 'bad' : 'warn'}>
          {over} <span className="visually-hidden">days </span>over
        </Tag>
      </div>
      {asks && (
        <ReasonDialog
          act="See why it is red"
          onSaid={() => {
            setOpen(true);
            setAsks(false);
          }}
          onLeft={() => setAsks(false)}
        />
      )}
      {row.familyId !== null && (
        <div id={bodyId} hidden={!open}>
          {open && <WhyRed familyId={row.familyId} question={question} today={today} />}
        </div>
      )}
    </li>
  );
}
