// What the console and its tests need from the operating system, and how to see whether it is there.
//
// Presence is judged by the library, command or file itself, not by package names: those differ between
// Debian's releases and its relatives. Names are needed only to install what is missing.

/**
 * @typedef {'window' | 'display' | 'fallback' | 'test'} Need
 *   window: to run Electron; display: to run it where no screen is; fallback: to build the fallback runtime
 * @typedef {{ name: string, need: Need, t64?: boolean } &
 *   ({ library: string } | { command: string } | { file: string })} DebianPackage
 *   t64: renamed with that suffix where Debian moved to 64-bit time (Debian 13, Ubuntu 24.04)
 */

/** @type {readonly DebianPackage[]} */
export const DEBIAN_PACKAGES = [
  { name: 'libgtk-3-0', need: 'window', library: 'libgtk-3.so.0', t64: true },
  { name: 'libnss3', need: 'window', library: 'libnss3.so' },
  { name: 'libgbm1', need: 'window', library: 'libgbm.so.1' },
  { name: 'libasound2', need: 'window', library: 'libasound.so.2', t64: true },
  { name: 'libatk-bridge2.0-0', need: 'window', library: 'libatk-bridge-2.0.so.0', t64: true },
  { name: 'libcups2', need: 'window', library: 'libcups.so.2', t64: true },
  { name: 'libdrm2', need: 'window', library: 'libdrm.so.2' },
  { name: 'libxcomposite1', need: 'window', library: 'libXcomposite.so.1' },
  { name: 'libxdamage1', need: 'window', library: 'libXdamage.so.1' },
  { name: 'libxfixes3', need: 'window', library: 'libXfixes.so.3' },
  { name: 'libxrandr2', need: 'window', library: 'libXrandr.so.2' },
  { name: 'libxkbcommon0', need: 'window', library: 'libxkbcommon.so.0' },
  { name: 'libpango-1.0-0', need: 'window', library: 'libpango-1.0.so.0' },
  { name: 'xvfb', need: 'display', command: 'Xvfb' },
  { name: 'fonts-dejavu-core', need: 'display', file: '/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf' },
  { name: 'unzip', need: 'fallback', command: 'unzip' },
  { name: 'make', need: 'fallback', command: 'make' },
  { name: 'g++', need: 'fallback', command: 'g++' },
  { name: 'python3', need: 'fallback', command: 'python3' },
  { name: 'strace', need: 'test', command: 'strace' },
  { name: 'nats-server', need: 'test', command: 'nats-server' },
  { name: 'openssl', need: 'test', command: 'openssl' },
  { name: 'dbus', need: 'test', command: 'dbus-run-session' },
  { name: 'gnome-keyring', need: 'test', command: 'gnome-keyring-daemon' },
  { name: 'libsecret-1-0', need: 'test', library: 'libsecret-1.so.0' },
];
