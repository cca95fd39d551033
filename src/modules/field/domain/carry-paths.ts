/*
Which questions the screens of the field ask, by what they are about. A screen opens without network when every answer that it asks is
here; `pull.test.ts` holds this list against the screens.
*/

/** What of files of persons a telephone may hold is what this list marks. */
export const CASE_LIST = '/api/cases'

/** Asked whatever is carried. `touchedBy`: kinds of subject whose news change the answer; `day`: it speaks of today. */
export interface CommonQuestion {
  readonly path: string
  readonly touchedBy: readonly string[]
  readonly day: boolean
  /** The same question, only about what is carried. */
  readonly onlyCarried?: true
}
const asked = (path: string, touchedBy: string, day = false): CommonQuestion => ({
  path,
  touchedBy: touchedBy.split(' ').filter(Boolean),
  day,
})

export function commonQuestions({
  today,
  provinces,
  pages,
}: {
  readonly today: string
  readonly provinces: readonly string[]
  readonly pages: number
}): readonly CommonQuestion[] {
  const carried = 'site inspection order mission'
  const only = (path: string): CommonQuestion => ({ ...asked(path, carried, true), onlyCarried: true })
  return [
    asked('/api/me', 'account organisation'),
    asked('/api/about', ''),
    asked('/api/organisations', 'organisation'),
    asked('/api/notices', 'mission', true),
    asked('/api/status/rulebooks', 'rulebook-choice'),
    asked('/api/status/rules', 'rulebook-choice', true),
    asked('/api/status/queues', carried, true),
    asked('/api/status/queues/expiringIn30Days?pageSize=10', carried, true),
    asked('/api/status/attention?pageSize=1', carried, true),
    asked('/api/places/areas?level=province', 'boundaries'),
    asked('/api/places/areas?level=territoire', 'boundaries'),
    asked('/api/places/boundaries?level=province', 'boundaries'),
    asked('/api/missions', 'mission'),
    asked('/api/missions?phase=in-field', 'mission'),
    asked('/api/missions?phase=planned', 'mission'),
    asked(`/api/missions/team-rules?on=${today}`, '', true),
    asked('/api/inspections', 'inspection'),
    asked('/api/inspections?phase=draft', 'inspection'),
    asked('/api/inspections?phase=returned', 'inspection'),
    asked('/api/inspections?phase=accepted', 'inspection'),
    asked('/api/corrective-actions?pageSize=500', 'inspection', true),
    asked('/api/forms', 'form'),
    // Refused to who refers nobody. A page of it is drawn from the list.
    asked('/api/service-points', 'service-point', true),
    // Refused to who works with no files: codes, the own sealed key, and to whom something may be sealed.
    asked(CASE_LIST, 'case', true),
    asked('/api/keys/mine', 'personal-key', true),
    asked('/api/keys/custodians', 'personal-key key-custodians', true),
    asked('/api/keys/holders', 'personal-key', true),
    // For who sends what a person told and reads nothing back: to whom it is sealed.
    asked('/api/keys/intake', 'personal-key', true),
    // Refused to all who do not issue without network, and then not carried. Confirming is said of a dossier: seen the next day, or by looking.
    asked('/api/number-blocks/mine', 'number-block', true),
    only('/api/sites/layers'),
    ...provinces.map((province) => only(`/api/sites/layers?province=${province}`)),
    only('/api/sites?pageSize=50&sort=name'),
    ...Array.from({ length: Math.max(0, pages - 1) }, (_none, at) => only(`/api/sites?page=${at + 2}&pageSize=50&sort=name`)),
    ...provinces.map((province) => only(`/api/sites?pageSize=50&province=${province}&sort=name`)),
  ]
}

/**
 * Own open files with something due; their coded part alone, unless `withIdentity`: somebody said that the person must be known in the field, until a day. What comes
 * is ciphertext, opened by the personal key alone.
 */
export const casePaths = (of: string, withIdentity: boolean): readonly string[] => [
  `/api/cases/${of}`,
  ...(withIdentity ? [`/api/cases/${of}/texts/identity`] : []),
]
export const missionPaths = (mission: string): readonly string[] => [`/api/missions/${mission}`]
export const inspectionPaths = (inspection: string): readonly string[] => [`/api/inspections/${inspection}`]
export const formPaths = (form: string, versions: readonly string[]): readonly string[] => [
  `/api/forms/${encodeURIComponent(form)}`,
  ...versions.map((version) => `/api/forms/${form}/versions/${encodeURIComponent(version)}`),
]
/** `weighs`: the person weighs bags, and takes along what a scale asks of the site. */
export const sitePaths = (site: string, weighs: boolean): readonly string[] => [
  `/api/sites/${site}`,
  `/api/sites/${site}/standing`,
  `/api/sites/${site}/register`,
  `/api/sites/${site}/near?within=10`,
  `/api/inspections?phase=accepted&site=${site}`,
  ...(weighs ? [`/api/weighing/${site}`] : []),
]
