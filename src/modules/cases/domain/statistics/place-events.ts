/*
What one case says of the place where the person worked, in one quarter: types and a place, each type once. Only of who agreed to be counted, only from an
interview that was held to its end and whose finding the worker shares. It leaves this function to be added to others and nowhere else: no line of
it is kept, shown or sent.
*/
import type { CaseWhole } from '../file/file-state.ts'
import { fromFieldAnswers } from '../identification/field-questions.ts'
import { defaultNumbers } from '../identification/identification-rules.ts'
import { type SiteEventType, siteEventsOf } from '../identification/site-events.ts'
import { quarterOf } from '../retention/shredding.ts'
import { type Screening, explanationsOf } from '../screening/screening.ts'
import { isYes } from './consented.ts'

export interface PlaceEvent {
  readonly type: SiteEventType
  readonly site: string | null
  /** A territoire or a province. */
  readonly area: string | null
}

export function placeEventsOf({ file, retention, screenings, profile }: CaseWhole, quarter: string): readonly PlaceEvent[] {
  if (retention.isShredded || !isYes(file.consents, 'non-identifiable-statistics')) return []
  const byType = new Map<SiteEventType, PlaceEvent>()
  const held = [...screenings.values()].toSorted((a, b) => (a.at < b.at ? -1 : 1))
  for (const one of held) {
    if (!one.isComplete || one.opinion?.agrees === false || quarterOf(one.at.slice(0, 10)) !== quarter) continue
    const site = one.workedAt?.site ?? null
    const area = one.workedAt?.area ?? profile?.exploitedIn ?? file.provinceCode
    if (site === null && area === null) continue
    // Somebody who was heard twice is one, where they were last said to work.
    for (const type of typesOf(one)) byType.set(type, { type, site, area })
  }
  return [...byType.values()]
}

function typesOf(screening: Screening): readonly SiteEventType[] {
  const noticed = [...new Set([...(screening.noticed ?? []), ...fromFieldAnswers(screening.fieldAnswers).siteEvents])]
  const day = screening.at.slice(0, 10)
  const found = explanationsOf(screening).flatMap((explanation, at) => {
    const armed = screening.facts[at]?.armed
    return armed === undefined ? [] : siteEventsOf({ explanation, armed, noticed, day }, defaultNumbers)
  })
  return [...new Set(found.map((one) => one.type))]
}
