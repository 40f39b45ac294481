import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { FamilyPage } from '../../../shared/families/family.js';
import type { Adult } from '../../../shared/families/members.js';
import { ask, wordsFor } from '../../api.js';
import { Button } from '../../ui/actions/Button.js';
import { Dialog } from '../../ui/actions/Dialog.js';
import { Icon } from '../../ui/icons.js';
import { Card } from '../../ui/surfaces/Card.js';
import { Note } from '../../ui/surfaces/Note.js';
import { Empty } from '../../ui/surfaces/Waiting.js';
import { belongsTo } from '../family-words.js';
import { AdultDialog } from './AdultDialog.js';

type Asked = { is: 'add' } | { is: 'change' | 'remove'; adult: Adult } | null;

/** The adults of the family, and whose they are. */
export function AdultsCard({ family }: { family: FamilyPage }) {
  const [asked, setAsked] = useState<Asked>(null);
  const close = () => setAsked(null);
  return (
    <Card heading="Adults" headingSize="l">
      {family.adults.length === 0 && <Empty fact="No adult is on this file yet." />}
      <ul className="file-list">
        {family.adults.map((adult) => (
          <li key={adult.adultId} className="row apart wraps">
            <span>
              <b>{adult.name}</b>
              {adult.relation && `, ${adult.relation}`}
              {belongsTo(adult, family.children) && (
                <span className="small muted file-line">
                  Goes on the files of {belongsTo(adult, family.children)}
                </span>
              )}
            </span>
            {family.mayKeep && (
              <span className="row wraps">
                <Button kind="quiet" size="small" onClick={() => setAsked({ is: 'change', adult })}>
                  Change<span className="visually-hidden"> {adult.name}</span>
                </Button>
                <Button kind="quiet" size="small" onClick={() => setAsked({ is: 'remove', adult })}>
                  Take out<span className="visually-hidden"> {adult.name}</span>
                </Button>
              </span>
            )}
          </li>
        ))}
      </ul>
      {family.mayKeep && (
        <Button size="small" icon={<Icon name="plus" />} onClick={() => setAsked({ is: 'add' })}>
          Add an adult
        </Button>
      )}
      {asked?.is === 'add' && <AdultDialog family={family} onClose={close} />}
      {asked?.is === 'change' && <AdultDialog family={family} adult={asked.adult} onClose={close} />}
      {asked?.is === 'remove' && <RemoveDialog adult={asked.adult} onClose={close} />}
    </Card>
  );
}

function RemoveDialog({ adult, onClose }: { adult: Adult; onClose: () => void }) {
  const [wrong, setWrong] = useState('');
  const queries = useQueryClient();
  const remove = async () => {
    try {
      await ask('DELETE', `adults/${adult.adultId}`);
      await queries.invalidateQueries();
      onClose();
    } catch (error) {
      setWrong(wordsFor(error));
    }
  };
  return (
    <Dialog
      open
      title={`Take ${adult.name} out of the family`}
      onClose={onClose}
      actions={
        <>
          <Button kind="primary" onClick={() => void remove()}>
            Take {adult.name} out
          </Button>
          <Button kind="quiet" onClick={onClose}>
            Cancel
          </Button>
        </>
      }
    >
      <p>Signed minutes keep the name. The discussion being prepared no longer shows it.</p>
      {wrong && (
        <Note tone="bad" role="alert">
          {wrong}
        </Note>
      )}
    </Dialog>
  );
}
