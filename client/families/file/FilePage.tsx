import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { FamilyPage } from '../../../shared/families/family.js';
import { ask, wordsFor } from '../../api.js';
import { useTeams } from '../../directory.js';
import { Button } from '../../ui/actions/Button.js';
import { longDate } from '../../ui/format.js';
import { Card } from '../../ui/surfaces/Card.js';
import { Note } from '../../ui/surfaces/Note.js';
import { AdultsCard } from './AdultsCard.js';
import { ChildrenCard } from './ChildrenCard.js';
import { CloseDialog, FileDialog } from './FileDialog.js';
import { WorkersCard } from './WorkersCard.js';
import './file.css';

interface Props {
  family: FamilyPage;
  today: string;
}

/** Who is in the family, which plans the children are on, who works with them, and the dates of the file. */
export function FilePage({ family, today }: Props) {
  return (
    <div className="stack">
      {!family.record && (
        <Note icon="lock">
          {family.mayKeep ? 'You keep this file in order. ' : ''}What is written about the family is not yours
          to read here, so it was not sent to this device.
        </Note>
      )}
      <div className="file-columns">
        <div className="stack">
          <ChildrenCard family={family} today={today} />
          <AdultsCard family={family} />
        </div>
        <div className="stack">
          <WorkersCard family={family} today={today} />
          <FileCard family={family} />
        </div>
      </div>
    </div>
  );
}

function FileCard({ family }: { family: FamilyPage }) {
  const [dialog, setDialog] = useState<'change' | 'close' | null>(null);
  const [wrong, setWrong] = useState('');
  const { teamName } = useTeams();
  const queries = useQueryClient();
  const takeUp = async () => {
    try {
      await ask('PATCH', `families/${family.familyId}`, { status: 'open' });
      setWrong('');
      await queries.invalidateQueries();
    } catch (error) {
      setWrong(wordsFor(error));
    }
  };
  return (
    <Card heading="The file" headingSize="l">
      <dl className="file-facts">
        <Fact name="Reference">{family.ref}</Fact>
        <Fact name="Team">{teamName(family.teamId)}</Fact>
        <Fact name="Came to the team">{family.allocatedOn ? longDate(family.allocatedOn) : 'Not known'}</Fact>
        {family.closedOn && (
          <Fact name="Closed">{`${longDate(family.closedOn)}: ${family.closedReason}`}</Fact>
        )}
      </dl>
      {family.mayKeep && (
        <div className="row wraps file-acts">
          <Button size="small" onClick={() => setDialog('change')}>
            Change the file
          </Button>
          {family.status === 'open' ? (
            <Button size="small" onClick={() => setDialog('close')}>
              Close the file
            </Button>
          ) : (
            <Button size="small" onClick={() => void takeUp()}>
              Take it up again
            </Button>
          )}
        </div>
      )}
      {wrong && (
        <Note tone="bad" role="alert">
          {wrong}
        </Note>
      )}
      {dialog === 'change' && <FileDialog family={family} onClose={() => setDialog(null)} />}
      {dialog === 'close' && <CloseDialog family={family} onClose={() => setDialog(null)} />}
    </Card>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="small muted">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
