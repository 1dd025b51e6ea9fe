import { lazy } from 'react';
import {
    choosePicker,
    extendRecordPage,
    nameRecords,
    orderRecords,
} from '../kernel/register/extensions';
import { AssetClass } from './assets/AssetClass';
import { RequirementName } from './safeguards/RequirementName';

extendRecordPage('assets', {
    Before: AssetClass,
    without: new Set(['confidentiality', 'integrity', 'availability']),
});

// Requirements are chosen in their tree, where a list of a thousand names would be of no use.
choosePicker(
    'requirements',
    lazy(() => import('./safeguards/RequirementPicker')),
);
nameRecords('requirements', RequirementName);
orderRecords('requirements', 'number');
orderRecords('tasks', 'due');
orderRecords('decisions', '-decided_at');
orderRecords('classifications', '-updated_at');
