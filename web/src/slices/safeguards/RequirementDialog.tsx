import { Button, Modal, Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Reference, TreeNode } from '../../kernel/api/contract';
import { useRecords } from '../../kernel/api/queries';
import { RequirementBrowser } from '../frameworks/RequirementBrowser';
import styles from './picker.module.css';
import { RequirementCheck } from './RequirementCheck';

interface RequirementDialogProps {
    opened: boolean;
    onClose: () => void;
    chosen: Reference[];
    onToggle: (requirement: Reference) => void;
}

export function RequirementDialog({ opened, onClose, chosen, onToggle }: RequirementDialogProps) {
    const { t } = useTranslation();
    const frameworks = useRecords('frameworks', { sort: 'title', limit: 100 }, opened);
    const [wanted, setWanted] = useState<string | null>(null);
    const items = frameworks.data?.items ?? [];
    const framework = wanted ?? items[0]?.id;
    const toggle = (node: TreeNode) => {
        if (!node.withdrawn && node.kind !== 'group') {
            onToggle({ id: node.id, ref: node.ref, title: node.title });
        }
    };
    return (
        <Modal
            opened={opened}
            onClose={onClose}
            title={t('picker.title')}
            size={760}
            closeButtonProps={{ 'aria-label': t('app.close') }}
        >
            {items.length > 1 && (
                <Select
                    label={t('picker.framework')}
                    allowDeselect={false}
                    mb="sm"
                    data={items.map((one) => ({ value: one.id, label: one.title }))}
                    value={framework ?? null}
                    onChange={setWanted}
                />
            )}
            <div className={styles.tree}>
                {framework === undefined ? (
                    <p>{frameworks.isPending ? t('app.loading') : t('picker.noFrameworks')}</p>
                ) : (
                    <RequirementBrowser
                        key={framework}
                        framework={framework}
                        selected={undefined}
                        onSelect={toggle}
                        mark={(node) => (
                            <RequirementCheck
                                node={node}
                                checked={chosen.some((one) => one.id === node.id)}
                                onToggle={toggle}
                            />
                        )}
                    />
                )}
            </div>
            <div className={styles.foot}>
                <span role="status">{t('picker.chosen', { count: chosen.length })}</span>
                <Button onClick={onClose}>{t('picker.done')}</Button>
            </div>
        </Modal>
    );
}
