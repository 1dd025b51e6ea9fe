import i18next from 'i18next';
import { useTranslation } from 'react-i18next';
import type { LedgerEntry } from '../api/contract';
import { usePhrase } from '../i18n';
import { useModel } from './model';

/** `asset.created` in words. An event without words of its own is shown as the log has it. */
export function useEventText(): (event: string, withoutRegister?: boolean) => string {
    const { t } = useTranslation();
    const phrase = usePhrase();
    const model = useModel();
    return (event, withoutRegister) => {
        const [name = '', verb = ''] = event.split('.');
        const whole = `event.${event.replaceAll('.', '_')}`;
        if (i18next.exists(whole)) {
            return i18next.t(whole as 'event.created');
        }
        const register = model.register(name);
        const known = `event.${verb}`;
        const step = register?.transitions.find((candidate) => candidate.name === verb);
        const state = register?.states.find(
            (candidate) => candidate.name === verb || candidate.name === step?.to,
        );
        const act = i18next.exists(known)
            ? t(known as 'event.created')
            : phrase(state?.label) || phrase(step?.label);
        if (!act) {
            return event;
        }
        return register && !withoutRegister
            ? `${phrase(register.label)}: ${act.toLowerCase()}`
            : act;
    };
}

export function useActorName(): (entry: LedgerEntry) => string {
    const { t } = useTranslation();
    return ({ actor }) => {
        const name = actor.title ?? '';
        if (actor.kind === 'system') {
            return name ? t('ledger.systemFor', { name }) : t('app.system');
        }
        return name || t('ledger.anonymous');
    };
}
