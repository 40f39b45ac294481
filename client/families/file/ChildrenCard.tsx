import { useState } from 'react';
import type { FamilyPage } from '../../../shared/families/family.js';
import { type Child, type Plan, planTypes } from '../../../shared/families/members.js';
import { ageInWords } from '../../../shared/schedule/in-words.js';
import { EndOnDialog } from '../../EndOnDialog.js';
import { Button } from '../../ui/actions/Button.js';
import { countOf, longDate } from '../../ui/format.js';
import { Icon } from '../../ui/icons.js';
import { Card } from '../../ui/surfaces/Card.js';
import { Empty } from '../../ui/surfaces/Waiting.js';
import { ChildDialog } from './ChildDialog.js';
import { PlanDialog } from './PlanDialog.js';

type Asked =
  | { is: 'add' }
  | { is: 'change' | 'plan'; child: Child }
  | { is: 'end'; child: Child; plan: Plan }
  | null;

/** The children, each with the plans they are and were on. */
export function ChildrenCard({ family, today }: { family: FamilyPage; today: string }) {
  const [asked, setAsked] = useState<Asked>(null);
  const close = () => setAsked(null);
  return (
    <Card
      heading="Children"
      headingSize="l"
      aside={<span className="small muted">{countOf(family.children.length, 'child', 'children')}</span>}
    >
      {family.children.length === 0 && (
        <Empty fact="No child is on this file yet.">
          A supervision is credited to the children who are discussed.
        </Empty>
      )}
      <ul className="file-list">
        {family.children.map((child) => (
          <li key={child.childId}>
            <div className="row apart wraps">
              <h3>
                {child.firstName} {child.lastName}{' '}
                <span className="muted file-age">{ageInWords(child, today)}</span>
              </h3>
              {family.mayKeep && (
                <span className="row wraps">
                  <Button kind="quiet" size="small" onClick={() => setAsked({ is: 'plan', child })}>
                    Add a plan<span className="visually-hidden"> for {child.firstName}</span>
                  </Button>
                  <Button kind="quiet" size="small" onClick={() => setAsked({ is: 'change', child })}>
                    Change<span className="visually-hidden"> {child.firstName}</span>
                  </Button>
                </span>
              )}
            </div>
            <p className="small muted">{factsOf(child)}</p>
            <ul>
              {child.plans.map((plan) => (
                <li key={plan.planId} className="row apart wraps small">
                  <span className={plan.until && plan.until < today ? 'muted' : undefined}>
                    {planSays(plan)}
                  </span>
                  {family.mayKeep && !plan.until && (
                    <Button kind="quiet" size="small" onClick={() => setAsked({ is: 'end', child, plan })}>
                      End
                      <span className="visually-hidden">
                        {' '}
                        the plan of {child.firstName}, {planTypes[plan.type].toLowerCase()}
                      </span>
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      {family.mayKeep && (
        <Button size="small" icon={<Icon name="plus" />} onClick={() => setAsked({ is: 'add' })}>
          Add a child
        </Button>
      )}
      {asked?.is === 'add' && <ChildDialog familyId={family.familyId} onClose={close} />}
      {asked?.is === 'change' && (
        <ChildDialog familyId={family.familyId} child={asked.child} onClose={close} />
      )}
      {asked?.is === 'plan' && <PlanDialog child={asked.child} onClose={close} />}
      {asked?.is === 'end' && (
        <EndOnDialog
          title={`End the plan of ${asked.child.firstName}: ${planTypes[asked.plan.type].toLowerCase()}`}
          hint="The last day the plan was in force"
          act="End the plan"
          path={`plans/${asked.plan.planId}`}
          since={asked.plan.since}
          onClose={close}
        />
      )}
    </Card>
  );
}

function factsOf({ bornOn, expectedOn, ref, joinedOn, leftOn }: Child): string {
  return [
    bornOn
      ? `Born ${longDate(bornOn)}`
      : expectedOn
        ? `Expected ${longDate(expectedOn)}`
        : 'Birth date not known',
    ref && `number ${ref}`,
    joinedOn && `in the family since ${longDate(joinedOn)}`,
    leftOn && `left the family on ${longDate(leftOn)}`,
  ]
    .filter(Boolean)
    .join(', ');
}

/** The census codes, where a file was kept with them. */
const categories: Readonly<Record<string, string>> = {
  NEG: 'neglect',
  PHY: 'physical abuse',
  SAB: 'sexual abuse',
  EMO: 'emotional abuse',
  MUL: 'more than one category',
};

function planSays({ type, category, since, until }: Plan): string {
  const why = categories[category] ?? category;
  const name = why ? `${planTypes[type]} (${why})` : planTypes[type];
  return until ? `${name}, ${longDate(since)} to ${longDate(until)}` : `${name} since ${longDate(since)}`;
}
