import { notifications } from '@mantine/notifications';
import i18next from 'i18next';

/** A short message in the corner, which also screen readers are told. */
export function announce(message: string, title?: string): void {
    notifications.show({
        title,
        message,
        closeButtonProps: { 'aria-label': i18next.t('app.close') },
    });
}
