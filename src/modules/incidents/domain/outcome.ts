/*
What everybody may read of an incident that is over: a month, a territoire (or only its province where few sites would name themselves), a
category, and what was decided, in a sentence made of these. Never a body, a place, a number, a day. Not before the safe delay; never of a
case under protection; by somebody who may and whose body is no party. The stages that an anonymous reporter is told are as bare.
*/
import { addDays } from '../../../kernel/calendar.ts'
import { accepted, refused } from '../../../kernel/outcome.ts'
import type { IncidentState, OutcomeStage } from '../contract.ts'
import { type Of, type Result, wrongState } from './incident-commands.ts'
import type { IncidentContext, IncidentFile } from './incident-state.ts'

export function decideOutcome(file: IncidentFile, command: Of<'publish' | 'withdraw'>, context: IncidentContext): Result {
  if (!context.clearance.publish) return refused('not-yours-to-publish', { number: file.number })
  if (command.type === 'withdraw') {
    if (!file.published) return refused('outcome-not-published', { number: file.number })
    return accepted([{ kind: 'incident.outcome-withdrawn.v1', payload: { reason: command.reason } }])
  }
  if (file.state !== 'closed' || file.decided === null) return wrongState(file)
  if (file.published) return refused('outcome-already-published', { number: file.number })
  if (file.confidentiality === 'protection') return refused('outcome-under-protection')
  const { endedOn, rules, today, sitesAround, sitesInProvince } = context
  const from = publishableFrom(endedOn ?? today, rules.publicDelayDays)
  if (today < from) return refused('outcome-too-early', { from, days: rules.publicDelayDays })
  const { provinceCode, territoireCode } = file.place
  return accepted([
    {
      kind: 'incident.outcome-published.v1',
      payload: {
        month: (file.occurredOn ?? file.receivedOn).slice(0, 7),
        // A province of one or two sites would name the site just as well: then only the country is told.
        provinceCode: sitesInProvince < rules.leastSites ? null : provinceCode,
        territoireCode: sitesAround < rules.leastSites ? null : territoireCode,
        ...{ category: file.category, decided: file.decided },
      },
    },
  ])
}

/** From that day what came of it may be told. */
export const publishableFrom = (endedOn: string, delayDays: number): string => addDays(endedOn, delayDays)

export function stageOf(state: IncidentState): OutcomeStage {
  switch (state) {
    case 'reported':
      return 'received'
    case 'triage':
    case 'under-verification':
    case 'reopened':
      return 'being-verified'
    case 'confirmed':
    case 'actions-agreed':
    case 'mitigating':
      return 'action-taken'
    case 'resolved':
      return 'resolved'
    case 'unfounded':
    case 'closed':
      return 'closed'
  }
}
