import { z } from 'zod';
import type { LegacyMode } from '../../domain/contract/legacy.ts';
import type { Push } from '../../domain/contract/pushes.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import { type ExistingPerson, personContext, type PersonState } from '../../domain/person/index.ts';
import { registry } from '../../domain/registry.ts';
import type { Engine } from '../engine/engine.ts';
import { foldStream } from '../engine/fold.ts';
import { createLegacyLog } from '../store/sqlite/legacy-log.ts';
import type { Store } from '../store/sqlite/open-store.ts';
import { readSetting, writeSetting } from '../store/sqlite/settings.ts';
import { translating } from '../store/sqlite/sqlite-errors.ts';
import { LegacyBridge, type LegacySettings } from '../sync/legacy/legacy-bridge.ts';
import type { NatsTarget } from '../sync/nats/connect.ts';
import { connectLegacy } from '../sync/nats/legacy-connection.ts';
import { PRODUCT } from './product.ts';

const modeSchema = z.enum(['off', 'on', 'read']);

/** Whether the bridge is wanted, kept beside the log. What cannot be read counts as no. */
function legacySettings({ logDb, folder }: Store): LegacySettings {
  return {
    read: () => modeSchema.safeParse(readSetting(logDb, 'legacy')).data ?? 'off',
    write: (mode: LegacyMode) => translating(folder.log, () => writeSetting(logDb, 'legacy', mode)),
  };
}

/** A person as an event of its stream left it; null where it was nobody by then. */
function personAt({ log }: Store, streamId: string, version: number): ExistingPerson | null {
  const head = log.streamHead(streamId);
  if (head === null) return null;
  const events = log.readStream(streamId, head).filter((event) => event.version <= version);
  const state = foldStream(registry, personContext, events).state as PersonState;
  return state.exists ? state : null;
}

export interface LegacyOptions {
  readonly engine: Engine;
  readonly store: Store;
  readonly clock: Clock;
  readonly onPush: (push: Push) => void;
  /** The servers of the link, to be reached under a name. */
  readonly target: (name: string) => Promise<NatsTarget>;
}

/** The bridge to the former system. */
export function createLegacyBridge(options: LegacyOptions): LegacyBridge {
  const { engine, store, clock, onPush } = options;
  return new LegacyBridge({
    settings: legacySettings(store),
    log: createLegacyLog(store.logDb, clock),
    sync: store.log.sync,
    origin: store.origin,
    clock,
    connect: async () => connectLegacy(await options.target(`${PRODUCT} ${store.origin} bridge`)),
    takeIn: (events, note) => engine.takeInFormer(events, note),
    submit: ({ actor, ...submission }) => engine.submit(submission, actor),
    personAt: (streamId, version) => personAt(store, streamId, version),
    onChange: (payload) => onPush({ name: 'legacy.changed', payload }),
  });
}
