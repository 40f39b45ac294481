import { usePageTitle } from '../../ui/frames/page-title.js';
import { Card } from '../../ui/surfaces/Card.js';

/** How the product can be used, and what is known not to work yet. */
export function AccessibilityPage() {
  usePageTitle(['Accessibility']);
  return (
    <>
      <h1>Accessibility</h1>
      <Card heading="How you can use it">
        <ul className="stack measure">
          <li>Everything works with the keyboard alone. In the room, F6 goes round the parts of the page.</li>
          <li>
            Text can be made larger, up to 400 %, in the browser. Nothing needs sideways scrolling on a narrow
            screen.
          </li>
          <li>
            Light and dark follow your device, or your choice under Settings. High contrast themes are kept.
          </li>
          <li>
            Screen readers are told what happens in the room at most every five seconds, and not while you
            type.
          </li>
          <li>Nothing moves when your device asks for less motion. Nothing is told by colour alone.</li>
        </ul>
      </Card>
      <Card heading="How far it has been tested">
        <p className="measure">
          It is built to WCAG 2.2, level AA, and every page is checked by machine. It has not yet been tried
          with JAWS and NVDA by people who use them every day. If something stops you, tell whoever keeps this
          product for your council.
        </p>
      </Card>
    </>
  );
}
