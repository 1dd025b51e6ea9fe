import { MultiSelect } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Reference } from '../../kernel/api/contract';
import { type InputProps, labelling } from '../contract';
import { RecordOptionLine } from '../RecordOptionLine';
import { asReferences, targetPath } from '../referenceValue';
import { useRecordOptions } from '../useRecordOptions';

export function ManySelect(props: InputProps) {
    const { t } = useTranslation();
    const [typed, setTyped] = useState('');
    const chosen = useMemo(() => asReferences(props.value), [props.value]);
    const { known, options, loading } = useRecordOptions(targetPath(props.field), typed, chosen);
    const choose = (ids: string[]) => {
        const found = ids.map((id) => known.get(id));
        props.onChange(found.filter((one): one is Reference => one !== undefined));
    };
    return (
        <MultiSelect
            {...labelling(props)}
            data={options}
            value={chosen.map((one) => one.id)}
            onChange={choose}
            searchable
            searchValue={typed}
            onSearchChange={setTyped}
            filter={({ options: all }) => all}
            renderOption={({ option }) => (
                <RecordOptionLine label={option.label} code={known.get(option.value)?.ref} />
            )}
            hidePickedOptions
            placeholder={chosen.length === 0 ? t('input.searchRecord') : undefined}
            nothingFoundMessage={loading ? t('app.loading') : t('input.nothingFound')}
            maxDropdownHeight={280}
        />
    );
}
