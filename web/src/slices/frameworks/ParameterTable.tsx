import { useTranslation } from 'react-i18next';
import type { RequirementParts } from '../../kernel/api/contract';
import styles from './frameworks.module.css';

export function ParameterTable({ parameters }: { parameters: RequirementParts['parameters'] }) {
    const { t } = useTranslation();
    if (parameters.length === 0) {
        return null;
    }
    return (
        <div>
            <h3>{t('framework.parameters')}</h3>
            <table className={styles.parameters}>
                <thead>
                    <tr>
                        <th scope="col">{t('framework.parameter')}</th>
                        <th scope="col">{t('framework.value')}</th>
                    </tr>
                </thead>
                <tbody>
                    {parameters.map((parameter) => (
                        <tr key={parameter.name}>
                            <th scope="row">{parameter.name}</th>
                            <td>{parameter.value || parameter.label}</td>
                        </tr>
                    ))}
                </tbody>
            </table>
        </div>
    );
}
