import { Button, Input, Pill } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconListTree } from '@tabler/icons-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { InputProps } from '../../fields/contract';
import { asReferences } from '../../fields/referenceValue';
import type { Reference } from '../../kernel/api/contract';
import styles from './picker.module.css';
import { RequirementDialog } from './RequirementDialog';
import { RequirementName } from './RequirementName';

/** Chooses requirements in their tree. Withdrawn ones are shown, but cannot be chosen. */
export default function RequirementPicker(props: InputProps) {
    const { t } = useTranslation();
    const labelId = useId();
    const [opened, dialog] = useDisclosure(false);
    const chosen = asReferences(props.value);
    const remove = (id: string) => props.onChange(chosen.filter((one) => one.id !== id));
    const toggle = (requirement: Reference) => {
        const isChosen = chosen.some((one) => one.id === requirement.id);
        if (isChosen) {
            remove(requirement.id);
        } else {
            props.onChange([...chosen, requirement]);
        }
    };
    return (
        <Input.Wrapper
            label={props.hideLabel ? undefined : props.label}
            labelElement="div"
            labelProps={{ id: labelId }}
            description={props.description}
            error={props.error}
            required={props.required}
        >
            <div
                className={styles.chosen}
                role="group"
                aria-label={props.hideLabel ? props.label : undefined}
                aria-labelledby={props.hideLabel ? undefined : labelId}
            >
                {chosen.map((one) => (
                    <Pill
                        key={one.id}
                        size="lg"
                        withRemoveButton
                        onRemove={() => remove(one.id)}
                        removeButtonProps={{
                            'aria-label': `${t('app.remove')}: ${one.title || one.ref}`,
                            'aria-hidden': false,
                            tabIndex: 0,
                        }}
                    >
                        <RequirementName record={one} />
                    </Pill>
                ))}
                <Button
                    variant="default"
                    size="xs"
                    leftSection={<IconListTree size={16} aria-hidden />}
                    disabled={props.disabled}
                    data-testid="pick-requirements"
                    onClick={dialog.open}
                >
                    {t('picker.open')}
                </Button>
            </div>
            <RequirementDialog
                opened={opened}
                onClose={dialog.close}
                chosen={chosen}
                onToggle={toggle}
            />
        </Input.Wrapper>
    );
}
