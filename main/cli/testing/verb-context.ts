import { parseCliArguments } from '../arguments.ts';
import type { Output } from '../output.ts';
import type { Session } from '../session-port.ts';
import type { VerbContext } from '../verb.ts';

/** What a verb prints, kept. */
export function recordedOutput() {
  const [json, words]: [unknown[], string[]] = [[], []];
  const output: Output = {
    json: async (value) => void json.push(value),
    text: async () => undefined,
    words: (line) => void words.push(line),
    closed: () => null,
  };
  return { output, json, words };
}

/** A verb called like this, with an engine that answers as the session does, and nothing on standard input. */
export function verbContext(argv: readonly string[], session: Session, output: Output): VerbContext {
  return {
    arguments: parseCliArguments([...argv]),
    dataFolder: '/data',
    input: (async function* () {})(),
    output,
    session: async () => session,
    report: () => undefined,
    interruption: () => new AbortController().signal,
  };
}
