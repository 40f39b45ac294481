import { useState } from 'react';
import { isUsual } from '../../shared/cadence/due.js';
import type { CadencePage } from '../../shared/cadence/http.js';
import { firstInWords, intervalInWords } from '../../shared/cadence/in-words.js';
import type { CadencePolicy } from '../../shared/cadence/policy.js';
import { useTeams } from '../directory.js';
import { Button } from '../ui/actions/Button.js';
import { Disclosure } from '../ui/actions/Disclosure.js';
import { longDate } from '../ui/format.js';
import { Icon } from '../ui/icons.js';
import { Card } from '../ui/surfaces/Card.js';
import { Tag } from '../ui/surfaces/Tag.js';
import { EndRuleDialog } from './EndRuleDialog.js';
import { RuleDialog } from './RuleDialog.js';
import { forWhom, type Rule, rulesFrom } from './rules.js';

type AskedFor = { new: true } | { next: CadencePolicy } | { end: CadencePolicy } | null;

/** Every rule with the version that holds today. */
export function RulesCard({ cadence }: { cadence: CadencePage }) {
  const [asked, setAsked] = useState<AskedFor>(null);
  const rules = rulesFrom(cadence.policies, cadence.today);
  const sets = cadence.setsRules === 'all' || cadence.setsRules.length > 0;
  const close = () => setAsked(null);
  return (
    <Card
      heading="How often families are taken"
      about="Each wait is judged by the version in force on its due date, so a new version never changes what is past. Of several rules the most particular holds: team and plan, then team, then plan."
    >
      <ul className="rows">
        {rules.map((rule) => (
          <li key={rule.newest.policyId}>
            <RuleRow rule={rule} cadence={cadence} onAsk={setAsked} />
          </li>
        ))}
      </ul>
      {sets && (
        <Button icon={<Icon name="plus" />} onClick={() => setAsked({ new: true })}>
          Make a rule
        </Button>
      )}
      {asked && 'new' in asked && <RuleDialog cadence={cadence} onClose={close} />}
      {asked && 'next' in asked && <RuleDialog cadence={cadence} before={asked.next} onClose={close} />}
      {asked && 'end' in asked && <EndRuleDialog policy={asked.end} today={cadence.today} onClose={close} />}
    </Card>
  );
}

function RuleRow({
  rule,
  cadence,
  onAsk,
}: {
  rule: Rule;
  cadence: CadencePage;
  onAsk: (asked: AskedFor) => void;
}) {
  const { teamName } = useTeams();
  const { now, newest, coming, before } = rule;
  const own = cadence.setsRules;
  const mine = own === 'all' || (newest.teamIds?.every((id) => own.includes(id)) ?? false);
  const shown = now ?? newest;
  return (
    <div className="stack close">
      <div className="row apart wraps">
        <h3 className="heading-l">{isUsual(newest) ? 'Where no other rule holds' : rule.name}</h3>
        {!now && (newest.ended ? <Tag>Ended</Tag> : <Tag>Begins {longDate(newest.fromOn)}</Tag>)}
      </div>
      <p>
        {forWhom(shown, teamName)}: <b className="medium">{intervalInWords(shown.interval)}</b>, the first{' '}
        {firstInWords(shown.first)}.
      </p>
      {now && !isUsual(now) && (
        <p className="small muted">
          Version {now.version}, since {longDate(now.fromOn)}: {now.reason}
        </p>
      )}
      {coming.map((next) => (
        <p className="small" key={next.version}>
          From {longDate(next.fromOn)}:{' '}
          {next.ended
            ? 'it ends'
            : `${intervalInWords(next.interval)}, the first ${firstInWords(next.first)}`}
          . {next.reason}
        </p>
      ))}
      {before.length > 0 && (
        <Disclosure summary={`Earlier versions (${before.length})`}>
          <ul className="small">
            {before.map((old) => (
              <li key={old.version}>
                Version {old.version}, from {longDate(old.fromOn)}:{' '}
                {old.ended ? 'ended' : intervalInWords(old.interval)}. {old.reason}
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
      {mine && !isUsual(newest) && (
        <div className="row wraps">
          <Button kind="quiet" size="small" onClick={() => onAsk({ next: newest })}>
            Make the next version<span className="visually-hidden"> of {rule.name}</span>
          </Button>
          {!newest.ended && (
            <Button kind="quiet" size="small" onClick={() => onAsk({ end: newest })}>
              End it<span className="visually-hidden">: {rule.name}</span>
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
