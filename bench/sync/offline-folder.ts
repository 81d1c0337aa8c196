import { openBenchEngine, pour, viewsAtHead } from '../bench-engine.ts';
import { freshFolder } from '../folders.ts';
import { sampleCommands } from '../sample-commands.ts';
import { BARE_SUBJECTS, type BareMessage } from './bare-link.ts';

export const PERSONS = 10_000;
const ROUNDS_EACH = 3;
export const COMMITS = PERSONS * ROUNDS_EACH;

export interface Waiting {
  readonly folder: string;
  readonly messages: readonly BareMessage[];
}

/** A data folder with much to send, and the same as messages. */
export async function offlineFolder(): Promise<Waiting> {
  const folder = freshFolder('sync-offline');
  const engine = openBenchEngine(folder);
  await pour(engine, 256, sampleCommands(PERSONS, ROUNDS_EACH));
  await viewsAtHead(engine);
  const messages: BareMessage[] = [];
  for (let after = 0; ; ) {
    const page = engine.store.log.sync.outbox(after, 1000);
    for (const { streamId, text, commitId, number } of page) {
      messages.push({ subject: `${BARE_SUBJECTS}.${streamId}`, body: text, id: commitId });
      after = number;
    }
    if (page.length === 0) break;
  }
  await engine.close();
  return { folder, messages };
}
