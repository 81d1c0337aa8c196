import { expect, test } from '@playwright/test';
import { cli } from '../harness/cli.ts';
import { openConsole, temporaryFolders } from '../harness/launch.ts';
import { beginAs } from '../harness/steps.ts';

const folders = temporaryFolders();
test.afterAll(() => folders.remove());

test('the command line works through the running console, and the window shows it at once', async () => {
  const { page, close } = await openConsole(folders);
  await beginAs(page, 'Nadia Ferreira');
  const command = {
    personId: crypto.randomUUID(),
    name: { givenNames: ['Oluwaseun'], familyNames: ['Adeyemi'] },
  };
  const result = await cli(['exec', 'CreatePerson', '--data', folders.data], JSON.stringify(command));
  expect({ ...result, stdout: JSON.parse(result.stdout || 'null') as unknown }).toMatchObject({
    code: 0,
    stdout: { status: 'accepted', version: 1 },
  });
  await expect(page.getByText('Oluwaseun Adeyemi').first()).toBeVisible();

  const refused = await cli(['exec', 'CreatePerson', '--data', folders.data], JSON.stringify(command));
  expect({ code: refused.code, outcome: JSON.parse(refused.stdout || 'null') as unknown }).toMatchObject({
    code: 1,
    outcome: { status: 'rejected', code: 'person-exists' },
  });
  await close();

  const alone = await cli(
    ['query', 'persons.get', '--data', folders.data],
    JSON.stringify({ personId: command.personId }),
  );
  expect(alone.code).toBe(0);
  expect(JSON.parse(alone.stdout || 'null')).toMatchObject({ displayName: 'Oluwaseun Adeyemi' });
});
