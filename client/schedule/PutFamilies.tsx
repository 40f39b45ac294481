import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { FamilyLine } from '../../shared/families/family.js';
import type { SessionPage } from '../../shared/schedule/http.js';
import { Asked } from '../Asked.js';
import { ApiRefused, ask, wordsFor } from '../api.js';
import { Button } from '../ui/actions/Button.js';
import { TextField } from '../ui/fields/TextField.js';
import { countOf, shortDate } from '../ui/format.js';
import { Icon } from '../ui/icons.js';
import { Card } from '../ui/surfaces/Card.js';
import { Note } from '../ui/surfaces/Note.js';
import { Empty } from '../ui/surfaces/Waiting.js';
import { useAsked } from '../use-asked.js';
import { ReasonDialog } from './ReasonDialog.js';
import { minutesFor, waitingFor } from './running-order.js';

const atFirst = 12;

/** The team’s families that are in no session, the most pressing first, each one press away from this one. */
export function PutFamilies({ session, today }: { session: SessionPage; today: string }) {
  const families = useAsked<FamilyLine[]>('families');
  return (
    <Card heading="Put families in" headingSize="l">
      <Asked query={families} fetching="Fetching the families">
        {(lines) => <Waiting session={session} waiting={waitingFor(lines, session.teamId)} today={today} />}
      </Asked>
    </Card>
  );
}

function Waiting({
  session,
  waiting,
  today,
}: {
  session: SessionPage;
  waiting: readonly FamilyLine[];
  today: string;
}) {
  const [q, setQ] = useState('');
  const [wrong, setWrong] = useState('');
  const [busy, setBusy] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const [late, setLate] = useState<{ family: FamilyLine; says: string } | null>(null);
  const queries = useQueryClient();
  const wanted = q.trim().toLowerCase();
  const found = waiting.filter((f) =>
    [f.name, f.ref, ...f.children.map((c) => c.firstName)].some((text) =>
      text.toLowerCase().includes(wanted),
    ),
  );
  const send = (family: FamilyLine, late: { lateReason?: string }) =>
    ask('POST', `sessions/${session.sessionId}/slots`, {
      familyId: family.familyId,
      minutes: minutesFor(family),
      ...late,
    });
  const isIn = (family: FamilyLine) => setSaid(`${family.name} is in, for ${minutesFor(family)} minutes.`);
  const put = async (family: FamilyLine) => {
    setBusy(family.familyId);
    setSaid('');
    try {
      await send(family, {});
      setWrong('');
      await queries.invalidateQueries();
      isIn(family);
    } catch (error) {
      // Later than its limit: a manager is asked why, anybody else is told that it is not theirs to allow.
      const asksWhy = error instanceof ApiRefused && error.refusal.code === 'needs-reason';
      setWrong(asksWhy ? '' : wordsFor(error));
      if (asksWhy) setLate({ family, says: wordsFor(error) });
    }
    setBusy(null);
  };
  return (
    <div className="stack tight">
      {waiting.length > atFirst && (
        <TextField label="Find a family" type="search" autoComplete="off" value={q} onChange={setQ} />
      )}
      <p role="status" className="small muted">
        {said}
      </p>
      {wrong && (
        <Note tone="bad" role="alert" size="small">
          {wrong}
        </Note>
      )}
      {waiting.length === 0 && <Empty fact="Every open family of this team is in a session." />}
      {waiting.length > 0 && found.length === 0 && (
        <Empty fact="No family fits.">Try a part of the name.</Empty>
      )}
      <ul>
        {found.slice(0, atFirst).map((family) => (
          <li key={family.familyId} className="waiting-row">
            <span className="grow">
              {family.name}
              <span className="small muted slot-line">{dueSays(family, session.date, today)}</span>
            </span>
            <Button
              size="small"
              icon={<Icon name="plus" />}
              busy={busy === family.familyId ? 'Putting in' : undefined}
              onClick={() => void put(family)}
            >
              Put in<span className="visually-hidden"> {family.name}</span>
            </Button>
          </li>
        ))}
      </ul>
      {found.length > atFirst && (
        <p className="small muted">
          {countOf(found.length - atFirst, 'more family', 'more families')}: find them by name.
        </p>
      )}
      {late && (
        <ReasonDialog
          title={`${late.family.name} would be later than its limit`}
          act="Put the family in"
          busy="Putting in"
          send={(lateReason) => send(late.family, { lateReason })}
          done={() => {
            setLate(null);
            isIn(late.family);
          }}
          onClose={() => setLate(null)}
        >
          {late.says}
        </ReasonDialog>
      )}
    </div>
  );
}

function dueSays({ dueBy, state }: FamilyLine, date: string, today: string): string {
  if (state === 'exempt') return 'exempt for now';
  if (!dueBy) return 'no start date yet';
  if (dueBy < today) return `was due by ${shortDate(dueBy, today)}`;
  return date > dueBy
    ? `due by ${shortDate(dueBy, today)}, before this session`
    : `due by ${shortDate(dueBy, today)}`;
}
