import { createContext } from 'react';

/** The id of the person whom the open form is about: fields for another person do not offer them. */
export const FormPerson = createContext<string | undefined>(undefined);
