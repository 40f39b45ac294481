import { Link } from 'react-router';
import type { Home } from '../../../../shared/home/home.js';
import { PersonMark } from '../../../marks/PersonMark.js';
import { Card } from '../../../ui/surfaces/Card.js';
import { Empty } from '../../../ui/surfaces/Waiting.js';
import { sinceSays, whenSays } from './since-words.js';

/** What others did to one's families since the last visit: that it was done, where to read it, and not a word of it. */
export function SinceCard({ since, today }: { since: Home['since']; today: string }) {
  return (
    <Card heading="Since you last looked">
      {since.lines.length === 0 && <Empty fact="Nothing new in your families." />}
      <ul className="stack close small">
        {since.lines.map((line) => {
          const { words, link } = sinceSays(line, today);
          return (
            <li key={`${line.kind} ${line.familyId} ${line.by.personId} ${line.at}`} className="row top">
              <PersonMark discipline={line.by.discipline} />
              <span>
                <b>{line.by.firstName}</b> {words} {link && <Link to={link}>{line.familyName}</Link>}
                <span className="muted home-when">{whenSays(line.at, today)}</span>
              </span>
            </li>
          );
        })}
      </ul>
      {since.more > 0 && <p className="small muted home-foot">and {since.more} more before these</p>}
    </Card>
  );
}
