/** One family of a sitting. */
export interface Seat {
  familyId: string;
  minutes: number;
  /** Everybody who must be there. */
  people: readonly string[];
  /** Those of them who should have one unbroken block. */
  specialists: readonly string[];
}

/** A time in which somebody cannot be called in, in minutes since midnight, and what it is: "Southgate", "leave". */
export interface Taken {
  from: number;
  to: number;
  says: string;
}

/** A person's day apart from the sitting itself. `away` is why they are not there at all, or ''. */
export interface Whereabouts {
  away: string;
  taken: readonly Taken[];
}

export type Trouble =
  | { kind: 'away'; personId: string; familyId: string; says: string }
  | { kind: 'busy'; personId: string; familyId: string; from: number; to: number; says: string }
  | { kind: 'waits'; personId: string; minutes: number }
  | { kind: 'overruns'; minutes: number };

/** Each family of a sitting with the time it begins: they stand one after another from its start. */
export function timesOf<S extends { minutes: number }>(
  startsAt: number,
  seats: readonly S[],
): { seat: S; from: number; to: number }[] {
  let at = startsAt;
  return seats.map((seat) => {
    const from = at;
    at += seat.minutes;
    return { seat, from, to: at };
  });
}

/** What is wrong with a sitting in this order: who is away, who is in two places, who waits, and whether it ends in time. */
export function troublesOf(
  sitting: { startsAt: number; endsAt: number },
  seats: readonly Seat[],
  where: ReadonlyMap<string, Whereabouts>,
): Trouble[] {
  const timed = timesOf(sitting.startsAt, seats);
  const troubles: Trouble[] = timed.flatMap(({ seat, from, to }) =>
    seat.people.flatMap((personId): Trouble[] => {
      const day = where.get(personId);
      const { familyId } = seat;
      if (day?.away) return [{ kind: 'away', personId, familyId, says: day.away }];
      return (day?.taken ?? [])
        .filter((taken) => taken.from < to && taken.to > from)
        .map((taken) => ({ kind: 'busy', personId, familyId, ...taken }));
    }),
  );
  for (const personId of new Set(seats.flatMap((seat) => seat.specialists))) {
    const minutes = minutesWaited(timed.filter(({ seat }) => seat.specialists.includes(personId)));
    if (minutes) troubles.push({ kind: 'waits', personId, minutes });
  }
  const over = (timed.at(-1)?.to ?? sitting.startsAt) - sitting.endsAt;
  if (over > 0) troubles.push({ kind: 'overruns', minutes: over });
  return troubles;
}

/** Minutes between the first and the last of these, in their order, that belong to none of them. */
export function minutesWaited(blocks: readonly { from: number; to: number }[]): number {
  let waited = 0;
  let until: number | null = null;
  for (const { from, to } of blocks) {
    if (until !== null) waited += Math.max(0, from - until);
    until = Math.max(until ?? to, to);
  }
  return waited;
}
