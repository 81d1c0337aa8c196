export function code(text: string): string {
  return `\`${text}\``;
}

const LINE = 110;

/** On one line where it fits: so it can be copied into a batch. */
export function json(value: unknown): string {
  const line = JSON.stringify(value);
  return ['```json', line.length <= LINE ? line : JSON.stringify(value, null, 2), '```'].join('\n');
}

export function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');
}

/** Parts with a blank line between them; parts that say nothing are left out. */
export function blocks(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n\n');
}

/** The place that a link to a heading leads to. */
export function anchor(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\w\- ]/g, '')
    .replaceAll(' ', '-');
}

export function linkTo(heading: string): string {
  return `[${heading}](#${anchor(heading)})`;
}
