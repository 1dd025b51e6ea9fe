import { Pill, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { fieldModule } from '../../fields';
import { asReference } from '../../fields/referenceValue';
import type { FieldDescription, FieldKind } from '../../kernel/api/contract';
import { useModel } from '../../kernel/register/model';
import { ActorInput } from './ActorInput';
import styles from './ledger.module.css';
import { useEventChoices } from './useEventChoices';

interface LedgerFiltersProps {
    filter: Record<string, string | undefined>;
    change: (key: string, value: string | null) => void;
}

function fieldOf(key: string, kind: FieldKind): FieldDescription {
    return { key, kind, label: { sv: '', en: '' } };
}

const dayField = fieldOf('day', 'day');

export function LedgerFilters({ filter, change }: LedgerFiltersProps) {
    const { t } = useTranslation();
    const model = useModel();
    const choices = useEventChoices();
    const { Input: DayInput } = fieldModule(dayField);
    return (
        <div className={styles.filters} role="search">
            <Select
                label={t('ledger.event')}
                placeholder={t('ledger.anyEvent')}
                data={choices}
                value={filter['event'] ?? null}
                onChange={(value) => change('event', value)}
                searchable
                clearable
                clearButtonProps={{ 'aria-label': t('app.clear') }}
                nothingFoundMessage={t('input.nothingFound')}
                maxDropdownHeight={320}
            />
            {model.register('people') && (
                <ActorInput
                    id={filter['actor']}
                    label={t('ledger.who')}
                    onChoose={(value) => change('actor', asReference(value)?.id ?? null)}
                />
            )}
            {(['from', 'to'] as const).map((key) => (
                <div key={key}>
                    <DayInput
                        field={dayField}
                        label={t(`ledger.${key}`)}
                        value={filter[key] ?? null}
                        onChange={(value) => change(key, typeof value === 'string' ? value : null)}
                    />
                </div>
            ))}
            {filter['record'] && (
                <Pill
                    size="lg"
                    withRemoveButton
                    onRemove={() => change('record', null)}
                    removeButtonProps={{
                        'aria-label': t('list.removeFilter', { filter: t('ledger.record') }),
                        'aria-hidden': false,
                        tabIndex: 0,
                    }}
                >
                    {t('ledger.record')}: …{filter['record'].slice(-6)}
                </Pill>
            )}
        </div>
    );
}
