import type { ReactNode } from 'react';
import { SettingRows } from '../../ui/form/setting-row.tsx';
import { PageSection } from '../../ui/page.tsx';

export interface SectionProps {
  readonly title: string;
  readonly children: ReactNode;
}

export function Section({ title, children }: SectionProps) {
  return (
    <PageSection title={title}>
      <SettingRows>{children}</SettingRows>
    </PageSection>
  );
}
