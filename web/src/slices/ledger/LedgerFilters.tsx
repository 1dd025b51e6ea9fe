import { Pill, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldModule } from '../../fields';
import { asReference } from '../../fields/referenceValue';
import type { FieldDescription } from '../../kernel/api/contract';
import { useRecord } from '../../kernel/api/queries';
import { useModel } from '../../kernel/register/model';
import styles from './ledger.module.css';

interface LedgerFiltersProps {
    filter: Record<string, string | undefined>;
    change: (key: string, value: string | null) => void;
}

const noLabel = { sv: '', en: '' };
const actorField: FieldDescription = {
    key: 'actor',
    kind: 'person',
    label: noLabel,
    target: 'people',
};

export function LedgerFilters({ filter, change }: LedgerFiltersProps) {
    const { t } = useTranslation();
    const model = useModel();
    const [event, setEvent] = useState(filter['event'] ?? '');
    const changeEvent = useDebouncedCallback((text: string) => change('event', text), 300);
    const { Input: PersonInput } = fieldModule(actorField);
    const actorId = filter['actor'];
    return (
        <div className={styles.filters} role="search">
            <TextInput
                label={t('ledger.event')}
                placeholder={t('ledger.eventHelp')}
                value={event}
                onChange={({ currentTarget }) => {
                    setEvent(currentTarget.value);
                    changeEvent(currentTarget.value.trim());
                }}
            />
            {model.register('people') && (
                <ActorInput
                    Input={PersonInput}
                    id={actorId}
                    label={t('ledger.who')}
                    onChoose={(value) => change('actor', asReference(value)?.id ?? null)}
                />
            )}
            <TextInput
                type="date"
                label={t('ledger.from')}
                value={filter['from'] ?? ''}
                onChange={({ currentTarget }) => change('from', currentTarget.value)}
            />
            <TextInput
                type="date"
                label={t('ledger.to')}
                value={filter['to'] ?? ''}
                onChange={({ currentTarget }) => change('to', currentTarget.value)}
            />
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
                    {t('ledger.record')}: {filter['record'].slice(0, 13)}…
                </Pill>
            )}
        </div>
    );
}

interface ActorInputProps {
    Input: ReturnType<typeof fieldModule>['Input'];
    id: string | undefined;
    label: string;
    onChoose: (value: unknown) => void;
}

function ActorInput(props: ActorInputProps) {
    return props.id ? <KnownActor {...props} id={props.id} /> : <AnyActor {...props} />;
}

function KnownActor({ Input, id, label, onChoose }: ActorInputProps & { id: string }) {
    const person = useRecord('people', id);
    const value = person.data ?? { id, ref: id, title: '' };
    return <Input field={actorField} value={value} onChange={onChoose} label={label} />;
}

function AnyActor({ Input, label, onChoose }: ActorInputProps) {
    return <Input field={actorField} value={null} onChange={onChoose} label={label} />;
}
