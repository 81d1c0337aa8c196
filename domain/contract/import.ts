import { z } from 'zod';
import { filePathSchema } from './file-path.ts';
import { jobIdSchema as jobId } from './bulk.ts';
import {
  componentRuleSchema,
  importMappingSchema,
  mappedValueSchema,
  readingSchema,
} from './import-mapping.ts';
import { jobSchema } from './jobs.ts';
import { procedure } from './procedure.ts';

/** A file that was chosen, by an id: a page never says where in the file system something is. */
export const importFileSchema = z.object({
  fileId: z.string(),
  /** Without its folder. */
  name: z.string(),
  bytes: z.number().int(),
  /** Another one as soon as the file is another. */
  mark: z.string(),
});
export type ImportFile = z.output<typeof importFileSchema>;

const fileId = z.string().min(1).max(50);

export const valueKindSchema = z.enum(['text', 'number', 'yes-no', 'date', 'mixed', 'list', 'empty']);

const foundField = z.object({
  /** A column, or keys with dots between them; `.` where the entries of a list are no objects. */
  path: z.string(),
  kind: valueKindSchema,
  /** The first few different ones, cut short. */
  samples: z.array(z.string()),
  /**
   * The forms that its dates have but for a few of them, likeliest first; where there are several, nobody can tell them
   * apart. Of a text: there are words like `today` among the dates.
   */
  dateFormats: z.array(z.string()),
  /**
   * Of forms that fields ask for (`date`, `email`, …): how many values have it not, and the first of them; `few`: slips, for
   * which a row here and there is refused.
   */
  misfits: z.record(z.string(), z.object({ count: z.number().int(), first: z.string(), few: z.boolean() })),
  /** In how many of the rows (or entries) that were looked at it is given. */
  given: z.number().int(),
  /** Dates only: from one to the next they were found to go up, and never down; in a list, within each of the lists. */
  rising: z.boolean(),
  /** Entries of lists only: in some list an earlier entry has it and the last one has not. */
  lapses: z.boolean(),
  /** Entries of lists only: in some list two have the same one, or it is too long to say. */
  repeats: z.boolean(),
});

/** What a file was found to hold, in its first rows. */
export const foundPathSchema = foundField.extend({
  /** Of a nested list: what its entries hold. */
  entries: z.array(foundField).nullable(),
});
export type FoundPath = z.output<typeof foundPathSchema>;

export const inspectionSchema = z.object({
  file: importFileSchema,
  reading: readingSchema.required({ format: true, encoding: true }),
  paths: z.array(foundPathSchema),
  /** The first few rows, a cell for each of the paths, cut short; null where it is not given. */
  firstRows: z.array(z.array(z.string().nullable())),
  rows: z.object({
    lookedAt: z.number().int(),
    /** Worked out from the size of those that were looked at. */
    estimated: z.number().int(),
    /** True where all rows were looked at. */
    exact: z.boolean(),
  }),
  /** What is odd about the file, in words: columns of the same name, rows that cannot be read. */
  warnings: z.array(z.object({ code: z.string(), message: z.string() })),
  /** Begun from names and values, for somebody to look over. Null where the file has nothing to map. */
  suggestion: importMappingSchema.nullable(),
  /** What the suggestion does not read, and why not, in words. */
  leftOut: z.array(
    z.object({
      path: z.string(),
      /** Inside of a nested list: what of its entries. */
      entry: z.string().nullable(),
      why: z.string(),
    }),
  ),
});
export type ImportInspection = z.output<typeof inspectionSchema>;

/** A value to be tried, and the list whose first entry it stands in. */
export const sampleAskedSchema = z.strictObject({
  value: mappedValueSchema,
  each: componentRuleSchema.shape.each,
});

/** What a value comes to in one row: nothing, a text, or why it cannot be taken. */
export const sampleSchema = z.object({
  text: z.string().nullable(),
  fault: z.object({ code: z.string(), message: z.string() }).nullable(),
});
export type ImportSample = z.output<typeof sampleSchema>;

/**
 * `duplicate`: a new person who is possibly one that exists, or a row that refers to such a row, passed over.
 * `unchanged`: the person says all of it already. What is read twice for one key is refused.
 */
export const importOutcomeSchema = z.enum(['new', 'changed', 'unchanged', 'duplicate', 'refused']);
export type ImportOutcome = z.output<typeof importOutcomeSchema>;

export const importCountsSchema = z.object({
  rows: z.number().int(),
  new: z.number().int(),
  changed: z.number().int(),
  unchanged: z.number().int(),
  duplicate: z.number().int(),
  refused: z.number().int(),
});
export type ImportCounts = z.output<typeof importCountsSchema>;

export const importChangeSchema = z.object({
  /** `name`, `birthDate`, `identities.<system>`, `metadata.<key>`, or the type of a component. */
  what: z.string(),
  how: z.enum(['added', 'changed']),
  componentId: z.string().nullable(),
  /** Of what is changed: which fields. */
  fields: z.array(z.string()),
});
export type ImportChange = z.output<typeof importChangeSchema>;

const likeness = z.object({
  personId: z.string(),
  displayName: z.string().nullable(),
  reasons: z.array(z.object({ kind: z.string(), value: z.string(), degree: z.number().nullable() })),
});

const importFaultSchema = z.object({
  code: z.string(),
  message: z.string(),
  /** The column or path that has to be mended, or the field that it leads to. */
  field: z.string().nullable(),
  /** What stands there in the file, cut short; null where nothing does. */
  value: z.string().nullable(),
});
export type ImportFault = z.output<typeof importFaultSchema>;

export const importRowSchema = z.object({
  /** Counted from 1, without the header. */
  row: z.number().int(),
  outcome: importOutcomeSchema,
  /** What the source knows the person by; null where that cannot be read. */
  key: z.string().nullable(),
  personId: z.string().nullable(),
  /** The name as it will be, or is. */
  displayName: z.string().nullable(),
  changes: z.array(importChangeSchema),
  /** Possible duplicates, also of a row that is imported all the same. */
  duplicateOf: z.array(likeness),
  /** Why it was refused or passed over. */
  code: z.string().nullable(),
  message: z.string().nullable(),
  /** The column or path that has to be mended, or the field that it leads to. */
  field: z.string().nullable(),
  /** All that was found wrong with a row that was refused: the first of them is told above. */
  faults: z.array(importFaultSchema),
});
export type ImportRow = z.output<typeof importRowSchema>;

/** The result of a job of kind `import`. */
export const importResultSchema = z.object({
  ...importCountsSchema.shape,
  file: z.string(),
  fileId: z.string(),
  dryRun: z.boolean(),
  duplicates: z.enum(['skip', 'import']),
  mapping: z.string(),
  mappingVersion: z.number().int(),
  source: z.string(),
});
export type ImportResult = z.output<typeof importResultSchema>;

export const importProcedures = {
  'import.choose': procedure({
    kind: 'console',
    title: 'Ask the operator for a file to import; null where they choose none',
    input: z.strictObject({}).default({}),
    output: z.object({ file: importFileSchema.nullable() }),
  }),
  'import.open': procedure({
    kind: 'jobs',
    title:
      'Take a file for importing, by its path; for the command line, and for files dropped on the window',
    commandLineOnly: true,
    input: z.strictObject({ path: filePathSchema }),
    output: importFileSchema,
  }),
  'import.inspect': procedure({
    kind: 'jobs',
    title:
      'What a file holds: format, encoding, columns and nested lists with examples, and a suggested mapping',
    input: z.strictObject({ fileId, reading: readingSchema.default({}) }),
    output: inspectionSchema,
  }),
  'import.sample': procedure({
    kind: 'jobs',
    title: 'What values of a mapping come to in one of the first rows of a file',
    input: z.strictObject({
      fileId,
      reading: readingSchema.default({}),
      row: z.number().int().min(1).max(20).default(1),
      values: z
        .record(z.string().max(300), sampleAskedSchema)
        .meta({ description: 'By a name that the answer repeats' }),
    }),
    output: z.object({
      /** The row was there and could be read. */
      found: z.boolean(),
      samples: z.record(z.string(), sampleSchema),
    }),
  }),
  'import.start': procedure({
    kind: 'jobs',
    title: 'Start an import, or a dry run that changes nothing; how it goes on comes as `job.changed` pushes',
    input: z.strictObject({
      fileId,
      mapping: importMappingSchema,
      dryRun: z.boolean(),
      mark: z.string().max(200).optional().meta({
        description: 'Of the file as it was looked at: refused where it has changed since',
      }),
      duplicates: z
        .enum(['skip', 'import'])
        .default('skip')
        .meta({ description: 'New persons who possibly exist already: pass over, or import anyway' }),
    }),
    output: jobSchema,
  }),
  'import.results': procedure({
    kind: 'jobs',
    title: 'What came, or would come, of each row of an import',
    input: z.strictObject({
      jobId,
      outcome: importOutcomeSchema.optional(),
      after: z.number().int().min(0).optional().meta({ description: 'Handed out as `next`' }),
      limit: z.number().int().min(1).max(1000).default(100),
    }),
    output: z.object({
      counts: importCountsSchema,
      rows: z.array(importRowSchema),
      next: z.number().int().nullable(),
    }),
  }),
  'import.order': procedure({
    kind: 'jobs',
    title: 'With which mapping an import was ordered',
    input: z.strictObject({ jobId }),
    output: z.object({ fileId: z.string(), mapping: importMappingSchema }),
  }),
} as const;
