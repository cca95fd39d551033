/*
What the register will say of a bag, decided on the telephone by the same functions with what it carries. A rule for which the telephone lacks the
facts says nothing here and is named: its silence is not a good mark. The context of later commands (corrections, voidings) is the author's own
reach, which only the server knows in full: it is taken as given.
*/
import type { Infer } from '../../../../kernel/schema.ts'
import type { Mineral, SiteId, Standing } from '../../../sites/contract.ts'
import type { Finding, LotId, RegisterBag } from '../../contract.ts'
import type { CarriedTags } from '../../contract-weighing.ts'
import type { BagFacts, LotContext } from '../lots/lot-state.ts'
import { isCritical, standingFacts } from '../plausibility/arrival-rules.ts'
import { normaliseTag } from '../tags/tag.ts'
import { findCarriedTag } from './carried-tags.ts'
import { standingOn } from './standing-on.ts'

export type BagData = Infer<typeof RegisterBag>

/** What a telephone knows around a bag. */
export interface AroundBag {
  readonly site: { readonly id: SiteId; readonly minerals: readonly Mineral[] } | null
  /** As carried; null when the site is not carried. */
  readonly standing: Standing | null
  /** Of every site that is carried; empty when none is. */
  readonly tags: readonly CarriedTags[]
  /** Bags and lots known here under a tag, voided ones left out. */
  readonly sameTag: readonly { readonly lot: LotId; readonly number: string }[]
  readonly takenNumbers: ReadonlySet<string>
  readonly today: string
  readonly account: string
  readonly organisation: string | null
}

/** Rules that cannot speak here, because what they ask is not carried. */
export function unsaidRules(data: BagData, around: AroundBag): readonly string[] {
  const unknownTag = data.tag !== null && findCarriedTag(normaliseTag(data.tag), data.site, around.tags) === null
  const carriesSite = around.tags.some((one) => one.site === data.site && one.whole === 'yes')
  return [
    ...(unknownTag && !carriesSite ? ['F02', 'F03'] : []),
    ...(data.site !== null && standingFor(data, around) === null ? ['F04'] : []),
  ]
}
const standingFor = ({ producedOn }: BagData, { standing }: AroundBag): Standing | null =>
  standing === null ? null : standingOn(standing, producedOn)

export function bagContext(lot: string, data: BagData, around: AroundBag): LotContext {
  const standing = standingFor(data, around)
  const tag = data.tag === null ? null : normaliseTag(data.tag)
  const found = tag === null ? null : findCarriedTag(tag, data.site, around.tags)
  const bag: BagFacts = {
    number: freeNumber(tag ?? `NT-${lot.slice(-12).toUpperCase()}`, around.takenNumbers),
    site: around.site,
    standing: standing && standingFacts(standing),
    tag: found?.record ?? null,
    tagBatch: found?.batch ?? null,
    sameTag: around.sameTag,
    insideTerritory: true,
  }
  return { ...ownContext(around), bag, knownOrganisations: [data.holder] }
}

/** For commands about a lot that is known here. */
export const ownContext = ({ today, account, organisation }: Pick<AroundBag, 'today' | 'account' | 'organisation'>): LotContext => ({
  ...{ happenedOn: today, today, organisation, account },
  ...{ reach: 'territory', rootsInside: 'all' },
  lot: { drawnGrams: 0, quarantined: false, heldBySource: null, certificate: null, recordedBy: account, quarantinedBy: null },
  ...{ bag: null, inputs: [], onSite: null, numberTaken: false, knownOrganisations: [] },
})

function freeNumber(wanted: string, taken: ReadonlySet<string>): string {
  let [number, copy] = [wanted, 1]
  while (taken.has(number)) number = `${wanted}-D${++copy}`
  return number
}

/** Without the rules that had no facts to speak from. A used number that is only known as used is the same tag twice. */
export function heardFindings(findings: readonly Finding[], data: BagData, around: AroundBag): readonly Finding[] {
  const unsaid = unsaidRules(data, around)
  const heard = findings.filter((one) => !unsaid.includes(one.rule))
  const tag = data.tag === null ? null : normaliseTag(data.tag)
  const used = tag !== null && findCarriedTag(tag, data.site, around.tags)?.used === true
  if (!used || tag === null || heard.some((one) => one.rule === 'F01')) return heard
  return [{ rule: 'F01', severity: 'C', facts: { tag, otherLot: null, otherNumber: tag } }, ...heard]
}
export const isHeld = (findings: readonly Finding[]): boolean => isCritical(findings)
