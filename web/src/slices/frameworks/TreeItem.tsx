import { IconChevronRight } from '@tabler/icons-react';
import { type KeyboardEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TreeNode } from '../../kernel/api/contract';
import { TreeBranch } from './TreeBranch';
import type { TreeProps } from './RequirementTree';
import styles from './frameworks.module.css';

interface TreeItemProps extends TreeProps {
    node: TreeNode;
    depth: number;
    isFirst: boolean;
}

export function TreeItem(props: TreeItemProps) {
    const { node, depth, selected, onSelect, mark, isFirst } = props;
    const { t } = useTranslation();
    const id = useId();
    const [open, setOpen] = useState(false);
    const hasChildren = node.children > 0;
    const isSelected = selected === node.id || selected === node.ref;

    const choose = () => {
        onSelect(node);
        if (node.kind === 'group' && hasChildren) {
            setOpen(!open);
        }
    };
    const onKey = (event: KeyboardEvent<HTMLLIElement>) => {
        if (event.target !== event.currentTarget) {
            return;
        }
        if (event.key === 'Enter' || event.key === ' ') {
            event.preventDefault();
            choose();
        } else if (event.key === 'ArrowRight' && hasChildren && !open) {
            event.preventDefault();
            setOpen(true);
        } else if (event.key === 'ArrowLeft') {
            event.preventDefault();
            if (open) {
                setOpen(false);
            } else {
                const above = event.currentTarget.parentElement?.closest('[role="treeitem"]');
                (above as HTMLElement | null)?.focus();
            }
        }
    };
    return (
        <li
            role="treeitem"
            aria-expanded={hasChildren ? open : undefined}
            aria-selected={isSelected}
            aria-level={depth}
            aria-labelledby={id}
            tabIndex={isSelected || isFirst ? 0 : -1}
            className={styles.item}
            onKeyDown={onKey}
        >
            <div
                className={styles.node}
                data-selected={isSelected || undefined}
                data-kind={node.kind}
                style={{ paddingLeft: 8 + (depth - 1) * 18 }}
                onClick={choose}
            >
                <span
                    className={styles.opener}
                    data-open={open || undefined}
                    aria-hidden="true"
                    onClick={(event) => {
                        event.stopPropagation();
                        setOpen(!open);
                    }}
                >
                    {hasChildren && <IconChevronRight size={16} />}
                </span>
                {mark?.(node)}
                <span id={id} className={styles.nodeText} data-withdrawn={node.withdrawn || undefined}>
                    <span className={styles.number}>{node.number}</span> <span>{node.title}</span>
                    {node.withdrawn && (
                        <span className={styles.withdrawn}>{t('framework.withdrawn')}</span>
                    )}
                </span>
                {hasChildren && node.kind === 'group' && (
                    <span className={styles.children}>{node.children}</span>
                )}
            </div>
            {open && (
                <ul role="group" className={styles.tree}>
                    <TreeBranch {...props} parent={node.id} depth={depth + 1} />
                </ul>
            )}
        </li>
    );
}
