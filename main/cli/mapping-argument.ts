import { readFileSync, statSync } from 'node:fs';
import { failure } from '../../domain/contract/errors.ts';
import type { ProcedureOutput } from '../../domain/contract/procedures.ts';
import { answerOf } from './ask.ts';
import { parseJson } from './read-input.ts';
import type { Session } from './session-port.ts';

/** A folder may be called as a saved mapping is. What is no folder can be read as a file: a pipe of the shell, too. */
function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === false;
}

function textIn(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const message = `The mapping ${path} cannot be read (${(error as Error).message}). See to it that you may read it, or name another one.`;
    throw failure('wrong-use', 'mapping-unreadable', message);
  }
}

/** The mapping that is meant: a file, else a saved one of that name. Whether it is one, the console checks. */
export async function mappingOf(argument: string, engine: Session): Promise<unknown> {
  if (isFile(argument)) {
    return parseJson(textIn(argument).replace(/^\uFEFF/, ''), (why) => {
      const message = `The mapping ${argument} is not JSON (${why}). Mend the file, or begin one with --suggest.`;
      return failure('wrong-use', 'mapping-invalid', message);
    });
  }
  const { mappings } = await answerOf<ProcedureOutput<'import.mappings'>>(engine, 'import.mappings', {});
  const saved = mappings.find(({ name }) => name.toLowerCase() === argument.toLowerCase());
  if (saved !== undefined) return saved;
  const names = mappings.map(({ name }) => name).join(', ');
  const message =
    names === ''
      ? `There is no file ${JSON.stringify(argument)}, and no mapping is saved. Begin one with --suggest.`
      : `There is no file and no saved mapping ${JSON.stringify(argument)}. Saved are: ${names}. Take one of them, or begin one with --suggest.`;
  throw failure('wrong-use', 'mapping-unknown', message);
}
