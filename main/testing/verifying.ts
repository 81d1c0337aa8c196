import { type VerifyReport, verifyReportSchema } from '../../domain/contract/views.ts';
import { registry } from '../../domain/registry.ts';
import { dataFolderAt } from '../store/data-folder.ts';
import { translateSqliteError } from '../store/sqlite/sqlite-errors.ts';
import { createVerifier, type Verifier } from '../verify/verifier.ts';

export function verifierOf(dataFolder: string): Verifier {
  const now = () => performance.now();
  return createVerifier({ files: dataFolderAt(dataFolder), registry, now, translate: translateSqliteError });
}

/** Checks a folder, open or not. */
export async function verifyFolder(dataFolder: string): Promise<VerifyReport> {
  return verifyReportSchema.parse(await verifierOf(dataFolder).run());
}

/** Code of each finding once, in alphabetical order. */
export function codesOf(report: VerifyReport): readonly string[] {
  return [...new Set(report.findings.map(({ code }) => code))].sort();
}

/** Names of the checks that found something, in alphabetical order. */
export function failedChecks(report: VerifyReport): readonly string[] {
  return report.checks.flatMap(({ check, ok }) => (ok ? [] : [check])).sort();
}
