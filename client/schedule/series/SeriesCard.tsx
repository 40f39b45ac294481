import { useState } from 'react';
import type { Team } from '../../../shared/people/directory.js';
import type { Series } from '../../../shared/schedule/series.js';
import { ask } from '../../api.js';
import { useDirectory } from '../../directory.js';
import { FormDialog } from '../../FormDialog.js';
import { Button } from '../../ui/actions/Button.js';
import { DateField } from '../../ui/fields/DateField.js';
import { longDate, timeOfDay } from '../../ui/format.js';
import { Card } from '../../ui/surfaces/Card.js';
import { Tag } from '../../ui/surfaces/Tag.js';
import { SeriesDialog } from './SeriesDialog.js';
import { patternSays } from './series-words.js';
import { YearOfGaps } from './YearOfGaps.js';

interface Props {
  series: Series;
  team: Team;
  today: string;
  /** May change it. */
  keeps: boolean;
  done: (words: string) => void;
}

/** One series: when the team meets, where and with whom, and what a year of it does to the limit. */
export function SeriesCard({ series, team, today, keeps, done }: Props) {
  const [asking, setAsking] = useState<'change' | 'end' | null>(null);
  const directory = useDirectory();
  const over = series.toOn !== null && series.toOn < today;
  const facts = [
    `${timeOfDay(series.startsAt)} to ${timeOfDay(series.endsAt)}`,
    series.room,
    series.joinLink && 'by link',
    `${directory.fullName(series.chairId)} chairs`,
    series.deputyId && `${directory.fullName(series.deputyId)} deputises`,
    series.penId && `${directory.fullName(series.penId)} holds the pen`,
    `from ${longDate(series.fromOn)}`,
    series.toOn && `until ${longDate(series.toOn)}`,
  ];
  return (
    <Card
      heading={series.name}
      about={patternSays(series.pattern)}
      aside={over ? <Tag>Ended</Tag> : undefined}
    >
      <div className="stack close">
        <p>{facts.filter(Boolean).join(' · ')}</p>
        {!over && (
          <>
            <YearOfGaps
              teamId={series.teamId}
              pattern={series.pattern}
              fromOn={later(series.fromOn, today)}
            />
            {keeps && (
              <div className="row wraps">
                <Button onClick={() => setAsking('change')}>Change from a day on</Button>
                <Button kind="quiet" onClick={() => setAsking('end')}>
                  End the series
                </Button>
              </div>
            )}
          </>
        )}
      </div>
      {asking === 'change' && (
        <SeriesDialog team={team} series={series} today={today} onClose={() => setAsking(null)} done={done} />
      )}
      {asking === 'end' && (
        <FormDialog
          title={`End ${series.name}`}
          onClose={() => setAsking(null)}
          act="End the series"
          busy="Ending"
          initial={{ toOn: today }}
          check={({ toOn }) => ({ toOn: toOn ? undefined : 'Give the last day' })}
          send={(values) => ask('POST', `series/${series.seriesId}/end`, values)}
          done={() => {
            setAsking(null);
            done('The series is ended. Sessions after its last day that hold no family are gone.');
          }}
        >
          {(form) => (
            <>
              <p>Sessions after the last day are taken away, but for those that hold a family.</p>
              <DateField label="Last day" today={today} {...form.field('toOn')} />
            </>
          )}
        </FormDialog>
      )}
    </Card>
  );
}

function later(a: string, b: string): string {
  return a > b ? a : b;
}
