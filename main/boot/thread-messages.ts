import type { Reply } from '../../domain/contract/bridge.ts';
import type { ConsoleError } from '../../domain/contract/errors.ts';
import type { Push } from '../../domain/contract/pushes.ts';

/** Beside the procedures, the engine's thread answers this one, once the views are there. */
export const VIEWS_AT_LEAST = 'thread:views-at-least';

/** And this one: the machine has slept. */
export const MACHINE_AWOKE = 'thread:machine-awoke';

/** The thread that restores answers these two. */
export const STAGE_BACKUP = 'thread:stage-backup';
export const PLACE_BACKUP = 'thread:place-backup';

export interface ViewsAtLeast {
  readonly position: number;
  /** Null: all of them. */
  readonly views: readonly string[] | null;
}

/** What a thread is started with. `nativeBinding`: path of the SQLite binding where the packaged one does not fit. */
export interface ThreadStart {
  readonly dataFolder: string;
  readonly runtime: string;
  readonly productVersion: string;
  readonly nativeBinding?: string;
}

export type ToThread =
  | { readonly kind: 'call'; readonly id: number; readonly name: string; readonly input: unknown }
  | { readonly kind: 'answer'; readonly id: number; readonly reply: Reply }
  | { readonly kind: 'stop' };

/** `failed`: the thread could not open what it serves, and ends. */
export type FromThread =
  | { readonly kind: 'ready' }
  | { readonly kind: 'failed'; readonly error: ConsoleError }
  /** A call in the other direction: for the engine. */
  | { readonly kind: 'ask'; readonly id: number; readonly name: string; readonly input: unknown }
  | { readonly kind: 'reply'; readonly id: number; readonly reply: Reply }
  | { readonly kind: 'push'; readonly push: Push };
