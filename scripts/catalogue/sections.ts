import type { z } from 'zod';
import { type Procedure, procedures } from '../../domain/contract/procedures.ts';
import { pushes } from '../../domain/contract/pushes.ts';
import type { CommandDefinition } from '../../domain/kernel/command.ts';
import type { EventDefinition } from '../../domain/kernel/event.ts';
import type { ComponentTypeDefinition } from '../../domain/person/index.ts';
import type { CodeEntry } from './codes.ts';
import { exampleOf } from './examples.ts';
import { fieldTable } from './field-rows.ts';
import { jsonSchemaOf } from './json-schema.ts';
import { blocks, code, json, linkTo, table } from './markdown.ts';
import { samplePerson } from './sample-person.ts';
import { type FormerEvents, readsOf } from './versions.ts';

function inputTable(schema: z.ZodType): string {
  return fieldTable(jsonSchemaOf(schema, 'input'));
}

function outputTable(schema: z.ZodType): string {
  return fieldTable(jsonSchemaOf(schema, 'output'));
}

function index(head: string, rows: readonly (readonly [name: string, words: string])[]): string {
  return table(
    [head, ''],
    rows.map(([name, words]) => [linkTo(name), words]),
  );
}

function command({ type, title, description, schema }: CommandDefinition): string {
  return blocks([
    `### ${type}`,
    `${title}. ${description}`,
    inputTable(schema),
    json(exampleOf(type, schema)),
  ]);
}

export function commandSection(commands: readonly CommandDefinition[]): string {
  return blocks([
    '## Commands',
    index(
      'Command',
      commands.map(({ type, description }) => [type, description]),
    ),
    ...commands.map(command),
  ]);
}

function event(definition: EventDefinition, former: FormerEvents): string {
  const { type, schemaVersion, title, description, schema } = definition;
  const reads = readsOf(type, former);
  return blocks([
    `### ${type}`,
    `${title}. ${description}`,
    `Written as version ${schemaVersion}${reads === '' ? '' : `; read from ${reads}`}.`,
    outputTable(schema),
  ]);
}

export function eventSection(events: readonly EventDefinition[], former: FormerEvents): string {
  return blocks([
    '## Events',
    'What stands on the log. A stored event of an older version or a former name is lifted to today’s when it is read; history is never rewritten. A type or version that this program does not know is kept and shown, and changes nothing.',
    index(
      'Event',
      events.map(({ type, description }) => [type, description]),
    ),
    ...events.map((definition) => event(definition, former)),
    '### Former events',
    table(
      ['Stored as', 'Version', 'Read as'],
      [...former].map(([key, types]) => {
        const [name = '', version = ''] = key.split('@');
        return [code(name), version, types.map(code).join(' or ')];
      }),
    ),
  ]);
}

function component([type, definition]: readonly [string, ComponentTypeDefinition]): string {
  const { title, description, schema, example, single } = definition;
  return blocks([
    `### ${type}`,
    `${title}. ${description}${single === true ? ' A person has at most one.' : ''}`,
    inputTable(schema),
    json(example),
  ]);
}

export function componentSection(types: Readonly<Record<string, ComponentTypeDefinition>>): string {
  const entries = Object.entries(types);
  return blocks([
    '## Types of component',
    `The ${code('data')} of a component, by its type. Beside it every component has ${code('primary')}, ${code('verified')}, ${code('tags')} and ${code('custom')}.`,
    index(
      'Type',
      entries.map(([type, { description }]) => [type, description]),
    ),
    ...entries.map(component),
  ]);
}

const WHERE: Readonly<Record<Procedure['kind'], string>> = {
  query: 'Answered on a read-only connection.',
  engine: 'Answered by the engine.',
  jobs: 'Answered where long work goes on; needs a running console.',
  console: 'Answered by the window’s host, also while the engine does not run.',
};

function procedure([name, definition]: readonly [string, Procedure]): string {
  const { kind, title, views = [], input, output } = definition;
  const waits = views.length === 0 ? '' : ` Reads the views ${views.map(code).join(', ')}.`;
  return blocks([
    `### ${name}`,
    `${title}. ${WHERE[kind]}${waits}`,
    '**Input**',
    inputTable(input),
    json(exampleOf(name, input)),
    '**Output**',
    outputTable(output),
  ]);
}

export function procedureSection(): string {
  const entries = Object.entries<Procedure>(procedures);
  return blocks([
    '## Procedures',
    'What the window and the command line call. Lists are paged: hand `next` back as `after` (`before` for a timeline) until it is null. With `atLeast` a query answers only once its views have seen that position of the log, and fails at once where one of them has stopped before it.',
    index(
      'Procedure',
      entries.map(([name, { title }]) => [name, title]),
    ),
    ...entries.map(procedure),
  ]);
}

export function pushSection(): string {
  return blocks([
    '## Pushes',
    'What the engine tells the window without being asked.',
    ...Object.entries(pushes).map(([name, schema]) => blocks([`### ${name}`, outputTable(schema)])),
  ]);
}

export function shapeSection(shapes: Readonly<Record<string, z.ZodType>>): string {
  return blocks([
    '## Shapes',
    'Named once because several answers hold them.',
    '### Person',
    '`person` in the answer of `persons.get`: all that the events say. Components are listed in the order in which they were added; `lifecycle.status` is `active`, `suspended`, `archived`, `deceased` or `merged`, with `reason`, `since`, `dateOfDeath` or `into` where they apply.',
    json(samplePerson()),
    ...Object.entries(shapes).map(([name, schema]) => blocks([`### ${name}`, outputTable(schema)])),
  ]);
}

/** For messages that are put together where they are given. */
const IN_PARTICULAR = 'Says what is wrong in particular.';

export function codeSection(title: string, words: string, entries: readonly CodeEntry[]): string {
  return blocks([
    `## ${title}`,
    words,
    table(
      ['Code', 'Kind', 'Message'],
      entries.map(({ code: name, kind, messages }) => [
        code(name),
        kind,
        messages.join(' · ') || IN_PARTICULAR,
      ]),
    ),
  ]);
}
