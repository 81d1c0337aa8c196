/** An event as `export` writes it, as far as it is used. */
interface ExportedEvent {
  readonly streamId: string;
  readonly type: string;
  readonly commandId: string;
  readonly data: { readonly componentId?: string; readonly componentType?: string };
}

export interface ConsoleComponent {
  readonly streamId: string;
  readonly commandId: string;
  readonly type: string;
}

/** The components that a console has, read from the lines of its `export`. */
export function componentsIn(lines: readonly string[]): ConsoleComponent[] {
  const components = new Map<string, ConsoleComponent>();
  for (const line of lines) {
    const { type, streamId, commandId, data } = JSON.parse(line) as ExportedEvent;
    const key = `${streamId}/${String(data.componentId)}`;
    if (type === 'ComponentAdded') {
      components.set(key, { streamId, commandId, type: String(data.componentType) });
    }
    if (type === 'ComponentRemoved') components.delete(key);
  }
  return [...components.values()];
}
