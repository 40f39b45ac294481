import { useId, useState } from 'react';
import { Link } from 'react-router';
import type { FamilyPage, FamilyRecord } from '../../../shared/families/family.js';
import { useDirectory } from '../../directory.js';
import { Button } from '../../ui/actions/Button.js';
import { ChipChoice } from '../../ui/fields/Chips.js';
import { shortDate } from '../../ui/format.js';
import { Icon } from '../../ui/icons.js';
import { Card } from '../../ui/surfaces/Card.js';
import { Empty } from '../../ui/surfaces/Waiting.js';
import { HappeningDialog } from '../file/HappeningDialog.js';
import { type StorySort, type ToldLine, tell } from './story-lines.js';
import './story.css';

/** So many lines stand open; the rest is one press away. */
const atFirst = 10;

const filters = [
  { value: 'all', label: 'Everything' },
  { value: 'supervision', label: 'Supervision' },
  { value: 'voice', label: 'Children’s words' },
  { value: 'plan', label: 'Plans' },
  { value: 'between', label: 'Between supervisions' },
] as const;
type Filter = (typeof filters)[number]['value'];

function passes(filter: Filter, sort: StorySort): boolean {
  return filter === 'all' || filter === sort || (filter === 'supervision' && sort === 'missed');
}

interface Props {
  family: FamilyPage;
  record: FamilyRecord;
  today: string;
}

/** What happened, newest first: supervisions, slots that came to nothing, plans, visits, and what the children said. */
export function Story({ family, record, today }: Props) {
  const [filter, setFilter] = useState<Filter>('all');
  const [filtering, setFiltering] = useState(false);
  const [whole, setWhole] = useState(false);
  const [adding, setAdding] = useState(false);
  const filterId = useId();
  const directory = useDirectory();
  const told = tell(record.story, {
    personName: directory.firstName,
    childName: (id) => family.children.find((c) => c.childId === id)?.firstName ?? 'A child',
    challenges: record.challenges,
  });
  const fitting = told.filter((line) => passes(filter, line.sort));
  const shown = whole ? fitting : fitting.slice(0, atFirst);
  return (
    <Card
      heading="The story so far"
      headingSize="l"
      aside={
        <Button
          kind="quiet"
          size="small"
          aria-expanded={filtering}
          aria-controls={filterId}
          onClick={() => setFiltering(!filtering)}
        >
          Filter
        </Button>
      }
    >
      <div id={filterId} hidden={!filtering} className="story-filter">
        <ChipChoice
          legend="Show"
          legendHidden
          size="small"
          options={filters}
          value={filter}
          onChange={setFilter}
        />
      </div>
      {shown.length === 0 ? (
        <Empty fact={told.length === 0 ? 'Nothing has been told yet.' : 'Nothing of this kind yet.'}>
          {told.length === 0
            ? 'It begins with the first visit, plan or supervision.'
            : 'Choose another, or Everything.'}
        </Empty>
      ) : (
        <ol className="story">
          {shown.map((line) => (
            <Line key={line.key} line={line} today={today} />
          ))}
        </ol>
      )}
      <div className="stack tight">
        {fitting.length > shown.length && (
          <Button kind="quiet" size="small" onClick={() => setWhole(true)}>
            Show all {fitting.length}
          </Button>
        )}
        {family.mayAdd && (
          <Button size="small" icon={<Icon name="plus" />} onClick={() => setAdding(true)}>
            Add to the story
          </Button>
        )}
      </div>
      {adding && <HappeningDialog family={family} onClose={() => setAdding(false)} />}
    </Card>
  );
}

function Line({ line, today }: { line: ToldLine; today: string }) {
  return (
    <li className={`story-${line.sort}`}>
      <span className="story-dot" aria-hidden="true" />
      <div>
        <b>{shortDate(line.on, today)}</b>{' '}
        {line.minutesId ? <Link to={`/minutes/${line.minutesId}`}>{line.title}</Link> : line.title}
        {line.words && (
          <p className={line.sort === 'voice' ? 'voice in-line' : 'small muted'}>
            {line.sort === 'voice' ? `“${line.words.replace(/^[“"]|[”"]$/g, '')}”` : line.words}
          </p>
        )}
      </div>
    </li>
  );
}
