/*
Scenes of reports: the exporter releases the statement of the sites of its certified lot for its buyer, and has the yearly report of five steps as a draft
with gaps; the authority brings a line of a partner's statistics. All of it invented.
*/
import { addDays } from '../../src/kernel/calendar.ts'
import { looseRecord, count, mustParse } from '../../src/kernel/schema.ts'
import { newId, subjectOf } from './client.ts'
import type { Stage } from './stage.ts'

const Draft = looseRecord({ draft: looseRecord({ gaps: count() }) })

async function open(stage: Stage, report: { readonly kind: string; readonly subject: object; readonly day: string }): Promise<string> {
  const id = newId()
  const { kind, subject, day } = report
  const period = { from: addDays(day, -300), until: day }
  const answer = await stage.as('exporter').send('/api/reports', { id, kind, period, subject })
  if (answer.status !== 200) throw new Error(`a report of the world was not taken: ${JSON.stringify(answer.body)}`)
  return id
}

export async function releaseStatement(
  stage: Stage,
  { certificate, day }: { readonly certificate: string; readonly day: string },
): Promise<void> {
  const exporter = stage.as('exporter')
  const id = await open(stage, { kind: 'site-share', subject: { certificate }, day })
  await exporter.send(`/api/reports/${id}/texts`, { section: 'share-remarks', text: 'Lot d’une seule mine. Analyse jointe au dossier.' })
  const { draft } = mustParse(Draft, (await exporter.get(`/api/reports/${id}`)).body)
  subjectOf(await exporter.post(`/api/reports/${id}/releases`, { isPublic: true, gapsSeen: draft.gaps }))
}

export async function draftYearlyReport(stage: Stage, day: string): Promise<void> {
  const id = await open(stage, { kind: 'oecd-annual', subject: {}, day })
  await stage.as('exporter').send(`/api/reports/${id}/texts`, {
    section: 'step-1',
    text: 'Le comptoir n’achète que des lots étiquetés de sites qualifiés. La direction des achats répond de cette politique.',
  })
  const rows = [
    { flow: 'import', reporter: 'BE', partner: 'CD', month: day.slice(0, 7), hs: '26090000', grams: 296_000, valueUsdCents: null },
  ]
  await stage.as('planner').send('/api/trade-statistics', { id: newId(), source: 'Statistique inventée pour la démonstration', rows })
}
