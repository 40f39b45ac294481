import { describe, expect, it } from '@jest/globals';
import type { Post } from '../../shared/people/directory.js';
import { filledSays, sorted } from './posts.js';

const post = (
  discipline: Post['discipline'],
  personId: string | null,
  fromOn: string,
  toOn: string | null = null,
): Post => ({
  postId: `${discipline}${fromOn}`,
  teamId: 'northgate',
  discipline,
  personId,
  fromOn,
  toOn,
});

describe('the posts of Northgate', () => {
  const posts = [
    post('mental-health', null, '2026-02-01'),
    post('mental-health', 'zoe', '2024-01-01', '2026-01-31'),
    post('social-work', 'priya', '2023-01-01'),
  ];

  it('a vacant post stands among the posts of today, and who had it stands in its history', () => {
    const { now, past } = sorted(posts);
    expect(now.map((p) => [p.discipline, p.personId])).toEqual([
      ['social-work', 'priya'],
      ['mental-health', null],
    ]);
    expect(past.map((p) => p.personId)).toEqual(['zoe']);
  });

  it('vacant posts are counted apart from filled ones', () => {
    expect(filledSays(sorted(posts))).toBe('1 of 2 posts filled, 1 vacant');
    expect(filledSays(sorted([post('recovery', 'dean', '2024-01-01')]))).toBe('All 1 post filled');
    expect(filledSays(sorted([]))).toBe('');
  });
});
