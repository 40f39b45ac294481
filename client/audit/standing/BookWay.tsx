import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { WayOut } from '../../../shared/schedule/planner.js';
import { ask, wordsFor } from '../../api.js';
import { FormDialog } from '../../FormDialog.js';
import { Button, ButtonLink } from '../../ui/actions/Button.js';
import { TextField } from '../../ui/fields/TextField.js';

/** Puts the family into the session that is named, at once; a place past the limit asks for the reason first. */
export function BookWay({ familyId, way }: { familyId: string; way: WayOut }) {
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [asksWhy, setAsksWhy] = useState(false);
  const [said, setSaid] = useState('');
  const { act } = way;
  if (act.kind !== 'place')
    return (
      <ButtonLink size="small" to={`/planner?family=${familyId}`}>
        {way.says}
      </ButtonLink>
    );
  const place = (lateReason?: string) =>
    ask('POST', `planner/sessions/${act.sessionId}/place`, {
      familyId,
      position: act.position,
      ...(lateReason ? { lateReason } : {}),
    });
  const book = async () => {
    if (act.late) return setAsksWhy(true);
    setBusy(true);
    try {
      await place();
      setSaid('Booked.');
      await queries.invalidateQueries();
    } catch (error) {
      setSaid(wordsFor(error));
    }
    setBusy(false);
  };
  return (
    <>
      <Button kind="primary" size="small" busy={busy ? 'Booking' : undefined} onClick={() => void book()}>
        Book {way.says}
      </Button>
      <span role="status" className="small">
        {said}
      </span>
      {asksWhy && (
        <FormDialog
          title="Book after the limit"
          act={`Book ${way.says}`}
          busy="Booking"
          onClose={() => setAsksWhy(false)}
          initial={{ lateReason: '' }}
          check={({ lateReason }) => ({
            lateReason: lateReason.trim() ? undefined : 'Say why it cannot be earlier',
          })}
          send={({ lateReason }) => place(lateReason)}
          done={() => setAsksWhy(false)}
        >
          {(form) => (
            <TextField
              label="Why it cannot be earlier"
              hint="Kept with your name: it is later than the family’s limit."
              {...form.field('lateReason')}
            />
          )}
        </FormDialog>
      )}
    </>
  );
}
