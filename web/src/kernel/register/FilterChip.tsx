import { Pill } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { plainValue } from '../../fields';
import { targetPath } from '../../fields/referenceValue';
import type { FieldDescription } from '../api/contract';
import { useRecord } from '../api/queries';
import { useLanguage, usePhrase } from '../i18n';
import { useModel } from './model';
import styles from './list.module.css';

interface FilterChipProps {
    field: FieldDescription;
    value: string;
    onRemove: () => void;
}

const referenceKinds = new Set(['reference', 'references', 'person', 'people']);

export function FilterChip(props: FilterChipProps) {
    return referenceKinds.has(props.field.kind) ? (
        <ReferenceChip {...props} />
    ) : (
        <PlainChip {...props} />
    );
}

function PlainChip({ field, value, onRemove }: FilterChipProps) {
    const language = useLanguage();
    const model = useModel();
    return (
        <Chip
            field={field}
            text={plainValue(field, value, { language, model })}
            onRemove={onRemove}
        />
    );
}

function ReferenceChip({ field, value, onRemove }: FilterChipProps) {
    const record = useRecord(targetPath(field), value);
    return <Chip field={field} text={record.data?.title ?? '…'} onRemove={onRemove} />;
}

interface ChipProps {
    field: FieldDescription;
    text: string;
    onRemove: () => void;
}

function Chip({ field, text, onRemove }: ChipProps) {
    const { t } = useTranslation();
    const phrase = usePhrase();
    const filter = `${phrase(field.label)}: ${text}`;
    return (
        <Pill
            className={styles.chip}
            size="lg"
            withRemoveButton
            onRemove={onRemove}
            removeButtonProps={{
                'aria-label': t('list.removeFilter', { filter }),
                'aria-hidden': false,
                tabIndex: 0,
            }}
        >
            {filter}
        </Pill>
    );
}
