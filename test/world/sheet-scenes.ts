/* A sheet of paper comes to the desk: a book was printed for a site, a page filled in where no telephone was, typed in twice and posted. */
import { addDays } from '../../src/kernel/calendar.ts'
import { newId, subjectOf } from './client.ts'
import type { Stage } from './stage.ts'

const LINES = [
  { line: 1, tag: 'LK-000121', massGrams: 41_250, pit: 'P3', team: 'E7' },
  { line: 2, tag: 'LK-000122', massGrams: 39_800, pit: 'P3', team: 'E7' },
  { line: 3, tag: 'LK-000123', massGrams: 42_100, pit: 'P4', team: 'E2' },
]

export async function bringSheet(stage: Stage, { site, day }: { readonly site: string; readonly day: string }): Promise<void> {
  const agent = stage.as('agent')
  const taken = (answer: { readonly status: number; readonly body: unknown }) => {
    if (answer.status !== 200) throw new Error(`the sheet was not taken: ${JSON.stringify(answer.body)}`)
  }
  const book = subjectOf(
    await agent.post('/api/sheet-books', {
      kind: 'mine',
      prefix: 'MW-',
      from: 1,
      to: 50,
      rowsPerSheet: 25,
      site,
      holder: null,
      printedOn: day,
    }),
  )
  const sheet = newId()
  taken(await agent.send('/api/sheets', { id: sheet, book, number: 2 }))
  const totalGrams = LINES.reduce((sum, one) => sum + one.massGrams, 0)
  const content = {
    ...{ day: addDays(day, -3), mineral: 'Sn', holder: stage.organisation('cooperative'), carriedGrams: 0, totalGrams },
    lines: LINES,
  }
  taken(await agent.send(`/api/sheets/${sheet}/entries`, { pass: 'first', content }))
  taken(await agent.send(`/api/sheets/${sheet}/entries`, { pass: 'second', content }))
  subjectOf(await agent.post(`/api/sheets/${sheet}/posting`, {}))
}
