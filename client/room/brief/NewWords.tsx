import { Fragment, useMemo } from 'react';
import { shortDate } from '../../ui/format.js';
import { newWords, saysNothingNew } from './new-words.js';

interface Props {
  before: string;
  now: string;
  /** When last month's words were held, for "unchanged since". */
  since: string | null;
}

/** What somebody wrote, with what last month did not say underlined. */
export function NewWords({ before, now, since }: Props) {
  const runs = useMemo(() => newWords(before, now), [before, now]);
  const unchanged = before.trim() !== '' && saysNothingNew(before, now);
  return (
    <>
      <p className="measure written">
        {runs.map((run, at) =>
          run.isNew && before.trim() !== '' ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: runs have no name but their place
            <Fragment key={at}>
              <ins>{run.text.trimEnd()}</ins>
              {run.text.slice(run.text.trimEnd().length)}
            </Fragment>
          ) : (
            // biome-ignore lint/suspicious/noArrayIndexKey: runs have no name but their place
            <span key={at}>{run.text}</span>
          ),
        )}
      </p>
      {unchanged && since && <p className="small warn-words">Unchanged since {shortDate(since, since)}</p>}
    </>
  );
}
