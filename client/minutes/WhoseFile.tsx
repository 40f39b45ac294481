import { Link } from 'react-router';
import type { Minutes } from '../../shared/minutes/minutes.js';
import '../ui/actions/tabs.css';

interface Props {
  minutesId: string;
  minutes: Minutes;
  childId: string | null;
}

/** Which file one reads: the family’s whole record, or a child’s own, where only that child’s sections went. */
export function WhoseFile({ minutesId, minutes, childId }: Props) {
  const to = `/minutes/${minutesId}`;
  if (childId !== null) {
    return (
      <p className="not-printed">
        <Link to={to}>Back to the whole record</Link>
      </p>
    );
  }
  const discussed = minutes.children.filter((child) => child.discussed);
  if (discussed.length === 0) return null;
  return (
    <nav className="tabs" aria-label="Whose file">
      <Link to={to} aria-current="page">
        Whole record
      </Link>
      {discussed.map((child) => (
        <Link key={child.childId} to={`${to}?child=${child.childId}`}>
          {child.firstName}’s file
        </Link>
      ))}
    </nav>
  );
}
