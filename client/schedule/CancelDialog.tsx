import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { You } from '../../shared/people/sign-in.js';
import { SessionReason } from '../../shared/schedule/http.js';
import type { CancelSays } from '../../shared/schedule/planner.js';
import { ask, wordsFor } from '../api.js';
import { FormDialog } from '../FormDialog.js';
import { weekdayShortDate } from '../ui/format.js';
import { Note } from '../ui/surfaces/Note.js';
import { SaysList, useMayAllow } from './planner/moves/WhatItDoes.js';
import { MoreWords, WhyFields, whyFor, whyWrong } from './Why.js';
import './planner/board/board.css';

interface Props {
  session: { sessionId: string; date: string };
  today: string;
  you: You;
  /** Sends it; left out, as it is. */
  send?: (sent: Promise<unknown>) => Promise<unknown>;
  onClose: () => void;
  /** After it was cancelled, with what that did in words. */
  onDone: (words: string) => void;
}

/** Calls a whole session off: what that does to each family's limit stands before the button. */
export function CancelDialog({ session, today, you, send, onClose, onDone }: Props) {
  const mayAllow = useMayAllow(you.personId);
  const path = `planner/sessions/${session.sessionId}/cancel`;
  const queries = useQueryClient();
  const day = weekdayShortDate(session.date, today);
  return (
    <FormDialog
      title={`Cancel the session of ${day}`}
      onClose={onClose}
      act="Cancel the session"
      busy="Cancelling"
      leave="Keep the session"
      initial={whyFor(you.personId, mayAllow)}
      check={whyWrong}
      send={(values) => {
        const sent = ask('POST', path, values);
        return send ? send(sent) : sent;
      }}
      done={() => {
        const families = queries.getQueryData<CancelSays>(keyOf(path))?.families.length ?? 0;
        onClose();
        onDone(`The session of ${day} is cancelled.${needSays(families)}`);
      }}
    >
      {(form) => (
        <>
          <WhatItCancels path={path} underWay={form.busy} />
          <WhyFields form={form} reasons={SessionReason.options} />
          <MoreWords form={form} />
        </>
      )}
    </FormDialog>
  );
}

const keyOf = (path: string) => ['says', path] as const;

/** Each family with its limit, and who hears of it. Once it is being cancelled there is nothing left to ask. */
function WhatItCancels({ path, underWay }: { path: string; underWay: boolean }) {
  const { data, error, isFetching } = useQuery<CancelSays>({
    queryKey: keyOf(path),
    queryFn: ({ signal }) => ask('POST', `${path}/say`, {}, signal),
    enabled: !underWay,
  });
  return (
    <>
      <p>
        What was prepared stays with each family, and the days to its limit keep running.{' '}
        {data &&
          (data.told
            ? 'Everybody who was invited is told at once.'
            : 'Nobody was invited yet, so nobody is told.')}
      </p>
      <div role="status" className="says-told">
        {isFetching && !data && <p className="small muted">Working out what this does</p>}
        {data && (
          <SaysList says={data.families.map((f) => ({ tone: f.tone, words: `${f.name}. ${f.says}` }))} />
        )}
      </div>
      {error && (
        <Note tone="bad" role="alert">
          {wordsFor(error)}
        </Note>
      )}
    </>
  );
}

function needSays(families: number): string {
  if (families === 0) return '';
  return families === 1 ? ' 1 family needs another place.' : ` ${families} families need another place.`;
}
