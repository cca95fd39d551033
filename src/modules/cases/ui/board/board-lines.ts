/* To which part of a case's page one goes for what waits there. */
import type { CaseListItem } from '../../contract.ts'

const parts: { readonly [Wait in CaseListItem['waits'][number]]: string } = {
  ...{ 'plan-approval': 'plan', 'closure-approval': 'closure', 'override-confirmation': 'consent', 'break-glass': 'team' },
  ...{
    'best-interests': 'children',
    'identification-review': 'identification',
    'finding-review': 'identification',
    'second-interview': 'identification',
    'screen-again': 'identification',
    erasure: 'retention',
    owner: 'overview',
    'key-to-hand': 'team',
    'file-leave': 'referrals',
    'opened-anew': 'team',
    'one-reader': 'team',
    'threat-review': 'witness',
    'warn-of-breach': 'overview',
    'warn-of-breach-late': 'overview',
  },
}
export const partFor = (wait: CaseListItem['waits'][number]): string => parts[wait]
