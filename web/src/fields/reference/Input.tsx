import { Loader, Select } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type InputProps, labelling } from '../contract';
import { RecordOptionLine } from '../RecordOptionLine';
import { asReference, targetPath } from '../referenceValue';
import { useRecordOptions } from '../useRecordOptions';

export function Input(props: InputProps) {
    const { t } = useTranslation();
    const [typed, setTyped] = useState('');
    const chosen = useMemo(() => {
        const found = asReference(props.value);
        return found ? [found] : [];
    }, [props.value]);
    const { known, options, loading } = useRecordOptions(targetPath(props.field), typed, chosen);
    return (
        <Select
            {...labelling(props)}
            data={options}
            value={chosen[0]?.id ?? null}
            onChange={(id) => props.onChange(id === null ? null : (known.get(id) ?? null))}
            searchable
            onSearchChange={setTyped}
            filter={({ options: all }) => all}
            renderOption={({ option }) => (
                <RecordOptionLine label={option.label} code={known.get(option.value)?.ref} />
            )}
            placeholder={t('input.searchRecord')}
            nothingFoundMessage={loading ? t('app.loading') : t('input.nothingFound')}
            clearable={!props.required}
            clearButtonProps={{ 'aria-label': t('app.clear') }}
            rightSection={loading && typed !== '' ? <Loader size={14} /> : undefined}
            maxDropdownHeight={280}
        />
    );
}
