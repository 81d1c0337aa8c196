import { describe, expect, it } from 'vitest';
import { jsonTokens } from './json-tokens.ts';

describe('coloured JSON', () => {
  it('loses and adds nothing: the pieces joined are the indented text', () => {
    const text = '{"name":"Ada \\"the first\\"","age":36,"tags":["a:b"],"alive":false,"x":null,"y":-1.5e3}';
    const { pretty, tokens } = jsonTokens(text);
    expect(tokens.map((token) => token.text).join('')).toBe(pretty);
    expect(JSON.parse(pretty)).toEqual(JSON.parse(text));
  });

  it('tells keys from texts', () => {
    const { tokens } = jsonTokens('{"key":"text"}');
    expect(tokens.filter(({ kind }) => kind === 'key').map(({ text }) => text)).toEqual(['"key":']);
    expect(tokens.filter(({ kind }) => kind === 'text').map(({ text }) => text)).toEqual(['"text"']);
  });

  it('shows what does not parse as it is', () => {
    expect(jsonTokens('{"cut":').pretty).toBe('{"cut":');
  });

  it('leaves very long texts in one piece', () => {
    const long = JSON.stringify({ text: 'x'.repeat(70_000) });
    expect(jsonTokens(long).tokens).toHaveLength(1);
  });
});
