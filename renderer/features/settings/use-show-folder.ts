import { useMutation } from '@tanstack/react-query';
import { call } from '../../bridge/client.ts';
import { useNotices } from '../../state/notices.ts';
import { asConsoleError } from '../../ui/error-words.ts';

/** Shows the data folder in the system's file manager; where that cannot be, a notice says so. */
export function useShowFolder(): () => void {
  const tell = useNotices((store) => store.show);
  const cannot = (detail: string) => tell({ tone: 'attention', title: 'The folder was not shown', detail });
  const show = useMutation({
    mutationFn: () => call('window.show-folder', {}),
    onSuccess: ({ shown }) => {
      if (!shown) cannot('This system has no file manager for it. Copy the path instead.');
    },
    onError: (thrown) => cannot(asConsoleError(thrown).message),
  });
  return () => show.mutate();
}
