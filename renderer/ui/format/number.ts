const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });

export function formatCount(count: number): string {
  return whole.format(count);
}

/** `1 event`, `1,204 events`. */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}
