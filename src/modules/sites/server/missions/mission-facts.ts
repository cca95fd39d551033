/*
Gathers what a decision about a mission or an inspection must know beyond its own subject, in the transaction that decides. It decides
nothing; what a form's answers mean is read by the domain from the values that the door of forms found in them.
*/
import { todayAt } from '../../../../kernel/calendar.ts'
import { type Asking, outsideRow, speakerOf } from '../facts.ts'
import { findCriterion } from '../../domain/missions/criteria.ts'
import type { InspectionContext } from '../../domain/missions/inspection-context.ts'
import type { InspectionCommand } from '../../domain/missions/inspection-words.ts'
import type { MissionCommand, MissionContext } from '../../domain/missions/mission.ts'
import type { FormVersionRef } from '../../../forms/contract.ts'
import { knownForms } from '../../../forms/contract.ts'
import { readLaw } from '../status/law.ts'
import { HOME } from '../status/standings.ts'
import { findSiteRow, siteRowsById } from '../register/store-register.ts'
import { publishedTeamRulesOn } from './published-team-rules.ts'
import { findInspectionRow, listAcceptedInspections, listInspectionRows, listSignatureRows } from './store-inspections.ts'
import { type MissionRow, findMissionRow } from './store-missions.ts'

/** An inspection in one of these keeps its mission from closing. */
const UNFINISHED: readonly string[] = ['draft', 'team-signed', 'returned']

export async function missionFacts(asking: Asking, mission: string, command: MissionCommand): Promise<MissionContext> {
  const { tx, tenant, territory, moment } = asking
  const told = command.say === 'plan' || command.say === 'change' ? command.mission : null
  const before = (await findMissionRow(tx, tenant, mission))?.content.sites ?? []
  const planned = told?.sites ?? before
  const rows = await siteRowsById(tx, tenant, [...new Set([...planned, ...before])])
  const known = new Set(rows.map((row) => row.id))
  const outside = rows.map((row) => outsideRow(territory, row)).find((one) => one !== null)
  const open = command.say === 'close' ? await listInspectionRows(tx, tenant, { mission }) : []
  return {
    unknownSites: planned.filter((site) => !known.has(site)),
    outsideTerritory: outside ?? null,
    openInspections: open.filter((one) => one.on_site && UNFINISHED.includes(one.phase)).length,
    today: moment.today,
    toldOn: todayAt(moment.happenedAt < moment.now ? moment.happenedAt : moment.now),
    teamRules: publishedTeamRulesOn(told?.plannedFrom ?? moment.today),
  }
}

export interface InspectionAsking extends Asking {
  /** Whether the sender reviews inspections or plans missions. */
  readonly mayReview: boolean
}

export async function inspectionFacts(
  asking: InspectionAsking,
  inspection: string,
  command: InspectionCommand,
): Promise<InspectionContext> {
  const { tx, tenant, territory, moment } = asking
  const own = await findInspectionRow(tx, tenant, inspection)
  const siteId = command.say === 'open' ? command.site : own?.site_id
  const site = siteId === undefined ? null : await findSiteRow(tx, tenant, siteId)
  const day = command.say === 'open' ? command.date : (own?.inspected_on ?? moment.today)
  const { book, hash } = (await readLaw(tx, tenant)).rulebookOn(site?.country ?? HOME, day, moment.now)
  const missionId = command.say === 'open' ? (command.mission ?? null) : (own?.mission_id ?? null)
  const mission = missionId === null ? null : await findMissionRow(tx, tenant, missionId)
  return {
    speaker: await speakerOf(asking),
    signers: (await listSignatureRows(tx, tenant, inspection)).map((signature) => signature.account_id),
    mayReview: asking.mayReview,
    siteKnown: site !== null,
    outsideTerritory: site === null ? null : outsideRow(territory, site),
    mission: mission === null ? null : ofMission(mission, siteId),
    previousYellow: site === null ? [] : await yellowBefore(asking, site.id, day),
    rulebook: { id: book.id, hash },
    yellowMonths: book.values.yellowMonths.value,
    form: command.say === 'open' ? await formToFill(asking, command, mission?.mission_kind ?? null) : null,
    submission: command.say === 'record-answers' ? await submissionOf(asking, command) : null,
    today: moment.today,
    newId: moment.newId,
  }
}

const ofMission = (mission: MissionRow, site: string | undefined): NonNullable<InspectionContext['mission']> => ({
  phase: mission.phase,
  members: mission.content.members,
  visitsSite: mission.content.sites.some((one) => one === site),
  startedOn: mission.started_on,
  closedOn: mission.closed_on,
})

/** The version named, if it is published; without a name the newest of the form that the kind of mission asks for. */
async function formToFill(
  { tx, tenant, doors }: Asking,
  command: Extract<InspectionCommand, { say: 'open' }>,
  missionKind: string | null,
): Promise<FormVersionRef | null> {
  const forms = doors.forms
  if (!forms) return null
  const asked = missionKind === 'annual' ? knownForms.annual : knownForms.inspection
  const found =
    command.form === undefined
      ? ((await forms.current(tx, tenant, asked)) ?? (await forms.current(tx, tenant, knownForms.inspection)))
      : await forms.published(tx, tenant, command.form)
  return found === null ? null : { form: found.form, version: found.version, sha256: found.sha256 }
}

/** Null when the version is not published here, or is another one than its hash says. */
async function submissionOf(
  { tx, tenant, doors }: Asking,
  command: Extract<InspectionCommand, { say: 'record-answers' }>,
): Promise<InspectionContext['submission']> {
  const form = (await doors.forms?.published(tx, tenant, command.form)) ?? null
  if (!doors.forms || form === null || form.sha256 !== command.form.sha256) return null
  const hashes = [...new Set(command.files.map((one) => one.file.sha256))]
  const kept = hashes.length === 0 ? [] : await doors.documents.kept(tx, tenant, hashes)
  return { values: doors.forms.readSubmission(form, command.xml), missingFiles: hashes.length - kept.length }
}

/** Yellow criteria violated at the newest accepted inspection before the day, when that one ended yellow. */
export async function yellowBefore({ tx, tenant }: Pick<Asking, 'tx' | 'tenant'>, site: string, day: string): Promise<readonly string[]> {
  const [previous] = await listAcceptedInspections(tx, tenant, [site], day)
  if (!previous || previous.result !== 'yellow') return []
  return (previous.proposal?.because ?? []).filter((id) => findCriterion(id)?.level === 'Y')
}
