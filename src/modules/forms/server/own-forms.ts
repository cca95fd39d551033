/*
The forms that ship with the program, as Markdown tables beside this file. They are published like any other form, by whoever sets the server
up, once: a ministry that publishes its own version of one is never overruled.
*/
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { uuidV7 } from '../../../kernel/ids.ts'
import { asId } from '../../../kernel/schema.ts'
import type { Log } from '../../../platform/log/log.ts'
import { knownForms } from '../contract.ts'
import { readMarkdown } from '../domain/xlsform/markdown.ts'
import { tidySheets } from '../domain/prepare.ts'
import type { Sheets } from '../domain/form.ts'
import { formAggregate, publicationOf } from './publish.ts'
import { listVersionRows } from './store-forms.ts'

const FILES = { [knownForms.inspection]: 'inspection-cd.md', [knownForms.annual]: 'inspection-annual.md' } as const

export const ownSheets = (): readonly Sheets[] =>
  Object.values(FILES).map((file) => tidySheets(readMarkdown(readFileSync(new URL(`../content/${file}`, import.meta.url), 'utf8'))))

export interface Publishing {
  readonly log: Pick<Log, 'execute' | 'read'>
  readonly tenant: string
  readonly clock: () => string
}

/** Publishes what ships and was never published here under its id. Answers the ids of those published now. */
export async function publishOwnForms({ log, tenant, clock }: Publishing): Promise<readonly string[]> {
  const known = new Set((await log.read((tx) => listVersionRows(tx, tenant, null))).map((row) => row.form))
  const done: string[] = []
  for (const sheets of ownSheets()) {
    const publication = publicationOf(sheets, {})
    if (!publication.ok) throw new Error(`a form that ships cannot be published: ${JSON.stringify(publication.refusal.facts)}`)
    const { form } = publication.value
    if (known.has(form)) continue
    const outcome = await log.execute({
      ...{ tenant, aggregate: formAggregate, subject: form, command: publication.value },
      context: async () => null,
      envelope: { id: asId('command', uuidV7(Date.parse(clock()), randomBytes(10))) },
      actor: { account: 'operator', organisation: null, role: null },
    })
    if (!outcome.ok && outcome.refusal.code !== 'form-already-published')
      throw new Error(`a form that ships was refused: ${outcome.refusal.code}`)
    done.push(form)
  }
  return done
}
