import { useState } from 'react';
import type { MinutesPage } from '../../shared/families/discussion-http.js';
import { useDirectory } from '../directory.js';
import { Button } from '../ui/actions/Button.js';
import { dateAndTime } from '../ui/format.js';
import { Icon } from '../ui/icons.js';
import { Card } from '../ui/surfaces/Card.js';
import { AddAddendum } from './AddAddendum.js';
import { Words } from './sections/Section.js';

/** What came to light after signing. It stands beside the minutes, in its author’s name, and never changes them. */
export function Addenda({ page }: { page: MinutesPage }) {
  const [adding, setAdding] = useState(false);
  const directory = useDirectory();
  return (
    <Card
      heading="Addenda"
      headingSize="l"
      className={page.addenda.length === 0 ? 'not-printed' : undefined}
      about={
        page.addenda.length === 0
          ? 'Signed minutes never change. What comes to light later is added here.'
          : undefined
      }
    >
      <ol className="stack">
        {page.addenda.map((addendum) => (
          <li key={addendum.addendumId}>
            <p className="small muted">
              {directory.fullName(addendum.byId)}, {dateAndTime(addendum.at)}
            </p>
            <Words>{addendum.text}</Words>
          </li>
        ))}
      </ol>
      <Button
        className="not-printed"
        size="small"
        icon={<Icon name="plus" />}
        onClick={() => setAdding(true)}
      >
        Add an addendum
      </Button>
      {adding && <AddAddendum discussionId={page.discussionId} onClose={() => setAdding(false)} />}
    </Card>
  );
}
