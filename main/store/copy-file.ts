import { closeSync, fstatSync, openSync, readSync, writeSync } from 'node:fs';

/** Copied between two words about how far it is. */
const STEP_BYTES = 4 * 1024 * 1024;

function writeAll(file: number, bytes: Buffer): void {
  for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written);
}

/** Copies a file over one that is there, and tells after each step how many bytes were copied by it. */
export function copyFile(from: string, to: string, onStep: (bytes: number) => void): void {
  const source = openSync(from, 'r');
  try {
    const target = openSync(to, 'w');
    try {
      const buffer = Buffer.allocUnsafe(Math.min(STEP_BYTES, Math.max(1, fstatSync(source).size)));
      for (let read = readSync(source, buffer); read > 0; read = readSync(source, buffer)) {
        writeAll(target, buffer.subarray(0, read));
        onStep(read);
      }
    } finally {
      closeSync(target);
    }
  } finally {
    closeSync(source);
  }
}
