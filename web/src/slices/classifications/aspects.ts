export const aspects = ['confidentiality', 'integrity', 'availability'] as const;
export type Aspect = (typeof aspects)[number];
