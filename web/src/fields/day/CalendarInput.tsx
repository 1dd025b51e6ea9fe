import '@mantine/dates/styles.layer.css';
import 'dayjs/locale/sv';
import 'dayjs/locale/en-gb';
import { DateInput } from '@mantine/dates';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../kernel/i18n';
import { type InputProps, labelling } from '../contract';

/** A day, written as 2026-11-24 or chosen in the calendar; weeks begin on Monday. */
export default function CalendarInput(props: InputProps) {
    const { t } = useTranslation();
    const language = useLanguage();
    return (
        <DateInput
            {...labelling(props)}
            value={typeof props.value === 'string' ? props.value.slice(0, 10) : null}
            onChange={props.onChange}
            valueFormat="YYYY-MM-DD"
            placeholder={t('input.dayFormat')}
            locale={language === 'sv' ? 'sv' : 'en-gb'}
            firstDayOfWeek={1}
            clearable={!props.required}
            clearButtonProps={{ 'aria-label': t('app.clear') }}
            popoverProps={{ shadow: 'md', withinPortal: true }}
        />
    );
}
