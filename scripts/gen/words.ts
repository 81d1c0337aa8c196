import { GenError } from './edits.ts';

/** One name in the forms that the code has for it. */
export interface Words {
  /** `CountShoes` */
  readonly pascal: string;
  /** `countShoes` */
  readonly camel: string;
  /** `count-shoes` */
  readonly kebab: string;
  /** `Count shoes` */
  readonly title: string;
}

/** Throws a GenError for what is no name of a command or an event. */
export function wordsOf(name: string): Words {
  if (!/^([A-Z][a-z0-9]+)+$/.test(name) || name.length > 60) {
    throw new GenError(`${JSON.stringify(name)} is no name for it: write it like CountShoes.`);
  }
  const parts = name.split(/(?=[A-Z])/).map((part) => part.toLowerCase());
  const camel = name.charAt(0).toLowerCase() + name.slice(1);
  const text = parts.join(' ');
  return { pascal: name, camel, kebab: parts.join('-'), title: text.charAt(0).toUpperCase() + text.slice(1) };
}
