import { expect, it } from 'vitest';
import { createLru } from './lru.ts';

it('keeps what was used last, and says what it lets go', () => {
  const gone: string[] = [];
  const lru = createLru<string, number>(2, (key, value) => gone.push(`${key}=${value}`));
  lru.set('a', 1);
  lru.set('b', 2);
  lru.get('a');
  lru.set('c', 3);

  expect([lru.get('a'), lru.get('b'), lru.get('c')]).toEqual([1, undefined, 3]);
  expect(gone).toEqual(['b=2']);
});

it('an entry that is set again is used, and not a second one', () => {
  const lru = createLru<string, number>(2);
  lru.set('a', 1);
  lru.set('b', 2);
  lru.set('a', 3);
  lru.set('c', 4);

  expect([lru.get('a'), lru.get('b'), lru.get('c')]).toEqual([3, undefined, 4]);
});

it('forgets one entry, or all', () => {
  const lru = createLru<string, number>(3);
  lru.set('a', 1);
  lru.set('b', 2);
  lru.delete('a');
  expect([lru.get('a'), lru.get('b')]).toEqual([undefined, 2]);
  lru.clear();
  expect(lru.get('b')).toBeUndefined();
});
