import { create } from 'zustand';
import type { PushPayload } from '../../domain/contract/pushes.ts';
import { call } from './client.ts';

/** As last pushed; running until the first answer says otherwise. */
export const useEngineState = create<PushPayload<'engine.state'>>()(() => ({
  state: 'running',
  error: null,
}));

/**
 * Asks how the engine is: a page that is loaded again has missed what was pushed before. What is pushed meanwhile is newer
 * than the answer.
 */
export async function askEngineState(): Promise<void> {
  const before = useEngineState.getState();
  const now = await call('engine.status', {});
  if (useEngineState.getState() === before) useEngineState.setState(now);
}

/** Starts an engine that failed; one that runs is left alone. What follows is pushed. */
export async function restartEngine(): Promise<void> {
  useEngineState.setState(await call('engine.restart', {}));
}
