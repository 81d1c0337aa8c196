import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { consoleProcedures, type Desk, type FileSuggestion } from './console-procedures.ts';

const JOB = '0198c0de-0000-7000-8000-000000000001';

/** An operator who chooses this path each time, what they were asked, and what the jobs were told. */
function atDesk(path: string | null) {
  const asked: (Partial<FileSuggestion> & { readonly title: string })[] = [];
  const told: (readonly [name: string, input: unknown])[] = [];
  const choose = (question: { readonly title: string }): Promise<string | null> => {
    asked.push(question);
    return Promise.resolve(path);
  };
  const desk: Desk = {
    saveFile: choose,
    openFile: choose,
    showFolder: () => Promise.resolve(false),
    zoom: (factor = 1) => factor,
  };
  const host = {
    status: vi.fn(),
    restart: vi.fn(),
    jobs: (name: string, input: unknown) => {
      told.push([name, input]);
      return Promise.resolve({ answered: name });
    },
  };
  const procedures = consoleProcedures(
    host,
    desk,
    { choose: () => Promise.resolve({ file: null }) },
    { choose: vi.fn(), begin: vi.fn(), drop: vi.fn() },
  );
  return { procedures, asked, told };
}

beforeEach(() => void vi.useFakeTimers({ now: Date.parse('2026-03-01T12:00:00Z') }));
afterEach(() => void vi.useRealTimers());

describe('saving a file', () => {
  it.each([
    [{ kind: 'backup' }, 'Save a backup of the log', 'person-console 2026-03-01.backup'],
    [{ kind: 'export' }, 'Export every event', 'person-console 2026-03-01.jsonl'],
    [{ kind: 'persons-export', format: 'csv' }, 'Export persons', 'persons 2026-03-01.csv'],
    [{ kind: 'results-export', jobId: JOB }, 'Export the results', 'results 2026-03-01.csv'],
    [{ kind: 'import-refused', jobId: JOB }, 'Save the rows that were not taken', 'not taken 2026-03-01'],
  ])('is asked for with words and a name of its own: %o', async (order, title, name) => {
    const { procedures, asked, told } = atDesk('/home/ada/file');
    expect(await procedures('jobs.save', order)).toEqual({ job: { answered: 'jobs.write' } });
    expect(asked).toEqual([{ title, name }]);
    expect(told).toEqual([['jobs.write', { ...order, file: '/home/ada/file' }]]);
  });

  it('does not begin where the operator turns back', async () => {
    const { procedures, told } = atDesk(null);
    expect(await procedures('jobs.save', { kind: 'export' })).toEqual({ job: null });
    expect(told).toEqual([]);
  });
});

describe('a file to import', () => {
  it('is opened where the operator chooses one', async () => {
    const { procedures, asked, told } = atDesk('/home/ada/people.csv');
    expect(await procedures('import.choose', {})).toEqual({ file: { answered: 'import.open' } });
    expect(asked).toEqual([{ title: 'Choose a file to import' }]);
    expect(told).toEqual([['import.open', { path: '/home/ada/people.csv' }]]);
  });

  it('is none where they choose none', async () => {
    const { procedures, told } = atDesk(null);
    expect(await procedures('import.choose', {})).toEqual({ file: null });
    expect(told).toEqual([]);
  });
});

describe('a mapping', () => {
  it('comes from the file that the operator chooses, and from none where they turn back', async () => {
    const { procedures, asked, told } = atDesk('/home/ada/crm.mapping.json');
    expect(await procedures('import.choose-mapping', {})).toEqual({ answered: 'import.read-mapping' });
    expect(asked).toEqual([{ title: 'Choose a mapping' }]);
    expect(told).toEqual([['import.read-mapping', { path: '/home/ada/crm.mapping.json' }]]);
    expect(await atDesk(null).procedures('import.choose-mapping', {})).toEqual({ mapping: null });
  });

  it('goes into a file that is called after it, and into none where they turn back', async () => {
    const { procedures, asked, told } = atDesk('/home/ada/crm.mapping.json');
    expect(await procedures('import.export-mapping', { name: 'Our CRM' })).toEqual({ written: true });
    expect(asked).toEqual([{ title: 'Export the mapping', name: 'Our CRM.mapping.json' }]);
    expect(told).toEqual([['import.write-mapping', { name: 'Our CRM', path: '/home/ada/crm.mapping.json' }]]);
    const none = atDesk(null);
    expect(await none.procedures('import.export-mapping', { name: 'Our CRM' })).toEqual({ written: false });
    expect(none.told).toEqual([]);
  });
});

it('a folder that the system cannot show is told as not shown', async () => {
  expect(await atDesk(null).procedures('window.show-folder', {})).toEqual({ shown: false });
});
