import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { BulkChange } from '../../../domain/contract/bulk.ts';
import type { ConsoleError } from '../../../domain/contract/errors.ts';
import { call } from '../../bridge/client.ts';
import { keys } from '../../bridge/query-keys.ts';
import type { BulkRequest } from '../../state/bulk-request.ts';
import { useSelection } from '../../state/selection.ts';
import { asConsoleError } from '../../ui/error-words.ts';
import { useDebounced } from '../../ui/hooks/use-debounced.ts';
import { useStillHere } from '../../ui/hooks/use-still-here.ts';
import { orderTexts } from './bulk-texts.ts';
import { draftKeyOf, keepOrderDraft, readOrderDraft } from './order-draft.ts';

const PAUSE_MS = 250;

/** Who would be changed, asked for again when another tag is typed. */
function usePreview({ action, target }: BulkRequest, typed: string) {
  const needsTag = orderTexts(action).field === 'tag';
  const tag = useDebounced(typed.trim(), PAUSE_MS);
  const input = { action, target, ...(needsTag ? { tag } : {}) };
  const query = useQuery({
    queryKey: keys.bulkPreview(input),
    queryFn: () => call('bulk.preview', input),
    enabled: !needsTag || tag !== '',
    // Persons change: what was foreseen is not kept, and a question that another one has replaced is not asked again.
    gcTime: 0,
    staleTime: 0,
    retry: false,
  });
  const settled = !needsTag || tag === typed.trim();
  return { ...query, asked: input, data: settled ? query.data : undefined };
}

function changeOf({ action }: BulkRequest, text: string): BulkChange {
  if (action === 'add-tag' || action === 'remove-tag') return { action, tag: text };
  return { action, reason: text };
}

/** What is typed, and what was typed before into an order that was never given; nothing where the tag is given. */
function useTyped(request: BulkRequest) {
  const key = draftKeyOf(request);
  const [before] = useState(() => (request.tag === undefined ? readOrderDraft(key) : ''));
  const [text, setText] = useState(request.tag ?? before);
  const type = (typed: string): void => {
    setText(typed);
    keepOrderDraft(key, typed);
  };
  const restored = before !== '' && text === before;
  return { text, setText: type, restored, drop: () => keepOrderDraft(key, '') };
}

/** What is typed, what it would come to, and the order itself. */
export function useBulkOrder(request: BulkRequest, onClose: () => void) {
  const { text, setText, restored, drop } = useTyped(request);
  const [asked, setAsked] = useState(false);
  const [sending, setSending] = useState(false);
  const [error, setError] = useState<ConsoleError | null>(null);
  const navigate = useNavigate();
  const stillHere = useStillHere();
  const preview = usePreview(request, text);
  const missing = text.trim() === '';
  const send = async (): Promise<void> => {
    setSending(true);
    try {
      const change = changeOf(request, text.trim());
      const { jobId } = await call('jobs.start', { kind: 'bulk', change, target: request.target });
      drop();
      // Whoever has left it is not led away from what they do now; the job is among the others.
      if (!stillHere()) return;
      // An undo is ordered from elsewhere: who is selected in the list is not its business.
      if (!('doneBy' in request.target)) useSelection.getState().clear();
      onClose();
      void navigate({ to: '.', search: (old: object) => ({ ...old, job: jobId }), replace: true });
    } catch (thrown) {
      setError(asConsoleError(thrown));
    }
    setSending(false);
  };
  const submit = (): void => {
    setAsked(true);
    if (!missing && preview.data !== undefined && preview.data.able > 0 && !sending) void send();
  };
  return { text, setText, restored, drop, preview, error, sending, submit, complaint: asked && missing };
}
