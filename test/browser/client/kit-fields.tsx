import { useState } from 'react';
import { Mark } from '../../../client/marks/Mark.js';
import { Button } from '../../../client/ui/actions/Button.js';
import { ChipChecks, ChipChoice } from '../../../client/ui/fields/Chips.js';
import { Combobox } from '../../../client/ui/fields/Combobox.js';
import { DateField } from '../../../client/ui/fields/DateField.js';
import { ErrorSummary } from '../../../client/ui/fields/ErrorSummary.js';
import { SelectField, TextArea, TextField } from '../../../client/ui/fields/TextField.js';
import { Icon } from '../../../client/ui/icons.js';
import { Card } from '../../../client/ui/surfaces/Card.js';
import { domesticAbuse, recovery, socialWork } from './marks.js';

const people = [
  { value: 'priya', label: 'Priya Shah', detail: 'Social worker', mark: <Mark {...socialWork} /> },
  { value: 'lorna', label: 'Lorna Beck', detail: 'Domestic abuse', mark: <Mark {...domesticAbuse} /> },
  { value: 'dean', label: 'Dean Marlow', detail: 'Recovery worker', mark: <Mark {...recovery} /> },
];

export function Fields({ attempt, onAttempt }: { attempt: number; onAttempt: () => void }) {
  const [what, setWhat] = useState('Monitor the night shifts');
  const [who, setWho] = useState('');
  const [by, setBy] = useState('');
  const [how, setHow] = useState('');
  const [team, setTeam] = useState('');
  const [direction, setDirection] = useState<'better' | 'same' | 'worse'>();
  const [rests, setRests] = useState<('seen' | 'clinic' | 'self')[]>(['seen']);
  const problems =
    attempt === 0
      ? []
      : [
          ...(who ? [] : [{ fieldId: 'who', message: 'Choose who will do it' }]),
          ...(by ? [] : [{ fieldId: 'by', message: 'Say when it will be done by' }]),
        ];
  const problem = (id: string) => problems.find((each) => each.fieldId === id)?.message;
  return (
    <Card heading="Next step, as it is made">
      <div className="stack">
        <ErrorSummary problems={problems} attempt={attempt} />
        <TextField
          label="What will someone do?"
          value={what}
          onChange={setWhat}
          advice="Start with what a person will do, like “Agree” or “See”. How would we know it is done?"
        />
        <Combobox
          id="who"
          label="Who"
          value={who}
          onChange={setWho}
          options={people}
          error={problem('who')}
        />
        <DateField id="by" label="By" value={by} onChange={setBy} today="2026-03-10" error={problem('by')} />
        <TextArea
          label="How we will know"
          value={how}
          onChange={setHow}
          state={
            <span className="row warn-words medium">
              <Icon name="clock" size="small" />
              Waiting to send
            </span>
          }
          guide="52 words, 400 is plenty"
        />
        <SelectField
          label="Team"
          value={team}
          onChange={setTeam}
          nothingChosen="Choose a team"
          options={[
            { value: 'n', label: 'Northgate' },
            { value: 's', label: 'Southgate' },
          ]}
        />
        <ChipChoice
          legend="Since last month"
          value={direction}
          onChange={setDirection}
          options={[
            { value: 'better', label: 'Better' },
            { value: 'same', label: 'Same' },
            { value: 'worse', label: 'Worse' },
          ]}
        />
        <ChipChecks
          legend="What it rests on"
          values={rests}
          onChange={setRests}
          options={[
            { value: 'seen', label: 'Seen' },
            { value: 'clinic', label: 'Clinic' },
            { value: 'self', label: 'Self-report' },
          ]}
        />
        <ChipChoice
          legend="Reason"
          shape="list"
          value={undefined}
          onChange={() => {}}
          unavailable="Priya records this"
          options={[
            { value: 'visit', label: 'Planning a visit or safety plan' },
            { value: 'check', label: 'Checking something before it is sent' },
          ]}
        />
        <div>
          <Button onClick={onAttempt}>Add next step</Button>
        </div>
      </div>
    </Card>
  );
}
