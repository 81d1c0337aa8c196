import type { ProcedureInput, ProcedureOutput } from '../../domain/contract/procedures.ts';
import type { EngineHost } from './engine-host.ts';

type Read = ProcedureOutput<'import.read-mapping'>;

/** What asks the operator for files, outside the page. */
interface FileDialogs {
  readonly openFile: (asked: { readonly title: string }) => Promise<string | null>;
  readonly saveFile: (suggestion: {
    readonly title: string;
    readonly name: string;
  }) => Promise<string | null>;
}

/** Mappings that come from files and go into files: which ones, the operator says outside the page. */
export function mappingsOnDesk(host: Pick<EngineHost, 'jobs'>, desk: FileDialogs) {
  return {
    'import.choose-mapping': async (): Promise<ProcedureOutput<'import.choose-mapping'>> => {
      const path = await desk.openFile({ title: 'Choose a mapping' });
      return path === null ? { mapping: null } : ((await host.jobs('import.read-mapping', { path })) as Read);
    },
    'import.export-mapping': async ({
      name,
    }: ProcedureInput<'import.export-mapping'>): Promise<ProcedureOutput<'import.export-mapping'>> => {
      const path = await desk.saveFile({ title: 'Export the mapping', name: `${name}.mapping.json` });
      if (path !== null) await host.jobs('import.write-mapping', { name, path });
      return { written: path !== null };
    },
  };
}
