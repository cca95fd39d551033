/* What somebody types of a service point, as text; facts when it is complete. */
import type { ContactRole, Cost, Gender, SafeToRefer, SafetyReason, ServicePointFacts, ServiceType } from '../../contract-directory.ts'

export interface PointTexts {
  readonly name: string
  readonly type: ServiceType
  readonly organisation: string
  readonly area: string
  readonly contactRole: ContactRole
  readonly phone: string
  readonly hours: string
  readonly languages: string
  readonly genders: readonly Gender[]
  readonly ageBands: readonly string[]
  readonly cost: Cost
  readonly isAccessible: boolean
  readonly capacity: string
  readonly safeToRefer: SafeToRefer
  readonly safetyReason: SafetyReason | ''
}
/** Nothing is safe before somebody said so. */
export const blankPoint: PointTexts = {
  ...{ name: '', type: 'medical', organisation: '', area: '', contactRole: 'reception', phone: '', hours: '', languages: '' },
  ...{ genders: [], ageBands: [], cost: 'unknown', isAccessible: false, capacity: '', safeToRefer: 'caution', safetyReason: '' },
}
export const textsOf = (facts: ServicePointFacts): PointTexts => ({
  ...facts,
  ...{ organisation: facts.organisation ?? '', phone: facts.phone ?? '', hours: facts.hours ?? '', languages: facts.languages.join(', ') },
  ...{ capacity: facts.capacity === null ? '' : String(facts.capacity), safetyReason: facts.safetyReason ?? '' },
})
/** As the server takes it; `null` while something needed is missing. */
export function factsOf(texts: PointTexts): object | null {
  const capacity = texts.capacity.trim() === '' ? null : Number(texts.capacity)
  if (texts.name.trim() === '' || texts.area === '') return null
  if (texts.safeToRefer !== 'yes' && texts.safetyReason === '') return null
  if (capacity !== null && !(Number.isInteger(capacity) && capacity >= 0)) return null
  return {
    ...texts,
    ...{ name: texts.name.trim(), organisation: texts.organisation || null, phone: texts.phone.trim() || null },
    ...{ hours: texts.hours.trim() || null, capacity, safetyReason: texts.safeToRefer === 'yes' ? null : texts.safetyReason },
    languages: texts.languages
      .split(/[\s,;]+/)
      .map((one) => one.toLowerCase())
      .filter(Boolean),
  }
}
