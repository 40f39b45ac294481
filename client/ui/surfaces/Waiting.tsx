import type { ReactNode } from 'react';
import './waiting.css';

/** While something is fetched: a sentence, and three quiet lines after 300 ms. Never a drawing of people or families. */
export function Fetching({ children }: { children: ReactNode }) {
  return (
    <div className="fetching" role="status">
      <span aria-hidden="true" className="fetching-lines">
        <span />
        <span />
        <span />
      </span>
      <p className="small muted">{children}</p>
    </div>
  );
}

/** Nothing here yet: one bold fact, one sentence that helps. */
export function Empty({ fact, children }: { fact: ReactNode; children?: ReactNode }) {
  return (
    <div className="empty">
      <p>
        <b>{fact}</b>
      </p>
      {children && <div className="muted">{children}</div>}
    </div>
  );
}

export interface FailedProps {
  /** What happened. */
  fact: ReactNode;
  /** Whether anything is lost. */
  children: ReactNode;
  reference?: string | undefined;
  /** The Try again button. */
  action?: ReactNode;
}

/** Something did not work: what happened, whether anything is lost, a reference, and what to do. */
export function Failed({ fact, children, reference, action }: FailedProps) {
  return (
    <div className="failed" role="alert">
      <p>
        <b>{fact}</b>
      </p>
      <p className="muted">
        {children}
        {reference && ` Reference ${reference}.`}
      </p>
      {action}
    </div>
  );
}
