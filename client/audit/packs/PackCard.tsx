import { useState } from 'react';
import type { PackLine } from '../../../shared/audit/pack/http.js';
import { Button, ButtonLink } from '../../ui/actions/Button.js';
import { Disclosure } from '../../ui/actions/Disclosure.js';
import { dateAndTime, longDate } from '../../ui/format.js';
import { Icon } from '../../ui/icons.js';
import { Card } from '../../ui/surfaces/Card.js';
import { ProgressLine } from '../../ui/surfaces/ProgressLine.js';
import { Tag } from '../../ui/surfaces/Tag.js';
import { periodSays } from '../samples/sample-words.js';
import { AgreeDialog } from './AgreeDialog.js';
import { sizeSays, stateOf } from './pack-words.js';
import { useProgress } from './use-progress.js';

/** One pack: who asked and why, how far it is, and what can be done with it now. */
export function PackCard({ pack }: { pack: PackLine }) {
  const { status, done, total } = useProgress(pack);
  const state = stateOf[status];
  return (
    <Card
      heading={`${pack.teams}, ${periodSays(pack.from, pack.to)}`}
      headingSize="l"
      aside={
        <span role="status">
          <Tag tone={state.tone}>{state.says}</Tag>
        </span>
      }
    >
      <div className="stack close">
        <p>
          {pack.byName} asked for it on {dateAndTime(pack.madeAt)}: {pack.why}
        </p>
        {status === 'preparing' && (
          <p className="row">
            <ProgressLine value={done} max={total} />
            <span className="small tabular">
              {done} of {total} records
            </span>
          </p>
        )}
        {pack.agreedByName && pack.agreedAt && (
          <p>
            {pack.agreedByName} agreed on {dateAndTime(pack.agreedAt)}.
          </p>
        )}
        {status === 'failed' && (
          <p>
            Nothing of it was kept. Ask for it again; if it happens again, quote {pack.reference ?? 'the day'}
            .
          </p>
        )}
        <Acts pack={pack} />
        {pack.hash && (
          <Disclosure summary="How to check the file">
            <p className="small">Its SHA-256 must be</p>
            <p className="small pack-hash">{pack.hash}</p>
            <p className="small">
              Inside, manifest.json lists every file with its own, and SHA256SUMS the same for a program.
            </p>
          </Disclosure>
        )}
      </div>
    </Card>
  );
}

function Acts({ pack }: { pack: PackLine }) {
  const [agrees, setAgrees] = useState(false);
  const size = pack.bytes === null ? '' : ` (${sizeSays(pack.bytes)})`;
  if (pack.mayOpen)
    return (
      <div className="row wraps">
        <ButtonLink
          external
          download
          to={`/api/audit/packs/${pack.packId}/file`}
          icon={<Icon name="download" />}
        >
          Download the pack{size}
        </ButtonLink>
        <span className="small muted">
          Until {longDate(pack.until)}. That you downloaded it is written down.
        </span>
      </div>
    );
  if (pack.status !== 'ready') return null;
  if (!pack.mayAgree) return <p className="muted">It can be opened once another manager has agreed to it.</p>;
  return (
    <>
      <div>
        <Button kind="primary" onClick={() => setAgrees(true)}>
          Agree to this pack<span className="visually-hidden">, {periodSays(pack.from, pack.to)}</span>
        </Button>
      </div>
      {agrees && <AgreeDialog pack={pack} onClose={() => setAgrees(false)} />}
    </>
  );
}
