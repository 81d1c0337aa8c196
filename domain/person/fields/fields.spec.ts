import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { componentTypes } from '../components/index.ts';
import { calendarDate, instant, latestToday } from './dates.ts';
import { fieldIssues, plainWords } from './issues.ts';
import { isJsonObject, jsonObject, keyText, sameJson, textRecord } from './json.ts';
import { line, lines, paragraph } from './text.ts';

function accepts(schema: z.ZodType, value: unknown): boolean {
  return schema.safeParse(value).success;
}

describe('text', () => {
  it('is trimmed and put into the composed form', () => {
    expect(line().parse('  Zu\u0308rich\u00a0 ')).toBe('Zürich');
    expect(paragraph().parse(' a\r\nb\tc\n')).toBe('a\nb\tc');
    expect(lines().parse(['b', ' a ', 'b'])).toEqual(['b', 'a']);
  });

  it.each(['', '   ', '\u200b', '\u2800', '\u00ad'])('is refused where nobody can see it: %j', (text) => {
    expect(accepts(line(), text)).toBe(false);
    expect(accepts(paragraph(), text)).toBe(false);
  });

  it.each(['a\u0000b', 'a\u001bb', 'a\u007fb', 'a\u0085b', 'a\u2028b', 'a\u202eb', 'a\udc00b'])(
    'is refused with a character that hides or turns text: %j',
    (text) => {
      expect(accepts(line(), text)).toBe(false);
      expect(accepts(paragraph(), text)).toBe(false);
    },
  );

  it('has line breaks and tabs only where several lines are meant', () => {
    expect(accepts(line(), 'a\nb')).toBe(false);
    expect(accepts(line(), 'a\tb')).toBe(false);
    expect(accepts(paragraph(), 'a\nb\tc')).toBe(true);
  });

  it('has a greatest length', () => {
    expect(accepts(line(3), 'abc')).toBe(true);
    expect(accepts(line(3), 'abcd')).toBe(false);
    expect(accepts(paragraph(3), 'abcd')).toBe(false);
    expect(accepts(lines(2), ['a', 'b', 'c'])).toBe(false);
  });

  it('keeps joined signs and scripts that run from right to left', () => {
    for (const text of ['👩‍👩‍👧', 'שלום', 'नमस्ते', '😀']) expect(line().parse(text)).toBe(text);
  });
});

describe('dates', () => {
  it.each(['0001-01-01', '2024-02-29', '9999-12-31'])('%s is a day', (date) => {
    expect(calendarDate().parse(date)).toBe(date);
  });

  it.each(['0000-12-31', '2023-02-29', '2024-1-1', '2024-01-01T00:00:00Z', '1900-02-29', '', '10000-01-01'])(
    '%j is none',
    (date) => {
      expect(accepts(calendarDate(), date)).toBe(false);
    },
  );

  it('are compared with the latest today on earth, which is 14 hours ahead', () => {
    expect(latestToday('2024-12-31T09:59:59.999Z')).toBe('2024-12-31');
    expect(latestToday('2024-12-31T10:00:00.000Z')).toBe('2025-01-01');
  });
});

describe('instants', () => {
  it('are folded to UTC with milliseconds', () => {
    expect(instant().parse('2024-05-06T07:08:09+02:00')).toBe('2024-05-06T05:08:09.000Z');
    expect(instant().parse('2024-05-06T07:08:09.5Z')).toBe('2024-05-06T07:08:09.500Z');
  });

  it.each(['2024-05-06', '2024-05-06T07:08:09', 'now', '2024-02-30T00:00:00Z'])('cannot be %j', (text) => {
    expect(accepts(instant(), text)).toBe(false);
  });
});

describe('JSON', () => {
  const hostile = (text: string): unknown => JSON.parse(text);

  it.each(['{"__proto__":{}}', '{"a":{"constructor":1}}', '{"a":[{"prototype":1}]}'])(
    'is refused with the keys of %s',
    (text) => {
      expect(accepts(jsonObject(), hostile(text))).toBe(false);
    },
  );

  it('is refused where it is no plain data, or nested too deeply', () => {
    const nested = (depth: number): unknown => (depth === 0 ? 1 : { a: nested(depth - 1) });
    expect(accepts(jsonObject(), nested(16))).toBe(true);
    expect(accepts(jsonObject(), nested(17))).toBe(false);
    for (const value of [() => 1, Symbol('x'), 1n, Number.NaN]) {
      expect(accepts(jsonObject(), { a: value })).toBe(false);
    }
    expect(accepts(jsonObject(), [])).toBe(false);
    expect(accepts(jsonObject(), null)).toBe(false);
  });

  it('takes undefined as left out', () => {
    expect(accepts(jsonObject(), { a: undefined })).toBe(true);
  });

  it('has short text keys where it is a record of texts', () => {
    expect(textRecord(line()).parse({ ' a ': ' b ' })).toEqual({ a: 'b' });
    expect(accepts(textRecord(line()), { ' ': 'b' })).toBe(false);
    expect(accepts(keyText(), 'prototype')).toBe(false);
  });

  it('has its keys trimmed and composed before anything is made of them, at any depth', () => {
    expect(jsonObject().parse({ ' a ': [{ 'u\u0308': 1 }], ' ': undefined })).toEqual({ a: [{ ü: 1 }] });
  });

  it('is refused where two keys become one, or one that reaches a prototype', () => {
    for (const schema of [jsonObject(), textRecord(line())]) {
      expect(schema.safeParse({ a: 'x', ' a': 'y' }).error?.issues).toMatchObject([
        { message: 'Must not contain the key a twice: keep one of the two' },
      ]);
      expect(accepts(schema, { ' constructor ': 'x' })).toBe(false);
    }
  });

  it('is the same in any order of keys', () => {
    expect(sameJson({ a: 1, b: [{ c: null }] }, { b: [{ c: null }], a: 1 })).toBe(true);
    expect(sameJson({ a: undefined }, {})).toBe(true);
    for (const [a, b] of [
      [[1], [1, 2]],
      [[1], { 0: 1 }],
      [{ a: 1 }, { a: 2 }],
      [{ a: 1 }, { a: 1, b: 2 }],
      [{ a: null }, {}],
      ['1', 1],
      [null, {}],
    ]) {
      expect(sameJson(a, b)).toBe(false);
    }
  });

  it('is an object where it is neither null nor a list', () => {
    expect([{}, [], null, 'a'].map(isJsonObject)).toEqual([true, false, false, false]);
  });
});

describe('what is wrong with a field', () => {
  const schema = z.strictObject({
    name: z.string(),
    count: z.number().int(),
    kind: z.enum(['a', 'b']),
    when: z.date().optional(),
    inner: z.strictObject({ list: z.array(z.boolean()) }),
    either: z.union([z.string(), z.number()]),
    short: line(2),
  });

  it('is said in plain words', () => {
    const parsed = schema.safeParse(
      {
        count: 'x',
        kind: 'c',
        when: 1,
        inner: { list: [1], extra: 1 },
        either: true,
        name: null,
        short: 'abc',
      },
      { error: plainWords },
    );
    expect(parsed.success ? [] : fieldIssues(parsed.error)).toEqual([
      { path: 'name', message: 'Must not be null here: leave the field out' },
      { path: 'count', message: 'Must be a number' },
      { path: 'kind', message: 'Must be one of a, b' },
      { path: 'when', message: 'Must be date' },
      { path: 'inner.list.0', message: 'Must be yes or no' },
      { path: 'inner.extra', message: 'There is no such field here: take it out' },
      { path: 'either', message: 'Is of none of the kinds that are possible here' },
      { path: 'short', message: 'Must be at most 2 characters long' },
    ]);
  });

  it.each([
    [z.number().min(1), 0, 'Must be at least 1'],
    [z.number().positive(), 0, 'Must be more than 0'],
    [z.number().max(5), 6, 'Must be at most 5'],
    [z.number().lt(3), 3, 'Must be less than 3'],
    [z.string().min(2), 'a', 'Must be at least 2 characters long'],
    [z.array(z.string()).min(1), [], 'Must be at least 1 entries'],
    [z.array(z.string()).max(1), ['a', 'b'], 'Must be at most 1 entries'],
    [z.url(), 'x', 'Is not written as it has to be here'],
    [textRecord(line()), { ' ': 'x' }, 'Choose another key: it must not be blank'],
    [
      textRecord(line()),
      { ['x'.repeat(101)]: 'x' },
      'Choose another key: it must be at most 100 characters long',
    ],
    [calendarDate(), '2023-02-30', 'There is no such day: check day and month'],
    [calendarDate(), '2023-2-3', 'Must be a date like 1987-06-05'],
    [calendarDate(), undefined, 'Must be a date like 1987-06-05'],
  ])('is said in plain words by any schema (%#)', (any: z.ZodType, value, message) => {
    const parsed = any.safeParse(value, { error: plainWords });
    expect(parsed.error?.issues.map((issue) => issue.message)).toEqual([message]);
  });

  it('is said in plain words about every bound of a component', () => {
    const issues = [
      componentTypes.PrivacyPreferences.schema.safeParse({ retentionDays: 0 }),
      componentTypes.PrivacyPreferences.schema.safeParse({ retentionDays: 36_501 }),
      componentTypes.CommunicationPreferences.schema.safeParse({ channels: Array(6).fill('Post') }),
    ].flatMap(({ error }) => error?.issues ?? []);
    expect(issues.map(({ message }) => message)).toEqual([
      'Must be at least 1',
      'Must be at most 36500',
      'Must be at most 5 entries',
    ]);
  });
});
