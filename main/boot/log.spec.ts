import { describe, expect, it } from 'vitest';
import { createReport } from './log.ts';

describe('report', () => {
  it.each([
    [new Error('broken', { cause: new Error('disk') }), { message: 'broken', cause: 'disk' }],
    ['words', { message: 'words' }],
  ])('writes one JSON line for %s', (thrown, expected) => {
    const lines: string[] = [];
    createReport({ write: (line) => lines.push(line) }, () => new Date(0))('engine', thrown);
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      time: '1970-01-01T00:00:00.000Z',
      level: 'error',
      where: 'engine',
      stack: expect.any(String) as string,
      ...expected,
    });
  });
});
