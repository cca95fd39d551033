/*
Checks that follow from the lot's way back to its pits: 2 site and tag, 3 status on the day of production, 4 tags, 5 mass,
6 mineral and title, 14 origin. Each answers with what it looked at; a finding that custody released by a written reason asks for a
review, because somebody else's judgement stands in it.
*/
import type { Finding } from '../../custody/contract.ts'
import type { Standing } from '../../sites/contract.ts'
import { hsCodes } from './rulebook.ts'
import { type CheckInput, type Look, look, originOf, sortOrigin } from './check-input.ts'

/** 2: every bag at the root names its site and its tag. Gold is sealed in sachets, whose number is the one of the lot itself. */
export function lookAtRoots({ trace, beside }: CheckInput): readonly Look[] {
  const bags = trace.roots.length
  const withoutSite = trace.roots.filter((root) => root.site === null).length
  const withoutTag = trace.mineral === 'Au' ? 0 : trace.roots.filter((root) => root.tag === null).length
  if (bags === 0) return [look('failed', 'no-bags')]
  const known =
    withoutSite + withoutTag === 0
      ? look('passed', 'all-bags-known', { bags })
      : look('failed', 'bags-without-origin', { bags, withoutSite, withoutTag })
  const shares = beside.origin?.shares
  if (shares === undefined || shares.unexplained.siteUnknown === 0) return [known]
  return [known, look('failed', 'mass-without-site', { amount: shares.unexplained.siteUnknown, of: shares.mass, unit: shares.unit })]
}

/** 3: production was allowed on its day; today only a stop (hold, red, overdue yellow) still matters. */
export function lookAtStatus({ onProduction, today, sites, derogations, trace, beside }: CheckInput): readonly Look[] {
  const exact = beside.origin?.shares
  const gramsOf = (site: string): number => {
    if (exact === undefined) return trace.roots.reduce((sum, root) => sum + (root.site === site ? root.drawnGrams : 0), 0)
    const amount = exact.sites.find((one) => one.site === site)?.amount ?? 0
    return exact.unit === 'milligrams' ? Math.round(amount / 1000) : amount
  }
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
  if (bagsOfTag.size === 0 && spoken.length === 0 && trace.mineral === 'Au') return [look('not-applicable', 'gold-without-tags')]
  const fine = look('passed', 'tags-in-order', { tags: bagsOfTag.size })
  return twice.length + spoken.length === 0 ? [fine] : [...twice.slice(0, 50), ...spoken]
}

/** 5: the lot weighs no more than what went into it, within the tolerance of scales. */
export function lookAtMass({ trace, rules, beside }: CheckInput): readonly Look[] {
  const sources = trace.inputs.length > 0 ? trace.inputs : trace.roots
  const inputGrams = sources.reduce((sum, source) => sum + source.drawnGrams, 0)
  const facts = { massGrams: trace.massGrams, inputGrams }
  const tooHeavy = trace.massGrams * 1000 > inputGrams * rules.massPerMille.value
  const weighed = tooHeavy ? look('failed', 'heavier-than-inputs', facts) : look('passed', 'mass-balanced', facts)
  const drawn = trace.drawnGrams > 0 ? [look('failed', 'drawn-by-others', { lot: trace.number, drawnGrams: trace.drawnGrams })] : []
  const spoken = trace.certified.map(({ number, certificate }) => look('failed', 'goods-certified', { lot: number, certificate }))
  return [weighed, ...drawn, ...spoken, ...lookAtBalance(beside.origin), ...looksOf(trace.findings, rules.findings.value.mass)]
}

/** Of which more was taken than there was, at any step of the way; exact, by the graph of draws. */
function lookAtBalance(origin: CheckInput['beside']['origin']): readonly Look[] {
  if (origin === null || origin.shares.unexplained.overdrawn === 0) return []
  const { unit, mass, unexplained } = origin.shares
  return [look('failed', 'taken-twice', { amount: unexplained.overdrawn, of: mass, unit })]
}

/** 6: the mineral is on the list of every site, and on the title under which it was dug. */
export function lookAtMineral({ trace, sites, rules, beside, on }: CheckInput): readonly Look[] {
  const foreign = sites
    .filter((site) => site.minerals.length > 0 && !site.minerals.includes(trace.mineral))
    .map((site) => look('failed', 'mineral-not-of-site', { site: site.nationalId, mineral: trace.mineral, known: [...site.minerals] }))
  const silent = sites
    .filter((site) => site.minerals.length === 0)
    .map((site) => look('not-yet-checked', 'site-without-minerals', { site: site.nationalId }))
  const known = sites.length - silent.length - foreign.length
  return [
    ...foreign,
    ...silent,
    ...(known > 0 ? [look('passed', 'mineral-of-sites', { mineral: trace.mineral, sites: known })] : []),
    ...sites.flatMap((site) => lookAtTitle(site, { mineral: trace.mineral, titles: beside.titles, on })),
    ...(beside.titles === null ? [look('not-yet-checked', 'licence-not-in-the-data')] : []),
    ...looksOf(trace.findings, rules.findings.value.mineral),
  ]
}

interface OnTitle extends Pick<CheckInput, 'on'> {
  readonly mineral: CheckInput['trace']['mineral']
  readonly titles: CheckInput['beside']['titles']
}
function lookAtTitle(site: CheckInput['sites'][number], { mineral, titles, on }: OnTitle): readonly Look[] {
  if (titles === null || mineral === 'other') return []
  const facts = { site: site.nationalId, mineral }
  const licences = (titles.find((one) => one.site === site.id)?.licences ?? []).filter((one) => one.licenceType !== 'unlicensed')
  if (licences.length === 0) return [look('not-yet-checked', 'site-without-title', facts)]
  const covering = licences.filter((one) => one.coveredCommodities.includes(hsCodes[mineral]))
  const number = covering[0]?.number ?? licences[0]?.number ?? null
  if (covering.length === 0) return [look('failed', 'title-without-mineral', { ...facts, number })]
  const running = covering.some((one) => one.inForce !== false && (one.expiresOn === undefined || one.expiresOn > on))
  return [running ? look('passed', 'mineral-of-title', { ...facts, number }) : look('review', 'title-not-in-force', { ...facts, number })]
}

/** 14: the declared origins are those of the roots; an unknown source asks for a review. */
export function lookAtOrigin(input: CheckInput): readonly Look[] {
  const found = originOf(input)
  const declared = sortOrigin(input.terms.origin)
  const facts = { declared: declared.join(';'), found: found.join(';') }
  if (facts.declared !== facts.found) return [look('failed', 'origin-differs', facts)]
  return found.includes('0') ? [look('review', 'origin-partly-unknown', facts)] : [look('passed', 'origin-agrees', facts)]
}

export const looksOf = (findings: readonly Finding[], rules: readonly string[]): readonly Look[] =>
  findings.filter((finding) => rules.includes(finding.rule)).map(lookOfFinding)

export function lookOfFinding(finding: Finding): Look {
  const released = finding.facts['released'] === true
  const result = finding.severity === 'C' && !released ? 'failed' : 'review'
  return look(result, released ? 'finding-released' : 'finding', { ...finding.facts, rule: finding.rule, severity: finding.severity })
}
