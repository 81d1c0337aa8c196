import { existsSync, readFileSync } from 'node:fs';
import { failure } from '../../domain/contract/errors.ts';
import type { ProcedureOutput } from '../../domain/contract/procedures.ts';
import { answerOf } from './ask.ts';
import { parseJson } from './read-input.ts';
import type { Session } from './session-port.ts';

/** The mapping that is meant: a file, else a saved one of that name. Whether it is one, the console checks. */
export async function mappingOf(argument: string, engine: Session): Promise<unknown> {
  if (existsSync(argument)) {
    return parseJson(
      readFileSync(argument, 'utf8').replace(/^\uFEFF/, ''),
      'mapping-invalid',
      `The mapping ${argument} is not JSON`,
    );
  }
  const { mappings } = await answerOf<ProcedureOutput<'import.mappings'>>(engine, 'import.mappings', {});
  const saved = mappings.find(({ name }) => name.toLowerCase() === argument.toLowerCase());
  if (saved !== undefined) return saved;
  const names = mappings.map(({ name }) => name).join(', ');
  const known = names === '' ? 'None is saved' : `Saved are: ${names}`;
  const message = `There is no file and no saved mapping ${JSON.stringify(argument)}. ${known}. Begin one with --suggest.`;
  throw failure('wrong-use', 'mapping-unknown', message);
}
