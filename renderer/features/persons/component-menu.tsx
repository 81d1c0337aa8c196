import { Ellipsis } from 'lucide-react';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu, MenuItem } from '../../ui/menu.tsx';
import { componentActions } from './component-actions.ts';
import { useOpenForm } from './forms/use-open-form.ts';
import type { Component } from './person-model.ts';

export interface ComponentMenuProps {
  readonly component: Component;
  readonly title: string;
  readonly headline: string;
  readonly target: { readonly person: string; readonly component: string };
}

export function ComponentMenu({ component, title, headline, target }: ComponentMenuProps) {
  const open = useOpenForm();
  const actions = componentActions(component);
  if (actions.length === 0) return null;
  const label = `More for ${title.toLowerCase()}: ${headline}`;
  return (
    <Menu trigger={<IconButton size="small" icon={Ellipsis} label={label} />}>
      {actions.map((action) => (
        <MenuItem
          key={action.form}
          icon={action.icon}
          onSelect={() => open({ form: action.form, ...target })}
        >
          {`${action.label}…`}
        </MenuItem>
      ))}
    </Menu>
  );
}
