import { useTranslation } from 'react-i18next';
import type { TreeNode } from '../../kernel/api/contract';
import styles from './picker.module.css';

interface RequirementCheckProps {
    node: TreeNode;
    checked: boolean;
    onToggle: (node: TreeNode) => void;
}

export function RequirementCheck({ node, checked, onToggle }: RequirementCheckProps) {
    const { t } = useTranslation();
    if (node.kind === 'group') {
        return null;
    }
    return (
        <input
            type="checkbox"
            className={styles.check}
            aria-label={`${node.number} ${node.title}`}
            checked={checked}
            disabled={node.withdrawn}
            title={node.withdrawn ? t('framework.withdrawnHelp') : undefined}
            onClick={(event) => event.stopPropagation()}
            onChange={() => onToggle(node)}
        />
    );
}
