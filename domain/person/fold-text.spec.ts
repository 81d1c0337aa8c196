import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { foldText, searchTokens } from './fold-text.ts';

describe('folding a text', () => {
  it.each([
    ['José', 'jose'],
    ['Łukasz', 'lukasz'],
    ['STRAẞE', 'strasse'],
    ['Søren Kierkegaard', 'soren kierkegaard'],
    ['Þórdís', 'thordis'],
    ['Ærø', 'aero'],
    ['İstanbul', 'istanbul'],
    ['ΟΔΥΣΣΕΎΣ', 'οδυσσευσ'],
    ['Фёдор', 'федор'],
    ['  Anna \t Maria ', 'anna maria'],
    ['O’Brien', "o'brien"],
    ['O`Brien', "o'brien"],
    ['Jean‑Luc', 'jean-luc'],
    ['ﬁne', 'fine'],
    ['zero\u200bwidth', 'zerowidth'],
    ['', ''],
  ])('makes %s comparable as %s', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  it('drops Arabic short vowels and unites letter forms that keyboards mix up', () => {
    expect(foldText('مُحَمَّد')).toBe(foldText('محمد'));
    expect(foldText('علی')).toBe(foldText('علي'));
  });

  it('keeps the signs that make another letter in their script', () => {
    expect(foldText('किरण')).not.toBe(foldText('करण'));
    expect(foldText('が')).not.toBe(foldText('か'));
    expect(foldText('김')).toBe('김');
  });

  it('gives composed and decomposed writing the same form', () => {
    expect(foldText('e\u0301')).toBe(foldText('\u00e9'));
    expect(foldText('김'.normalize('NFD'))).toBe('김');
  });

  test.prop([fc.string({ unit: 'grapheme' })])('changes nothing when it is done again', (text) => {
    const once = foldText(text);
    expect(foldText(once)).toBe(once);
  });

  test.prop([fc.string({ unit: 'binary' })])('takes any text without throwing', (text) => {
    expect(typeof foldText(text)).toBe('string');
  });
});

describe('search tokens', () => {
  it.each([
    ['Jane Q. Doe', ['jane', 'q', 'doe']],
    ["O'Brien-Łuk", ['obrien', 'luk']],
    ['李明', ['李', '明']],
    ['がく', ['が', 'く']],
    ['김민준', ['김', '민', '준']],
    ['李 John', ['李', 'john']],
    ['Agent 007', ['agent', '007']],
    ['<b>Bold</b>', ['b', 'bold', 'b']],
    ['- . ,', []],
  ])('takes %s apart', (text, tokens) => {
    expect(searchTokens(text)).toEqual(tokens);
  });

  it('keeps vowel signs with their letters', () => {
    expect(searchTokens('किरण देवी')).toEqual(['किरण', 'देवी']);
  });

  it('does not lose a voiced mark that comes alone', () => {
    expect(searchTokens('か\u3099')).toEqual(['が']);
  });
});
