/*
What each purpose may reach: who can be its recipient, and which fields its extent covers. A purpose that leaves no person recognisable has no
fields at all, so that nothing of the file can leave under it.
*/
import type { PackageField, ServiceType } from '../referral/referral-words.ts'
import type { ConsentItem, Extent, Purpose } from './consent-words.ts'

interface PurposeRule {
  readonly recipient: 'own' | 'named' | 'nobody' | 'either'
  readonly extents: readonly Extent[]
  /** Whether life or a child's vital interest may stand in for a yes (D): never for what serves others. */
  readonly mayBeOverridden: boolean
}
const rule = (recipient: PurposeRule['recipient'], extents: readonly Extent[], mayBeOverridden: boolean): PurposeRule => ({
  ...{ recipient, extents, mayBeOverridden },
})
export const purposeRules: { readonly [P in Purpose]: PurposeRule } = {
  'case-management': rule('own', ['full'], false),
  'service-referral': rule('named', ['minimum-for-service'], true),
  'case-transfer': rule('named', ['full', 'selected'], true),
  'justice-report': rule('named', ['statement-only'], true),
  'family-tracing': rule('named', ['identity-and-last-location'], true),
  'authority-identification': rule('named', ['nrm-form'], true),
  'non-identifiable-statistics': rule('nobody', ['aggregates'], false),
  'research-synthetic': rule('nobody', ['synthetic-attributes'], false),
  'communication-testimony': rule('either', ['anonymised-story'], false),
  'follow-up-contact': rule('own', ['safe-contact'], false),
}

const BASE: readonly PackageField[] = ['subject-code', 'age-band', 'gender', 'languages', 'urgency', 'contact-times']
const more = (...fields: readonly PackageField[]): readonly PackageField[] => [...BASE, ...fields]
/** The least that a service needs (D): a name only where somebody is received in person. */
const minimumSets: { readonly [S in ServiceType]?: readonly PackageField[] } = {
  safehouse: more('disability', 'accompanied-by', 'safety-summary', 'needs'),
  medical: more('disability', 'health-summary', 'needs'),
  psychosocial: more('disability', 'needs'),
  police: more('safety-summary', 'safe-contact'),
  legal: more('needs', 'safe-contact', 'nationality', 'documents-held'),
  'child-protection': more('disability', 'accompanied-by', 'safety-summary', 'needs'),
  reunification: more('accompanied-by', 'family', 'last-location', 'needs'),
  'family-tracing': more('name', 'photo', 'family', 'last-location'),
  documentation: more('name', 'birth-date', 'nationality', 'documents-held'),
  consular: more('name', 'birth-date', 'nationality', 'documents-held'),
  registration: more('name', 'birth-date', 'nationality'),
  transport: ['subject-code', 'accompanied-by', 'disability', 'contact-times'],
  interpreter: ['subject-code', 'languages', 'gender', 'contact-times'],
}
export const minimumSet = (service: ServiceType): readonly PackageField[] => minimumSets[service] ?? more('needs')

const NONE: readonly PackageField[] = []
/** `null`: every field. */
export function fieldsOf(item: ConsentItem): readonly PackageField[] | null {
  switch (item.extent) {
    case 'full':
      return null
    case 'selected':
      return item.fields ?? NONE
    case 'minimum-for-service':
      return item.service === undefined ? NONE : minimumSet(item.service)
    case 'statement-only':
      return ['subject-code', 'statement']
    case 'identity-and-last-location':
      return ['subject-code', 'name', 'photo', 'birth-date', 'family', 'last-location']
    case 'nrm-form':
      return ['subject-code', 'nrm-form']
    case 'safe-contact':
      return ['safe-contact', 'contact-times']
    case 'aggregates':
    case 'synthetic-attributes':
    case 'anonymised-story':
      return NONE
  }
}

/** What cannot be asked like this; `null` when it can. */
export function faultOf(item: ConsentItem): 'recipient' | 'extent' | 'service' | null {
  const { recipient, extents } = purposeRules[item.purpose]
  if (!extents.includes(item.extent)) return 'extent'
  if (recipient === 'named' && item.recipient === null) return 'recipient'
  if ((recipient === 'own' || recipient === 'nobody') && item.recipient !== null) return 'recipient'
  return (item.purpose === 'service-referral') === (item.service !== undefined) ? null : 'service'
}
