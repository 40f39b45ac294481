import { useState } from 'react';
import { disciplineOf } from '../../shared/disciplines.js';
import type { Act } from '../../shared/fields.js';
import type { Post, Team } from '../../shared/people/directory.js';
import type { You } from '../../shared/people/sign-in.js';
import { keepsRecords } from '../../shared/people.js';
import { ActsList } from '../ActsList.js';
import { Asked } from '../Asked.js';
import { useDirectory } from '../directory.js';
import { PersonMark } from '../marks/PersonMark.js';
import { Button } from '../ui/actions/Button.js';
import { Disclosure } from '../ui/actions/Disclosure.js';
import { localDate, longDate } from '../ui/format.js';
import { Icon } from '../ui/icons.js';
import { Card } from '../ui/surfaces/Card.js';
import { Table } from '../ui/surfaces/Table.js';
import { Empty } from '../ui/surfaces/Waiting.js';
import { useAsked } from '../use-asked.js';
import { FillPost, MakePost } from './PostDialogs.js';
import { filledSays, sorted } from './posts.js';

/** One team with its posts. */
export function TeamCard({ team, you }: { team: Team; you: You }) {
  const posts = useAsked<Post[]>(`teams/${team.teamId}/posts`);
  const keeps = keepsRecords(you.roles, team.teamId);
  const [asked, setAsked] = useState<'make' | Post | null>(null);
  const close = () => setAsked(null);
  return (
    <Card
      heading={team.name}
      aside={<span className="small muted">{posts.data && filledSays(sorted(posts.data))}</span>}
      about={team.hub || undefined}
    >
      <Asked query={posts} fetching="Fetching the posts">
        {(list) => <Posts posts={list} onFill={keeps ? setAsked : undefined} />}
      </Asked>
      {keeps && (
        <Button size="small" icon={<Icon name="plus" />} onClick={() => setAsked('make')}>
          Add a post<span className="visually-hidden"> to {team.name}</span>
        </Button>
      )}
      {keeps && <History team={team} />}
      {asked === 'make' && <MakePost team={team} onClose={close} />}
      {asked !== null && asked !== 'make' && <FillPost post={asked} onClose={close} />}
    </Card>
  );
}

function Posts({ posts, onFill }: { posts: readonly Post[]; onFill: ((post: Post) => void) | undefined }) {
  const directory = useDirectory();
  const { now, past } = sorted(posts);
  if (now.length === 0) {
    return (
      <Empty fact="No post yet.">
        Posts tell a vacant post from somebody who was absent, in every supervision and every audit.
      </Empty>
    );
  }
  const who = (post: Post) => (post.personId ? directory.fullName(post.personId) : 'Vacant');
  return (
    <>
      <Table
        caption="Posts today"
        rows={now}
        rowKey={(post) => post.postId}
        columns={[
          {
            key: 'post',
            heading: 'Post',
            names: true,
            cell: (post) => (
              <span className="row">
                <PersonMark discipline={post.discipline} state={post.personId ? 'here' : 'vacant'} />
                {disciplineOf(post.discipline).person}
              </span>
            ),
          },
          { key: 'who', heading: 'Who', cell: who },
          { key: 'since', heading: 'Since', nowrap: true, cell: (post) => longDate(post.fromOn) },
          ...(onFill
            ? [
                {
                  key: 'act',
                  heading: 'Change',
                  headingHidden: true,
                  cell: (post: Post) => (
                    <Button kind="quiet" size="small" onClick={() => onFill(post)}>
                      {post.personId ? 'Mark vacant or pass on' : 'Fill the post'}
                      <span className="visually-hidden">
                        : {disciplineOf(post.discipline).person}, {who(post)}
                      </span>
                    </Button>
                  ),
                },
              ]
            : []),
        ]}
      />
      {past.length > 0 && (
        <Disclosure summary={`Before (${past.length})`}>
          <Table
            caption="Who filled the posts before, and when they were vacant"
            size="small"
            rows={past}
            rowKey={(post) => post.postId}
            columns={[
              {
                key: 'post',
                heading: 'Post',
                names: true,
                cell: (post) => disciplineOf(post.discipline).person,
              },
              { key: 'who', heading: 'Who', cell: who },
              { key: 'from', heading: 'From', cell: (post) => longDate(post.fromOn) },
              { key: 'to', heading: 'Until', cell: (post) => (post.toOn ? longDate(post.toOn) : '') },
            ]}
          />
        </Disclosure>
      )}
    </>
  );
}

function History({ team }: { team: Team }) {
  const [open, setOpen] = useState(false);
  // Fetched when it is first opened: few look, and a council has many teams.
  const acts = useAsked<Act[]>(open ? `teams/${team.teamId}/acts` : null);
  return (
    <Disclosure summary="What was changed" open={open} onToggle={setOpen}>
      {open && (
        <Asked query={acts} fetching="Fetching the history">
          {(lines) => <ActsList acts={lines} today={localDate(new Date())} />}
        </Asked>
      )}
    </Disclosure>
  );
}
