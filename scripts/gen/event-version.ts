import type { EventDefinition } from '../../domain/kernel/event.ts';
import { type Change, readSource, replaceOnce, withEntry, withImport } from './edits.ts';
import { type Fixture, fixtureChange, fixturePath, fixturesOf, manifestChange } from './fixtures.ts';
import { wordsOf } from './words.ts';

const UPCASTERS = 'domain/person/upcasters';
const EVENTS = 'domain/person/events.ts';

interface Step {
  readonly type: string;
  readonly from: number;
  /** `nameUpdatedV3` */
  readonly name: string;
  /** `name-updated-v3` */
  readonly file: string;
}

const upcaster = ({
  type,
  name,
  from,
}: Step): string => `import type { Upcaster } from '../../kernel/event.ts';
import { personEvents } from '../events.ts';

/** Null where the data lacks what today's needs: such an event is kept and shown, but not folded. */
export const ${name}: Upcaster = (event) => {
  const fits = personEvents.${type}.schema.safeParse(event.data).success;
  return fits ? { ...event, schemaVersion: ${from + 1} } : null;
};
`;

const spec = ({ type, from, name, file }: Step): string => `import { describe, expect, it } from 'vitest';
import fixture from '../../testing/fixtures/events/${type}.v${from}.json' with { type: 'json' };
import { ${name} } from './${file}.ts';

describe('${type} of version ${from}', () => {
  it('is lifted to version ${from + 1}', () => {
    expect(${name}(fixture.stored)).toEqual(fixture.today);
    expect.fail(
      '${type} ${from + 1} is like ${from} so far. Change its schema in ${EVENTS}, lift the old data in ${UPCASTERS}/${file}.ts, ' +
        'write what it is read as into \`today\` of the fixtures ${type}.* (never into \`stored\`), run ' +
        '\`npm run gen -- manifest\`, and take these words out.',
    );
  });
});
`;

/** The fixtures with today's version: \`stored\` stays, \`today\` is what it will be read as. */
function movedFixtures(root: string, type: string, version: number): readonly Change[] {
  const moved = [...fixturesOf(root, type)].map(([path, fixture]): readonly [string, Fixture] => [
    path,
    { ...fixture, today: { ...fixture.today, schemaVersion: version } },
  ]);
  const current = moved.find(([path]) => path === fixturePath(type, version - 1))?.[1];
  const fresh = current === undefined ? [] : [current.today];
  return [
    ...moved.map(([path, fixture]) => fixtureChange(path, fixture)),
    ...fresh.map((event) => fixtureChange(fixturePath(type, version), { stored: event, today: event })),
  ];
}

/** The next version of an event: definition, a step for the upcasters, fixtures, a spec that says what to fill in. */
export function planEventVersion(root: string, definition: EventDefinition): readonly Change[] {
  const { type, schemaVersion: from } = definition;
  const { camel, kebab } = wordsOf(type);
  const step: Step = { type, from, name: `${camel}V${from}`, file: `${kebab}-v${from}` };
  const raised = replaceOnce(
    readSource(root, EVENTS),
    new RegExp(`type: '${type}',\\n    schemaVersion: ${from},`),
    `type: '${type}',\n    schemaVersion: ${from + 1},`,
    EVENTS,
  );
  const chain = 'domain/person/upcasters.ts';
  const chained = withEntry(
    withImport(readSource(root, chain), `import { ${step.name} } from './upcasters/${step.file}.ts';`),
    /export const personUpcasters: UpcasterChain = \{/,
    `  '${type}@${from}': ${step.name},`,
    chain,
  );
  const fixtures = movedFixtures(root, type, from + 1);
  return [
    { path: EVENTS, content: raised },
    { path: `${UPCASTERS}/${step.file}.ts`, content: upcaster(step) },
    { path: `${UPCASTERS}/${step.file}.spec.ts`, content: spec(step) },
    { path: chain, content: chained },
    ...fixtures,
    manifestChange(root, fixtures),
  ];
}
