import { describe, expect, it } from 'vitest';
import { findByTyping, isTyping, nothingTyped, typeOn } from './find-by-typing.ts';

const labels = ['Not recorded', 'Addis Ababa', 'Asunción', 'New Delhi', 'New York', 'Ávila'];

describe('findByTyping', () => {
  it('finds the first that begins with one letter, from where the list is', () => {
    expect(findByTyping(labels, 0, 'a')).toBe(1);
    expect(findByTyping(labels, -1, 'n')).toBe(0);
  });

  it('goes on to the next with the same letter again, and round to the first', () => {
    expect(findByTyping(labels, 1, 'aa')).toBe(2);
    expect(findByTyping(labels, 2, 'aaa')).toBe(5);
    expect(findByTyping(labels, 5, 'a')).toBe(1);
  });

  it('stays where more letters still fit, and goes on where they do not', () => {
    expect(findByTyping(labels, 3, 'new')).toBe(3);
    expect(findByTyping(labels, 3, 'new y')).toBe(4);
  });

  it('finds what is before the present one, too', () => {
    expect(findByTyping(labels, 4, 'add')).toBe(1);
  });

  it('minds neither case nor accents', () => {
    expect(findByTyping(labels, 0, 'ASUNCIO')).toBe(2);
    expect(findByTyping(labels, 0, 'av')).toBe(5);
  });

  it('finds nothing where none begins so, or where there is none', () => {
    expect(findByTyping(labels, 0, 'york')).toBeUndefined();
    expect(findByTyping([], -1, 'a')).toBeUndefined();
  });
});

describe('typeOn', () => {
  it('joins letters that follow each other, and begins anew after a pause', () => {
    const ne = typeOn(typeOn(nothingTyped, 'n', 5_000), 'e', 5_900);
    expect(ne.text).toBe('ne');
    expect(typeOn(ne, 'w', 6_899).text).toBe('new');
    expect(typeOn(ne, 'w', 6_900).text).toBe('w');
  });

  it('takes a space for a part of what is typed only while something is', () => {
    expect(isTyping(nothingTyped, 10)).toBe(false);
    expect(isTyping(typeOn(nothingTyped, 'n', 10), 500)).toBe(true);
    expect(isTyping(typeOn(nothingTyped, 'n', 10), 1_500)).toBe(false);
  });
});
