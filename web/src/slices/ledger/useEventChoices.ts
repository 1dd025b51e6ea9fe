import { useMemo } from 'react';
import { useEventText } from '../../kernel/register/eventText';
import { useModel } from '../../kernel/register/model';

const commonVerbs = ['created', 'updated', 'archived', 'restored'];

const otherEvents = [
    'session.opened',
    'session.closed',
    'session.refused',
    'session.denied',
    'session.reauthenticated',
    'access.denied',
    'account.added',
    'account.disabled',
    'account.password_set',
    'role.granted',
    'token.created',
    'token.revoked',
    'settings.changed',
    'ledger.exported',
];

/** The events that can be asked for, in words. */
export function useEventChoices(): { value: string; label: string }[] {
    const model = useModel();
    const text = useEventText();
    return useMemo(() => {
        const ofRegisters = model.registers.flatMap((register) => {
            const steps = register.transitions.map((step) => step.name);
            return [...commonVerbs, ...steps].map((verb) => `${register.path}.${verb}`);
        });
        return [...ofRegisters, ...otherEvents].map((value) => ({ value, label: text(value) }));
    }, [model, text]);
}
