import { disciplines } from '../../shared/disciplines.js';
import type { Post } from '../../shared/people/directory.js';

/** The posts of a team today, and the periods before them. */
export interface PostsShown {
  now: Post[];
  past: Post[];
}

/** Sorts the periods of posts: those that still run, in the order of the disciplines; those that ended, newest first. */
export function sorted(posts: readonly Post[]): PostsShown {
  const order = (post: Post) => disciplines.findIndex((d) => d.code === post.discipline);
  const now = posts.filter((post) => post.toOn === null).sort((a, b) => order(a) - order(b));
  const past = posts
    .filter((post) => post.toOn !== null)
    .sort((a, b) => (b.toOn ?? '').localeCompare(a.toOn ?? '') || order(a) - order(b));
  return { now, past };
}

/** "11 of 16 posts filled, 5 vacant": the words first, then the rows. */
export function filledSays({ now }: PostsShown): string {
  if (now.length === 0) return '';
  const vacant = now.filter((post) => post.personId === null).length;
  const all = `${now.length} ${now.length === 1 ? 'post' : 'posts'}`;
  return vacant === 0 ? `All ${all} filled` : `${now.length - vacant} of ${all} filled, ${vacant} vacant`;
}
