import { useQuery } from '@tanstack/react-query';
import type { GapReport, SeriesPattern } from '../../../shared/schedule/series.js';
import { ask, wordsFor } from '../../api.js';
import { Button } from '../../ui/actions/Button.js';
import { Disclosure } from '../../ui/actions/Disclosure.js';
import { countOf, longDate, weekdayDate } from '../../ui/format.js';
import { Note } from '../../ui/surfaces/Note.js';
import { Table } from '../../ui/surfaces/Table.js';
import { Tag } from '../../ui/surfaces/Tag.js';

interface Props {
  teamId: string;
  pattern: SeriesPattern | null;
  fromOn: string;
  /** The days under the sentence begin open or closed. */
  startsOpen?: boolean | undefined;
  /** Takes the pattern that keeps every gap the same; left out where it is chosen already. */
  onFourWeeks?: (() => void) | undefined;
}

/** A year of a pattern before it is saved: whether it will keep the limit, in a sentence, and every day with its gap. */
export function YearOfGaps({ teamId, pattern, fromOn, startsOpen, onFourWeeks }: Props) {
  const body = { teamId, pattern, fromOn };
  const { data, error } = useQuery<GapReport>({
    queryKey: ['gaps', body],
    queryFn: ({ signal }) => ask<GapReport>('POST', 'series/gaps', body, signal),
    enabled: pattern !== null && fromOn !== '',
    // While another choice is worked out the last answer stays, so that the form does not jump.
    placeholderData: (last) => last,
  });
  if (pattern === null || fromOn === '') {
    return <p className="small muted">Choose the days to see the gaps of a whole year.</p>;
  }
  if (error) return <Note tone="bad">{wordsFor(error)}</Note>;
  if (!data) return <p className="small muted">Working out a year of gaps</p>;
  return (
    <div>
      <div role="status">
        <Note
          tone={data.breaks > 0 ? 'warn' : 'good'}
          icon={data.breaks > 0 ? 'warning' : 'check'}
          actions={
            data.breaks > 0 &&
            onFourWeeks && (
              <Button size="small" onClick={onFourWeeks}>
                Meet every 4 weeks instead
              </Button>
            )
          }
        >
          <b>
            {data.breaks > 0
              ? `This will break the limit ${data.breaks === 1 ? 'once' : `${data.breaks} times`} in a year.`
              : 'Every gap of the year is inside the limit.'}
          </b>{' '}
          {data.says}
        </Note>
      </div>
      <Disclosure
        startsOpen={startsOpen ?? false}
        summary={`${countOf(data.days.length, 'session')} until ${longDate(data.to)}`}
      >
        <Table
          caption="Days of the year and the gaps between them"
          size="small"
          rows={data.days}
          rowKey={(day) => day.on}
          rowClass={(day) => (day.breaks ? 'gap-breaks' : undefined)}
          columns={[
            {
              key: 'on',
              heading: 'Day',
              names: true,
              cell: (day) => (
                <>
                  {weekdayDate(day.movedTo ?? day.on)}
                  {(day.movedTo || day.closed) && (
                    <span className="small muted gap-moved">
                      {[day.movedTo && `instead of ${longDate(day.on)}`, day.closed]
                        .filter(Boolean)
                        .join(', ')}
                    </span>
                  )}
                </>
              ),
            },
            {
              key: 'gap',
              heading: 'Days since the one before',
              cell: (day) => (
                <span className="row wraps">
                  {day.gap ?? 'The first'}
                  {day.breaks && <Tag tone="warn">Longer than {data.limitDays} days</Tag>}
                </span>
              ),
            },
          ]}
        />
      </Disclosure>
    </div>
  );
}
