import { type ReactNode, useId, useState } from 'react';
import { Icon } from '../icons.js';
import './disclosure.css';

export interface DisclosureProps {
  /** What the button says, open or closed. */
  summary: ReactNode;
  children: ReactNode;
  /** Given together they make it controlled; otherwise it keeps its own state. */
  open?: boolean | undefined;
  onToggle?: ((open: boolean) => void) | undefined;
  startsOpen?: boolean | undefined;
  /** A fact at the right of the row, outside the button. */
  aside?: ReactNode;
}

/** A row that opens to say more. Its content stays in the page, hidden, so an id inside can always be reached. */
export function Disclosure({
  summary,
  children,
  open,
  onToggle,
  startsOpen = false,
  aside,
}: DisclosureProps) {
  const [own, setOwn] = useState(startsOpen);
  const isOpen = open ?? own;
  const id = useId();
  return (
    <div className="disclosure">
      <div className="disclosure-row">
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => {
            setOwn(!isOpen);
            onToggle?.(!isOpen);
          }}
        >
          <Icon name={isOpen ? 'down' : 'right'} />
          <span>{summary}</span>
        </button>
        {aside}
      </div>
      <div id={id} className="disclosure-body" hidden={!isOpen}>
        {children}
      </div>
    </div>
  );
}
