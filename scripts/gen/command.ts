import { registry } from '../../domain/registry.ts';
import { type Change, GenError, readSource, withEntry, withImport } from './edits.ts';
import { type Words, wordsOf } from './words.ts';

const COMMANDS = 'domain/person/commands';
const DECIDE = 'domain/person/decide';

const definition = ({ pascal, camel, title }: Words): string => `import { z } from 'zod';
import { defineCommand } from '../../kernel/command.ts';
import { person } from './fields.ts';

export const ${camel}Command = {
  ${pascal}: defineCommand({
    category: 'person',
    target: (data) => data.personId,
    type: '${pascal}',
    title: '${title}',
    description: '${title}.',
    schema: z.strictObject({ ...person }),
    writes: () => [],
  }),
} as const;
`;

const handler = ({ pascal, camel }: Words): string => `import { accept } from '../../kernel/outcome.ts';
import { whileActive } from './handler.ts';

export const ${camel} = whileActive<'${pascal}'>(() => accept());
`;

const spec = ({ pascal, kebab, title }: Words): string => `import { describe, expect, it } from 'vitest';
import { ADA, given } from '../../testing/given.ts';
import { created } from '../../testing/persons.ts';

describe('${title}', () => {
  it('is refused where there is no such person', () => {
    given().when('${pascal}', { personId: ADA }).thenRefused('person-missing');
  });

  it('yields what follows from it', () => {
    given(created()).when('${pascal}', { personId: ADA }).thenNothing();
    expect.fail(
      '${pascal} decides nothing yet. Give it fields, words and the paths it writes in ${COMMANDS}/${kebab}.ts, ' +
        'decide it in ${DECIDE}/${kebab}.ts, and say here which events follow and when it is refused.',
    );
  });
});
`;

/** A command of its own: definition, handler and a spec that says what to fill in. */
export function planCommand(root: string, name: string): readonly Change[] {
  const words = wordsOf(name);
  if (registry.commands.has(name)) throw new GenError(`There is a command ${name} already.`);
  const { pascal, camel, kebab } = words;
  const [index, decide] = [`${COMMANDS}/index.ts`, 'domain/person/decide.ts'];
  const listed = withEntry(
    withImport(readSource(root, index), `import { ${camel}Command } from './${kebab}.ts';`),
    /export const personCommands = \{/,
    `  ...${camel}Command,`,
    index,
  );
  const decided = withEntry(
    withImport(readSource(root, decide), `import { ${camel} } from './decide/${kebab}.ts';`),
    /const handlers: .* = \{/,
    `  ${pascal}: ${camel},`,
    decide,
  );
  return [
    { path: `${COMMANDS}/${kebab}.ts`, content: definition(words) },
    { path: `${DECIDE}/${kebab}.ts`, content: handler(words) },
    { path: `${DECIDE}/${kebab}.spec.ts`, content: spec(words) },
    { path: index, content: listed },
    { path: decide, content: decided },
  ];
}
