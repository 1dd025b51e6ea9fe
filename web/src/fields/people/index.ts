import { references } from '../references';

export const people = references;
