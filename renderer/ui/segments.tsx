import { ToggleGroup } from 'radix-ui';
import { formatCount } from './format/number.ts';
import styles from './segments.module.css';

export interface Segment<V extends string> {
  readonly value: V;
  readonly label: string;
  readonly count?: number | undefined;
}

export interface SegmentsProps<V extends string> {
  readonly label: string;
  readonly segments: readonly Segment<V>[];
  readonly value: V;
  readonly onChange: (value: V) => void;
}

/** One of a few, all of them visible: for filters. */
export function Segments<V extends string>({ label, segments, value, onChange }: SegmentsProps<V>) {
  const choose = (next: string) => {
    const segment = segments.find((candidate) => candidate.value === next);
    if (segment !== undefined) onChange(segment.value);
  };
  return (
    <ToggleGroup.Root
      type="single"
      aria-label={label}
      value={value}
      onValueChange={choose}
      className={styles['segments']}
    >
      {segments.map((segment) => (
        <ToggleGroup.Item key={segment.value} value={segment.value} className={styles['segment']}>
          {segment.label}
          {segment.count === undefined ? null : (
            <span className={styles['count']}>{formatCount(segment.count)}</span>
          )}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  );
}
