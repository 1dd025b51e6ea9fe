import { lazy } from 'react';
import { choosePicker, extendRecordPage } from '../kernel/register/extensions';
import { AssetClass } from './assets/AssetClass';

extendRecordPage('assets', {
    Before: AssetClass,
    without: new Set(['confidentiality', 'integrity', 'availability']),
});

// Requirements are chosen in their tree, where a list of a thousand names would be of no use.
choosePicker(
    'requirements',
    lazy(() => import('./safeguards/RequirementPicker')),
);
