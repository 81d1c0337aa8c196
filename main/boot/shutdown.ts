export interface ShutdownOptions {
  /** Closes what must be closed before the process may end. */
  readonly stop: () => Promise<void>;
  readonly limitMs: number;
  /** Called once. `clean` is false when `stop` failed or took longer than the limit. */
  readonly done: (clean: boolean) => void;
}

export interface Shutdown {
  readonly begin: () => void;
  readonly isDone: () => boolean;
}

/** Ends in bounded time, however often it is begun. The log survives an unclean end: it is then as after a crash. */
export function createShutdown(options: ShutdownOptions): Shutdown {
  let state: 'idle' | 'stopping' | 'done' = 'idle';
  const finish = (clean: boolean): void => {
    if (state === 'done') return;
    state = 'done';
    options.done(clean);
  };
  return {
    begin: () => {
      if (state !== 'idle') return;
      state = 'stopping';
      const timer = setTimeout(() => finish(false), options.limitMs);
      options
        .stop()
        .then(
          () => finish(true),
          () => finish(false),
        )
        .finally(() => clearTimeout(timer));
    },
    isDone: () => state === 'done',
  };
}
