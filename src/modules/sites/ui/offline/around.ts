/* What this phone carries around an inspection, gathered for the folding of its waiting commands: the sister of the server's `mission-facts.ts`. */
import { rulebookText } from '../../../../kernel/rulebook.ts'
import { todayAt } from '../../../../kernel/calendar.ts'
import type { OverlayParts } from '../../../../app/field/offline-part.ts'
import { type FormVersionRef, knownForms } from '../../../forms/contract.ts'
import type { OrganisationKind } from '../../../people/contract.ts'
import { findCriterion } from '../../domain/missions/criteria.ts'
import type { InspectionPage, MissionPage } from '../../domain/missions/mission-answers.ts'
import type { Around } from '../../domain/missions/provisional.ts'
import { type StatusRulebook, statusRulebookOn, statusRulebooks } from '../../domain/status/rulebooks.ts'
import { fieldsIn, isInspectionList, isInspectionPage, isMissionPage, nameIn } from './read-kept.ts'

export interface Place {
  readonly inspection: string
  readonly site: string
  readonly mission: string | null
  readonly on: string
  readonly rulebook: InspectionPage['rulebook'] | null
}
type Kept = Pick<OverlayParts, 'kept' | 'now'>

export async function aroundOf(parts: Kept, place: Place): Promise<Around> {
  const { kept, now } = parts
  const mission = place.mission === null ? null : await kept(`/api/missions/${place.mission}`)
  const known = isMissionPage(mission) ? mission : null
  const book = place.rulebook ?? (await rulebookFor(kept, place))
  return {
    ...speakerIn(await kept('/api/me')),
    site: await siteNamed(kept, place.site, known),
    mission: known === null ? null : { ...known, visitsSite: known.sites.some((one) => one.site === place.site) },
    previousYellow: await yellowBefore(kept, place),
    rulebook: book,
    yellowMonths: (bookNamed(book.id) ?? statusRulebookOn('CD', place.on)).values.yellowMonths.value,
    form: await formToFill(kept, known?.missionKind ?? null),
    earlierActions: await openActionsAt(kept, place),
    today: todayAt(now),
  }
}

/** For whom the person on this phone acts, as the server said when there was network. */
export function speakerIn(me: unknown): Pick<Around, 'me' | 'mayReview'> {
  const { account, organisation, capabilities } = fieldsIn(me)
  const { id, kind } = fieldsIn(organisation)
  const may: readonly unknown[] = Array.isArray(capabilities) ? capabilities : []
  return {
    me: {
      account: typeof account === 'string' ? account : '',
      organisation: typeof id === 'string' && isKind(kind) ? { id, kind } : null,
    },
    mayReview: may.includes('sites.review') || may.includes('sites.plan-mission'),
  }
}
/** Our own server named it; a kind that this version does not know fits no body. */
const isKind = (kind: unknown): kind is OrganisationKind => typeof kind === 'string'

async function siteNamed(kept: Kept['kept'], site: string, mission: MissionPage | null): Promise<Around['site']> {
  const planned = mission?.sites.find((one) => one.site === site)
  if (planned) return { name: planned.name, nationalId: planned.nationalId }
  const page = await kept(`/api/sites/${site}`)
  const { nationalId } = fieldsIn(page)
  const name = nameIn(page)
  return name === null ? null : { name, nationalId: typeof nationalId === 'string' ? nationalId : '—' }
}

/** Yellow criteria violated at the newest accepted visit before this one, when that one ended yellow. */
async function yellowBefore(kept: Kept['kept'], { site, on, inspection }: Place): Promise<readonly string[]> {
  const list = await kept(`/api/inspections?phase=accepted&site=${site}`)
  const last = isInspectionList(list) ? list.inspections.find((one) => one.inspection !== inspection && one.on <= on) : undefined
  if (last?.result !== 'yellow') return []
  const page = await kept(`/api/inspections/${last.inspection}`)
  return isInspectionPage(page) ? page.proposal.because.filter((one) => findCriterion(one)?.level === 'Y') : []
}

/** The one that speaks at the site, as the server last said; where it never did, the country's own text. */
async function rulebookFor(kept: Kept['kept'], { site, on }: Place): Promise<Around['rulebook']> {
  const { rulebook } = fieldsIn(await kept(`/api/sites/${site}/standing`))
  const { id, hash } = fieldsIn(rulebook)
  if (typeof id === 'string' && typeof hash === 'string') return { id, hash }
  const book = statusRulebookOn('CD', on)
  const sum = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(rulebookText(book)))
  return { id: book.id, hash: [...new Uint8Array(sum)].map((byte) => byte.toString(16).padStart(2, '0')).join('') }
}
const bookNamed = (id: string): StatusRulebook | undefined => statusRulebooks.find((one) => one.id === id.split('@')[0])

/** The newest version that this phone carries of the form that the kind of mission asks for. */
export async function formToFill(kept: Kept['kept'], missionKind: string | null): Promise<FormVersionRef | null> {
  const wanted = missionKind === 'annual' ? [knownForms.annual, knownForms.inspection] : [knownForms.inspection]
  for (const form of wanted) {
    const { versions } = fieldsIn(await kept(`/api/forms/${form}`))
    const all: readonly unknown[] = Array.isArray(versions) ? versions : []
    const newest = all.map(fieldsIn).toSorted((a, b) => Number(b['ordinal']) - Number(a['ordinal']))[0]
    const { version, sha256 } = newest ?? {}
    if (typeof version === 'string' && typeof sha256 === 'string') return { form, version, sha256 }
  }
  return null
}

async function openActionsAt(kept: Kept['kept'], { site, inspection }: Place): Promise<Around['earlierActions']> {
  const { actions } = fieldsIn(await kept('/api/corrective-actions?pageSize=500'))
  return Array.isArray(actions)
    ? actions
        .filter(isAction)
        .filter((one) => one.site === site && one.inspection !== inspection)
        .map(shown)
    : []
}
type Action = Around['earlierActions'][number]
type ActionAtSite = Action & { readonly site: string; readonly name: string; readonly nationalId: string }
const isAction = (value: unknown): value is ActionAtSite => {
  const { action, site, due } = fieldsIn(value)
  return typeof action === 'string' && typeof site === 'string' && typeof due === 'string'
}
const shown = ({ site: _site, name: _name, nationalId: _id, ...action }: ActionAtSite): Action => action
