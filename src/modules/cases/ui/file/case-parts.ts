/*
Parts of a case's page, in the order of the work: what is needed daily first, the end last. Each stands in a folder of its own and is fetched when it is opened, so that a person who comes for one
thing on a slow line does not wait for all. `show` says whether it is any business of who looks.
*/
import type { ComponentType } from 'react'
import type { WordKey } from '../../../../app/words.ts'
import type { PartProps } from './part-props.ts'
import { isChild } from '../../domain/profile/profile.ts'
import type { CaseWork } from './use-case.ts'

export interface CasePart {
  readonly key: string
  readonly titleKey: WordKey
  readonly show: (work: CaseWork) => boolean
  readonly load: () => Promise<{ readonly Part: ComponentType<PartProps> }>
}
const always = () => true
const reads = ({ answer }: CaseWork) => (answer?.vaults.length ?? 0) > 0
/** Of the team, or who supervises it: not who was let in for a day, nor who reads a witness's vault alone. */
const works = ({ answer }: CaseWork): boolean =>
  answer?.standing === 'owner' || answer?.standing === 'member' || answer?.standing === 'supervisor'

const protects = ({ answer }: CaseWork): boolean => answer?.standing === 'witness-reader'
const worksOrProtects = (work: CaseWork): boolean => works(work) || protects(work)
/** A witness is for its readers; until there is one the team names the first. */
const protectsOrNames = (work: CaseWork): boolean =>
  protects(work) ||
  ((work.answer?.standing === 'owner' || work.answer?.standing === 'member') && !work.whole.access.generations.has('witness'))
/** Whose age is not known may be a child. */
const ofChild = (work: CaseWork): boolean => works(work) && (work.whole.profile === null || isChild(work.whole.profile))

export const caseParts: readonly CasePart[] = [
  { key: 'overview', titleKey: 'case.part.overview', show: always, load: () => import('./overview-part.tsx') },
  { key: 'person', titleKey: 'case.part.person', show: reads, load: () => import('../person/person-part.tsx') },
  { key: 'safety', titleKey: 'case.part.safety', show: works, load: () => import('../safety/safety-part.tsx') },
  { key: 'consent', titleKey: 'case.part.consent', show: works, load: () => import('../consent/consent-part.tsx') },
  { key: 'plan', titleKey: 'case.part.plan', show: works, load: () => import('../plan/plan-part.tsx') },
  { key: 'referrals', titleKey: 'case.part.referrals', show: works, load: () => import('../referral/referral-part.tsx') },
  { key: 'contacts', titleKey: 'case.part.contacts', show: works, load: () => import('../notes/contacts-part.tsx') },
  { key: 'notes', titleKey: 'case.part.notes', show: reads, load: () => import('../notes/notes-part.tsx') },
  { key: 'files', titleKey: 'case.part.files', show: reads, load: () => import('../attachments/attachments-part.tsx') },
  { key: 'support', titleKey: 'case.part.support', show: works, load: () => import('../support/support-part.tsx') },
  { key: 'vulnerability', titleKey: 'case.part.vulnerability', show: works, load: () => import('../safety/vulnerability-part.tsx') },
  {
    key: 'identification',
    titleKey: 'case.part.identification',
    show: works,
    load: () => import('../identification/identification-part.tsx'),
  },
  { key: 'children', titleKey: 'case.part.children', show: ofChild, load: () => import('../children/children-part.tsx') },
  { key: 'justice', titleKey: 'case.part.justice', show: worksOrProtects, load: () => import('../justice/justice-part.tsx') },
  { key: 'witness', titleKey: 'case.part.witness', show: protectsOrNames, load: () => import('../witness/witness-part.tsx') },
  { key: 'team', titleKey: 'case.part.team', show: always, load: () => import('../team/team-part.tsx') },
  { key: 'retention', titleKey: 'case.part.retention', show: works, load: () => import('../retention/retention-part.tsx') },
  { key: 'closure', titleKey: 'case.part.closure', show: works, load: () => import('../closure/closure-part.tsx') },
]
