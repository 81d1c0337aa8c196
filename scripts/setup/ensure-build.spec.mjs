import { mkdirSync, mkdtempSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { sourceFingerprint } from './ensure-build.mjs';

function repository() {
  const root = mkdtempSync(join(tmpdir(), 'sources-'));
  mkdirSync(join(root, 'domain', 'person'), { recursive: true });
  writeFileSync(join(root, 'domain', 'person', 'state.ts'), 'one');
  writeFileSync(join(root, 'package.json'), '{}');
  return root;
}

it('changes with the contents of a source and with a new one', () => {
  const root = repository();
  const seen = [sourceFingerprint(root)];
  writeFileSync(join(root, 'domain', 'person', 'state.ts'), 'two');
  seen.push(sourceFingerprint(root));
  writeFileSync(join(root, 'domain', 'more.ts'), '');
  seen.push(sourceFingerprint(root));
  expect(new Set(seen).size).toBe(3);
});

it('does not change with times, tests and files that are not built', () => {
  const root = repository();
  const before = sourceFingerprint(root);
  utimesSync(join(root, 'package.json'), new Date(0), new Date(0));
  writeFileSync(join(root, 'domain', 'person', 'state.spec.ts'), 'test');
  writeFileSync(join(root, 'README.md'), 'words');
  expect(sourceFingerprint(root)).toBe(before);
});
