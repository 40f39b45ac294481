import { minutesOfSlot } from './minutes.js';
import type { Seat, Side, Standing } from './side.js';
import type { Family, Session, World } from './world.js';

interface Place {
  weekday: number;
  days: ReadonlySet<string>;
  families: Family[];
}

/**
 * A team without the planner: each family has its own place in a round of four weeks, on a weekday on which its people
 * usually work, beside others of the same specialist. What does not come off waits for its next regular place, and goes
 * first there.
 */
export class FixedSide implements Side {
  private readonly places: readonly Place[];
  private readonly missed = new Set<string>();
  private standing: ReadonlyMap<string, Standing> = new Map();

  constructor(private readonly world: World) {
    this.places = world.rounds.map(({ weekday, days }) => ({ weekday, days: new Set(days), families: [] }));
    const first = world.families.filter(({ openedOn }) => openedOn === null);
    for (const family of first.sort(byKey)) this.give(family, world.from);
  }

  /** The day on which each family was last taken before the year began: the same for whoever plans it. */
  lastBefore(): Map<string, string> {
    return new Map(
      this.places.flatMap(({ days, families }) => {
        const last =
          [...days]
            .filter((day) => day < this.world.from)
            .sort()
            .at(-1) ?? this.world.from;
        return families.map(({ familyId }) => [familyId, last] as const);
      }),
    );
  }

  plans(today: string, standing: ReadonlyMap<string, Standing>): void {
    this.standing = standing;
    for (const place of this.places)
      place.families = place.families.filter(({ familyId }) => standing.has(familyId));
    const known = new Set(this.places.flatMap(({ families }) => families));
    for (const { family } of standing.values()) if (!known.has(family)) this.give(family, today);
  }

  seatsOf({ date, startsAt }: Session): readonly Seat[] {
    // A holiday may have brought two places to one day.
    const families = this.places.filter(({ days }) => days.has(date)).flatMap((place) => place.families);
    const isFirst = ({ familyId }: Family): number => (this.missed.has(familyId) ? 0 : 1);
    let at = startsAt;
    return families
      .sort((a, b) => isFirst(a) - isFirst(b))
      .map((family) => {
        const minutes = minutesOfSlot(family, this.standing.get(family.familyId)?.lastHeldOn ?? null);
        const seat = { family, startsAt: at, minutes };
        at += minutes;
        return seat;
      });
  }

  endOf({ endsAt }: Session): number {
    return endsAt;
  }

  came(familyId: string, held: boolean): void {
    if (held) this.missed.delete(familyId);
    else this.missed.add(familyId);
  }

  /** A place with room, on a weekday on which its people work: for a new family the soonest, else the emptiest. */
  private give(family: Family, today: string): void {
    const used = ({ families }: Place): number =>
      families.reduce((sum, one) => sum + minutesOfSlot(one, today), minutesOfSlot(family, today));
    const missing = ({ weekday }: Place): number =>
      [family.worker, ...family.specialists].filter((id) => !this.world.people.get(id)?.works[weekday - 1])
        .length;
    const wait = ({ days }: Place): number =>
      Date.parse([...days].sort().find((day) => day > today) ?? this.world.to);
    const length = Math.max(...this.world.sessions.map(({ startsAt, endsAt }) => endsAt - startsAt));
    const worth = (place: Place): number[] => [
      used(place) > length ? 1 : 0,
      missing(place),
      family.openedOn ? wait(place) : used(place),
    ];
    const [best] = [...this.places].sort((a, b) => inOrder(worth(a), worth(b)));
    best?.families.push(family);
    best?.families.sort(byKey);
  }
}

function inOrder(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((figure, i) => figure !== b[i]);
  return at < 0 ? 0 : (a[at] as number) - (b[at] as number);
}

const keyOf = ({ specialists, familyId }: Family): string => [...specialists, familyId].join(' ');
const byKey = (a: Family, b: Family): number => (keyOf(a) < keyOf(b) ? -1 : 1);
