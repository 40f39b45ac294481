import { Link } from 'react-router';
import { Card } from '../ui/surfaces/Card.js';
import { type AuditQuestion, asQuery } from './asking.js';
import { TakeFile } from './TakeFile.js';

const files = [
  ['snapshot', 'Families and how they stand'],
  ['gaps', 'How long families wait'],
  ['months', 'Months'],
  ['attendance', 'Who was round the table'],
  ['oversight', 'Other measures'],
] as const;

/** The same figures elsewhere: as files, on paper, and who has looked. */
export function TakeAway({ question, you }: { question: AuditQuestion; you: string }) {
  const query = asQuery(question);
  return (
    <Card
      heading="Take it with you"
      headingSize="l"
      about={`Each file says that ${you} took it, when and why.`}
    >
      <ul className="audit-names">
        {files.map(([name, title]) => (
          <li key={name}>
            {title}: <TakeFile file={`${name}.csv?${query}`} title={title} />,{' '}
            <TakeFile file={`${name}.xlsx?${query}`} title={title} />
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
    </Card>
  );
}
