import { type ColumnDef, columnVisibilityFeature, tableFeatures } from '@tanstack/react-table';

export interface ColumnLook {
  /** Width of the grid track, e.g. `112px` or `minmax(160px, 2fr)`. */
  readonly track: string;
  readonly align?: 'end' | undefined;
  /** Title in words, for header and column menu. */
  readonly title: string;
  /** Present where the list can be sorted by it. */
  readonly sort?: string | undefined;
  /** Table width below which the column makes room; absent: always shown. */
  readonly from?: number | undefined;
}

export const features = tableFeatures({ columnVisibilityFeature, columnMeta: {} as ColumnLook });
export type DataColumn<Row extends object> = ColumnDef<typeof features, Row>;

/** Visibility by column id: hidden by choice, or for want of room at this width. */
export function visibility<Row extends object>(
  columns: readonly DataColumn<Row>[],
  width: number,
  hidden: readonly string[],
): Record<string, boolean> {
  const entries = columns.map((column) => {
    const id = column.id ?? '';
    const fits = width === 0 || width >= (column.meta?.from ?? 0);
    return [id, fits && !hidden.includes(id)] as const;
  });
  return Object.fromEntries(entries);
}
