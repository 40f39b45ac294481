import { useRef, useState } from 'react';
import { Mark } from '../../../client/marks/Mark.js';
import { Pattern } from '../../../client/marks/Pattern.js';
import { Button, ButtonLink } from '../../../client/ui/actions/Button.js';
import { Dialog } from '../../../client/ui/actions/Dialog.js';
import { Disclosure } from '../../../client/ui/actions/Disclosure.js';
import { Menu } from '../../../client/ui/actions/Menu.js';
import { TextField } from '../../../client/ui/fields/TextField.js';
import { Connection } from '../../../client/ui/frames/Connection.js';
import { Icon } from '../../../client/ui/icons.js';
import { useAnnouncer } from '../../../client/ui/live-regions/LiveRegions.js';
import { Card } from '../../../client/ui/surfaces/Card.js';
import { Note } from '../../../client/ui/surfaces/Note.js';
import { ProgressLine } from '../../../client/ui/surfaces/ProgressLine.js';
import { Tag } from '../../../client/ui/surfaces/Tag.js';
import { Empty, Failed, Fetching } from '../../../client/ui/surfaces/Waiting.js';
import {
  business,
  domesticAbuse,
  familySupport,
  manager,
  mentalHealth,
  officer,
  psychology,
  recovery,
  socialWork,
} from './marks.js';

export function Actions() {
  const [open, setOpen] = useState(false);
  const [picked, setPicked] = useState('nothing yet');
  const missing = useRef<HTMLInputElement>(null);
  const [theo, setTheo] = useState('');
  const announcer = useAnnouncer();
  return (
    <Card heading="Actions" headingSize="l">
      <div className="stack">
        <div className="row wraps">
          <Button kind="primary" onClick={() => setOpen(true)}>
            Show for 30 seconds
          </Button>
          <Button icon={<Icon name="undo" />}>Undo plan</Button>
          <Button kind="quiet" icon={<Icon name="plus" />}>
            Next step
          </Button>
          <Button size="small">Copy</Button>
          <ButtonLink to="/brief" size="large">
            Read the brief
          </ButtonLink>
          <Button busy="Signing">Sign minutes</Button>
        </div>
        <div className="row wraps">
          <Menu
            label="Slot"
            entries={[
              { label: 'Move to another day', onPick: () => setPicked('move') },
              { label: 'Lengthen', hint: 'by 15 min', onPick: () => setPicked('lengthen') },
              { label: 'Remove', unavailable: 'It has begun' },
            ]}
          />
          <span className="small muted">Picked {picked}</span>
        </div>
        <TextField label="What this means for Theo" value={theo} onChange={setTheo} ref={missing} />
        <Button
          kind="primary"
          icon={<Icon name="pen" />}
          unavailable={theo ? undefined : 'Write Theo’s part, then you can sign'}
          onUnavailable={() => missing.current?.focus()}
        >
          Sign minutes
        </Button>
        <Disclosure summary="Why is this red?" aside={<Tag tone="bad">46 over</Tag>}>
          <p className="small">15 January, the last discussion that counts.</p>
        </Disclosure>
        <Button size="small" onClick={() => announcer.say({ kind: 'score', words: 'Dean scored' })}>
          Dean scores
        </Button>
        <Button size="small" onClick={() => announcer.interrupt('offline', 'You’re offline. Keep writing.')}>
          Lose the connection
        </Button>
      </div>
      <Dialog
        open={open}
        title="Show where Kirsty lives?"
        onClose={() => setOpen(false)}
        top={<Pattern number={2} shape="band" />}
        actions={
          <>
            <Button kind="primary" onClick={() => setOpen(false)}>
              Show
            </Button>
            <Button kind="quiet" onClick={() => setOpen(false)}>
              Cancel
            </Button>
          </>
        }
      >
        <p className="muted">Your name, the time and your reason are recorded.</p>
      </Dialog>
    </Card>
  );
}

export function States() {
  return (
    <Card heading="States" headingSize="l">
      <div className="stack">
        <div className="stack tight">
          <Connection state="saved">Saved 9:56am</Connection>
          <Connection state="saving">Saving</Connection>
          <Connection state="offline">Offline, 3 changes waiting</Connection>
          <Connection state="not-accepted">
            1 change not accepted. <a href="#main">See why</a>
          </Connection>
        </div>
        <Note tone="bad" actions={<Button size="small">Copy</Button>}>
          <b>Kaczmarek was signed at 10:31am</b>, before these words reached us. Signed minutes do not change.
        </Note>
        <Note tone="warn" icon="people">
          <b>Not quorate yet.</b> Lorna or Marcus is needed.
        </Note>
        <Note icon="people">
          <b>Adaeze has dropped out.</b> Callum, would you chair until she is back?
        </Note>
        <Note tone="good">Back, all 3 sent 10:16am</Note>
        <div className="row wraps">
          <Tag>Due today</Tag>
          <Tag tone="accent">Yours</Tag>
          <Tag tone="good" icon="check">
            Quorate
          </Tag>
          <Tag tone="warn" icon="clock">
            By 10:30am today
          </Tag>
          <Tag tone="bad">28 over</Tag>
          <Tag outline>Draft</Tag>
        </div>
        <ProgressLine value={26} max={30} label="26 of 30 min used" />
        <ProgressLine value={32} max={30} over label="2 min over" />
        <figure>
          <figcaption className="row">
            <b>Maya</b>
            <span className="small muted">told Priya, 5 March</span>
          </figcaption>
          <blockquote className="voice">“It’s quiet at night now and I can hear the heating.”</blockquote>
        </figure>
        <Empty fact="No challenge yet.">
          If there is none, write one line: what could we be wrong about?
        </Empty>
        <Fetching>Fetching the brief</Fetching>
        <Failed
          fact="We could not fetch this family."
          reference="7F2K"
          action={<Button size="small">Try again</Button>}
        >
          Nothing is lost.
        </Failed>
      </div>
    </Card>
  );
}

export function Marks() {
  return (
    <Card heading="Marks" headingSize="l">
      <div className="stack close">
        <div className="row wraps">
          {[
            manager,
            socialWork,
            familySupport,
            business,
            mentalHealth,
            psychology,
            recovery,
            domesticAbuse,
            officer,
          ].map((who) => (
            <Mark key={who.letters} {...who} label={who.letters} />
          ))}
          <Mark {...mentalHealth} state="vacant" label="Mental health, post vacant" />
          <Mark {...socialWork} state="away" label="Social work, away" />
          <Mark {...recovery} state="away" label="Recovery, away" />
          <Mark {...officer} state="away" label="Probation, away" />
        </div>
        <div className="row">
          {([1, 2, 3, 4, 5] as const).map((number) => (
            <Pattern key={number} number={number} shape="block" />
          ))}
        </div>
        <div className="row">
          {([1, 2, 3, 4, 5] as const).map((number) => (
            <Pattern key={number} number={number} shape="swatch" />
          ))}
        </div>
      </div>
    </Card>
  );
}
