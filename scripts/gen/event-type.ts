import { NOW, record, uuidOf } from '../../domain/testing/recorded.ts';
import { type Change, readSource, withEntry } from './edits.ts';
import { fixtureChange, fixturePath, manifestChange } from './fixtures.ts';
import { type Words, wordsOf } from './words.ts';

const EVENTS = 'domain/person/events.ts';
const EVOLVE = 'domain/person/evolve.ts';
const PATHS = 'domain/person/paths.ts';

const definition = ({ pascal, title }: Words): string => `  ${pascal}: defineEvent({
    type: '${pascal}',
    schemaVersion: 1,
    title: '${title}',
    description: '${title}.',
    schema: z.object({}),
  }),`;

const spec = ({ pascal, title }: Words): string => `import { describe, expect, it } from 'vitest';
import { foldPerson } from '../testing/given.ts';
import { created } from '../testing/persons.ts';

describe('${title}', () => {
  it('becomes part of the person', () => {
    expect(foldPerson([created(), { type: '${pascal}', data: {} }])).toMatchObject({ version: 2 });
    expect.fail(
      '${pascal} says and changes nothing yet. Give it fields and words in ${EVENTS}, fold it in ${EVOLVE}, ' +
        'name the places it changes in ${PATHS}, write real data into its fixture, run \`npm run gen -- manifest\`, ' +
        'and say here what becomes of the person.',
    );
  });
});
`;

function fixture(root: string, { pascal }: Words): Change {
  const stamp = { version: 200, commandId: uuidOf(0xc, 200), timestamp: NOW };
  const { metadata } = record({ type: pascal, data: {} }, stamp);
  const event = {
    streamId: `person-${uuidOf(1, 1)}`,
    version: stamp.version,
    type: pascal,
    schemaVersion: 1,
    data: {},
    metadata,
  };
  return fixtureChange(fixturePath(pascal, 1), { stored: event, today: event });
}

/** An event that there was not before: definition, fold, places, fixture, a spec that says what to fill in. */
export function planEventType(root: string, name: string): readonly Change[] {
  const words = wordsOf(name);
  const entry = (path: string, opening: RegExp, line: string): Change => ({
    path,
    content: withEntry(readSource(root, path), opening, line, path),
  });
  const frozen = fixture(root, words);
  return [
    entry(EVENTS, /export const personEvents = \{/, definition(words)),
    entry(EVOLVE, /const folds: .* = \{/, `  ${name}: () => ({}),`),
    entry(PATHS, /const places: \{[\s\S]*?\} = \{/, `  ${name}: () => [],`),
    { path: `domain/person/${words.kebab}.spec.ts`, content: spec(words) },
    frozen,
    manifestChange(root, [frozen]),
  ];
}
