import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { RegisterDescription } from '../api/contract';
import { inLanguage, useLanguage } from '../i18n';
import { formatInstant } from '../i18n/format';
import { columnsOf } from './columns';

export function useColumns(register: RegisterDescription) {
    const { t } = useTranslation();
    const language = useLanguage();
    return useMemo(
        () =>
            columnsOf(register, {
                ref: t('list.ref'),
                state: t('list.state'),
                updated: t('list.updated'),
                field: (field) => inLanguage(field.label, language),
                instant: (value) => formatInstant(value, language),
            }),
        [register, t, language],
    );
}
