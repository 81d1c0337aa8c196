import { Check, type LucideIcon } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { createContext, type ReactElement, type ReactNode, use } from 'react';
import { useAfterClose } from './hooks/use-after-close.ts';
import { Kbd } from './kbd.tsx';
import styles from './menu.module.css';
import { portalHome } from './portal-home.ts';

export interface MenuProps {
  readonly trigger: ReactElement;
  readonly children: ReactNode;
  readonly align?: 'start' | 'end' | undefined;
  readonly side?: 'top' | 'right' | 'bottom' | undefined;
}

type Choose = (action: () => void) => void;

/** Takes what an item does. */
const ChooseContext = createContext<Choose>((action) => action());

/** Not modal: a modal menu would inject a style element, which the content security policy refuses. */
export function Menu({ trigger, children, align = 'end', side = 'bottom' }: MenuProps) {
  const [choose, closed] = useAfterClose();
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal container={portalHome()}>
        <DropdownMenu.Content
          className={styles['menu']}
          align={align}
          side={side}
          sideOffset={4}
          collisionPadding={8}
          loop
          onCloseAutoFocus={closed}
        >
          <ChooseContext value={choose}>{children}</ChooseContext>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

export interface MenuItemProps {
  readonly icon?: LucideIcon | undefined;
  readonly shortcut?: string | undefined;
  readonly disabled?: boolean | undefined;
  readonly danger?: boolean | undefined;
  readonly onSelect: () => void;
  readonly children: ReactNode;
}

export function MenuItem({
  icon: Icon,
  shortcut,
  disabled = false,
  danger,
  onSelect,
  children,
}: MenuItemProps) {
  const choose = use(ChooseContext);
  return (
    <DropdownMenu.Item
      className={styles['item']}
      data-danger={danger}
      disabled={disabled}
      onSelect={() => choose(onSelect)}
    >
      <span className={styles['icon']}>{Icon === undefined ? null : <Icon aria-hidden />}</span>
      <span className={styles['label']}>{children}</span>
      {shortcut === undefined ? null : <Kbd>{shortcut}</Kbd>}
    </DropdownMenu.Item>
  );
}

export interface MenuChoiceProps<V extends string> {
  readonly label: string;
  readonly value: V;
  readonly options: readonly { readonly value: V; readonly label: string }[];
  readonly onChange: (value: V) => void;
}

export function MenuChoice<V extends string>({ label, value, options, onChange }: MenuChoiceProps<V>) {
  const choose = (next: string) => {
    const option = options.find((candidate) => candidate.value === next);
    if (option !== undefined) onChange(option.value);
  };
  return (
    <DropdownMenu.RadioGroup value={value} onValueChange={choose} aria-label={label}>
      <DropdownMenu.Label className={styles['heading']}>{label}</DropdownMenu.Label>
      {options.map((option) => (
        <DropdownMenu.RadioItem
          key={option.value}
          value={option.value}
          className={styles['item']}
          onSelect={(event) => event.preventDefault()}
        >
          <span className={styles['icon']}>
            <DropdownMenu.ItemIndicator asChild>
              <Check aria-hidden />
            </DropdownMenu.ItemIndicator>
          </span>
          <span className={styles['label']}>{option.label}</span>
        </DropdownMenu.RadioItem>
      ))}
    </DropdownMenu.RadioGroup>
  );
}

export interface MenuCheckProps {
  readonly checked: boolean;
  readonly disabled?: boolean | undefined;
  readonly onChange: (checked: boolean) => void;
  readonly children: ReactNode;
}

export function MenuCheck({ checked, disabled = false, onChange, children }: MenuCheckProps) {
  return (
    <DropdownMenu.CheckboxItem
      className={styles['item']}
      checked={checked}
      disabled={disabled}
      onCheckedChange={onChange}
      onSelect={(event) => event.preventDefault()}
    >
      <span className={styles['icon']}>
        <DropdownMenu.ItemIndicator asChild>
          <Check aria-hidden />
        </DropdownMenu.ItemIndicator>
      </span>
      <span className={styles['label']}>{children}</span>
    </DropdownMenu.CheckboxItem>
  );
}

export function MenuHeading({ children }: { readonly children: ReactNode }) {
  return <DropdownMenu.Label className={styles['heading']}>{children}</DropdownMenu.Label>;
}

export function MenuSeparator() {
  return <DropdownMenu.Separator className={styles['separator']} />;
}
