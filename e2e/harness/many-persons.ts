import { cli } from './cli.ts';

const GIVEN = ['Ada', 'Grace', 'Edsger', 'Barbara', 'Alan', 'Radia', 'Leslie', 'Margaret', 'Katherine'];
const FAMILY = ['Lovelace', 'Hopper', 'Dijkstra', 'Liskov', 'Turing', 'Perlman', 'Lamport', 'Hamilton'];

/** `count` commands that each create a person, as lines for the command line; ids count up from `first`. */
export function createLines(count: number, first = 0): string {
  const lines: string[] = [];
  for (let index = first; index < first + count; index += 1) {
    const number = String(index).padStart(12, '0');
    const given = GIVEN[index % GIVEN.length];
    const family = FAMILY[Math.floor(index / GIVEN.length) % FAMILY.length];
    const name = { givenNames: [given], familyNames: [`${family} ${index}`] };
    const personId = `0198c0de-0000-7000-8000-${number}`;
    lines.push(JSON.stringify({ type: 'CreatePerson', data: { personId, name } }));
  }
  return lines.join('\n');
}

/** Pours commands in over the command line; fails where one is refused. */
export async function pourIn(data: string, lines: string): Promise<void> {
  const { code, stderr } = await cli(['batch', '--data', data], lines);
  if (code !== 0) throw new Error(`batch ended with ${code}: ${stderr}`);
}
