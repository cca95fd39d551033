/* What is known around the bags of a series, asked once: site, its standing, its tags. Without network the telephone's own copies answer. */
import { useAnswer } from '../../../../app/ask.ts'
import { todayHere } from '../../../../app/kit/clock.ts'
import type { Me } from '../../../../app/who.ts'
import { asId } from '../../../../kernel/schema.ts'
import type { Mineral, Standing } from '../../../sites/contract.ts'
import type { Finding } from '../../contract.ts'
import type { CarriedTags } from '../../contract-weighing.ts'
import { lotDecider } from '../../domain/lots/lot.ts'
import type { KnownPrint } from '../../domain/tags/tag-code.ts'
import { type AroundBag, type BagData, bagContext, heardFindings, unsaidRules } from '../../domain/weighing/provisional-bag.ts'
import type { SeriesBag } from '../../domain/weighing/series.ts'

export interface SiteKnown {
  readonly name: string
  readonly nationalId: string
  readonly minerals: readonly Mineral[]
}
export interface AroundSite {
  readonly site: SiteKnown | undefined
  readonly standing: Standing | undefined
  readonly tags: CarriedTags | undefined
  readonly prints: readonly KnownPrint[]
}
/** '' asks nothing yet. */
export function useAroundSite(site: string): AroundSite {
  const path = (rest: string): string | null => (site === '' ? null : rest)
  const page = useAnswer<SiteKnown>(path(`/api/sites/${site}`)).data
  const standing = useAnswer<Standing>(path(`/api/sites/${site}/standing`)).data
  const tags = useAnswer<CarriedTags>(path(`/api/weighing/${site}`)).data
  return { site: page, standing, tags, prints: tags?.batches ?? [] }
}

export interface Spoken {
  readonly findings: readonly Finding[]
  readonly unsaid: readonly string[]
}
/** What the rules say of a bag before the register does. */
export function spokenOf(
  data: BagData,
  known: AroundSite,
  { me, bags }: { readonly me: Me | undefined; readonly bags: readonly SeriesBag[] },
): Spoken {
  const around: AroundBag = {
    site: data.site === null ? null : { id: data.site, minerals: known.site?.minerals ?? [] },
    standing: known.standing ?? null,
    tags: known.tags ? [known.tags] : [],
    sameTag: bags
      .filter((bag) => bag.tag !== null && bag.tag === data.tag && !bag.voided)
      .map((bag) => ({ lot: asId('lot', bag.lot), number: bag.tag ?? '' })),
    takenNumbers: new Set(),
    today: todayHere(),
    account: me?.account ?? '',
    organisation: me?.organisation?.id ?? null,
  }
  const outcome = lotDecider.decide(null, { type: 'register-bag', ...data }, bagContext('', data, around))
  const event = outcome.ok ? outcome.value[0] : undefined
  const findings = event?.kind === 'lot.bag-registered.v1' ? event.payload.findings : []
  return { findings: heardFindings(findings, data, around), unsaid: unsaidRules(data, around) }
}
