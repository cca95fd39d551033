/* The choices sheet: lists of answers in their order. Columns beyond the known ones belong to a choice and can be used by a choice filter. */
import { type TableRow, type Wording, readTable } from './columns.ts'
import type { Choice, ChoiceList, FormSettings } from './nodes.ts'
import type { Findings } from './problem.ts'
import type { Sheet } from './sheets.ts'

const MEDIA = ['image', 'audio', 'video'] as const
export const mediaOf = (row: TableRow): ReadonlyMap<string, Wording> =>
  new Map(MEDIA.flatMap((key) => [row.wordings.get(key)].flatMap((wording) => (wording === undefined ? [] : [[key, wording] as const]))))

export function readChoices(sheet: Sheet, settings: FormSettings, found: Findings): readonly ChoiceList[] {
  const reading = { sheet: 'choices', defaultLanguage: settings.defaultLanguage, collapse: settings.collapseBlanks, found } as const
  const { rows } = readTable(sheet, reading)
  const lists = new Map<string, Choice[]>()
  for (const row of rows) {
    const list = row.cells.get('list_name')
    const choice = choiceOf(row)
    const place = { sheet: 'choices', row: row.row } as const
    if (list === undefined) found.refuse(place, 'list_name', { code: 'choice-without-list' })
    else if (choice.name === '') found.refuse(place, 'name', { code: 'choice-without-name', facts: { list } })
    else if (/\s/.test(choice.name)) found.refuse(place, 'name', { code: 'choice-name-with-space', facts: { name: choice.name } })
    else {
      const known = lists.get(list) ?? []
      const same = known.find((one) => one.name === choice.name)
      if (same && !settings.allowChoiceDuplicates)
        found.refuse(place, 'name', { code: 'duplicate-choice', facts: { name: choice.name, list, first: same.row } })
      lists.set(list, [...known, choice])
    }
  }
  return [...lists].map(([name, choices]) => ({ name, choices }))
}

function choiceOf(row: TableRow): Choice {
  const extra = [...row.cells].filter(([key]) => key.startsWith('extra::')).map(([key, value]) => [key.slice(7), value] as const)
  return {
    row: row.row,
    name: row.cells.get('name') ?? '',
    label: row.wordings.get('label') ?? null,
    media: mediaOf(row),
    extra: new Map(extra),
  }
}

/** The answer `other`, in every language in which the list is written. */
export function withOther(list: ChoiceList): ChoiceList {
  if (list.choices.some((choice) => choice.name === 'other')) return list
  const languages = new Set(list.choices.flatMap(({ label }) => (label instanceof Map ? [...label.keys()] : [])))
  const label: Wording = languages.size === 0 ? 'Other' : new Map([...languages].map((language) => [language, 'Other']))
  const row = list.choices.at(-1)?.row ?? 1
  return { ...list, choices: [...list.choices, { row, name: 'other', label, media: new Map(), extra: new Map() }] }
}
