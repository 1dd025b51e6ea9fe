import type { sv } from './sv';

export type Catalogue = typeof sv;
