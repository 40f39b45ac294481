import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { PersonKept } from '../../../shared/people/directory.js';
import type { Leave } from '../../../shared/schedule/leave.js';
import { Asked } from '../../Asked.js';
import { ask, wordsFor } from '../../api.js';
import { FormDialog } from '../../FormDialog.js';
import { Button } from '../../ui/actions/Button.js';
import { DateField } from '../../ui/fields/DateField.js';
import { TextField } from '../../ui/fields/TextField.js';
import { Card } from '../../ui/surfaces/Card.js';
import { Note } from '../../ui/surfaces/Note.js';
import { Empty } from '../../ui/surfaces/Waiting.js';
import { useAsked } from '../../use-asked.js';
import { leaveSays, toCome, touchesSay } from './leave.js';

interface Props {
  person: PersonKept;
  today: string;
}

/** When somebody is away: the planner calls them in on none of these days. Why they are away is nobody’s business here. */
export function AwayCard({ person, today }: Props) {
  const path = `people/${person.personId}/leave`;
  const leave = useAsked<Leave[]>(path);
  const [adding, setAdding] = useState(false);
  const [wrong, setWrong] = useState('');
  const queries = useQueryClient();
  const takeBack = async (leaveId: string) => {
    try {
      await ask('DELETE', `leave/${leaveId}`);
      setWrong('');
      await queries.invalidateQueries();
    } catch (error) {
      setWrong(wordsFor(error));
    }
  };
  return (
    <Card heading="Away" headingSize="l">
      <div className="stack close">
        <Asked query={leave} fetching="Fetching the days away">
          {(list) => {
            const coming = toCome(list, today);
            if (coming.length === 0)
              return (
                <Empty fact="No leave is kept.">
                  The planner leaves a person out on the days they are away.
                </Empty>
              );
            return (
              <ul className="keeping-rows">
                {coming.map((one) => (
                  <li key={one.leaveId} className="row apart wraps">
                    <span className="grow">
                      {leaveSays(one, today)}
                      {one.touches.length > 0 && (
                        <span className="small warn-words keeping-line">{touchesSay(one)}</span>
                      )}
                    </span>
                    <Button kind="quiet" size="small" onClick={() => void takeBack(one.leaveId)}>
                      Take back<span className="visually-hidden"> {leaveSays(one, today)}</span>
                    </Button>
                  </li>
                ))}
              </ul>
            );
          }}
        </Asked>
        {wrong && (
          <Note tone="bad" role="alert">
            {wrong}
          </Note>
        )}
        {!person.ended && <Button onClick={() => setAdding(true)}>Keep days away</Button>}
      </div>
      {adding && <AddLeave path={path} person={person} today={today} onClose={() => setAdding(false)} />}
    </Card>
  );
}

function AddLeave({ path, person, today, onClose }: Props & { path: string; onClose: () => void }) {
  return (
    <FormDialog
      title={`When ${person.firstName} is away`}
      onClose={onClose}
      act="Keep the days"
      busy="Saving"
      initial={{ fromOn: '', toOn: '', startsAt: '', endsAt: '' }}
      check={({ fromOn, toOn, startsAt, endsAt }) => ({
        fromOn: fromOn ? undefined : 'Give the first day',
        toOn: toOn && toOn < fromOn ? 'The end cannot be before the beginning' : undefined,
        endsAt:
          startsAt && endsAt && endsAt <= startsAt ? 'The end cannot be before the beginning' : undefined,
      })}
      send={({ fromOn, toOn, startsAt, endsAt }) =>
        ask('POST', path, {
          fromOn,
          toOn: toOn || fromOn,
          startsAt: startsAt || null,
          endsAt: endsAt || null,
        })
      }
      done={onClose}
    >
      {(form) => (
        <>
          <p className="muted">
            Sessions already planned stay as they are; the planner shows where {person.firstName} is missing.
          </p>
          <DateField label="First day" today={today} {...form.field('fromOn')} />
          <DateField
            label="Last day"
            hint="Left empty, it is one day"
            today={today}
            {...form.field('toOn')}
          />
          <div className="away-times">
            <TextField label="Away from" hint="Only for a part" type="time" {...form.field('startsAt')} />
            <TextField label="Until" hint="Like 12:30" type="time" {...form.field('endsAt')} />
          </div>
        </>
      )}
    </FormDialog>
  );
}
