import { useTranslation } from 'react-i18next';
import type { DisplayProps } from '../contract';

export function Display({ value }: DisplayProps) {
    const { t } = useTranslation();
    return <>{value === true ? t('app.yes') : t('app.no')}</>;
}
