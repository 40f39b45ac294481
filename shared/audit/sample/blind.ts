/** What may be shown of the grades of one record while some are still to come. */
export interface GradedBy {
  graderId: string;
}

/**
 * The grades of a record that somebody may see. All of them once as many are there as are wanted; before that their
 * own alone, so that nobody grades with another's grade before them.
 */
export function gradesSeenBy<G extends GradedBy>(
  personId: string,
  record: { second: boolean },
  grades: readonly G[],
): readonly G[] {
  return isGraded(record, grades.length) ? grades : grades.filter((g) => g.graderId === personId);
}

/** How many people grade a record. */
export function gradersWanted({ second }: { second: boolean }): 1 | 2 {
  return second ? 2 : 1;
}

/** Whether a record has every grade that it is to have. */
export function isGraded(record: { second: boolean }, given: number): boolean {
  return given >= gradersWanted(record);
}
