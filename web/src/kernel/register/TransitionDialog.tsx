import { Button, Modal } from '@mantine/core';
import { IconSignature } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../errors/ProblemNote';
import { usePhrase } from '../i18n';
import { FormFields } from './FormFields';
import styles from './record.module.css';
import { SignaturePart } from './SignaturePart';
import { useLabelOf } from './useLabelOf';
import { type TransitionProps, WrongPassword, useTransition } from './useTransition';

/** What a step needs: its fields and, where it is signed, the person's password. */
export function TransitionDialog(props: TransitionProps) {
    const { record, transition, onClose } = props;
    const { t } = useTranslation();
    const phrase = usePhrase();
    const step = useTransition(props);
    const labelOf = useLabelOf(props.register);
    const signed = Boolean(transition.signature);
    const wrongPassword = step.failure instanceof WrongPassword;
    // Escape or the cross may be a slip, so only "cancel" gives up what is written.
    const giveUp = () => {
        step.drop();
        onClose();
    };
    return (
        <Modal
            opened
            onClose={onClose}
            title={`${phrase(transition.label)}: ${record.title}`}
            size={560}
            closeButtonProps={{ 'aria-label': t('app.close') }}
        >
            <form className={styles.form} onSubmit={(event) => void step.submit(event)} noValidate>
                <FormFields
                    fields={step.fields}
                    values={step.values}
                    onChange={step.change}
                    isRequired={step.isRequired}
                    isMissing={step.isMissing}
                    failure={step.failure}
                />
                {signed && (
                    <SignaturePart
                        password={step.password}
                        onChange={step.setPassword}
                        wrong={wrongPassword}
                        autoFocus={step.fields.length === 0}
                    />
                )}
                {step.failure !== undefined && !wrongPassword && (
                    <ProblemNote error={step.failure} labelOf={labelOf} />
                )}
                <div className={styles.dialogButtons}>
                    <Button variant="default" onClick={giveUp}>
                        {t('app.cancel')}
                    </Button>
                    <Button
                        type="submit"
                        loading={step.working}
                        disabled={signed && step.password === ''}
                        leftSection={signed && <IconSignature size={17} aria-hidden />}
                        data-testid="transition-confirm"
                    >
                        {signed ? t('transition.sign') : t('transition.confirm')}
                    </Button>
                </div>
            </form>
        </Modal>
    );
}
