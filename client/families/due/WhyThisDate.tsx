import { Fragment, useState } from 'react';
import type { ClockShown } from '../../../shared/cadence/http.js';
import type { FamilyPage } from '../../../shared/families/family.js';
import { useDirectory } from '../../directory.js';
import { Button } from '../../ui/actions/Button.js';
import { shortDate } from '../../ui/format.js';
import { EndExemptionDialog, ExemptDialog } from './ExemptDialogs.js';
import { whyLines } from './why-lines.js';
import './why.css';

interface Props {
  id: string;
  family: FamilyPage;
  clock: ClockShown;
  today: string;
}

/** What made the date: each day that moved the clock or left it running, and the rule. Managers exempt the family from here. */
export function WhyThisDate({ id, family, clock, today }: Props) {
  const [asked, setAsked] = useState<'exempt' | 'end' | null>(null);
  const { fullName } = useDirectory();
  const { days, rule } = whyLines(clock, fullName);
  const close = () => setAsked(null);
  return (
    <div className="why" id={id}>
      <h2 className="heading-m">{clock.exempt ? 'Why is there no date?' : 'Why this date?'}</h2>
      <dl className="why-days">
        {days.map((line) => (
          <Fragment key={line.key}>
            <dt>{line.today ? 'Today' : shortDate(line.on, today)}</dt>
            <dd>{line.words}</dd>
          </Fragment>
        ))}
      </dl>
      {clock.provisional && clock.signBy && (
        <p className="small">
          Not signed yet: from {shortDate(clock.signBy, today)} on, it counts as in time only once it is
          signed.
        </p>
      )}
      {rule && <p className="small muted">{rule}</p>}
      {family.mayExempt && clock.state !== 'not-allocated' && (
        <div className="row wraps">
          {clock.exempt && (
            <Button size="small" onClick={() => setAsked('end')}>
              End the exemption
            </Button>
          )}
          <Button kind="quiet" size="small" onClick={() => setAsked('exempt')}>
            {clock.exempt ? 'Change the exemption' : 'Exempt this family for a time'}
          </Button>
        </div>
      )}
      {asked === 'exempt' && <ExemptDialog familyId={family.familyId} onClose={close} />}
      {asked === 'end' && <EndExemptionDialog familyId={family.familyId} onClose={close} />}
    </div>
  );
}
