import { typedChanges, typedData } from '../commands/kind-commands.ts';
import type { ComponentType } from '../components/index.ts';
import { changeComponent } from './change-component.ts';
import { addition, removal } from './components.ts';
import { type Handler, whileActive, whileOpen } from './handler.ts';

type Adding = 'AddEmail' | 'AddPhone' | 'AddSkill' | 'AddSocialProfile' | 'AddEmployment' | 'AddRelationship';
type Updating =
  | 'UpdateEmail'
  | 'UpdatePhone'
  | 'UpdateSkill'
  | 'UpdateSocialProfile'
  | 'UpdateEmployment'
  | 'UpdateRelationship';
type Removing =
  | 'RemoveEmail'
  | 'RemovePhone'
  | 'RemoveSkill'
  | 'RemoveSocialProfile'
  | 'RemoveEmployment'
  | 'RemoveRelationship';

function add<T extends Adding>(componentType: ComponentType): Handler<T> {
  return whileActive<T>((command, person, context) => {
    const { componentId = command.commandId, primary, verified, tags, custom, registeredBy } = command.data;
    const data = typedData(command.data);
    const added = { componentId, componentType, data, primary, verified, tags, custom, registeredBy };
    return addition(added, person, context);
  });
}

function update<T extends Updating>(expected: ComponentType): Handler<T> {
  return whileActive<T>(({ data }, person, context) => {
    const { componentId, reason } = data;
    return changeComponent({ componentId, reason, expected, changes: typedChanges(data) }, person, context);
  });
}

function remove<T extends Removing>(expected: ComponentType): Handler<T> {
  return whileOpen<T>(({ data }, person) => removal({ ...data, expected }, person));
}

export const kindHandlers: { readonly [T in Adding | Updating | Removing]: Handler<T> } = {
  AddEmail: add('EmailAddress'),
  UpdateEmail: update('EmailAddress'),
  RemoveEmail: remove('EmailAddress'),
  AddPhone: add('PhoneNumber'),
  UpdatePhone: update('PhoneNumber'),
  RemovePhone: remove('PhoneNumber'),
  AddSkill: add('Skill'),
  UpdateSkill: update('Skill'),
  RemoveSkill: remove('Skill'),
  AddSocialProfile: add('SocialProfile'),
  UpdateSocialProfile: update('SocialProfile'),
  RemoveSocialProfile: remove('SocialProfile'),
  AddEmployment: add('Employment'),
  UpdateEmployment: update('Employment'),
  RemoveEmployment: remove('Employment'),
  AddRelationship: add('Relationship'),
  UpdateRelationship: update('Relationship'),
  RemoveRelationship: remove('Relationship'),
};
