import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { call } from '../../bridge/client.ts';
import { zoomQuery } from '../../bridge/console-queries.ts';

/** How large the window shows everything. Its own keys change it unasked, and then the page has another size. */
export function useZoom() {
  const client = useQueryClient();
  const { queryKey } = zoomQuery;
  const { data: factor, error } = useQuery({ ...zoomQuery, staleTime: 0 });
  const set = useMutation({
    mutationFn: (wanted: number) => call('window.zoom', { factor: wanted }),
    onSuccess: (answer) => client.setQueryData(queryKey, answer.factor),
  });
  useEffect(() => {
    const ask = () => void client.invalidateQueries({ queryKey });
    addEventListener('resize', ask);
    return () => removeEventListener('resize', ask);
  }, [client, queryKey]);
  return { factor, error, zoom: set.mutate };
}
