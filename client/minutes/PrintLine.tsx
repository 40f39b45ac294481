import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import type { MinutesPage } from '../../shared/families/discussion-http.js';
import type { You } from '../../shared/people/sign-in.js';
import { dateAndTime, longDate } from '../ui/format.js';

/** What stands at the head of paper: how it is classified, who printed it when, and which version it is. */
export function PrintLine({ page, you }: { page: MinutesPage; you: You }) {
  const [at, setAt] = useState(() => new Date());
  useEffect(() => {
    // The paper must say when it was printed, not when the page was opened.
    const now = () => flushSync(() => setAt(new Date()));
    window.addEventListener('beforeprint', now);
    return () => window.removeEventListener('beforeprint', now);
  }, []);
  const parts = [
    'OFFICIAL-SENSITIVE',
    you.councilName,
    `printed by ${you.name}, ${dateAndTime(at)}`,
    `signed ${longDate(page.signedAt)}, ${page.hash ? `version ${page.hash.slice(0, 12)}` : 'without what is protected'}`,
  ];
  return <p className="only-print print-line">{parts.filter(Boolean).join(' · ')}</p>;
}
