import { PeopleMarks } from '../../marks/PersonMark.js';
import { listed } from '../../ui/format.js';
import { useDiscussion } from '../in-discussion.js';
import { peopleHere } from '../steps/check-in/attendance-rows.js';

/** Who is here, as a row of marks in the top bar, where the list of people has made room for the minutes. */
export function HereMarks() {
  const { state, people } = useDiscussion();
  const here = peopleHere(state);
  if (here.length === 0) return null;
  return (
    <span className="only-wide">
      <PeopleMarks
        sentence={`Here: ${listed(here.map((p) => people.firstName(p.personId)))}`}
        people={here}
      />
    </span>
  );
}
