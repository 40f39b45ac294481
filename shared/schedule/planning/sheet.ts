import { minutesOpen, type Terrain } from './terrain.js';
import { at, figures, type PlaceCosts, placeCosts, type Worth } from './worth.js';

/** A session and the families it shall have, in their order. */
export type Change = readonly [session: number, families: readonly number[]];

/** Weights of the rough measure: a block more is worth about this many minutes of waiting. */
const roughly = { standing: 1e6, split: 60, uneven: 1e-4, order: 2e-6 };

/**
 * A plan while it is being made: who stands where and when, and what that costs. `propose` makes a change and tells
 * whether it may stand; `undo` takes the last one back. Its figures are those of a plan worked out from nothing
 * (sheet.test.ts).
 */
export class Sheet {
  readonly order: (readonly number[])[];
  /** The session of each family, the number of sessions when it has none, and when it begins. */
  readonly session: Int32Array;
  readonly start: Int32Array;
  readonly worth: Worth = new Float64Array(figures.length);
  rough = 0;
  readonly costs: PlaceCosts;
  readonly used: Int32Array;

  readonly #nowhere: number;
  readonly #there: number[][];
  readonly #splits: Int32Array;
  readonly #waited: Int32Array;
  readonly #standing: Int32Array;
  readonly #made: Uint8Array;
  readonly #inOrder: Float64Array;
  #clashes = 0;
  readonly #seen: Int32Array;
  readonly #mark: Int32Array;
  #turn = 0;
  #touched: number[] = [];
  #before: {
    orders: Change[];
    moved: number[];
    days: number[];
    worth: Worth;
    rough: number;
    clashes: number;
  };

  constructor(readonly terrain: Terrain) {
    const { families, sessions, personIds, days } = terrain;
    this.#nowhere = sessions.length;
    this.costs = placeCosts(terrain);
    this.order = sessions.map(() => []);
    this.session = new Int32Array(families.length).fill(this.#nowhere);
    this.start = new Int32Array(families.length);
    this.used = new Int32Array(sessions.length);
    this.#inOrder = new Float64Array(sessions.length);
    const cells = personIds.length * days;
    this.#there = Array.from({ length: cells }, () => []);
    this.#splits = new Int32Array(cells);
    this.#waited = new Int32Array(cells);
    this.#standing = new Int32Array(cells);
    this.#made = new Uint8Array(cells);
    this.#seen = new Int32Array(cells);
    this.#mark = new Int32Array(families.length);
    this.#before = { orders: [], moved: [], days: [], worth: this.worth.slice(), rough: 0, clashes: 0 };
    families.forEach((_, f) => {
      if (!terrain.elsewhere[f]) this.#count(f, this.#nowhere, 1);
    });
    this.#putBackThoseWhoStay();
  }

  /** Whether the families fit into the session's hours. Those who stay may overrun them; nobody is added to that. */
  fits(session: number, minutesMore: number): boolean {
    const { startsAt, endsAt } = this.terrain.sessions[session]!;
    return minutesMore <= 0 || this.used[session]! + minutesMore <= endsAt - startsAt;
  }

  /** Makes the sessions hold exactly these families. False when somebody would be in two places: then undo. */
  propose(changes: readonly Change[]): boolean {
    const before = this.#before;
    before.orders.length = before.moved.length = before.days.length = 0;
    before.worth.set(this.worth);
    before.rough = this.rough;
    before.clashes = this.#clashes;
    this.#touched = [];
    this.#turn += 1;
    for (const [s] of changes) before.orders.push([s, this.order[s]!]);
    for (const [s, families] of changes) this.#fill(s, families);
    // Whoever was in one of the sessions and is in none of them now has no place.
    for (const [, families] of before.orders)
      for (const f of families) if (this.#mark[f] !== this.#turn) this.#move(f, this.#nowhere, 0);
    for (const cell of this.#touched) {
      before.days.push(
        cell,
        this.#splits[cell]!,
        this.#waited[cell]!,
        this.#standing[cell]!,
        this.#made[cell]!,
      );
      this.#weigh(cell);
    }
    return this.#clashes === 0;
  }

  undo(): void {
    const { orders, moved, days, worth, rough, clashes } = this.#before;
    for (let i = moved.length - 3; i >= 0; i -= 3) this.#put(moved[i]!, moved[i + 1]!, moved[i + 2]!);
    for (const [s, families] of orders) {
      this.order[s] = families;
      this.used[s] = this.#minutesOf(families);
      this.#inOrder[s] = families.reduce((sum, f, i) => sum + this.terrain.pressing[f]! * i, 0);
    }
    for (let i = 0; i < days.length; i += 5) {
      const cell = days[i]!;
      this.#splits[cell] = days[i + 1]!;
      this.#waited[cell] = days[i + 2]!;
      this.#standing[cell] = days[i + 3]!;
      this.#made[cell] = days[i + 4]!;
    }
    this.worth.set(worth);
    this.rough = rough;
    this.#clashes = clashes;
  }

  /** The families a person is with on a day, by their time, and that day's blocks beyond the first and waiting. */
  dayOf(person: number, day: number): { families: readonly number[]; splits: number; waited: number } {
    const cell = person * this.terrain.days + day;
    const families = [...this.#there[cell]!].sort((a, b) => this.start[a]! - this.start[b]!);
    return { families, splits: this.#splits[cell]!, waited: this.#waited[cell]! };
  }

  #putBackThoseWhoStay(): void {
    const { families, sessions, stays } = this.terrain;
    const place = (f: number) => families[f]!.position ?? Number.MAX_SAFE_INTEGER;
    const staying = sessions.map((_, s) => families.flatMap((_, f) => (stays[f] === s ? [f] : [])));
    this.propose(
      staying.flatMap((list, s) => (list.length ? [[s, list.sort((a, b) => place(a) - place(b))]] : [])),
    );
  }

  #minutesOf(families: readonly number[]): number {
    let sum = 0;
    for (const f of families) sum += this.terrain.minutes[f]!;
    return sum;
  }

  #fill(s: number, families: readonly number[]): void {
    let time = this.terrain.sessions[s]!.startsAt;
    let position = 0;
    let order = 0;
    for (const f of families) {
      this.#mark[f] = this.#turn;
      if (this.session[f] !== s || this.start[f] !== time) this.#move(f, s, time);
      time += this.terrain.minutes[f]!;
      order += this.terrain.pressing[f]! * position++;
    }
    this.worth[at.order]! += order - this.#inOrder[s]!;
    this.#inOrder[s] = order;
    this.order[s] = families;
    const used = time - this.terrain.sessions[s]!.startsAt;
    const uneven = used * used - this.used[s]! * this.used[s]!;
    this.worth[at.uneven]! += uneven;
    this.rough += uneven * roughly.uneven;
    this.used[s] = used;
  }

  #move(f: number, s: number, time: number): void {
    this.#before.moved.push(f, this.session[f]!, this.start[f]!);
    this.#touch(f);
    this.#count(f, this.session[f]!, -1);
    this.#put(f, s, time);
    this.#count(f, s, 1);
    this.#touch(f);
  }

  #touch(f: number): void {
    const s = this.session[f]!;
    if (s === this.#nowhere) return;
    for (const p of this.terrain.people[f]!) {
      const cell = p * this.terrain.days + this.terrain.dayOf[s]!;
      if (this.#seen[cell] === this.#turn) continue;
      this.#seen[cell] = this.#turn;
      this.#touched.push(cell);
    }
  }

  #put(f: number, s: number, time: number): void {
    const { dayOf, days, people } = this.terrain;
    const from = this.session[f]!;
    const day = s === this.#nowhere ? -1 : dayOf[s]!;
    const dayBefore = from === this.#nowhere ? -1 : dayOf[from]!;
    this.session[f] = s;
    this.start[f] = time;
    if (day === dayBefore) return;
    for (const p of people[f]!) {
      if (dayBefore >= 0) {
        const list = this.#there[p * days + dayBefore]!;
        list[list.indexOf(f)] = list.at(-1)!;
        list.pop();
      }
      if (day >= 0) this.#there[p * days + day]!.push(f);
    }
  }

  #count(f: number, s: number, sign: number): void {
    const width = this.#nowhere + 1;
    const from = (f * width + s) * 4;
    for (let i = 0; i < 4; i++) this.worth[at.missed + i]! += sign * this.costs.exact[from + i]!;
    this.rough += sign * this.costs.rough[f * width + s]!;
    if (s === this.#nowhere) return;
    // A day earlier outweighs any place in a session.
    const order = this.terrain.pressing[f]! * this.terrain.dateOf[s]! * 100;
    this.worth[at.order]! += sign * order;
    this.rough += sign * order * roughly.order;
  }

  /** Works out one person's day anew: clashes, blocks, minutes waited. */
  #weigh(cell: number): void {
    const { minutes, stays, busy, called, days } = this.terrain;
    const there = this.#there[cell]!;
    const { start } = this;
    for (let i = 1; i < there.length; i++)
      for (let j = i; j > 0 && start[there[j - 1]!]! > start[there[j]!]!; j--) {
        const f = there[j]!;
        there[j] = there[j - 1]!;
        there[j - 1] = f;
      }
    const taken = busy[cell]!;
    const counts = called[(cell / days) | 0];
    let splits = 0;
    let waited = 0;
    let standing = 0;
    let made = 0;
    let end = -1;
    let last = -1;
    for (const f of there) {
      const from = start[f]!;
      const to = from + minutes[f]!;
      if (last >= 0 && from < end) {
        if (stays[f]! >= 0 && stays[last]! >= 0) standing += 1;
        else made = 1;
      } else if (counts && last >= 0 && from > end) {
        const open = taken.length ? minutesOpen(taken, end, from) : from - end;
        waited += open;
        if (open > 0) splits += 1;
      }
      for (let i = 0; i < taken.length; i += 2)
        if (taken[i]! < to && taken[i + 1]! > from) {
          if (stays[f]! >= 0) standing += 1;
          else made = 1;
        }
      if (to > end) {
        end = to;
        last = f;
      }
    }
    this.worth[at.splits]! += splits - this.#splits[cell]!;
    this.worth[at.waited]! += waited - this.#waited[cell]!;
    this.worth[at.standing]! += standing - this.#standing[cell]!;
    this.rough +=
      (splits - this.#splits[cell]!) * roughly.split +
      (waited - this.#waited[cell]!) +
      (standing - this.#standing[cell]!) * roughly.standing;
    this.#clashes += made - this.#made[cell]!;
    this.#splits[cell] = splits;
    this.#waited[cell] = waited;
    this.#standing[cell] = standing;
    this.#made[cell] = made;
  }
}
