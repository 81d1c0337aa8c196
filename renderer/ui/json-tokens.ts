export interface JsonToken {
  readonly kind: 'key' | 'text' | 'number' | 'word' | 'mark';
  readonly text: string;
}

/** Longer texts stay uncoloured: a span per token would make the row slow to open. */
const COLOURED_CHARACTERS = 60_000;
const PATTERN = /("(?:\\.|[^"\\])*")(\s*:)?|(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|\b(true|false|null)\b/gu;

function prettyPrint(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

function kindOf(match: RegExpExecArray): JsonToken['kind'] {
  if (match[1] !== undefined) return match[2] === undefined ? 'text' : 'key';
  return match[3] === undefined ? 'word' : 'number';
}

/** Indented JSON and its coloured pieces; joined, the pieces are the indented text. */
export function jsonTokens(text: string): { readonly pretty: string; readonly tokens: readonly JsonToken[] } {
  const pretty = prettyPrint(text);
  if (pretty.length > COLOURED_CHARACTERS) return { pretty, tokens: [{ kind: 'mark', text: pretty }] };
  const tokens: JsonToken[] = [];
  let end = 0;
  for (const match of pretty.matchAll(PATTERN)) {
    if (match.index > end) tokens.push({ kind: 'mark', text: pretty.slice(end, match.index) });
    tokens.push({ kind: kindOf(match), text: match[0] });
    end = match.index + match[0].length;
  }
  if (end < pretty.length) tokens.push({ kind: 'mark', text: pretty.slice(end) });
  return { pretty, tokens };
}
