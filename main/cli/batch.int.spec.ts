import { describe, expect, it } from 'vitest';
import type { Outcome, Submission } from '../../domain/contract/commands.ts';
import { commandIdOf, createPerson, personIdOf, rename } from '../testing/submissions.ts';
import { tempFolder } from '../testing/temp-folder.ts';
import { EXIT } from './output.ts';
import { type CliRun, liveInput, runInProcess } from './testing/cli-in-process.ts';

function linesOf(commands: readonly Submission[]): string {
  return commands.map((command) => `${JSON.stringify(command)}\n`).join('');
}

function batch(input: string | Buffer, folder = tempFolder()): Promise<CliRun> {
  return runInProcess(['batch', '--data', folder], input);
}

function outcomes({ json }: CliRun): Outcome[] {
  return json as Outcome[];
}

function codes(run: CliRun): (string | undefined)[] {
  return outcomes(run).map(({ code }) => code);
}

describe('batch', () => {
  it('carries out one command per line, in order, and prints their outcomes in the same order', async () => {
    const people = Array.from({ length: 700 }, (_, index) => createPerson(1 + (index % 350)));
    const commands = people.map((command, index) => ({ ...command, commandId: commandIdOf(index + 1) }));
    const run = await batch(linesOf(commands));
    expect(outcomes(run).map(({ commandId }) => commandId)).toEqual(
      commands.map(({ commandId }) => commandId),
    );
    expect(outcomes(run).map(({ status }) => status)).toEqual(
      commands.map((_, index) => (index < 350 ? 'accepted' : 'rejected')),
    );
    expect(run).toMatchObject({ code: EXIT.refused, words: '350 accepted, 350 of 700 refused\n' });
  });

  it('ends well where nothing was refused, nor anything asked', async () => {
    expect(await batch(linesOf([createPerson(1), rename(1, 'Augusta King')]))).toMatchObject({
      code: EXIT.done,
      json: [{ version: 1 }, { version: 2 }],
      words: '2 accepted, 0 of 2 refused\n',
    });
    expect(await batch('')).toMatchObject({ code: EXIT.done, json: [] });
  });

  it('goes on after a line that is refused, however wrong it is', async () => {
    const wrong = [
      ['nonsense', 'line-not-json'],
      ['{"type": "CreatePerson"', 'line-not-json'],
      ['null', 'input-invalid'],
      ['42', 'input-invalid'],
      ['"CreatePerson"', 'input-invalid'],
      ['[]', 'input-invalid'],
      ['{}', 'input-invalid'],
      ['{"type": "Destroy", "data": {}}', 'command-unknown'],
      ['{"type": "CreatePerson", "data": {}}', 'command-invalid'],
      ['{"type": "CreatePerson", "data": {}, "force": true}', 'input-invalid'],
      ['{"type": "CreatePerson", "data": {}, "commandId": 7}', 'input-invalid'],
      ['{"type": "CreatePerson", "data": {}, "commandId": "7"}', 'input-invalid'],
      ['{"__proto__": {"polluted": 1}, "type": "CreatePerson", "data": {}}', 'payload-unsafe-key'],
      [`${'['.repeat(200)}${']'.repeat(200)}`, 'payload-too-deep'],
    ] as const;
    const input = wrong.map(([line]) => `${line}\n`).join('') + linesOf([createPerson(1)]);
    const run = await batch(input);
    expect(run).toMatchObject({ code: EXIT.refused, reported: [] });
    expect(codes(run)).toEqual([...wrong.map(([, code]) => code), undefined]);
    for (const outcome of outcomes(run)) expect(outcome.commandId).not.toBe('');
  });

  it('refuses a line that is not UTF-8 rather than change a name', async () => {
    const latin1 = Buffer.from(linesOf([createPerson(1, 'Jürg Müller')]), 'latin1');
    expect(codes(await batch(Buffer.concat([latin1, Buffer.from(linesOf([createPerson(2)]))])))).toEqual([
      'input-not-utf8',
      undefined,
    ]);
  });

  it('passes over blank lines, byte order marks and carriage returns', async () => {
    const lines = [createPerson(1), createPerson(2), createPerson(3)].map((each) => JSON.stringify(each));
    const run = await batch(`\uFEFF${lines[0]}\r\n\r\n   \n${lines[1]}\n\uFEFF\n${lines[2]}`);
    expect(run).toMatchObject({ code: EXIT.done });
    expect(run.json).toHaveLength(3);
  });

  it('takes the last of keys that are there twice, as JSON does', async () => {
    const [one, two] = [createPerson(1), createPerson(2)].map(({ data }) => JSON.stringify(data));
    const run = await batch(`{"type": "CreatePerson", "data": ${one}, "data": ${two}}`);
    expect(outcomes(run)).toMatchObject([{ streamId: `person-${personIdOf(2)}` }]);
  });

  it('prints an outcome as soon as it is durable, without waiting for further lines', async () => {
    const input = liveInput();
    const answered: Outcome[] = [];
    const heard = new Map<number, () => void>();
    const outcomeNumber = (number: number): Promise<void> =>
      new Promise((resolve) => {
        heard.set(number, resolve);
      });
    const running = runInProcess(['batch', '--data', tempFolder()], input, {
      onLine: (line) => {
        answered.push(JSON.parse(line) as Outcome);
        heard.get(answered.length)?.();
      },
    });
    for (const number of [1, 2, 3]) {
      const printed = outcomeNumber(number);
      input.write(linesOf([createPerson(number)]));
      await printed;
    }
    input.end();
    expect(await running).toMatchObject({ code: EXIT.done, words: '3 accepted, 0 of 3 refused\n' });
  });

  it('finishes what it has read when it is to stop, and reads no further', async () => {
    const input = liveInput();
    const stop = new AbortController();
    input.write(`${linesOf([createPerson(1), createPerson(2)])}{"type": "CreateP`);
    const running = runInProcess(['batch', '--data', tempFolder()], input, {
      signal: stop.signal,
      onLine: () => stop.abort(),
    });
    const run = await running;
    expect(run).toMatchObject({ code: EXIT.done, reported: [] });
    expect(run.json).toHaveLength(2);
    expect(run.words).toContain('no further line was read: 2 accepted, 0 of 2 refused');
  });

  it('stops reading where nobody reads the outcomes, and tells so by its exit code', async () => {
    const folder = tempFolder();
    const input = linesOf(Array.from({ length: 2000 }, (_, index) => createPerson(index + 1)));
    const run = await runInProcess(['batch', '--data', folder], input, { readLines: 1 });
    expect(run).toMatchObject({ code: EXIT.refused, reported: [] });
    expect(run.words).toMatch(/Nobody reads the outcomes any more.* \d+ accepted, 0 of \d+ refused/);
    const accepted = Number(/(\d+) accepted/.exec(run.words)?.[1]);
    expect(accepted).toBeLessThan(2000);
    const kept = await runInProcess(['query', 'persons.counts', '--data', folder]);
    expect(kept.json).toMatchObject([{ persons: { active: accepted } }]);
  });
});
