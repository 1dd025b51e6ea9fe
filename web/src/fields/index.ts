import type { FieldDescription, FieldKind } from '../kernel/api/contract';
import { choice } from './choice';
import type { FieldModule, PlainContext } from './contract';
import { isEmpty } from './contract';
import { day } from './day';
import { instant } from './instant';
import { longText } from './long_text';
import { number } from './number';
import { people } from './people';
import { person } from './person';
import { reference } from './reference';
import { references } from './references';
import { scale } from './scale';
import { text } from './text';
import { yesNo } from './yes_no';

const modules: Record<FieldKind, FieldModule> = {
    text,
    long_text: longText,
    choice,
    scale,
    day,
    instant,
    number,
    yes_no: yesNo,
    reference,
    references,
    person,
    people,
};

export function fieldModule(field: FieldDescription): FieldModule {
    // A newer server may know a kind that this page does not: it is then shown as text.
    return modules[field.kind] ?? text;
}

export function plainValue(field: FieldDescription, value: unknown, context: PlainContext): string {
    return isEmpty(value) ? '' : fieldModule(field).plain(field, value, context);
}

export { isEmpty };
