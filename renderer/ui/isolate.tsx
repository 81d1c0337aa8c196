import type { HTMLAttributes } from 'react';

export interface IsolateProps extends HTMLAttributes<HTMLElement> {
  /** What is inside, as a text. */
  readonly of: string;
}

const ASCII = /^[\u{20}-\u{7e}]*$/u;

/**
 * Keeps a text that somebody typed from turning what stands around it: for the cells of a list. What runs from left to right
 * in any case needs no `bdi`, which costs each line that has one as much again as its letters.
 */
export function Isolate({ of: text, ...attributes }: IsolateProps) {
  const Element = ASCII.test(text) ? 'span' : 'bdi';
  return <Element {...attributes} />;
}
