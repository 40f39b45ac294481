import { Link } from 'react-router';

/** The way back, first on each page under the audit. */
export function BackToAudit() {
  return (
    <p>
      <Link to="/audit">Audit</Link>
    </p>
  );
}
