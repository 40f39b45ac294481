import type { ReactNode } from 'react';
import { cuts } from '../../shared/audit/figure.js';
import type { You } from '../../shared/people/sign-in.js';
import { manages, onlyTeamKept, seesPlanner } from '../../shared/people.js';
import { Asked } from '../Asked.js';
import { useTeams } from '../directory.js';
import type { Around } from '../live/around.js';
import { ButtonLink } from '../ui/actions/Button.js';
import { Menu } from '../ui/actions/Menu.js';
import { ChipChoice } from '../ui/fields/Chips.js';
import { localDate, weekdayDate } from '../ui/format.js';
import { usePageTitle } from '../ui/frames/page-title.js';
import { Icon } from '../ui/icons.js';
import { Card } from '../ui/surfaces/Card.js';
import { AsAtDialog } from './AsAtDialog.js';
import {
  type AuditChange,
  type AuditQuestion,
  useAttendance,
  useAuditQuestion,
  useGaps,
  useMonths,
  useOversight,
  useSnapshot,
} from './asking.js';
import { cutSays, limitChoices, limitLabel } from './count-words.js';
import { Months } from './months/MonthsCard.js';
import { Looking } from './reason/Looking.js';
import { GapsCard } from './standing/GapsCard.js';
import { Lead } from './standing/Lead.js';
import { OverdueCard } from './standing/OverdueCard.js';
import { TakeAway } from './TakeAway.js';
import { AttendanceCard } from './talks/AttendanceCard.js';
import { WorthALook } from './talks/WorthALook.js';
import './audit.css';

/** How often, on one page: who is in time, who has waited too long and why, month by month, who was there. */
export function AuditPage({ around }: { around: Around }) {
  const [question, change] = useAuditQuestion(onlyTeamKept(around.you.roles) || null);
  const today = localDate(new Date());
  const snapshot = useSnapshot(question);
  const months = useMonths(question);
  const attendance = useAttendance(question);
  const oversight = useOversight(question);
  const gaps = useGaps(question);
  usePageTitle(['Audit']);
  return (
    <div className="stack audit">
      <AuditHead you={around.you} question={question} change={change} today={today}>
        <ButtonLink to="/audit/packs" icon={<Icon name="download" />}>
          Inspection pack
        </ButtonLink>
      </AuditHead>
      <Looking seesLooks={manages(around.you.roles)} />
      <Asked page query={snapshot} fetching="Counting">
        {(page) => (
          <div className="with-side audit-columns">
            <div className="stack">
              <Card label="Families in time">
                <Lead snapshot={page} question={question} today={today} />
                <Asked query={months} fetching="Fetching the months">
                  {(monthly) => <Months page={monthly} question={question} today={today} />}
                </Asked>
              </Card>
              <Asked query={attendance} fetching="Fetching who was there">
                {(there) => <AttendanceCard page={there} question={question} today={today} />}
              </Asked>
              <Asked query={gaps} fetching="Fetching how long families wait">
                {(waits) => <GapsCard page={waits} question={question} today={today} />}
              </Asked>
              <TakeAway question={question} you={around.you.name} />
            </div>
            <div className="stack">
              <OverdueCard snapshot={page} question={question} today={today} />
              <Asked query={oversight} fetching="Fetching the other measures">
                {(other) => (
                  <WorthALook
                    page={other}
                    question={question}
                    today={today}
                    seesGrades={manages(around.you.roles)}
                  />
                )}
              </Asked>
            </div>
          </div>
        )}
      </Asked>
    </div>
  );
}

interface HeadProps {
  you: You;
  question: AuditQuestion;
  change: (asked: AuditChange) => void;
  today: string;
  children?: ReactNode;
}

/** Whose figures, as at which day, read at which limit, cut by what, as reported or as now known. */
function AuditHead({ you, question, change, today, children }: HeadProps) {
  const { teams, teamName } = useTeams();
  const mine = teams.filter((team) => seesPlanner(you.roles, team.teamId));
  const asAt = question.asAt ?? today;
  return (
    <div className="row apart wraps audit-head">
      <div className="row wraps">
        <h1>{question.teamId ? teamName(question.teamId) : 'Audit'}</h1>
        <span className="muted">
          as at {weekdayDate(asAt)} <AsAtDialog asAt={asAt} today={today} change={change} />
        </span>
      </div>
      <div className="row wraps">
        {mine.length > 1 && (
          <Menu
            label={question.teamId ? teamName(question.teamId) : 'All my teams'}
            entries={[
              { label: 'All my teams', onPick: () => change({ teamId: null }) },
              ...mine.map((team) => ({ label: team.name, onPick: () => change({ teamId: team.teamId }) })),
            ]}
          />
        )}
        <Menu
          label={limitLabel(question.limit, question.limit)}
          entries={limitChoices.map(({ value, label }) => ({
            label,
            onPick: () => change({ limit: value }),
          }))}
        />
        <Menu
          label={cutSays(question.by)}
          entries={[
            { label: 'All together', onPick: () => change({ by: null }) },
            ...cuts.map((by) => ({ label: cutSays(by), onPick: () => change({ by }) })),
          ]}
        />
        <ChipChoice
          legend="Which figures"
          legendHidden
          size="small"
          value={question.asReported ? 'reported' : 'now'}
          options={[
            { value: 'reported', label: 'As reported' },
            { value: 'now', label: 'As now known' },
          ]}
          onChange={(which) => change({ asReported: which === 'reported' })}
        />
        {children}
      </div>
    </div>
  );
}
