import { Button } from '@mantine/core';
import { IconSignature } from '@tabler/icons-react';
import { useState } from 'react';
import type { EntityRecord, RegisterDescription, TransitionDescription } from '../api/contract';
import { usePhrase } from '../i18n';
import { TransitionDialog } from './TransitionDialog';

interface TransitionButtonsProps {
    register: RegisterDescription;
    record: EntityRecord;
    /** Something is still missing, which the surroundings say. */
    disabled?: boolean;
}

export function openTransitions(
    register: RegisterDescription,
    record: EntityRecord,
): TransitionDescription[] {
    return register.transitions.filter(
        (step) =>
            step.allowed !== false && !record.archived_at && step.from.includes(record.state ?? ''),
    );
}

/** The next steps of the record, each of which opens a dialog with what it needs. */
export function TransitionButtons({ register, record, disabled }: TransitionButtonsProps) {
    const phrase = usePhrase();
    const [chosen, setChosen] = useState<TransitionDescription>();
    return (
        <>
            {openTransitions(register, record).map((step, index) => (
                <Button
                    key={step.name}
                    disabled={disabled}
                    variant={index === 0 ? 'filled' : 'default'}
                    leftSection={step.signature && <IconSignature size={17} aria-hidden />}
                    data-testid={`transition-${step.name}`}
                    onClick={() => setChosen(step)}
                >
                    {phrase(step.label)}
                </Button>
            ))}
            {chosen && (
                <TransitionDialog
                    register={register}
                    record={record}
                    transition={chosen}
                    onClose={() => setChosen(undefined)}
                />
            )}
        </>
    );
}
