/* Lists that forms and filters offer, and whether a point is among what is asked. */
import type { ContactRole, Cost, Gender, SafetyReason, ServicePointLine, ServiceType } from '../../contract-directory.ts'

export const serviceTypes: readonly ServiceType[] = [
  ...(['safehouse', 'medical', 'psychosocial', 'police', 'legal', 'livelihood', 'child-protection', 'mediation', 'reunification'] as const),
  ...(['education', 'non-food-items', 'water-sanitation', 'registration', 'food', 'interpreter', 'transport', 'documentation'] as const),
  ...(['consular', 'family-tracing', 'debt-mediation', 'other'] as const),
]
export const contactRoles: readonly ContactRole[] = [
  ...(['reception', 'duty-officer', 'social-worker', 'nurse', 'legal-desk', 'child-desk', 'coordinator', 'hotline', 'other'] as const),
]
export const safetyReasons: readonly SafetyReason[] = [
  ...(['armed-actors-near', 'confidentiality-breached', 'staff-conduct', 'asks-for-payment', 'detains-people'] as const),
  ...(['hands-over-without-consent', 'not-trained', 'tied-to-site', 'service-irregular', 'other'] as const),
]
export const costs: readonly Cost[] = ['free', 'partly', 'paid', 'unknown']
export const genders: readonly Gender[] = [
  ...(['Feminine', 'Masculine', 'TransgenderFeminine', 'TransgenderMasculine', 'NonConforming', 'NonSpecifiedUnknown'] as const),
]

type Asked = { readonly [name: string]: string }
export const fits = ({ facts, freshness }: Pick<ServicePointLine, 'facts' | 'freshness'>, asked: Asked): boolean =>
  (!asked['type'] || facts.type === asked['type']) &&
  (!asked['area'] || facts.area === asked['area']) &&
  (!asked['safe'] || facts.safeToRefer === asked['safe']) &&
  (!asked['freshness'] || freshness === asked['freshness'])
