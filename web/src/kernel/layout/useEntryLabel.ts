import { useTranslation } from 'react-i18next';
import { usePhrase } from '../i18n';
import type { Entry } from './areas';

export function useEntryLabel(): (entry: Entry) => string {
    const { t } = useTranslation();
    const phrase = usePhrase();
    return ({ label }) => {
        if (label === 'my') {
            return t('area.my');
        }
        return label === 'log' ? t('ledger.title') : phrase(label);
    };
}
