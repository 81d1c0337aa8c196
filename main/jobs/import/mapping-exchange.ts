import { failure } from '../../../domain/contract/errors.ts';
import { type ImportMapping, importMappingSchema } from '../../../domain/contract/import-mapping.ts';
import { fieldIssues, plainWords } from '../../../domain/contract/procedures.ts';
import { replaceFile } from '../../store/replace-file.ts';
import { exportFailure } from '../export-failure.ts';
import { readHead } from './source-file.ts';

/** Far more than any mapping: whatever is longer is something else, chosen by mistake. */
const MOST_BYTES = 1024 * 1024;

function noMapping(path: string, why: string): Error {
  const message = `The file ${path} is no mapping: ${why}. Choose one that was exported from a console.`;
  return failure('wrong-use', 'mapping-file-invalid', message, { path });
}

function asJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw noMapping(path, 'it is not JSON');
  }
}

/** Throws `import-file-unreadable` and `mapping-file-invalid`. */
export async function readMappingFile(path: string): Promise<ImportMapping> {
  const bytes = await readHead(path, MOST_BYTES + 1);
  if (bytes.length > MOST_BYTES) throw noMapping(path, 'it is longer than 1 MB');
  const parsed = importMappingSchema.safeParse(asJson(bytes.toString('utf8'), path), { error: plainWords });
  if (parsed.success) return parsed.data;
  const [first] = fieldIssues(parsed.error);
  throw noMapping(
    path,
    first === undefined ? 'it is another thing' : `${first.path || 'it'}: ${first.message}`,
  );
}

/** As it is saved, for another console or the command line. Throws `export-not-written` and `disk-full`. */
export function writeMappingFile(path: string, mapping: ImportMapping): void {
  try {
    replaceFile(path, `${JSON.stringify(mapping, null, 2)}\n`);
  } catch (thrown) {
    throw exportFailure(thrown, path);
  }
}
