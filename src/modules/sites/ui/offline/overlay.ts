/* Answers about inspections and missions with this phone's waiting commands written in: one page, a list of them, the visits of a mission. */
import { parse } from '../../../../kernel/schema.ts'
import type { OverlayParts, WaitingCommand } from '../../../../app/field/offline-part.ts'
import { formValues } from '../../../../app/field/form-values.ts'
import { InspectionCommand } from '../../domain/missions/inspection-words.ts'
import type { InspectionList } from '../../domain/missions/mission-answers.ts'
import { type ProvisionalPage, type WaitingCommand as Said, foldInspection } from '../../domain/missions/provisional.ts'
import { type Place, aroundOf } from './around.ts'
import { fieldsIn, isInspectionList, isInspectionPage, isMissionPage } from './read-kept.ts'

type Short = InspectionList['inspections'][number]
const ONE = /^\/api\/inspections\/([0-9a-f-]{36})$/

export async function overlayInspections(path: string, known: unknown, parts: OverlayParts): Promise<unknown> {
  const one = ONE.exec(path)?.[1]
  if (one !== undefined) return (await pageHere(one, parts, known)) ?? known
  const pages: ProvisionalPage[] = []
  for (const subject of new Set(parts.waiting.map((waiting) => waiting.subject))) {
    const inspection = subject.slice('inspection:'.length)
    const page = await pageHere(inspection, parts, await parts.kept(`/api/inspections/${inspection}`))
    if (page !== null) pages.push(page)
  }
  if (path.startsWith('/api/missions/')) return isMissionPage(known) ? missionHere(known, pages) : known
  return listHere(path, known, pages)
}

const missionHere = (known: { readonly mission: string; readonly inspections: readonly Short[] }, pages: readonly ProvisionalPage[]) => ({
  ...known,
  inspections: merged(
    known.inspections,
    pages.filter((page) => page.mission === known.mission),
  ),
})

function listHere(path: string, known: unknown, pages: readonly ProvisionalPage[]): unknown {
  const wanted = new URLSearchParams(path.split('?')[1] ?? '')
  const [phase, site, mission] = [wanted.get('phase'), wanted.get('site'), wanted.get('mission')]
  const fits = (one: Short): boolean =>
    (phase === null || one.phase === phase) && (site === null || one.site === site) && (mission === null || one.mission === mission)
  const list = isInspectionList(known) ? known.inspections : []
  // What the server counted to the list belongs to it by more than its site: only what changed here may leave it.
  const changed = new Set(pages.map((page) => page.inspection))
  const inspections = merged(
    list,
    pages.filter((page) => fits(page) || list.some((one) => one.inspection === page.inspection)),
  )
  const kept = inspections.filter((one) => !changed.has(one.inspection) || fits(one))
  return kept.length === 0 && known === null ? null : { ...fieldsIn(known), inspections: kept }
}

/** Newest first, as the server lists them. */
const merged = (known: readonly Short[], pages: readonly ProvisionalPage[]): readonly Short[] =>
  [...known.filter((one) => !pages.some((page) => page.inspection === one.inspection)), ...pages.map(shortOf)].toSorted((a, b) =>
    a.on === b.on ? (a.inspection < b.inspection ? 1 : -1) : a.on < b.on ? 1 : -1,
  )
const shortOf = (page: ProvisionalPage): Short & { readonly provisional?: true } => ({
  ...{ inspection: page.inspection, site: page.site, name: page.name, nationalId: page.nationalId, mission: page.mission, on: page.on },
  ...{ phase: page.phase, result: page.result, answered: page.answered, questions: page.questions, orderNumber: page.orderNumber },
  ...(page.provisional ? { provisional: true } : {}),
})

/** Null where neither the server nor this phone knows the inspection. */
async function pageHere(inspection: string, parts: OverlayParts, known: unknown): Promise<ProvisionalPage | null> {
  const page = isInspectionPage(known) ? known : null
  const ours = parts.waiting.filter((one) => one.subject === `inspection:${inspection}`)
  const said: Said[] = []
  for (const one of ours) {
    const told = await saidBy(one, parts)
    if (told !== null) said.push(told)
  }
  const place = page ?? placeOf(inspection, said)
  return place === null || said.length === 0 ? page : foldInspection(page, said, await aroundOf(parts, place))
}

function placeOf(inspection: string, said: readonly Said[]): Place | null {
  const opening = said.find((one) => one.command.say === 'open')?.command
  if (opening?.say !== 'open') return null
  return { inspection, site: opening.site, mission: opening.mission ?? null, on: opening.date, rulebook: null }
}

const says: { readonly [step: string]: string } = {
  ...{ answers: 'record-answers', findings: 'record-findings', dissents: 'dissent', signatures: 'sign', submission: 'submit' },
  ...{ actions: 'set-action', abandonment: 'abandon' },
}
/** Null for what this version does not understand: it waits as it is and is not shown. */
async function saidBy({ id, path, data, account, happenedAt, mine }: WaitingCommand, parts: OverlayParts): Promise<Said | null> {
  const read = parse(InspectionCommand, { ...fieldsIn(data), say: says[path.split('/')[4] ?? ''] ?? 'open' })
  if (!read.ok) return null
  const command = read.value
  return { ...{ id, account, happenedAt, mine, command }, values: command.say === 'record-answers' ? await valuesIn(command, parts) : null }
}

async function valuesIn(command: Extract<InspectionCommand, { say: 'record-answers' }>, { kept }: OverlayParts): Promise<Said['values']> {
  const { form, xml } = command
  const { xform } = fieldsIn(await kept(`/api/forms/${form.form}/versions/${encodeURIComponent(form.version)}`))
  return typeof xform === 'string' ? formValues(form, { xform, xml }) : null
}
