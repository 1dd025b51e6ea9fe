import { Skeleton } from '@mantine/core';
import styles from './list.module.css';

export function SkeletonRows({ columns }: { columns: number }) {
    return (
        <>
            {Array.from({ length: 8 }, (_, row) => (
                <tr key={row} className={styles.row} aria-hidden="true">
                    {Array.from({ length: columns }, (__, column) => (
                        <td key={column} className={styles.cell}>
                            <Skeleton height={12} width={column === 0 ? '70%' : '50%'} />
                        </td>
                    ))}
                </tr>
            ))}
        </>
    );
}
