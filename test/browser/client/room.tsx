import { useState } from 'react';
import { Mark, MarkRow } from '../../../client/marks/Mark.js';
import { FamilyBand, Pattern, PeopleLine } from '../../../client/marks/Pattern.js';
import { Button } from '../../../client/ui/actions/Button.js';
import { Menu } from '../../../client/ui/actions/Menu.js';
import { Ruler } from '../../../client/ui/charts/Ruler.js';
import { ChipChoice } from '../../../client/ui/fields/Chips.js';
import { TextArea } from '../../../client/ui/fields/TextField.js';
import { Connection, Strip } from '../../../client/ui/frames/Connection.js';
import { usePageTitle } from '../../../client/ui/frames/page-title.js';
import { RoomFrame } from '../../../client/ui/frames/RoomFrame.js';
import { Icon } from '../../../client/ui/icons.js';
import { Card } from '../../../client/ui/surfaces/Card.js';
import { Note } from '../../../client/ui/surfaces/Note.js';
import { ProgressLine } from '../../../client/ui/surfaces/ProgressLine.js';
import { Tag } from '../../../client/ui/surfaces/Tag.js';
import {
  business,
  domesticAbuse,
  officer,
  recovery,
  rulerPoints,
  scoresSentence,
  socialWork,
} from './marks.js';

const asked = new URLSearchParams(location.search);

/** The room's frame with enough in it to judge the frame. */
export function Room() {
  const offline = asked.has('offline');
  const [outcome, setOutcome] = useState<'accepted' | 'partly' | 'no' | 'evidence' | 'escalate'>('accepted');
  const [words, setWords] = useState('That the calm is because of the distance, not the change. We have');
  usePageTitle(['Challenge', 'Hartley / Osei / Brooks']);
  return (
    <RoomFrame
      skip="Skip to the discussion"
      place={
        <>
          <b>Northgate</b>
          <span className="only-wide"> · Tuesday 10 March 2026</span> · <span className="nowrap">9:56am</span>
        </>
      }
      topRight={
        <>
          <Connection state={offline ? 'offline' : 'saved'}>
            {offline ? 'Offline' : 'Saved 9:56am'}
          </Connection>
          <Button size="small" className="only-wide" icon={<Icon name="lock" />}>
            2 protected facts
          </Button>
          <Button size="small">Leave</Button>
        </>
      }
      strip={
        offline && (
          <Strip action={<Button icon={<Icon name="phone" />}>Join by phone</Button>}>
            <b>You’re offline. Keep writing.</b> 3 changes are safe on this device and will send themselves.{' '}
            <span className="muted">Trying again in 8 seconds.</span>
          </Strip>
        )
      }
      railSummary={
        <>
          <b>Step 7 of 10</b> <span className="muted">Challenge, 26 of 30 min</span>
        </>
      }
      rail={<Rail />}
      sideLabel="In the room"
      side={<Side />}
      barLabel="Chair controls"
      bar={
        <>
          <Button icon={<Icon name="back" />}>
            <span className="only-wide">Scale</span>
            <span className="visually-hidden">, back one step</span>
          </Button>
          <div className="grow row">
            <span className="clock">2:10</span>
            <span className="only-wide small muted">
              of 3 min on this step
              <ProgressLine value={130} max={180} />
            </span>
          </div>
          <Button kind="quiet" className="only-wide" icon={<Icon name="hand" />} shortcut="C">
            Another challenge
          </Button>
          <Button kind="quiet" className="only-wide" icon={<Icon name="plus" />} shortcut="N">
            Next step
          </Button>
          <span className="only-wide">
            <Menu
              label="More chair controls"
              iconOnly
              icon={<Icon name="more" />}
              opens="up"
              align="end"
              entries={[{ label: 'Extend by 5 min' }, { label: 'Pass the chair' }, { label: 'Pass the pen' }]}
            />
          </span>
          <Button kind="primary" iconAfter={<Icon name="forward" />}>
            Go to decision
          </Button>
        </>
      }
    >
      <FamilyBand
        pattern={1}
        name="Hartley / Osei / Brooks"
        aside={<Tag>CP plan since 24 November 2025</Tag>}
      >
        <PeopleLine
          people={[
            { key: 'j', name: 'Jaden', age: '13' },
            { key: 'm', name: 'Maya', age: '7' },
            { key: 't', name: 'Theo', age: '4' },
            { key: 'k', name: 'Kirsty', who: 'their mum' },
            { key: 'd', name: 'Daniel', who: 'Maya and Theo’s dad' },
          ]}
        />
      </FamilyBand>
      <Card
        heading="Constructive challenge"
        padding="room"
        aside={<Tag tone="warn">Needs an outcome</Tag>}
        about="Evidence quality, about “Daniel has come to all six sessions”"
      >
        <div className="stack">
          {[
            {
              who: domesticAbuse,
              name: 'Lorna',
              said: 'Six sessions attended tells us he comes. What tells us Kirsty and the children are safer?',
            },
            {
              who: officer,
              name: 'Marcus',
              said: 'Attendance is not change, I agree. I have no partner-contact information and cannot see what reaches Kirsty.',
            },
          ].map((turn) => (
            <div key={turn.name} className="row top">
              <Mark {...turn.who} size="large" />
              <div>
                <p className="small muted">
                  <b>{turn.name}</b> 9:54am
                </p>
                <p className="large measure">{turn.said}</p>
              </div>
            </div>
          ))}
          <ChipChoice
            legend="Outcome, yours to record, Adaeze"
            value={outcome}
            onChange={setOutcome}
            options={[
              { value: 'accepted', label: 'Accepted' },
              { value: 'partly', label: 'Partly' },
              { value: 'no', label: 'Not accepted' },
              { value: 'evidence', label: 'Evidence needed' },
              { value: 'escalate', label: 'Escalate' },
            ]}
          />
          <div className="row wraps">
            <Button kind="primary">Record outcome</Button>
            <Button kind="quiet" icon={<Icon name="plus" />}>
              Next step from this
            </Button>
            <Button kind="quiet">Keep a disagreement</Button>
          </div>
        </div>
      </Card>
      <Card label="What could we be wrong about?" padding="room">
        <TextArea
          label="What could we be wrong about?"
          value={words}
          onChange={setWords}
          rows={2}
          describedBy="writing"
          aside={
            <span id="writing" className="row small muted">
              <Mark {...business} />
              Sandra is writing
            </span>
          }
        />
      </Card>
    </RoomFrame>
  );
}

function Rail() {
  return (
    <div className="stack close">
      <div className="row apart">
        <h2 className="small muted medium">Agenda, 3 families</h2>
        <Tag tone="warn">2 min over</Tag>
      </div>
      {(['Hartley / Osei / Brooks', 'Kaczmarek', 'Doyle / Bennett'] as const).map((name, order) => (
        <a key={name} className="row" href="#main">
          <Pattern number={order === 0 ? 1 : order === 1 ? 2 : 3} shape="swatch" />
          <span className="grow">{name}</span>
        </a>
      ))}
    </div>
  );
}

function Side() {
  return (
    <>
      <Card
        padding="side"
        heading="Safety scale"
        headingSize="m"
        aside={<span className="small muted">last month 4</span>}
      >
        <Ruler size="small" sentence={scoresSentence} points={rulerPoints('normal')} />
        <p className="small muted">Lorna and Marcus are furthest apart. Adaeze 4, Priya 5, Dean 5.</p>
      </Card>
      <Card
        padding="side"
        heading="Who is here"
        headingSize="m"
        aside={
          <Tag tone="good" icon="check">
            Quorate
          </Tag>
        }
      >
        <div className="stack close">
          <MarkRow
            sentence="Here: Priya, Lorna, Marcus and Dean"
            marks={[socialWork, domesticAbuse, officer, recovery].map((who) => ({
              ...who,
              key: who.letters,
            }))}
          />
          <Note size="small" icon="talk">
            Not heard on this challenge: <b>Priya</b> and <b>Dean</b>
          </Note>
        </div>
      </Card>
    </>
  );
}
