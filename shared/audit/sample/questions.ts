/** The four grades of a record read in a reflective audit, best first. */
export const grades = {
  outstanding: 'Outstanding',
  good: 'Good',
  'requires-improvement': 'Requires improvement',
  inadequate: 'Inadequate',
} as const;
export type Grade = keyof typeof grades;
export const gradeCodes = ['outstanding', 'good', 'requires-improvement', 'inadequate'] as const;

/** What is asked of every record that is read. Each is graded, and then the record as a whole. */
export const questions = {
  experience: 'Is it clear what life is like for each child?',
  voice: 'Is each child’s voice there, and recent?',
  progress: 'Does the progress that each discipline saw rest on evidence?',
  impact: 'Does it say what that means for each child?',
  challenge: 'Was there challenge, and was it answered?',
  reasons: 'Are the reasons for the decision given?',
  contingency: 'Does it say what happens if things get worse?',
  steps: 'Is every next step clear, with an owner, a date and how we will know?',
  closed: 'Is it said what became of the next steps agreed before?',
  'at-18': 'Would the child understand this record at 18?',
} as const;
export type QuestionCode = keyof typeof questions;
export const questionCodes = Object.keys(questions) as [QuestionCode, ...QuestionCode[]];

/** Good or better. */
export function isGood(grade: Grade): boolean {
  return grade === 'outstanding' || grade === 'good';
}
