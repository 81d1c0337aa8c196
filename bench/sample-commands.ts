import { v7 as uuidv7 } from 'uuid';

export interface SampleCommand {
  readonly type: string;
  readonly data: Record<string, unknown>;
}

const GIVEN = [
  'Ada',
  'Grace',
  'Edsger',
  'Barbara',
  'Alan',
  'Radia',
  'Leslie',
  'Margaret',
  'Katherine',
  'Donald',
  'Frances',
  'Niklaus',
];
const FAMILY = [
  'Lovelace',
  'Hopper',
  'Dijkstra',
  'Liskov',
  'Turing',
  'Perlman',
  'Lamport',
  'Hamilton',
  'Johnson',
  'Knuth',
  'Allen',
  'Wirth',
];
const COMPANIES = [
  'Analytical Engines',
  'Difference Works',
  'Babbage & Co',
  'Northwind',
  'Contoso',
  'Fabrikam',
];
const SKILLS = ['Mathematics', 'Compilers', 'Networks', 'Databases', 'Typesetting', 'Navigation'];

function pick(list: readonly string[], index: number): string {
  return list[index % list.length] ?? '';
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

export function createPerson(personId: string, n: number): SampleCommand {
  const name = {
    givenNames: [pick(GIVEN, n)],
    familyNames: [`${pick(FAMILY, Math.floor(n / 12))}${n % 997}`],
  };
  return { type: 'CreatePerson', data: { personId, name, source: 'bench' } };
}

/** What happens to a person after they were created: some contact details first, then corrections. */
export function laterCommand(personId: string, n: number, round: number): SampleCommand {
  const data = (rest: Record<string, unknown>): Record<string, unknown> => ({ personId, ...rest });
  if (round === 1) {
    const birthDate = `${1940 + (n % 60)}-${twoDigits(1 + (n % 12))}-${twoDigits(1 + (n % 28))}`;
    return { type: 'SetBirthDate', data: data({ birthDate }) };
  }
  if (round === 2)
    return { type: 'AddEmail', data: data({ address: `person.${n}@example.org`, type: 'Work' }) };
  if (round === 3) {
    return {
      type: 'AddEmployment',
      data: data({ company: pick(COMPANIES, n), position: 'Engineer', current: true }),
    };
  }
  if (round === 4) return { type: 'AddSkill', data: data({ name: pick(SKILLS, n), proficiency: 'Expert' }) };
  const name = { givenNames: [pick(GIVEN, n + round)], familyNames: [`${pick(FAMILY, n)}${round}`] };
  return { type: 'UpdateName', data: data({ name, reason: 'Correction' }) };
}

/** `rounds` commands for each of `persons` persons, person after person within a round, as a busy log looks. */
export function* sampleCommands(persons: number, rounds: number): Generator<SampleCommand> {
  const ids = Array.from({ length: persons }, () => uuidv7());
  for (let round = 0; round < rounds; round += 1) {
    for (const [n, id] of ids.entries()) yield round === 0 ? createPerson(id, n) : laterCommand(id, n, round);
  }
}
