import { IconChevronRight } from '@tabler/icons-react';
import { type MouseEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TreeNode } from '../../kernel/api/contract';
import styles from './frameworks.module.css';

interface TreeLineProps {
    node: TreeNode;
    depth: number;
    labelId: string;
    isSelected: boolean;
    open: boolean;
    onToggle: () => void;
    onChoose: () => void;
    mark?: (node: TreeNode) => ReactNode;
}

const indentPixels = 18;

/** What is seen of a requirement in the tree; the keyboard works on the item around it. */
export function TreeLine(props: TreeLineProps) {
    const { node, depth, labelId, isSelected, open, onToggle, onChoose, mark } = props;
    const { t } = useTranslation();
    const toggle = (event: MouseEvent) => {
        event.stopPropagation();
        onToggle();
    };
    return (
        <div
            className={styles.node}
            data-selected={isSelected || undefined}
            data-kind={node.kind}
            style={{ paddingLeft: 8 + (depth - 1) * indentPixels }}
            onClick={onChoose}
        >
            <span
                className={styles.opener}
                data-open={open || undefined}
                aria-hidden="true"
                onClick={toggle}
            >
                {node.children > 0 && <IconChevronRight size={16} />}
            </span>
            {mark?.(node)}
            <span
                id={labelId}
                className={styles.nodeText}
                data-withdrawn={node.withdrawn || undefined}
            >
                <span className={styles.number}>{node.number}</span> <span>{node.title}</span>
                {node.withdrawn && (
                    <span className={styles.withdrawn}>{t('framework.withdrawn')}</span>
                )}
            </span>
            {node.children > 0 && node.kind === 'group' && (
                <span className={styles.children}>{node.children}</span>
            )}
        </div>
    );
}
