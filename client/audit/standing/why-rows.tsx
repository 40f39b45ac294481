import { type ReactNode, useState } from 'react';
import { Icon } from '../../ui/icons.js';
import type { AuditQuestion } from '../asking.js';
import { ReasonDialog } from '../reason/ReasonDialog.js';
import { useReason } from '../reason/reason-provider.js';
import { WhyRed } from './WhyRed.js';

interface WhyRow {
  key: string;
  familyId: string | null;
  name: string;
}

/** In a table of families: each row that has a name opens to why it stands as it does, one at a time. */
export function useWhyRows(
  question: AuditQuestion,
  today: string,
): { button: (row: WhyRow) => ReactNode; below: (row: WhyRow) => ReactNode; question: ReactNode } {
  const { why } = useReason();
  const [open, setOpen] = useState<string | null>(null);
  // A family’s story opens to whoever has said why they look.
  const [waits, setWaits] = useState<string | null>(null);
  const toggle = (key: string) => {
    if (open === key) setOpen(null);
    else if (why) setOpen(key);
    else setWaits(key);
  };
  return {
    button: ({ key, familyId, name }) =>
      familyId !== null && (
        <button
          type="button"
          className="audit-why nowrap"
          aria-expanded={open === key}
          onClick={() => toggle(key)}
        >
          <Icon name={open === key ? 'down' : 'right'} size="small" /> Why
          <span className="visually-hidden"> {name} stands here</span>
        </button>
      ),
    below: ({ key, familyId }) =>
      open === key && familyId !== null ? (
        <WhyRed familyId={familyId} question={question} today={today} />
      ) : null,
    question: waits !== null && (
      <ReasonDialog
        act="See why"
        onSaid={() => {
          setOpen(waits);
          setWaits(null);
        }}
        onLeft={() => setWaits(null)}
      />
    ),
  };
}
