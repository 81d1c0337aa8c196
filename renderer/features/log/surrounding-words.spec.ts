import { expect, it } from 'vitest';
import type { EventSurroundings } from '../../../domain/contract/views.ts';
import { afterWords, beforeWords } from './surrounding-words.ts';

const of = (version: number, streamVersion: number) =>
  ({ event: { version }, streamVersion }) as EventSurroundings;

it('an event is said to be the newest or the first only where it is', () => {
  expect([afterWords(of(9, 9)), beforeWords(of(1, 9))]).toEqual(['It is the newest', 'It is the first']);
  expect([afterWords(of(5, 9000)), beforeWords(of(5, 9000))]).toEqual([
    'Further on than was searched',
    'Further back than was searched',
  ]);
});
