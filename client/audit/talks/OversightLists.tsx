import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { OversightPage } from '../../../shared/audit/http.js';
import { disciplines } from '../../../shared/disciplines.js';
import { Disclosure } from '../../ui/actions/Disclosure.js';
import { countOf, shortDate } from '../../ui/format.js';
import { Card } from '../../ui/surfaces/Card.js';
import { FamilyName } from '../standing/FamilyName.js';

/** What a manager follows up: each list with its length, opened to its rows. */
export function OversightLists({ page, today }: { page: OversightPage; today: string }) {
  const day = (on: string | null) => (on ? shortDate(on, today) : '');
  const lists: { key: string; title: string; rows: { key: string; cell: ReactNode }[] }[] = [
    {
      key: 'after10',
      title: 'Records unsigned after 10 working days',
      rows: page.unsigned.after10.map((talk, at) => talkRow(talk, at, day)),
    },
    {
      key: 'after5',
      title: 'Records unsigned after 5 working days',
      rows: page.unsigned.after5.map((talk, at) => talkRow(talk, at, day)),
    },
    {
      key: 'not-reached',
      title: 'Sessions where families were not reached',
      rows: page.notReached.map((session) => ({
        key: session.sessionId,
        cell: (
          <>
            <Link to={`/sessions/${session.sessionId}/plan`}>{day(session.on)}</Link>:{' '}
            {countOf(session.families, 'family', 'families')}
          </>
        ),
      })),
    },
    {
      key: 'challenges',
      title: 'Challenges without an outcome',
      rows: page.challengesOpen.map((one, at) => ({
        key: `${one.familyId} ${at}`,
        cell: (
          <>
            <FamilyName family={one} />
            {one.raisedOn && `, raised ${day(one.raisedOn)}`}
          </>
        ),
      })),
    },
    {
      key: 'carried',
      title: 'Steps carried three times or more',
      rows: page.carried.map((one, at) => ({
        key: `${one.familyId} ${at}`,
        cell: (
          <>
            <FamilyName family={one} />: {one.times} times{one.dueOn && `, now due ${day(one.dueOn)}`}
          </>
        ),
      })),
    },
    {
      key: 'silent',
      title: 'Disciplines silent twice running',
      rows: page.silent.map((one, at) => ({
        key: `${one.familyId} ${one.discipline} ${at}`,
        cell: (
          <>
            <FamilyName family={one} />: {labelOf(one.discipline)}
            {one.on && `, last ${day(one.on)}`}
          </>
        ),
      })),
    },
  ];
  return (
    <Card heading="To follow up" headingSize="l">
      {lists.map(({ key, title, rows }) =>
        rows.length === 0 ? (
          <p key={key} className="row apart small muted follow-none">
            {title} <span>none</span>
          </p>
        ) : (
          <Disclosure key={key} summary={title} aside={<b className="tabular">{rows.length}</b>}>
            <ul className="audit-names">
              {rows.map((row) => (
                <li key={row.key}>{row.cell}</li>
              ))}
            </ul>
          </Disclosure>
        ),
      )}
    </Card>
  );
}

type Talk = OversightPage['unsigned']['after5'][number];

function talkRow(
  talk: Talk,
  at: number,
  day: (on: string | null) => string,
): { key: string; cell: ReactNode } {
  return {
    key: talk.discussionId ?? `unnamed ${at}`,
    cell: (
      <>
        <FamilyName family={talk} />
        {talk.heldOn && `, held ${day(talk.heldOn)}`}
      </>
    ),
  };
}

function labelOf(code: string): string {
  return disciplines.find((one) => one.code === code)?.label.toLowerCase() ?? code;
}
