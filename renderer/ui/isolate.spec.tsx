import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Isolate } from './isolate.tsx';

describe('a text that somebody typed', () => {
  it.each(['שרה', 'محمد', 'Ada \u202E', 'Zoë', 'tab\there'])('stands apart where it may turn: %j', (text) => {
    expect(renderToStaticMarkup(<Isolate of={text}>{text}</Isolate>)).toBe(`<bdi>${text}</bdi>`);
  });

  it.each(['Ada Lovelace', "O'Brien (1815)", ''])('needs nothing where it cannot: %j', (text) => {
    expect(renderToStaticMarkup(<Isolate of={text}>{text}</Isolate>)).not.toContain('bdi');
  });

  it('keeps what it is given', () => {
    const cell = (
      <Isolate of="Ada" className="name" data-hint="">
        Ada
      </Isolate>
    );
    expect(renderToStaticMarkup(cell)).toBe('<span class="name" data-hint="">Ada</span>');
  });
});
