import { app, protocol, type Session, type WebContents } from 'electron';
import { isOfOrigin } from '../ipc/validate-sender.ts';
import { appOrigin, createAppHandler } from './app-protocol.ts';
import { developmentPolicy } from './csp.ts';
import { mayLoad, type PageSource } from './page-source.ts';

/** Before the application is ready: neither can be done later. */
export function prepareSecurity(): void {
  // Every renderer in the operating system's sandbox, whatever a window's own preferences say. Root has none
  // (containers, CI): there the runtime asks for --no-sandbox and does not start with both.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  // `standard` and `secure` give app:// an origin, so that CSP 'self', storage and module scripts work as on https.
  protocol.registerSchemesAsPrivileged([
    {
      scheme: appOrigin.protocol.slice(0, -1),
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
}

/** Our own page may put text on the clipboard, as its copy buttons do. Reading and all else stay refused. */
export function mayUse(permission: string, url: string, { origin }: PageSource): boolean {
  return permission === 'clipboard-sanitized-write' && isOfOrigin(url, origin);
}

export function secureSession(session: Session, source: PageSource, rendererFolder: string): void {
  // app:// instead of file://: a file page could read every file of the user.
  session.protocol.handle(appOrigin.protocol.slice(0, -1), createAppHandler(rendererFolder));
  // Electron grants what nobody refuses: camera, location, notifications, clipboard reading, devices.
  session.setPermissionRequestHandler((_contents, permission, decide, { requestingUrl }) =>
    decide(mayUse(permission, requestingUrl, source)),
  );
  session.setPermissionCheckHandler((_contents, permission, origin) => mayUse(permission, origin, source));
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, decide) => decide({}));
  // The console works offline: what the page asks of any other address is an attack or a mistake.
  session.webRequest.onBeforeRequest((details, decide) => decide({ cancel: !mayLoad(details.url, source) }));
  session.on('will-download', (event) => event.preventDefault());
  if (source.server === null) return;
  const policy = [developmentPolicy(source.server)];
  session.webRequest.onHeadersReceived((details, decide) =>
    decide({ responseHeaders: { ...details.responseHeaders, 'Content-Security-Policy': policy } }),
  );
}

/** For every web contents that ever comes to be, not only the window that we open. */
export function secureContents(contents: WebContents, source: PageSource): void {
  // The page moves by its router alone. Compared as parsed parts, never by prefix.
  const stay = (event: { readonly url: string; readonly preventDefault: () => void }): void => {
    if (!isOfOrigin(event.url, source.origin)) event.preventDefault();
  };
  contents.on('will-navigate', stay);
  contents.on('will-redirect', stay);
  // Frames have no use here: even our own page inside one would be a second, unattended console.
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame) event.preventDefault();
  });
  // No second window, and nothing is handed to the system's browser: no procedure needs it so far.
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-attach-webview', (event) => event.preventDefault());
}
