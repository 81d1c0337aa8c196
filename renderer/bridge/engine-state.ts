import { create } from 'zustand';
import type { PushPayload } from '../../domain/contract/pushes.ts';
import { call } from './client.ts';

/** As last pushed. A window that got an answer at all has a running engine behind it. */
export const useEngineState = create<PushPayload<'engine.state'>>()(() => ({
  state: 'running',
  error: null,
}));

/** Starts an engine that failed; one that runs is left alone. What follows is pushed. */
export async function restartEngine(): Promise<void> {
  useEngineState.setState(await call('engine.restart', {}));
}
