import type { Reference } from '../../kernel/api/contract';
import { useRecord } from '../../kernel/api/queries';

/** Requirements are known by their number, which a plain reference does not carry. */
export function RequirementName({ record: requirement }: { record: Reference }) {
    const record = useRecord('requirements', requirement.id);
    const number = record.data?.['number'];
    const title = record.data?.title ?? (requirement.title || requirement.ref);
    return <>{typeof number === 'string' ? `${number} ${title}` : title}</>;
}
