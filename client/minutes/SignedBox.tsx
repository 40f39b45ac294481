import { Link } from 'react-router';
import type { MinutesPage } from '../../shared/families/discussion-http.js';
import type { Minutes } from '../../shared/minutes/minutes.js';
import { useDirectory } from '../directory.js';
import { Button } from '../ui/actions/Button.js';
import { Disclosure } from '../ui/actions/Disclosure.js';
import { dateAndTime, listed } from '../ui/format.js';
import { Icon } from '../ui/icons.js';
import { Card } from '../ui/surfaces/Card.js';
import { Note } from '../ui/surfaces/Note.js';

interface Props {
  page: MinutesPage;
  minutes: Minutes;
  childId: string | null;
}

/** What the signature says: who, when, whether it counts, whose files it went on, and the mark of the text. */
export function SignedBox({ page, minutes, childId }: Props) {
  const directory = useDirectory();
  const discussed = minutes.children
    .filter((child) => child.discussed)
    .map((child) => `${child.firstName}’s`);
  return (
    <div className="stack not-printed">
      <Card heading="Signed" headingSize="l">
        <div className="stack close">
          <p>
            <b>{directory.fullName(page.signedBy)}</b>
            <br />
            <span className="small muted">{dateAndTime(page.signedAt)}</span>
          </p>
          {page.kind === 'supervision' ? (
            <Note tone="good" size="small">
              Counts as this family’s supervision.
              {minutes.override &&
                ` Counted by the chair although it was not quorate: ${minutes.override.reason}`}
            </Note>
          ) : (
            <Note tone="warn" size="small">
              Kept as a case discussion. It does not count as supervision, and the clock kept running.
              {minutes.because.length > 0 && ` ${minutes.because.join(' ')}`}
            </Note>
          )}
          {childId === null && discussed.length > 0 && (
            <p className="small">
              <b>On file:</b> the family’s, and one entry each on {listed(discussed)} file.
            </p>
          )}
          {childId !== null && (
            <p className="small muted">
              Only this child’s own part. Where it reads […], the family’s record says more.
            </p>
          )}
          {!page.whole && childId === null && (
            <Note size="small" icon="lock">
              Some of it is protected and was not sent to you. It reads “Protected” where it stands.
            </Note>
          )}
          <div className="row wraps">
            <Button icon={<Icon name="print" />} onClick={() => window.print()}>
              Print
            </Button>
            <Link to={`/families/${page.familyId}/minutes`}>The family’s file</Link>
          </div>
          <Disclosure summary="How to check that nothing was changed">
            {page.hash ? (
              <>
                <p className="small muted">
                  The fingerprint (SHA-256) of the whole text, taken when it was signed. Another text has
                  another fingerprint.
                </p>
                <p className="small minutes-hash">{page.hash}</p>
              </>
            ) : (
              <p className="small muted">
                A fingerprint of the whole text was taken when it was signed. Only those who may read all of
                it see the fingerprint, because what is protected could be guessed from it. Ask the chair to
                check.
              </p>
            )}
          </Disclosure>
        </div>
      </Card>
    </div>
  );
}
