/*
Checks that follow from the lot's way back to its pits: 2 site and tag, 3 status on the day of production, 4 tags, 5 mass,
6 mineral, 14 origin. Each answers with what it looked at; a finding that custody released by a written reason asks for a
review, because somebody else's judgement stands in it.
*/
import type { Finding } from '../../custody/contract.ts'
import type { Standing } from '../../sites/contract.ts'
import { type CheckInput, type Look, look, originOf, sortOrigin } from './check-input.ts'

/** 2: every bag at the root names its site and its tag. */
export function lookAtRoots({ trace }: CheckInput): readonly Look[] {
  const withoutSite = trace.roots.filter((root) => root.site === null).length
  const withoutTag = trace.roots.filter((root) => root.tag === null).length
  if (trace.roots.length === 0) return [look('failed', 'no-bags')]
  if (withoutSite + withoutTag === 0) return [look('passed', 'all-bags-known', { bags: trace.roots.length })]
  return [look('failed', 'bags-without-origin', { bags: trace.roots.length, withoutSite, withoutTag })]
}

/** 3: production was allowed on its day; today only a stop (hold, red, overdue yellow) still matters. */
export function lookAtStatus({ onProduction, today, sites, derogations, trace }: CheckInput): readonly Look[] {
  const gramsOf = (site: string): number => trace.roots.reduce((sum, root) => sum + (root.site === site ? root.drawnGrams : 0), 0)
  const nameOf = (site: string): string => sites.find((each) => each.id === site)?.nationalId ?? site
  const forbidden = onProduction
    .filter(({ standing }) => standing.allows.produce !== 'yes')
    .map(({ producedOn, standing }) =>
      look(standing.allows.produce === 'no' ? 'failed' : 'review', hasLapsedGreen(standing) ? 'site-green-lapsed' : 'site-not-eligible', {
        site: nameOf(standing.site),
        producedOn,
        ...statusFacts(standing),
      }),
    )
  const stopped = today.flatMap((standing) => {
    const code = stopToday(standing)
    const own = code === 'site-red-now' ? derogations.filter((one) => one.site === standing.site) : []
    if (own.length > 0) return own.map((one) => underDerogation(one, { site: nameOf(standing.site), lotGrams: gramsOf(standing.site) }))
    return code === null ? [] : [look('review', code, { site: nameOf(standing.site), ...statusFacts(standing) })]
  })
  if (onProduction.length === 0) return [look('not-yet-checked', 'no-site-to-ask')]
  const eligible = look('passed', 'sites-eligible', { sites: today.length, days: onProduction.length })
  return [...forbidden, ...stopped, ...(forbidden.length === 0 ? [eligible] : [])]
}

/** An order lets a stock go; whether the goods of the lot are that stock, somebody judges with both figures before them. */
function underDerogation(
  { number, quantityGrams, movedGrams, foundOn }: CheckInput['derogations'][number],
  of: { readonly site: string; readonly lotGrams: number },
): Look {
  const remainingGrams = Math.max(0, quantityGrams - movedGrams)
  return look('review', 'site-red-derogation', { ...of, order: number, foundOn, quantityGrams, movedGrams, remainingGrams })
}

/** The green of an order ran out, whatever the rule made of it since; a hold is told first. */
const hasLapsedGreen = ({ lapse, orderNumber, hold }: Standing): boolean =>
  lapse?.colour === 'green' && orderNumber !== null && hold === null

const statusFacts = (standing: Standing) => ({
  status: standing.internal,
  lapsed: standing.lapsed,
  lapsedOn: standing.lapse?.on ?? null,
  validUntil: standing.validUntil,
  order: standing.orderNumber,
  basis: standing.basis,
  held: standing.hold !== null,
})

function stopToday(standing: Standing): string | null {
  if (standing.hold !== null) return 'site-on-hold-now'
  if (standing.internal === 'RED') return 'site-red-now'
  return standing.internal === 'YELLOW' && standing.lapsed ? 'site-overdue-now' : null
}

/** 4: no tag twice, void, lost or of another site. */
export function lookAtTags({ trace, rules }: CheckInput): readonly Look[] {
  const bagsOfTag = new Map<string, Set<string>>()
  for (const { tag, lot } of trace.roots) if (tag !== null) bagsOfTag.set(tag, (bagsOfTag.get(tag) ?? new Set()).add(lot))
  const twice = [...bagsOfTag].filter(([, bags]) => bags.size > 1).map(([tag]) => look('failed', 'tag-used-twice', { tag }))
  const spoken = looksOf(trace.findings, rules.findings.value.tags)
  const fine = look('passed', 'tags-in-order', { tags: bagsOfTag.size })
  return twice.length + spoken.length === 0 ? [fine] : [...twice.slice(0, 50), ...spoken]
}

/** 5: the lot weighs no more than what went into it, within the tolerance of scales. */
export function lookAtMass({ trace, rules }: CheckInput): readonly Look[] {
  const sources = trace.inputs.length > 0 ? trace.inputs : trace.roots
  const inputGrams = sources.reduce((sum, source) => sum + source.drawnGrams, 0)
  const facts = { massGrams: trace.massGrams, inputGrams }
  const tooHeavy = trace.massGrams * 1000 > inputGrams * rules.massPerMille.value
  const weighed = tooHeavy ? look('failed', 'heavier-than-inputs', facts) : look('passed', 'mass-balanced', facts)
  const drawn = trace.drawnGrams > 0 ? [look('failed', 'drawn-by-others', { lot: trace.number, drawnGrams: trace.drawnGrams })] : []
  const spoken = trace.certified.map(({ number, certificate }) => look('failed', 'goods-certified', { lot: number, certificate }))
  return [weighed, ...drawn, ...spoken, ...looksOf(trace.findings, rules.findings.value.mass)]
}

/** 6: the mineral is on the list of every site; licences are not in the data yet. */
export function lookAtMineral({ trace, sites, rules }: CheckInput): readonly Look[] {
  const foreign = sites
    .filter((site) => site.minerals.length > 0 && !site.minerals.includes(trace.mineral))
    .map((site) => look('failed', 'mineral-not-of-site', { site: site.nationalId, mineral: trace.mineral, known: [...site.minerals] }))
  if (foreign.length > 0) return foreign
  const silent = sites
    .filter((site) => site.minerals.length === 0)
    .map((site) => look('not-yet-checked', 'site-without-minerals', { site: site.nationalId }))
  return [
    ...silent,
    look('passed', 'mineral-of-sites', { mineral: trace.mineral, sites: sites.length - silent.length }),
    look('not-yet-checked', 'licence-not-in-the-data'),
    ...looksOf(trace.findings, rules.findings.value.mineral),
  ]
}

/** 10: no incident module yet, but a lot in quarantine is stopped, and a critical finding is an incident. */
export function lookAtIncidents({ trace, rules }: CheckInput): readonly Look[] {
  const seenElsewhere = new Set(Object.values(rules.findings.value).flat())
  const critical = trace.findings.filter((finding) => finding.severity === 'C' && !seenElsewhere.has(finding.rule))
  const stopped = stopOf(trace)
  return [...stopped, ...critical.map(lookOfFinding), look('not-yet-checked', 'incidents-not-in-the-data')]
}

/** Only a lot that lies with its holder may leave: not one in quarantine, on its way, used up, voided or under a certificate. */
function stopOf({ state, number }: CheckInput['trace']): readonly Look[] {
  if (state === 'held') return []
  if (state === 'quarantined') return [look('failed', 'lot-in-quarantine', { lot: number })]
  return [look('failed', 'lot-not-held', { lot: number, state })]
}

/** 14: the declared origins are those of the roots; an unknown source asks for a review. */
export function lookAtOrigin(input: CheckInput): readonly Look[] {
  const found = originOf(input)
  const declared = sortOrigin(input.terms.origin)
  const facts = { declared: declared.join(';'), found: found.join(';') }
  if (facts.declared !== facts.found) return [look('failed', 'origin-differs', facts)]
  return found.includes('0') ? [look('review', 'origin-partly-unknown', facts)] : [look('passed', 'origin-agrees', facts)]
}

const looksOf = (findings: readonly Finding[], rules: readonly string[]): readonly Look[] =>
  findings.filter((finding) => rules.includes(finding.rule)).map(lookOfFinding)

function lookOfFinding(finding: Finding): Look {
  const released = finding.facts['released'] === true
  const result = finding.severity === 'C' && !released ? 'failed' : 'review'
  return look(result, released ? 'finding-released' : 'finding', { ...finding.facts, rule: finding.rule, severity: finding.severity })
}
