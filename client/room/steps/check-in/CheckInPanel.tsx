import { quorum } from '../../../../shared/discussion/attendance.js';
import { Card } from '../../../ui/surfaces/Card.js';
import { Tag } from '../../../ui/surfaces/Tag.js';
import { useDiscussion } from '../../in-discussion.js';
import { QuorumNote } from '../../side/QuorumNote.js';
import type { PanelProps } from '../panels.js';
import { AttendanceRow } from './AttendanceRow.js';
import { attendanceRows } from './attendance-rows.js';
import './check-in.css';

/** Who is here, and for whom: a row for everybody expected and everybody who came, and whether that is enough. */
export function CheckInPanel({ step, headingRef }: PanelProps) {
  const { state } = useDiscussion();
  const rows = attendanceRows(state);
  const { quorate } = quorum(state);
  return (
    <Card
      heading={step.prompt}
      headingRef={headingRef}
      aside={
        quorate ? (
          <Tag tone="good" icon="check">
            Quorate
          </Tag>
        ) : (
          <Tag tone="warn">Not quorate yet</Tag>
        )
      }
    >
      <div className="stack">
        <QuorumNote />
        <ul className="attendance-rows">
          {rows.map((row) => (
            <AttendanceRow key={row.key} row={row} />
          ))}
        </ul>
        <p className="small muted">
          Some of what is written here is protected. Say aloud only what everyone in the room may hear, and
          check who else can hear you.
        </p>
      </div>
    </Card>
  );
}
