import type { Token } from 'stream-json/parser.js';
import { MAX_ROW } from './source-row.ts';

/** An element of a list, or why it is none. */
export type Element = { readonly value: unknown } | { readonly fault: 'too-large' | 'too-deep' };

const MAX_DEPTH = 64;

type Container = unknown[] | Record<string, unknown>;

/** Puts one value together from its tokens. Above a size or depth it only counts, until the value ends. */
export class ElementBuilder {
  #open: Container[] = [];
  #keys: string[] = [];
  #texts: string[] = [];
  #depth = 0;
  #size = 0;
  #fault: 'too-large' | 'too-deep' | null = null;
  #value: unknown = undefined;

  /** The element, once it is whole. */
  take(token: Token): Element | null {
    this.#weigh(token);
    const { name } = token;
    if (name === 'startObject') return this.#begin({});
    if (name === 'startArray') return this.#begin([]);
    if (name === 'endObject' || name === 'endArray') return this.#end();
    return this.#scalar(token);
  }

  #scalar(token: Token): Element | null {
    const { name } = token;
    if (name === 'keyValue') return this.#key(token.value);
    if (name === 'stringChunk') return this.#text(token.value);
    if (name === 'endString') return this.#put(this.#texts.splice(0).join(''));
    if (name === 'numberValue') return this.#put(Number(token.value));
    const isLiteral = name === 'nullValue' || name === 'trueValue' || name === 'falseValue';
    return isLiteral ? this.#put(token.value) : null;
  }

  #key(key: string): null {
    if (this.#fault === null) this.#keys[this.#open.length - 1] = key;
    return null;
  }

  #text(text: string): null {
    if (this.#fault === null) this.#texts.push(text);
    return null;
  }

  #weigh(token: Token): void {
    this.#size += 'value' in token && typeof token.value === 'string' ? token.value.length + 4 : 4;
    if (this.#size > MAX_ROW) this.#refuse('too-large');
  }

  #refuse(fault: 'too-large' | 'too-deep'): void {
    this.#fault ??= fault;
    this.#open = [];
    this.#keys = [];
    this.#texts = [];
  }

  #begin(container: Container): null {
    this.#depth += 1;
    if (this.#depth > MAX_DEPTH) this.#refuse('too-deep');
    if (this.#fault !== null) return null;
    this.#add(container);
    this.#open.push(container);
    return null;
  }

  #end(): Element | null {
    this.#depth -= 1;
    this.#open.pop();
    return this.#depth === 0 ? this.#whole() : null;
  }

  #put(value: unknown): Element | null {
    if (this.#fault === null) this.#add(value);
    return this.#depth === 0 ? this.#whole() : null;
  }

  #add(value: unknown): void {
    const parent = this.#open.at(-1);
    if (parent === undefined) this.#value = value;
    else if (Array.isArray(parent)) parent.push(value);
    // A key may be called `__proto__`: defined, never assigned.
    else {
      const key = this.#keys[this.#open.length - 1] ?? '';
      Object.defineProperty(parent, key, { value, enumerable: true, configurable: true, writable: true });
    }
  }

  #whole(): Element {
    const element = this.#fault === null ? { value: this.#value } : { fault: this.#fault };
    this.#size = 0;
    this.#fault = null;
    this.#value = undefined;
    return element;
  }
}
