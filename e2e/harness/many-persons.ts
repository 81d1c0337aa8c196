import { constants, cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { cli } from './cli.ts';
import { root } from './runtime.ts';

/** So many are in the folder that is made once for a run; so many of them, the first, work at Harbour Logistics. */
export const PERSONS = 100_000;
export const EMPLOYED = 20_000;
/** One event made each of them, and one employed who is employed. */
export const EVENTS = PERSONS + EMPLOYED;

const GIVEN = ['Ada', 'Grace', 'Edsger', 'Barbara', 'Alan', 'Radia', 'Leslie', 'Margaret', 'Katherine'];
const FAMILY = ['Lovelace', 'Hopper', 'Dijkstra', 'Liskov', 'Turing', 'Perlman', 'Lamport', 'Hamilton'];

/** The id of the person with this number among those that were poured in. */
export function numberedId(index: number): string {
  return `0198c0de-0000-7000-8000-${String(index).padStart(12, '0')}`;
}

function lines(count: number, first: number, command: (index: number) => object): string {
  return Array.from({ length: count }, (_, index) => JSON.stringify(command(first + index))).join('\n');
}

/** `count` commands that each create a person, as lines for the command line; ids count up from `first`. */
export function createLines(count: number, first = 0): string {
  return lines(count, first, (index) => {
    const given = GIVEN[index % GIVEN.length];
    const family = FAMILY[Math.floor(index / GIVEN.length) % FAMILY.length];
    const name = { givenNames: [given], familyNames: [`${family} ${index}`] };
    return { type: 'CreatePerson', data: { personId: numberedId(index), name } };
  });
}

/** Commands that employ `count` of these persons, from `first` on, each at the same company. */
export function employLines(company: string, count: number, first = 0): string {
  const data = { company, position: 'Planner', current: true };
  return lines(count, first, (index) => ({
    type: 'AddComponent',
    data: { personId: numberedId(index), componentType: 'Employment', data },
  }));
}

/** Pours commands in over the command line; fails where one is refused. */
export async function pourIn(data: string, commands: string): Promise<void> {
  const { code, stderr } = await cli(['batch', '--data', data], commands);
  if (code !== 0) throw new Error(`batch ended with ${code}: ${stderr}`);
}

const made = join(root, 'artifacts', 'many-persons');

/** Makes the folder that every journey among many persons begins with a copy of. */
export async function makeManyPersons(): Promise<void> {
  forgetManyPersons();
  await pourIn(made, createLines(PERSONS));
  await pourIn(made, employLines('Harbour Logistics', EMPLOYED));
}

/** Puts a copy of that folder there: whoever changes, kills or restores it does so for themselves alone. */
export function copyManyPersons(data: string): void {
  cpSync(made, data, { recursive: true, mode: constants.COPYFILE_FICLONE });
}

export function forgetManyPersons(): void {
  rmSync(made, { recursive: true, force: true, maxRetries: 3 });
}
