import type { UseQueryResult } from '@tanstack/react-query';
import type { MoveSays } from '../../../../shared/schedule/planner.js';
import { wordsFor } from '../../../api.js';
import { useDirectory } from '../../../directory.js';
import { TextArea } from '../../../ui/fields/TextField.js';
import { Icon } from '../../../ui/icons.js';
import { Note } from '../../../ui/surfaces/Note.js';

const icons = { good: 'check', warn: 'clock', bad: 'warning' } as const;

interface Props {
  says: UseQueryResult<MoveSays>;
  mayAllow: boolean;
  /** The field of the reason, shown once a reason is needed. */
  reason: { id: string; value: string; onChange: (words: string) => void; error: string | undefined };
}

/**
 * What a move does, before it is made: the limit first, then who would be in two places or wait. That a manager has to
 * allow it is among the lines; only a manager is asked for the reason.
 */
export function WhatItDoes({ says, mayAllow, reason }: Props) {
  const { data, error } = says;
  return (
    <>
      <div role="status" className="says-told">
        {says.isFetching && !data && <p className="small muted">Working out what this does</p>}
        {data && <SaysList says={data.says} />}
      </div>
      {error && (
        <Note tone="bad" role="alert">
          {wordsFor(error)}
        </Note>
      )}
      {data?.needsManager && mayAllow && (
        <TextArea
          label="Why it may be later than its limit"
          hint="Kept with your name, and counted in the frequency audit"
          rows={2}
          maxLength={300}
          {...reason}
        />
      )}
    </>
  );
}

/** The lines of what a move does, each with its own sign. */
export function SaysList({ says }: Pick<MoveSays, 'says'>) {
  return (
    <ul className="says">
      {says.map(({ tone, words }) => (
        <li key={words} className={tone}>
          <Icon name={icons[tone]} />
          {words}
        </li>
      ))}
    </ul>
  );
}

/** Whether this person may put a family after its limit: somebody who holds manager grade. The server says so again. */
export function useMayAllow(personId: string): boolean {
  return useDirectory().find(personId)?.manager ?? false;
}
