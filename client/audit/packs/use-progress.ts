import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { PackLine, PackProgress } from '../../../shared/audit/pack/http.js';
import { askByItself } from '../../api.js';

const everyMs = 1000;

/** How far a pack is while it is prepared, asked again every second; when it is over, the list is asked anew. */
export function useProgress(pack: PackLine): PackProgress {
  const queries = useQueryClient();
  const preparing = pack.status === 'preparing';
  const { data = pack } = useQuery<PackProgress>({
    queryKey: ['pack-progress', pack.packId],
    queryFn: ({ signal }) => askByItself<PackProgress>(`audit/packs/${pack.packId}/progress`, signal),
    enabled: preparing,
    refetchInterval: everyMs,
  });
  const over = preparing && data.status !== 'preparing';
  useEffect(() => {
    if (over) void queries.invalidateQueries({ queryKey: ['asked', 'audit/packs'] });
  }, [over, queries]);
  return preparing ? data : pack;
}
