import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ApiRefused, wordsFor } from './api.js';
import { Button, ButtonLink } from './ui/actions/Button.js';
import { Empty, Failed, Fetching } from './ui/surfaces/Waiting.js';

export interface AskedProps<T> {
  query: UseQueryResult<T>;
  /** "Fetching the family". */
  fetching: string;
  /** The answer is the whole page, which then needs a heading when there is none. */
  page?: boolean | undefined;
  children: (answer: T) => ReactNode;
}

/** What stands where an answer will: fetching, not found, not reached, or the answer. Once there, it stays while it is asked anew. */
export function Asked<T>({ query, fetching, page, children }: AskedProps<T>) {
  if (query.data !== undefined) return children(query.data);
  if (query.isPending) return <Fetching>{fetching}</Fetching>;
  if (query.error instanceof ApiRefused) {
    return (
      <>
        {page && <h1>Not found</h1>}
        <Empty fact={query.error.refusal.says}>
          <ButtonLink to="/">Go to your supervision</ButtonLink>
        </Empty>
      </>
    );
  }
  return (
    <>
      {page && <h1>Not fetched</h1>}
      <Failed
        fact="This could not be fetched."
        action={<Button onClick={() => void query.refetch()}>Try again</Button>}
      >
        {wordsFor(query.error)}
      </Failed>
    </>
  );
}
