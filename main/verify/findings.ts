import type { VerifyReport } from '../../domain/contract/views.ts';

type Finding = VerifyReport['findings'][number];

/** Notes one finding of a check: a stable code, words, and what they are about. */
export type Note = (code: string, message: string, details: Readonly<Record<string, unknown>>) => void;

const MAX_LISTED = 100;
/** One check that goes wrong everywhere must not push the findings of the others off the list. */
const MAX_LISTED_PER_CHECK = 20;

/** Counts everything that is found and lists the first of it. */
export class Findings {
  readonly #counts = new Map<string, number>();
  readonly #listed: Finding[] = [];

  /** A check that is carried out appears in the report, whether it finds anything or not. */
  check(name: string): Note {
    if (!this.#counts.has(name)) this.#counts.set(name, 0);
    return (code, message, details) => {
      const count = (this.#counts.get(name) ?? 0) + 1;
      this.#counts.set(name, count);
      if (count > MAX_LISTED_PER_CHECK || this.#listed.length >= MAX_LISTED) return;
      this.#listed.push({ code, message, details: { ...details } });
    };
  }

  report(): Pick<VerifyReport, 'ok' | 'checks' | 'findings' | 'unlisted'> {
    const checks = [...this.#counts].map(([check, findings]) => ({ check, ok: findings === 0, findings }));
    const all = checks.reduce((sum, { findings }) => sum + findings, 0);
    return { ok: all === 0, checks, findings: this.#listed, unlisted: all - this.#listed.length };
  }
}
