import { useState } from 'react';
import { type DisciplineCode, disciplineOf } from '../../../../shared/disciplines.js';
import type { ProtectedNote } from '../../../../shared/discussion/state.js';
import { Button } from '../../../ui/actions/Button.js';
import { Dialog } from '../../../ui/actions/Dialog.js';
import { ChipChecks } from '../../../ui/fields/Chips.js';
import { TextArea } from '../../../ui/fields/TextField.js';
import { listed } from '../../../ui/format.js';
import { Icon } from '../../../ui/icons.js';
import { Tag } from '../../../ui/surfaces/Tag.js';
import { Refused } from '../../fields/Refused.js';
import { useKept } from '../../fields/use-kept.js';
import { type Acting, useAct, useDiscussion, useMay } from '../../in-discussion.js';

/** The protected notes of one discipline: their words for those who may read them, the bare fact for the rest; to add one, where one writes. */
export function ProtectedNotes({ discipline, reading }: { discipline: DisciplineCode; reading?: boolean }) {
  const { state, people, you } = useDiscussion();
  const { handIn, refused } = useAct();
  const [writing, setWriting] = useState<ProtectedNote | 'new'>();
  const notes = state.notes.filter((note) => note.discipline === discipline);
  const hidden = notes.filter((note) => note.text === null);
  const may =
    useMay('note.protect', { noteId: 'new', discipline, text: 'words', audience: [] }) === null &&
    state.status !== 'signed';
  const mayAdd = may && !reading;
  // Whoever is in the middle of a note when the minutes are signed keeps its words, to hand in or to copy.
  if (notes.length === 0 && !mayAdd && !writing && !refused) return null;
  return (
    <div className="stack tight">
      {notes.map((note) =>
        note.text === null ? null : (
          <p key={note.noteId} className="protected-note">
            <Icon name="lock" size="small" />
            <span>
              {note.text}{' '}
              <span className="small muted">
                {people.firstName(note.by)}. Only for {readersOf(note)}.
              </span>{' '}
              {note.by === you.personId && may && (
                <Button kind="quiet" size="small" onClick={() => setWriting(note)}>
                  Change
                </Button>
              )}
            </span>
          </p>
        ),
      )}
      {hidden.length > 0 && (
        <p>
          <Tag icon="lock" outline>
            {hidden.length === 1
              ? '1 protected note, not for you'
              : `${hidden.length} protected notes, not for you`}
          </Tag>
        </p>
      )}
      {mayAdd && (
        <p>
          <Button
            kind="quiet"
            size="small"
            icon={<Icon name="lock" size="small" />}
            onClick={() => setWriting('new')}
          >
            Add a protected note
          </Button>
        </p>
      )}
      <Refused says={refused} />
      {writing && (
        <NoteDialog
          discipline={discipline}
          note={writing === 'new' ? undefined : writing}
          handIn={handIn}
          onClose={() => setWriting(undefined)}
        />
      )}
    </div>
  );
}

function readersOf(note: ProtectedNote): string {
  const disciplines = [...new Set([note.discipline, ...note.audience])];
  return listed(['managers', ...disciplines.map((of) => disciplineOf(of).label.toLowerCase())]);
}

function NoteDialog({
  discipline,
  note,
  handIn,
  onClose,
}: {
  discipline: DisciplineCode;
  note: ProtectedNote | undefined;
  handIn: Acting['handIn'];
  onClose: () => void;
}) {
  const { state } = useDiscussion();
  const [form, change, clear] = useKept(
    'note.protect',
    { discipline, text: note?.text ?? '', audience: [...(note?.audience ?? [])] as DisciplineCode[] },
    note?.noteId ?? discipline,
  );
  const others = [...new Set(state.expected.map((e) => e.discipline))].filter((code) => code !== discipline);
  const send = (text: string) => {
    const payload = {
      noteId: note?.noteId ?? crypto.randomUUID(),
      discipline,
      text,
      audience: form.audience,
    };
    clear();
    onClose();
    void handIn('note.protect', payload, () => change(form));
  };
  return (
    <Dialog
      open
      title={note ? 'Change a protected note' : 'Write a protected note'}
      onClose={onClose}
      actions={
        <>
          <Button
            kind="primary"
            unavailable={form.text.trim() ? undefined : 'Write the note first'}
            onClick={() => send(form.text)}
          >
            Keep this note protected
          </Button>
          {note && <Button onClick={() => send('')}>Take the note away</Button>}
          <Button kind="quiet" onClick={onClose}>
            Cancel
          </Button>
        </>
      }
    >
      <div className="stack">
        <p className="muted">
          Everybody sees that there is a note. Its words are for you, the managers and those you choose.
        </p>
        <TextArea
          label="What only some should read"
          rows={4}
          maxLength={4000}
          value={form.text}
          onChange={(text) => change({ text })}
        />
        <ChipChecks
          legend="Who else may read it?"
          size="small"
          options={others.map((code) => ({ value: code, label: disciplineOf(code).label }))}
          values={form.audience}
          onChange={(audience) => change({ audience })}
        />
      </div>
    </Dialog>
  );
}
