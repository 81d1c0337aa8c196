import { create } from 'zustand';
import type { CommandUpdate } from '../../domain/contract/commands.ts';

export type Stage = CommandUpdate['stage'];

export interface Progress {
  readonly stages: readonly Stage[];
  readonly stalledBy: CommandUpdate['error'] | undefined;
}

interface ProgressStore {
  readonly commands: Readonly<Record<string, Progress>>;
  readonly receive: (update: CommandUpdate) => void;
}

/** Enough for every command whose way is still on screen. */
const MOST = 200;
const nothing: Progress = { stages: [], stalledBy: undefined };

function withStage(before: Progress, update: CommandUpdate): Progress {
  const stages = before.stages.includes(update.stage) ? before.stages : [...before.stages, update.stage];
  return { stages, stalledBy: update.error ?? before.stalledBy };
}

/** The way of each command, as the engine tells it. */
export const useCommandProgress = create<ProgressStore>()((set) => ({
  commands: {},
  receive: (update) =>
    set(({ commands }) => {
      const entries = Object.entries(commands).slice(-MOST);
      const progress = withStage(commands[update.commandId] ?? nothing, update);
      return { commands: { ...Object.fromEntries(entries), [update.commandId]: progress } };
    }),
}));

export function useProgress(commandId: string | undefined): Progress {
  return useCommandProgress((store) =>
    commandId === undefined ? nothing : (store.commands[commandId] ?? nothing),
  );
}
