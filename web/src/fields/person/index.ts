import { reference } from '../reference';

// A person is a reference to the register of people and is shown and chosen like one.
export const person = reference;
