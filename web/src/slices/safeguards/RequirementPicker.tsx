import { Button, Input, Modal, Pill, Select } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconListTree } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InputProps } from '../../fields/contract';
import { asReferences } from '../../fields/referenceValue';
import type { Reference, TreeNode } from '../../kernel/api/contract';
import { useRecords } from '../../kernel/api/queries';
import { RequirementBrowser } from '../frameworks/RequirementBrowser';
import styles from './picker.module.css';

/** Chooses requirements in their tree. Withdrawn ones are shown, but cannot be chosen. */
export default function RequirementPicker(props: InputProps) {
    const { t } = useTranslation();
    const labelId = useId();
    const [opened, dialog] = useDisclosure(false);
    const frameworks = useRecords('frameworks', { limit: 100 });
    const [wanted, setWanted] = useState<string | null>(null);
    const framework = wanted ?? frameworks.data?.items[0]?.id;
    const chosen = asReferences(props.value);
    const has = (id: string) => chosen.some((one) => one.id === id);
    const remove = (id: string) => props.onChange(chosen.filter((one) => one.id !== id));
    const toggle = (node: TreeNode) => {
        if (node.withdrawn || node.kind === 'group') {
            return;
        }
        const title = node.number ? `${node.number} ${node.title}` : node.title;
        const added: Reference = { id: node.id, ref: node.ref, title };
        if (has(node.id)) {
            remove(node.id);
        } else {
            props.onChange([...chosen, added]);
        }
    };
    const mark = (node: TreeNode) =>
        node.kind === 'group' ? null : (
            <input
                type="checkbox"
                className={styles.check}
                aria-label={`${node.number} ${node.title}`}
                checked={has(node.id)}
                disabled={node.withdrawn}
                title={node.withdrawn ? t('framework.withdrawnHelp') : undefined}
                tabIndex={-1}
                onClick={(event) => event.stopPropagation()}
                onChange={() => toggle(node)}
            />
        );
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
                        {one.title || one.ref}
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
            <Modal
                opened={opened}
                onClose={dialog.close}
                title={t('picker.title')}
                size={760}
                closeButtonProps={{ 'aria-label': t('app.close') }}
            >
                {(frameworks.data?.items.length ?? 0) > 1 && (
                    <Select
                        label={t('picker.framework')}
                        allowDeselect={false}
                        mb="sm"
                        data={frameworks.data?.items.map((one) => ({
                            value: one.id,
                            label: one.title,
                        }))}
                        value={framework ?? null}
                        onChange={setWanted}
                    />
                )}
                <div className={styles.tree}>
                    {framework === undefined ? (
                        <p>{t('picker.noFrameworks')}</p>
                    ) : (
                        <RequirementBrowser
                            key={framework}
                            framework={framework}
                            selected={undefined}
                            onSelect={toggle}
                            mark={mark}
                        />
                    )}
                </div>
                <div className={styles.foot}>
                    <span role="status">{t('picker.chosen', { count: chosen.length })}</span>
                    <Button onClick={dialog.close}>{t('picker.done')}</Button>
                </div>
            </Modal>
        </Input.Wrapper>
    );
}
