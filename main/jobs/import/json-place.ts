import type { Token } from 'stream-json/parser.js';

/** Where in a JSON text one is: the keys of the objects that are open, and null for lists. */
export class JsonPlace {
  readonly #path: (string | null)[] = [];

  take(token: Token): void {
    const { name } = token;
    if (name === 'startArray') this.#path.push(null);
    else if (name === 'startObject') this.#path.push('');
    else if (name === 'endArray' || name === 'endObject') this.#path.pop();
    else if (name === 'keyValue') this.#path[this.#path.length - 1] = token.value;
  }

  /** Keys with dots between them; null inside of a list. */
  get path(): string | null {
    return this.#path.includes(null) ? null : this.#path.join('.');
  }

  isAt(path: string): boolean {
    return this.path === path;
  }
}
