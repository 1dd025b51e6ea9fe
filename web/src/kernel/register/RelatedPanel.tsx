import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { EntityRecord, FieldDescription, RegisterDescription } from '../api/contract';
import { Section } from '../components/Section';
import { useModel } from './model';
import { RelatedList } from './RelatedList';
import styles from './record.module.css';

interface RelatedPanelProps {
    register: RegisterDescription;
    record: EntityRecord;
}

interface Pointer {
    register: RegisterDescription;
    field: FieldDescription;
}

const pointingKinds = new Set(['reference', 'references', 'person', 'people']);

/** Every field of every register that can point to a record of this one. */
function pointersTo(register: RegisterDescription, all: RegisterDescription[]): Pointer[] {
    return all.flatMap((other) =>
        other.fields
            .filter(
                (field) =>
                    pointingKinds.has(field.kind) &&
                    field.target === register.path &&
                    field.filterable,
            )
            .map((field) => ({ register: other, field })),
    );
}

/** One and the same register may point here in more than one way, as a process's parts do. */
function isAmbiguous(pointer: Pointer, all: Pointer[]): boolean {
    const same = all.filter((other) => other.register === pointer.register);
    return same.length > 1 || pointer.field.target === pointer.register.path;
}

export function RelatedPanel({ register, record }: RelatedPanelProps) {
    const { t } = useTranslation();
    const model = useModel();
    const pointers = useMemo(() => pointersTo(register, model.registers), [register, model]);
    if (pointers.length === 0) {
        return null;
    }
    return (
        <Section title={t('record.related')}>
            <div className={styles.related}>
                {pointers.map((pointer) => (
                    <RelatedList
                        withField={isAmbiguous(pointer, pointers)}
                        key={`${pointer.register.path}.${pointer.field.key}`}
                        register={pointer.register}
                        field={pointer.field}
                        record={record}
                    />
                ))}
            </div>
        </Section>
    );
}
