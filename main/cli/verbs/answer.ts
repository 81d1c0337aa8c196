import type { Reply } from '../../../domain/contract/bridge.ts';
import { EXIT, type ExitCode, exitCodeOf, type Output } from '../output.ts';

/** Prints what a procedure answered, or its error, and says how it went. */
export async function printReply(output: Output, reply: Reply): Promise<ExitCode> {
  if (reply.ok) {
    await output.json(reply.value);
    return EXIT.done;
  }
  await output.json({ error: reply.error });
  output.words(reply.error.message);
  return exitCodeOf(reply.error);
}
