import { useState } from 'react';
import type { FamilyLine } from '../../shared/families/family.js';
import { keepsRecords } from '../../shared/people.js';
import { Asked } from '../Asked.js';
import { useTeams } from '../directory.js';
import type { Around } from '../live/around.js';
import { Button } from '../ui/actions/Button.js';
import { ChipChoice } from '../ui/fields/Chips.js';
import { SelectField, TextField } from '../ui/fields/TextField.js';
import { countOf, localDate } from '../ui/format.js';
import { usePageTitle } from '../ui/frames/page-title.js';
import { Icon } from '../ui/icons.js';
import { Empty } from '../ui/surfaces/Waiting.js';
import { useAsked } from '../use-asked.js';
import { OpenFamily } from './file/OpenFamily.js';
import { counted, type Showing, shown } from './list/showing.js';
import { TeamFamilies } from './list/TeamFamilies.js';
import './list/families.css';

/** The families that are this person’s to see, team by team, with when each was last held and is due. */
export function FamiliesPage({ around }: { around: Around }) {
  usePageTitle(['Families']);
  const families = useAsked<FamilyLine[]>('families');
  const [opening, setOpening] = useState(false);
  return (
    <div className="stack">
      <div className="row apart wraps">
        <h1>Families</h1>
        {keepsRecords(around.you.roles) && (
          <Button icon={<Icon name="plus" />} onClick={() => setOpening(true)}>
            Open a family’s file
          </Button>
        )}
      </div>
      <Asked query={families} fetching="Fetching the families">
        {(lines) => <List lines={lines} />}
      </Asked>
      {opening && <OpenFamily you={around.you} onClose={() => setOpening(false)} />}
    </div>
  );
}

function List({ lines }: { lines: readonly FamilyLine[] }) {
  const [q, setQ] = useState('');
  const [team, setTeam] = useState('');
  const [showing, setShowing] = useState<Showing>('open');
  const { teams } = useTeams();
  const today = localDate(new Date());
  if (lines.length === 0) {
    return (
      <Empty fact="No family is yours to see yet.">
        You see a family from the day you are allocated to it. Business support of its team can allocate you.
      </Empty>
    );
  }
  const counts = counted(lines, today);
  const found = shown(lines, { q, team, showing }, today);
  const mine = teams.filter((t) => lines.some((line) => line.teamId === t.teamId));
  const options = [
    { value: 'open' as const, label: `All open (${counts.open})` },
    { value: 'over' as const, label: `Past the limit (${counts.over})` },
    { value: 'soon' as const, label: `Due within 7 days (${counts.soon})` },
    { value: 'unplanned' as const, label: `Not planned (${counts.unplanned})` },
    ...(counts.closed > 0 ? [{ value: 'closed' as const, label: `Closed (${counts.closed})` }] : []),
  ];
  return (
    <>
      <div className="families-find">
        <TextField
          label="Find a family"
          hint="A surname, a child’s first name or the reference"
          type="search"
          value={q}
          onChange={setQ}
          autoComplete="off"
        />
        {mine.length > 1 && (
          <SelectField
            label="Team"
            value={team}
            onChange={setTeam}
            nothingChosen="Every team"
            options={mine.map((t) => ({ value: t.teamId, label: t.name }))}
          />
        )}
        <ChipChoice legend="Show" size="small" options={options} value={showing} onChange={setShowing} />
      </div>
      <p role="status" className="visually-hidden">
        {found.length === 0 ? '' : countOf(found.length, 'family', 'families')}
      </p>
      {found.length === 0 && (
        <Empty fact="No family fits.">
          {q.trim() ? 'Try a part of the name, or show all of them.' : 'Nothing here needs you.'}
        </Empty>
      )}
      {mine
        .filter((t) => found.some((line) => line.teamId === t.teamId))
        .map((t) => (
          <TeamFamilies
            key={`${t.teamId} ${showing} ${q}`}
            team={t.name}
            lines={found.filter((line) => line.teamId === t.teamId)}
            today={today}
          />
        ))}
    </>
  );
}
