import { useState } from 'react';
import type { CadencePage, Closure } from '../../shared/cadence/http.js';
import { ask } from '../api.js';
import { useTeams } from '../directory.js';
import { FormDialog } from '../FormDialog.js';
import { Button } from '../ui/actions/Button.js';
import { DateField } from '../ui/fields/DateField.js';
import { SelectField, TextField } from '../ui/fields/TextField.js';
import { longDate } from '../ui/format.js';
import { Icon } from '../ui/icons.js';
import { Card } from '../ui/surfaces/Card.js';
import { Empty } from '../ui/surfaces/Waiting.js';

/** When offices are shut besides bank holidays: for all, or for one team. */
export function ClosuresCard({ cadence }: { cadence: CadencePage }) {
  const [asked, setAsked] = useState<'shut' | Closure | null>(null);
  const { teamName } = useTeams();
  const shuts = cadence.shuts === 'all' || cadence.shuts.length > 0;
  const close = () => setAsked(null);
  return (
    <Card
      heading="Closures"
      headingSize="l"
      about="No session is suggested on these days, and they are not working days."
    >
      {cadence.closures.length === 0 && (
        <Empty fact="No closure.">Training days and winter closures go here.</Empty>
      )}
      <ul className="rows">
        {cadence.closures.map((closure) => (
          <li key={closure.closureId} className="row apart wraps">
            <span>
              {closure.title}
              <span className="small muted cadence-line">
                {teamName(closure.teamId)}, {daysSay(closure)}
              </span>
            </span>
            {closure.mayRemove && (
              <Button kind="quiet" size="small" onClick={() => setAsked(closure)}>
                Take back<span className="visually-hidden"> the closure {closure.title}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
      {shuts && (
        <Button size="small" icon={<Icon name="plus" />} onClick={() => setAsked('shut')}>
          Add a closure
        </Button>
      )}
      {asked === 'shut' && <ShutDialog cadence={cadence} onClose={close} />}
      {asked !== null && asked !== 'shut' && (
        <FormDialog
          title="Take back this closure"
          onClose={close}
          act="Take back the closure"
          busy="Saving"
          initial={{}}
          send={() => ask('DELETE', `cadence/closures/${asked.closureId}`)}
          done={close}
        >
          {() => (
            <p>
              {asked.title}, {daysSay(asked)}. These are working days again.
            </p>
          )}
        </FormDialog>
      )}
    </Card>
  );
}

function ShutDialog({ cadence, onClose }: { cadence: CadencePage; onClose: () => void }) {
  const { teams } = useTeams();
  const { today, shuts } = cadence;
  const mine = teams.filter((team) => shuts === 'all' || shuts.includes(team.teamId));
  const all = shuts === 'all';
  return (
    <FormDialog
      title="Add a closure"
      onClose={onClose}
      act="Add the closure"
      busy="Saving"
      initial={{ title: '', teamId: all ? '' : (mine[0]?.teamId ?? ''), fromOn: '', toOn: '' }}
      check={({ title, teamId, fromOn, toOn }) => ({
        title: title.trim() ? undefined : 'Write what it is: “Winter closure”',
        teamId: all || teamId ? undefined : 'Choose the team',
        fromOn: !fromOn ? 'Give the first day' : fromOn < today ? 'That day is over' : undefined,
        toOn: !toOn
          ? 'Give the last day'
          : toOn < fromOn
            ? 'The end cannot be before the beginning'
            : undefined,
      })}
      send={({ teamId, ...closure }) =>
        ask('POST', 'cadence/closures', { ...closure, teamId: teamId || null })
      }
      done={onClose}
    >
      {(form) => (
        <>
          <TextField label="What it is" maxLength={120} {...form.field('title')} />
          <SelectField
            label="Whose offices"
            {...(all ? { nothingChosen: 'The whole council' } : {})}
            options={mine.map((team) => ({ value: team.teamId, label: team.name }))}
            {...form.field('teamId')}
          />
          <DateField label="First day" today={today} min={today} {...form.field('fromOn')} />
          <DateField label="Last day" today={today} min={today} {...form.field('toOn')} />
        </>
      )}
    </FormDialog>
  );
}

function daysSay({ fromOn, toOn }: Closure): string {
  return fromOn === toOn ? longDate(fromOn) : `${longDate(fromOn)} to ${longDate(toOn)}`;
}
