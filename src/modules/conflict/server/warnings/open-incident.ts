/*
A verified warning becomes an incident through the door that everybody reports by, under an id that follows from the command: a repeat after a break finds it
there and goes on. It is announced on the warning first, where decisions stand in a queue: of two who open at once one is refused before anything was reported. The text names the number of the warning and its kind; who warned and what was told of them is not passed on.
*/
import { createHash } from 'node:crypto'
import { uuidV7 } from '../../../../kernel/ids.ts'
import { type Outcome, refused } from '../../../../kernel/outcome.ts'
import { asId, looseRecord, parse, text } from '../../../../kernel/schema.ts'
import type { Door } from '../../../../platform/http/route.ts'
import type { Who } from '../../../../platform/http/who.ts'
import type { CommandEnvelope, Receipt } from '../../../../platform/log/receipt.ts'
import type { IncidentCategory, IncidentId } from '../../../incidents/contract.ts'
import type { IncidentSource } from '../../../incidents/contract-report.ts'
import { type WarningChannel, type WarningType, touchesPersons } from '../../contract-warnings.ts'
import type { Warning } from '../../domain/warnings/warning.ts'
import { zoneOfPlace, wallClock } from '../../domain/warnings/zones.ts'
import { type WarningDoors, readWarning, viewOfWarning, warningSight } from './sight-warnings.ts'
import { listWarnings } from './store-warnings.ts'

const CATEGORY: { readonly [Type in WarningType]: IncidentCategory } = {
  ...({ attack: 'violence', 'armed-entry': 'armed-presence', 'illegal-tax': 'illegal-tax', 'forced-labour': 'forced-labour' } as const),
  ...({
    abduction: 'violence',
    'child-recruitment': 'violence',
    'sexual-violence': 'sexual-violence',
    'mine-collapse': 'accident',
  } as const),
  ...({ displacement: 'violence', 'price-shock': 'other', tension: 'other' } as const),
}
const SOURCE: { readonly [Channel in WarningChannel]: IncidentSource } = {
  ...({ sms: 'sms', radio: 'field', app: 'field', phone: 'field', committee: 'committee' } as const),
}

interface Opening {
  readonly door: Door
  readonly who: Who
  readonly tenant: string
  readonly envelope: CommandEnvelope
  readonly warning: string
  /** Writes on the warning which incident it becomes. */
  readonly announce: (incident: IncidentId) => Promise<Outcome<Receipt>>
  /** And that it was refused there after all. */
  readonly takeBack: (envelope: CommandEnvelope, incident: IncidentId, code: string) => Promise<Outcome<Receipt>>
}
export async function openIncident(doors: WarningDoors, asked: Opening): Promise<Outcome<Receipt>> {
  const { door, who, tenant, envelope, warning, announce, takeBack } = asked
  const known = await door.read(async (tx) => {
    const [row] = await listWarnings(tx, tenant, { id: warning })
    const [found] = row ? readWarning(row) : []
    const sight = await warningSight(tx, doors, { tenant, asker: who })
    return found && viewOfWarning(sight, found) === 'sorts' ? found.warning : null
  })
  const incident = asId('incident', followingId(envelope.id))
  const announced = await announce(incident)
  if (!announced.ok || known === null) return announced
  const opened = await doors.dispatch({ who, method: 'POST', url: '/api/incidents', body: { id: incident, data: reportOf(known) } })
  if (opened.status === 200) return announced
  const code = codeIn(opened.body)
  // A repeat after the severity changed reports other words under the same number: what stands, stands, and nothing is taken back.
  const back = await takeBack({ id: asId('command', followingId(envelope.id, 'refused')) }, incident, code)
  return back.ok ? refused(code) : announced
}

function reportOf({ received, severity }: Warning): object {
  const { type, site, territoire, occurredAt, number, channel } = received
  return {
    ...{ source: SOURCE[channel], category: CATEGORY[type], receivedOn: dayIn(received.receivedAt, territoire) },
    ...(occurredAt === null ? {} : { occurredOn: dayIn(occurredAt, territoire) }),
    place: { kind: 'site', area: territoire, ...(site === null ? { name: '–' } : { site }) },
    account: [`Alerte ${number}, gravité ${severity}.`, received.what].filter(Boolean).join(' '),
    actors: received.actors.map((one) => ({ class: one })),
    organisations: received.organisations,
    confidentiality: touchesPersons(type) ? 'protection' : 'restricted',
  }
}
const dayIn = (instant: string, territoire: string): string => wallClock(instant, zoneOfPlace(territoire)).day
const followingId = (command: string, what = 'incident'): string =>
  uuidV7(
    Number.parseInt(command.replaceAll('-', '').slice(0, 12), 16),
    createHash('sha256').update(`warning-${what} ${command}`).digest().subarray(0, 10),
  )
function codeIn(body: unknown): string {
  const read = parse(looseRecord({ refusal: looseRecord({ code: text() }) }), body)
  return read.ok ? read.value.refusal.code : 'incident-not-opened'
}
