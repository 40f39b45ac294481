import { z } from 'zod';
import { disciplineOf } from '../disciplines.js';
import { kindOf } from '../live/change.js';
import { mayReadNote, noteWall, thereAgain, withoutNote } from './protection.js';
import { whileOpen, writesFor } from './rights.js';
import { discipline, id, paragraph } from './schemas.js';
import type { DiscussionState, ProtectedNote } from './state.js';

const kind = kindOf<DiscussionState>();

const protectSchema = z.strictObject({
  noteId: id,
  discipline,
  /** Empty takes the note away. */
  text: paragraph,
  audience: z.array(discipline).max(20),
});
/** `text` is null where it is withheld: nobody can send that. */
export type NoteProtect = Omit<z.infer<typeof protectSchema>, 'text'> & { text: string | null };

/** A note that some may not read: that it exists is open, what it says is not. */
const protect = kind<NoteProtect>({
  kind: 'note.protect',
  schema: protectSchema,
  sealed: true,
  may: (actor, { noteId, discipline }, state) => {
    const before = noteWall(state, noteId);
    if (before) return before.by === actor.personId && before.discipline === discipline ? null : 'not-yours';
    return writesFor(actor, state, discipline);
  },
  when: whileOpen,
  apply: (state, { noteId, discipline, text, audience }, { by, at }) => {
    if (text !== null && text.trim() === '') return withoutNote(state, noteId);
    const now: ProtectedNote = { noteId, by, discipline, text, audience, at };
    const others = noteOf(state, noteId)
      ? state.notes.map((n) => (n.noteId === noteId ? now : n))
      : [...state.notes, now];
    return thereAgain({ ...state, notes: others }, 'notes', noteId);
  },
  says: ({ discipline, text }) =>
    text === ''
      ? 'took a protected note away'
      : `wrote a protected note in ${disciplineOf(discipline).label.toLowerCase()}`,
  // Withheld also from those for whom it was narrowed later, when they catch up on what came before: and so it stays
  // when it is taken away.
  seenBy: (actor, { noteId, discipline, audience }, state, by) =>
    mayReadNote(actor, { discipline, audience, by }) &&
    mayReadNote(actor, noteWall(state, noteId) ?? { discipline, audience, by }),
  // That it was taken away is for everybody; otherwise the words stay behind.
  reduced: (payload) => ({ payload: { ...payload, text: payload.text?.trim() === '' ? '' : null } }),
});

function noteOf(state: DiscussionState, noteId: string): ProtectedNote | undefined {
  return state.notes.find((n) => n.noteId === noteId);
}

/** The kinds of this theme. */
export const notesKinds = [protect];
