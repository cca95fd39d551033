/*
Check 10: nothing grave is open about the lot, its sites, its hands or its way. What is verified stops; what is only said asks for somebody's
judgement, so that nobody can stop an export by a rumour and nobody can wave a rumour through. A lot in quarantine is stopped whatever the cause.
*/
import type { IncidentBrief } from '../../incidents/contract.ts'
import { lookOfFinding } from './check-chain.ts'
import { type CheckInput, type Look, look, mendedBy } from './check-input.ts'

export function lookAtIncidents(input: CheckInput): readonly Look[] {
  const { trace, rules, beside } = input
  const seenElsewhere = new Set(Object.values(rules.findings.value).flat())
  const critical = trace.findings.filter((finding) => finding.severity === 'C' && !seenElsewhere.has(finding.rule))
  return [...stopOf(trace), ...critical.map(lookOfFinding), ...lookAtReported(input), ...lookAtSuspended(input, beside.suspensions)]
}

/** Only a lot that lies with its holder may leave: not one in quarantine, on its way, used up, voided or under a certificate. */
function stopOf({ state, number }: CheckInput['trace']): readonly Look[] {
  if (state === 'held') return []
  if (state === 'quarantined') return [look('failed', 'lot-in-quarantine', { lot: number })]
  return [mendedBy('EXPORTER', look('failed', 'lot-not-held', { lot: number, state }))]
}

function lookAtReported({ beside, rules, trace }: CheckInput): readonly Look[] {
  if (beside.incidents === null) return [look('not-yet-checked', 'incidents-not-in-the-data')]
  const open = beside.incidents.filter((one) => one.open)
  const grave = open.filter((one) => one.severity <= rules.stoppingSeverity.value)
  const looks = grave.map((one) => mendedBy('CPS', lookAtOne(one)))
  const lesser = open.length - grave.length
  const closed = beside.incidents.length - open.length
  const period = { from: trace.roots.map((root) => root.producedOn).toSorted()[0] ?? trace.formedOn, lesser, closed }
  return [...looks, ...(grave.length === 0 ? [look('passed', 'no-grave-incident', period)] : [])]
}

/** A dossier is read by those whom a file may name: of one that is not public they read that it is open, and nothing by which to know it. */
function lookAtOne(one: IncidentBrief): Look {
  const isShown = one.confidentiality === undefined || one.confidentiality === 'public'
  if (!isShown) return one.confirmed ? look('failed', 'incident-open-kept') : look('review', 'incident-alleged-kept')
  return one.confirmed ? look('failed', 'incident-open', factsOf(one)) : look('review', 'incident-alleged', factsOf(one))
}
const factsOf = ({ number, category, state, occurredOn, reportedOn, touches }: IncidentBrief) => ({
  ...{ incident: number, category, state, on: occurredOn ?? reportedOn },
  ...{ lots: touches.lots.length, sites: touches.sites.length, organisations: touches.organisations.length, places: [...touches.places] },
})

function lookAtSuspended({ organisations, sites }: CheckInput, suspensions: CheckInput['beside']['suspensions']): readonly Look[] {
  if (suspensions === null) return [look('not-yet-checked', 'risks-not-in-the-data')]
  if (suspensions.length === 0) return [look('passed', 'nothing-suspended')]
  const kept = suspensions.some((one) => one.kept === true) ? [look('failed', 'trade-suspended-kept')] : []
  const named = suspensions.filter((one) => one.kept !== true)
  const told = named.map(({ subject, code, because, since }) => {
    const name =
      subject.kind === 'route'
        ? subject.route
        : subject.kind === 'site'
          ? (sites.find((one) => one.id === subject.site)?.nationalId ?? subject.site)
          : (organisations.find((one) => one.id === subject.organisation)?.name ?? subject.organisation)
    return mendedBy('MINES_NAT', look('failed', 'trade-suspended', { name, risk: code, because, since }))
  })
  return [...told, ...kept.map((one) => mendedBy('CPS', one))]
}
