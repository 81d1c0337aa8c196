import { Bookmark, BookmarkPlus, Settings2 } from 'lucide-react';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu, MenuHeading, MenuItem, MenuSeparator } from '../../ui/menu.tsx';
import { useSavedLists } from './use-saved-filters.ts';

/** Ways to look at the list that the operator has named. */
export function SavedMenu() {
  const { filters, apply, open } = useSavedLists();
  return (
    <Menu trigger={<IconButton icon={Bookmark} label="Saved filters" />}>
      <MenuHeading>Saved filters</MenuHeading>
      {filters.map((filter) => (
        <MenuItem key={filter.id} icon={Bookmark} onSelect={() => apply(filter)}>
          <bdi>{filter.name}</bdi>
        </MenuItem>
      ))}
      {filters.length === 0 ? null : <MenuSeparator />}
      <MenuItem icon={BookmarkPlus} onSelect={() => open('save')}>
        Save what the list shows…
      </MenuItem>
      {filters.length === 0 ? null : (
        <MenuItem icon={Settings2} onSelect={() => open('manage')}>
          Rename or delete…
        </MenuItem>
      )}
    </Menu>
  );
}
