import { useState } from 'react';
import { Mark } from '../../../client/marks/Mark.js';
import { FamilyBand, PeopleLine } from '../../../client/marks/Pattern.js';
import { Tabs } from '../../../client/ui/actions/Tabs.js';
import { AppFrame } from '../../../client/ui/frames/AppFrame.js';
import { Connection } from '../../../client/ui/frames/Connection.js';
import { usePageTitle } from '../../../client/ui/frames/page-title.js';
import { Tag } from '../../../client/ui/surfaces/Tag.js';
import { Actions, Marks, States } from './kit-actions.js';
import { Charts } from './kit-charts.js';
import { Fields } from './kit-fields.js';
import { manager } from './marks.js';

/** Every part of the kit once, in the frame that pages use. */
export function Kit() {
  const [attempt, setAttempt] = useState(0);
  usePageTitle(['Gallery'], attempt > 0);
  return (
    <AppFrame
      skip="Skip to the gallery"
      nav={[
        { to: '/', label: 'Your supervision', end: true },
        { to: '/planner', label: 'Planner' },
        { to: '/families', label: 'Families' },
        { to: '/audit', label: 'Audit' },
      ]}
      connection={<Connection state="saved">Connected</Connection>}
      person={{
        name: 'Adaeze Nwosu',
        role: 'Team manager',
        mark: <Mark {...manager} />,
        menu: [
          { label: 'Your settings', to: '/settings' },
          { label: 'Sign out', onPick: () => {} },
        ],
      }}
      foot={
        <>
          <a href="#main">Accessibility</a>
          <a href="#main">Who can see what</a>
          <a href="#main">Help</a>
        </>
      }
    >
      <div className="stack">
        <FamilyBand pattern={3} name="Doyle / Bennett" aside={<Tag>Next due by 7 April 2026</Tag>}>
          <PeopleLine
            people={[
              { key: 't', name: 'Tyler', age: '14', who: 'at home with his nan Carol' },
              { key: 'j', name: 'Jade', age: '11' },
              { key: 'a', name: 'Alfie', age: '6' },
              { key: 'r', name: 'Ruby', age: '2' },
            ]}
          />
          <Tabs
            label="This family"
            tabs={[
              { to: '/', label: 'Overview', end: true },
              { to: '/chapters', label: 'Chapters' },
              { to: '/steps', label: 'Next steps' },
              { to: '/minutes', label: 'Minutes' },
              { to: '/access', label: 'Who can see this' },
            ]}
          />
        </FamilyBand>
        <div className="with-side">
          <div className="stack">
            <Charts />
            <Fields attempt={attempt} onAttempt={() => setAttempt(attempt + 1)} />
          </div>
          <div className="stack">
            <Actions />
            <States />
            <Marks />
          </div>
        </div>
      </div>
    </AppFrame>
  );
}
