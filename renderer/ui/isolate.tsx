import type { HTMLAttributes } from 'react';

export interface IsolateProps extends HTMLAttributes<HTMLElement> {
  /** The text; `children` only where it is shown otherwise than as it is. */
  readonly of: string;
}

const ASCII = /^[\u{20}-\u{7e}]*$/u;

/**
 * Keeps a text that somebody typed from turning what stands around it: for the cells of a list. What runs from left to right
 * in any case needs no `bdi`, which costs each line that has one as much again as its letters.
 */
export function Isolate({ of: text, children = text, ...attributes }: IsolateProps) {
  const Element = ASCII.test(text) ? 'span' : 'bdi';
  return <Element {...attributes}>{children}</Element>;
}
