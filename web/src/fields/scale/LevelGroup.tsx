import type { EntityRecord, FieldDescription } from '../../kernel/api/contract';
import { usePhrase } from '../../kernel/i18n';
import { useModel } from '../../kernel/register/model';
import { LevelBadge } from './LevelBadge';
import styles from './scale.module.css';

interface LevelGroupProps {
    fields: FieldDescription[];
    record: EntityRecord;
}

/** Several levels in a row, each with the first letter of what it is the level of: K3 R2 T4. */
export function LevelGroup({ fields, record }: LevelGroupProps) {
    const phrase = usePhrase();
    const model = useModel();
    return (
        <span className={styles.group}>
            {fields.map((field) => {
                const value = record[field.key];
                if (typeof value !== 'number') {
                    return null;
                }
                const name = phrase(field.label);
                const level = model.scale(field.scale)?.levels.find((one) => one.value === value);
                return (
                    <LevelBadge
                        key={field.key}
                        value={value}
                        prefix={name.slice(0, 1)}
                        label={`${name}: ${level ? phrase(level.label) : value}`}
                        compact
                    />
                );
            })}
        </span>
    );
}
