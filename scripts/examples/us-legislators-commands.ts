import { v5 as uuidv5 } from 'uuid';
import { type Fact, factsOf } from './us-legislators-facts.ts';
import type { Legislator } from './us-legislators-source.ts';

/** A namespace of this source: the same person and fact get the same ids on every run. */
const NAMESPACE = '5c1de1a8-6d4b-5c57-9a77-6f0f1f3f1a44';

export interface Command {
  readonly type: string;
  readonly commandId: string;
  readonly data: Readonly<Record<string, unknown>>;
}

export function personIdOf(id: string): string {
  return uuidv5(`person/${id}`, NAMESPACE);
}

/** The command that a component came from has an id that the table can find again. */
export function commandIdOf({ person, key }: Pick<Fact, 'person' | 'key'>): string {
  return uuidv5(`${person}/${key}`, NAMESPACE);
}

function nameOf({ name }: Legislator): Record<string, unknown> {
  return {
    givenNames: [name.first, ...(name.middle === undefined ? [] : [name.middle])],
    familyNames: [name.last],
    ...(name.suffix === undefined ? {} : { suffixes: [name.suffix] }),
    ...(name.nickname === undefined ? {} : { preferred: name.nickname }),
  };
}

function identity(legislator: Legislator): Command[] {
  const personId = personIdOf(legislator.id);
  const about = (type: string, data: Record<string, unknown>): Command => ({
    type,
    commandId: commandIdOf({ person: legislator.id, key: type }),
    data: { personId, ...data },
  });
  const official = legislator.name.official_full;
  return [
    about('CreatePerson', {
      name: nameOf(legislator),
      source: 'us-legislators',
      sourceSystem: 'bioguide',
      importId: legislator.id,
    }),
    about('SetBirthDate', { birthDate: legislator.bio.birthday }),
    about('LinkIdentity', { system: 'bioguide', identityId: legislator.id }),
    ...(official === undefined ? [] : [about('UpdateMetadata', { changes: { officialName: official } })]),
  ];
}

function component(fact: Fact): Command {
  const { componentType, data, custom } = fact;
  const content = { componentType, data, ...(custom === undefined ? {} : { custom }) };
  return {
    type: 'AddComponent',
    commandId: commandIdOf(fact),
    data: { personId: personIdOf(fact.person), ...content },
  };
}

/** All commands of one person, each fact once however often the source repeats it. */
export function toCommands(legislator: Legislator, lastStart: string): Command[] {
  const once = new Map(factsOf(legislator, lastStart).map((fact) => [fact.key, fact]));
  return [...identity(legislator), ...[...once.values()].map(component)];
}
