import { usePageTitle } from '../../ui/frames/page-title.js';
import { Card } from '../../ui/surfaces/Card.js';

/** Who may see what, in plain words; the rules themselves are kept by the server. */
export function WhoCanSeePage() {
  usePageTitle(['Who can see what']);
  return (
    <>
      <h1>Who can see what</h1>
      <Card heading="A family’s record">
        <ul className="stack measure">
          <li>
            You see a family while you work with it: from the day you are allocated until the day you no
            longer are.
          </li>
          <li>
            A manager and business support of the family’s team see it. So does whoever chairs a session it is
            in.
          </li>
          <li>A service manager above the team reads it, and answers what is escalated.</li>
          <li>
            A colleague who sits in for you, or whom the chair lets in to watch, sees that one session only.
          </li>
          <li>
            Everybody else receives nothing of it, not even its name. Family pages list who can see that
            family.
          </li>
        </ul>
      </Card>
      <Card heading="Inside a discussion">
        <ul className="stack measure">
          <li>
            Your score on the safety scale, and its reason, reach nobody before the chair reveals them
            together.
          </li>
          <li>A protected note is read by its author, the disciplines it names, the chair and managers.</li>
          <li>Of a protected next step the others see who owns it and by when.</li>
          <li>Who is writing where is shown while it happens and never kept.</li>
        </ul>
      </Card>
      <Card heading="On this device">
        <p className="measure">
          Words that have not been sent yet wait on this device, encrypted, and only you can read them, by
          signing in here. They are removed when they have been sent, and after 72 hours at the latest.
          Nothing else is stored in this browser.
        </p>
      </Card>
    </>
  );
}
