import { Button, Popover, Select } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldModule } from '../../fields';
import type { FieldDescription, RegisterDescription } from '../api/contract';
import { usePhrase } from '../i18n';
import { filterableFields } from './listState';
import styles from './list.module.css';

interface FilterMenuProps {
    register: RegisterDescription;
    onFilter: (key: string, value: string) => void;
}

/** Filters compare with one value, also where a field holds many. */
function oneOf(field: FieldDescription): FieldDescription {
    if (field.kind === 'references') {
        return { ...field, kind: 'reference' };
    }
    return field.kind === 'people' ? { ...field, kind: 'person' } : field;
}

export function FilterMenu({ register, onFilter }: FilterMenuProps) {
    const { t } = useTranslation();
    const phrase = usePhrase();
    const [opened, setOpened] = useState(false);
    const fields = useMemo(() => filterableFields(register), [register]);
    const [key, setKey] = useState<string | null>(null);
    const chosen = fields.find((field) => field.key === key);
    const field = chosen && oneOf(chosen);
    const module = field && fieldModule(field);
    if (fields.length === 0) {
        return null;
    }
    const apply = (value: unknown) => {
        const wire = field && module?.toWire(value);
        if (field && wire !== null && wire !== undefined) {
            onFilter(field.key, String(wire));
            setOpened(false);
            setKey(null);
        }
    };
    return (
        <Popover
            opened={opened}
            onChange={setOpened}
            position="bottom-start"
            shadow="md"
            width={300}
            trapFocus
        >
            <Popover.Target>
                <Button
                    variant="default"
                    leftSection={<IconFilter size={16} aria-hidden />}
                    onClick={() => setOpened(!opened)}
                >
                    {t('list.filter')}
                </Button>
            </Popover.Target>
            <Popover.Dropdown className={styles.filterDropdown}>
                <Select
                    label={t('list.addFilter')}
                    placeholder={t('input.choose')}
                    data={fields.map((one) => ({ value: one.key, label: phrase(one.label) }))}
                    value={key}
                    onChange={setKey}
                    comboboxProps={{ withinPortal: false }}
                />
                {field && module && (
                    <module.Input
                        key={field.key}
                        field={field}
                        value={null}
                        onChange={apply}
                        label={phrase(field.label)}
                    />
                )}
            </Popover.Dropdown>
        </Popover>
    );
}
