import type { DisplayProps } from '../contract';
import { RecordLink } from '../RecordLink';
import { asReference, targetPath } from '../referenceValue';

export function Display({ field, value, compact }: DisplayProps) {
    const found = asReference(value);
    if (found === undefined) {
        return null;
    }
    return <RecordLink path={found.register ?? targetPath(field)} record={found} plain={compact} />;
}
