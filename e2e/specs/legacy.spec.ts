import { expect, test } from '@playwright/test';
import { connect, type NatsConnection } from 'nats.ws';
import { submit } from '../harness/bridge.ts';
import { beginInstallation } from '../harness/connection-steps.ts';
import { type OpenConsole, openConsole, temporaryFolders } from '../harness/launch.ts';
import { inspect } from '../harness/look.ts';
import { type Nats, startNats } from '../harness/nats.ts';
import { beginAs, goTo } from '../harness/steps.ts';

/** A migration: the former system's stream is read, the bridge is switched on, and what is done here is told. */
const jane = crypto.randomUUID();
const ada = crypto.randomUUID();
const folders = temporaryFolders();
let nats: Nats;
let former: NatsConnection;
let desk: OpenConsole;

const created = {
  aggregate_id: { id: jane },
  sequence: 1,
  event: {
    PersonCreated: {
      person_id: { id: jane },
      name: { given_name: 'Jane', family_name: 'Doe', middle_names: [], preferred_name: null },
      source: 'hr-import',
      created_at: '2024-03-05T10:20:30.123456789Z',
    },
  },
  timestamp: '2024-03-05T10:20:30.123456789Z',
};

async function send(subject: string, body: string): Promise<void> {
  await former.jetstream().publish(subject, new TextEncoder().encode(body));
}

test.beforeAll(async () => {
  nats = await startNats();
  former = await connect({ servers: nats.url });
  const manager = await former.jetstreamManager();
  await manager.streams.add({ name: 'PERSON_EVENTS', subjects: ['person.events.>', 'person.commands.>'] });
  await send(`person.events.${jane}.person_created`, JSON.stringify(created));
  await send(`person.events.${jane}.person_sung`, '{"event":{"PersonSung":{"person_id":"jane"}}}');
  desk = await openConsole(folders);
  await beginAs(desk.page, 'Nadia Ferreira');
});

test.afterAll(async () => {
  await desk.close();
  await former.close();
  await nats.remove();
  folders.remove();
});

test.afterEach(() => {
  expect([...desk.faults, ...desk.reports]).toEqual([]);
});

function bridge() {
  return desk.page.getByRole('region', { name: 'Former system', exact: true });
}

function count(label: string) {
  return bridge().getByText(label, { exact: true }).locator('..').getByRole('definition');
}

test('the bridge is off, and reads the former system’s stream once', async () => {
  const { page } = desk;
  await goTo(page, '/link');
  await expect(page.getByRole('region', { name: 'State' })).toBeVisible();
  await expect(bridge()).toHaveCount(0);
  await page.getByRole('button', { name: 'Add a connection…' }).click();
  await page.getByLabel('Server').fill(nats.url);
  await page.getByRole('button', { name: 'Save and use' }).click();
  await beginInstallation(page);
  await expect(bridge().getByText('Off', { exact: true })).toBeVisible();
  await inspect(page, 'legacy-off');
  await bridge().getByRole('button', { name: 'Read once' }).click();
  await expect(count('Events taken in')).toHaveText('1');
  await expect(bridge().getByRole('heading', { name: 'Not taken 1' })).toBeVisible();
  await inspect(page, 'legacy-read');
  await goTo(page, `/persons/${jane}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Jane Doe');
});

test('switched on, it carries out commands and tells what is done', async () => {
  const { page } = desk;
  await goTo(page, '/link');
  await bridge().getByRole('button', { name: 'Switch on…' }).click();
  await inspect(page, 'legacy-question');
  await page.getByRole('button', { name: 'Switch on', exact: true }).click();
  await expect(bridge().getByText('Live', { exact: true })).toBeVisible();
  const suspend = { DeactivatePerson: { person_id: { id: jane }, reason: 'On leave' } };
  await send(`person.commands.${jane}`, JSON.stringify(suspend));
  await submit(page, 'CreatePerson', {
    personId: ada,
    name: { givenNames: ['Ada'], familyNames: ['Lovelace'] },
  });
  await expect(count('Commands carried out')).toHaveText('1');
  await expect(count('Our own, come back')).toHaveText('4');
  await inspect(page, 'legacy-live');
  await bridge().getByRole('button', { name: 'Switch off' }).click();
  await expect(bridge().getByText('Off', { exact: true })).toBeVisible();
});
