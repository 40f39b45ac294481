import { describe, expect, it } from '@jest/globals';
import { adaeze, dean, lorna, marcus, names, noor, priya, sandra } from '../../test/support/hartley.js';
import { hartleyInMarch } from '../../test/support/hartley-march.js';
import { live } from '../../test/support/record-room.js';
import { composeMinutes } from './compose.js';
import { forReader } from './for-reader.js';
import { minutesText } from './text.js';

describe('the minutes of Hartley', () => {
  const room = hartleyInMarch();
  const minutes = composeMinutes(room.state, names);

  it('read as a person would write them down: who, the children, what was decided and why, who does what', () => {
    expect(minutesText(minutes)).toBe(`Group supervision: Hartley / Osei / Brooks
Held on 10 March 2026
Last held on 10 February 2026
Chair: Adaeze Nwosu
Written down by: Sandra Pike
Quorate

Who was part of it
- Priya Raman, social work: in the room
- Dean Marlow, recovery: remote
- Lorna Beckett, domestic abuse: in the room
- Marcus Hale, probation: remote
- Adaeze Nwosu, team management: in the room
- Sandra Pike, business support: in the room

Jaden, 13
Plan: CP since 24 November 2025
Last seen: 5 March 2026 by Priya Raman, alone
In their own words (Told us, 5 March 2026): I don’t want to be asked again. I just want it to stay like this.
What this means: He keeps watch, so the front door matters more to him than to anybody.

Maya, 7
Plan: CP since 24 November 2025
Last seen: 5 March 2026 by Priya Raman, alone
In their own words (Told us, 5 March 2026): It’s quiet at night now and I can hear the heating.
What this means: The quiet is new to her, and she notices it.

Theo, 4
Plan: CP since 24 November 2025
Last seen: 5 March 2026 by Priya Raman, alone
In their own words (In play, 5 March 2026): The big bear knocks and nobody opens.
What this means: He misses Dad and is afraid of him in the same game.

Social work: Priya Raman
Since last time: better (how we know: seen, school)
Seen on 16 and 27 Feb and 5 Mar, each child alone. Mornings are calmer; Maya has been at school every day since half-term (19/19). Jaden has started cooking with his mum on Sundays. He still checks the front door twice before bed. Theo asks where Dad is sleeping.

Recovery: Dean Marlow: for Kirsty
Since last time: better (how we know: test result, self-report)
Kirsty Hartley, alcohol: action
Kirsty has had 26 alcohol-free days of 28; two lapses, both after phone calls from his family.

Domestic abuse: Lorna Beckett: for Kirsty
Since last time: mixed (how we know: dash)
Kirsty has met me four times out of four and led the safety plan herself. She describes more messages from Daniel’s sister than last month. DASH repeated 3 Mar: 15, down from 19.
Protected note: Concern that the new area has been worked out; detail held separately.

Probation: Marcus Hale: for Daniel
Since last time: better (how we know: attendance, group feedback)
Daniel has come to all six sessions and completed the accountability module. He can name two behaviours that frightened the children.

Scale
- Adaeze Nwosu: 4. Nothing has been tested yet.
- Dean Marlow: 5. Two lapses, both explained.
- Lorna Beckett: 3. The messages have not stopped.
- Marcus Hale: 6. He comes, and he has begun to name it.
- Priya Raman: 5. Mornings hold.
Spread: 3
Group score: 4
Group score last time: 4

Challenge
- Raised by Lorna Beckett about evidence quality: Six sessions attended tells us he comes; what tells us Kirsty and the children are safer?
  On: “Daniel has come to all six sessions”
  Answer by Marcus Hale: Attendance is not change. There is no partner contact, so I cannot see what reaches Kirsty.
  Outcome: accepted and acted on
What could we be wrong about?: That the calm is because of the distance, not the change.

Decision
The plan continues
CP plan continues; family time stays supervised for now.
Why: Two of three indicators we agreed are about things the children would notice, and neither has been tested yet.
If this does not work: If a safe-address breach is confirmed, same-day strategy discussion and police, no waiting for the next supervision.
Looked at again on 7 April 2026
Agreed by: Priya Raman, Lorna Beckett, Marcus Hale, Dean Marlow

Next steps
- Agree with Kirsty who, among Daniel’s family, may pass on messages (Lorna Beckett, by 13 March 2026). Lorna Beckett said yes.
  How we will know: safety plan v4 dated
- Ask Daniel to describe, in Maya’s words, one frightening evening (Marcus Hale, by 24 March 2026). Marcus Hale said yes.
  How we will know: account on chapter, read out here
- Check the collection password at the new gate (Priya Raman, by 13 March 2026). Priya Raman said yes.
  How we will know: school confirms in writing
- Plan for Sunday-evening calls, with Kirsty choosing the plan (Dean Marlow, by 20 March 2026). Dean Marlow said yes.
  How we will know: written by her

What we will say to the family
To Kirsty, that she has kept this going and we would like to understand what helps on the days the phone rings; to Daniel, that turning up matters and the next step is showing the children what is different.
`);
  });

  it('are the same composed again from a state that went over the wire, since their hash is what was signed', () => {
    const again = JSON.parse(JSON.stringify(room.state)) as typeof room.state;
    expect(minutesText(composeMinutes(again, names))).toBe(minutesText(minutes));
    const filed = JSON.parse(JSON.stringify(minutes)) as typeof minutes;
    expect(minutesText(filed)).toBe(minutesText(minutes));
  });

  it('say Protected to Marcus, Dean and Noor where Lorna, Priya, Adaeze and (of her own words) Sandra read on', () => {
    const textFor = (who: typeof dean) => minutesText(forReader(minutes, who));
    for (const who of [marcus, dean, noor]) {
      expect(textFor(who)).toContain('- Protected (Priya Raman, by 13 March 2026). Priya Raman said yes.');
      expect(textFor(who)).toContain('Protected note: Protected');
      expect(textFor(who)).not.toMatch(/gate|worked out/);
      expect(JSON.stringify(forReader(minutes, who))).not.toMatch(/gate|worked out|confirms in writing/);
    }
    for (const who of [lorna, priya, adaeze]) expect(textFor(who)).toBe(minutesText(minutes));
    expect(textFor(sandra)).toContain('gate');
    expect(textFor(sandra)).not.toContain('worked out');
  });

  it('are the same whether composed for Marcus from what he sees or cut for him from the whole', () => {
    expect(composeMinutes(room.seenBy(marcus), names)).toEqual(forReader(minutes, marcus));
  });

  it('have no scores in them that were never revealed', () => {
    const quiet = live();
    quiet.does(dean, 'scale.score', { score: 2, reason: 'Larkfield' });
    const text = JSON.stringify(composeMinutes(quiet.state, names));
    expect(text).not.toContain('Larkfield');
  });

  it('keep a disagreement beside the decision, in the name of whose it is', () => {
    const other = hartleyInMarch();
    other.does(lorna, 'dissent.keep', { text: 'I would wait two more weeks.' });
    expect(minutesText(composeMinutes(other.state, names))).toContain(
      'Lorna Beckett disagreed: I would wait two more weeks.',
    );
  });

  it('of a talk with too few there are those of a case discussion, and say who was missing', () => {
    const few = live();
    few.does(adaeze, 'attendance.set', { discipline: 'management', personId: 'adaeze', way: 'in-room' });
    const text = minutesText(composeMinutes(few.state, names));
    expect(text).toMatch(/^Case discussion \(does not count as supervision\)/);
    expect(text).toContain(
      'Not quorate. Still needed: the social worker or somebody in their place and two specialists.',
    );
  });
});
