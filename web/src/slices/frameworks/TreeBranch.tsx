import { useTranslation } from 'react-i18next';
import { problemText } from '../../kernel/errors/problemText';
import { TreeItem } from './TreeItem';
import type { TreeProps } from './RequirementTree';
import { useBranch } from './useTree';
import styles from './frameworks.module.css';

interface TreeBranchProps extends TreeProps {
    parent: string | undefined;
    depth: number;
}

export function TreeBranch(props: TreeBranchProps) {
    const { t } = useTranslation();
    const branch = useBranch(props.framework, props.parent);
    if (branch.isPending) {
        return (
            <li role="none" className={styles.waiting}>
                {t('app.loading')}
            </li>
        );
    }
    if (branch.isError) {
        return (
            <li role="none" className={styles.waiting}>
                {problemText(branch.error, t)}
            </li>
        );
    }
    return (
        <>
            {branch.data.map((node, index) => (
                <TreeItem
                    key={node.id}
                    {...props}
                    node={node}
                    isFirst={props.depth === 1 && index === 0}
                />
            ))}
        </>
    );
}
