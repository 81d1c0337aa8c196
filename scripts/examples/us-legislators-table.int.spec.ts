import { describe, expect, it } from 'vitest';
import { runInProcess } from '../../main/cli/testing/cli-in-process.ts';
import { tempFolder } from '../../main/testing/temp-folder.ts';
import { invented } from './testing/invented-legislators.ts';
import { type Command, toCommands } from './us-legislators-commands.ts';
import type { Legislator } from './us-legislators-source.ts';
import { type Compared, tableOf } from './us-legislators-table.ts';

const commands = invented.flatMap((legislator) => toCommands(legislator, ''));

function textsOf(values: readonly unknown[]): string[] {
  return values.map((value) => JSON.stringify(value));
}

/** Sends commands as the example does, and reads back what the console has. */
async function sent(sending: readonly Command[]): Promise<Compared> {
  const folder = tempFolder();
  const batch = await runInProcess(['batch', '--data', folder], textsOf(sending).join('\n'));
  const exported = await runInProcess(['export', '--data', folder]);
  return { legislators: invented, outcomes: textsOf(batch.json), events: textsOf(exported.json) };
}

function cellsOf(lines: readonly string[], kind: string): number[] {
  const line = lines.find((each) => each.startsWith(kind)) ?? '';
  return line.trim().split(/\s+/).slice(-4).map(Number);
}

describe('the table of what the source says against what the console has', () => {
  it('adds up where everything was taken', async () => {
    const { lines, faults } = tableOf(await sent(commands));
    expect(faults).toEqual([]);
    expect(cellsOf(lines, 'Term of office')).toEqual([2, 0, 2, 0]);
    expect(cellsOf(lines, 'Telephone of a term')).toEqual([2, 1, 1, 0]);
    expect(cellsOf(lines, 'All')).toEqual([21, 3, 18, 0]);
  });

  it('counts as refused what an outcome refuses, and adds up', async () => {
    const isTerm = ({ data }: Command): boolean => data['componentType'] === 'Employment';
    const broken = commands.map((command) =>
      isTerm(command) ? { ...command, data: { ...command.data, data: { company: 7 } } } : command,
    );
    const { lines, faults } = tableOf(await sent(broken));
    expect(faults).toEqual([]);
    expect(cellsOf(lines, 'Term of office')).toEqual([2, 0, 0, 2]);
  });

  it('does not add up where a command was never sent', async () => {
    const { faults } = tableOf(await sent(commands.slice(0, -1)));
    expect(faults).toHaveLength(1);
  });

  it('does not add up where an outcome says accepted and the console has nothing', async () => {
    const compared = await sent(commands);
    const events = compared.events.filter((event) => !event.includes('"Employment"'));
    expect(tableOf({ ...compared, events }).faults).toEqual([
      'Term of office: the source says it 2 times, but 0 repeated, 0 in the console and 0 refused make 0.',
    ]);
  });

  it('does not add up where the console has more about these persons than the source says', async () => {
    const compared = await sent([
      ...commands,
      ...commands
        .slice(-1)
        .map((command) => ({ ...command, commandId: '5c1de1a8-6d4b-5c57-9a77-6f0f1f3f1a45' })),
    ]);
    expect(tableOf(compared).faults).toHaveLength(1);
  });

  it('does not add up where two that the source tells apart became one', async () => {
    const [first, ...others] = invented as [Legislator, ...Legislator[]];
    const [term] = first.terms.slice(0, 1);
    const twice = { ...first, terms: [...first.terms, ...(term === undefined ? [] : [term])] };
    const compared = await sent(commands);
    expect(tableOf({ ...compared, legislators: [twice, ...others] }).faults).toEqual([
      'Term of office: 1 were taken for repeats, but each is said once.',
    ]);
  });
});
