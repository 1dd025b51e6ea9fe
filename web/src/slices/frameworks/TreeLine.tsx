import { IconChevronRight } from '@tabler/icons-react';
import { type KeyboardEvent, type MouseEvent, type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { TreeNode } from '../../kernel/api/contract';
import styles from './frameworks.module.css';

interface TreeLineProps {
    node: TreeNode;
    depth: number;
    isSelected: boolean;
    isFirst: boolean;
    open: boolean;
    onToggle: () => void;
    onChoose: () => void;
    onKey: (event: KeyboardEvent<HTMLElement>) => void;
    mark?: (node: TreeNode) => ReactNode;
}

const indentPixels = 18;

export function TreeLine(props: TreeLineProps) {
    const { node, depth, isSelected, open, onToggle } = props;
    const { t } = useTranslation();
    const labelId = useId();
    const hasChildren = node.children > 0;
    const toggle = (event: MouseEvent) => {
        event.stopPropagation();
        onToggle();
    };
    return (
        <div
            role="treeitem"
            aria-expanded={hasChildren ? open : undefined}
            aria-selected={isSelected}
            aria-level={depth}
            aria-labelledby={labelId}
            tabIndex={isSelected || props.isFirst ? 0 : -1}
            className={styles.node}
            data-selected={isSelected || undefined}
            data-kind={node.kind}
            style={{ paddingLeft: 8 + (depth - 1) * indentPixels }}
            onClick={props.onChoose}
            onKeyDown={props.onKey}
        >
            <span
                className={styles.opener}
                data-open={open || undefined}
                aria-hidden="true"
                onClick={toggle}
            >
                {hasChildren && <IconChevronRight size={16} />}
            </span>
            {props.mark?.(node)}
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
            {hasChildren && node.kind === 'group' && (
                <span className={styles.children} data-count={node.children} aria-hidden="true" />
            )}
        </div>
    );
}
