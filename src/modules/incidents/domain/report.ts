/*
The report itself and what is put right in it. A report is kept as it came; the category makes risks likely and these the severity, until a
person says otherwise with a reason. Severity 1 and what comes from a voice are kept among those who handle (`restricted`) unless a
confidentiality was chosen (D).
*/
import { type Outcome, accepted, refused } from '../../../kernel/outcome.ts'
import { asId } from '../../../kernel/schema.ts'
import type { Confidentiality, IncidentSeverity } from '../contract.ts'
import { risksOf, severityOf } from '../contract-risks.ts'
import type { ReportIncident } from '../contract-report.ts'
import type { Of, Result } from './incident-commands.ts'
import type { IncidentEvent, Party } from './incident-events.ts'
import type { IncidentContext, IncidentFile } from './incident-state.ts'

export function decideReport(command: Of<'report'>, { happenedOn, today, fresh }: IncidentContext): Result {
  if (!fresh) return refused('unknown-incident')
  const { type: _type, actors = [], photos = [], organisations: _organisations, hit = null, ...said } = command
  const days = { receivedOn: earlier(said.receivedOn ?? happenedOn, today), occurredOn: said.occurredOn ?? null }
  const risks = said.risks ?? [
    ...risksOf(
      said.category,
      actors.map((one) => one.class),
    ),
  ]
  const severity = severityOf(risks)
  return accepted([
    {
      kind: 'incident.reported.v1',
      payload: {
        ...{ number: fresh.number, source: said.source, ...days, category: said.category, risks, severity, level: 'local' },
        ...{ place: fresh.place, account: said.account, actors, parties: [...fresh.parties] },
        ...{ lots: fresh.lots.map((lot) => asId('lot', lot)), photos, hit },
        confidentiality: said.confidentiality ?? keptBetween(said.source, severity),
      },
    },
  ])
}

/** A day that has not come is a slip of the pen: heard of today at the latest. */
const earlier = (day: string, today: string): string => (day > today ? today : day)
const keptBetween = (source: ReportIncident['source'], severity: IncidentSeverity): Confidentiality =>
  severity === 1 || source === 'voice' || source === 'sms' ? 'restricted' : 'members'

export function decideDescription(
  file: IncidentFile,
  command: Of<'describe'>,
  context: IncidentContext,
): Outcome<readonly IncidentEvent[]> {
  if (file.state === 'closed') return refused('incident-not-so-far', { number: file.number, state: file.state })
  const { reason, category = file.category, actors = file.actors, occurredOn = file.occurredOn } = command
  // A case under protection is opened to others only by who holds it, which is who gets here.
  const confidentiality = command.confidentiality ?? file.confidentiality
  if (confidentiality === 'protection' && !context.clearance.protect) return refused('protection-not-yours', { number: file.number })
  if (file.published && confidentiality === 'protection') return refused('outcome-already-published', { number: file.number })
  const said = category !== file.category || command.actors !== undefined
  const risks =
    command.risks ??
    (said
      ? [
          ...risksOf(
            category,
            actors.map((one) => one.class),
          ),
        ]
      : file.risks)
  const severity = command.severity ?? (risks === file.risks ? file.severity : severityOf(risks))
  return accepted([
    {
      kind: 'incident.described.v1',
      payload: {
        ...{ category, risks: [...risks], severity, occurredOn, actors: [...actors], confidentiality, reason },
        parties: partiesAfter(file, command, context.named.parties),
      },
    },
  ])
}

/** Who is no longer named is no party by name; who works the site or holds lots stays one. */
function partiesAfter(file: IncidentFile, command: Of<'describe'>, named: readonly Party[]): Party[] {
  const kept = command.organisations === undefined ? file.parties : file.parties.filter((one) => one.because !== 'named')
  return [...kept, ...named.filter((one) => !kept.some((known) => known.organisation === one.organisation))]
}
