import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { answerDialogs } from '../harness/answer-dialogs.ts';
import { cli } from '../harness/cli.ts';
import { invoke, submit } from '../harness/bridge.ts';
import { openConsole, temporaryFolders } from '../harness/launch.ts';
import { inspect } from '../harness/look.ts';
import { createLines, pourIn } from '../harness/many-persons.ts';
import { pretend, tell } from '../harness/pretend.ts';
import { aPerson, beginAs, form, goTo } from '../harness/steps.ts';

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

test('a backup is restored in the window: looked at first, refused where it is none, the former log kept', async () => {
  test.setTimeout(180_000);
  const folders = temporaryFolders();
  const backup = join(folders.folder, 'my.backup');
  const { page, app, reports, faults, close } = await openConsole(folders);
  await beginAs(page, 'Nadia Ferreira');
  const personId = await aPerson(page, 'Ana', 'Quispe');
  await answerDialogs(app, { saved: backup });
  await goTo(page, '/maintenance');
  await page.getByRole('button', { name: 'Back up…' }).click();
  await expect(page.getByRole('row', { name: /Backup of the log.*event/ })).toBeVisible();
  const name = { givenNames: ['Ana'], familyNames: ['Changed afterwards'] };
  await submit(page, 'UpdateName', { personId, name });
  await aPerson(page, 'Bo', 'Nkosi');
  await goTo(page, '/maintenance');

  const none = join(folders.folder, 'notes.txt');
  writeFileSync(none, 'no database '.repeat(1000));
  await pretend(app, { 'restore.choose': 'never' });
  await page.getByRole('button', { name: 'Restore…' }).click();
  const looking = form(page, 'Restore a backup');
  const progress = { done: 500_000_000, total: 2_000_000_000, perSecond: 100_000_000, secondsLeft: 15 };
  await tell(app, { name: 'restore.changed', payload: { step: 'copying', progress } });
  await expect(looking.getByText('Copying 2 GB: 25 %, 100 MB a second, 15 s left')).toBeVisible();
  await expect(looking.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '25');
  await inspect(page, 'restore-copying');
  await tell(app, { name: 'restore.changed', payload: { step: 'checking', progress } });
  await expect(looking.getByText('Checking the copy…')).toBeVisible();
  await looking.getByRole('button', { name: 'Cancel' }).click();
  await pretend(app, {});

  await answerDialogs(app, { opened: none });
  await page.getByRole('button', { name: 'Restore…' }).click();
  const refused = form(page, 'Nothing was restored');
  await expect(refused.getByRole('alert')).toContainText('not-a-database');
  await inspect(page, 'restore-refused');
  await answerDialogs(app, { opened: backup });
  await refused.getByRole('button', { name: 'Choose another file…' }).click();
  const question = form(page, 'Restore this backup?');
  await expect(question.getByRole('row', { name: /Events 1 3/ })).toBeVisible();
  await expect(question.getByRole('row', { name: /Persons 1 2/ })).toBeVisible();
  await inspect(page, 'restore-question');

  const busy = {
    code: 'restore-while-busy',
    kind: 'rejected',
    message: 'A piece of work is still under way. Wait for the end.',
  } as const;
  await pretend(app, { 'restore.begin': { ok: false, error: busy } });
  await question.getByRole('button', { name: 'Restore the backup' }).click();
  await expect(question.getByRole('alert')).toContainText('still under way');
  await inspect(page, 'restore-while-busy');
  await pretend(app, {});
  await question.getByRole('button', { name: 'Restore the backup' }).click();
  const done = form(page, 'The backup is restored');
  await expect(done.getByText('1 event of 1 person')).toBeVisible();
  await inspect(page, 'restore-done');
  const aside = (await done.getByText(/log-before-restore-.*\.db/).textContent()) ?? '';
  expect(existsSync(aside)).toBe(true);
  await done.getByRole('button', { name: 'Go on with it' }).click();

  await goTo(page, '/persons');
  await expect(page.getByText('1–1 of 1')).toBeVisible();
  await expect(page.getByText('Ana Quispe').first()).toBeVisible();
  await goTo(page, '/maintenance');
  await answerDialogs(app, { opened: aside });
  await page.getByRole('button', { name: 'Restore…' }).click();
  await expect(question.getByRole('row', { name: /Events 3 1/ })).toBeVisible();
  await question.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect([...reports, ...faults]).toEqual([]);
  await close();

  // Where the log can be read no longer, there is no page to go to: it is offered beside the reason.
  writeFileSync(join(folders.data, 'log.db'), 'this is no database '.repeat(500));
  const broken = await openConsole(folders);
  await expect(broken.page.getByText('not-a-database').first()).toBeVisible();
  await inspect(broken.page, 'restore-offered');
  await answerDialogs(broken.app, { opened: backup });
  await broken.page.getByRole('button', { name: 'Restore a backup…' }).click();
  const rescue = form(broken.page, 'Restore this backup?');
  await expect(rescue.getByRole('row', { name: 'Persons 1 Cannot be read' })).toBeVisible();
  await inspect(broken.page, 'restore-rescue');
  await rescue.getByRole('button', { name: 'Restore the backup' }).click();
  await form(broken.page, 'The backup is restored').getByRole('button', { name: 'Go on with it' }).click();
  await expect(broken.page.getByText('Ana Quispe').first()).toBeVisible();
  await broken.close();
  folders.remove();
});
