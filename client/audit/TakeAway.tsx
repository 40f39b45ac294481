import { useState } from 'react';
import { Link } from 'react-router';
import { Card } from '../ui/surfaces/Card.js';
import { type AuditQuestion, asQuery } from './asking.js';
import { ReasonDialog } from './reason/ReasonDialog.js';
import { withReason } from './reason/reason.js';
import { useReason, useReasonKept } from './reason/reason-provider.js';

const files = [
  ['snapshot', 'Families and how they stand'],
  ['months', 'Months'],
  ['attendance', 'Who was round the table'],
  ['oversight', 'Other measures'],
] as const;

/** The same figures elsewhere: as files, on paper, and who has looked. Why is asked before a file leaves, if nobody said. */
export function TakeAway({ question, you }: { question: AuditQuestion; you: string }) {
  const { why } = useReason();
  const reason = useReasonKept();
  const [waits, setWaits] = useState<string | null>(null);
  // The answer is a file, so the page stays.
  const take = (file: string) =>
    window.location.assign(withReason(`/api/audit/export/${file}?${asQuery(question)}`, reason.given()));
  const button = (name: string, title: string, kind: 'csv' | 'xlsx') => {
    const file = `${name}.${kind}`;
    return (
      <button type="button" className="audit-open" onClick={() => (why ? take(file) : setWaits(file))}>
        <span className="visually-hidden">{title} as </span>
        {kind.toUpperCase()}
      </button>
    );
  };
  return (
    <Card
      heading="Take it with you"
      headingSize="l"
      about={`Each file says that ${you} took it, when and why.`}
    >
      <ul className="audit-names">
        {files.map(([name, title]) => (
          <li key={name}>
            {title}: {button(name, title, 'csv')}, {button(name, title, 'xlsx')}
          </li>
        ))}
        <li>
          <Link to={`/audit/print?${new URLSearchParams(window.location.search).toString()}`}>
            A page for a committee, to print
          </Link>
        </li>
        <li>
          <Link to="/audit/samples">Dip samples and grades</Link>
        </li>
        <li>
          <Link to="/audit/looks">Who has looked</Link>
        </li>
      </ul>
      {waits && (
        <ReasonDialog
          act="Take the file"
          onSaid={() => {
            take(waits);
            setWaits(null);
          }}
          onLeft={() => setWaits(null)}
        >
          <p>The file leaves the product, and says why it was taken.</p>
        </ReasonDialog>
      )}
    </Card>
  );
}
