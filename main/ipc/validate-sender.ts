/** The parts of Electron's WebFrameMain that decide whether a message is ours. */
export interface SenderFrame {
  readonly url: string;
  readonly processId: number;
  readonly routingId: number;
  readonly parent: object | null;
}

/** Where the window's page comes from, e.g. `app://console`. */
export interface PageOrigin {
  readonly protocol: string;
  readonly host: string;
}

/** Compares parsed parts: `URL.origin` is "null" for custom schemes, and text prefixes can be forged. */
export function isOfOrigin(url: string, origin: PageOrigin): boolean {
  if (!URL.canParse(url)) return false;
  const parsed = new URL(url);
  return (
    parsed.protocol === origin.protocol &&
    parsed.host === origin.host &&
    parsed.username === '' &&
    parsed.password === ''
  );
}

/** True only for the top frame of our own window while it shows our own page. */
export function isTrustedSender(
  sender: SenderFrame | null,
  windowFrame: SenderFrame | null,
  origin: PageOrigin,
): boolean {
  if (sender === null || windowFrame === null) return false;
  if (sender.parent !== null) return false;
  if (sender.processId !== windowFrame.processId || sender.routingId !== windowFrame.routingId) return false;
  return isOfOrigin(sender.url, origin);
}
