import { z } from 'zod';
import { filePathSchema } from './file-path.ts';
import { importMappingSchema, mappingNameSchema } from './import-mapping.ts';
import { procedure } from './procedure.ts';

export const savedMappingProcedures = {
  'import.mappings': procedure({
    kind: 'jobs',
    title: 'The saved mappings, by name',
    input: z.strictObject({}).default({}),
    output: z.object({ mappings: z.array(importMappingSchema) }),
  }),
  'import.save-mapping': procedure({
    kind: 'jobs',
    title: 'Save a mapping under its name, as the next version of it',
    input: z.strictObject({ mapping: importMappingSchema }),
    output: z.object({ mapping: importMappingSchema }),
  }),
  'import.rename-mapping': procedure({
    kind: 'jobs',
    title: 'Give a saved mapping another name; its version stays',
    input: z.strictObject({ name: mappingNameSchema, newName: mappingNameSchema }),
    output: z.object({ mapping: importMappingSchema }),
  }),
  'import.remove-mapping': procedure({
    kind: 'jobs',
    title: 'Forget a saved mapping; what was imported with it stays',
    input: z.strictObject({ name: mappingNameSchema }),
    output: z.object({ name: z.string() }),
  }),
  'import.choose-mapping': procedure({
    kind: 'console',
    title: 'Ask the operator for a file with a mapping and read it; null where they choose none',
    input: z.strictObject({}).default({}),
    output: z.object({ mapping: importMappingSchema.nullable() }),
  }),
  'import.read-mapping': procedure({
    kind: 'jobs',
    title: 'Read a mapping from a file, without saving it',
    commandLineOnly: true,
    input: z.strictObject({ path: filePathSchema }),
    output: z.object({ mapping: importMappingSchema }),
  }),
  'import.export-mapping': procedure({
    kind: 'console',
    title: 'Ask the operator where to, and write a saved mapping into a file; false where they choose none',
    input: z.strictObject({ name: mappingNameSchema }),
    output: z.object({ written: z.boolean() }),
  }),
  'import.write-mapping': procedure({
    kind: 'jobs',
    title: 'Write a saved mapping into a file',
    commandLineOnly: true,
    input: z.strictObject({ name: mappingNameSchema, path: filePathSchema }),
    output: z.object({ name: z.string() }),
  }),
} as const;
