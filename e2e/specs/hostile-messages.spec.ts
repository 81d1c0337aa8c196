import { expect, test } from '@playwright/test';
import { type Procedure, procedures } from '../../domain/contract/procedures.ts';
import { invoke, invokeRaw } from '../harness/bridge.ts';
import { type OpenConsole, openConsole, temporaryFolders } from '../harness/launch.ts';
import { beginAs } from '../harness/steps.ts';

const folders = temporaryFolders();
let open: OpenConsole;

test.beforeAll(async () => {
  open = await openConsole(folders);
  await beginAs(open.page, 'Nadia Ferreira');
  // Nobody is there to close the system's own dialog.
  await open.app.evaluate(({ dialog }) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: true, filePaths: [] });
  });
});
test.afterEach(async () => {
  expect(await invoke(open.page, 'engine.status', {})).toEqual({ state: 'running', error: null });
  expect(open.page.url()).toMatch(/^app:\/\/console\//);
  // Whatever was tried was refused in words: nothing went wrong inside.
  expect(open.reports).toEqual([]);
});
test.afterAll(async () => {
  await open.close();
  folders.remove();
});

test('subscribers get the push alone, never the event that carries the channel', async () => {
  const received = await open.page.evaluate(async () => {
    const calls: unknown[][] = [];
    let stop = (): void => undefined;
    await new Promise<void>((resolve) => {
      stop = window.personConsole.subscribe((...values: unknown[]) => {
        calls.push(values);
        resolve();
      });
      void window.personConsole.invoke('operator.set', { name: 'Nadia Ferreira' });
    });
    stop();
    return calls.map((values) => [
      values.length,
      Object.keys(values[0] as object)
        .sort()
        .join(),
    ]);
  });
  for (const call of received) expect(call).toEqual([1, 'name,payload']);
});

const hostile: readonly [string, unknown, unknown, string][] = [
  ['an unknown procedure', 'persons.drop', {}, 'procedure-unknown'],
  ['a property of every object as procedure', 'constructor', {}, 'procedure-unknown'],
  ['an object as procedure', { toString: 'persons.list' }, {}, 'procedure-unknown'],
  ['input of the wrong type', 'persons.list', 'all of them', 'input-invalid'],
  ['input with keys that nobody asked for', 'persons.list', { where: '1=1' }, 'input-invalid'],
  ['a number where words belong', 'persons.search', { text: 7 }, 'input-invalid'],
  ['a file that is to be written', 'log.backup', { file: '/tmp/person-console.db' }, 'procedure-unknown'],
  ['a path that is none', 'persons.get', { personId: '../../etc/passwd' }, 'input-invalid'],
  ['a limit beyond reason', 'log.page', { limit: 1e9 }, 'input-invalid'],
];
for (const [what, procedure, input, code] of hostile) {
  test(`refuses ${what}`, async () => {
    expect(await invokeRaw(open.page, procedure, input)).toMatchObject({
      ok: false,
      error: { code, kind: 'wrong-use' },
    });
  });
}

test('nothing that is sent reaches the prototype of all objects', async () => {
  const reply = await open.page.evaluate(() => {
    const data: unknown = JSON.parse(
      '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}',
    );
    return window.personConsole.invoke('commands.submit', { type: 'CreatePerson', data });
  });
  expect(reply).toMatchObject({ ok: false, error: { code: 'payload-unsafe-key' } });
  const polluted = await open.app.evaluate(() => ({})['polluted' as never] as unknown);
  expect(polluted).toBeUndefined();
});

test('a payload of 10 MB is refused in words, one of 20 MB before it reaches the engine', async () => {
  const sendText = (megabytes: number): Promise<unknown> =>
    open.page.evaluate(
      (size) =>
        window.personConsole.invoke('commands.submit', {
          type: 'CreatePerson',
          data: { personId: crypto.randomUUID(), name: { givenNames: ['x'.repeat(size * 1024 * 1024)] } },
        }),
      megabytes,
    );
  expect(await sendText(10)).toMatchObject({
    ok: false,
    error: { code: 'command-invalid', kind: 'wrong-use' },
  });
  expect(await sendText(20)).toMatchObject({ ok: false, error: { code: 'payload-too-large' } });
});

const nonsense: readonly unknown[] = [
  null,
  undefined,
  0,
  '',
  'x',
  [],
  [[]],
  { a: 1 },
  { limit: -1 },
  { text: '\u0000' },
  new Date(0),
];
for (const [name, { output }] of Object.entries<Procedure>(procedures)) {
  test(`${name} answers every kind of nonsense in the shape of the contract or with a coded refusal`, async () => {
    for (const input of nonsense) {
      const reply = await invokeRaw(open.page, name, input);
      if (reply.ok) expect(output.safeParse(reply.value).error).toBeUndefined();
      else expect(reply.error).toMatchObject({ code: expect.stringMatching(/^[a-z-]+$/), kind: 'wrong-use' });
    }
  });
}
