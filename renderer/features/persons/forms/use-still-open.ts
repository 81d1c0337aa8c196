import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useStillHere } from '../../../ui/hooks/use-still-here.ts';

/**
 * Whether the form that asked is still the one that is open. It can be open and no longer drawn: what it was about may
 * have gone by the very command that it sent, before the answer came.
 */
export function useStillOpen(): () => boolean {
  const router = useRouter();
  const stillHere = useStillHere();
  const entryNow = () => router.state.location.state.__TSR_key;
  const [entry] = useState(entryNow);
  return () => stillHere() || (entry !== undefined && entryNow() === entry);
}
