import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { answerDialogs } from '../harness/answer-dialogs.ts';
import { cli } from '../harness/cli.ts';
import { invoke, submit } from '../harness/bridge.ts';
import { openConsole, temporaryFolders } from '../harness/launch.ts';
import { createLines, pourIn } from '../harness/many-persons.ts';
import { aPerson, beginAs, goTo } from '../harness/steps.ts';

test('a backup that is taken while commands pour in is restored, in order, as a folder of its own', async () => {
  test.setTimeout(90_000);
  const folders = temporaryFolders();
  const backup = join(folders.folder, 'my.backup');
  const first = await openConsole(folders);
  await beginAs(first.page, 'Nadia Ferreira');
  const personId = await aPerson(first.page, 'Ana', 'Quispe');
  const before = await invoke(first.page, 'console.info', {});
  await answerDialogs(first.app, { saved: backup });
  await goTo(first.page, '/maintenance');
  const pouring = pourIn(folders.data, createLines(5000));
  const events = async () => (await invoke(first.page, 'console.info', {})).events;
  await expect.poll(events, { intervals: [20] }).toBeGreaterThan(100);
  await first.page.getByRole('button', { name: 'Back up…' }).click();
  await expect(first.page.getByRole('row', { name: /Backup of the log.*events/ })).toBeVisible();
  await pouring;
  await submit(first.page, 'UpdateName', {
    personId,
    name: { givenNames: ['Ana'], familyNames: ['Changed afterwards'] },
  });
  await first.close();

  const restored = await cli(['restore', backup, '--data', folders.data]);
  expect(restored.code, restored.stderr).toBe(0);

  const second = await openConsole(folders);
  await goTo(second.page, `/persons/${personId}`);
  await expect(second.page.getByRole('heading', { level: 1, name: 'Ana Quispe' })).toBeVisible();
  const after = await invoke(second.page, 'console.info', {});
  expect(after.origin).not.toBe(before.origin);
  await goTo(second.page, '/maintenance');
  await second.page.getByRole('button', { name: 'Check now' }).click();
  await expect(second.page.getByRole('region', { name: 'Notices' })).toContainText(/In order: .* events/);
  expect([...first.faults, ...second.faults, ...second.reports]).toEqual([]);
  await second.close();
  folders.remove();
});
