/* Answers that come by another way than our app: what their sender's body is at work on, and the same commands under the sender's name. */
import { asId, mustParse } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { Fieldwork, FieldworkDoor, InspectionAtWork, MissionAtWork, SiteNamed } from '../../contract-fieldwork.ts'
import { type Member, MemberBody } from '../../domain/missions/mission.ts'
import { type Speaker, speaksFor } from '../../domain/missions/team.ts'
import type { Asked } from '../register/http-sites.ts'
import type { SitesDoors } from '../register/place-of-site.ts'
import { type SiteTableRow, siteRowsById } from '../register/store-register.ts'
import { executeInspection } from './execute.ts'
import { listInspectionsAtWork } from './store-fieldwork.ts'
import { type MissionRow, listMissionRows, missionReference } from './store-missions.ts'

export const fieldworkDoor = (doors: SitesDoors): FieldworkDoor<Tx, Asked> => ({
  fieldwork: (tx, tenant, asker) => readFieldwork(tx, { tenant, doors }, asker),
  openInspection: (asked, { notVisitedReason, ...opening }) =>
    executeInspection(doors, asked, {
      id: asked.envelope.id,
      command: { say: 'open', ...opening, carried: true, ...(notVisitedReason === null ? {} : { notVisitedReason }) },
    }),
  recordAnswers: (asked, { inspection, by, form, instance, xml, files, filesAwaited, filesFollow, amends }) =>
    executeInspection(doors, asked, {
      id: inspection,
      command: {
        ...{ say: 'record-answers', by: mustParse(MemberBody, by), form, instance, xml, files: [...files], carried: true },
        ...(filesAwaited > 0 ? { filesAwaited } : {}),
        ...(filesFollow ? { filesFollow } : {}),
        ...(amends === null ? {} : { amends }),
      },
    }),
})

interface Asker {
  readonly account: string
  readonly organisation: string | null
  readonly on: string
}
async function readFieldwork(tx: Tx, house: { readonly tenant: string; readonly doors: SitesDoors }, asker: Asker): Promise<Fieldwork> {
  const { tenant, doors } = house
  const [known] = asker.organisation === null ? [] : await doors.people.organisations(tx, [asId('organisation', asker.organisation)])
  const speaker: Speaker = { account: asker.account, organisation: known ? { id: known.id, kind: known.kind } : null }
  const rows = (await listMissionRows(tx, tenant, null)).filter(
    (row) => isOut(row, asker.on) && bodyOf(row.content.members, speaker) !== null,
  )
  const inspections = (await listInspectionsAtWork(tx, tenant, asker.on)).filter((row) => bodyOf(row.members, speaker) !== null)
  const wanted = [...rows.flatMap((row) => row.content.sites), ...inspections.map((row) => row.site_id)]
  const named = new Map((await siteRowsById(tx, tenant, [...new Set(wanted)])).map((row) => [row.id, namedOf(row)]))
  const missions: MissionAtWork[] = []
  for (const row of rows) {
    const sites = row.content.sites.flatMap((site) => named.get(site) ?? [])
    const reference = (await missionReference(tx, tenant, row.id)) ?? ''
    const body = bodyOf(row.content.members, speaker) ?? ''
    const days = { from: row.started_on ?? row.planned_from, to: row.closed_on ?? row.planned_to }
    missions.push({ mission: asId('mission', row.id), reference, ...days, isInField: row.phase === 'in-field', sites, by: body })
  }
  const atWork = inspections.flatMap((row): readonly InspectionAtWork[] => {
    const site = named.get(row.site_id)
    const by = bodyOf(row.members, speaker)
    if (site === undefined || by === null) return []
    const { id, mission_id: mission, inspected_on: date, phase } = row
    const of = mission === null ? null : asId('mission', mission)
    const newest = row.newest?.[by]
    const isOpen = phase === 'draft' || phase === 'returned'
    return [{ inspection: asId('inspection', id), mission: of, site, date, isOpen, by, ...(newest ? { newestAnswersAt: newest } : {}) }]
  })
  return { missions, inspections: atWork }
}

/** In the field, or closed since and out on the day. */
const isOut = ({ phase, started_on: from, closed_on: to }: MissionRow, on: string): boolean =>
  phase === 'in-field' || (phase === 'closed' && from !== null && to !== null && on >= from && on <= to)

/** Who sits as an observer speaks too, after the bodies that sign. */
function bodyOf(members: readonly Member[], speaker: Speaker): string | null {
  const own = members.filter((member) => speaksFor(member, speaker))
  return (own.find((member) => member.attendance !== 'observer') ?? own[0])?.body ?? null
}

const namedOf = ({ id, name, aliases, national_id, icglr_id, stated }: SiteTableRow): SiteNamed => ({
  ...{ id: asId('site', id), name, aliases, nationalId: national_id, icglrId: icglr_id },
  ...{ province: stated.province ?? null, territoire: stated.territoire ?? null },
})
