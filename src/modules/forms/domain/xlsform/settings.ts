/* The settings sheet: what the form is called, its version, its first language. Where it says nothing the file's name stands in. */
import { readTable } from './columns.ts'
import type { FormSettings } from './nodes.ts'
import type { Findings } from './problem.ts'
import type { Sheet } from './sheets.ts'

const isOn = (value: string | undefined): boolean => value !== undefined && /^(yes|true|true\(\))$/i.test(value)

export function readSettings(sheet: Sheet, fallbackName: string, found: Findings): FormSettings {
  const reading = { sheet: 'settings', defaultLanguage: 'default', collapse: true, found } as const
  const { rows } = readTable(sheet, reading)
  const row = rows[0]
  const get = (key: string): string | undefined => row?.cells.get(key)
  for (const key of ['omit_instanceid', 'add_none_option'])
    if (isOn(get(key)))
      found.refuse({ sheet: 'settings', row: row?.row ?? 2 }, key, { code: 'setting-not-possible', facts: { column: key } })
  const id = get('form_id') ?? fallbackName
  return {
    id,
    title: get('form_title') ?? id,
    version: get('version') ?? '',
    defaultLanguage: get('default_language') ?? 'default',
    instanceName: get('instance_name') ?? null,
    publicKey: get('public_key') ?? null,
    submissionUrl: get('submission_url') ?? null,
    allowChoiceDuplicates: isOn(get('allow_choice_duplicates')),
    collapseBlanks: get('clean_text_values') === undefined || isOn(get('clean_text_values')),
  }
}
